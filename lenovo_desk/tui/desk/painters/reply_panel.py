"""What stands around a reply while it is written: who reads it, its length, what is doubted."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.wording.message_length import MAX_POST, post_weight
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.desk.painters.phrase_panel import message_size
from lenovo_desk.tui.kit.edges import MEASURE, TEXT_AT, THICK, THIN, edged, staged
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import fit, pad, wrap_within

PUBLIC = "public"
_WHY_ROWS, _SENTENCE_ROWS = 2, 3
"""The most rows of why words are doubted, and of what would be sent instead."""
_TIGHT = 4
"""The most rows for all of it in which the reason has one only."""


class DoubtedWords(NamedTuple):
    """Words of a reply that should not go out, and the reply without them."""

    spans: tuple[tuple[int, int], ...]
    """Where they stand, by index."""
    why: str
    sentence: str
    """What would be sent in their place; empty for nothing."""
    text: str
    """The reply with that in their place."""


def bar_of(via: str) -> str:
    """Return the bar at the left of what goes out by a medium."""
    return THICK if via == PUBLIC else THIN


def empty_row(via: str, face: Face, width: int) -> Strip:
    """Return a row of the stage without text."""
    return staged([], face.ink, width, bar_of(via))


def is_over(via: str, text: str) -> bool:
    """Return whether a text is too long for its medium."""
    return via == PUBLIC and post_weight(text) > MAX_POST


def reply_head(via: str, text: str, face: Face, width: int) -> Strip:
    """Return who will read the reply, and at the right its length."""
    words, ink = face.words, face.ink
    room = max(8, min(MEASURE, width - TEXT_AT - 1))
    yours = words["reply.label"][:1].lower() + words["reply.label"][1:]
    if reader := words.get(f"read_by.{via}", ""):
        chip = (f" {words[f'chips.{via}']} ", ink.chip if via == PUBLIC else ink.cursor)
        left = [chip, (f"  {reader} · {yours}", ink.on_panel)]
    else:
        left = [(words[f"via.{via}"], ink.stage_half), (f"  {yours}", ink.on_panel)]
    size = message_size(text, via, words) or filled(words["reply.size"], {"n": str(len(text))})
    left[-1] = (fit(left[-1][0], max(0, room - cell_len(left[0][0] + size) - 1)), left[-1][1])
    gap = " " * max(1, room - sum(cell_len(part) for part, _ in left) - cell_len(size))
    right = (size, ink.meter_over if is_over(via, text) else ink.stage_title)
    return staged([*left, (gap, ink.on_panel), right], ink, width, bar_of(via))


def reply_foot(
    via: str, text: str, signature: str, part: str, face: Face, width: int
) -> list[Strip]:
    """Return the signature, and of a post a hairline that fills; else an empty row.

    `part` tells which rows are in view when not all are.
    """
    ink, bar = face.ink, bar_of(via)
    room = max(8, min(MEASURE, width - TEXT_AT - 1))
    rows = []
    if signature or part:
        about = f"{signature}  {face.words['reply.signature']}" if signature else ""
        about = pad(about, max(1, room - cell_len(part))) + part
        rows.append(staged([(about, ink.on_panel)], ink, width, bar))
    parts: list[tuple[str, Style]] = []
    if via == PUBLIC:
        full = min(room, -(-room * post_weight(text) // MAX_POST))
        ink_full = ink.meter_over if is_over(via, text) else ink.meter
        parts = [("▁" * full, ink_full), ("▁" * (room - full), ink.meter_rest)]
    return [*rows, staged(parts, ink, width, bar)]


def doubt_rows(
    doubts: Sequence[DoubtedWords], over: str, face: Face, width: int, most: int
) -> list[Strip]:
    """Return why words are doubted, and the sentence to send instead, with its key by the first.

    `over` says that the reply is too long. Of what does not fit, the number is told; no rows when
    not even the first does.
    """
    ink = face.ink
    blocks = [[edged(("!", ink.warn), [(over, ink.dim)], ink, width)]] if over else []
    blocks += [_doubt(doubt, "", not n, face, width, most) for n, doubt in enumerate(doubts)]
    fits, used = 0, 0
    while fits < len(blocks) and used + len(blocks[fits]) <= most:
        used += len(blocks[fits])
        fits += 1
    left = len(blocks) - fits
    if left and fits > len(blocks) - len(doubts):
        first = len(blocks) - len(doubts)
        blocks[first] = _doubt(doubts[0], f" (+{left})", True, face, width, most)
    return [row for rows in blocks[:fits] for row in rows][:most]


def _doubt(
    doubt: DoubtedWords, more: str, first: bool, face: Face, width: int, most: int
) -> list[Strip]:
    ink, room = face.ink, max(8, min(MEASURE, width - TEXT_AT - 1))
    why = wrap_within(doubt.why, room - cell_len(more), _WHY_ROWS if most > _TIGHT else 1)
    why[-1] += more
    rows = [
        edged(None if at else ("!", ink.warn), [(text, ink.dim)], ink, width)
        for at, text in enumerate(why)
    ]
    sentence = doubt.sentence or face.words["reply.nothing_left"]
    for at, text in enumerate(wrap_within(sentence, room, max(1, min(_SENTENCE_ROWS, most - 1)))):
        key = "Tab" if first and not at else ""
        parts = [(f"{key:<{TEXT_AT - 1}}", ink.sentence_key), (text, ink.sentence)]
        rows.append(line([(" ", ink.plain), *parts], width, ink.sentence))
    return rows
