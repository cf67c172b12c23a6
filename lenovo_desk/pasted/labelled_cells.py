"""Find what stands behind a label: in a line, in the next line, in a row below its head."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from itertools import pairwise

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.pasted.cues import CuePlace

_COLON = re.compile(
    r"[ \t]*(?:\([^()\n]{1,30}\)[ \t]*|\*{1,2})?(?:[:=|\t]|->|\.{3,}|[ ]-{1,2}[ ])[ \t:=*|]*"
)
_FOREIGN = re.compile(
    r"(?:[,;,;][ ]?|[ ]{2,}|\t|\||。)[ ]*(?=[^\W\d_][^:,;。\n|\t]{0,24}[ ]?:(?!//|\d\d))|[\t|;;]"
    r"|[ ](?=[\u3400-\u9fff]{2,6}:)"
    r"|[ ]/[ ]"
)
"""Where a cell ends: before another label, or with its column."""
_EDGE = " \t\r\x00,;.,;。、|*\"'«»“”"
_START = re.compile(
    r"(?:^|[\n,;.|\t/()\[\]{}*>•·:。、,;!?\-–—#\"'«“【】》]|[ ]{2})[ ]*(?:(?:mon|ma|mes|votre"
    r"|vos|my"
    r"|your|the|le|la|l'|les|n°|我的?|您的?|你的?|的)[ ]?)?$"
)
_SEPARATORS = ("\t", "|", ";", ",")
_SEPARATING = " ,;。/(、\t"
"""What may stand before a cue that ends the text of another cell."""
_NEXT_LINE = re.compile(r"[^\S\n]*\n(?:[ \t\r]*\n)?")
_SENTENCE = re.compile(r"。|(?<=[a-z\d]{3})[.!?][ ]|[!?](?=[\u3400-\u9fff])")
"""Where a cell ends that stands within a line; one that has a line of its own may go on."""
_MARK = re.compile(r":(?!\d)|[=|,;!?。]|\.[ ]")
"""What parts labels from their values in a line where blanks do not."""
_DASHES = (" - ", " / ", " + ")
"""What parts the entries of a line, before a label as well as behind its value."""
_FEWEST_SPACED = 3
"""How many labels a line has whose labels and values only blanks part."""


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
    forename: bool = False
    """Whether it holds the first name alone."""


def cells_in(text: str, low: str, places: list[CuePlace], ending: Collection[str]) -> list[Cell]:
    """Return the cells of all labels of a text; `ending` are the facts whose cues end a text."""
    tables = [*_tables(low, places)]
    covered = [(low.rfind("\n", 0, cell.label[0]) + 1, cell.end) for cell in tables]
    marked: list[tuple[CuePlace, int]] = []
    announcing = [place for place in places if place.facts or place.forename]
    spaced = _spaced(low, announcing)
    for place in announcing:
        if any(a <= place.start < b for a, b in covered):
            continue
        if colon := _COLON.match(low, place.end):
            marked.append((place, colon.end()))
        elif place in spaced:
            marked.append((place, place.end))
        elif _alone(low, place):
            marked.append((place, _line_end(low, place.end)))
    starts = [place.start for place, _ in marked]
    enders = [
        place.start
        for place in places
        if not set(ending).isdisjoint((*place.facts, *(fact for fact, _ in place.values)))
    ]
    announced = {place.start for place in places if place.facts}
    cells = []
    for number, (place, at) in enumerate(marked):
        end = _line_end(low, at)
        if not low[at:end].strip(_EDGE):
            following = _NEXT_LINE.match(low, end)
            at = following.end() if following else end
            end = _line_end(low, at)
            if any(at <= start < end for start in starts[number + 1 : number + 3]):
                continue
        if number + 1 < len(marked):
            end = min(end, max(at, starts[number + 1]))
        if (foreign := _FOREIGN.search(low, at, end)) and foreign.start() > at:
            end = foreign.start()
        first = bisect_right(enders, at)
        for start in enders[first : first + 3]:
            if at < start < end and _parted(low, start, start in announced):
                end = start
        if low[low.rfind("\n", 0, place.start) + 1 : place.start].strip(" *-•\t"):
            sentence = _SENTENCE.search(low, at, end)
            end = sentence.start() if sentence and sentence.start() > at else end
        mark = low[place.start - 3 : place.start]
        if mark in _DASHES and (dash := low.find(mark, at, end)) > at:
            end = dash
        start, end = trimmed(low, at, end)
        if start < end:
            before = low[max(0, place.start - 24) : place.start]
            own = text[place.start].isupper() or low[place.start] >= "\u3400"
            bounded = place.start == 0 or bool(_START.search(before)) or place in spaced
            bounded |= own and before.endswith(" ")
            label = (place.start, place.end)
            cells.append(Cell(place.facts, label, start, end, bounded, forename=place.forename))
    return [*tables, *cells]


def _parted(low: str, start: int, announces: bool) -> bool:
    """Return whether a cue is apart from the words before it; blanks part only what announces."""
    before = low[start - 1]
    if not announces and before == " ":
        before = low[:start].rstrip(" ")[-1:]
    return before in _SEPARATING


def _spaced(low: str, places: list[CuePlace]) -> set[CuePlace]:
    """Return the labels of lines in which blanks alone part several labels from their values."""
    by_line: dict[int, list[CuePlace]] = {}
    for place in places:
        apart = place.start == 0 or low[place.start - 1] in " \n\t\r"
        if apart and low[place.end : place.end + 1] in (" ", "\t"):
            by_line.setdefault(low.rfind("\n", 0, place.start), []).append(place)
    return {
        place
        for begin, line in by_line.items()
        if len(line) >= _FEWEST_SPACED
        and not _MARK.search(low, begin + 1, _line_end(low, begin + 1))
        for place in line
    }


def trimmed(low: str, start: int, end: int) -> tuple[int, int]:
    """Return a part of a text without blanks and marks at its ends."""
    while start < end and low[start] in _EDGE:
        start += 1
    while end > start and low[end - 1] in _EDGE:
        end -= 1
    return start, end


def _alone(low: str, place: CuePlace) -> bool:
    """Return whether a label is all of a line."""
    before = low[max(0, place.start - 20) : place.start].rpartition("\n")[2]
    behind = low[place.end : place.end + 20].partition("\n")[0]
    return not before.strip(" *-•\t") and not behind.strip(" *\r\t")


def _line_end(low: str, at: int) -> int:
    end = low.find("\n", at)
    return end if end >= 0 else len(low)


def _tables(low: str, places: list[CuePlace]) -> Iterator[Cell]:
    """Yield the cells of the first row below a head whose columns are labels."""
    by_line: dict[int, list[CuePlace]] = {}
    for place in places:
        if place.facts or place.forename:
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
            at = {(place.start, place.end): place for place in labels}
            cells = [trimmed(low, *column) for column in head]
            named = {number: at[cell] for number, cell in enumerate(cells) if cell in at}
            if len(named) < 2 or len(named) * 2 < len(head):
                continue
            rows = [*_rows(low, end, len(head), separator)]
            beyond = rows[-1][-1][1] if rows else end
            for number, place in named.items() if rows else ():
                start, stop = trimmed(low, *rows[0][number])
                if start < stop:
                    yield Cell(
                        place.facts,
                        (place.start, place.end),
                        start,
                        stop,
                        True,
                        True,
                        len(rows),
                        place.forename,
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
