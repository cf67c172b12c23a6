"""The panes of a case: status, outline, step, facts and last row."""

from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from lenovo_desk.core.step_view import StepView
from lenovo_desk.tui.desk.case_foot import CaseFoot
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.desk.painters.side_panes import outline, phrase_beside, side
from lenovo_desk.tui.desk.painters.status_rows import status_rows
from lenovo_desk.tui.desk.painters.step_column import (
    BOTH_PANES,
    Column,
    column,
    step_title,
)
from lenovo_desk.tui.kit.entry_bar import EntryBar
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import FittingLines, Lines, repaint
from lenovo_desk.tui.kit.live_row import live_customers
from lenovo_desk.tui.kit.theme import inks

WIDE, WIDEST = 100, 130
"""Columns from which the side pane, and then also the outline, is shown."""
SIDE_WIDTH, WIDER_SIDE, OUTLINE_WIDTH = 28, 32, 24
"""Columns of the side pane, of that beside the outline, and of the outline, as in app.tcss."""
HINTS = ("message", "hints")
"""The ids of the row of messages and of the row of keys."""
LOW = 22
"""Rows below which there is no blank row under the status."""


class CasePanes:
    """Draws the panes of a case, all as of one moment."""

    def __init__(self, case: CaseOnScreen) -> None:
        self._case = case
        self.foot = CaseFoot(case)
        self._column = Column([], {})
        self._in_turn = False
        self._beside = 0
        self._lines: dict[str, Lines] = {}

    def compose(self, entry: EntryBar, editor: Widget) -> ComposeResult:
        """Yield the panes, the row of messages, the typing line and the row of keys.

        A message that takes more rows stands above the line, so as not to move it under the hand.
        """
        yield Lines(self.draw_status, id="status")
        yield from self.below_status()
        with Horizontal(id="columns"):
            yield Lines(self._draw_outline, id="outline")
            with Vertical(id="middle"):
                yield Lines(self._draw_head, id="head")
                yield editor
                yield Lines(self._draw_column, id="column")
            yield Lines(self._draw_side, id="side")
        yield FittingLines(self.foot.message, id=HINTS[0])
        yield entry
        yield Lines(self.foot.keys, id=HINTS[1])

    def below_status(self) -> ComposeResult:
        """Yield the widgets between status and step: none in a real case."""
        yield from ()

    def find_lines(self, screen: Screen[Any]) -> None:
        """Find the panes once they are mounted."""
        self._lines = {str(pane.id): pane for pane in screen.query(Lines) if pane.id in self.names}

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the panes."""
        return ("status", "outline", "head", "column", "side", *HINTS)

    def fit(self, screen: Screen[Any], size: Size) -> None:
        """Show as many panes as fit."""
        wide, widest = size.width >= WIDE, size.width >= WIDEST
        self._beside = wide + widest
        screen.set_class(wide, "-wide")
        screen.set_class(widest, "-widest")
        screen.set_class(size.height < LOW, "-low")

    def read(self) -> StepView:
        """Return a view of the step as of now."""
        return self._case.shell.readings.step(self._case.session)

    def paint(self, *names: str, beside: Lines | None = None) -> None:
        """Paint panes at once, all by default, and optionally one more widget.

        `hints` are both the row of messages and the row of keys.
        """
        names = (*names, HINTS[0]) if HINTS[1] in names else names
        panes = [self._lines[name] for name in names or self._lines]
        self._in_turn = True
        try:
            repaint(*panes, *((beside,) if beside else ()))
        finally:
            self._in_turn = False

    def offer_at(self, row: int) -> int | None:
        """Return the index of the offer in a row of the column; None if there is none."""
        return self._column.offers.get(row)

    @property
    def names_items(self) -> bool:
        """Whether the step names the item that is ticked next, or all of them."""
        return self._column.names_items

    # --- drawing

    @property
    def _timed_view(self) -> StepView:
        """The view for countdowns: read again if a resize or a dialog causes the paint."""
        return self._case.view if self._in_turn else self.read()

    @property
    def face(self) -> Face:
        """The words, inks and keys for painting this case."""
        shell, zone = self._case.shell, self._case.session.case.zone
        remapped = shell.settings.current.keys
        return Face(shell.words, shell.language, zone, inks(shell), remapped)

    def draw_status(self, width: int, height: int) -> list[Strip]:
        """Return the status rows."""
        view, face = self._timed_view, self.face
        return status_rows(view, face, width, live_customers(self._case.shell, view, face))

    def _draw_head(self, width: int, height: int) -> list[Strip]:
        return (
            [step_title(self._case.view, self.face, width)]
            if _in_place(self._case, self._beside)
            else []
        )

    def _draw_column(self, width: int, height: int) -> list[Strip]:
        case, size = self._case, (width, height)
        self._column = column(
            case.view, case.hand, self.face, size, self._beside, _in_place(self._case, self._beside)
        )
        return self._column.strips

    def _draw_side(self, width: int, height: int) -> list[Strip]:
        card = self._case.hand.card if self._beside == BOTH_PANES else ""
        cards = self._case.shell.library.customer_cards(self.face.language) if card else ()
        last = next((each for each in cards if each.id == card), None)
        case, view = self._case, self._case.view
        above = (
            phrase_beside(view, case.hand, self.face, width)
            if _in_place(self._case, self._beside)
            else []
        )
        size = (width, max(0, height - len(above)))
        return [*above, *side(self._timed_view, self.face, size, last)][:height]

    def _draw_outline(self, width: int, height: int) -> list[Strip]:
        return outline(self._case.view, self.face, (width, height))


def _in_place(case: CaseOnScreen, panes: int) -> bool:
    """Return whether a reply stands in place of the phrase; beside two panes there is room."""
    return case.editor.active and panes < BOTH_PANES
