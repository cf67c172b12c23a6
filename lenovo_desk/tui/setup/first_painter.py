"""The first start as lines: the edge, what has been answered, the options, the settings."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.setting_uses import SettingUse
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.kit.edges import MEASURE, TEXT_AT, edged
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import fit, pad, wrap

COLUMN = 8
"""Options that one column holds."""
GAP = "____"
WIDE = 104
"""The most cells of a row in columns."""
ABOUT = 3
"""The most lines of where a setting is said."""


class Asked(NamedTuple):
    """The question now, or the end, for which the number is 0."""

    number: int
    title: str
    about: str
    """What it is asked for."""
    place: str
    """Its number of how many there are."""
    answers: Mapping[str, str]
    """The answers so far, by their question."""


def asked_rows(question: Asked, names: Sequence[str], face: Face, width: int) -> list[Strip]:
    """Return the upper edge, the answers so far and the question; `names` are all questions."""
    words, ink, blank = face.words, face.ink, edged(None, [], face.ink, width)
    left, right = f"  {words['first.title']}", f"{question.place}  "
    gap = " " * max(1, width - cell_len(left) - cell_len(right))
    edge = [(left, ink.status_strong), (gap + right, ink.status_half)]
    rows = [line(edge, width, ink.status), blank]
    widest = max(cell_len(words[f"first.{name}"]) for name in names) + 2
    for name, answer in question.answers.items():
        label = (pad(words[f"first.{name}"], widest), ink.dim)
        rows.append(edged(("✓", ink.dim), [label, (answer, ink.plain)], ink, width))
    sign = (str(question.number), ink.key) if question.number else None
    rows += [blank] if question.answers else []
    rows.append(edged(sign, [(question.title, ink.title)], ink, width))
    return [*rows, *quiet_rows([question.about], face, width), blank]


def option_rows(options: Sequence[str], current: int, face: Face, width: int) -> list[Strip]:
    """Return options with their numbers, many of them in two columns; `current` is lit."""
    ink = face.ink
    columns = 1 if len(options) <= COLUMN else 2
    per, cells = -(-len(options) // columns), (width - 1) // columns
    rows = []
    for first in range(per):
        parts: list[tuple[str, Style]] = [(" ", ink.plain)]
        for index in range(first, len(options), per):
            lit = index == current
            key = f"{index + 1:>2}" + "  "
            parts += [
                (key, ink.lit_key if lit else ink.key),
                (pad(fit(options[index], cells - 5), cells - 5), ink.cursor if lit else ink.plain),
                (" ", ink.plain),
            ]
        rows.append(line(parts, width, ink.plain))
    return rows


def value_rows(
    needed: Mapping[str, Sequence[SettingUse]],
    texts: Mapping[str, str],
    current: str,
    face: Face,
    width: int,
) -> list[Strip]:
    """Return settings with what was typed for them; the `current` one is in the line above."""
    words, ink = face.words, face.ink
    labels = {name: words.get(f"blanks.{name}", name) for name in needed}
    label_room = min(max(map(cell_len, labels.values())), (width - TEXT_AT) // 2)
    rows = []
    for name, uses in needed.items():
        lit = name == current
        count = filled(words["settings.used"], {"n": str(len(uses))})
        room = max(4, min(width, WIDE) - TEXT_AT - label_room - cell_len(count) - 5)
        fill, quiet = (ink.cursor, ink.lit) if lit else (ink.plain, ink.dim)
        gap = ink.lit_key if lit else ink.key
        text = texts.get(name, "")
        parts = [
            (" ", ink.plain),
            (" ›  " if lit else "    ", gap),
            (f"{pad(fit(labels[name], label_room), label_room)}  ", fill),
            (pad(fit(text or GAP, room), room) + "  ", fill if text else gap),
            (count, quiet),
        ]
        rows.append(line(parts, width, ink.lit if lit else ink.plain))
    return rows


def quiet_rows(texts: Sequence[str], face: Face, width: int, far: bool = False) -> list[Strip]:
    """Return texts as quiet lines, those `far` off fainter; long ones wrap."""
    ink, room = face.ink, max(8, min(MEASURE, width - TEXT_AT - 1))
    style = ink.locked if far else ink.dim
    return [edged(None, [(part, style)], ink, width) for text in texts for part in wrap(text, room)]


def ending_rows(texts: Sequence[str], face: Face, width: int) -> list[Strip]:
    """Return the ways on at the end; the first one is under the cursor."""
    ink = face.ink
    return [
        line(
            [
                (" ", ink.plain),
                (f" {number}  ", ink.key if number > 1 else ink.lit_key),
                (text, ink.plain if number > 1 else ink.cursor),
            ],
            width,
            ink.plain if number > 1 else ink.lit,
        )
        for number, text in enumerate(texts, 1)
    ]
