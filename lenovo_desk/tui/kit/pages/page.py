"""A page of text to read and scroll: help, a phrase, a closed case."""

from collections.abc import Callable, Sequence
from pathlib import Path

from rich.style import Style
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.tui.kit.base_screen import BaseModal
from lenovo_desk.tui.kit.cursor_list import window_top
from lenovo_desk.tui.kit.lines import Lines, line
from lenovo_desk.tui.kit.text_layout import pack, wrap, wrap_within
from lenovo_desk.tui.kit.theme import Inks, inks

MORE = "\u00a0\u00a0↓"
"""The room for the mark that a page goes on below: beside the last word."""
Paragraph = tuple[str | tuple[str, ...], str]
"""A text and the name of its ink; several texts are laid side by side."""


def hung(text: str, room: int) -> list[str]:
    """Break a text into lines that keep its indentation."""
    bare = text.lstrip(" ")
    indent = " " * min(len(text) - len(bare), room // 2)
    return [indent + part for part in wrap(bare, room - len(indent))] or [""]


class Page(BaseModal[None], scope="page"):
    """Shows paragraphs, and a hint or a message below them."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        hint: str,
        middle: bool = False,
        on_copy: Callable[[], str] | None = None,
        end: bool = False,
    ) -> None:
        """Take the text; `hint` is the last row, with blanks for keys.

        `middle` centres the text vertically and `end` shows its end first. `on_copy` copies
        the subject of the page and returns the message for it.
        """
        super().__init__()
        self._paragraphs = paragraphs
        self._hint = hint
        self._middle = middle
        self._top = sum(len(text) for text, _ in paragraphs) if end else 0
        self._on_copy = on_copy

    def compose(self) -> ComposeResult:
        yield Lines(self._draw)

    def _draw(self, width: int, height: int) -> list[Strip]:
        ink: Inks = inks(self.app)
        room = max(10, min(width - 4, 90))
        rows: list[tuple[str, Style]] = []
        for text, name in self._paragraphs:
            style: Style = getattr(ink, name)
            parts = hung(text, room) if isinstance(text, str) else pack(text, room)
            rows += [(part, style) for part in parts]
        last = wrap_within((self.message or self.with_keys(self._hint)) + MORE, width - 2, 3)
        body = height - len(last)
        self._top = window_top(self._top, len(rows), body)
        visible = rows[self._top : self._top + body]
        above = max(0, (body - len(rows)) // 2) if self._middle else 0
        strips = [line([], width, ink.plain) for _ in range(above)]
        strips += [line([("  ", ink.plain), row], width, ink.plain) for row in visible]
        strips += [line([], width, ink.plain)] * (body - len(strips))
        more = "  ↓" if self._top + body < len(rows) else ""
        last[-1] = last[-1].removesuffix(MORE) + more
        strips = strips[:body]
        return strips + [line([(f" {row}", ink.status)], width, ink.status) for row in last]

    def action_scroll_by(self, step: int) -> None:
        """Scroll by half a screen."""
        self._top += step * max(1, self.size.height // 2)
        self.query_one(Lines).redraw()

    def action_copy_text(self) -> None:
        """Copy the subject of the page, if it has one."""
        if self._on_copy:
            self.show(self._on_copy())

    def action_dismiss_page(self) -> None:
        """Close the page."""
        if self.is_active:  # a second key may arrive at the same moment
            self.dismiss(None)
