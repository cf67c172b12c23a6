"""Read dates and times as people type them: in figures, and in the words of every day.

What a text leaves open is decided by what the fact allows: a date without a year is the latest one
that has been, or the next one to come. A part of a day is no time: it is asked back.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from unicodedata import combining, normalize

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time import words_of_time as words
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.time.moments import iso, local, zone_of
from lenovo_desk.core.time.spoken_times import in_figures, to_the_hour
from lenovo_desk.core.time.typed_clocks import TypedClock, read_clock
from lenovo_desk.core.time.typed_days import (
    Length,
    NamedDay,
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
_COMPACT = r"^(\d{8})[t ]?(\d\d)(\d\d)(?:\d\d)?$"
"""Year to minute or second in one row of digits."""
_RANGE = r"\d\d:\d\d(?::[\d.]+)? ?-\d|-\d\d$"
"""An end of a stretch of time, or an offset west of UTC."""
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
    """Return `YYYY-MM-DD` for a typed date, or why it is none. A time beside it is passed over."""
    now = local(sense.at.utc, sense.zone)
    exact = _with_offset(text.strip())
    try:
        if exact is not None:
            return exact.astimezone(zone_of(sense.zone)).date().isoformat()
        plain = _plain(text)
        if plain in words.NOW:
            return now.date().isoformat()
        counted = from_now(plain)
        if counted and not counted[1].in_days:
            return iso(sense.at.utc + 60 * counted[0] * counted[1].minutes, sense.zone)[:10]
        named = read_day(plain, now.date(), sense.order) if plain else None
        clock = TypedClock((), plain)
        if named is None:
            clock = read_clock(plain)
            named = _day_beside(clock, sense, now.date()) if clock.rest else None
        if named is None:
            return Reason("not_date")
        begin = datetime.combine(now.date(), time())
        days = _readings(named, clock._replace(minutes=()), sense.lean, begin)
        ways = sorted({day + timedelta(days=more) for day in days for more in clock.days})
        ways = _possible(ways, sense.lean, begin, timedelta()) if len(ways) > 1 else ways
    except (ValueError, OverflowError):
        return Reason("not_date")
    if named.weekday not in (None, days[0].weekday()):
        return Reason("other_weekday")
    return _either([way.date().isoformat() for way in ways])


def typed_datetime(text: str, sense: Sense) -> str | Reason:
    """Return `YYYY-MM-DDTHH:MM+ZZ:ZZ` for a typed moment, or why it is none.

    A time alone means today. A time that the zone skips when its clocks go forward does not exist,
    and one that it repeats is asked back.
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
    """Return a moment of ISO 8601 that names its offset from UTC; None for other text.

    Without the `T` of that form, 14:00-16:00 is a stretch of time.
    """
    if re.search(_RANGE, text) and not re.match(r"[\d-]+[tT]", text):
        return None
    try:
        moment = datetime.fromisoformat(text.upper())
        return moment if moment.tzinfo and moment.astimezone(UTC) else None
    except (ValueError, OverflowError):
        return None


def _plain(text: str) -> str:
    """Return a text in lower case without accents, Chinese numbers in figures."""
    line = normalize("NFKD", text.strip().lower())
    line = "".join(letter for letter in line if not combining(letter))
    line = re.sub(r"[’‘`´]", "'", line.replace("，", ",").replace("：", ":"))
    line = re.sub(r"[\s()]+", " ", re.sub(r"[‐‑‒–—]", "-", line))
    line = in_figures(line.strip(" ,。;."))
    line = re.sub(_CHINESE_NUMBER, lambda match: number_of(match[0]), line).strip(" ,。;")
    return to_the_hour(re.sub(_COMPACT, r"\1 \2:\3", line))


def _counted(counted: tuple[int, Length], sense: Sense) -> str | Reason:
    sign, length = counted
    if not length.in_days:
        return iso(sense.at.utc + 60 * sign * length.minutes, sense.zone)
    now, zone = local(sense.at.utc, sense.zone), zone_of(sense.zone)
    moments = []
    for way in length.ways:
        wall = datetime.combine(moved(now.date(), sign, way), now.time(), zone)
        wall = wall.replace(fold=now.fold).astimezone(UTC).astimezone(zone)
        moments.append(wall.isoformat(timespec="minutes"))
    return _either(moments)


def _day_beside(clock: TypedClock, sense: Sense, today: date) -> NamedDay | None:
    """Return the days beside a time or a part of the day; today beside nothing else."""
    if not clock.rest or (clock.rest in _ASIDE and (clock.part or clock.minutes)):
        return NamedDay((today,))
    return read_day(clock.rest, today, sense.order)


def _day_and_time(text: str, sense: Sense) -> str | Reason:
    now = local(sense.at.utc, sense.zone)
    clock = read_clock(text)
    named = _day_beside(clock, sense, now.date())
    if named is None or not (clock.minutes or clock.rest or clock.part):
        return Reason("not_datetime")
    if not clock.minutes:
        return Reason("hour_missing")
    wall, grace = now.replace(tzinfo=None), timedelta(seconds=GRACE)
    ways = _readings(named, clock, sense.lean, wall)
    if named.weekday not in (None, _base(ways[0], clock).weekday()):
        return Reason("other_weekday")
    possible = _possible(ways, sense.lean, wall, grace) if len(ways) > 1 else ways
    if clock.spoken and sense.lean < 0:
        possible = ways  # before noon, what happened at three is rather of yesterday's afternoon
    if len(possible) > 1:
        return _either([f"{way.isoformat(timespec='minutes')}" for way in possible])
    return _wall(possible[0], sense)


def _base(moment: datetime, clock: TypedClock) -> date:
    """Return the day that was named for the earliest moment of a clock."""
    return (moment - timedelta(minutes=clock.minutes[0])).date()


def _readings(named: NamedDay, clock: TypedClock, lean: int, wall: datetime) -> list[datetime]:
    """Return the moments that a day and a time can mean, on the wall; without a time its begin."""
    ways = set()
    for minutes in clock.minutes or (0,):
        for day in _chosen(named, wall.date(), lean, minutes, wall):
            ways.add(datetime.combine(day, time()) + timedelta(minutes=minutes))
    return sorted(ways)


def _possible(ways: list[datetime], lean: int, wall: datetime, grace: timedelta) -> list[datetime]:
    """Return the moments that a fact allows; all of them when it allows none."""
    if lean < 0:
        return [way for way in ways if way <= wall + grace] or ways
    return [way for way in ways if way >= wall - grace or not lean] or ways


def _either(values: list[str]) -> str | Reason:
    """Return the only value, or the question which one is meant."""
    return values[0] if len(values) == 1 else Reason("moment_either", detail=" ".join(values))


def _chosen(
    named: NamedDay, today: date, lean: int, minutes: int, wall: datetime
) -> Iterable[date]:
    """Return the days that a text means among those that it can mean.

    A date without a year is chosen by its day alone: one of today whose time is not possible is
    refused later, and not taken for last year's.

    Raises `ValueError` when nothing says which of several distant years is meant.
    """
    days = named.days
    if len(days) == 1 or named.either:
        return days
    if named.weekly:
        return (_of_week(days, lean, minutes, wall),)
    if lean < 0:
        return (max((day for day in days if day <= today), default=days[0]),)
    if lean > 0:
        return (min((day for day in days if day >= today), default=days[-1]),)
    nearest = min(days, key=lambda day: abs((day - today).days))
    if abs(nearest.year - today.year) > 1:
        raise ValueError("no such day in the years around this one")
    return (nearest,)


def _of_week(days: tuple[date, ...], lean: int, minutes: int, wall: datetime) -> date:
    edge = timedelta(seconds=GRACE if wall.time() != time() else 0)

    def moment(day: date) -> datetime:
        return datetime.combine(day, time()) + timedelta(minutes=minutes)

    if lean < 0:
        return max(day for day in days if moment(day) <= wall + edge)
    return min(day for day in days if moment(day) >= wall - edge)


def _wall(moment: datetime, sense: Sense) -> str | Reason:
    """Return a time on the wall of a zone as a moment, unless the zone skips or repeats it."""
    zone = zone_of(sense.zone)
    first = moment.replace(tzinfo=zone)
    if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment:
        return Reason("hour_skipped")
    ways = [first, first.replace(fold=1)]
    if first.utcoffset() != ways[1].utcoffset():
        gaps = [sense.lean * (way.timestamp() - sense.at.utc) for way in ways]
        ways = [way for way, gap in zip(ways, gaps, strict=True) if gap >= -GRACE] or ways
        if len(ways) > 1:
            texts = (way.isoformat(timespec="minutes") for way in ways)
            return Reason("hour_twice", detail=" ".join(texts))
    return ways[0].isoformat(timespec="minutes")
