"""The numbered ways on, as lines."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.step_parts import ChoiceView
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.digits import number_key
from lenovo_desk.tui.kit.cursor_list import window_top
from lenovo_desk.tui.kit.edges import LOCKED, SIGN_AT, TEXT_AT
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import fit, wrap
from lenovo_desk.tui.kit.times_and_ids import near_moment

Numbered = list[tuple[Strip, int]]
"""Lines, each with the number of the offer it belongs to."""
_LEAST = 12
"""Cells that are left beside the labels for where ways lead; with fewer that is left out."""


def numbered(
    offers: Sequence[ChoiceView], cursor: int, face: Face, width: int, wrapped: bool, now: float
) -> Numbered:
    """Return the offers; one per line, or if `wrapped` with all their words below.

    `cursor` is the number of the offer under the cursor, `now` is in seconds since 1970 UTC.
    """
    rows: Numbered = []
    room = max(8, width - TEXT_AT - 1)
    longest = max((cell_len(offer.title) for offer in offers), default=0)
    beside = min(longest, room - _LEAST) + 2
    """Where the second column begins, from the text's edge."""
    for offer in offers:
        number = offer.number
        lit = number == cursor
        ink = face.ink
        label_ink = ink.locked if offer.locked else ink.cursor if lit else ink.plain
        quiet, fill = (ink.lit, ink.lit) if lit else (ink.dim, ink.plain)
        if lit and offer.locked:
            label_ink = ink.lit
        key_ink = ink.lit_key if lit else ink.key
        if offer.locked:
            key_ink = ink.lit if lit else ink.locked
        labels = wrap(offer.title, room) if wrapped else [fit(offer.title, room)]
        where = _where(offer, face, now)
        gap = max(2, beside - cell_len(labels[-1]))
        fits = cell_len(labels[-1]) + gap + cell_len(where) <= room
        below: list[str] = []
        if where and not fits:
            if offer.locked and wrapped:
                below = wrap(where, room)
            elif offer.locked and cell_len(labels[-1]) + gap + _LEAST > room:
                below = [fit(where, room)]
            where = fit(where, room - cell_len(labels[-1]) - gap) if offer.locked else ""
            where = "" if below else where
        for at, label in enumerate(labels):
            parts: list[tuple[str, Style]] = [
                (" ", ink.plain),
                (number_key(number) if not at else " " * (SIGN_AT + 1), key_ink),
                (" " * (TEXT_AT - SIGN_AT - 2), fill),
                (label, label_ink),
            ]
            if where and at == len(labels) - 1:
                parts += [(" " * gap, quiet), (where, quiet)]
            rows.append((line(parts, width, fill), number))
        indent = [(" ", ink.plain), (" " * (TEXT_AT - 1), fill)]
        rows += [(line([*indent, (text, quiet)], width, fill), number) for text in below]
    return rows


def _where(offer: ChoiceView, face: Face, now: float) -> str:
    """Return why an offer is locked, until when it parks the case, or where it leads."""
    if offer.locked:
        return f"{LOCKED} {offer.locked}"
    if offer.parked_until:
        time = near_moment(face.words, offer.parked_until, face.zone, now)
        return f"→ {filled(face.words['desk.parked_until'], {'time': time})}"
    return f"→ {offer.target}" if offer.target else ""


def window(rows: Numbered, cursor: int, height: int) -> Numbered:
    """Return at most `height` lines, including those of the cursor."""
    at = next((index for index, (_, offer) in enumerate(rows) if offer == cursor), 0)
    top = window_top(at - height // 2, len(rows), height)
    visible = rows[top : top + height]
    if top:
        visible[0] = _marked(visible[0], "↑")
    if top + height < len(rows):
        visible[-1] = _marked(visible[-1], "↓")
    return visible


def _marked(row: tuple[Strip, int], mark: str) -> tuple[Strip, int]:
    """Return a row with a mark at its end for more rows."""
    strip, offer = row
    width = strip.cell_length
    if width <= TEXT_AT:
        return row
    cut = strip.crop(0, width - 2)
    return Strip([*cut, Segment(f" {mark}", list(cut)[-1].style)], width), offer
