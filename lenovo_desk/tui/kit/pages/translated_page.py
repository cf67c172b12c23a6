"""A text to read and copy, in any language of the screens."""

from collections.abc import Callable

from lenovo_desk.tui.kit.pages.page import Page, Paragraph
from lenovo_desk.tui.shell import Shell

Render = Callable[[str], tuple[list[Paragraph], str]]
"""Takes a language; returns the page and the text to copy."""


def next_language(shell: Shell, language: str) -> str:
    """Return the language after `language`, round the end."""
    languages = (*shell.library.languages(), "en")
    index = languages.index(language) if language in languages else -1
    return languages[(index + 1) % len(languages)]


class SpokenPage(Page, scope="spoken"):
    """Shows a text to copy."""

    def __init__(self, shell: Shell, render: Render) -> None:
        self._shell, self._write, self._language = shell, render, shell.language
        paragraphs, self._text = render(self._language)
        super().__init__(paragraphs, on_copy=self._copy)

    def _copy(self) -> tuple[str, bool]:
        return self._shell.copy(self._text), False

    def action_language(self) -> None:
        """Show the text in the next language."""
        self._language = next_language(self._shell, self._language)
        self._paragraphs, self._text = self._write(self._language)
        self._top = 0
        self.show()
