"""Find whom a role, a relation or a hashtag introduces: `votre fils Mattéo`, `#MerciSophie`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.privacy.hits import PERSON, Hit
from lenovo_desk.core.privacy.name_words import (
    AFTER_TITLE,
    COMMON,
    FORENAMES,
    NOT_GREETED,
    PARTICLES,
    POSTS_AND_THINGS,
)
from lenovo_desk.core.privacy.person_names import Person
from lenovo_desk.core.privacy.readings import Reading

_FAMILY = (
    r"fils|fille|epou(?:x|se)|mari|femme|conjointe?|compagn(?:on|e)|pere|mere|frere|soeur|cousine?"
    r"|oncle|tante|neveu|niece|grand-[pm]ere|husband|wife|son|daughter|mother|father|brother|sister"
    r"|mum|mom|dad|uncle|aunt"
)
_WORK = (
    r"technicien(?:ne)?|conseill(?:er|ere)|collegue|ingenieure?|livreu(?:r|se)|gerante?|responsable"
    r"|direct(?:eur|rice)|installat(?:eur|rice)|reparat(?:eur|rice)|cliente?|coursier|voisine?|amie?"
    r"|technician|engineer|colleague|courier|neighbou?r|friend|customer|advisor"
)
_INTRODUCED = (
    r"(?<![\w'])(?i:(?:votre|notre|mon|ma|ton|ta|son|sa|une?|le|la|les|your|our|my|the|his|her) "
    r"|l')"
    rf"(?i:(?P<family>{_FAMILY})|{_WORK})(?: [a-z]+ (?:magasin|boutique|service))?,? "
    r"(?P<name>(?P<first>[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?)"
    r"(?P<last> (?:(?i:de la|de|du|des|le|la|van der|van|von|ben|el|d') ?)?[A-Z][\w'\-]+)?)"
)
_TITLES = ("monsieur", "madame", "mademoiselle", "mme", "mlle", "mr", "mrs")
_TAG = re.compile(r"#(\w+)")
_HUMP = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_THANKS = (
    *("merci", "bravo", "felicitations", "courage", "thanks", "thankyou", "thank", "you", "pour"),
    *(
        "a",
        "anniversaire",
        "joyeux",
        "bon",
        "happy",
        "birthday",
        "congrats",
        "team",
        "well",
        "done",
    ),
)


def introduced_people(reading: Reading) -> Iterator[Hit]:
    """Yield whom a role or a relation names: relatives by a first name, others by a whole name."""
    for match in _pattern().finditer(reading.text):
        words = {word.lower() for word in re.findall(r"[^\W\d_]+", match["name"])}
        first = match["first"].lower()
        if words & (POSTS_AND_THINGS | NOT_GREETED - PARTICLES) or first in AFTER_TITLE:
            continue
        if match["last"] or (match["family"] and first not in COMMON):
            yield Hit(PERSON, *match.span("name"))


def tagged_people(reading: Reading, people: tuple[Person, ...]) -> Iterator[Hit]:
    """Yield whom a hashtag names among other words: a known name, or thanks and a first name."""
    for match in _TAG.finditer(reading.text) if "#" in reading.text else ():
        words = [word.lower() for word in _HUMP.findall(match[1])]
        rest = [word for word in words if word not in _THANKS]
        titled = len(rest) > 1 and rest[0] in _TITLES
        if len(words) == 1:
            rest = [_unthanked(words[0])]
        facts = [
            person.fact
            for person in people
            for word in rest
            if (word in person.parts and len(word) > 2 and word not in COMMON)
            or word in person.glued
        ]
        if facts or (rest and rest != words and (titled or rest[0] in FORENAMES)):
            yield Hit(facts[0] if facts else PERSON, *match.span())


def _unthanked(word: str) -> str:
    for thanks in _THANKS[:6]:
        word = word.removeprefix(thanks).removesuffix(thanks)
    return word


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(_INTRODUCED)
