"""Find values that the case has recorded, whole, whatever stands between their characters."""

import re
from collections.abc import Iterator
from itertools import accumulate

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.privacy.hits import Hit
from lenovo_desk.core.privacy.mail_and_links import is_provider
from lenovo_desk.core.privacy.readings import Reading
from lenovo_desk.core.text import bare

_SHORTEST, _CHINESE = 4, 3
"""The fewest letters and digits that a value must have to be searched for, and in Chinese."""
_PHONE_DIGITS = 8
"""How many last digits of a phone number are compared; a country code does not change them."""
_SHORTEST_PART = 6
"""The fewest letters and digits of what stands before an @ to be searched for alone."""
_SPELLED_SIGNS = frozenset(("point", "dot", "点", "tiret", "underscore", "dash", "bas"))
_SIGN_WORD = re.compile(r"(?<![a-z])(?:point|dot|tiret|underscore|dash)(?![a-z])|点")
_OF_MAIL = re.compile(
    r"e-?mails?|courriel|mel\b|adresse|address|identifiant|login|inbox|boite|@|arroba|domaine?"
    r"|邮箱|邮件|账号|地址"
)
_WORD = re.compile(r"[^\W_]+")


class RecordedValue(NamedTuple):
    """A value to search for."""

    fact: str
    needle: str
    """Its letters and digits, plain and in lower case; of a phone its last digits."""
    phone: bool = False
    part: bool = False
    """Whether it is a part of an address: its signs may be spelled, and blanks are none of them."""
    weak: bool = False
    """Whether a part is a word like others: it points at somebody only where mail is spoken of."""


def searchable(fact: str, kind: str, value: str) -> list[RecordedValue]:
    """Return a recorded value ready to be searched for, of an address its parts as well.

    Empty when it points at nobody.

    A text does when it is more than a few ordinary words: it has digits, capitals within, or is
    long enough to be the customer's own words.
    """
    if kind == "phone":
        digits = re.sub(r"\D", "", value.partition("x")[0])[-_PHONE_DIGITS:]
        return [RecordedValue(fact, digits, True)] if len(digits) == _PHONE_DIGITS else []
    if kind == "text" and not _telling(value):
        return []
    needle = bare(value.partition("://")[2] if kind == "url" else value)
    least = _CHINESE if any(map(_is_chinese, needle)) else _SHORTEST
    whole = [RecordedValue(fact, needle)] if len(needle) >= least else []
    return [*whole, *_parts(fact, value)] if kind == "email" else whole


def _parts(fact: str, address: str) -> Iterator[RecordedValue]:
    """Yield what tells an address alone: what stands before its @, and a domain of few."""
    local, _, domain = address.lower().partition("@")
    needle, host = bare(local), domain.rpartition(".")[0].rpartition(".")[2] or domain
    if len(needle) >= _SHORTEST_PART:
        yield RecordedValue(fact, needle, part=True, weak=needle == local and needle.isalpha())
    if not is_provider(domain):
        yield RecordedValue(fact, bare(domain), part=True)
        if "-" in host or any(map(str.isdigit, host)):
            yield RecordedValue(fact, bare(host), part=True)


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
    whole = _joined(words)
    unsigned = [word for word in words if word[0] not in _SPELLED_SIGNS]
    signed = _joined(unsigned) if len(unsigned) < len(words) else whole
    digits = [at for at, char in enumerate(reading.low) if char.isdigit()]
    number = "".join(reading.low[at] for at in digits)
    for value in values:
        if value.phone:
            for start in _all(value.needle, number):
                yield Hit(value.fact, digits[start], digits[start + len(value.needle) - 1] + 1)
        else:
            joined, places, edges = signed if value.part else whole
            for start in _all(value.needle, joined):
                end = start + len(value.needle)
                sides = (start, end)
                if all(
                    at in edges or _is_chinese(joined[at - 1]) or _is_chinese(joined[at])
                    for at in sides
                ) and not (value.part and _is_prose(value, reading.low, places[start:end])):
                    yield Hit(value.fact, places[start], places[end - 1] + 1)


def _joined(words: list[re.Match[str]]) -> tuple[str, list[int], set[int]]:
    """Return words written together, where each character stands, and where words begin or end."""
    return (
        "".join(word[0] for word in words),
        [at for word in words for at in range(word.start(), word.end())],
        {0, *accumulate(len(word[0]) for word in words)},
    )


def _is_prose(value: RecordedValue, low: str, places: list[int]) -> bool:
    """Return whether a part of an address stands in a text as words that anybody writes."""
    start, end = places[0], places[-1] + 1
    if value.weak:
        return not _OF_MAIL.search(low[max(0, start - 40) : end + 25])
    text = low[start:end]
    if any(map(str.isdigit, value.needle)):
        return False
    return bool(re.search(r"[^\W_]{2} +[^\W_]{2}", text)) and not _SIGN_WORD.search(text)


def _all(needle: str, text: str) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def _is_chinese(char: str) -> bool:
    return char >= "\u2e80"
