"""The middle column of the desk as lines: do, say, record, tick, choose."""

from collections.abc import Mapping
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.books import GAP, show_value
from lenovo_desk.core.measure import post_weight, sms_segments
from lenovo_desk.core.sentences import pair
from lenovo_desk.tui.lines import line
from lenovo_desk.tui.look import Look, Said
from lenovo_desk.tui.theme import Inks
from lenovo_desk.tui.typeset import fit, wrap

Words = Mapping[str, str]
POST_LIMIT = 280
MAX_MEASURE = 90
"""Cells after which a line of text becomes hard to read."""
CHOICES_AT = 17
"""The line where choices begin when there is room: one place to look, near the phrase."""


class Hand(NamedTuple):
    """Where the agent's hand is: no part of the case."""

    cursor: int = 0
    phrase: int = 0


class Column(NamedTuple):
    """The drawn column and which offer stands on which line."""

    strips: list[Strip]
    offers: Mapping[int, int]
    """Index of the offer by line number."""


def column(
    view: Look, hand: Hand, words: Words, ink: Inks, zone: str, width: int, height: int
) -> Column:
    """Return the column for a size: phrase and choices stay in view, the rest gives way."""
    room = max(8, min(width, MAX_MEASURE) - 2)
    choices = _choices(view, hand, words, ink, width)
    rest = max(0, height - len(choices) - 1)
    head = [_row([(view.title, ink.title)], ink, width)]
    do = _text(view.do, ink.plain, ink, width, room)
    caution = _caution(view, words, ink, width, room)
    say = _say(view, hand, words, ink, width, room)
    records = _records(view, words, ink, zone, width, room)
    blocks = _give_way([head, do, caution, say, records], view, words, ink, width, room, rest)
    body = _spaced(blocks, rest, width, ink)
    first = max(len(body), min(height - len(choices), max(len(body) + 1, CHOICES_AT)))
    strips = body + [_row([], ink, width)] * (first - len(body)) + choices
    return Column(
        strips[:height], {first + i: i for i in range(len(choices)) if first + i < height}
    )


def _row(parts: list[tuple[str, Style]], ink: Inks, width: int) -> Strip:
    return line([(" ", ink.plain), *parts], width, ink.plain)


def _text(text: str, style: Style, ink: Inks, width: int, room: int) -> list[Strip]:
    return [_row([(part, style)], ink, width) for part in wrap(text, room)] if text else []


def _caution(view: Look, words: Words, ink: Inks, width: int, room: int) -> list[Strip]:
    if not view.caution:
        return []
    label = f"! {words['desk.caution']} "
    return _text(label + view.caution, ink.warn, ink, width, room)


def _say(view: Look, hand: Hand, words: Words, ink: Inks, width: int, room: int) -> list[Strip]:
    if not view.said:
        return []
    said = view.said[hand.phrase % len(view.said)]
    bar: tuple[str, Style] = ("▌", ink.bar)
    span = min(width - 1, MAX_MEASURE)

    def panel(parts: list[tuple[str, Style]]) -> Strip:
        card = line([bar, *parts], span, ink.on_panel)
        return line([(" ", ink.plain), *((s.text, s.style or ink.plain) for s in card)],
                    width, ink.plain)  # fmt: skip

    left = say_label(said, words)
    count = f"{hand.phrase % len(view.said) + 1}/{len(view.said)} v" if len(view.said) > 1 else ""
    tail = "  ".join(part for part in (measure(said, words), count) if part)
    strips = [panel([(fit(f" {left}  {tail}", span - 2), ink.on_panel)]), panel([])]
    for text in wrap(said.filled.text, span - 4):
        strips.append(panel([(" ", ink.on_panel), *_gaps(text, ink)]))
    strips.append(panel([]))
    note = said.locked or _missing(said, view, words)
    if note:
        strips[-1] = panel([(fit(" " + note, span - 2), ink.gap)])
    return strips


def say_label(said: Said, words: Words) -> str:
    """Return what stands above a phrase: its authority and medium, in words."""
    authority = words[f"authority.{said.phrase.authority}"]
    return f"{words['desk.say']} · {words[f'via.{said.via}']} · {authority}"


def measure(said: Said, words: Words) -> str:
    """Return how long a phrase is in its medium: weight of a post, segments of a text."""
    if said.via == "public":
        return f"{post_weight(said.filled.text)}/{POST_LIMIT}"
    if said.via == "sms":
        segments = sms_segments(said.filled.text)
        return f"{segments.count} SMS {segments.encoding} ({segments.units})"
    return ""


def _gaps(text: str, ink: Inks) -> list[tuple[str, Style]]:
    parts: list[tuple[str, Style]] = []
    for number, part in enumerate(text.split(GAP)):
        if number:
            parts.append((GAP, ink.gap))
        parts.append((part, ink.phrase))
    return parts


def _missing(said: Said, view: Look, words: Words) -> str:
    if not said.filled.missing:
        return ""
    names = (
        view.book.facts[name] if name in view.flow.facts else words.get(f"blanks.{name}", name)
        for name in said.filled.missing
    )
    return words["desk.fill_first"].format(names=", ".join(names))


def _records(view: Look, words: Words, ink: Inks, zone: str, width: int, room: int) -> list[Strip]:
    strips = []
    for field in view.fields:
        shown = show_value(view.book, field.spec, field.value, zone)
        title = view.book.facts[field.spec.id]
        if field.value is not None:
            parts = [("[x] ", ink.key), (pair(words, title, shown), ink.strong)]
        elif field.verdict.open:
            parts = [("[ ] ", ink.key), (title, ink.plain)]
        else:
            parts = [("[-] ", ink.dim), (title, ink.dim)]
        strips.append(_row(parts, ink, width))
    for box in view.boxes:
        mark = "[x] " if box.ticked else "[ ] " if box.verdict.open else "[-] "
        style = ink.plain if box.verdict.open else ink.dim
        strips.append(_row([(mark, ink.key), (view.book.items[box.item.id], style)], ink, width))
    if view.waiting:
        name, left, proof = view.waiting
        text = words["desk.wait_over"] if left <= 0 else words["desk.wait_left"]
        shown = text.format(name=name, time=clock(left))
        if proof == "jumped":
            shown += f" ({words['desk.clock_jumped']})"
        strips.append(_row([(shown, ink.warn)], ink, width))
    return strips


def _fold(view: Look, words: Words, ink: Inks, width: int) -> list[Strip]:
    """Return the one line that stands for all fields and items: *3 of 8*."""
    parts = []
    if view.fields:
        done = sum(field.value is not None for field in view.fields)
        following = next((view.book.facts[f.spec.id] for f in view.fields if f.value is None), "")
        text = words["desk.facts_fold"].format(done=done, total=len(view.fields))
        parts.append(f"{text}{' · ' + following if following else ''} (f)")
    if view.boxes:
        done = sum(box.ticked is not None for box in view.boxes)
        parts.append(words["desk.items_fold"].format(done=done, total=len(view.boxes)))
    if view.waiting:
        parts.append(f"{view.waiting[0]} {clock(view.waiting[1])}")
    return [_row([("   ".join(parts), ink.dim)], ink, width)] if parts else []


def _give_way(
    blocks: list[list[Strip]],
    view: Look,
    words: Words,
    ink: Inks,
    width: int,
    room: int,
    rest: int,
) -> list[list[Strip]]:
    """Shorten, in this order, until they fit: records, guidance, caution, title, phrase."""
    head, do, caution, say, records = blocks

    def over() -> int:
        return len(head) + len(do) + len(caution) + len(say) + len(records) - rest

    if over() > 0:
        records = _fold(view, words, ink, width)
    if over() > 0 and len(do) > 1:
        kept = max(1, len(do) - over())
        lines = wrap(view.do, room)
        text = fit(lines[kept - 1] + " …", room) if kept < len(do) else lines[kept - 1]
        do = [*do[: kept - 1], _row([(text, ink.plain)], ink, width)]
    if over() > 0 and len(caution) > 1:
        caution = caution[: max(1, len(caution) - over())]
    if over() > 0:
        do = do[: max(0, len(do) - over())]
    if over() > 0:
        records = records[: max(0, len(records) - over())]
    if over() > 0 and len(say) > 3:
        say = [say[0], *say[2:-1]][: max(2, len(say) - over())]
    if over() > 0:
        caution = caution[: max(0, len(caution) - over())]
    return [head, do, caution, say, records]


def _spaced(blocks: list[list[Strip]], rest: int, width: int, ink: Inks) -> list[Strip]:
    """Put blank lines between blocks as far as there is room, above the phrase first."""
    blank = _row([], ink, width)
    spare = rest - sum(map(len, blocks))
    spaced = {3: False, 4: False, 2: False, 1: False}
    for index in spaced:
        if blocks[index] and spare > 0:
            spaced[index], spare = True, spare - 1
    body: list[Strip] = []
    for index, block in enumerate(blocks):
        if spaced.get(index) and body:
            body.append(blank)
        body += block
    return body[:rest]


def _choices(view: Look, hand: Hand, words: Words, ink: Inks, width: int) -> list[Strip]:
    strips = []
    for number, offer in enumerate(view.offers):
        here = number == hand.cursor
        key = f" {number + 1} " if number < 9 else "   "
        parts: list[tuple[str, Style]] = [(key, ink.cursor if here else ink.key), (" ", ink.plain)]
        room = width - 6 - cell_len(offer.label)
        if offer.locked:
            reason = fit(f"[{words['desk.locked']}] {offer.locked}", max(0, room))
            parts += [(f"{offer.label} ", ink.locked), (reason, ink.warn)]
        else:
            parts.append((offer.label, ink.strong))
            target = f"  → {offer.target}"
            if offer.target and cell_len(target) <= room:
                parts.append((target, ink.dim))
        strips.append(_row(parts, ink, width))
    return strips


def clock(seconds: float) -> str:
    """Return seconds as `m:ss` or `h:mm:ss`."""
    whole = int(seconds + 0.999) if seconds > 0 else 0
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
