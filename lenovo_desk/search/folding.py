"""Fold texts for search: without case, accents and character width, words apart by one space."""

import re
import unicodedata
from functools import lru_cache


class _Folds(dict[int, str]):
    """The folded form of each character, worked out at its first use."""

    def __missing__(self, code: int) -> str:
        flat = unicodedata.normalize("NFKD", chr(code)).casefold()
        letters = "".join(c if c.isalnum() else " " for c in flat if not unicodedata.combining(c))
        folded = self[code] = _TWO_LETTERS.get(letters, letters)
        return folded


_TWO_LETTERS = {"œ": "oe", "æ": "ae", "您": "你"}
_FOLDS = _Folds()
_HAN = re.compile("[㐀-鿿豈-﫿]")
_HAN_RUN = re.compile("[㐀-鿿豈-﫿]+")


@lru_cache(maxsize=16384)
def search_form(text: str) -> str:
    """Return a text folded for search: its words, with one space before and after each."""
    words = text.translate(_FOLDS).split()
    return f" {' '.join(words)} " if words else ""


def needles_of(query: str) -> tuple[str, ...]:
    """Return the words of a query, folded; each may stand anywhere in a text."""
    return tuple(dict.fromkeys(search_form(query).split()))


def is_han(needle: str) -> bool:
    """Return whether a word has Chinese characters, which stand in a text without spaces."""
    return _HAN.search(needle) is not None


def folded_places(text: str) -> tuple[str, list[int]]:
    """Return a text folded but for its spaces, and the index in `text` of each character."""
    folded, places = [], []
    for index, character in enumerate(text):
        part = _FOLDS[ord(character)]
        folded.append(part)
        places += [index] * len(part)
    return "".join(folded), places


@lru_cache(maxsize=16384)
def initials(text: str) -> str:
    """Return the first letters of the pinyin of a text's Chinese characters, a space between runs.

    A character outside the first plane of GB 2312, which is in the order of its pinyin, gets none.
    """
    if not _HAN.search(text):
        return ""
    return " ".join("".join(map(_initial, run)) for run in _HAN_RUN.findall(text))


@lru_cache(maxsize=8192)
def _initial(character: str) -> str:
    try:
        high, low = character.encode("gb2312")
    except (UnicodeEncodeError, ValueError):
        return "*"
    code = high * 256 + low
    letters = [letter for start, letter in _PINYIN if code >= start]
    return letters[-1] if letters and code <= _LAST else "*"


_PINYIN = (
    (0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"),
    (0xB8C1, "g"), (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"),
    (0xC4C3, "n"), (0xC5B6, "o"), (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"),
    (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"), (0xD1B9, "y"), (0xD4D1, "z"),
)  # fmt: skip
"""Where each letter begins among the characters of level 1 of GB 2312, by their code."""
_LAST = 0xD7F9
