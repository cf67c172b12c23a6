"""Cases as rows in columns, on Home, the board and in the log: when, who, why, where."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.strip import Strip

from lenovo_desk.tui.kit.edges import SIGN_AT
from lenovo_desk.tui.kit.lists.rows import (
    GAP,
    Cell,
    ListColumn,
    column_widths,
    in_columns,
    list_row,
)
from lenovo_desk.tui.kit.text_layout import fit
from lenovo_desk.tui.kit.theme import Inks
from lenovo_desk.tui.kit.urgency import Urgency, time_ink

CASE_COLUMNS = (
    ListColumn(),
    ListColumn(most=22),
    ListColumn(wide=True),
    ListColumn(most=22, gives_way=40),
    ListColumn(most=8, gives_way=40),
    ListColumn(gives_way=24),
)
"""When, customer, reason, flow, agent, id."""


class CaseRow(NamedTuple):
    """What the row of a case says."""

    when: str
    urgency: Urgency
    customer: str
    reason: str
    flow: str
    agent: str
    """The agent, unless it is the one at the desk."""
    id: str
    step: str = ""
    """The second row, if there is room for it."""
    damage: str = ""
    """Why the case cannot be read, in words: stands in place of all but the id."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands in its columns."""
        return self.when, self.customer, self.reason, self.flow, self.agent, self.id


def case_columns(rows: Iterable[CaseRow], width: int) -> tuple[int, ...]:
    """Return the widths of the columns: the flow gives way first, then the agent, then the id."""
    texts = [row.texts for row in rows if not row.damage]
    return column_widths(texts, CASE_COLUMNS, width - 2 * SIGN_AT)


def case_strips(
    row: CaseRow, widths: Sequence[int], current: bool, ink: Inks, width: int, tall: bool = False
) -> list[Strip]:
    """Return the row of a case; if `tall`, with its step below in a quiet row of its own."""
    strips = [list_row(case_cells(row, widths, current, ink, width), ink, width, current)]
    if tall and not row.damage and (text := _below(row, widths)):
        indent = SIGN_AT + sum(cells + GAP for cells in widths[:2] if cells)
        below = [(fit(text, max(0, width - indent - SIGN_AT)), ink.locked)]
        strips.append(list_row(below, ink, width, current, indent))
    return strips


def case_cells(
    row: CaseRow, widths: Sequence[int], current: bool, ink: Inks, width: int
) -> list[Cell]:
    """Return what stands in the row of a case; of one that cannot be read, why and its id."""
    if row.damage:
        room = width - 2 * SIGN_AT - GAP - cell_len(row.id)
        return [(f"! {fit(row.damage, room - 2)}  ", ink.warn), (row.id, ink.dim)]
    name = ink.strong if current else ink.plain
    styles = (time_ink(ink, row.urgency), name, ink.plain, ink.dim, ink.dim, ink.dim)
    return in_columns(list(zip(row.texts, styles, strict=True)), widths)


def rows_high(row: CaseRow, widths: Sequence[int]) -> int:
    """Return how many rows a tall row takes."""
    return 1 + bool(_below(row, widths) and not row.damage)


def _below(row: CaseRow, widths: Sequence[int]) -> str:
    """Return what stands in the second row of a case: its step, and the flow without a column."""
    return " · ".join(text for text in (row.step, "" if widths[3] else row.flow) if text)
