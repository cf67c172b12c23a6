"""A text about the case, in any language of the screens: read, copied, and shown in the next."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from lenovo_desk.core.summary import summary
from lenovo_desk.tui.kit.lines import Lines
from lenovo_desk.tui.kit.page import Page, Paragraph

if TYPE_CHECKING:
    from lenovo_desk.tui.app import DeskApp
    from lenovo_desk.tui.desk.desk_screen import Desk

Render = Callable[[str], tuple[list[Paragraph], str]]
"""Takes a language; returns what is shown in it and what is copied."""


def next_language(app: "DeskApp", language: str) -> str:
    """Return the language of the screens that comes after one."""
    languages = (*app.library.languages(), "en")
    here = languages.index(language) if language in languages else -1
    return languages[(here + 1) % len(languages)]


class SpokenPage(Page):
    """Shows a text; copying says so in the last row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l,f4", "language", "language", id="page.language"),
    ]

    def __init__(self, app: "DeskApp", render: Render, hint: str) -> None:
        self._desk_app, self._write, self._language = app, render, app.language
        paragraphs, self._text = render(self._language)
        super().__init__(paragraphs, hint, on_copy=self._copy)

    def _copy(self) -> str:
        return self._desk_app.words[f"desk.copied_{self._desk_app.copy(self._text)}"]

    def action_language(self) -> None:
        """Show the text in the next language."""
        self._language = next_language(self._desk_app, self._language)
        self._paragraphs, self._text = self._write(self._language)
        self._top = 0
        self.query_one(Lines).redraw()


def show_summary(desk: "Desk") -> None:
    """Show the case in a few lines, ready to paste, at any step."""
    app = desk.desk_app

    def render(language: str) -> tuple[list[Paragraph], str]:
        words = app.library.words(language)
        text = summary(desk.session, app.library, words, language)
        lines: list[Paragraph] = [(line, "plain") for line in text.split("\n")]
        return [(words["summary.title"], "title"), ("", "plain"), *lines], text

    app.push_screen(SpokenPage(app, render, app.words["page.hint_spoken"]))
