"""Rows of lists: texts in columns, lit under the cursor; empty where nothing stands."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.tui.kit.edges import SIGN_AT
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import pad
from lenovo_desk.tui.kit.theme import Inks

Cell = tuple[str, Style]
"""A text and its ink."""
GAP = 2
"""Cells between two columns."""
MARGIN = 1
"""Cells at either side of a list that the row under the cursor does not light."""


class ListColumn(NamedTuple):
    """How wide a column of a list is."""

    most: int = 0
    """Its most cells while the wide column is cut; 0 for as many as it needs."""
    gives_way: int = 0
    """It is left out when the wide column would have fewer cells than this; 0 for never."""
    wide: bool = False
    """Whether it takes what the others leave: one column of a list does."""


def list_row(
    parts: Iterable[Cell], ink: Inks, width: int, current: bool = False, at: int = SIGN_AT
) -> Strip:
    """Return a row of a list with its text from column `at` on; under the cursor it is lit.

    What is late stays filled, and that reaches a cell to either side of its words.
    """
    lit = lit_inks(ink) if current else {}
    fill = ink.lit if current else ink.plain
    cells = [(text, lit.get(style, style)) for text, style in parts]
    lead = fill
    if cells and cells[0][1] is ink.late:
        text, lead = cells[0][0].rstrip() + " ", ink.late
        rest = cell_len(cells[0][0]) - cell_len(text)
        cells[0:1] = [(text, ink.late), (" " * rest, fill)]
    start: list[Cell] = [(" " * MARGIN, ink.plain), (" " * (at - MARGIN), lead)]
    inner = line([*start, *cells], max(0, width - MARGIN), fill)
    return Strip.join([inner, line([], width - inner.cell_length, ink.plain)])


@lru_cache(maxsize=8)
def lit_inks(ink: Inks) -> dict[Style, Style]:
    """Return what takes the place of each ink in the row under the cursor."""
    return {
        ink.plain: ink.lit_plain,
        ink.dim: ink.lit,
        ink.locked: ink.lit,
        ink.strong: ink.cursor,
        ink.title: ink.cursor,
        ink.key: ink.lit_key,
        ink.due: ink.lit_due,
        ink.warn: ink.cursor,  # harm never stands on lit: its sign says it
    }


def column_widths(
    rows: Iterable[Sequence[str]], columns: Sequence[ListColumn], width: int
) -> tuple[int, ...]:
    """Return how wide each column is in cells, 0 for one that is left out.

    Columns give way from the last to the first of those that need the most room beside them.
    """
    texts = list(rows)
    full = [max((cell_len(row[n]) for row in texts), default=0) for n in range(len(columns))]
    most = [min(need, column.most or need) for need, column in zip(full, columns, strict=True)]
    wide = next(n for n, column in enumerate(columns) if column.wide)

    def room() -> int:
        others = [cells for n, cells in enumerate(most) if cells and n != wide]
        return width - sum(others) - GAP * len(others)

    for n in sorted(range(len(columns)), key=lambda n: -columns[n].gives_way):
        if columns[n].gives_way and room() < min(columns[n].gives_way, full[wide]):
            most[n] = 0
    spare = max(0, room() - full[wide])
    for n, cells in enumerate(most):
        if cells and n != wide:
            more = min(spare, full[n] - cells)
            most[n], spare = cells + more, spare - more
    most[wide] = max(0, room()) if full[wide] else 0
    return tuple(most)


def in_columns(cells: Sequence[Cell], widths: Sequence[int]) -> list[Cell]:
    """Return cells padded to the widths of their columns."""
    return [
        (pad(text, width) + " " * GAP, style)
        for (text, style), width in zip(cells, widths, strict=True)
        if width
    ]
