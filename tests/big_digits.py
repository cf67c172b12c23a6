"""Reads the big digits of a wait off a screen as an eye does: by the segments that are lit."""

from collections.abc import Iterable, Sequence

from textual.strip import Strip

_SEGMENTS = ((0, 1), (1, 2), (3, 2), (4, 1), (3, 0), (1, 0), (2, 1))
"""Row and column of the middle of each of the seven segments, in a digit of 3 by 5 dots."""
_DIGITS = {
    "1111110": "0",
    "1101101": "2",
    "1111001": "3",
    "0110011": "4",
    "1011011": "5",
    "1011111": "6",
    "1110000": "7",
    "1111111": "8",
    "1111011": "9",
    "1001011": "1",  # a stroke in the middle with a foot and a flag
}
HIGH = 5


def lit_cells(strips: Iterable[Strip]) -> list[list[bool]]:
    """Return for each cell of a screen whether it is painted in reverse."""
    return [
        [bool(part.style and part.style.reverse) for part in strip for _ in range(part.cell_length)]
        for strip in strips
    ]


def big_time(cells: Sequence[Sequence[bool]]) -> tuple[str, bool]:
    """Return the time that big digits show, and whether they are cut out of a surface.

    Empty when there are none.
    """
    top = next((n for n, row in enumerate(cells) if any(row)), len(cells))
    rows = [list(row) for row in cells[top : top + HIGH + 1]]
    if len(rows) <= HIGH:
        return "", False
    filled = all(rows[0][at] for at in range(len(rows[0])) if any(row[at] for row in rows))
    if filled:
        width = [at for at, cell in enumerate(rows[0]) if cell]
        first, last = width[0], width[-1] + 1
        rows = [[not cell for cell in row[first:last]] for row in rows[1:]]
    lit = [at for at in range(len(rows[0])) if any(row[at] for row in rows[:HIGH])] or [0]
    dots = [row[lit[0] : lit[-1] + 1 : 2] for row in rows[:HIGH]]
    glyphs: list[list[int]] = [[]]
    for at in range(len(dots[0])):
        if any(row[at] for row in dots):
            glyphs[-1].append(at)
        elif glyphs[-1]:
            glyphs.append([])
    return "".join(_glyph([[row[at] for at in glyph] for row in dots]) for glyph in glyphs), filled


def _glyph(dots: Sequence[Sequence[bool]]) -> str:
    if len(dots[0]) == 1:
        return ":"
    if len(dots[0]) < 3:  # half painted
        return "?"
    lit = ("1" if dots[row][column] else "0" for row, column in _SEGMENTS)
    return _DIGITS.get("".join(lit), "?")
