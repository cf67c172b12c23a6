"""QR codes for the room that a window has: how large one may be, and texts in parts that fit."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, cast

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.tui.kit.terminals.signs import half_blocks_stand
from lenovo_desk.tui.kit.text_layout import units

QUIET = 4
"""Light modules around a code, as ISO/IEC 18004 asks."""
PAPER = Style.parse("#000000 on #ffffff")
"""Dark on light in every theme: many phones cannot read the reverse."""
PRINTED = PAPER + Style(reverse=True)
VERSIONS = 40
LEAST_TEXT = 30
"""Bytes of text, ten ideographs: below this a part does not repeat the number it goes to."""
_HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}
_STOPS = frozenset("。！？；….!?;\n")
_PAUSES = frozenset("，、：,:")
_MODE_BITS, _COUNT_BITS, _LONG_COUNT_BITS, _LONG_COUNTS = 4, 8, 16, 10
Modules = tuple[tuple[int, ...], ...]


class CodePart(NamedTuple):
    """A part of a text and the content of its code."""

    text: str
    payload: str


@lru_cache(maxsize=64)
def modules(payload: str, scale: int = 1) -> Modules:
    """Return the modules with their quiet zone, 1 for dark; empty if too long for any code.

    Every phone reads byte mode in UTF-8. The lowest level of error correction is enough on a
    screen; segno raises it where that needs no more modules.
    """
    import segno

    try:
        code = segno.make_qr(payload, error="l", mode="byte", encoding="utf-8")
    except segno.DataOverflowError:
        return ()
    return tuple(tuple(row) for row in code.matrix_iter(scale=scale, border=QUIET))


def capacity(side: int) -> int:
    """Return the most bytes of a code at most `side` modules wide, quiet zone included."""
    from segno.consts import ERROR_LEVEL_L, SYMBOL_CAPACITY

    version = min(VERSIONS, (side - 2 * QUIET - 17) // 4)
    if version < 1:
        return 0
    count = _COUNT_BITS if version < _LONG_COUNTS else _LONG_COUNT_BITS
    bits = cast(Mapping[int, Mapping[int, int]], SYMBOL_CAPACITY)[version][ERROR_LEVEL_L]
    return (bits - _MODE_BITS - count) // 8


def code_parts(text: str, payload: str, side: int) -> tuple[CodePart, ...]:
    """Return a text as one code or as several that fit; empty when none can.

    `payload` is the content of the code for the whole text. Where that does not fit, each part
    goes to the same number, as a message of its own. Parts are plain codes: phones' cameras do
    not join the codes of a structured append.
    """
    most = capacity(side)
    if len(payload.encode()) <= most:
        return (CodePart(text, payload),)
    head = payload.removesuffix(text) if payload.endswith(text) else ""
    if most - len(head.encode()) < LEAST_TEXT:
        head = ""
    texts = _split(text, most - len(head.encode()))
    return tuple(CodePart(part, head + part) for part in texts)


def _split(text: str, most: int) -> list[str]:
    """Split a text into the fewest parts of at most `most` bytes; joined they are the text.

    They end after a sentence, else a pause, in the last half of what fits, if that adds no part.
    """
    fewest = list(_filled(text, most, ()))
    for ends in ((_STOPS, _PAUSES), (_STOPS,)):
        spoken = list(_filled(text, most, ends))
        if len(spoken) <= len(fewest):
            return spoken
    return fewest


def _filled(text: str, most: int, ends: tuple[frozenset[str], ...]) -> Iterator[str]:
    pieces = list(_pieces(text, most))
    while pieces:
        fits, used = 0, 0
        for piece in pieces:
            used += len(piece.encode())
            if used > most:
                break
            fits += 1
        if not fits:
            return
        stop = fits if fits == len(pieces) else _breath(pieces[:fits], most, ends) or fits
        yield "".join(pieces[:stop])
        pieces = pieces[stop:]


def _breath(pieces: list[str], most: int, ends: tuple[frozenset[str], ...]) -> int:
    """Return after how many pieces a voice would rest, at least halfway; 0 when nowhere."""
    sizes = [len(piece.encode()) for piece in pieces]
    for marks in ends:
        for stop in range(len(pieces), 0, -1):
            if 2 * sum(sizes[:stop]) < most:
                break
            if pieces[stop - 1].rstrip()[-1:] in marks:
                return stop
    return 0


def _pieces(text: str, most: int) -> Iterator[str]:
    """Yield what is not to be divided: words and ideographs; letters of what is too long."""
    for unit in units(text):
        if len(unit.encode()) <= most:
            yield unit
        else:
            yield from unit


def drawn(code: Modules) -> list[Strip]:
    """Return a code as rows of half blocks, two modules a cell; where they do not stand, of blanks.

    A module is then two cells of a row.
    """
    if not half_blocks_stand():
        return [
            Strip([Segment("  ", PRINTED if module else PAPER) for module in row]) for row in code
        ]
    light = (0,) * len(code[0])
    pairs = zip(code[::2], (*code[1::2], light), strict=False)
    return [
        Strip([Segment("".join(map(_HALVES.__getitem__, zip(*pair, strict=True))), PAPER)])
        for pair in pairs
    ]
