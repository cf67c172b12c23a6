"""The panes of a mock call: those of a case, with the customer between them."""

from typing import Any

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip

from lenovo_desk.training.customer.customer import Customer
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.desk.case_panes import OUTLINE_WIDTH, WIDEST, CasePanes
from lenovo_desk.tui.kit.lines import Lines, line
from lenovo_desk.tui.training.customer_line import CustomerLine
from lenovo_desk.tui.training.customer_pane import customer_rows, mood_cells

NAMED = 28
"""Rows of a screen from which the customer's pane begins with name and mood."""
TALL = 40
"""Rows from which a blank one stands before and after it."""
HEIGHTS = ((20, 2), (NAMED, 3), (TALL, 6), (10_000, 9))
"""Pairs of a screen height and the rows of the customer's pane on screens lower than that."""


class MockPanes(CasePanes):
    """The panes of a case, with the customer's below the status."""

    def __init__(self, case: CaseOnScreen, line: CustomerLine) -> None:
        super().__init__(case)
        self._line = line
        self.foot.standing = lambda: hung_up_text(case) if line.hung_up else ""

    def below_status(self) -> ComposeResult:
        """Yield the customer's pane."""
        yield Lines(self._draw_customer, id="customer")

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the panes."""
        return (*super().names, "customer")

    def fit(self, screen: Screen[Any], size: Size) -> None:
        """Show the panes that fit `size`, and give the customer's pane its height."""
        super().fit(screen, size)
        rows = next(rows for below, rows in HEIGHTS if size.height < below)
        pane = screen.query_one("#customer")
        pane.styles.height = rows
        pane.styles.margin = (1, 0, 1, 0) if size.height >= TALL else 0

    @property
    def _person(self) -> Customer:
        return self._line.person or self._line.read()

    def draw_status(self, width: int, height: int) -> list[Strip]:
        """Return the two rows at the top, on a low screen with the customer's mood at the end."""
        if self._named:
            return super().draw_status(width, height)
        face = self.face
        cells = [(" ", face.ink.status), *mood_cells(self._person, face, narrow=True)]
        mood = line(cells, sum(cell_len(text) for text, _ in cells), face.ink.status)
        head = super().draw_status(width, height)[0]
        second = super().draw_status(max(1, width - mood.cell_length), height)[1]
        return [head, Strip.join([second, mood])]

    @property
    def _named(self) -> bool:
        """Whether the customer's pane has room for a row with name and mood."""
        return self._case.shell.screen.app.size.height >= NAMED

    def _draw_customer(self, width: int, height: int) -> list[Strip]:
        case, face = self._case, self.face
        indent = OUTLINE_WIDTH + 1 if width >= WIDEST else 0
        name = case.shell.readings.customer(case.session).name or case.words["mock.customer"]
        size = width, height
        return customer_rows(self._person, face, size, name if self._named else "", indent)


def hung_up_text(case: CaseOnScreen) -> str:
    """Return the notice that the customer hung up, with the keys to end the call."""
    text = "mock.hung_up_typing" if case.entry.active else "mock.hung_up_now"
    return case.with_keys(case.words[text])
