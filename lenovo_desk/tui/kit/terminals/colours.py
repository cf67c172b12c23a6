"""The colours of the themes on terminals that have fewer: 256, 16 or none.

The nearest of 256 colours merges surfaces and dims text, so each token has its own number. Of 16
the user chooses the shades: text is white or bright on black, in every theme. Without colour,
weight and lines say it: base is bold, lit and chips are reversed, harm is underlined, the rest of a
bar is blank.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from rich.color import Color as Ink
from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from lenovo_desk.tui.kit.theme import TOKENS

ALL, MANY, FEW, NONE = 1 << 24, 256, 16, 0
"""How many colours a terminal has."""
OF_256 = {
    "dark": (233, 234, 235, 237, 238, 231, 252, 248, 102, 111, 215, 203),
    "light": (255, 254, 231, 189, 251, 233, 238, 240, 241, 25, 58, 124),
    "contrast": (16, 16, 234, 236, 246, 231, 255, 253, 250, 153, 221, 210),
}
"""The numbers of the tokens, in their order. Amber on light is olive: brown is too pale on rise."""
TEXT_OF_16 = {"line": 8, "base": 15, "hand": 14, "time": 11, "harm": 9, "ground": 0}
"""Text that is not white (7), and the dark text on what is filled."""
SURFACE_OF_16 = {"lit": 4, "half": 7, "quiet": 7, "hand": 6, "time": 3}
"""Surfaces that are not black (0)."""
_BLACK, _WHITE = 0, 7
_PAPER = ("#000000", "#ffffff")
"""Black on white, as codes for phones are: it stays so even without colour, or none reads them."""
_PRINTED = Style.from_color(
    Ink("", ColorType.STANDARD, _BLACK), Ink("", ColorType.STANDARD, _WHITE)
)
_FLAT = ("ground", "rise", "stage")
_MONOCHROME = re.compile(r"dumb|unknown|vt\d.*|.*-(m|mono|nocolor)", re.IGNORECASE)
"""Names of terminals without colours."""


def colours_of(env: Mapping[str, str], system: str | None) -> int:
    """Return how many colours to paint with; `system` is what Rich takes the terminal for."""
    if env.get("NO_COLOR") or system is None:
        return NONE
    if system != "truecolor" and _MONOCHROME.fullmatch(env.get("TERM", "")):
        return NONE
    return {"truecolor": ALL, "256": MANY}.get(system, FEW)


def _named(*names: str) -> dict[str, str]:
    """Return the names by the colours they have in the themes."""
    return {getattr(tokens, name): name for tokens in TOKENS.values() for name in names}


_TEXT = _named("ground", "line", "quiet", "faint", "half", "base", "hand", "time", "harm")
_SURFACE = _named("rise", "ground", "stage", "lit", "half", "quiet", "hand", "time")
_NUMBER = {
    colour: number
    for name, tokens in TOKENS.items()
    for colour, number in zip(tokens, OF_256[name], strict=True)
}


class FewerColours(LineFilter):
    """Paints the tokens with the colours that the terminal has."""

    def __init__(self, colours: int) -> None:
        super().__init__()
        self._restyled = lru_cache(1024)({MANY: _of_256, FEW: _of_16}.get(colours, _uncoloured))

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments in other colours."""
        restyled = self._restyled
        return [
            Segment(text, style and restyled(style), control) for text, style, control in segments
        ]


def _hex(colour: Ink | None) -> str:
    return colour.triplet.hex if colour is not None and colour.triplet is not None else ""


def _of_256(style: Style) -> Style:
    colour, surface = _NUMBER.get(_hex(style.color)), _NUMBER.get(_hex(style.bgcolor))
    return style + Style.from_color(
        None if colour is None else Ink("", ColorType.EIGHT_BIT, colour),
        None if surface is None else Ink("", ColorType.EIGHT_BIT, surface),
    )


def _of_16(style: Style) -> Style:
    if (_hex(style.color), _hex(style.bgcolor)) == _PAPER:
        return style + _PRINTED
    text, surface = _TEXT.get(_hex(style.color), ""), _SURFACE.get(_hex(style.bgcolor), "")
    colour = TEXT_OF_16.get(text, _WHITE)
    ground = SURFACE_OF_16.get(surface, _BLACK)
    if colour == ground:
        colour = _BLACK if ground else _WHITE
    restyled = style + Style.from_color(
        Ink("", ColorType.STANDARD, colour), Ink("", ColorType.STANDARD, ground)
    )
    # Bold black is painted grey by many a terminal with 16 colours.
    return restyled + Style(bold=False) if colour == _BLACK else restyled


def _uncoloured(style: Style) -> Style:
    if (_hex(style.color), _hex(style.bgcolor)) == _PAPER:
        return style + _PRINTED
    text, surface = _TEXT.get(_hex(style.color), ""), _SURFACE.get(_hex(style.bgcolor), "")
    filled = bool(surface) and surface not in _FLAT
    return Style(
        bold=style.bold or text == "base",
        underline=style.underline or text == "harm",
        reverse=filled or (style.reverse and text != "line"),
        italic=style.italic,
    )
