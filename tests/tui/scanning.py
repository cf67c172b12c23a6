"""A phone before the screen: everything painted becomes pixels, and a reader looks for codes."""

from collections.abc import Iterable, Sequence

import zxingcpp
from rich.cells import cell_len
from rich.color import Color
from textual.strip import Strip

DOTS = 4
"""Pixels of half a cell, which is about a square."""
_TOP, _BOTTOM = "▀█", "▄█"
Cell = tuple[str, int, int]
"""A character and how light its ink and its ground are, 0 to 255."""


def cells_of(strip: Strip) -> list[Cell]:
    """Return the cells of a painted row; the second one of a wide character is a blank."""
    cells: list[Cell] = []
    for text, style, _ in strip:
        ink = lightness(style.color if style else None)
        ground = lightness(style.bgcolor if style else None)
        for char in text:
            cells += [(char, ink, ground), (" ", ink, ground)][: cell_len(char)]
    return cells


def codes_read(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """Return the texts of the codes that are seen in painted rows."""
    lines = [line for row in rows for line in _pixel_rows(row)]
    width = max(map(len, lines))
    pixels = b"".join(line.ljust(width, line[-1:]) for line in lines)
    view = memoryview(pixels).cast("B", shape=[len(lines), width])
    return [str(code.text) for code in zxingcpp.read_barcodes(view)]


def scanned(strips: Iterable[Strip]) -> str:
    """Return what the only code on a screen says."""
    (text,) = codes_read([cells_of(strip) for strip in strips])
    return text


def _pixel_rows(row: Sequence[Cell]) -> list[bytes]:
    """Return the pixels of a row; letters are spots of their ink, as good as any to a reader."""
    halves: list[bytearray] = [bytearray(), bytearray()]
    for char, ink, ground in row:
        letter = char not in " ▀▄█"
        for half, marks in zip(halves, (_TOP, _BOTTOM), strict=True):
            spot = bytes([ink, ground] * (DOTS // 2)) if letter else b""
            half += spot or bytes([ink if char in marks else ground]) * DOTS
    return [bytes(half) for half in halves for _ in range(DOTS)]


def lightness(color: Color | None) -> int:
    """Return how light a colour is, 0 to 255; one that is not named may be any."""
    red, green, blue = color.get_truecolor() if color else (128, 128, 128)
    return (299 * red + 587 * green + 114 * blue) // 1000
