"""Find names the case knows of which some letters are hidden: `D****t`, 刘*强."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.privacy.chinese_people import HAN
from lenovo_desk.core.privacy.chinese_words import BEFORE_TITLE_CN
from lenovo_desk.core.privacy.hits import Hit
from lenovo_desk.core.privacy.person_names import Person
from lenovo_desk.core.privacy.readings import Reading

_SIGNS = r"*•●○□■█×#_"
"""What people write for a letter that they hide."""
_HIDDEN = rf"(?:[{_SIGNS}]{{1,12}}|\.{{3,12}}|-{{2,12}})"
_TOKEN = rf"(?<![^\W_])(?<![{_SIGNS}])[a-z]{{1,12}}(?:{_HIDDEN}[a-z]{{0,12}}){{1,4}}(?![{_SIGNS}])"
_SURE, _SHORTEST = 3, 4
"""How many letters tell a name whatever its length, and the fewest that a hidden name has."""


def masked_people(reading: Reading, people: tuple[Person, ...]) -> Iterator[Hit]:
    """Yield the names that a case knows and a text half hides."""
    if not people or not _patterns()[0].search(reading.low):
        return
    for match in _patterns()[1].finditer(reading.low):
        capital = reading.text[match.start()].isupper()
        for person in people:
            if any(_hides(match[0], part, capital) for part in person.parts):
                yield Hit(person.fact, *match.span())
    for person in people:
        for pattern in _chinese(person.surname, person.forename) if person.surname else ():
            for match in pattern.finditer(reading.text):
                yield Hit(person.fact, *match.span())


def _hides(token: str, part: str, capital: bool) -> bool:
    """Return whether a token is a part of a name of which enough letters are left."""
    pieces = re.split(_HIDDEN, token)
    exact = len(token) == len(part)
    letters = sum(map(len, pieces))
    if len(part) < _SHORTEST or not re.fullmatch(
        ".+".join(pieces) if pieces[-1] else _open(pieces), part
    ):
        return False
    if letters >= _SURE:
        return True
    return exact and capital if letters == 1 else exact or (bool(pieces[-1]) and len(token) > 4)


def _open(pieces: list[str]) -> str:
    """Return the pattern of a name whose end is hidden."""
    return ".+".join(pieces[:-1]) + ".+"


@lru_cache(maxsize=64)
def _chinese(surname: str, forename: str) -> tuple[re.Pattern[str], ...]:
    """Return how a Chinese name is written with a character hidden, its first or its last left."""
    sign = rf"[{_SIGNS}]"
    bounded = rf"(?:(?<![{HAN}{_SIGNS}])|(?<=[{BEFORE_TITLE_CN}]))"
    forms = [rf"{bounded}{surname}{sign}{{1,3}}(?=[^\w{_SIGNS}]|$|[先女您已会的])"]
    if forename:
        last = forename[-1]
        forms.append(rf"{surname}(?:{sign}|[xX某]){{1,2}}{last}")
        forms.append(rf"(?<![{HAN}\w{_SIGNS}])[{_SIGNS}]{{1,2}}{last}(?![{HAN}{_SIGNS}])")
    if len(forename) > 1:
        forms.append(rf"{surname}{forename[0]}(?:{sign}|[xX某])")
    return tuple(map(re.compile, forms))


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"[{_SIGNS}]|\.\.\.|--|[\u3400-\u9fff][xX某]"), re.compile(_TOKEN)
