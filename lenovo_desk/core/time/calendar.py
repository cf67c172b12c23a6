"""Working time: the calendar of a desk, and the arithmetic of promises that run by it.

A calendar is a text, so that a case can carry it: `mon 9:00-12:00 13:00-18:00; … ; off 2026-10-01;
on 2026-10-10`. `off` lists holidays. `on` lists make-up workdays; one on a day that the week does
not work has the hours of the week's first working day. Hours are in the time zone of the case. An
empty text means every hour of every day.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.named_tuple import NamedTuple

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TERM = re.compile(r"([0-9]{1,5})(s|m|h|d)(?: (work|always))?")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_SPAN = re.compile(r"(\d{1,2})(?::(\d{2})|h(\d{2})?)-(\d{1,2})(?::(\d{2})|h(\d{2})?)")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_FAR = 800
"""Days after which the search for working time stops."""

Hours = tuple[tuple[int, int], ...]
"""The working spans of a day in order, each from and to, in minutes from midnight."""
Span = tuple[float, float]
"""The start and the end of a span, in seconds since 1970 UTC."""


class Term(NamedTuple):
    """How long a promise runs."""

    seconds: int
    days: int = 0
    """The days of a term written in days, else 0; `seconds` is set as well."""
    clock: str = ""
    """`work` or `always` when the text names one, else empty."""


def parse_term(text: str) -> Term | None:
    """Return the term of a text, or None: `4h`, `5d`, `1h work`, `24h always`."""
    match = _TERM.fullmatch(text.strip())
    if match is None or not int(match[1]):
        return None
    count = int(match[1])
    return Term(count * _SECONDS[match[2]], count if match[2] == "d" else 0, match[3] or "")


class Calendar(NamedTuple):
    """When a desk works."""

    week: tuple[Hours, ...]
    """Monday first."""
    off: frozenset[str] = frozenset()
    """Holidays as `YYYY-MM-DD`."""
    on: frozenset[str] = frozenset()
    """Make-up workdays as `YYYY-MM-DD`."""

    def hours(self, day: str, weekday: int) -> Hours:
        """Return the working hours of a date; `weekday` is 0 for Monday."""
        if day in self.on:
            return self.week[weekday] or next((hours for hours in self.week if hours), ())
        return () if day in self.off else self.week[weekday]


def days_off_and_on(calendar: str) -> tuple[str, ...]:
    """Return the dates that a calendar lists both as holidays and as worked."""
    parsed = parse_calendar(calendar)
    return tuple(sorted(parsed.off & parsed.on)) if parsed else ()


def holidays_end(calendar: str, today: str) -> str:
    """Return the last year of a calendar's holidays when they run out; empty otherwise.

    They run out in December of that year. A calendar without any holiday never does. `today` is
    a date as `YYYY-MM-DD`.
    """
    parsed = parse_calendar(calendar)
    last = max(parsed.off, default="")[:4] if parsed else ""
    return last if last and today >= f"{last}-12" else ""


@lru_cache(maxsize=16)
def parse_calendar(text: str) -> Calendar | None:
    """Return the calendar of a text; None when the text has no working hour."""
    week: list[Hours] = [()] * 7
    dates: dict[str, set[str]] = {"off": set(), "on": set()}
    for part in text.split(";"):
        name, _, rest = part.strip().partition(" ")
        if name in dates:
            dates[name] |= set(_DATE.findall(rest))
        elif name in WEEKDAYS:
            week[WEEKDAYS.index(name)] = parse_hours(rest) or ()
    if not any(week):
        return None
    return Calendar(tuple(week), frozenset(dates["off"]), frozenset(dates["on"]))


def parse_hours(text: str) -> Hours | None:
    """Return the spans of a text such as `9:00-12:00 13:00-18:00`, or `9h-17h30`.

    Return None unless every part is a span and they stand in order without overlap.
    """
    spans: list[tuple[int, int]] = []
    for part in re.split(r"[ ,]+", text.strip()):
        match = _SPAN.fullmatch(part)
        if match is None:
            return None
        past = [int(match[n] or match[n + 1] or 0) for n in (2, 5)]
        first, last = int(match[1]) * 60 + past[0], int(match[4]) * 60 + past[1]
        wrong = max(past) > 59 or last > 1440 or first >= last
        if wrong or (spans and first < spans[-1][1]):
            return None
        spans.append((first, last))
    return tuple(spans)


def working(calendar: Calendar, start: float, zone: str) -> Iterator[Span]:
    """Yield the spans of working time after a moment, in order.

    `start` is in seconds since 1970 UTC. The spans end after `_FAR` days, about two years.
    """
    from datetime import timedelta

    from lenovo_desk.core.time.moments import local

    today = local(start, zone).date()
    for ahead in range(_FAR):
        try:
            day = today + timedelta(days=ahead)
        except OverflowError:
            return
        for first, last in calendar.hours(day.isoformat(), day.weekday()):
            begin, end = _moment(day, first, zone), _moment(day, last, zone)
            if end > max(begin, start):
                yield max(begin, start), end


def next_opening(calendar: Calendar, moment: float, zone: str) -> float:
    """Return the first working moment from a moment on; itself when the calendar has none.

    Both are in seconds since 1970 UTC.
    """
    return next((begin for begin, _ in working(calendar, moment, zone)), moment)


def same_working_day(calendar: Calendar, now: float, until: float, zone: str) -> bool:
    """Return whether the desk has not closed for the day between two moments.

    A break is no close. A desk that is closed now is worked at all the same, so it stays open.
    """
    if next_opening(calendar, now, zone) > now and not _in_break(calendar, now, zone):
        return True
    return next_opening(calendar, until, zone) == until or _in_break(calendar, until, zone)


def _in_break(calendar: Calendar, moment: float, zone: str) -> bool:
    from lenovo_desk.core.time.moments import local

    wall = local(moment, zone)
    hours = calendar.hours(wall.date().isoformat(), wall.weekday())
    minute = wall.hour * 60 + wall.minute
    return bool(hours) and hours[0][0] <= minute < hours[-1][1]


def _moment(day: object, minutes: int, zone: str) -> float:
    from datetime import date, datetime, time, timedelta

    from lenovo_desk.core.time.moments import zone_of

    assert isinstance(day, date), "a day of the calendar"
    wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
    return wall.replace(tzinfo=zone_of(zone)).timestamp()


def due_after(calendar: Calendar, start: float, term: Term, zone: str) -> tuple[float, float]:
    """Return the end of a term that begins at `start`, and its working seconds.

    Both moments are in seconds since 1970 UTC. A term in days ends with the last working hour of
    that many working days; the day on which it begins does not count. When the calendar has too
    little time, the term runs around the clock and the working seconds are 0.
    """
    if term.days:
        return _days_after(calendar, start, term, zone)
    left = float(term.seconds)
    for begin, end in working(calendar, start, zone):
        if end - begin >= left:
            return round(begin + left, 3), float(term.seconds)
        left -= end - begin
    return start + term.seconds, 0.0


def _days_after(calendar: Calendar, start: float, term: Term, zone: str) -> tuple[float, float]:
    from lenovo_desk.core.time.moments import local

    today, days, total, due = local(start, zone).date(), 0, 0.0, 0.0
    last = today
    for begin, end in working(calendar, start, zone):
        day = local(begin, zone).date()
        if day not in (last, today):
            if days == term.days:
                return due, round(total, 3)
            days += 1
        last, due, total = day, end, total + end - begin
    return start + term.seconds, 0.0


def worked(calendar: Calendar, start: float, end: float, zone: str) -> float:
    """Return the working seconds between two moments, given in seconds since 1970 UTC."""
    return round(sum(last - first for first, last in spans(calendar, start, end, zone)), 3)


def spans(calendar: Calendar, start: float, end: float, zone: str) -> tuple[Span, ...]:
    """Return the spans of working time between two moments, as `working` yields them."""
    spans_between = []
    for first, last in working(calendar, start, zone):
        if first >= end:
            break
        spans_between.append((first, min(last, end)))
    return tuple(spans_between)
