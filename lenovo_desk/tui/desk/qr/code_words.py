"""The words beside a code: what it holds, which part of it, and what else there is to show."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.tui.digits import TEN, number_key
from lenovo_desk.tui.kit.edges import MEASURE
from lenovo_desk.tui.kit.hint_row import TimeUp
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import fit, wrap
from lenovo_desk.tui.kit.theme import Inks

SIGN = 3
"""Cells of a sign or a number before a text."""
_Row = list[tuple[str, Style]]


class CodeWords(NamedTuple):
    """What is said of a code."""

    title: str
    texts: Sequence[str]
    """The parts of the text, in order; one when the code holds all of it."""
    part: int
    """Which of them the code holds."""
    parts_shown: frozenset[int]
    note: str
    """How parts are used on the phone; empty when there is one."""
    labels: Sequence[str]
    """Everything that can be shown."""
    at: int
    """Which of it is shown."""
    message: str = ""
    alert: bool = False


def word_rows(code: CodeWords, ink: Inks, size: tuple[int, int]) -> list[Strip]:
    """Return the words of a code in at most the rows of a size; the text gives way first."""
    width, height = size
    room = max(8, min(width - 1, MEASURE))
    head: list[_Row] = [[(code.title, ink.pane), (f" {_rule(code.title, room)}", ink.rule)], []]
    note: list[_Row] = [[(row, ink.dim)] for row in wrap(code.note, room) if code.note]
    message = _message(code, ink, room)
    foot = [block for block in (note, _offers(code, ink, room), message) if block]
    under = [row for block in foot for row in ([], *block)]
    text = _texts(code, ink, room, max(1, height - len(head) - len(under)))
    return [line(row, width, ink.plain) for row in [*head, *text, *under]][:height]


def _rule(title: str, room: int) -> str:
    return "─" * max(0, room - cell_len(title) - 1)


def _texts(code: CodeWords, ink: Inks, room: int, most: int) -> list[_Row]:
    """Return the text with the part in view brightest; the others in a row each if need be."""
    if len(code.texts) == 1:
        rows = [[(row, ink.strong)] for row in wrap(code.texts[0], room)]
        return rows if len(rows) <= most else [*rows[: most - 1], [("…", ink.dim)]]
    blocks = [_part(code, number, ink, room) for number in range(len(code.texts))]
    if sum(map(len, blocks)) > most:
        blocks = [
            block if number == code.part else [_cut(block, code.texts[number], room)]
            for number, block in enumerate(blocks)
        ]
    rows = [row for block in blocks for row in block]
    first = sum(len(block) for block in blocks[: code.part])
    start = min(first, max(0, len(rows) - most))
    return rows[start : start + most]


def _part(code: CodeWords, number: int, ink: Inks, room: int) -> list[_Row]:
    in_view = number == code.part
    style = ink.strong if in_view else ink.dim
    sign = "✓" if number in code.parts_shown and not in_view else str(number + 1)
    lines = wrap(code.texts[number].strip(), max(4, room - SIGN))
    return [
        [(f"{sign if not at else '':<{SIGN}}", style), (text, style)]
        for at, text in enumerate(lines)
    ]


def _cut(block: list[_Row], text: str, room: int) -> _Row:
    sign, (_, style) = block[0]
    return [sign, (fit(text.strip(), max(4, room - SIGN)), style)]


def _offers(code: CodeWords, ink: Inks, room: int) -> list[_Row]:
    """Return what else there is, numbered; nothing when there is no more."""
    if len(code.labels) < 2:
        return []
    rows: list[_Row] = []
    for number, label in enumerate(code.labels[:TEN], 1):
        text = fit(label, room - SIGN)
        pad = " " * (room - SIGN - cell_len(text))
        in_view = number == code.at + 1
        digit, plain = (ink.lit_key, ink.cursor) if in_view else (ink.key, ink.plain)
        rows.append([(number_key(number).lstrip().ljust(SIGN), digit), (text + pad, plain)])
    return rows


def _message(code: CodeWords, ink: Inks, room: int) -> list[_Row]:
    if not code.message:
        return []
    if isinstance(code.message, TimeUp):
        return [[(f" {text} ", ink.late)] for text in wrap(code.message, room - 2)]
    sign, gap = ("!", " ") if code.alert else ("", "")
    return [
        [(" " if at and sign else sign, ink.plain if at else ink.warn), (gap + text, ink.plain)]
        for at, text in enumerate(wrap(code.message, room - len(sign + gap)))
    ]
