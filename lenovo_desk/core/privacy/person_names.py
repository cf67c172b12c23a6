"""Find people: those the case knows, by any part of their names, and those a title names."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import permutations

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.privacy.chinese_people import HAN, name_forms, titled_chinese
from lenovo_desk.core.privacy.chinese_words import COMPOUND, KNOWN_TITLES_CN
from lenovo_desk.core.privacy.hits import PERSON, Hit
from lenovo_desk.core.privacy.name_words import (
    AFTER_TITLE,
    COMMON,
    FORENAMES,
    FRENCH_TITLES,
    NOT_GREETED,
    PARTICLES,
    PUBLIC_NAMES,
)
from lenovo_desk.core.privacy.readings import Reading, read

_TITLE = "|".join(re.escape(title) for title in FRENCH_TITLES.split("|"))
_FULL_TITLES = frozenset(title.rstrip(".") for title in FRENCH_TITLES.split("|")) | {"m", "mm"}
_ABBREVIATED = ("mme", "mlle", "mr", "mrs", "mmes", "melle")
_ALSO_PRODUCTS = ("ms", "mx", "dr", "pr", "sir")
"""Titles that are something else in capitals: MS Office, MX Master; or small: 5 ms."""
_TITLED = (
    rf"(?<![\w@.])(?i:(?P<title>{_TITLE})) ?"
    r"(?:[A-Z](?:\.[ -]?|[ -]))*(?P<name>[^\W\d_][\w'\-]+)"
)
_BARE_M = (
    r"(?:^|[.!?:;,] ?|\b(?i:bonjour|bonsoir|cher|de|a|pour|avec|et|que|chez|merci|par) )"
    r"M (?P<name>[A-Z][\w'\-]{2,})"
)
_MAITRE = r"(?:^|\b(?i:bonjour|cher|de|a|avec|par|chez|pour) )Me\.? (?P<name>[A-Z][\w'\-]+)"
_GREETED = (
    r"(?:^|(?<=[.!?:;, ]))(?P<greeting>(?i:bonjour|bonsoir|salut|coucou|cher|chere|hello|hi|hey"
    r"|dear|merci|thanks|thank you)),? (?P<name>[A-Z][a-z']+(?:-[A-Z]?[a-z']+)*(?: [A-Z][\w'\-]+)?)"
    r"(?= ?(?:[,.!:;?]|$))"
)
_SAID_TO_ANYTHING = ("merci", "thanks", "thank you", "hello", "salut", "hey")
"""Greetings of towns, brands and seasons too: only a first name is a person there."""
_CALLED = (
    r"(?<![\w@.'\-/])(?=(?P<first>[A-Z][a-z]+|[A-Z]{3,})(?:-[A-Z]\w+)?[ ](?P<name>[A-Z][\w'\-]+))"
)
_AFTER = r"(?<!\w)[A-Z][\w'\-]+ \((?:M\.|Mme|Mlle|Mr|Mrs|Ms)\)"
_GREETINGS = ("bonjour", "bonsoir", "merci", "cher", "chere", "dear", "hi", "hello", "thanks")
_PUBLIC = (
    "".join(f"(?<!{greeting} )" for greeting in _GREETINGS)
    + rf"(?<!\w)(?:{'|'.join(map(re.escape, PUBLIC_NAMES))})(?!\w)"
)
_ADDRESS_AFTER = re.compile(
    r"[ ]?(?:兄|哥|姐|弟|妹|叔|姨|嫂|总|工|先生|女士|小姐|同学|老师|师傅|宝|亲|您|你好"
    r"|(?:ge|jie|xiong)(?![a-z]))"
)
_ADDRESS_BEFORE = re.compile(
    r"(?:亲爱的|亲|嗨|尊敬的|小|阿|老|(?<![a-z])(?:dear|bro|hi|hey|hello|bonjour|cher"
    r"|chere|mr|mrs|ms|merci))[ ,]{0,2}$"
)
"""Words that address somebody: what stands beside them is a name in whatever case."""
LETTERS = re.compile(r"(?<![^\W_])(?:[a-z\d][\W_]{1,4}){3,}[a-z\d](?![^\W_])")
_LATIN = re.compile("[a-z]{2}")
_WORD = re.compile(r"[^\W\d_]+(?:[0-9@$][^\W_]*)*", re.ASCII)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_LEET = str.maketrans("01345@$", "oleasas")
_AFTER_PARTICLE = re.compile(r" (?:(?i:la|le|les|den|der|l') ?)?([A-Z][\w\-]+)")
_MORE = re.compile(r" ([A-Z][\w'\-]+)")
_SENTENCE_START = re.compile(r"(?:^|[.!?…。！？:\n]|\s[-–—])[\s\"'«(]*$")


class Person(NamedTuple):
    """A name that the case knows, ready to be searched for."""

    fact: str
    parts: frozenset[str]
    """The parts of a name in letters, plain and in lower case."""
    glued: frozenset[str]
    """Several parts written together, and with initials: `jdupont`."""
    surname: str = ""
    """Of a Chinese name; empty for others."""
    forename: str = ""


def person_of(fact: str, name: str) -> Person | None:
    """Return a recorded name ready to be searched for; None when nothing of it can be."""
    reading = read(name)
    han = "".join(re.findall(f"[{HAN}]", re.sub(f"(?:{KNOWN_TITLES_CN})$", "", reading.text)))
    if 1 <= len(han) <= 5:
        size = 2 if re.match(COMPOUND, han) else 1
        return Person(fact, frozenset(), frozenset(), han[:size], han[size:])
    words = [w for w in re.findall(r"[^\W\d_]+", reading.low) if w not in PARTICLES | _FULL_TITLES]
    umlauts = re.findall(r"[^\W\d_]+", read(name.lower().translate(_UMLAUTS)).low)
    spelled = {word for word in umlauts if word not in PARTICLES | _FULL_TITLES}
    parts = frozenset(word for word in {*words, *spelled} if len(word) > 1)
    if not parts or len(words) > 6:
        return None
    pairs = [*permutations(words, 2)]
    glued = {"".join(pair) for pair in pairs} | {"".join(words)}
    glued |= {f"{a[0]}{b}" for a, b in pairs if len(b) > 3}
    glued |= {f"{b}{a[0]}" for a, b in pairs if len(b) > 3}
    led = "|".join(PARTICLES)
    for match in re.findall(
        rf"[^\W\d_]+(?:['\-][^\W\d_]+)+|(?:\b(?:{led}) )+[^\W\d_]+", reading.low
    ):
        glued.add(re.sub(r"\W", "", match))
    return Person(fact, parts, frozenset(word for word in glued if len(word) > 3))


def known_people(reading: Reading, people: tuple[Person, ...]) -> Iterator[Hit]:
    """Yield the names that the case knows."""
    latin = [person for person in people if person.parts]
    if latin:
        words = [*_WORD.finditer(reading.low)]
        for person in latin:
            yield from _latin(reading, words, person)
    for person in people:
        if person.surname:
            yield from _chinese(reading, person)


def spelled_people(reading: Reading, people: tuple[Person, ...]) -> Iterator[Hit]:
    """Yield the known names spelled letter by letter, whatever single letters stand around them."""
    parts = [(part, person) for person in people for part in person.parts if len(part) > 3]
    for match in LETTERS.finditer(reading.low) if parts else ():
        places = [at for at in range(*match.span()) if reading.low[at].isalnum()]
        letters = "".join(reading.low[at] for at in places)
        for part, person in parts:
            at = letters.find(part)
            if at >= 0:
                yield Hit(person.fact, places[at], places[at + len(part) - 1] + 1)


def _chinese(reading: Reading, person: Person) -> Iterator[Hit]:
    """Yield a Chinese name in its own characters, and in Latin letters."""
    if not reading.low.isascii():
        for pattern in name_forms(person.surname, person.forename):
            for match in pattern.finditer(reading.text):
                yield Hit(person.fact, *match.span())
    pinyin = _in_latin(person.surname, person.forename) if _LATIN.search(reading.low) else None
    for match in pinyin.finditer(reading.low) if pinyin else ():
        written = reading.text[match.start() : match.end()]
        alone = match["alone"] and len(person.forename) == 1
        if _addressed(reading.low, match) or (
            not alone and (len(written) > 5 or written != written.lower())
        ):
            yield Hit(person.fact, *match.span())


def _addressed(low: str, match: re.Match[str]) -> bool:
    """Return whether a forename stands beside a word that addresses somebody."""
    if _ADDRESS_AFTER.match(low, match.end()):
        return True
    word = match[0] in COMMON | AFTER_TITLE | PARTICLES | NOT_GREETED
    return not word and bool(
        _ADDRESS_BEFORE.search(low[max(0, match.start() - 12) : match.start()])
    )


def _latin(reading: Reading, words: list[re.Match[str]], person: Person) -> Iterator[Hit]:
    matches = [_names(word[0], person) for word in words]
    for at, word in enumerate(words):
        if not matches[at]:
            continue
        part = word[0] if word[0] in person.parts else ""
        neighbour = any(
            0 <= other < len(words)
            and matches[other]
            and words[other][0] != word[0]
            and (words[other][0] not in COMMON or reading.text[word.start()].isupper())
            and _close(reading.low, words[min(at, other)], words[max(at, other)])
            for other in (at - 1, at + 1)
        )
        ordinary = part and (len(part) < 3 or part in COMMON)
        if not ordinary or neighbour or _titled(words, at) or _written_as_name(reading, word):
            yield Hit(person.fact, *word.span())


def _names(word: str, person: Person) -> bool:
    plain = word.translate(_LEET) if not word.isalpha() else word
    return plain in person.parts or plain in person.glued


def _close(low: str, first: re.Match[str], second: re.Match[str]) -> bool:
    return second.start() - first.end() <= 3 and not re.search(
        r"[.!?]\s", low[first.end() : second.start()]
    )


def _titled(words: list[re.Match[str]], at: int) -> bool:
    return at > 0 and words[at - 1][0] in _FULL_TITLES


def _written_as_name(reading: Reading, word: re.Match[str]) -> bool:
    """Return whether a word begins with a capital where no sentence begins, or is a shouted one."""
    text = reading.text[word.start() : word.end()]
    before = reading.text[: word.start()]
    if not text[0].isupper() or _SENTENCE_START.search(before):
        return False
    letters = [char for char in reading.text if char.isalpha()]
    shouted = text.isupper() and len(text) > 1
    return not shouted or sum(map(str.isupper, letters)) < 0.6 * len(letters)


@lru_cache(maxsize=64)
def _in_latin(surname: str, forename: str) -> re.Pattern[str] | None:
    """Return how a Chinese name is written in Latin letters; None when it cannot be told."""
    from lenovo_desk.core.privacy.pinyin import syllables  # only a reply in Latin letters asks

    parts = [[syllables(char) for char in name] for name in (surname, forename)]
    if not forename or not all(spelled for part in parts for spelled in part):
        return None
    family, own = (r"[\W_]?".join(f"(?:{'|'.join(s)})" for s in part) for part in parts)
    gap = r"[\W_]{0,2}"
    return re.compile(
        rf"(?<![a-z\d])(?:{family}{gap}{own}|{own}{gap}{family}|(?P<alone>{own}))(?![a-z\d])"
    )


def public_names(reading: Reading) -> list[tuple[int, int]]:
    """Return where works, brands and public figures stand that nobody greets."""
    if not any(name in reading.low for name in PUBLIC_NAMES):
        return []
    return [match.span() for match in _patterns()[6].finditer(reading.low)]


def titled_people(reading: Reading) -> Iterator[Hit]:
    """Yield whom a title or a greeting names, known to the case or not."""
    text, patterns = reading.text, _patterns()
    for match in patterns[0].finditer(text):
        name, title = match["name"], match["title"].lower().rstrip(".")
        if title in _ALSO_PRODUCTS and not match["title"].istitle():
            continue
        if match.end("title") == match.start("name") and title.isalpha() and name[0].islower():
            continue
        if name.lower() in PARTICLES:
            end = _after_particle(name.lower(), text, match.end())
        else:
            end = match.end() if _is_name(name, title, text, match.end()) else 0
        if end:
            yield Hit(PERSON, match.start(), _with_more(text, end))
    for sign, pattern in zip(("M ", "Me"), patterns[1:3], strict=True):
        for match in pattern.finditer(text) if sign in text else ():
            if match["name"].lower() not in AFTER_TITLE:
                yield Hit(PERSON, *match.span("name"))
    for match in patterns[3].finditer(text):
        first = re.split(r"[ '\-]", match["name"].lower())[0]
        thanked = match["greeting"].lower() in _SAID_TO_ANYTHING
        if thanked and first not in FORENAMES:
            continue
        if first not in NOT_GREETED and first not in AFTER_TITLE and first not in COMMON:
            yield Hit(PERSON, *match.span("name"))
    for match in patterns[5].finditer(text):
        if match["first"].lower() in FORENAMES and _follows_forename(match["name"]):
            yield Hit(PERSON, match.start(), match.end("name"))
    for match in patterns[4].finditer(text):
        yield Hit(PERSON, *match.span())
    if not reading.low.isascii():
        yield from titled_chinese(text)


def _with_more(text: str, end: int) -> int:
    """Return where a name ends that goes on in capitals: `Madame LEFEVRE Marie`."""
    more = _MORE.match(text, end)
    while more and more[1].lower() not in AFTER_TITLE | NOT_GREETED:
        end = more.end()
        more = _MORE.match(text, end)
    return end


def _after_particle(particle: str, text: str, end: int) -> int:
    """Return where a name ends that begins with a particle; 0 for none, as `docteur des PC`."""
    named = _AFTER_PARTICLE.match(text, end)
    posts = AFTER_TITLE if particle in ("la", "le", "les", "l") else NOT_GREETED
    if not named or named[1].lower() in posts or (named[1].isupper() and len(named[1]) < 4):
        return 0
    return named.end()


def _is_name(name: str, title: str, text: str, end: int) -> bool:
    low = name.lower()
    first = re.split(r"['\-]", low)[0]
    if first in AFTER_TITLE:
        return len(first) == 1 and "'" in name and name[2:3].isupper()
    if name[0].isupper():
        return True
    if title in _ABBREVIATED:
        return len(name) > 2
    ends = re.match(r"\s*(?:[,.!?:;)]|$)", text[end:])
    return bool(ends) and len(name) > 3 and name not in NOT_GREETED and name not in COMMON


def _follows_forename(word: str) -> bool:
    low = re.split(r"['\-]", word.lower())[0]
    return low not in AFTER_TITLE and low not in NOT_GREETED and len(word) > 1


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, (_TITLED, _BARE_M, _MAITRE, _GREETED, _AFTER, _CALLED, _PUBLIC)))
