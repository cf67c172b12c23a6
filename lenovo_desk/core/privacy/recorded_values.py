"""Find values that the case has recorded, whole, whatever stands between their characters."""

import re
from collections.abc import Iterator
from itertools import accumulate

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.privacy.hits import Hit
from lenovo_desk.core.privacy.readings import Reading
from lenovo_desk.core.text import bare

_SHORTEST, _CHINESE = 4, 3
"""The fewest letters and digits that a value must have to be searched for, and in Chinese."""
_PHONE_DIGITS = 8
"""How many last digits of a phone number are compared; a country code does not change them."""
_WORD = re.compile(r"[^\W_]+")


class RecordedValue(NamedTuple):
    """A value to search for."""

    fact: str
    needle: str
    """Its letters and digits, plain and in lower case; of a phone its last digits."""
    phone: bool = False


def searchable(fact: str, kind: str, value: str) -> RecordedValue | None:
    """Return a recorded value ready to be searched for; None when it points at nobody.

    A text does when it is more than a few ordinary words: it has digits, capitals within, or is
    long enough to be the customer's own words.
    """
    if kind == "phone":
        digits = re.sub(r"\D", "", value.partition("x")[0])[-_PHONE_DIGITS:]
        return RecordedValue(fact, digits, True) if len(digits) == _PHONE_DIGITS else None
    if kind == "text" and not _telling(value):
        return None
    needle = bare(value.partition("://")[2] if kind == "url" else value)
    least = _CHINESE if any(map(_is_chinese, needle)) else _SHORTEST
    return RecordedValue(fact, needle) if len(needle) >= least else None


def _telling(value: str) -> bool:
    if any(char.isdigit() or char in "一二三四五六七八九十零" for char in value):
        return True
    if any(map(_is_chinese, value)):
        return len(bare(value)) > 6
    words = value.split()
    return len(words) > 4 or any(word[:1].isupper() for word in words[1:])


def recorded_in(reading: Reading, values: tuple[RecordedValue, ...]) -> Iterator[Hit]:
    """Yield the recorded values in a reading."""
    if not values:
        return
    words = [*_WORD.finditer(reading.low)]
    joined = "".join(word[0] for word in words)
    places = [at for word in words for at in range(word.start(), word.end())]
    edges = {0, *accumulate(len(word[0]) for word in words)}
    digits = [at for at, char in enumerate(reading.low) if char.isdigit()]
    number = "".join(reading.low[at] for at in digits)
    for value in values:
        if value.phone:
            for start in _all(value.needle, number):
                yield Hit(value.fact, digits[start], digits[start + len(value.needle) - 1] + 1)
        else:
            for start in _all(value.needle, joined):
                end = start + len(value.needle)
                sides = (start, end)
                if all(
                    at in edges or _is_chinese(joined[at - 1]) or _is_chinese(joined[at])
                    for at in sides
                ):
                    yield Hit(value.fact, places[start], places[end - 1] + 1)


def _all(needle: str, text: str) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def _is_chinese(char: str) -> bool:
    return char >= "\u2e80"
