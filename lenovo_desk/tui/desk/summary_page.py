"""The summary of a case at any step, in any language of the screens, ready to paste."""

from typing import TYPE_CHECKING

from lenovo_desk.core.summary import summary
from lenovo_desk.tui.kit.page import Paragraph
from lenovo_desk.tui.kit.translated_page import SpokenPage

if TYPE_CHECKING:
    from lenovo_desk.tui.desk.desk_screen import Desk


def show_summary(desk: "Desk") -> None:
    """Show the case in a few lines, ready to paste, at any step."""
    desk.flush_draft()
    shell = desk.shell

    def render(language: str) -> tuple[list[Paragraph], str]:
        words = shell.library.words(language)
        text = summary(desk.session, shell.library, words, language)
        lines: list[Paragraph] = [(line, "plain") for line in text.split("\n")]
        return [(words["summary.title"], "title"), ("", "plain"), *lines], text

    shell.push_screen(SpokenPage(shell, render, shell.words["page.hint_spoken"]))
