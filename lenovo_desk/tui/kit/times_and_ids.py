"""How screens write durations, distances in time and ids of cases."""

from collections.abc import Mapping

from lenovo_desk.core.time.moments import local
from lenovo_desk.core.wording.language_formats import day_text, formats_of, moment_text
from lenovo_desk.core.wording.sentences import filled, span

DAY = 86400.0
"""Seconds from which a distance is given in days."""
WEEK = 7
"""Days within which a day of the week names only one."""
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def clock_text(seconds: float) -> str:
    """Return seconds as `m:ss` or `h:mm:ss`."""
    whole = int(seconds + 0.999) if seconds > 0 else 0
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def away(words: Mapping[str, str], seconds: float) -> str:
    """Return how far off a moment is: `h:mm:ss` within a day, else days and hours."""
    return clock_text(seconds) if seconds < DAY else span(words, seconds)


def days_to(utc: float, zone: str, now: float) -> int:
    """Return on which day from `now` a moment is, both in seconds since 1970 UTC; 0 for today."""
    return (local(utc, zone).date() - local(now, zone).date()).days


def near_moment(words: Mapping[str, str], utc: float, zone: str, now: float) -> str:
    """Return a moment as shortly as it is clear from `now`, both in seconds since 1970 UTC.

    Today that is the time, tomorrow and within a week the day and the time, else the date.
    """
    moment, formats = local(utc, zone), formats_of(words)
    time = moment_text(formats.time, moment)
    days = days_to(utc, zone, now)
    if days == 0:
        return time
    if days == 1:
        return filled(words["home.tomorrow"], {"time": time})
    if 1 < days < WEEK:
        day = words[f"why.{_DAYS[moment.weekday()]}"]
        return filled(words["home.weekday"], {"day": day, "time": time})
    return day_text(formats, moment, local(now, zone).year)


def short_id(case: str) -> str:
    """Return the part of a case id that people read out."""
    return case.rpartition("-")[2].upper()
