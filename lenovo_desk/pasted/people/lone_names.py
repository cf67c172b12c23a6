"""Find names that stand alone between marks: in a list, before a number, at the end of a"
" message."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.privacy.chinese_words import COMPOUND
from lenovo_desk.core.privacy.name_words import AFTER_TITLE, COMMON, NOT_GREETED
from lenovo_desk.pasted.others_words import of_others, told_of_others
from lenovo_desk.pasted.people.given_names import GIVEN_NAMES
from lenovo_desk.pasted.people.name_stops import NO_NAME
from lenovo_desk.pasted.people.person_words import (
    FAMILY_NAMES,
    Writer,
    is_chinese_name,
    is_whole_name,
    may_be_whole,
    name_at,
)

_HAN = "\u3400-\u9fff"
_SEGMENT = (
    r"(?:(?<![a-z])(?:m|mr|mme|mlle|mrs|ms|dr)\.|(?<![ ])-|-(?![ ])|[^\n,;|/.!?。、()\t\x00\-])+"
)
_NUMBER_BEHIND = re.compile(
    r"[ ]*(?:tel\.?|port(?:able|\.)?|mobile|phone)?[ ]*:?[ ]*\+?[\d ()\-]{8,20}$"
)
_CALL = "(?:[Rr]?[Aa]ppele[rz]|[Cc]ontacte[rz]|[Jj]oindre|[Cc]all(?: back)?|[Cc]ontact|[Rr]each)"
_ENTRY = r"(?<=[,;\-] )(?:dossier|tel|mail|e-mail|commande|s/n|n°|case|order|phone)\b"
"""What follows a name in a list of what there is to say of somebody."""
_SHARPER = re.compile(
    r"[ ]?(?:叫|是|为)[ ]?|[ ]*(?:[a-z']{1,14}[ ]){1,4}:[ ]*|[ ]?[\u3400-\u9fff]{1,4}[ ]?:[ ]*"
    r"|[ ]\([ ]?|[ ]*,[ ]?(?=[\u3400-\u9fff])|[ ]?"
)
"""What may stand between a cue of a name and the name: `Contact sur site :`."""
_CUSTOMER = re.compile(r"(?<![a-z])(?:clie?nte?|clt|cust|customer)$")
"""What announces a name most surely, where no mark does."""
_SALUTATION = re.compile(r"[ ]*,?[ ]*(?:\n|$)")

_CN = rf"(?:{COMPOUND}|[{FAMILY_NAMES}])[{_HAN}]{{1,2}}"
_SURNAMED = (
    rf"我姓(?P<family>{COMPOUND}|[{FAMILY_NAMES}])[,、 ]*(?:名?叫)?"
    rf"(?P<name>(?P=family)[{_HAN}]{{1,2}})(?![{_HAN}])"
)
_BEFORE_NUMBER = (
    rf"(?:(?<![{_HAN}a-z\d])|(?<=的)|(?<=联系)|(?<=找)|(?<=客户)"
    rf"|(?<=用户))(?P<name>{_CN})[ ,;、:/(]{{1,3}}(?:(?:联系)?(?:电话"
    rf"|手机)号?码?[ :]?)?(?=(?:\+?86[ \-]?)?1[3-9]\d)"
)
_BEHIND_NUMBER = (
    rf"(?<!\d)1[3-9]\d[ \-]?\d{{4}}[ \-]?\d{{4}}[ ,;、/]{{1,3}}(?P<name>{_CN})(?![{_HAN}a-z\d])"
)


def name_behind(text: str, low: str, at: int) -> Writer | None:
    """Return the name right behind a cue of one that no mark parts from it; None for none."""
    end = low.find("\n", at)
    direct = name_at(text, low, at, end if end >= 0 else len(low))
    if direct and direct.start == at and low[at] >= "\u3400":
        name = text[at : direct.end]
        return direct if direct.title or len(name) < 2 or is_chinese_name(name) else None
    match = _SHARPER.match(low, at)
    begin = match.end() if match else at
    if begin == at and not low[at : at + 1] >= "\u3400":
        return None
    if of_others(low, begin):
        return None
    end = low.find("\n", begin)
    writer = name_at(text, low, begin, end if end >= 0 else len(low))
    if writer is None or low[begin : writer.start].strip(" .mrsleh"):
        return None
    name = text[writer.start : writer.end]
    if name.isascii():
        led = low[at:begin].strip().endswith((":", "叫"))
        sure = led or is_whole_name(name) or writer.title
        whose = _CUSTOMER.search(low, max(0, at - 9), at)
        return writer if sure or (whose and may_be_whole(name)) else None
    return writer


def lone_names(text: str, low: str) -> Iterator[Writer]:
    """Yield whole names that are all of a segment, or stand right beside a mobile number."""
    segment, surnamed, *beside = _patterns()
    last = len(low.rstrip(" \n\r.!。"))
    for match in segment.finditer(low):
        start, end = match.span()
        others = of_others(low, start) or (end < last and told_of_others(low, start))
        if not 5 <= len(match[0].strip()) <= 60 or others:
            continue
        writer = name_at(text, low, start, end)
        rest = low[writer.end : end].strip(" \r") if writer else ""
        if writer and (not rest or _NUMBER_BEHIND.fullmatch(rest)):
            name = text[writer.start : writer.end]
            alone = end >= last and name.lower() in GIVEN_NAMES - COMMON
            ends = end >= last and may_be_whole(name)
            if is_whole_name(name) or (writer.title and name.isascii()) or alone or ends:
                yield writer
        elif end >= last and (small := _small_name(low, start, end)):
            yield small
    yield from _beside_contact(text, low)
    for match in surnamed.finditer(text):
        yield Writer(*match.span("name"), "", 0)
    for pattern in beside:
        for match in pattern.finditer(text):
            start = match.start("name")
            writer = name_at(text, low, start, match.end("name"))
            if writer is None or writer.start != start or of_others(low, start):
                continue
            if writer.title or is_chinese_name(text[start : writer.end]):
                yield writer


def _beside_contact(text: str, low: str) -> Iterator[Writer]:
    """Yield two or three words in capitals right beside a phone number or an address of mail."""
    for pattern in _contacts():
        for match in pattern.finditer(text):
            start, end = match.span("name")
            writer = name_at(text, low, start, end)
            if writer and writer.end == end and " " in match["name"] and not of_others(low, start):
                words = set(low[start:end].split())
                if not words & (NOT_GREETED | COMMON | AFTER_TITLE) or words & GIVEN_NAMES:
                    yield writer


def _small_name(low: str, start: int, end: int) -> Writer | None:
    """Return two words without capitals at the end of a message of which one is a first name."""
    words = low[start:end].split()
    ordinary = COMMON | AFTER_TITLE | NOT_GREETED | NO_NAME
    if not 0 < len(words) < 3 or not all(word.replace("-", "").isalpha() for word in words):
        return None
    if not any(word in GIVEN_NAMES for word in words) or ordinary & set(words):
        return None
    begin = start + len(low[start:end]) - len(low[start:end].lstrip())
    return Writer(begin, start + len(low[start:end].rstrip()), "", 0)


@lru_cache(maxsize=1)
def _contacts() -> tuple[re.Pattern[str], ...]:
    part = r"[A-Z](?:'[A-Z])?[a-z]+(?:-[A-Z][a-z]+)?"
    name = rf"(?P<name>(?:{part}|[A-Z]{{3,}})(?: (?:{part}|[A-Z]{{3,}})){{1,2}})"
    contact = r"(?:\+?\d[\d ().\-]{8,}|[\w.+\-]+@[\w\-]+\.)"
    return (
        re.compile(
            rf"(?<![\w.'\-])(?<![A-Z][a-z] )(?:{_CALL} )?{name}(?: (?:au|sur|at|on))?"
            rf" ?[,(:/|\-]? ?\(?(?={contact}|{_ENTRY})"
        ),
        re.compile(rf"(?m)^[^\n:]{{2,60}}[)|–—\-] {name} ?:(?=[ ]*$)"),
        re.compile(rf"(?<![\w.'\-]){name},? (?:speaking|here|a l'appareil)(?![a-z])"),
        re.compile(rf"(?:\d\d|\.[a-z]{{2,4}})\)? ?[,:/|(\-] ?{name}(?=[ ]?[,.;)\n/|]|$)"),
    )


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        map(
            re.compile,
            (
                _SEGMENT,
                _SURNAMED,
                _BEFORE_NUMBER,
                _BEHIND_NUMBER,
            ),
        )
    )
