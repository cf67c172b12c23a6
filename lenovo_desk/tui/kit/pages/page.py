"""A page of text to read and scroll: help, a phrase, a closed case."""

from collections.abc import Callable, Sequence
from pathlib import Path

from rich.cells import cell_len
from rich.style import Style
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.tui.kit.base_screen import BaseModal
from lenovo_desk.tui.kit.cursor_list import window_top
from lenovo_desk.tui.kit.edges import SIGN_AT, heading
from lenovo_desk.tui.kit.lines import Lines, line, repaint
from lenovo_desk.tui.kit.text_layout import pack, wrap
from lenovo_desk.tui.kit.theme import Inks, inks

Paragraph = tuple[str | tuple[str, ...], str]
"""A text and the name of its ink; several texts are laid side by side. One in `pane` has a rule.

A tab ends a label: the lines of what follows stand below one another.
"""


def hung(text: str, room: int) -> list[str]:
    """Break a text into lines that keep its indentation, or stand behind its label."""
    label, tab, rest = text.partition("\t")
    bare = rest if tab else text.lstrip(" ")
    lead = label if tab else text[: len(text) - len(bare)]
    indent = " " * min(cell_len(lead), room // 2)
    parts = wrap(bare, room - len(indent)) or [""]
    return [(lead if tab and not at else indent) + part for at, part in enumerate(parts)]


class Page(BaseModal[None], scope="page"):
    """Shows paragraphs, and messages and keys below them."""

    offers_help = False

    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        middle: bool = False,
        on_copy: Callable[[], tuple[str, bool]] | None = None,
        end: bool = False,
    ) -> None:
        """Take the text.

        `middle` centres the text vertically and `end` shows its end first. `on_copy` copies
        the subject of the page and returns the message for it, and whether it is a warning.
        """
        super().__init__()
        self._paragraphs = paragraphs
        self._middle = middle
        self._top = sum(len(text) for text, _ in paragraphs) if end else 0
        self._on_copy = on_copy
        self._longer = False
        """Whether the page is longer than the screen."""

    def compose(self) -> ComposeResult:
        yield Lines(self._draw, id="page")
        yield self.message_row()
        yield self.keys_row()

    def _draw(self, width: int, height: int) -> list[Strip]:
        ink: Inks = inks(self.app)
        room = max(10, min(width - 4, 90))
        rows: list[tuple[str, Style, bool]] = []
        for text, name in self._paragraphs:
            style: Style = getattr(ink, name)
            parts = hung(text, room) if isinstance(text, str) else pack(text, room)
            rows += [(part, style, name == "pane") for part in parts]
        self._top = window_top(self._top, len(rows), height)
        visible = rows[self._top : self._top + height]
        above = max(0, (height - len(rows)) // 2) if self._middle else 0
        strips = [line([], width, ink.plain) for _ in range(above)]
        strips += [
            heading(part, self.face, width, at=SIGN_AT)
            if titled
            else line([(" " * SIGN_AT, ink.plain), (part, style)], width, ink.plain)
            for part, style, titled in visible
        ]
        self._longer = len(rows) > height
        if self._top + height < len(rows):
            text, style, _ = visible[-1]
            gap = " " * max(1, width - 4 - cell_len(text))
            more = [("  ", ink.plain), (text, style), (gap, ink.plain), ("↓", ink.dim)]
            strips[-1] = line(more, width, ink.plain)
        return strips

    def holds(self, condition: str) -> bool:
        """Return whether the last row offers to scroll and to copy."""
        return self._longer if condition == "longer" else self._on_copy is not None

    def matters(self) -> tuple[str, ...]:
        """Return the command that matters now: to copy what can be copied."""
        return self.MATTERS or (("page.copy",) if self._on_copy else ("page.close",))

    def action_scroll_by(self, step: int) -> None:
        """Scroll by half a screen."""
        self._top += step * max(1, self.size.height // 2)
        repaint(*self.query(Lines))

    def action_copy_text(self) -> None:
        """Copy the subject of the page, if it has one."""
        if self._on_copy:
            self.show(*self._on_copy())

    def action_dismiss_page(self) -> None:
        """Close the page."""
        if self.is_active:  # a second key may arrive at the same moment
            self.dismiss(None)
