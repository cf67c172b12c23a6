"""Find the people that a message speaks of or speaks to, anywhere in it, and who it is that writes.

A message of the desk calls the customer at its head; one of the customer calls the agent there.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.privacy.chinese_words import COMPOUND
from lenovo_desk.core.privacy.name_words import AFTER_TITLE, NOT_GREETED
from lenovo_desk.pasted.others_words import of_others, told_of_others
from lenovo_desk.pasted.people.given_names import GIVEN_NAMES
from lenovo_desk.pasted.people.name_stops import NO_NAME
from lenovo_desk.pasted.people.person_words import (
    FAMILY_NAMES,
    Writer,
    name_at,
    small_name_at,
    title_pattern,
)

_HAN = "\u3400-\u9fff"
_GREETED = re.compile(
    r"(?:^|\n|[,.!?;:] ?|(?<= ))(?:re)?(?:bonjour|bonsoir|salut|dear|hello|hi|hey|chere?s?|coucou"
    r"|bjr|good (?:morning|afternoon|evening)|尊敬的|亲爱的|[您你]好)[ ,:]*"
    r"(?:a |to )?$|(?:merci|thanks|thank you),? $"
)
_SPEAKS = re.compile(r",? (?:a l'appareil|au telephone|speaking|here\b|calling|这边|来电)")
"""What stands behind the name of whoever speaks."""
_CLOSED = re.compile(r"[ ]*[,:!]?[ ]*(?:\n|$)|[ ]*,")
_GREETS_CN = re.compile(r"[,、 ]?(?:[您你]好|早上好|下午好|晚上好)")
_LABEL = re.compile(r"(?:^|[\n,;|.。(>])[ ]*[^\W\d_][^\n:,;|.。]{1,24}:[ ]*(?:m\.|mr|mme)?[ ]?$")
"""A label before a name: the customer's own are read with what stands behind them."""
_STREET = re.compile(
    r"(?:rue|avenue|av\.?|bd|boulevard|place|pl\.?|lycee|college|ecole|hopital|quai|chemin|impasse"
    r"|allee|residence|square|cours|street|road|school|clinique|universite|fondation)[ ]"
    r"(?:du |de |de la |general |marechal |saint |docteur |dr )?$"
)
"""What is called after somebody."""
_ROLE_BEHIND = re.compile(
    r"[ ]?[,(:][ ]?(?:le |la |une? |mon |ma |votre |notre |de |du |your |the |my |our |from |at )?"
    r"(?:technicien|conseill|agent|vendeu|support|sav\b|service client|lenovo|responsable (?:sav"
    r"|magasin|boutique)|livreur|avocat|journaliste|technician|engineer|advisor|journalist|lawyer"
    r"|collegue|colleague|team lead|manager lenovo)"
)
_WORD = re.compile(r"[^\W\d_]+\.?(?:['\-][^\W\d_]+)*")
_SMALL = ("de", "du", "des", "le", "la", "van", "von", "der", "den", "el", "ben", "al", "da", "dos")
_WORDY = "向于和安成时应从单车万全常解连让"
"""Family names that lead to somebody's name as words."""


def addressed_names(text: str, low: str) -> Iterator[Writer]:
    """Yield whoever is greeted at the head of a message or of a paragraph."""
    for writer, greeted in _mentions(text, low):
        if greeted:
            yield writer


def mentioned_names(text: str, low: str) -> Iterator[Writer]:
    """Yield the people that a message speaks of, without those greeted and those of others."""
    for writer, greeted in _mentions(text, low):
        if (
            not greeted
            and not of_others(low, writer.start)
            and not told_of_others(low, writer.start)
        ):
            yield writer


def _mentions(text: str, low: str) -> Iterator[tuple[Writer, bool]]:
    """Yield people with whether they are greeted; a place is read once, titles first."""
    beyond = 0
    titled, spoken, surnamed = _patterns()
    places = sorted(
        [
            (match.start(), kind, match)
            for kind, pattern in enumerate((titled, spoken, surnamed))
            for match in pattern.finditer(low if kind != 1 else text)
        ],
        key=lambda place: place[:2],
    )
    for start, kind, match in places:
        if start < beyond:
            continue
        writer = (
            _titled(text, low, start)
            if kind == 0
            else _whole(text, low, match)
            if kind == 1
            else _chinese(match)
        )
        if writer is None or _STREET.search(low, max(0, start - 40), start):
            continue
        beyond = writer.end
        if not _ROLE_BEHIND.match(low, writer.end):
            yield writer, _is_greeted(low, start, writer.end)


def _is_greeted(low: str, start: int, end: int) -> bool:
    if _SPEAKS.match(low, end):
        return False
    if _GREETED.search(low, max(0, start - 24), start):
        return True
    if low[start] >= "\u3400":
        behind = re.match(r"(?:先生|女士|小姐|太太)?", low[end:])
        return bool(_GREETS_CN.match(low, end + (behind.end() if behind else 0)))
    first = not low[:start].strip(" \n\x00")
    return first and bool(_CLOSED.match(low, end)) and end < len(low.rstrip())


def _titled(text: str, low: str, start: int) -> Writer | None:
    end = low.find("\n", start)
    end = end if end >= 0 else len(low)
    writer = name_at(text, low, start, end)
    if writer and writer.title:
        first = re.split(r"[ \-']", low[writer.start : writer.end])[0]
        return None if first in AFTER_TITLE else writer
    title = title_pattern().match(low, start, end)
    return small_name_at(low, start, end) if title else None


def _whole(text: str, low: str, match: re.Match[str]) -> Writer | None:
    """Return a known first name with what stands beside it, out of words in capitals."""
    words = [*_WORD.finditer(text, *match.span())]
    plain = [word[0].lower().rstrip(".") for word in words]
    first_names = [n for n, word in enumerate(plain) if word.split("-")[0] in GIVEN_NAMES]
    if not first_names:
        return None
    first = last = first_names[0]
    while last + 1 < len(words) and (plain[last + 1] in _SMALL or not _ordinary(plain[last + 1])):
        last += 1
    while last > first and plain[last] in _SMALL:
        last -= 1
    if last == first and first and not _ordinary(plain[first - 1]):
        first -= 1
    if last == first or last - first > 4:
        return None
    return Writer(words[first].start(), words[last].end(), "", 0)


def _ordinary(word: str) -> bool:
    return word in NO_NAME or word in AFTER_TITLE or word in NOT_GREETED


def _chinese(match: re.Match[str]) -> Writer:
    start, end = match.span("name") if match["name"] else match.span("own")
    name = match["name"] or ""
    if len(name) > 1 and name[0] in _WORDY and name[1] in FAMILY_NAMES:
        start += 1
    return Writer(start, end, match["courtesy"] or match["sex"] or "", 0)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    upper = "A-Z"
    part = rf"[{upper}](?:[^\W\d_]*(?:['\-][^\W\d_]+)*|\.)"
    return (
        re.compile(
            r"(?<![\w'\-.@/])(?:m\.|mr\.?|mme\.?|mlle\.?|mrs\.?|ms\.?|miss|monsieur|madame"
            r"|mademoiselle)[ ]+(?=[a-z])"
        ),
        re.compile(
            rf"(?<![\w'\-.@/]){part}(?:[ ](?:{'|'.join(_SMALL)}|d')?[ ]?{part}){{1,5}}(?![\w@/])"
        ),
        re.compile(
            rf"(?P<name>(?:{COMPOUND}|[{FAMILY_NAMES}])[{_HAN}]{{0,2}}?)[ ]?[(]?"
            rf"(?P<courtesy>先生|女士|小姐|太太)"
            rf"|(?<![贵百同名])姓[ :]?(?P<own>{COMPOUND}|[{FAMILY_NAMES}])"
            rf"(?=[^{_HAN}]|$|[男女的是电手])(?:[ ,、(]{{0,2}}(?P<sex>[男女]|先生|女士))?"
        ),
    )
