"""Parse and convert dates and times, relative to a moment and a time zone.

The engine imports this module only where it needs a moment: most walks need none and start faster
without `datetime`.
"""

import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache

from lenovo_desk.core.time.clock import Stamp

_FIRST, _LAST = -60_000_000_000.0, 250_000_000_000.0
"""The years 68 and 9892 in seconds since 1970: outside them, date arithmetic overflows."""
_NOW = {"now", "maintenant", "现在"}
_DAYS = {
    "today": 0,
    "aujourd'hui": 0,
    "aujourd’hui": 0,
    "今天": 0,
    "tomorrow": 1,
    "demain": 1,
    "明天": 1,
    "après-demain": 2,
    "后天": 2,
    "yesterday": -1,
    "hier": -1,
    "昨天": -1,
}
_ISO_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?")
_MONTH_FIRST = re.compile(r"(\d{1,2})月(\d{1,2})[日号]")
_TIME = re.compile(r"(?:à )?(\d{1,2})(?: ?(?::|h|点|时) ?(\d{2})?)分?")
_FROM_NOW = re.compile(r"\+ ?(\d{1,4}) ?(m|min|分钟|h|小时|d|j|天)")
_MINUTES = {"m": 1, "min": 1, "分钟": 1, "h": 60, "小时": 60, "d": 1440, "j": 1440, "天": 1440}


@lru_cache(maxsize=8)
def zone_of(name: str) -> tzinfo:
    """Return the time zone of an IANA name; UTC for a name unknown on this machine."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def local(utc: float, zone: str) -> datetime:
    """Return seconds since 1970 UTC as local time, clamped to years 68 to 9892."""
    return datetime.fromtimestamp(min(max(utc, _FIRST), _LAST), zone_of(zone))


def iso(utc: float, zone: str) -> str:
    """Return the canonical datetime of seconds since 1970 UTC, to the minute."""
    return local(utc, zone).isoformat(timespec="minutes")


def seconds_of(value: str, zone: str) -> float | None:
    """Return a canonical date or datetime in seconds since 1970 UTC; None for other text."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone_of(zone))
    return moment.timestamp()


def parse_date(text: str, at: Stamp, zone: str) -> str:
    """Return `YYYY-MM-DD` for a typed date, or an empty string."""
    day = _read_day(text.strip().lower(), local(at.utc, zone).date())
    return day.isoformat() if day else ""


def parse_datetime(text: str, at: Stamp, zone: str) -> str:
    """Return `YYYY-MM-DDTHH:MM+ZZ:ZZ` for a typed moment, or an empty string.

    A time alone means today. A time that the zone skips when its clocks go forward is not valid.
    """
    folded = text.strip().lower()
    if folded in _NOW:
        return iso(at.utc, zone)
    if span := _FROM_NOW.fullmatch(folded):
        return iso(at.utc + 60 * int(span[1]) * _MINUTES[span[2]], zone)
    moment = seconds_of(text.strip(), zone)
    if moment is not None and "t" in folded:
        return _wall(datetime.fromisoformat(text.strip()), zone)
    today = local(at.utc, zone).date()
    clock = re.search(rf"(?:^|[ t,日号天]){_TIME.pattern}$", folded)
    if not clock:
        return ""
    before = folded[: clock.start()] + (
        folded[clock.start()] if folded[clock.start()] in "日号天" else ""
    )
    before = before.strip(" ,")
    day = _read_day(before, today) if before else today
    hour, minute = int(clock[1]), int(clock[2] or 0)
    if not day or hour > 23 or minute > 59:
        return ""
    return _wall(datetime(day.year, day.month, day.day, hour, minute), zone)


def _wall(moment: datetime, zone: str) -> str:
    if moment.tzinfo is None:
        aware = moment.replace(tzinfo=zone_of(zone))
        try:
            back = aware.astimezone(UTC).astimezone(zone_of(zone))
        except OverflowError:
            return ""
        if back.replace(tzinfo=None) != moment:
            return ""
        moment = aware
    return moment.isoformat(timespec="minutes")


def _read_day(text: str, today: date) -> date | None:
    if text in _DAYS:
        return today + timedelta(days=_DAYS[text])
    try:
        if match := _ISO_DATE.fullmatch(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _MONTH_FIRST.fullmatch(text):
            return _nearest(int(match[1]), int(match[2]), today)
        if match := _DAY_FIRST.fullmatch(text):
            if match[3]:
                return date(int(match[3]), int(match[2]), int(match[1]))
            return _nearest(int(match[2]), int(match[1]), today)
    except ValueError:
        return None
    return None


def _nearest(month: int, day: int, today: date) -> date:
    """Return the date of a day and month that is nearest to today.

    Raises `ValueError` when no year around today has that day.
    """
    candidates = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            candidates.append(date(year, month, day))
        except ValueError:
            continue
    return min(candidates, key=lambda candidate: abs((candidate - today).days))
