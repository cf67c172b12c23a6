"""Figures: a label, big digits of half blocks, and of how many they are."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.strip import Strip

from lenovo_desk.tui.kit.edges import SIGN_AT
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.lists.rows import Cell
from lenovo_desk.tui.kit.text_layout import pad
from lenovo_desk.tui.kit.theme import Inks

_PIXELS = {
    "0": "### #.# #.# #.# ###",
    "1": ".#. ##. .#. .#. ###",
    "2": "### ..# ### #.. ###",
    "3": "### ..# .## ..# ###",
    "4": "#.# #.# ### ..# ..#",
    "5": "### #.. ### ..# ###",
    "6": "### #.. ### #.# ###",
    "7": "### ..# ..# ..# ..#",
    "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ###",
    ":": ". # . # .",
    "–": "... ... ### ... ...",
}
"""Each sign as five rows of pixels."""
_HALVES = {"..": " ", "#.": "▀", ".#": "▄", "##": "█"}
"""The sign of a cell by its upper and its lower pixel."""
ROWS = 5
"""Rows of a figure: label, three of digits, of how many."""


class Figure(NamedTuple):
    """A figure of which it is said how many it is of."""

    label: str
    text: str
    """What stands in big digits: `0` to `9`, `:` and `–`."""
    of: str = ""
    """Of how many, in words."""


def big_digits(text: str) -> list[str]:
    """Return a text of digits and colons as three rows of half blocks."""
    signs = [_PIXELS[sign].split() for sign in text]
    pixels = [" ".join(sign[row] for sign in signs).replace(" ", ".") for row in range(ROWS)]
    pixels.append("." * len(pixels[0]))
    return [
        "".join(_HALVES[upper + lower] for upper, lower in zip(*pixels[row : row + 2], strict=True))
        for row in range(0, len(pixels), 2)
    ]


def figure_strips(figures: Sequence[Figure], ink: Inks, width: int) -> list[Strip]:
    """Return figures side by side, in columns as wide as each other."""
    room = (width - SIGN_AT) // len(figures)
    digits = [big_digits(figure.text) for figure in figures]
    rows: list[list[Cell]] = [
        [(pad(figure.label, room - 1) + " ", ink.dim) for figure in figures],
        *([(pad(each[n], room - 1) + " ", ink.plain) for each in digits] for n in range(3)),
        [(pad(figure.of, room - 1) + " ", ink.locked) for figure in figures],
    ]
    return [line([(" " * SIGN_AT, ink.plain), *row], width, ink.plain) for row in rows]
