"""The middle column of the desk as lines: the title, what to say, to do, to tick, the ways on."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.step_view import StepView
from lenovo_desk.tui.desk.painters.choices import numbered, window
from lenovo_desk.tui.desk.painters.dial_row import dial_row
from lenovo_desk.tui.desk.painters.item_and_fact_rows import (
    entry_rows,
    fact_line,
    folded_entries,
)
from lenovo_desk.tui.desk.painters.phrase_panel import (
    MAX_LINES,
    cut,
    other_phrases,
    phrase_panel,
)
from lenovo_desk.tui.desk.painters.wait_panel import DIGITS, ROW, WITH_BAR, wait_panel
from lenovo_desk.tui.desk.step_keys import setting_gaps
from lenovo_desk.tui.digits import TEN
from lenovo_desk.tui.kit.edges import MEASURE, TEXT_AT, edged
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.text_layout import fit, wrap
from lenovo_desk.tui.kit.theme import Inks
from lenovo_desk.tui.live_cases import Hand

_AIR = 4
"""Blank lines without which big digits are not shown: between all that there can be"""
BOTH_PANES = 2
"""The panes beside the column, outline and side, when both are shown."""
FACT_ROWS = 2
"""The most rows of facts of the case below the ways on."""
LEAST_WAYS = 5
"""The lines that more than ten ways on have at least, of which some scroll."""


class Column(NamedTuple):
    """The drawn column and the offers on its lines."""

    strips: list[Strip]
    offers: Mapping[int, int]
    """Number of the offer by line."""
    names_items: bool = True
    """Whether the item that is ticked next is in view."""


def step_title(view: StepView, face: Face, width: int) -> Strip:
    """Return the title of the step."""
    title = (fit(view.title, width - TEXT_AT), face.ink.title)
    return edged(None, [title], face.ink, width)


def column(
    view: StepView,
    hand: Hand,
    face: Face,
    size: tuple[int, int],
    panes: int = 0,
    writing: bool = False,
) -> Column:
    """Return the column for a size; title, phrase and ways on take precedence.

    The ways on stand right below what is to be done. Below them, if there is room, stands what has
    no pane beside: without any, the facts of the case; with two `panes`, the other phrases. With
    `writing`, a reply stands in place of the phrase, and the title above that.
    """
    (width, height), ink = size, face.ink
    blocks = _Blocks(view, hand, face, width, writing)
    cursor = hand.number(view.offers)
    short = numbered(view.offers, cursor, face, width, wrapped=False, now=view.at.utc)
    offers = window(short, cursor, _most_ways(view, blocks, height))
    rest = max(0, height - len(offers))
    parts = blocks.within(rest)
    full = numbered(view.offers, cursor, face, width, wrapped=True, now=view.at.utc)
    if len(offers) == len(short) and len(full) - len(short) <= rest - blocks.size:
        offers = full
    body = _spaced([*parts, [strip for strip, _ in offers]], height, width, ink)
    first = len(body) - len(offers)
    rows = {first + at: offer for at, (_, offer) in enumerate(offers) if first + at < height}
    body += _below(view, hand, face, (width, height - len(body)), panes)
    return Column(body[:height], rows, bool(blocks.entries))


def _below(
    view: StepView, hand: Hand, face: Face, size: tuple[int, int], panes: int
) -> list[Strip]:
    """Return what stands below the ways on, behind an empty row; it is never needed to go on."""
    width, height = size
    rows: list[Strip] = []
    if panes == BOTH_PANES and len(view.phrases) > 1:
        rows = other_phrases(view, hand.phrase % len(view.phrases), face, width, height - 1)
    elif not panes and height > FACT_ROWS:
        rows = fact_line(view, face, width, FACT_ROWS)
    return [edged(None, [], face.ink, width), *rows] if rows else []


def _most_ways(view: StepView, blocks: "_Blocks", height: int) -> int:
    """Return the lines that ways on may take; up to ten come before guidance, more scroll."""
    rest = height - bool(blocks.head) - (view.wait is not None)
    most = max(2, -(-height // 2) if blocks.say else rest)
    if len(view.offers) <= TEN:
        return most
    return max(min(most, LEAST_WAYS), min(most, height - blocks.folded_size - 1))


class _Blocks:
    """The blocks above the ways on, shortened step by step until they fit."""

    def __init__(
        self, view: StepView, hand: Hand, face: Face, width: int, writing: bool = False
    ) -> None:
        self._writing = writing
        self._view, self._hand, self._face, self._width = view, hand, face, width
        self._ink = face.ink
        self._room = room = max(8, min(width - TEXT_AT - 1, MEASURE))
        self._do = wrap(view.do, room) if view.do else []
        self._caution = wrap(view.caution, room) if view.caution else []
        self.head = [] if writing else [step_title(view, face, width)]
        self.say = [] if writing else phrase_panel(view, hand.phrase, face, width)
        self.dial = dial_row(view, face, width)
        self.wait = wait_panel(view, face, width)
        self.do: list[Strip] = []
        self.caution: list[Strip] = []
        self._keep_do(MAX_LINES)
        self._keep_caution(MAX_LINES)
        keyed = not setting_gaps(view, hand.phrase, hand.passed)
        self.entries = entry_rows(view, face, width, keyed)

    @property
    def size(self) -> int:
        """The number of lines they take, with the air that big digits need around them."""
        air = _AIR if len(self.wait) > ROW else 0
        above, below = (self.head, self.say, self.wait, self.dial), (self.caution, self.entries)
        return air + sum(map(len, (*above, self.do, *below)))

    @cached_property
    def _folded(self) -> list[Strip]:
        return folded_entries(self._view, self._face, self._width)

    @property
    def folded_size(self) -> int:
        """The number of lines they take with facts, items and wait folded."""
        wait = len(self.wait) - ROW + _AIR if len(self.wait) > ROW else 0
        return self.size - wait - max(0, len(self.entries) - len(self._folded))

    def within(self, rest: int) -> list[list[Strip]]:
        """Return the blocks cut to `rest` lines; the phrase is cut last."""
        for give_way in (
            self._tighten_phrase,
            self._fold_entries,
            lambda over: self._keep_wait(WITH_BAR),
            lambda over: self._keep_wait(DIGITS),
            lambda over: self._keep_do(max(1, len(self._do) - over)),
            lambda over: self._keep_wait(ROW),
            lambda over: self._keep_do(0),
            lambda over: self._keep_caution(max(1, len(self._caution) - over)),
            lambda over: self.entries.clear(),
            lambda over: self._keep_phrase(max(2, self._phrase_lines() - over)),
            lambda over: self._keep_caution(0),
            lambda over: self.head.clear() if self.say else None,
            lambda over: self.dial.clear() if self.say else None,
            lambda over: self._keep_phrase(1),
            lambda over: self.dial.clear(),
        ):
            if self.size > rest:
                give_way(self.size - rest)
        guidance = self.do + self.caution
        if self.wait:  # the number is there in case, not the first thing to do
            return [self.head, self.say, self.wait, self.dial + guidance, self.entries]
        return [self.head + self.dial, self.say, guidance, self.entries]

    def _text(self, lines: list[str], style: Style, sign: str = "") -> list[Strip]:
        return [
            edged((sign if not at else "", self._ink.warn), [(part, style)], self._ink, self._width)
            for at, part in enumerate(lines)
        ]

    def _fold_entries(self, over: int) -> None:
        self.entries = self._folded

    def _tighten_phrase(self, over: int) -> None:
        self._keep_phrase(MAX_LINES)

    def _phrase_lines(self) -> int:
        return len(self.say) - 1 if self.say else 0

    def _keep_phrase(self, keep: int) -> None:
        if not self._writing:
            hand, face, width = self._hand, self._face, self._width
            self.say = phrase_panel(self._view, hand.phrase, face, width, False, keep)

    def _keep_wait(self, most: int) -> None:
        self.wait = wait_panel(self._view, self._face, self._width, most)

    def _keep_do(self, keep: int) -> None:
        style = self._ink.dim if self._view.phrases else self._ink.plain
        self.do = self._text(cut(self._do, keep, self._room), style)

    def _keep_caution(self, keep: int) -> None:
        self.caution = self._text(cut(self._caution, keep, self._room), self._ink.dim, "!")


def _spaced(blocks: list[list[Strip]], height: int, width: int, ink: Inks) -> list[Strip]:
    """Put a blank line between blocks while they fit, above the ways on first."""
    blocks = [block for block in blocks if block]
    spare = height - sum(map(len, blocks))
    blank = edged(None, [], ink, width)
    spaced = set(range(len(blocks) - 1, 0, -1)[: max(0, spare)])
    body: list[Strip] = []
    for index, block in enumerate(blocks):
        body += [blank, *block] if index in spaced else block
    return body
