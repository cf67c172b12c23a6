"""A page to read: help, a phrase alone, a closed case. Any text, wrapped, scrolled by keys."""

from collections.abc import Callable, Sequence
from pathlib import Path

from rich.style import Style
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.tui.kit.base_screen import BaseModal
from lenovo_desk.tui.kit.cursor_list import window_top
from lenovo_desk.tui.kit.lines import Lines, line
from lenovo_desk.tui.kit.text_layout import pack, wrap
from lenovo_desk.tui.kit.theme import Inks, inks

Paragraph = tuple[str | tuple[str, ...], str]
"""Text and the name of its ink; several texts stand side by side, whole where there is room."""


def hung(text: str, room: int) -> list[str]:
    """Break a text into lines that all begin where its first one does."""
    bare = text.lstrip(" ")
    indent = " " * min(len(text) - len(bare), room // 2)
    return [indent + part for part in wrap(bare, room - len(indent))] or [""]


class Page(BaseModal[None], scope="page"):
    """Shows paragraphs; Esc, Enter or q closes."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        hint: str,
        middle: bool = False,
        on_copy: Callable[[], str] | None = None,
        end: bool = False,
    ) -> None:
        """`on_copy` copies what the page is about and returns what to say of it.

        `end` shows the end first.
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
        body = height - 1
        self._top = window_top(self._top, len(rows), body)
        visible = rows[self._top : self._top + body]
        above = max(0, (body - len(rows)) // 2) if self._middle else 0
        strips = [line([], width, ink.plain) for _ in range(above)]
        strips += [line([("  ", ink.plain), row], width, ink.plain) for row in visible]
        strips += [line([], width, ink.plain)] * (body - len(strips))
        last = self.message or self.with_keys(self._hint)
        more = "  ↓" if self._top + body < len(rows) else ""
        return [*strips[:body], line([(f" {last}{more}", ink.status)], width, ink.status)]

    def action_scroll_by(self, step: int) -> None:
        """Scroll by half a screen."""
        self._top += step * max(1, self.size.height // 2)
        self.query_one(Lines).redraw()

    def action_copy_text(self) -> None:
        """Copy what the page is about, where that makes sense."""
        if self._on_copy:
            self.show(self._on_copy())

    def action_dismiss_page(self) -> None:
        """Close the page."""
        if self.is_active:  # a second key may come in the same moment
            self.dismiss(None)
