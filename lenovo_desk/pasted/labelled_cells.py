"""Find what stands behind a label: in a line, in the next line, in a row below its head."""

import re
from collections.abc import Iterator
from itertools import pairwise

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.pasted.cues import CuePlace

_COLON = re.compile(
    r"[ \t]*(?:\([^()\n]{1,30}\)[ \t]*|\*{1,2})?(?:[:=|\t]|->|[ ]-{1,2}[ ])[ \t:=*|]*"
)
_HAN_GAP = re.compile(r"[ ]*(?:是|为)[ ]*|[ ]+")
_FOREIGN = re.compile(
    r"(?:[,;,;][ ]?|[ ]{2,}|\t|\||。)[ ]*(?=[^\W\d_][^:,;。\n|\t]{0,24}[ ]?:(?!//|\d\d))|[\t|;;]"
    r"|[ ]/[ ]"
)
"""Where a cell ends: before another label, or with its column."""
_EDGE = " \t\r\x00,;.,;。、|*\"'«»“”"
_START = re.compile(
    r"(?:^|[\n,;.|\t/()\[\]{}*>•·:。、,;!?\-–—#\"'«“【]|[ ]{2})[ ]*(?:(?:mon|ma|mes|votre|vos|my"
    r"|your|the|le|la|l'|les|n°|我的?|您的?|你的?|的)[ ]?)?$"
)
_SEPARATORS = ("\t", "|", ";", ",")


class Cell(NamedTuple):
    """What stands behind a label."""

    facts: tuple[str, ...]
    label: tuple[int, int]
    start: int
    end: int
    bounded: bool
    """Whether the label begins a line, a sentence or a column."""
    row: bool = False
    """Whether it stands in a table."""
    rows: int = 1
    """How many rows the table has."""


def cells_in(low: str, places: list[CuePlace]) -> list[Cell]:
    """Return the cells of all labels of a text."""
    tables = [*_tables(low, places)]
    marked: list[tuple[CuePlace, int]] = []
    covered = [(low.rfind("\n", 0, cell.label[0]) + 1, cell.end) for cell in tables]
    for place in places:
        if not place.facts or any(a <= place.start < b for a, b in covered):
            continue
        colon = _COLON.match(low, place.end)
        if colon:
            marked.append((place, colon.end()))
        elif _alone(low, place):
            marked.append((place, _line_end(low, place.end)))
    cells = []
    for number, (place, at) in enumerate(marked):
        end = _line_end(low, at)
        if not low[at:end].strip(_EDGE):
            following = re.compile(r"[^\S\n]*\n(?:[ \t\r]*\n)?").match(low, end)
            at = following.end() if following else end
            end = _line_end(low, at)
            if any(other.start < end and other.start >= at for other, _ in marked):
                continue
        if number + 1 < len(marked):
            end = min(end, max(at, marked[number + 1][0].start))
        foreign = _FOREIGN.search(low, at, end)
        if foreign and foreign.start() > at:
            end = foreign.start()
        start, end = trimmed(low, at, end)
        if start < end:
            bounded = bool(
                _START.search(low[max(0, place.start - 24) : place.start]) or place.start == 0
            )
            cells.append(Cell(place.facts, (place.start, place.end), start, end, bounded))
    return [*tables, *cells]


def trimmed(low: str, start: int, end: int) -> tuple[int, int]:
    """Return a part of a text without blanks and marks at its ends."""
    while start < end and low[start] in _EDGE:
        start += 1
    while end > start and low[end - 1] in _EDGE:
        end -= 1
    return start, end


def _alone(low: str, place: CuePlace) -> bool:
    """Return whether a label is all of a line, and the next line is no label itself."""
    begin = low.rfind("\n", 0, place.start) + 1
    end = _line_end(low, place.end)
    return (
        low[begin : place.start].strip(" *-•\t") == ""
        and low[place.end : end].strip(" *\r\t") == ""
    )


def _line_end(low: str, at: int) -> int:
    end = low.find("\n", at)
    return end if end >= 0 else len(low)


def _tables(low: str, places: list[CuePlace]) -> Iterator[Cell]:
    """Yield the cells of the first row below a head whose columns are labels."""
    by_line: dict[int, list[CuePlace]] = {}
    for place in places:
        if place.facts:
            by_line.setdefault(low.rfind("\n", 0, place.start) + 1, []).append(place)
    beyond = 0
    for begin, labels in by_line.items():
        if len(labels) < 2 or begin < beyond:
            continue
        end = _line_end(low, begin)
        for separator in _SEPARATORS:
            head = _columns(low, begin, end, separator)
            if len(head) < 2:
                continue
            named = {
                number: place
                for number, (start, stop) in enumerate(head)
                for place in labels
                if (place.start, place.end) == trimmed(low, start, stop)
            }
            if len(named) < 2 or len(named) * 2 < len(head):
                continue
            rows = [*_rows(low, end, len(head), separator)]
            beyond = rows[-1][-1][1] if rows else end
            for number, place in named.items() if rows else ():
                start, stop = trimmed(low, *rows[0][number])
                if start < stop:
                    yield Cell(
                        place.facts, (place.start, place.end), start, stop, True, True, len(rows)
                    )
            break


def _rows(low: str, end: int, count: int, separator: str) -> Iterator[list[tuple[int, int]]]:
    while end < len(low):
        begin, end = end + 1, _line_end(low, end + 1)
        if not low[begin:end].strip(" |\t-:+\r"):
            if separator == "|" and "-" in low[begin:end]:
                continue
            return
        columns = _columns(low, begin, end, separator)
        if len(columns) != count:
            return
        yield columns


def _columns(low: str, begin: int, end: int, separator: str) -> list[tuple[int, int]]:
    cuts = [match.start() for match in re.finditer(re.escape(separator), low[begin:end])]
    edges = [begin - 1, *(begin + cut for cut in cuts), end]
    columns = [(a + 1, b) for a, b in pairwise(edges)]
    if separator == "|" and columns and not low[slice(*columns[0])].strip():
        columns = columns[1:]
    if separator == "|" and columns and not low[slice(*columns[-1])].strip(" \r"):
        columns = columns[:-1]
    return columns
