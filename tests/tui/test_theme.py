"""The colours of the themes, measured: every text is legible, one hue keeps one meaning."""

from itertools import combinations, product
from pathlib import Path

import pytest
from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from lenovo_desk.tui.desk.qr.qr_codes import PAPER
from lenovo_desk.tui.kit.terminals.colours import (
    ALL,
    FEW,
    MANY,
    NONE,
    OF_256,
    FewerColours,
    colours_of,
)
from lenovo_desk.tui.kit.theme import _SPECS, TOKENS, Tokens
from tests.tui.driver import desk

LEGIBLE = 4.5
"""The contrast of text that WCAG 2 asks for at least."""
TEXTS = ("base", "half", "quiet", "faint", "hand", "time", "harm")
SURFACES = ("ground", "rise", "stage", "lit", "half", "time", "hand")
FAR = {"dark": 29.5, "contrast": 23.5, "light": 18.5}
"""How far apart hues and text must be for eyes without red, green or blue, in CIE76 ΔE."""
EYES = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What of linear red, green and blue is seen: Machado, Oliveira and Fernandes 2009, severity 1."""

VGA = (
    *((0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0)),
    *((0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170)),
    *((85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85)),
    *((85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255)),
)
"""The colours of the Linux console, the least legible of the usual sixteen."""

RGB = tuple[float, float, float]


def linear(colour: str) -> RGB:
    """Return a colour as linear red, green and blue."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 measures it, from 1 to 21."""
    lights = sorted(
        sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear(c), strict=True))
        for c in (one, other)
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def lab(rgb: RGB) -> RGB:
    """Return linear red, green and blue as CIE L*a*b* under D65."""
    matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    x, y, z = (
        (lambda t: t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116)(
            max(0.0, sum(w * p for w, p in zip(row, rgb, strict=True))) / against
        )
        for row, against in zip(matrix, white, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: str, eye: str) -> RGB:
    """Return what an eye sees of a colour, as L*a*b*."""
    rgb = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(w * p for w, p in zip(row, rgb, strict=True)))) for row in EYES[eye]
    )
    return lab((red, green, blue))


@pytest.mark.parametrize("name", TOKENS)
def test_every_style_of_the_screens_is_legible(name: str) -> None:
    tokens = TOKENS[name]._asdict()
    faint = {}
    for ink, spec in _SPECS.items():
        text, _, surface = spec.replace("bold ", "").replace("underline ", "").partition(" on ")
        text, surface = text.removeprefix("$"), surface.removeprefix("$")
        if text == "line":
            continue  # a rule is no text
        assert text in TEXTS or (surface in ("half", "time", "hand") and text == "ground"), ink
        assert surface in SURFACES, ink
        assert not (text == "faint" and surface in ("stage", "lit")), "quiet takes its place"
        assert not (text == "harm" and surface == "lit")
        if (measured := contrast(tokens[text], tokens[surface])) < LEGIBLE:
            faint[ink] = round(measured, 2)
    assert not faint


@pytest.mark.parametrize("name", TOKENS)
def test_the_phrase_is_the_brightest_and_guidance_steps_back(name: str) -> None:
    tokens = TOKENS[name]
    phrase = contrast(tokens.base, tokens.stage)
    guidance = contrast(tokens.quiet, tokens.ground)
    hues = [contrast(hue, tokens.ground) for hue in (tokens.hand, tokens.time, tokens.harm)]
    assert phrase > 1.15 * guidance
    assert phrase > 1.15 * max(hues)


@pytest.mark.parametrize(("name", "eye"), [*product(TOKENS, EYES)])
def test_hues_are_told_apart_by_every_eye(name: str, eye: str) -> None:
    tokens: Tokens = TOKENS[name]
    colours = {key: getattr(tokens, key) for key in ("half", "hand", "time", "harm")}
    near = {}
    for one, other in combinations(colours, 2):
        pairs = zip(seen(colours[one], eye), seen(colours[other], eye), strict=True)
        distance = sum((a - b) ** 2 for a, b in pairs) ** 0.5
        if distance < FAR[name]:
            near[one, other] = round(distance, 1)
    assert not near


def styled(name: str, spec: str) -> Style:
    """Return the style of an ink in a theme."""
    for token, colour in sorted(TOKENS[name]._asdict().items(), reverse=True):
        spec = spec.replace(f"${token}", colour)
    return Style.parse(spec)


def repainted(style: Style, colours: int) -> Style:
    """Return the style that a terminal with fewer colours gets."""
    (segment,) = FewerColours(colours).apply([Segment("x", style)], None)  # type: ignore[arg-type]
    assert segment.style is not None
    return segment.style


def shade(colour: Color | None) -> str:
    """Return a numbered colour as its `#rrggbb`."""
    assert colour is not None
    assert colour.number is not None
    if colour.number < 16:
        red, green, blue = VGA[colour.number]
        return f"#{red:02x}{green:02x}{blue:02x}"
    return colour.get_truecolor().hex


def test_the_numbers_of_256_colours_are_those_of_the_plan() -> None:
    assert OF_256["dark"] == (233, 234, 235, 237, 238, 231, 252, 248, 102, 111, 215, 203)
    assert OF_256["light"][Tokens._fields.index("rise")] == 254
    for name in TOKENS:
        for one, other in combinations(zip(TOKENS[name], OF_256[name], strict=True), 2):
            assert (one[0] == other[0]) == (one[1] == other[1]), (name, one, other)


@pytest.mark.parametrize(("name", "ink"), [*product(TOKENS, _SPECS)])
def test_every_style_is_legible_in_256_colours(name: str, ink: str) -> None:
    style = repainted(styled(name, _SPECS[ink]), MANY)
    if "$line" not in _SPECS[ink]:
        assert contrast(shade(style.color), shade(style.bgcolor)) >= LEGIBLE


@pytest.mark.parametrize(("name", "ink"), [*product(TOKENS, _SPECS)])
def test_every_style_can_be_read_in_16_colours(name: str, ink: str) -> None:
    style = repainted(styled(name, _SPECS[ink]), FEW)
    assert style.color is not None
    assert style.bgcolor is not None
    assert style.bgcolor.number in range(8), "a bright surface is no colour of the Linux console"
    assert not (style.bold and style.color.number == 0), "bold black is grey"
    if "$line" not in _SPECS[ink]:
        late = style.bgcolor.number == 3  # its brown is amber on other terminals
        assert contrast(shade(style.color), shade(style.bgcolor)) >= (4 if late else LEGIBLE)


@pytest.mark.parametrize("name", TOKENS)
def test_without_colour_weight_and_lines_say_it(name: str) -> None:
    for ink, spec in _SPECS.items():
        style = repainted(styled(name, spec), NONE)
        assert style.color is None
        assert style.bgcolor is None
        assert bool(style.bold) == ("bold" in spec or "$base" in spec), ink
        assert bool(style.underline) == ("underline" in spec or "$harm on" in spec), ink
        assert bool(style.reverse) == spec.endswith(("$lit", "$half", "$time", "on $hand")), ink


def test_without_colour_the_rest_of_a_bar_is_blank() -> None:
    solid, rest = (
        repainted(styled("dark", spec) + Style(reverse=True), NONE)
        for spec in (_SPECS["plain"], _SPECS["rule"])
    )
    assert (bool(solid.reverse), bool(rest.reverse)) == (True, False)


@pytest.mark.parametrize("colours", [MANY, FEW, NONE])
def test_a_code_for_the_phone_stays_black_on_white(colours: int) -> None:
    style = repainted(PAPER, colours)
    assert style.color is not None
    assert style.color.number in (0, 16)
    assert style.bgcolor is not None
    assert style.bgcolor.number in (7, 231)


def test_a_terminal_is_given_the_colours_it_has() -> None:
    for env, system, colours in (
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "truecolor", ALL),
        ({"TERM": "xterm-256color"}, "256", MANY),
        ({"TERM": "screen-256color"}, "256", MANY),
        ({"TERM": "linux"}, "standard", FEW),
        ({"TERM": "xterm"}, "standard", FEW),
        ({}, "windows", FEW),
        ({"TERM": "dumb"}, None, NONE),
        ({"TERM": "vt100"}, "standard", NONE),
        ({"TERM": "vt220"}, "standard", NONE),
        ({"TERM": "xterm-mono"}, "standard", NONE),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, "truecolor", NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, "256", MANY),
    ):
        assert colours_of(env, system) == colours, env


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
@pytest.mark.parametrize(
    ("keys", "sign"),
    [
        ("1", ""),
        ("2", "!"),
        ("1 1 9", "!"),
        ("1 1 r x space 0 6 3 9 9 8 1 2 4 5 enter", "!"),
    ],
)
async def test_without_colour_no_blank_is_underlined(
    tmp_path: Path, language: str, keys: str, sign: str
) -> None:
    """Guidance, a caution, a refusal, a doubted reply: harm is underlined, its margin is not."""
    async with desk(tmp_path, language=language, size=(100, 30)) as d:
        await d.press(*keys.split())
        lines = {
            text
            for strip in d.strips
            for text, style, _ in FewerColours(NONE).apply(list(strip), None)  # type: ignore[arg-type]
            if style and style.underline
        }
        assert sign in {*lines, ""}
        assert not [text for text in lines if text != text.strip()]
