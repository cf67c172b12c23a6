"""Rank texts by how well they match a typed query."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache


@lru_cache(maxsize=16384)
def search_form(text: str) -> str:
    """Return a text folded for comparison: without case, accents and character width."""
    flat = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in flat if not unicodedata.combining(c))


def rank(query: str, texts: Sequence[str], limit: int = 200) -> list[int]:
    """Return the indexes of the texts with every word of a query, best first.

    A match at the start of the text beats one at the start of a word, which beats one inside a
    word. Equal matches keep the order of `texts`. Near spellings count only when nothing matches.
    An empty query matches every text. At most `limit` indexes are returned.
    """
    needles = search_form(query).split()
    if not needles:
        return list(range(min(limit, len(texts))))
    scored = []
    for index, text in enumerate(texts):
        score = _score(needles, search_form(text))
        if score is not None:
            scored.append((score, index))
    if not scored:
        return _near(" ".join(needles), texts, limit)
    return [index for _, index in sorted(scored)[:limit]]


def _score(needles: list[str], text: str) -> int | None:
    """Return how well a text matches, 0 for best; None when it lacks a word."""
    total = 0
    for needle in needles:
        at = text.find(needle)
        if at < 0:
            return None
        if at > 0:
            total += 1 if f" {needle}" in text else 2
    return total


def _near(query: str, texts: Sequence[str], limit: int) -> list[int]:
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=query)
    scored = []
    for index, text in enumerate(texts):
        for word in search_form(text).split():
            matcher.set_seq1(word)
            if matcher.real_quick_ratio() > 0.7 and matcher.ratio() > 0.7:
                scored.append((-matcher.ratio(), index))
                break
    return [index for _, index in sorted(scored)[:limit]]
