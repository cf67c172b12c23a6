"""Find in a text for the public what names somebody, and write it without."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.privacy.hits import LINK, SERIAL, Hit, blanked
from lenovo_desk.core.privacy.introductions import introduced_people, tagged_people
from lenovo_desk.core.privacy.mail_and_links import carries_somebody, links_in, mails_in
from lenovo_desk.core.privacy.masked_names import masked_people
from lenovo_desk.core.privacy.numbers.long_numbers import numbers_in
from lenovo_desk.core.privacy.numbers.loose_phones import loose_phones, phones_alike
from lenovo_desk.core.privacy.numbers.spelled_letters import spelled_numbers
from lenovo_desk.core.privacy.numbers.spoken_numbers import spoken
from lenovo_desk.core.privacy.person_names import (
    Person,
    known_people,
    public_names,
    spelled_people,
    titled_people,
)
from lenovo_desk.core.privacy.places import Breach
from lenovo_desk.core.privacy.postal_addresses import addresses_in
from lenovo_desk.core.privacy.readings import Reading, closed_up, read
from lenovo_desk.core.privacy.recorded_values import RecordedValue, recorded_in

_HANDLE = re.compile(r"(?<![^\W_])@[\w.]*\w")


class Knowledge(NamedTuple):
    """What a case knows that bears on its public texts."""

    people: tuple[Person, ...] = ()
    values: tuple[RecordedValue, ...] = ()
    free: tuple[str, ...] = ()
    """What may be said as it stands: the desk's own numbers, links and addresses, the handle."""


NOTHING = Knowledge()


@lru_cache(maxsize=8)
def breaches(text: str, knowledge: Knowledge = NOTHING) -> tuple[Breach, ...]:
    """Return what in a text names somebody, in order and apart; known facts first.

    However long a text is, each of its parts is looked at a fixed number of times.
    """
    if not text:
        return ()
    reading = read(text)
    links = links_in(reading.low)
    free = _free(reading, knowledge.free)
    places = [
        (hit.kind, *view.place(hit.start, hit.end))
        for view, hit in _hits(reading, links, free, knowledge)
        if hit.end > hit.start
    ]
    return _apart(places)


def _hits(
    reading: Reading,
    links: list[tuple[int, int]],
    free: list[tuple[int, int]],
    knowledge: Knowledge,
) -> Iterator[tuple[Reading, Hit]]:
    own = _own_numbers(knowledge.free)
    prose = _without(reading, [*free, *links])
    unfree = _without(reading, free)
    for hit in recorded_in(unfree, knowledge.values):
        yield unfree, hit
    unnamed = _without(prose, [match.span() for match in _HANDLE.finditer(prose.low)])
    closed, numbers = closed_up(prose), spoken(prose)
    for view in (unnamed, closed) if closed is not prose else (unnamed,):
        for hit in known_people(view, knowledge.people):
            yield view, hit
    for find in (spelled_people, masked_people):
        for hit in find(unnamed, knowledge.people):
            yield unnamed, hit
    for hit in tagged_people(prose, knowledge.people):
        yield prose, hit
    strangers = _without(prose, public_names(prose))
    for hit in titled_people(strangers):
        yield strangers, hit
    for hit in introduced_people(strangers):
        if strangers.low[hit.start : hit.end] not in _own_words(knowledge.free):
            yield strangers, hit
    for hit in numbers_in(numbers.low, own):
        yield numbers, hit
    for hit in (*loose_phones(numbers.low), *spelled_numbers(numbers.low)):
        yield numbers, hit
    for hit in phones_alike(prose.low):
        yield prose, hit
    for hit in addresses_in(numbers.text, numbers.low):
        yield numbers, hit
    schemed = [(a, b) for a, b in links if ":" in reading.low[a:b]]
    mails = _without(reading, [*free, *schemed])
    for view in (mails, closed) if closed is not prose else (mails,):
        for hit in mails_in(view.low):
            yield view, hit
    if closed is not prose:
        for hit in numbers_in(closed.low, own):
            if hit.kind == SERIAL:
                yield closed, hit
    for start, end in links:
        if not any(a <= start and end <= b for a, b in free) and carries_somebody(
            reading.low[start:end], lambda words: _names(words, knowledge.people)
        ):
            yield reading, Hit(LINK, start, end)


def _names(words: str, people: tuple[Person, ...]) -> bool:
    """Return whether a part of a link names a person the case knows; case tells nothing there."""
    return any(True for _ in known_people(read(words), people))


def _without(reading: Reading, spans: list[tuple[int, int]]) -> Reading:
    if not spans:
        return reading
    return reading._replace(text=blanked(reading.text, spans), low=blanked(reading.low, spans))


def _free(reading: Reading, free: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return where what may be said stands, as whole words."""
    spans = []
    for value in free:
        needle = read(value).low.strip().rstrip("/")
        at = reading.low.find(needle) if len(needle) > 2 else -1
        while at >= 0:
            end = at + len(needle)
            before, after = reading.low[at - 1 : at] if at else "", reading.low[end : end + 2]
            if not (_joins(before, needle[0]) or _continues(needle, after)):
                spans.append((at, end))
            at = reading.low.find(needle, end)
    return spans


def _joins(char: str, neighbour: str) -> bool:
    return char.isalnum() and char.isascii() and neighbour.isalnum()


def _continues(needle: str, after: str) -> bool:
    """Return whether a free value goes on as something else: a longer word, a link's query."""
    if not after:
        return False
    if _joins(after[0], needle[-1]):
        return True
    linked = "." in needle or ":" in needle
    return linked and (after[0] in "?#&=@" or (after[0] in "/.-" and after[1:].isalnum()))


@lru_cache(maxsize=8)
def _own_words(free: tuple[str, ...]) -> frozenset[str]:
    """Return the words of what the desk calls itself: an agent signs by a first name and a role."""
    return frozenset(word for value in free if "." not in value for word in read(value).low.split())


@lru_cache(maxsize=8)
def _own_numbers(free: tuple[str, ...]) -> frozenset[str]:
    """Return the digits of the desk's own numbers, without what a country code changes."""
    numbers = set[str]()
    for value in free:
        for match in re.findall(r"\+?\d[\d\s().\-–/]{2,}\d", value):
            digits = re.sub(r"\D", "", match)
            numbers.add(digits)
            if len(digits) > 8:
                numbers.add(digits[-9:])
    return frozenset(numbers)


def _apart(places: list[tuple[str, int, int]]) -> tuple[Breach, ...]:
    """Return the places in order, those that overlap joined under the kind that came first."""
    merged = list[tuple[int, Breach]]()
    for rank, (kind, start, end) in enumerate(places):
        touching = [item for item in merged if item[1].start < end and start < item[1].end]
        if touching:
            first = min(touching)
            start = min(start, *(item[1].start for item in touching))
            end = max(end, *(item[1].end for item in touching))
            rank, kind = first[0], first[1].kind
            merged = [item for item in merged if item not in touching]
        merged.append((rank, Breach(kind, start, end)))
    return tuple(sorted((breach for _, breach in merged), key=lambda breach: breach.start))
