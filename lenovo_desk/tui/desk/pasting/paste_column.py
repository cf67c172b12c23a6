"""How a pasted message and what was read in it are painted."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.pasted.message_reading import Span
from lenovo_desk.tui.desk.pasting.proposed_facts import ProposedFact, ReadMessage
from lenovo_desk.tui.kit.cursor_list import CursorList, window_top
from lenovo_desk.tui.kit.edges import MEASURE, SIGN_AT, TEXT_AT, risen
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.lists.rows import list_row
from lenovo_desk.tui.kit.text_layout import fit, pad, wrap
from lenovo_desk.tui.kit.theme import Inks

LEAST = 3
"""The fewest rows that the message and the proposals keep in a low window."""
DIGITS = "1234567890"
"""The keys of the first proposals."""
Parts = list[tuple[str, Style]]
Words = Mapping[str, str]


class PasteLook(NamedTuple):
    """What the screen shows of a message."""

    text: str
    reading: ReadMessage
    cursor: int
    """The proposal under the cursor, from 0."""
    title: str


class PaintedPaste(NamedTuple):
    """The rows of the screen, and which of them are proposals."""

    strips: list[Strip]
    numbers: dict[int, int]
    """The number of the proposal on a row, from 0."""


def paint_paste(look: PasteLook, words: Words, ink: Inks, width: int, height: int) -> PaintedPaste:
    """Return the message with what was read of it, the proposals, and what is left to ask."""
    facts, blank = look.reading.facts, line([], width, ink.plain)
    title = line([(" " * TEXT_AT + fit(look.title, width - TEXT_AT), ink.title)], width, ink.plain)
    lines = _message_lines(look.text, min(MEASURE, width - TEXT_AT - 3))
    doubts = _led(blank, _doubts(look.reading, words, ink, width))
    closing = _led(blank, _prose(words["pasted.not_kept"], ink, width)) if facts else []
    least = 2 + min(LEAST, len(lines)) + 1
    if least + len(facts) + len(doubts) + len(closing) > height:
        closing = []
    doubts = doubts[: max(0, height - least - len(facts) - len(closing))]
    window = CursorList(len(facts), look.cursor, max(1, height - least - len(doubts))).window
    room = height - 3 - len(window) - len(doubts) - len(closing)
    rows = [title, blank, *_message(look, lines, ink, width, max(1, room)), blank]
    numbers = {len(rows) + at: number for at, number in enumerate(window)}
    columns = _columns(facts, width)
    rows += [_proposal(facts[n], n, n == look.cursor, columns, ink, width) for n in window]
    rows += doubts[not facts :] + closing
    return PaintedPaste(rows[:height], numbers)


def _led(blank: Strip, rows: list[Strip]) -> list[Strip]:
    return [blank, *rows] if rows else []


def _message_lines(text: str, room: int) -> list[tuple[int, str]]:
    """Return the lines of a message, each with where it begins in the text."""
    lines, at = [], 0
    for row in wrap(text, room):
        at = text.index(row, at)
        lines.append((at, row))
        at += len(row)
    return lines


def _message(
    look: PasteLook, lines: Sequence[tuple[int, str]], ink: Inks, width: int, room: int
) -> list[Strip]:
    """Return the lines of the message in view, the words that were read underlined.

    What the proposal under the cursor was read from is in view.
    """
    facts = look.reading.facts
    spans = [span for fact in facts for span in fact.spans]
    spans += [span for doubt in look.reading.doubts for span in doubt.spans]
    under = facts[look.cursor].spans if look.cursor < len(facts) else ()
    first = min((start for start, _ in under), default=0)
    row = sum(start <= first for start, _ in lines) - 1
    top = window_top(max(0, row - room // 2), len(lines), room)
    return [
        risen(_underlined(text, start, spans, ink), ink, width)
        for start, text in lines[top : top + room]
    ]


def _underlined(text: str, start: int, spans: Sequence[Span], ink: Inks) -> Parts:
    inside = [any(first <= start + at < end for first, end in spans) for at in range(len(text))]
    parts: Parts = []
    for at, char in enumerate(text):
        style = ink.risen_mark if inside[at] else ink.status
        if parts and parts[-1][1] == style:
            parts[-1] = (parts[-1][0] + char, style)
        else:
            parts.append((char, style))
    return parts


class _Columns(NamedTuple):
    label: int
    value: int


def _columns(facts: Sequence[ProposedFact], width: int) -> _Columns:
    labels = max((cell_len(fact.label) for fact in facts), default=0)
    values = max((cell_len(fact.value) for fact in facts), default=0)
    notes = max((cell_len(fact.note) for fact in facts), default=0)
    room = width - 11
    value = min(values, max(room // 2, room - labels - notes))
    return _Columns(min(labels, max(room // 3, room - value - notes)), value)


def _proposal(
    fact: ProposedFact, number: int, current: bool, columns: _Columns, ink: Inks, width: int
) -> Strip:
    """Return the row of a proposal: its key, its tick, label, value and note."""
    key = DIGITS[number] if number < len(DIGITS) else " "
    sign = "=" if fact.same else "✓" if fact.ticked else "☐"
    value = ink.strong if fact.ticked else ink.dim
    parts: Parts = [
        (f"{key} ", ink.key),
        (f"{sign} ", ink.plain if fact.ticked else ink.key),
        (pad(fact.label, columns.label) + "  ", ink.dim),
        (pad(fact.value, columns.value) + "  ", value),
    ]
    room = width - SIGN_AT - sum(cell_len(text) for text, _ in parts) - 1
    return list_row([*parts, (fit(fact.note, room), ink.dim)], ink, width, current)


def _doubts(reading: ReadMessage, words: Words, ink: Inks, width: int) -> list[Strip]:
    """Return what is not proposed, each with its reason: beside its label, below many of them."""
    widths = [cell_len(doubt.labels) for doubt in reading.doubts]
    column = max((cells for cells in widths if cells <= width // 3), default=0)
    rows = []
    for doubt, cells in zip(reading.doubts, widths, strict=True):
        whys = wrap(doubt.why, width - 9 - column)
        if cells > column:
            texts = wrap(doubt.labels, width - 7) + [f"{' ' * column}  {why}" for why in whys]
        else:
            names = [doubt.labels, *[""] * (len(whys) - 1)]
            texts = [f"{pad(name, column)}  {why}" for name, why in zip(names, whys, strict=True)]
        signs = ["    – ", *["      "] * (len(texts) - 1)]
        rows += [
            line([(sign + text, ink.dim)], width, ink.plain)
            for sign, text in zip(signs, texts, strict=True)
        ]
    return rows


def _prose(text: str, ink: Inks, width: int) -> list[Strip]:
    rows = wrap(text, min(MEASURE, width - TEXT_AT - 1))
    return [line([(" " * TEXT_AT + row, ink.dim)], width, ink.plain) for row in rows]
