"""Find the days and moments that a text names, and those that it names without their day."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.time.typed_days import alternatives
from lenovo_desk.core.time.words_of_time import MONTHS, WEEKDAYS

_WRITTEN_MONTHS = alternatives(name for name in MONTHS if name not in ("mar", "may", "dec", "mai"))
_MONTH = rf"(?:{_WRITTEN_MONTHS}|may|mai|dec)"
_WEEKDAY = alternatives(name for name in WEEKDAYS if len(name) > 3)
_CN_WEEKDAY = r"(?:上上|上|这|本|下)?个?(?:周|星期|礼拜)[一二三四五六日天](?![期末])"
_DAYS = (
    r"(?:19|20)\d\d(?P<s1>[\-/.])\d{1,2}(?P=s1)\d{1,2}",
    r"(?:(?:19|20)?\d\d年|[去今前明]年)[ ]?\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?[日号]?",
    r"\d{1,2}(?P<s2>[/.\-])\d{1,2}(?P=s2)(?:(?:19|20)\d\d|\d\d)",
    rf"\d{{1,2}}(?:er|st|nd|rd|th)?[ ](?:of |de )?{_MONTH}\.?(?:,?[ ](?:19|20)\d\d)?(?![a-z])",
    rf"{_MONTH}\.?[ ]\d{{1,2}}(?:st|nd|rd|th)?(?:,?[ ](?:19|20)\d\d)?(?![\w:])",
    r"(?:本月|上个?月|下个?月)?\d{1,2}月\d{1,2}[日号]?",
    r"\d{1,2}/\d{1,2}(?![/\d%])",
    r"avant-hier|(?<!avant-)hier|aujourd'hui|yesterday|today|(?:大前|前|昨|今)[天日]",
    r"apres-demain|(?<!apres-)demain|tomorrow|(?:大后|后|明)[天日]",
    rf"(?:{_WEEKDAY})(?:[ ](?:dernier|passe|prochain|last|next))?(?![a-z])",
    rf"(?:last|next|this)[ ](?:{_WEEKDAY})(?![a-z])",
    _CN_WEEKDAY,
    r"il y a \d{1,2} (?:jours?|semaines?)|\d{1,2} (?:days?|weeks?) ago|\d{1,2}天(?:之)?前",
)
_CLOCK = (
    r"(?:[ ]*(?:,|a|vers|at|around|的|-|t)?[ ]*(?:上午|下午|晚上|早上|中午|凌晨|傍晚)?[ ]*"
    r"\d{1,2}[ ]?(?:(?:[:h]|点|时)[ ]?(?:半|\d{2}分?|[一三]刻)?|[ap]\.?m\b"
    r"|heures?\b)(?::\d{2})?(?:[ ]?[ap]m\b)?"
    r"|[ ]*(?:上午|下午|晚上|早上|中午|凌晨|傍晚)?[ ]*"
    r"[一二两三四五六七八九十]{1,3}点(?:半|[一三]刻)?)"
)
_LOOSE = (
    rf"(?:(?:en|fin|debut|mi|courant|in|late|early|mid)[ \-])?(?:{_MONTH})(?:[ ](?:19|20)\d\d"
    rf"| dernier)?(?![a-z])",
    r"(?:(?:19|20)\d\d年|[去今前]年)\d{1,2}月(?:份|底|初|中旬)?|\d{1,2}月份?(?:底|初|中旬)?"
    r"|上个?月",
    r"(?:19|20)\d\d(?:年(?!\d)|(?![\d/.\-]))|[去今前]年(?:[^\W\d_]{0,3}(?:节|双十一|双11|618))?"
    r"|双十一|双11|618",
    r"il y a (?:un|une|deux|trois|quatre|cinq|six|\d{1,2}) (?:ans?|mois)|l'an(?:nee)? derni(?:er"
    r"|ere)"
    r"|le mois dernier|la semaine derniere|cette annee|last (?:year|month|week)|this year"
    r"|(?:a|one|two|three|four|six|\d{1,2}) (?:years?|months?) ago|[一两三半\d]{1,2}(?:个月"
    r"|年)(?:之)?前"
    r"|\bnoel\b|\bchristmas\b|black friday|(?:l'ete|l'hiver|le printemps|l'automne)(?: dernier)?",
)


class WrittenDay(NamedTuple):
    """A day that is named, and maybe a time beside it."""

    start: int
    end: int
    """Where the day ends."""
    until: int
    """Where the time behind it ends; `end` without one."""
    whole: bool
    """Whether the day itself is named, not a month or a year alone."""


def days_in(low: str) -> Iterator[WrittenDay]:
    """Yield the days named in a text in lower case, in order."""
    day, clock, loose = _patterns()
    used = []
    for match in day.finditer(low):
        time = clock.match(low, match.end())
        used.append(WrittenDay(*match.span(), time.end() if time else match.end(), True))
    spans = [(written.start, written.end) for written in used]
    for match in loose.finditer(low):
        if not any(start < match.end() and match.start() < end for start, end in spans):
            used.append(WrittenDay(*match.span(), match.end(), False))
    yield from sorted(used)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(
            rf"(?<![a-z\d])(?<!\d[./\-])(?:(?:{_WEEKDAY})\.?,?[ ](?:le[ ])?(?=\d))?"
            rf"(?:{'|'.join(_DAYS)})(?:(?<!\d)|(?![\d/]|[.\-]\d))"
        ),
        re.compile(_CLOCK),
        re.compile(rf"(?<![a-z\d])(?:{'|'.join(_LOOSE)})"),
    )
