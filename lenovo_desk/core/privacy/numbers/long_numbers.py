"""Find numbers that point at somebody: of phones, accounts, identities, cases and machines.

They are told by their structure. What has the structure of something else, such as a date, a price
or a version, is put out of sight first.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.privacy.hits import ACCOUNT, PHONE, REFERENCE, SERIAL, Hit, blanked
from lenovo_desk.core.privacy.numbers.grouped_numbers import grouped_numbers
from lenovo_desk.core.privacy.numbers.number_shapes import (
    BIOS,
    MOBILE_CN,
    PART,
    PRODUCT,
    SERVICE,
    TOLL_FREE,
    number_patterns,
)

_DIGITS = re.compile(r"\d+")


class _Chain(NamedTuple):
    """Digits that stand close to each other."""

    start: int
    groups: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    gaps: tuple[str, ...]


def numbers_in(low: str, own: frozenset[str]) -> Iterator[Hit]:
    """Yield the numbers in a reading in lower case that point at somebody.

    `own` are the digits of the desk's own numbers, without country code.
    """
    if not any(map(str.isdigit, low)):
        return
    compiled = number_patterns()
    starts = [match.start() for match in _DIGITS.finditer(low)]
    masks = [match.span() for pattern in compiled["else"] for match in pattern.finditer(low)]
    masks += [m.span() for pattern in compiled["else led"] for m in _at(pattern, low, starts)]
    undated = blanked(low, masks)
    masks += [
        match.span()
        for match in _at(compiled["dotted"][0], low, starts)
        if not _like_phone(_area(low[: match.start()]) + match[0])
    ]
    rest = blanked(low, masks)
    for match in compiled["paired"][0].finditer(rest):
        groups = _DIGITS.findall(match[0])
        if not _own("".join(groups), own) and not _counts(groups):
            yield Hit(PHONE, *match.span())
    for match in compiled["lettered"][0].finditer(rest):
        if _is_phone("".join(_DIGITS.findall(match[0]))):
            yield Hit(PHONE, *match.span())
    for kind, pattern in zip(
        (REFERENCE,) * 4 + (SERIAL, ACCOUNT, PHONE), compiled["cues"], strict=True
    ):
        for match in pattern.finditer(rest):
            digits = "".join(_DIGITS.findall(match["value"]))
            other = re.fullmatch(
                rf"(?:19|20)\d\d(?: 20\d\d)*|\d{{1,3}} 000|24h?/(?:24|7)\S*|{PART}", match["value"]
            )
            few = len(digits) < {ACCOUNT: 4, SERIAL: 5}.get(kind, 0)
            few = few and (kind == ACCOUNT or bool(re.fullmatch(r"[\d ]+", match["value"])))
            few |= kind == SERIAL and len(digits) < 3 and len(match["value"]) < 9
            if not other and not few and not _own(digits, own) and not _enumerated(match["value"]):
                yield Hit(kind, *match.span("value"))
    for hit in grouped_numbers(undated):
        if not _own("".join(_DIGITS.findall(undated[hit.start : hit.end])), own):
            yield hit
    for pattern in compiled["masked"] if compiled["hiding"][0].search(undated) else ():
        for match in _at(pattern, undated, starts):
            if _is_masked(match[0]):
                yield Hit(PHONE, *match.span())
    if "-" in rest and compiled["read"][0].search(low):
        for match in compiled["read"][1].finditer(rest):
            yield Hit(SERIAL, *match.span())
    yield from _whole(rest, compiled)
    cues = [match.end() for match in compiled["phone"][0].finditer(low)]
    for match in compiled["chain"][0].finditer(rest):
        yield from _of_chain(_chain(match), rest, own, cues)


def _at(pattern: re.Pattern[str], low: str, starts: list[int]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that can only begin where digits do."""
    for start in starts:
        if match := pattern.match(low, start):
            yield match


def _whole(rest: str, compiled: dict[str, tuple[re.Pattern[str], ...]]) -> Iterator[Hit]:
    """Yield what its own shape tells, letters and digits together."""
    kinds = ((ACCOUNT, "accounts"), (SERIAL, "machines"), (REFERENCE, "references"))
    for kind, name in kinds:
        for pattern in compiled[name]:
            for match in pattern.finditer(rest):
                counted = (
                    kind != ACCOUNT or len(match[0]) < 14 or sum(map(str.isdigit, match[0])) > 6
                )
                if counted and not re.fullmatch(f"{BIOS}|{PRODUCT}", match[0]):
                    yield Hit(kind, *match.span())


def _chain(match: re.Match[str]) -> _Chain:
    groups = [(m[0], (m.start(), m.end())) for m in _DIGITS.finditer(match[0])]
    at = match.start()
    places = tuple((at + start, at + end) for _, (start, end) in groups)
    gaps = tuple(match[0][a[1] : b[0]] for (_, a), (_, b) in pairwise(groups))
    return _Chain(at, tuple(text for text, _ in groups), places, gaps)


def _of_chain(chain: _Chain, low: str, own: frozenset[str], cues: list[int]) -> Iterator[Hit]:
    """Yield the phones, accounts and references of a chain of digits."""
    at, count = 0, len(chain.groups)
    while at < count:
        end, kind = _at_group(chain, at, low, cues)
        if kind and not _own("".join(chain.groups[at:end]), own):
            yield Hit(kind, chain.places[at][0], chain.places[end - 1][1])
        at = max(end, at + 1)


def _at_group(chain: _Chain, at: int, low: str, cues: list[int]) -> tuple[int, str]:
    """Return where a number that begins at a group ends, and its kind; empty for none."""
    groups, count = chain.groups, len(chain.groups)
    start = chain.places[at][0]
    plus = bool(re.search(r"(?<![\d\w])\(?\+ ?$", low[max(0, start - 4) : start]))
    digits, longest, kind, enumerated = "", at, "", False
    for end in range(at + 1, count + 1):
        enumerated |= end > at + 1 and "," in chain.gaps[end - 2] and len(groups[end - 1]) > 2
        digits += groups[end - 1]
        if len(digits) > 19:
            break
        if enumerated and not re.match(MOBILE_CN, digits):
            continue
        sizes = tuple(map(len, groups[at:end]))
        if _counts(groups[at:end]):
            continue
        summed = "+" in chain.gaps[at : end - 1] and len(set(chain.gaps[at : end - 1])) > 1
        if _is_phone(digits, sizes, plus) or (end - at >= 8 and set(sizes) == {1} and not summed):
            longest, kind = end, PHONE
    called = start in cues
    service = re.match(SERVICE, digits)
    if not kind and called and service:
        return count, ""
    if not kind and called and 7 <= len(digits) <= 15:
        longest, kind = count, PHONE
    if not kind and _uniform(chain, at):
        longest, kind = count, ACCOUNT
    if not kind and len(groups[at]) >= 8 and not groups[at].endswith("000000"):
        longest, kind = at + 1, REFERENCE
    return longest, kind


def _uniform(chain: _Chain, at: int) -> bool:
    """Return whether the rest of a chain is one number of twelve digits or more."""
    if len(chain.groups) - at > 6:
        return False
    gaps, sizes = set(chain.gaps[at:]), [len(group) for group in chain.groups[at:]]
    return len(gaps) == 1 and gaps <= {" ", "-", "."} and sum(sizes) >= 12 and min(sizes) >= 3


def _is_phone(digits: str, sizes: tuple[int, ...] = (), plus: bool = False) -> bool:
    count, shape = len(digits), tuple(sizes)
    if shape == (1, 3, 3, 4) and re.match(TOLL_FREE, digits):
        return False
    if plus:
        return 9 <= count <= 15
    if digits.startswith("00"):
        return 11 <= count <= 17 and digits[2] in "123456789" and len(set(digits)) > 3
    if re.match(MOBILE_CN, digits):
        return True
    if digits.startswith("0"):
        return (count == 10 and digits[1] != "8") or 11 <= count <= 12
    if shape == (3, 3, 4):
        return digits[0] not in "01" and not re.match(rf"{TOLL_FREE}|400", digits)
    return shape in ((1, 2, 2, 2, 2), (2, 1, 2, 2, 2, 2)) or bool(
        re.match(r"33[1-79]\d{8}$", digits)
    )


def _is_masked(text: str) -> bool:
    """Return whether a phone number hides so few digits that it still tells whose it is.

    What has the structure of a size of a screen hides none.
    """
    hidden = re.findall(r"[^\d ./()\-]+", text)
    count = sum(map(len, hidden))
    if not hidden:
        return text.endswith(".") and not _counts(_DIGITS.findall(text))
    if re.match(r"\d{3,4}[x*×]\d{3,4}(?!\d)|\d\d (\D) \d\d \1 \d\d", text):
        return False
    return count < 5 if text[0] == "0" or text.startswith("33") else count < 4 and len(hidden) == 1


def _counts(groups: list[str] | tuple[str, ...]) -> bool:
    """Return whether numbers go up or down by the same step, as steps and pages do."""
    steps = {int(b) - int(a) for a, b in pairwise(groups)}
    return len(groups) > 3 and len(steps) == 1 and max(map(len, groups)) < 4


def _enumerated(value: str) -> bool:
    """Return whether groups between commas rise: 120, 240, 360 are an enumeration."""
    groups = [int(group) for group in _DIGITS.findall(value)]
    return "," in value and len(groups) > 2 and groups == sorted(groups)


def _area(before: str) -> str:
    """Return the first two digits of a French number that stand apart: `(06) 12.34.56.78`."""
    area = re.search(r"(?<!\d)[(\[]?(0[1-79])[)\]]?[ .\-]{0,2}$", before[-8:])
    return f"{area[1]}." if area else ""


def _like_phone(text: str) -> bool:
    groups = _DIGITS.findall(text)
    return _is_phone("".join(groups), tuple(map(len, groups)))


def _own(digits: str, own: frozenset[str]) -> bool:
    return any(len(number) >= 4 and digits.endswith(number) for number in own)
