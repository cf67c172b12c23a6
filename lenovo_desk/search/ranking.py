"""Rank texts by how well they match a typed query."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from lenovo_desk.search.folding import (
    folded_places,
    initials,
    is_han,
    needles_of,
    search_form,
)

PLAIN, INITIALS, SOME, NEAR = "", "initials", "some", "near"
"""How the hits of a query were come by; each way is tried only when those before find nothing."""
BELOW = 3
"""Added to the rank of a match outside a text's label."""
_LABEL = 40
"""Characters of a label that are searched by their pinyin."""
_LONG, _MISTYPED = 5, 4
"""Letters from which a word counts when only some are in a text, or for a slip of another."""


class TextHit(NamedTuple):
    """A text that matches."""

    number: int
    rank: int
    """-1 for the very label; 0 when every word is a whole word of it, 1 for beginnings, 2 for
    middles; `BELOW` more outside the label."""


class TextHits(NamedTuple):
    """What a query finds, best first."""

    hits: tuple[TextHit, ...] = ()
    way: str = PLAIN


class SearchIndex:
    """Texts to search, each a label and what stands below it; folded once."""

    def __init__(self, texts: Sequence[tuple[str, str]]) -> None:
        self._texts = texts
        self._labels = [search_form(label) for label, _ in texts]
        self._wholes = [
            f"{label}\n{search_form(below)}" if below else label
            for label, (_, below) in zip(self._labels, texts, strict=True)
        ]

    def search(self, query: str, limit: int = 200) -> TextHits:
        """Return at most `limit` texts with every word of a query, in any order.

        Whole words come before beginnings of words, those before middles, and the label before
        the rest; Chinese has no words and matches anywhere. Equal matches keep the order of the
        texts. Only when no text has all words, pinyin initials count, then texts with most of the
        words, then words with one slip of the finger. A query without words matches every text.
        """
        needles = needles_of(query)
        if not needles:
            return TextHits(
                tuple(TextHit(index, 0) for index in range(min(limit, len(self._texts))))
            )
        for way, hits in (
            (PLAIN, self._plain(needles)),
            (INITIALS, self._by_initials(needles)),
            (SOME, self._with_some(needles)),
            (NEAR, self._near(needles)),
        ):
            best = sorted(hits)[:limit]
            if best:
                return TextHits(tuple(TextHit(index, rank) for rank, _, index in best), way)
        return TextHits()

    def _plain(self, needles: Sequence[str]) -> Iterable[tuple[int, int, int]]:
        """Yield the rank, a number for the order within it, and the index of each match."""
        labels, wholes = self._labels, self._wholes
        rest: Iterable[int] = range(len(wholes))
        for needle in needles:
            rest = [index for index in rest if needle in wholes[index]]
        forms = [(n, f" {n}", f" {n} ", is_han(n)) for n in needles]
        joined = " ".join(needles)
        for index in rest:
            label, whole, worst, total = labels[index], wholes[index], 0, 0
            for needle, begins, word, han in forms:
                text, rank = (label, 0) if needle in label else (whole, BELOW)
                if not han and word not in text:
                    rank += 1 if begins in text else 2
                worst, total = max(worst, rank), total + rank
            exact, apart = label == f" {joined} ", joined not in whole
            later = not label.startswith(f" {joined}")
            yield -1 if exact else worst, total * 4 + apart * 2 + later, index

    def _by_initials(self, needles: Sequence[str]) -> Iterable[tuple[int, int, int]]:
        """Yield labels whose pinyin begins as letters; one letter would be in every text."""
        letters = "".join(needles)
        if len(letters) < 2 or not letters.isascii() or not letters.isalpha():
            return
        for index, (label, _) in enumerate(self._texts):
            at = initials(label[:_LABEL]).find(letters)
            if at >= 0:
                yield 0, at, index

    def _with_some(self, needles: Sequence[str]) -> Iterable[tuple[int, int, int]]:
        """Yield texts with at least two, and more than half, of the long words of a sentence."""
        words = [n for n in needles if len(n) >= _LONG or (is_han(n) and len(n) > 1)]
        least = max(2, len(words) // 2 + 1)
        if len(words) < least:
            return
        for index, whole in enumerate(self._wholes):
            count = sum(f" {word}" in whole or (is_han(word) and word in whole) for word in words)
            if count >= least:
                yield BELOW, -count, index

    def _near(self, needles: Sequence[str]) -> Iterable[tuple[int, int, int]]:
        """Return labels in which every word stands with at most one slip."""
        rest: Iterable[int] = range(len(self._labels))
        for needle in needles:
            size = len(needle)
            meant = [
                f" {word} "
                for word in self._vocabulary
                if -2 < len(word) - size < 2 and (word == needle or slipped(needle, word))
            ]
            labels = self._labels
            rest = [index for index in rest if any(word in labels[index] for word in meant)]
        return ((0, 0, index) for index in rest)

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(" ".join(self._labels).split())


def slipped(needle: str, word: str) -> bool:
    """Return whether a word was meant by another: one letter too many, too few, wrong or swapped.

    Words of fewer than six letters are too near to others: there only two letters swapped, or one
    doubled or not, are taken for a slip.
    """
    if len(needle) < _MISTYPED or abs(len(needle) - len(word)) > 1 or is_han(needle):
        return False
    least = min(len(needle), len(word))
    start = 0
    while start < least and needle[start] == word[start]:
        start += 1
    end = 0
    while end < least - start and needle[-1 - end] == word[-1 - end]:
        end += 1
    rest, other = needle[start : len(needle) - end], word[start : len(word) - end]
    if len(rest) == len(other) == 2:
        return rest == other[::-1]
    if len(rest) > 1 or len(other) > 1:
        return False
    doubled = len(rest) != len(other) and start and (rest or other) == needle[start - 1]
    return len(needle) >= 6 or bool(doubled)


def marks(query: str, text: str, way: str = PLAIN) -> list[tuple[int, int]]:
    """Return where the words of a query stand in a text, as starts and ends in order.

    Of several places of a word the best is taken, as in a search.
    """
    if way == INITIALS:
        return _initials_marks("".join(needles_of(query)), text)
    folded, places = folded_places(text)
    padded = f" {folded} "
    spans = []
    for needle in needles_of(query):
        for form, before in ((f" {needle} ", 0), (f" {needle}", 0), (needle, 1)):
            at = padded.find(form)
            if at >= 0:
                start = at - before
                spans.append((places[start], places[start + len(needle) - 1] + 1))
                break
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _initials_marks(letters: str, text: str) -> list[tuple[int, int]]:
    for start in range(len(text)):
        if initials(text[start : start + len(letters)]) == letters:
            return [(start, start + len(letters))]
    return []
