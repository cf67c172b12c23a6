"""Read dates and times as people type them: in figures, and in the words of every day.

What a text leaves open is decided by what the fact allows: a date without a year is the latest one
that has been, or the next one to come. A part of a day is no time: it is asked back.
"""

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache
from unicodedata import combining, normalize

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time import words_of_time as words
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.time.moments import iso, local, zone_of
from lenovo_desk.core.time.spoken_times import in_figures
from lenovo_desk.core.time.typed_days import (
    Length,
    NamedDay,
    alternatives,
    from_now,
    moved,
    number_of,
    read_day,
)

GRACE = 300.0
"""Seconds by which the clocks of two people may differ."""
_CHINESE_NUMBER = (
    r"(?<![周期拜])[零〇一二两三四五六七八九十]+(?=$|[ 点时分月日号天年刻个小周礼星钟])"
)
_ASIDE = {"ce", "cet", "cette", "this", "the", "la", "le"}
"""What may be left beside a part of today."""


class Sense(NamedTuple):
    """What decides how a typed moment is read."""

    at: Stamp
    zone: str
    """IANA name of the time zone."""
    lean: int = 0
    """-1 for what has happened, 1 for what is still to come, else 0."""
    order: str = "dmy"
    """How people write a date in figures, as `date_order` returns it."""


def example(sense: Sense, kind: str) -> str:
    """Return a moment that could be typed, and how it lies to now: `past 2026-11-22T14:00+01:00`.

    `kind` is `date` or `datetime`. The first word is `past`, `future` or `any`.
    """
    lean = {-1: "past", 0: "any", 1: "future"}[sense.lean]
    day = kind == "date"
    shift = 86400 if sense.lean > 0 else -86400 if sense.lean < 0 and day else 0
    moment = iso(sense.at.utc + shift, sense.zone)
    return f"{lean} {moment[:10] if day else moment}"


def typed_date(text: str, sense: Sense) -> str | Reason:
    """Return `YYYY-MM-DD` for a typed date, or why it is none."""
    now = local(sense.at.utc, sense.zone)
    plain = _plain(text)
    try:
        counted = from_now(plain)
        if counted and not counted[1].in_days:
            return iso(sense.at.utc + 60 * counted[0] * counted[1].minutes, sense.zone)[:10]
        named = read_day(plain, now.date(), sense.order) if plain else None
        if named is None:
            return Reason("not_date")
        day = _chosen(named, now.date(), sense.lean, None, now)
    except (ValueError, OverflowError):
        return Reason("not_date")
    if named.weekday not in (None, day.weekday()):
        return Reason("other_weekday")
    return day.isoformat()


def typed_datetime(text: str, sense: Sense) -> str | Reason:
    """Return `YYYY-MM-DDTHH:MM+ZZ:ZZ` for a typed moment, or why it is none.

    A time alone means today. A time that the zone skips when its clocks go forward does not exist.
    """
    exact = _with_offset(text.strip())
    if exact is not None:
        return exact.isoformat(timespec="minutes")
    plain = _plain(text)
    if plain in words.NOW:
        return iso(sense.at.utc, sense.zone)
    try:
        counted = from_now(plain)
        if counted:
            return _counted(counted, sense)
        return _day_and_time(plain, sense)
    except (ValueError, OverflowError):
        return Reason("not_datetime")


def is_counted(text: str) -> bool:
    """Return whether a typed moment says how long from now: `+1d`, `in 2 days`."""
    return from_now(_plain(text)) is not None


def _with_offset(text: str) -> datetime | None:
    """Return a moment of ISO 8601 that names its offset from UTC; None for other text."""
    try:
        moment = datetime.fromisoformat(text.upper())
        return moment if moment.tzinfo and moment.astimezone(UTC) else None
    except (ValueError, OverflowError):
        return None


def _plain(text: str) -> str:
    """Return a text in lower case without accents, Chinese numbers in figures."""
    line = normalize("NFKD", text.strip().lower().replace("’", "'"))
    line = "".join(letter for letter in line if not combining(letter))
    line = re.sub(r"\s+", " ", line.replace("，", ",").replace("：", ":"))
    line = in_figures(line.strip(" ,。;"))
    return re.sub(_CHINESE_NUMBER, lambda match: number_of(match[0]), line).strip(" ,。;")


def _counted(counted: tuple[int, Length], sense: Sense) -> str | Reason:
    sign, length = counted
    if not length.in_days:
        return iso(sense.at.utc + 60 * sign * length.minutes, sense.zone)
    now = local(sense.at.utc, sense.zone)
    return _wall(datetime.combine(moved(now.date(), sign, length), now.time()), sense.zone)


class _Time(NamedTuple):
    minutes: int | None
    """Minutes of the day, up to 1440; None when the text has no time."""
    rest: str
    """What the text says beside it."""
    part: str = ""
    """The part of the day that it names."""
    bare: bool = False
    """Whether it is midnight by name, without a day."""


_HALF = r"a\.m\.|p\.m\.|[ap]m(?![a-z])"
_CLOCK = (
    r"(?<![\d:./-])(?P<hour>\d{1,2})(?:"
    rf" ?:(?P<minute>\d{{2}})(?::\d{{2}}(?:\.\d+)?)?(?: ?(?P<half>{_HALF}))?"
    rf"| ?(?P<half_alone>{_HALF})"
    r"| ?(?:heures?|hrs?|h|点钟|点|时|o'clock)(?![a-z])"
    r"(?: ?(?P<past>\d{1,2})(?!\d| ?刻) ?(?:分|min(?:utes)?(?![a-z]))?"
    r"| ?(?P<by>et demie?|et quart|moins le quart|半|\d刻|整))?"
    r")(?![\d:])"
)


@cache
def _word_pattern(kind: str) -> re.Pattern[str]:
    table = words.PARTS if kind == "part" else words.CLOCKS
    latin = alternatives(name for name in table if name.isascii())
    other = alternatives(name for name in table if not name.isascii())
    more = "" if kind == "part" else r"(?: (?P<by>et demie?|et quart)| (?P<past>\d{2})(?!\d))?"
    return re.compile(rf"(?:(?<![a-z])(?P<latin>{latin})(?![a-z]){more}|(?P<other>{other}))")


_BY = {"半": 30, "整": 0, "et demi": 30, "et demie": 30, "et quart": 15, "moins le quart": -15}


def _past(match: re.Match[str]) -> int:
    """Return the minutes past the hour that a match says."""
    by = match["by"] or ""
    if by.endswith("刻"):
        return 15 * int(by[0])
    return _BY[by] if by else int(match["past"] or 0)


def _time(text: str) -> _Time:
    """Return the time in a text and what stands beside it.

    Raises `ValueError` for a time that no day has.
    """
    clock = re.search(_CLOCK, text)
    rest = text[: clock.start()] + " " + text[clock.end() :] if clock else text
    part_match = _word_pattern("part").search(rest)
    word = (part_match["latin"] or part_match["other"]) if part_match else ""
    if part_match:
        rest = rest[: part_match.start()] + " " + rest[part_match.end() :]
    if clock:
        minute = int(clock["minute"]) if clock["minute"] else _past(clock)
        half = clock["half"] or clock["half_alone"] or ""
        if minute > 59:
            raise ValueError("no such minute")
        hour = _hour(int(clock["hour"]), half or word)
        minutes = hour * 60 + minute
        if not 0 <= minutes <= 1440:
            raise ValueError("no such time")
        return _Time(minutes, _stripped(rest), word)
    if word and words.PARTS[word] == "noon":
        return _Time(720, _stripped(rest))
    named = None if word else _word_pattern("clock").search(rest)
    if named:
        rest = _stripped(rest[: named.start()] + " " + rest[named.end() :])
        minutes = words.CLOCKS[named["latin"] or named["other"]] + _past(named)
        if minutes > 1440:
            raise ValueError("no such time")
        return _Time(minutes, rest, bare=minutes == 1440 and not rest)
    return _Time(None, _stripped(rest), word)


def _hour(hour: int, word: str) -> int:
    """Return the hour of the day that an hour beside a part of the day means, up to 24.

    Raises `ValueError` when the two do not fit.
    """
    part = words.PARTS[word] if word else ""
    if hour > 23:
        raise ValueError("no such hour")
    if part == "am":
        if hour > 12:
            raise ValueError("not before noon")
        return 0 if hour == 12 and word in ("am", "a.m.", "凌晨") else hour
    if part == "pm":
        return hour + 12 if 1 <= hour < 12 else hour
    if part == "night":
        return hour + 12 if 5 <= hour <= 12 else hour
    if part == "noon":
        return hour + 12 if hour < 4 else hour
    return hour


def _stripped(rest: str) -> str:
    """Return a text without the small words between a day and a time."""
    rest = re.sub(r"\s+", " ", rest).strip(" ,的")
    rest = re.sub(r"(?:^| )(?:a|at|vers|de|du|in the|at the)$", "", rest)
    rest = re.sub(r"^(?:a|at) (?=.)", "", rest).strip(" ,的")
    return re.sub(r"(?<=\d)t$", "", rest)


def _day_and_time(text: str, sense: Sense) -> str | Reason:
    now = local(sense.at.utc, sense.zone)
    today = now.date()
    clock = _time(text)
    if not clock.rest or (clock.rest in _ASIDE and clock.part):
        named: NamedDay | None = NamedDay((today,))
    else:
        named = read_day(clock.rest, today, sense.order)
    if named is None or (clock.minutes is None and not (clock.rest or clock.part)):
        return Reason("not_datetime")
    if clock.minutes is None:
        return Reason("hour_missing")
    minutes = 0 if clock.bare and sense.lean < 0 else clock.minutes
    day = _chosen(named, today, sense.lean, minutes, now)
    if named.weekday not in (None, day.weekday()):
        return Reason("other_weekday")
    return _wall(datetime(day.year, day.month, day.day) + timedelta(minutes=minutes), sense.zone)


def _chosen(named: NamedDay, today: date, lean: int, minutes: int | None, now: datetime) -> date:
    """Return the day that a text means among those that it can mean.

    A date without a year is chosen by its day alone: one of today whose time is not possible is
    refused later, and not taken for last year's.

    Raises `ValueError` when nothing says which of several distant years is meant.
    """
    days = named.days
    if len(days) == 1:
        return days[0]
    if named.weekly:
        return _of_week(days, lean, minutes, now)
    if lean < 0:
        return max((day for day in days if day <= today), default=days[0])
    if lean > 0:
        return min((day for day in days if day >= today), default=days[-1])
    nearest = min(days, key=lambda day: abs((day - today).days))
    if abs(nearest.year - today.year) > 1:
        raise ValueError("no such day in the years around this one")
    return nearest


def _of_week(days: tuple[date, ...], lean: int, minutes: int | None, now: datetime) -> date:
    wall = now.replace(tzinfo=None)
    edge = timedelta(seconds=GRACE)

    def moment(day: date) -> datetime:
        return datetime(day.year, day.month, day.day) + timedelta(minutes=minutes or 0)

    if minutes is None:
        wall, edge = moment(now.date()), timedelta()
    if lean < 0:
        return max(day for day in days if moment(day) <= wall + edge)
    return min(day for day in days if moment(day) >= wall - edge)


def _wall(moment: datetime, zone: str) -> str | Reason:
    """Return a time on the wall of a zone as a moment, unless the zone skips it."""
    aware = moment.replace(tzinfo=zone_of(zone))
    back = aware.astimezone(UTC).astimezone(zone_of(zone))
    if back.replace(tzinfo=None) != moment:
        return Reason("hour_skipped")
    return aware.isoformat(timespec="minutes")
