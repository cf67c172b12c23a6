"""Find who wrote a message: by what they call themselves, how they sign, whom an envelope names."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.privacy.chinese_words import COMMON_CN, COMPOUND, SURNAMES, WORD_AFTER
from lenovo_desk.core.privacy.name_words import (
    AFTER_TITLE,
    FORENAMES,
    NOT_GREETED,
    PARTICLES,
    POSTS_AND_THINGS,
)
from lenovo_desk.pasted.name_stops import NO_NAME

_HAN = "\u3400-\u9fff"
_UPPER = "A-Z\u00c0-\u00de"
_PART = rf"[{_UPPER}](?:'[A-Z][a-z]+|[^\W\d_]+(?:['\-][^\W\d_]+)*|\.|(?=[ ]))"
_SMALL = r"(?:de la|de|du|des|le|la|van der|van den|van|von|el|ben|al|d'|da|dos|di)"
_LATIN_NAME = rf"{_PART}(?:[ ](?:{_SMALL}[ ]?)?{_PART}){{0,3}}"
_ANY_WORD = r"[^\W\d_]+(?:['\-][^\W\d_]+)*"
_TITLE = (
    r"(?P<title>m\.|mr\.?|mme\.?|mlle\.?|mrs\.?|ms\.?|miss|monsieur|madame|mademoiselle|dr\.?)[ ]+"
)
_COURTESY = "先生|女士|小姐|太太"
_CN_NAME = rf"(?:{COMPOUND}|[{SURNAMES}])[{_HAN}]{{1,2}}"
_INTRODUCED = (
    r"(?<![a-z])(?:je m'?[ ]?appelle|je soussignee?,?|je, soussignee?,|je me nomme"
    r"|mon nom (?:est|c'est)|mon nom[ ]?:|moi c'est"
    r"|my name(?:'s| is)|i'?m called"
    r"|this is|i am|i'm|je suis|ici|c'est|speaking[ ]?:|au nom d(?:e |')"
    r"|under the name(?: of)?)[ ]+"
)
_SURE = (
    "je m",
    "je s",
    "je,",
    "mon nom",
    "moi c",
    "my name",
    "i'm called",
    "im called",
    "au nom",
    "under",
)
_INTRODUCED_CN = (
    r"(?:我叫|本人叫?|我的名字(?:是|叫)|我名叫|我姓名是|名字叫|我是[^,。;!?\s]{2,14}的|我是|(?:机主|用户|报修人"
    r"|联系人)(?:是|叫))[ ]?"
)
_GOES_ON_CN = (
    r"[,;、。.()\s!:/|]|先生|女士|小姐|太太|的|来|称|反映|电话|手机|要求|报修|于|在|投诉|家|购"
    r"|本人|\d|我|买|想|要|住"
    r"|今|昨|上|有|是|这|那|之前|您|你|请|麻烦|序列|型号|说|邮箱|性别|单号|工单"
)
_CLOSING = (
    r"^[ ]*(?:(?:bien |tres )?cordialement|bien a (?:vous|toi)|(?:sinceres |meilleures |mes "
    r"|avec mes )?salutations(?: distinguees| sinceres)?"
    r"|(?:tres )?(?:respectueusement|sincerement)|cdlt|cdt|bonne (?:journee|soiree"
    r"|reception)(?: a vous)?|(?:d'avance )?merci(?: d'avance| beaucoup| par avance"
    r"| pour .{0,40}| bien| a vous| de .{0,40})?"
    r"|(?:kind |best |warm |many )?regards|(?:yours )?(?:sincerely|faithfully|truly)"
    r"|best(?: wishes)?|thanks(?: in advance| again| a lot| so much)?|thank you(?: .{0,30})?"
    r"|many thanks|cheers"
    r"|此致|敬礼|祝好|谢谢[您你]?|顺祝.{0,6}|祝.{0,8}|多谢|感谢|拜托了?|敬上|盼复"
    r"|期待.{0,8}回复)[ ]*[,.!，。！~]*[ ]*$"
)
_CLOSING_INLINE = (
    r"(?:cordialement|salutations(?: distinguees)?|bien a vous|regards|sincerely|cdlt|cdt"
    r"|merci(?: d'avance)?|thanks|thank you"
    r"|谢谢)[ ]*[,.!，。！]?[ ]*[\-–—]?[ ]*(?=[^\n]{2,40}$)"
)
_ELIDED = ("j", "c", "n", "l", "m", "qu", "et", "and", "mais", "but")
"""What begins another clause."""


class Writer(NamedTuple):
    """A name that stands for the one who wrote."""

    start: int
    end: int
    title: str
    """The title beside it in lower case; empty without one."""
    sure: int
    """How sure it is that it is the writer's: 3 by their own words, 2 signed, 1 from an"
    " envelope."""
    by: str = ""


def name_at(text: str, low: str, start: int, end: int) -> Writer | None:
    """Return the name that a text begins with between two places; None when it is no name."""
    start += len(low[start:end]) - len(low[start:end].lstrip(" \t\"'-*:"))
    title = _title().match(low, start, end)
    at = title.end() if title else start
    polite = _polite().match(text, at, end)
    if polite:
        stop = polite.end() if len(polite["cn"]) == 1 else polite.end("cn")
        return Writer(at, stop, polite["courtesy"] or polite["sex"], 0)
    if at < end and text[at] >= "\u3400":
        stop = _end_of_chinese(text, at, end)
        return Writer(at, stop, "", 0) if stop else None
    match = _latin().match(text, at, end)
    if match is None:
        return None
    stop = _clipped(text, match.start(), match.end())
    if stop <= match.start():
        return None
    return Writer(match.start(), stop, title["title"] if title else "", 0)


def _end_of_chinese(text: str, at: int, end: int) -> int:
    """Return where a Chinese name ends behind which a sentence can go on; 0 for none."""
    spaced = re.compile(rf"[{SURNAMES}][ ][{_HAN}](?:[ ]?[{_HAN}])?(?![{_HAN}])").match(
        text, at, end
    )
    if spaced:
        return spaced.end()
    for size in (4, 3, 2):
        name = text[at : min(at + size, end)]
        if len(name) == size and re.fullmatch(_CN_NAME, name):
            closed = at + size >= end or not re.match(rf"[{_HAN}]", text[at + size])
            if closed or (is_chinese_name(name) and _goes_on().match(text, at + size, end)):
                return at + size
    return 0


def is_chinese_name(name: str) -> bool:
    """Return whether Chinese characters with a surname first are no word."""
    bare = name.replace(" ", "")
    if re.match(COMPOUND, bare):
        return True
    return bare not in COMMON_CN and bare[1] not in WORD_AFTER.get(bare[0], ())


def _clipped(text: str, start: int, end: int) -> int:
    """Return where a name of several words ends: before the first word that is none."""
    stop = start
    last = ""
    for word in re.finditer(r"[^\s]+", text[start:end]):
        plain = re.sub(r"[^\w]", "", word[0].lower())
        if plain in NO_NAME or plain in POSTS_AND_THINGS - FORENAMES:
            if last in PARTICLES:
                return start
            break
        stop, last = start + word.end(), plain
    return stop - (text[stop - 1] == "." and stop - start > 3 and text[stop - 3] != " ")


def writers_in(text: str, low: str) -> Iterator[Writer]:
    """Yield the names by which whoever wrote a text is called in it."""
    introduced, introduced_cn, closing, inline = _patterns()
    for match in introduced.finditer(low):
        sure = match[0].startswith(_SURE)
        writer = _introduced(text, low, match.end(), sure)
        if writer:
            yield writer._replace(sure=3, by=match[0].strip())
    for match in introduced_cn.finditer(low):
        if match[0].startswith("我是") and low[max(0, match.start() - 1) : match.start()] in (
            "让",
            "给",
        ):
            continue
        writer = _introduced_cn(text, low, match)
        if writer:
            yield writer._replace(by=match[0].strip())
    yield from _signed(text, low, closing, inline)


def _introduced(text: str, low: str, at: int, sure: bool) -> Writer | None:
    line_end = _line_end(low, at)
    writer = name_at(text, low, at, line_end)
    if writer and (sure or writer.title or is_whole_name(text[writer.start : writer.end])):
        first = re.split(r"[ \-']", low[writer.start : writer.end])[0]
        return writer if sure or first not in AFTER_TITLE | NOT_GREETED else None
    return _in_small_letters(low, at, line_end) if sure else None


def _in_small_letters(low: str, at: int, end: int) -> Writer | None:
    """Return a name that somebody typed without capitals, as far as it is sure where it ends."""
    title = _title().match(low, at, end)
    begin = stop = title.end() if title else at
    words: list[str] = []
    for word in re.finditer(rf"[ ]*({_ANY_WORD})", low[begin:end]):
        plain = word[1]
        stops = plain in AFTER_TITLE or plain in NO_NAME or plain.partition("'")[0] in _ELIDED
        if len(words) > 2 or (stops and not (plain in PARTICLES and words)):
            break
        words.append(plain)
        stop = begin + word.end()
        if low[stop : stop + 1] != " ":
            break
    forename = bool(words) and (words[0] in FORENAMES or words[-1] in FORENAMES)
    ends = low[stop : stop + 1] in ("", ",", ".", "\n", ";", "!")
    if not forename and (len(words) != 2 or not ends):
        return None
    return Writer(begin, stop, title["title"] if title else "", 0)


def _introduced_cn(text: str, low: str, match: re.Match[str]) -> Writer | None:
    writer = name_at(text, low, match.end(), _line_end(low, match.end()))
    if writer is None or writer.start != match.end() or text[writer.start] < "\u3400":
        return None
    return writer._replace(sure=3)


def _signed(
    text: str, low: str, closing: re.Pattern[str], inline: re.Pattern[str]
) -> Iterator[Writer]:
    lines = [
        match.span()
        for match in re.finditer(r"[^\n]+", low)
        if low[slice(*match.span())].strip(" \t\x00\r")
    ]
    for number, (start, end) in enumerate(lines):
        if closing.match(low[start:end].rstrip("\r")):
            for begin, stop in lines[number + 1 : number + 4]:
                if closing.match(low[begin:stop].rstrip("\r")):
                    continue
                writer = _alone(text, low, begin, stop)
                if writer:
                    yield writer._replace(sure=2, by=low[start:end].strip())
                break
        elif number >= len(lines) - 3:
            for match in inline.finditer(low, start, end):
                writer = _alone(text, low, match.end(), end)
                if writer:
                    yield writer._replace(sure=2, by=match[0].strip())
    if len(lines) > 1:
        for number in (len(lines) - 1, len(lines) - 2):
            start, end = lines[number]
            writer = _alone(text, low, start, end)
            if (
                number
                and writer
                and (
                    is_whole_name(text[writer.start : writer.end])
                    or _cnis_whole_name(text[writer.start : writer.end])
                )
            ):
                yield writer._replace(sure=2)
                break


def _alone(text: str, low: str, start: int, end: int) -> Writer | None:
    """Return the name that is all of a line, beside a title, a dash or a post behind a comma."""
    writer = name_at(text, low, start, end)
    if writer is None:
        return None
    rest = low[writer.end : end].strip(" \r\t.,!。，")
    if rest and not re.match(r"[,(/|\-–—+\d]|敬上|上$|先生|女士|小姐|tel|port", rest):
        return None
    name = text[writer.start : writer.end]
    parts = name.split()
    if (
        re.search(r"[a-z]", low[writer.start : writer.end])
        and len(parts) == 1
        and low[writer.start : writer.end] not in FORENAMES
    ):
        return writer if writer.title else None
    if any(part.lower() in NOT_GREETED or part.lower() in AFTER_TITLE for part in parts[:1]):
        return None
    return writer


def is_whole_name(name: str) -> bool:
    """Return whether a name in letters has a known first name and a last name."""
    parts = [part.lower() for part in re.split(r"[ ]", name)]
    return len(parts) > 1 and any(part.split("-")[0] in FORENAMES for part in parts)


def _cnis_whole_name(name: str) -> bool:
    return bool(re.fullmatch(_CN_NAME, name.replace(" ", "")))


def _line_end(low: str, at: int) -> int:
    end = low.find("\n", at)
    return end if end >= 0 else len(low)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(_INTRODUCED),
        re.compile(_INTRODUCED_CN),
        re.compile(_CLOSING),
        re.compile(_CLOSING_INLINE),
    )


@lru_cache(maxsize=1)
def _title() -> re.Pattern[str]:
    return re.compile(_TITLE)


@lru_cache(maxsize=1)
def _courtesy() -> re.Pattern[str]:
    return re.compile(rf"[ ]?(?:{_COURTESY})")


@lru_cache(maxsize=1)
def _polite() -> re.Pattern[str]:
    name = rf"(?:{COMPOUND}|[{SURNAMES}])[{_HAN}]{{0,2}}?"
    return re.compile(
        rf"(?P<cn>{name})(?:[ ]?[(]?(?P<courtesy>{_COURTESY})|[ ]?[(](?P<sex>[男女])[)])"
    )


@lru_cache(maxsize=1)
def _latin() -> re.Pattern[str]:
    return re.compile(_LATIN_NAME)


@lru_cache(maxsize=1)
def _goes_on() -> re.Pattern[str]:
    return re.compile(_GOES_ON_CN)
