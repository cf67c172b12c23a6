"""The rows of a list to pick from, and how they are drawn."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.search.ranking import PLAIN, marks
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import fit, pad
from lenovo_desk.tui.kit.theme import Inks

T = TypeVar("T")
Act = Callable[[], object]
"""The action of a menu row."""
BEFORE = 12
"""Characters shown before a match that would stand behind the end of its row."""


class PickerRow(NamedTuple, Generic[T]):
    """A row to pick."""

    label: str
    value: T | None
    """The picker's result; a row with None is only for reading."""
    detail: str = ""
    preview: str | Callable[[], str] = ""
    """Shown below the list; a function is called only once the row is current."""
    kind: str = ""
    """What it is, in a column at the left."""
    group: str = ""
    """The heading that it stands under with the others of its group."""
    does: str = ""
    """What Enter does with it, if not the same with all rows."""
    quiet: bool = False
    """Whether it cannot be had now."""
    paint: Callable[[bool, int], Strip] | None = None
    """Draws it in another way: told whether it is current, and the width in cells."""

    @property
    def below(self) -> str:
        """What is searched besides its label."""
        return f"{self.detail} {self.preview if isinstance(self.preview, str) else ''}".strip()


def act(chosen: Act | None) -> None:
    """Run the action picked from a menu, if any."""
    if chosen is not None:
        chosen()


def grouped(
    ranked: Iterable[tuple[int, PickerRow[T]]], order: Sequence[str] = ()
) -> list[PickerRow[T]]:
    """Return rows by group: the group with the best match first, equal ones in their `order`.

    `ranked` are ranks and rows, the best first within each group.
    """
    groups: dict[str, list[PickerRow[T]]] = {group: [] for group in order}
    best: dict[str, int] = {}
    for rank, row in ranked:
        groups.setdefault(row.group, []).append(row)
        best[row.group] = min(rank, best.get(row.group, rank))
    return [row for group in sorted(groups, key=lambda name: best.get(name, 0))
            for row in groups[group]]  # fmt: skip


def with_headings(rows: Sequence[PickerRow[T]], height: int) -> list[int | str]:
    """Return what stands on each line: the number of a row, a heading, or "" for a blank line.

    There are blank lines between groups only while all lines have room.
    """
    lines: list[int | str] = []
    group = ""
    for number, row in enumerate(rows):
        if row.group != group:
            lines += ["", row.group] if lines else [row.group]
            group = row.group
        lines.append(number)
    return lines if len(lines) <= height else [each for each in lines if each != ""]


class RowPainter:
    """Draws rows for a query; the parts that match are marked."""

    def __init__(self, ink: Inks, width: int, query: str, way: str = PLAIN, kinds: int = 0) -> None:
        """Take the width in cells and the width of the column of kinds."""
        self._ink, self._width, self._query, self._way = ink, width, query, way
        self._kinds = kinds

    def heading(self, text: str) -> Strip:
        """Return the line of a heading."""
        return line([(f"  {text}", self._ink.title)], self._width, self._ink.plain)

    def row(self, row: PickerRow[T], current: bool) -> Strip:
        """Return the line of a row."""
        ink, width = self._ink, self._width
        if row.paint:
            return row.paint(current, width)
        parts = [("> ", ink.key) if current else ("  ", ink.plain)]
        room = width - 5
        if self._kinds:
            parts.append((pad(row.kind, self._kinds) + "  ", ink.dim))
            room -= self._kinds + 2
        detail = fit(row.detail, max(width // 3, room - cell_len(row.label)))
        style: Style = ink.locked if row.quiet else ink.strong if current else ink.plain
        label = self._label(row.label, room - cell_len(detail), style)
        if self._kinds:
            gap = room - cell_len(detail) - sum(cell_len(text) for text, _ in label)
            label.append((" " * max(0, gap), ink.plain))
        parts += [*label, (f"  {detail}", ink.dim)]
        return line(parts, width, ink.plain)

    def _label(self, text: str, room: int, style: Style) -> list[tuple[str, Style]]:
        """Return a label cut to its room, with what matches in view and marked."""
        spans = marks(self._query, text, self._way) if self._query else []
        if spans and cell_len(text) > room and cell_len(text[: spans[0][1]]) >= room:
            text = "…" + text[max(0, spans[0][0] - BEFORE) :]
        text = fit(text, room)
        marked: Style = self._ink.strong + Style(underline=True)
        parts, at = [], 0
        for start, end in marks(self._query, text, self._way) if spans else ():
            parts += [(text[at:start], style), (text[start:end], style + marked)]
            at = end
        return [*parts, (text[at:], style)]
