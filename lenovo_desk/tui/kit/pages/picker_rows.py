"""The rows of a list to pick from, and how they are drawn."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.search.ranking import PLAIN, marks
from lenovo_desk.tui.kit.edges import MEASURE, SIGN_AT, TEXT_AT, heading
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.lists.case_table import CaseRow, case_cells, case_columns
from lenovo_desk.tui.kit.lists.rows import (
    GAP,
    MARGIN,
    Cell,
    ListColumn,
    column_widths,
    in_columns,
    list_row,
)
from lenovo_desk.tui.kit.text_layout import fit, pad, wrap

T = TypeVar("T")
Act = Callable[[], object]
"""The action of a menu row."""
FIELDS = (ListColumn(most=36), ListColumn(wide=True), ListColumn(gives_way=16))
"""The columns of `PickerRow.fields`."""
BEFORE = 12
"""Characters shown before a match that would stand behind the end of its row."""


class PickerRow(NamedTuple, Generic[T]):
    """A row to pick."""

    label: str
    value: T | None
    """The picker's result; a row with None is only for reading."""
    detail: str = ""
    preview: str | Callable[[], str] = ""
    """Shown beside the list, or below; a function is called only once the row is current."""
    kind: str = ""
    """What it is, in a column at the left."""
    group: str = ""
    """The heading that it stands under with the others of its group."""
    does: str = ""
    """What Enter does with it, if not the same with all rows."""
    quiet: bool = False
    """Whether it cannot be had now."""
    case: CaseRow | None = None
    """What stands in columns in place of label and detail; those are what is searched."""
    fields: tuple[tuple[str, str], ...] = ()
    """The same with a label, a value and its state, each a text and the name of its ink."""

    @property
    def name(self) -> str:
        """What it is called over its preview."""
        return (self.case.customer or self.case.id) if self.case else self.label

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


class RowPainter(Generic[T]):
    """Draws rows for a query; the parts that match are marked."""

    def __init__(
        self, rows: Sequence[PickerRow[T]], face: Face, width: int, query: str, way: str = PLAIN
    ) -> None:
        """Take all rows, whose columns are in line, and the width in cells."""
        self._face, self._ink, self._width = face, face.ink, width
        self._query, self._way = query, way
        self._kinds = max((cell_len(row.kind) for row in rows), default=0)
        self._cases = case_columns((row.case for row in rows if row.case), width)
        fields = ([text for text, _ in row.fields] for row in rows if row.fields)
        self._fields = column_widths(fields, FIELDS, width - TEXT_AT - SIGN_AT)
        self._room = width - TEXT_AT - SIGN_AT - (self._kinds + GAP if self._kinds else 0)
        longest = max((cell_len(row.label) for row in rows if not row.case), default=0)
        details = max((cell_len(row.detail) for row in rows if not row.case), default=0)
        beside = max(self._room * 2 // 5, self._room - details - GAP)
        self._labels = min(longest, beside)
        """Where details begin, in cells from the labels on; labels that are longer go on."""

    def heading(self, text: str) -> Strip:
        """Return the line of a heading; a blank one for a group without a name."""
        if not text.strip():
            return line([], self._width, self._ink.plain)
        return heading(text, self._face, self._width, at=TEXT_AT)

    def row(self, row: PickerRow[T], current: bool) -> Strip:
        """Return the line of a row."""
        ink, width = self._ink, self._width
        if row.case:
            cells = case_cells(row.case, self._cases, current, ink, width)
            marked = [part for text, style in cells for part in self._marked(text, style)]
            return list_row(marked, ink, width, current)
        if row.fields:
            fields = [(text, getattr(ink, name)) for text, name in row.fields]
            if current:
                fields[0] = (fields[0][0], ink.strong)
            return list_row(in_columns(fields, self._fields), ink, width, current, TEXT_AT)
        parts: list[Cell] = []
        if self._kinds:
            parts.append((pad(row.kind, self._kinds) + " " * GAP, ink.dim))
        least = self._room // (3 if self._kinds else 2)
        detail = fit(row.detail, max(least, self._room - cell_len(row.label) - GAP))
        style = ink.locked if row.quiet else ink.strong if current else ink.plain
        if current and self._query and not row.quiet:
            style = ink.plain  # so that what matches stands out
        room = self._room - (cell_len(detail) + GAP if detail else 0)
        label = self._label(row.label, room, style)
        used = sum(cell_len(text) for text, _ in label)
        column = self._room - cell_len(detail) if self._kinds else self._labels + GAP
        gap = max(GAP, min(column, self._room - cell_len(detail)) - used)
        parts += [*label, (" " * gap, style), (detail, ink.dim)]
        return list_row(parts, ink, width, current, TEXT_AT)

    def _label(self, text: str, room: int, style: Style) -> list[Cell]:
        """Return a label cut to its room, with what matches in view and marked."""
        spans = marks(self._query, text, self._way) if self._query else []
        if spans and cell_len(text) > room and cell_len(text[: spans[0][1]]) >= room:
            text = "…" + text[max(0, spans[0][0] - BEFORE) :]
        return self._marked(fit(text, room), style)

    def _marked(self, text: str, style: Style) -> list[Cell]:
        """Return a text with what matches in bold; what is late stays as it is."""
        if not self._query or style is self._ink.late:
            return [(text, style)]
        parts: list[Cell] = []
        at = 0
        for start, end in marks(self._query, text, self._way):
            parts += [(text[at:start], style), (text[start:end], self._ink.strong)]
            at = end
        return [*parts, (text[at:], style)]


def preview_strips(row: PickerRow[T], face: Face, width: int, height: int) -> list[Strip]:
    """Return the pane of a row: what it is called and is, then more of it; none without that."""
    text = row.preview if isinstance(row.preview, str) else row.preview()
    if not text:
        return []
    room, ink = min(width - 2 * MARGIN, MEASURE), face.ink
    fits = cell_len(f"{row.name}  {row.kind}") + GAP <= width
    paragraphs = [part for part in text.split("\n") if part and (not fits or part != row.name)]
    strips = [heading(row.name if fits else row.kind, face, width, part=row.kind if fits else "")]
    if not fits:
        strips = strips if row.kind else []
        if row.name not in text:
            strips += [line([(part, ink.title)], width, ink.plain) for part in wrap(row.name, room)]
    for part in paragraphs:
        strips += [line([(each, ink.plain)], width, ink.plain) for each in wrap(part, room)]
    return strips[:height]
