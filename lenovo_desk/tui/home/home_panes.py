"""The panes of Home: what is live and due, the flows to start, the day."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.strip import Strip

from lenovo_desk.core.ports import DayFigures, FlowCard
from lenovo_desk.tui.home.home_rows import card_rows, card_titles
from lenovo_desk.tui.kit.cursor_list import CursorList
from lenovo_desk.tui.kit.edges import SIGN_AT, heading
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.lists.case_table import CaseRow, case_columns, case_strips, rows_high
from lenovo_desk.tui.kit.lists.figures import ROWS, Figure, figure_strips
from lenovo_desk.tui.kit.lists.rows import GAP, Cell, in_columns, list_row
from lenovo_desk.tui.kit.text_layout import fit
from lenovo_desk.tui.kit.times_and_ids import clock_text

WIDE, SIDE = 130, 44
"""Cells from which flows and what is done stand beside the cases, and cells they take there."""
TWO_COLUMNS = 76
"""Cells from which flows take two columns when one has no room for them."""
LEAST = 3
"""Rows that each list keeps when not all fit."""


class ClickSpot(NamedTuple):
    """Where an entry can be clicked."""

    row: int
    left: int
    """From this cell on, up to `right`, which is not of it."""
    right: int
    entry: int


class Drawn(NamedTuple):
    """Lines of Home, and where their entries stand."""

    strips: list[Strip]
    spots: list[ClickSpot]

    def at(self, row: int, cell: int) -> int | None:
        """Return the entry at a cell; None where there is none."""
        hits = (spot for spot in self.spots if spot.row == row and spot.left <= cell < spot.right)
        return next((spot.entry for spot in hits), None)


class CaseList(NamedTuple):
    """A list of cases."""

    name: str
    """The interface word below `home`."""
    rows: Sequence[CaseRow]
    first: int
    """The number of its first entry."""
    key: str = ""
    """The command that shows the same."""


def stacked(blocks: Iterable[Drawn], face: Face, width: int) -> Drawn:
    """Return blocks one below the other, a blank row between them."""
    strips: list[Strip] = []
    spots: list[ClickSpot] = []
    for block in blocks:
        if strips:
            strips.append(line([], width, face.ink.plain))
        spots += [spot._replace(row=spot.row + len(strips)) for spot in block.spots]
        strips += block.strips
    return Drawn(strips, spots)


def beside(left: Drawn, right: Drawn, face: Face, widths: tuple[int, int], height: int) -> Drawn:
    """Return two blocks side by side, `height` lines high."""
    columns = []
    for block, width in zip((left, right), widths, strict=True):
        blank = line([], width, face.ink.plain)
        columns.append([*block.strips, *[blank] * height][:height])
    moved = [
        spot._replace(left=spot.left + widths[0], right=spot.right + widths[0])
        for spot in right.spots
    ]
    return Drawn([Strip.join(pair) for pair in zip(*columns, strict=True)], [*left.spots, *moved])


def case_lists(
    sections: Sequence[CaseList], cursor: int, face: Face, width: int, room: int, tall: bool
) -> list[Drawn]:
    """Return lists of cases with their columns in line, in at most so many rows with headings.

    If `tall`, all have a second row for each case when there is room for all of them.
    """
    widths = case_columns((row for section in sections for row in section.rows), width)
    free = room - 2 * len(sections) + 1
    high = [sum(rows_high(row, widths) for row in section.rows) for section in sections]
    tall = tall and sum(high) <= free
    rooms = high if tall else shares([len(section.rows) for section in sections], free)
    return [
        _case_list(section, cursor, face, width, rows, widths, tall)
        for section, rows in zip(sections, rooms, strict=True)
    ]


def _case_list(
    section: CaseList,
    cursor: int,
    face: Face,
    width: int,
    room: int,
    widths: Sequence[int],
    tall: bool,
) -> Drawn:
    rows, at = section.rows, cursor - section.first
    count = len(rows)
    window = range(count) if tall else CursorList(count, at, room, centred=False).window
    part = f"{window.start + 1}-{window.stop}/{count}" if count > len(window) else ""
    focus = 0 <= at < count
    title = face.words[f"home.{section.name}"]
    strips = [heading(title, face, width, section.key, at=SIGN_AT, focus=focus, part=part)]
    spots = []
    for index in window:
        lines = case_strips(rows[index], widths, index == at, face.ink, width, tall)
        spots += [
            ClickSpot(len(strips) + n, 0, width, section.first + index) for n in range(len(lines))
        ]
        strips += lines
    return Drawn(strips, spots)


def flow_list(
    cards: Sequence[FlowCard], cursor: int, face: Face, width: int, per: int, room: int
) -> Drawn:
    """Return the flows to start, `per` in a column, in at most so many rows.

    A title that is too long goes on in a second row if there is room for all.
    """
    focus = cursor < len(cards)
    wrapped = rows_of_titles(cards, face, width, per) <= room
    window = CursorList(per, cursor % per if focus else 0, max(1, room)).window
    window = range(per) if wrapped else window
    part = f"{window.start + 1}-{window.stop}/{per}" if per > len(window) else ""
    strips = [heading(face.words["home.start"], face, width, at=SIGN_AT, focus=focus, part=part)]
    columns = max(1, -(-len(cards) // per))
    cells, spots = width // columns, list[ClickSpot]()
    blank = line([], cells, face.ink.plain)
    for first in window:
        numbers = range(first, len(cards), per)
        sides = [
            card_rows(cards[n], n, face, cells, n == cursor, 2 if wrapped else 1) for n in numbers
        ]
        for at in range(max(map(len, sides))):
            spots += [
                ClickSpot(len(strips), n * cells, (n + 1) * cells, number)
                for n, number in enumerate(numbers)
            ]
            row = [side[at] if at < len(side) else blank for side in sides]
            strips.append(Strip.join(row).adjust_cell_length(width, face.ink.plain))
    return Drawn(strips, spots)


def rows_of_titles(cards: Sequence[FlowCard], face: Face, width: int, per: int) -> int:
    """Return how many rows the flows take, `per` in a column, when no title is cut."""
    cells = width // max(1, -(-len(cards) // per))
    high = [len(card_titles(card, face, cells, 2)) for card in cards]
    return sum(max(high[first::per]) for first in range(min(per, len(cards))))


def rows_of_flows(count: int, width: int, room: int) -> int:
    """Return how many flows stand in a column; one column holds all if there is room for it."""
    columns = 2 if count > room and width >= TWO_COLUMNS else 1
    return max(1, -(-count // columns))


def shares(needs: Sequence[int], room: int) -> list[int]:
    """Return how many of `room` rows each list gets: a few at least, then the first ones more."""
    rows = [min(need, LEAST) for need in needs]
    for n, need in enumerate(needs):
        rows[n] += max(0, min(need - rows[n], room - sum(rows)))
    return rows


def closed_list(rows: Sequence[tuple[str, str, str]], face: Face, width: int, room: int) -> Drawn:
    """Return the cases closed last: time, customer, how each ended."""
    title = face.words["home.closed_last"]
    strips = [heading(title, face, width, "home.log", at=SIGN_AT)]
    if not rows:
        strips.append(list_row([(face.words["home.none_closed"], face.ink.dim)], face.ink, width))
    times, names = (max((cell_len(row[n]) for row in rows), default=0) for n in (0, 1))
    names = min(names, width // 3)
    widths = (times, names, max(1, width - 2 * SIGN_AT - times - names - 2 * GAP))
    for time, customer, ending in rows[: room - 1]:
        cells: list[Cell] = [
            (time, face.ink.locked),
            (customer, face.ink.plain),
            (ending, face.ink.dim),
        ]
        strips.append(list_row(in_columns(cells, widths), face.ink, width))
    return Drawn(strips, [])


def figures_block(day: DayFigures, face: Face, width: int) -> Drawn:
    """Return the figures of the day in big digits, each with what it is of."""
    words = face.words

    def of(count: int) -> str:
        return words["home.of_n"].format(n=count) if count else ""

    promises = str(day.promises_kept) if day.promises_ended else "–"
    figures = [
        Figure(words["home.closed"], str(day.closed)),
        Figure(words["home.completed"], str(day.completed), of(day.closed)),
        Figure(words["home.median"], _median(day), of(day.closed)),
        Figure(words["home.kept"], promises, of(day.promises_ended)),
    ]
    title = heading(words["home.today"], face, width, at=SIGN_AT)
    return Drawn([title, *figure_strips(figures, face.ink, width)], [])


def figures_row(day: DayFigures | None, face: Face, width: int) -> Strip:
    """Return the figures of the day in one row, as many as fit."""
    words, ink = face.words, face.ink
    if day is None:
        return line([], width, ink.plain)
    parts: list[Cell] = [(f"{words['home.today']}  ", ink.dim)]
    if not day.closed:
        return list_row([*parts, (words["home.none_closed"], ink.dim)], ink, width)
    of = {n: words["home.of_n"].format(n=n) for n in (day.closed, day.promises_ended)}
    figures = [
        ("closed", str(day.closed)),
        ("completed", f"{day.completed} {of[day.closed]}"),
        ("median", _median(day)),
        ("kept", f"{day.promises_kept} {of[day.promises_ended]}" if day.promises_ended else ""),
    ]
    left = width - 2 * SIGN_AT - cell_len(parts[0][0])
    for name, value in figures:
        label = f"{words[f'home.{name}']} "
        cells = cell_len(label + value) + 3
        if value and cells - 3 <= left:
            parts += [(label, ink.dim), (f"{value}   ", ink.plain)]
            left -= cells
    return list_row(parts, ink, width)


def _median(day: DayFigures) -> str:
    return clock_text(day.median) if day.closed else "–"


def title_row(face: Face, who: str, dates: Sequence[str], time: str, width: int) -> Strip:
    """Return the first row: the program, who is at the desk, and today.

    `dates` are today in words, the longest first; the first one that fits stands there.
    """
    ink = face.ink
    name = f"{' ' * SIGN_AT}{face.words['home.title']}   "
    room = width - SIGN_AT - cell_len(name)
    date = next((date for date in dates if cell_len(f"{who}   {date}  {time}") <= room), "")
    right = f"{date}  " if date else ""
    who = fit(who, max(0, room - cell_len(right + time) - 2))
    gap = " " * max(1, room - cell_len(who + right + time))
    parts: list[Cell] = [
        (name, ink.status_strong),
        (who + gap + right, ink.status),
        (time, ink.status_strong),
    ]
    return line(parts, width, ink.status)


FIGURE_ROWS = ROWS + 1
"""Rows of the figures with their heading."""
