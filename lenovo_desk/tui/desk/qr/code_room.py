"""Where a code stands in a window: beside its words, or above them where it is narrow."""

from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from lenovo_desk.tui.desk.qr.qr_codes import drawn, modules
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.terminals.signs import half_blocks_stand
from lenovo_desk.tui.kit.theme import Inks

PANE = 24
"""Cells that the words beside a code have at least."""
BELOW = 7
"""Rows that the words below a code have at least."""
GAP = 2
"""Cells between a code and the words beside it."""
LARGER = 2
"""How many times larger a small code may be drawn, to be read from further away."""


class CodeRoom(NamedTuple):
    """The room that a window has for a code, in modules, and where its words stand."""

    side: int
    beside: bool


def room_in(width: int, height: int) -> CodeRoom:
    """Return the room of a window without its row of keys.

    Half a row is a module, or a whole one that is two cells wide.
    """
    across, down = (1, 2) if half_blocks_stand() else (2, 1)
    beside = CodeRoom(min((width - PANE - GAP) // across, down * height), True)
    below = CodeRoom(min(width // across, down * (height - BELOW)), False)
    return max(beside, below, key=lambda room: (room.side, room.beside))


def code_strips(payload: str, side: int) -> list[Strip]:
    """Return the drawn code of a payload, as large as may be in a room."""
    code = modules(payload)
    scale = max(1, min(LARGER, side // len(code))) if code else 1
    return drawn(modules(payload, scale)) if code else []


def words_size(code: list[Strip], room: CodeRoom, size: tuple[int, int]) -> tuple[int, int]:
    """Return the cells and rows that the words of a code have in a window of a size."""
    width, height = size
    if not code:
        return width, height
    if room.beside:
        return width - code[0].cell_length - GAP, height
    return width, height - len(code)


def laid_out(
    code: list[Strip], words: list[Strip], room: CodeRoom, ink: Inks, size: tuple[int, int]
) -> list[Strip]:
    """Return the rows of a window with a code and its words."""
    width, height = size
    blank = line([], width, ink.plain)
    wide = code[0].cell_length if code else 0
    if not room.beside or not code:
        left = (width - wide) // 2
        pads = Segment(" " * left, ink.plain), Segment(" " * (width - wide - left), ink.plain)
        rows = [*(Strip([pads[0], *strip, pads[1]], width) for strip in code), *words]
        return (rows + [blank] * height)[:height]
    no_code, no_words = line([], wide, ink.plain), line([], width - wide - GAP, ink.plain)
    gap = Segment(" " * GAP, ink.plain)
    codes, texts = code + [no_code] * height, words + [no_words] * height
    pairs = list(zip(codes, texts, strict=False))[:height]
    return [Strip([*code_row, gap, *text], width) for code_row, text in pairs]
