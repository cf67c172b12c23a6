"""Read the time of day in a typed text: in figures, by name, beside a part of the day.

A part of the day decides where an hour lies: one in the morning of an evening is that of the next
day. What usage leaves open has several readings: three o'clock, or the midnight of a day.
"""

import re
from functools import cache

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.time import words_of_time as words
from lenovo_desk.core.time.spoken_times import number_said
from lenovo_desk.core.time.typed_days import alternatives

_WINDOWS = {"dawn": (0, 6), "am": (0, 11), "pm": (12, 23), "evening": (17, 27), "noon": (10, 15)}
"""The first and the last hour of a part of the day, in hours from the beginning of the day."""
_SMALL_HOURS = range(1, 8)
"""Hours that are said as often of the afternoon as of the morning."""
_COLLOQUIAL = {"heure", "heures", "点", "点钟", "o'clock", "oclock"}
_DAY = 1440


class TypedClock(NamedTuple):
    """The time of day in a text."""

    minutes: tuple[int, ...]
    """What it can mean, in minutes from the beginning of the day; empty when there is no time."""
    rest: str
    """What the text says beside it."""
    part: str = ""
    """The word for the part of the day in it."""
    spoken: bool = False
    """Whether it is an hour as people say it, of the morning or of the afternoon."""

    @property
    def days(self) -> tuple[int, ...]:
        """How many days after the named one it can lie."""
        if self.minutes:
            return tuple(sorted({minute // _DAY for minute in self.minutes}))
        return (0, 1) if words.PARTS.get(self.part) == "night" else (0,)


_HALF = r"a\.?m\b\.?|p\.?m\b\.?"
_BY = r"et demie?|et quart|moins (?:le )?[a-z\d-]+|半|\d刻|整|正"
_CLOCK = (
    r"(?<![\d:./-])(?P<hour>\d{1,2})(?:"
    rf" ?:(?P<minute>\d{{2}})(?::\d{{2}}(?:\.\d+)?)?(?: ?h(?![a-z]))?(?: ?(?P<half>{_HALF}))?"
    rf"| ?(?P<half_alone>{_HALF})"
    r"|(?P<apart> ?)(?P<unit>heures?|hrs?|h|点钟|点|时|o'?clock)(?![a-z])"
    r"(?:(?P<gap> ?)(?P<past>\d{1,2})(?!\d| ?刻) ?(?P<named>分|min(?:utes)?(?![a-z]))?"
    rf"| ?(?P<by>{_BY}))?(?: ?(?P<half_last>{_HALF}))?"
    r")(?![\d:])"
)
_QUARTERS = {"半": 30, "et demi": 30, "et demie": 30, "et quart": 15}


@cache
def _word_pattern(kind: str) -> re.Pattern[str]:
    table = words.PARTS if kind == "part" else words.CLOCKS
    latin = alternatives(name for name in table if name.isascii())
    other = alternatives(name for name in table if not name.isascii())
    more = "" if kind == "part" else rf"(?: (?P<by>{_BY})| (?P<past>\d{{2}})(?!\d))?"
    return re.compile(rf"(?:(?<![a-z])(?P<latin>{latin})(?![a-z]){more}|(?P<other>{other}))")


def read_clock(text: str) -> TypedClock:
    """Return the time in a text and what stands beside it.

    `text` is in lower case without accents. Raises `ValueError` for a time that no day has.
    """
    clock = re.search(_CLOCK, text)
    rest = text[: clock.start()] + " " + text[clock.end() :] if clock else text
    word, rest = _taken(_word_pattern("part").search(rest), rest)
    named = _word_pattern("clock").search(rest)
    name, beside = _taken(named, rest)
    part = words.PARTS[word] if word else ""
    if clock is None and name and named:
        return TypedClock(_of_name(words.CLOCKS[name], _past(named), part), _stripped(beside), word)
    if clock is None:
        return TypedClock((720,) if part == "noon" else (), _stripped(rest), word)
    minute = int(clock["minute"]) if clock["minute"] else _past(clock)
    if minute > 59:
        raise ValueError("no such minute")
    if name and int(clock["hour"]) % 12 == 0 and not clock["half"]:
        return TypedClock(_of_name(words.CLOCKS[name], minute, part), _stripped(beside), word)
    half = (clock["half"] or clock["half_alone"] or clock["half_last"] or "").replace(".", "")
    colloquial = clock["unit"] in _COLLOQUIAL or (clock["by"] or "")[:2] in ("et", "mo")
    whole = not (half or word) and clock["hour"][0] != "0"
    hours = _hours(int(clock["hour"]), half, word)
    spoken = colloquial and whole and int(clock["hour"]) in _SMALL_HOURS
    if spoken:
        hours = (hours[0], hours[0] + 12)
    return TypedClock(tuple(60 * h + minute for h in hours), _stripped(rest), word, spoken)


def _taken(match: re.Match[str] | None, text: str) -> tuple[str, str]:
    """Return the word that a match of a table has, and the text without it."""
    if match is None:
        return "", text
    return match["latin"] or match["other"], text[: match.start()] + " " + text[match.end() :]


def _past(match: re.Match[str]) -> int:
    """Return the minutes past the hour that a match says; they are negative before it.

    Raises `ValueError` for a single figure that may be the first of two.
    """
    fields = match.groupdict()
    by, past = fields["by"] or "", fields["past"] or "0"
    if by.endswith("刻"):
        return 15 * int(by[0])
    if by.startswith("moins"):
        number = by.split()[-1]
        return -15 if number == "quart" else -number_said(number)
    if (
        len(past) == 1
        and fields["past"]
        and not ((fields["gap"] and fields["apart"]) or fields["named"])
    ):
        raise ValueError("minutes have two figures")
    return _QUARTERS.get(by, 0) or int(past)


def _of_name(minutes: int, past: int, part: str) -> tuple[int, ...]:
    """Return what a time with a name can mean: the midnight of a day begins it or ends it."""
    if minutes < _DAY:
        if part not in ("", "noon"):
            raise ValueError("noon is no part of it")
        return (minutes + past,)
    if part not in ("", "evening", "night"):
        raise ValueError("midnight is no part of it")
    return (_DAY + past,) if part == "evening" else (past, _DAY + past)


def _hours(hour: int, half: str, word: str) -> tuple[int, ...]:
    """Return the hours that an hour beside a part of a day can mean, from the day's beginning.

    Raises `ValueError` when the two do not fit.
    """
    part = words.PARTS[word] if word else ""
    if hour > 23 or (half == "am" and hour > 12) or (half == "pm" and hour == 0):
        raise ValueError("no such hour")
    if half:
        hour = hour if hour > 12 else hour % 12 + (12 if half == "pm" else 0)
    if not part:
        return (hour,)
    if word in words.FROM_MIDNIGHT:
        hour %= 12 if hour == 12 else 24
    if part == "night":
        if hour % 12 < 6 and hour < 13:
            return (hour % 12, hour % 12 + 24)
        hours = {hour if hour > 12 else hour + 12} & {21, 22, 23}
    else:
        first, last = _WINDOWS[part]
        last += word in words.TO_NOON
        ways = {hour, hour + 24} | ({hour + 12} if 0 < hour < 13 and not half else set())
        hours = {way for way in ways if first <= way <= last}
    if not hours:
        raise ValueError("the hour is not in that part of the day")
    return (min(hours),)


def _stripped(rest: str) -> str:
    """Return a text without the small words between a day and a time."""
    rest = re.sub(r"\s+", " ", rest).strip(" ,的")
    rest = re.sub(r"(?:^| )(?:a|at|vers|de|du|in the|at the)$", "", rest)
    rest = re.sub(r"^(?:a|at) (?=.)", "", rest).strip(" ,的")
    return re.sub(r"(?<=\d)t$", "", rest)
