"""The middle column of the desk as lines: do, say, record, tick, choose."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.step_parts import PhraseView
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.wording.books import GAP
from lenovo_desk.core.wording.message_length import post_weight, sms_segments
from lenovo_desk.core.wording.sentences import filled, name_list
from lenovo_desk.tui.desk.painters.choices import numbered, window
from lenovo_desk.tui.desk.painters.item_and_fact_rows import entry_rows, folded_entries, row
from lenovo_desk.tui.digits import TEN
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import fit, wrap, wrap_within
from lenovo_desk.tui.kit.theme import Inks
from lenovo_desk.tui.live_cases import Hand

Words = Mapping[str, str]
POST_LIMIT = 280
MAX_MEASURE = 90
"""The most cells of a readable line of text."""
CHOICES_AT = 17
"""The line where choices begin if they fit: always the same place, near the phrase."""
LOW = 12
"""Lines up to which there is no blank line above the choices."""
LEAST_WAYS = 5
"""The lines that more than ten ways on have at least, of which some scroll."""
MAX_LINES = 99
NOTE_ROWS = 4
"""The most lines of why a phrase cannot be said; one while the phrase itself is cut."""


class Column(NamedTuple):
    """The drawn column and the offers on its lines."""

    strips: list[Strip]
    offers: Mapping[int, int]
    """Number of the offer by line."""
    names_items: bool = True
    """Whether the item that is ticked next is in view."""


def column(view: StepView, hand: Hand, face: Face, size: tuple[int, int]) -> Column:
    """Return the column for a size; phrase and choices take precedence."""
    (width, height), ink = size, face.ink
    blocks = _Blocks(view, hand, face, width)
    cursor = hand.number(view.offers)
    offers = numbered(view.offers, cursor, face, width, wrapped=False)
    offers = window(offers, cursor, _most_ways(view, blocks, height))
    rest = max(0, height - len(offers) - (height > LOW))
    parts = blocks.within(rest)
    if any(offer.locked for offer in view.offers):
        full = numbered(view.offers, cursor, face, width, wrapped=True)
        if len(full) - len(offers) <= rest - blocks.size:
            rest, offers = rest - len(full) + len(offers), full
    body = _spaced(parts, rest, width, ink)
    first = max(len(body), min(height - len(offers), max(len(body) + 1, CHOICES_AT)))
    strips = body + [row([], ink, width)] * (first - len(body)) + [strip for strip, _ in offers]
    rows = {first + at: offer for at, (_, offer) in enumerate(offers) if first + at < height}
    return Column(strips[:height], rows, bool(blocks.entries))


def _most_ways(view: StepView, blocks: "_Blocks", height: int) -> int:
    """Return the lines that ways on may take; up to ten come before guidance, more scroll."""
    most = max(2, height // 2 if view.phrases else height - 1)
    if len(view.offers) <= TEN:
        return most
    return max(min(most, LEAST_WAYS), min(most, height - blocks.folded_size - 1))


def _say(
    view: StepView,
    hand: Hand,
    face: Face,
    width: int,
    padded: bool = True,
    keep: int = MAX_LINES,
) -> list[Strip]:
    """Return the phrase on its panel: padded, or its label and `keep` lines."""
    if not view.phrases:
        return []
    words, ink, number = face.words, face.ink, hand.phrase % len(view.phrases)
    phrase = view.phrases[number]
    bar: tuple[str, Style] = ("▌", ink.bar)
    span = min(width - 1, MAX_MEASURE)

    def panel(parts: list[tuple[str, Style]]) -> Strip:
        card = line([bar, *parts], span, ink.on_panel)
        return line([(" ", ink.plain), *((s.text, s.style or ink.plain) for s in card)],
                    width, ink.plain)  # fmt: skip

    left = say_label(phrase, words)
    count = ""
    if len(view.phrases) > 1:
        count = f"{number + 1}/{len(view.phrases)} {face.key('desk.next_phrase')}"
    tail = "  ".join(part for part in (message_size(phrase.text, phrase.via), count) if part)
    note = phrase.locked or _missing(phrase, view, words)
    texts = _cut(wrap(phrase.text, span - 4), keep, span - 4)
    strips = [panel([(" ", ink.on_panel), *_gaps(text, ink)]) for text in texts]
    if padded:
        strips = [panel([]), *strips, panel([])]
        if note:
            strips.pop()
    if note and keep > 1:
        most = NOTE_ROWS if keep == MAX_LINES else 1
        notes = wrap_within(note, span - 3, most)
        strips += [panel([(f" {text}", ink.gap)]) for text in notes]
    if keep > 1:
        strips.insert(0, panel([(fit(f" {left}  {tail}", span - 2), ink.on_panel)]))
    return strips


def say_label(phrase: PhraseView, words: Words) -> str:
    """Return the label of a phrase: its medium and authority."""
    authority = words[f"authority.{phrase.authority}"]
    return f"{words['desk.say']} · {words[f'via.{phrase.via}']} · {authority}"


def message_size(text: str, via: str) -> str:
    """Return a text's length in a medium: weight of a post, SMS segments, or ""."""
    if via == "public":
        return f"{post_weight(text)}/{POST_LIMIT}"
    if via == "sms":
        segments = sms_segments(text)
        return f"{segments.count} SMS {segments.encoding} ({segments.units})"
    return ""


def _gaps(text: str, ink: Inks) -> list[tuple[str, Style]]:
    parts: list[tuple[str, Style]] = []
    for number, part in enumerate(text.split(GAP)):
        if number:
            parts.append((GAP, ink.gap))
        parts.append((part, ink.phrase))
    return parts


def _missing(phrase: PhraseView, view: StepView, words: Words) -> str:
    if not phrase.missing:
        return ""
    names = (
        view.book.facts[name] if name in view.flow.facts else words.get(f"blanks.{name}", name)
        for name in phrase.missing
    )
    return filled(words["desk.fill_first"], {"names": name_list(words, names)})


class _Blocks:
    """The blocks above the choices, shortened step by step until they fit."""

    def __init__(self, view: StepView, hand: Hand, face: Face, width: int) -> None:
        self._view, self._hand, self._face, self._width = view, hand, face, width
        self._ink, words = face.ink, face.words
        self._room = room = max(8, min(width, MAX_MEASURE) - 2)
        self._do = wrap(view.do, room) if view.do else []
        warning = f"! {words['desk.caution']} {view.caution}"
        self._caution = wrap(warning, room) if view.caution else []
        self.head = [row([(fit(view.title, width - 1), face.ink.title)], face.ink, width)]
        self.do = self._text(self._do, face.ink.plain)
        self.caution = self._text(self._caution, face.ink.warn)
        self.say = _say(view, hand, face, width)
        self.entries = entry_rows(view, face, width)

    @property
    def size(self) -> int:
        """The number of lines they take."""
        return sum(map(len, (self.head, self.do, self.caution, self.say, self.entries)))

    @cached_property
    def _folded(self) -> list[Strip]:
        return folded_entries(self._view, self._face, self._width)

    @property
    def folded_size(self) -> int:
        """The number of lines they take with facts and items folded."""
        return self.size - max(0, len(self.entries) - len(self._folded))

    def within(self, rest: int) -> list[list[Strip]]:
        """Return the blocks cut to `rest` lines; the phrase is cut last."""
        for give_way in (
            self._fold_entries,
            self._tighten_phrase,
            lambda over: self._keep_do(max(1, len(self._do) - over)),
            lambda over: self._keep_do(0),
            lambda over: self.entries.clear(),
            lambda over: self._keep_caution(max(1, len(self._caution) - over)),
            lambda over: self._keep_phrase(max(2, self._phrase_lines() - over)),
            lambda over: self._keep_caution(0),
            lambda over: self.head.clear() if self.say else None,
            lambda over: self._keep_phrase(1),
        ):
            if self.size > rest:
                give_way(self.size - rest)
        return [self.head, self.do, self.caution, self.say, self.entries]

    def _text(self, lines: list[str], style: Style) -> list[Strip]:
        return [row([(part, style)], self._ink, self._width) for part in lines]

    def _fold_entries(self, over: int) -> None:
        self.entries = self._folded

    def _tighten_phrase(self, over: int) -> None:
        self._keep_phrase(MAX_LINES)

    def _phrase_lines(self) -> int:
        return len(self.say) - 1 if self.say else 0

    def _keep_phrase(self, keep: int) -> None:
        self.say = _say(self._view, self._hand, self._face, self._width, False, keep)

    def _keep_do(self, keep: int) -> None:
        self.do = self._text(_cut(self._do, keep, self._room), self._ink.plain)

    def _keep_caution(self, keep: int) -> None:
        self.caution = self._text(_cut(self._caution, keep, self._room), self._ink.warn)


def _cut(lines: list[str], keep: int, width: int) -> list[str]:
    """Return the first `keep` lines, with a mark if the text was cut."""
    if len(lines) <= keep or not keep:
        return lines[:keep]
    return [*lines[: keep - 1], fit(lines[keep - 1] + " …", width)]


def _spaced(blocks: list[list[Strip]], rest: int, width: int, ink: Inks) -> list[Strip]:
    """Put blank lines between blocks while they fit, above the phrase first."""
    blank = row([], ink, width)
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
