"""Convert dates and times, relative to a time zone.

The engine imports this module only where it needs a moment: most walks need none and start faster
without `datetime`.
"""

from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache

_FIRST, _LAST = -60_000_000_000.0, 250_000_000_000.0
"""The years 68 and 9892 in seconds since 1970: outside them, date arithmetic overflows."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@lru_cache(maxsize=8)
def zone_of(name: str) -> tzinfo:
    """Return the time zone of an IANA name; UTC for a name unknown on this machine."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def local(utc: float, zone: str) -> datetime:
    """Return seconds since 1970 UTC as local time, clamped to years 68 to 9892.

    `fromtimestamp` would ask the system, and Windows refuses years before 1970 and after 3000.
    """
    return (_EPOCH + timedelta(seconds=min(max(utc, _FIRST), _LAST))).astimezone(zone_of(zone))


def iso(utc: float, zone: str) -> str:
    """Return the canonical datetime of seconds since 1970 UTC, to the minute."""
    return local(utc, zone).isoformat(timespec="minutes")


def day_in(zone: str, value: str) -> str:
    """Return the day of a canonical date or datetime in a zone as `YYYY-MM-DD`."""
    if len(value) == 10:
        return value
    try:
        return datetime.fromisoformat(value).astimezone(zone_of(zone)).date().isoformat()
    except OverflowError:  # on the first or the last day of all years
        return value[:10]


def seconds_of(value: str, zone: str) -> float | None:
    """Return a canonical date or datetime in seconds since 1970 UTC; None for other text."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone_of(zone))
    return moment.timestamp()
