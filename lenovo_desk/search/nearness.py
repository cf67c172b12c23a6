"""Near spellings: find a pattern in a text although a few characters differ."""

from collections.abc import Iterator, Mapping
from itertools import accumulate

Grams = Mapping[int, frozenset[str]]
"""The runs of two and of three characters of a text, by their length."""
_STEPS = ((5.0, 0), (9.0, 1), (16.0, 2), (float("inf"), 3))
"""Upper limits of a pattern's weight, each with the number of edits allowed below it."""
_CHINESE, _LETTER = 1.0, 0.4
"""The weights of a Chinese character and of a letter, by how much each says."""
_NOT = frozenset("不没未")
"""Negations: adding or dropping one changes the meaning of a sentence."""
_CHANGE, _EXTRA, _LESS = 2, 1, 3
"""The costs of a change, an extra and a missing Chinese character, in halves of an edit.

An extra or missing letter costs as much as a change.
"""

_FAR = 99
"""A cost that no pattern allows."""


def grams(text: str) -> Grams:
    """Return the runs of characters that let a pattern rule out a text quickly."""
    return {n: frozenset(text[i : i + n] for i in range(len(text) - n + 1)) for n in (2, 3)}


def is_latin(char: str) -> bool:
    """Return whether a character belongs to an alphabet, unlike a Chinese character."""
    return char < "\u2e80"


def _left_out(char: str) -> int:
    """Return the cost of a character that only the pattern has."""
    return _FAR if char in _NOT else _CHANGE if is_latin(char) else _LESS


def _put_in(char: str) -> int:
    """Return the cost of a character that only the text has."""
    return _FAR if char in _NOT else _CHANGE if is_latin(char) else _EXTRA


class Pattern:
    """A text without spaces and punctuation, to search for in other texts."""

    def __init__(self, text: str) -> None:
        weight = sum(_LETTER if is_latin(char) else _CHINESE for char in text)
        edits = next(edits for limit, edits in _STEPS if weight < limit)
        self.text = text
        self._most = edits * _CHANGE
        self._n = 3 if all(map(is_latin, text)) else 2
        self._grams = grams(text)[self._n]
        self._enough = len(self._grams) - edits * (self._n + 1)
        self._drops = list(map(_left_out, text))
        if weight < _STEPS[1][0]:  # a short pattern must keep its first character: 明天 is not 改天
            self._drops[:1] = [_FAR]

    def near(self, text: str, runs: Grams) -> bool:
        """Return whether a text contains the pattern with at most the allowed edits.

        `runs` are the `grams` of the text.
        """
        if not self._most or len(self._grams & runs[self._n]) < self._enough:
            return False
        return any(self._within(text[start:end]) for start, end in self._places(text))

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the parts of a text where enough runs lie close together.

        A part is its start and its end index; the runs are those of the pattern.
        """
        n, room = self._n, len(self.text) + self._most
        hits = [at for at in range(len(text) - n + 1) if text[at : at + n] in self._grams]
        start = end = first = 0
        for number, at in enumerate(hits):
            while at - hits[first] > room:
                first += 1
            if number - first + 1 >= max(1, self._enough):
                if hits[first] - room > end:
                    if end:
                        yield start, end
                    start = max(0, hits[first] - room)
                end = at + room
        if end:
            yield start, end

    def _within(self, text: str) -> bool:
        """Return whether a part of a text contains the pattern within the allowed edits.

        Edits are those of the Damerau-Levenshtein distance. Of each column, only the rows that can
        still lead to a match are computed.
        """
        pattern, most, rows = self.text, self._most, len(self.text)
        older = old = [0, *accumulate(self._drops)]
        last = sum(cost <= most for cost in old) - 1
        before = ""
        for char in text:
            new = [0] + [_FAR] * rows
            extra, row = _put_in(char), 1
            while row <= rows and (row <= last + 2 or new[row - 1] <= most):
                letter = pattern[row - 1]
                if char == letter:
                    cost = old[row - 1]
                elif char in _NOT or self._drops[row - 1] == _FAR:
                    cost = _FAR
                else:
                    cost = old[row - 1] + _CHANGE
                cost = min(cost, old[row] + extra, new[row - 1] + self._drops[row - 1])
                if row > 1 and char == pattern[row - 2] and before == letter:
                    cost = min(cost, older[row - 2] + _CHANGE)
                new[row] = cost
                row += 1
            if new[rows] <= most:
                return True
            last = max(i for i, cost in enumerate(new) if cost <= most)
            older, old, before = old, new, char
        return False
