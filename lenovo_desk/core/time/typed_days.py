"""Read the day that a typed text names."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.time import words_of_time as words

_ORDINAL = "(?:er|st|nd|rd|th)"
_YEARS = 8
"""How far from this year a date without one may lie: the 29th of February is rare."""
_MOST_LONG = 120
"""Months or years that a length can count: 2027年后 is no length."""
_NEAR = 15
"""Years from this one within which two digits of a year are read."""


class NamedDay(NamedTuple):
    """The days that a text can mean, in order, and how to choose between them."""

    days: tuple[date, ...]
    weekly: bool = False
    """Whether it is a day of the week: the time of day decides which one is still possible."""
    weekday: int | None = None
    """The day of the week that was named beside a date, 0 for Monday."""
    either: bool = False
    """Whether usage does not say which of them is meant."""


class Length(NamedTuple):
    """A length of time as people say it."""

    minutes: int
    months: int = 0
    idiom: int = 0
    """The minutes that it can mean as well: fifteen days are two weeks."""

    @property
    def ways(self) -> tuple["Length", ...]:
        """The lengths that it can mean, the shortest first."""
        exact = self._replace(idiom=0)
        return (exact._replace(minutes=self.idiom), exact) if self.idiom else (exact,)

    @property
    def in_days(self) -> bool:
        """Whether it counts whole days, so that the time of day stays."""
        return self.months > 0 or (self.minutes > 0 and self.minutes % 1440 == 0)


def alternatives(names: Iterable[str]) -> str:
    """Return a regular expression for any of these words, longer ones first."""
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name) for name in ordered)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Return one of the patterns that are built from tables, at its first use."""
    months, weekday = alternatives(words.MONTHS), alternatives(words.WEEKDAYS)
    weeks = alternatives(name for name in words.WEEKS if name)
    units = alternatives((*words.UNITS, *words.LONG_UNITS))
    numbers = alternatives(name for name in words.NUMBERS if name)
    return re.compile(
        {
            "day_month": rf"(\d{{1,2}}){_ORDINAL}?(?: of| de)? ?({months})\.?,?(?: ?(\d{{4}}))?",
            "month_day": rf"({months})\.? (?:the )?(\d{{1,2}}){_ORDINAL}?,?(?: (\d{{4}}))?",
            "weekday": rf"({weeks})? ?({weekday})\.?(?: ({weeks}))?",
            "beside": rf"({weekday})\.?,? ?(.+)|(.+?),? ?({weekday})",
            "length": rf"(?:(\d{{1,4}})(?:[.,](5))?|({numbers})(?= )) ?(个半)? ?({units})"
            r"( et demie?| and a half)?(?: ?(\d{1,2})(?: ?(?:m|min|minutes?|分钟?))?)?",
        }[kind]
    )


def date_order(language: str, country: str) -> str:
    """Return the order of a date in figures: `dmy`, `ymd` or `mdy`."""
    if language in words.YEAR_FIRST_LANGUAGES:
        return "ymd"
    american = country in words.MONTH_FIRST_COUNTRIES and language in ("", "en")
    return "mdy" if american else "dmy"


def read_length(text: str) -> Length | None:
    """Return the length of time that a text says, or None."""
    if text in words.SPANS:
        return Length(words.SPANS[text])
    match = _pattern("length").fullmatch(text)
    if match is None:
        return None
    count = int(match[1]) if match[1] else words.NUMBERS[match[3]]
    half = bool(match[2] or match[4] or match[6])
    unit = match[5]
    if unit in words.LONG_UNITS:
        months = count * words.LONG_UNITS[unit]
        return None if half or match[7] or count > _MOST_LONG else Length(0, months)
    size = words.UNITS[unit]
    if (half or match[7]) and size != 60:
        return None
    idiom = words.IDIOMS.get(count, 0) if unit in ("jour", "jours") else 0
    return Length(count * size + (size // 2 if half else 0) + int(match[7] or 0), 0, idiom)


def from_now(text: str) -> tuple[int, Length] | None:
    """Return the direction (1 ahead, -1 back) and the length of a text that counts from now."""
    for sign, ways in ((1, words.AHEAD), (-1, words.BEHIND)):
        for before, after in ways:
            inner = text[len(before) : len(text) - len(after)].strip()
            if text.startswith(before) and text.endswith(after) and (length := read_length(inner)):
                return sign, length
    return None


def moved(day: date, sign: int, length: Length) -> date:
    """Return the day that lies a length of days or months from a day.

    Raises `ValueError` or `OverflowError` when no year has it.
    """
    if not length.months:
        return day + timedelta(minutes=sign * length.minutes)
    count = day.year * 12 + day.month - 1 + sign * length.months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def read_day(text: str, today: date, order: str) -> NamedDay | None:
    """Return the days that a text can mean, or None when it names none.

    `text` is in lower case without accents. Raises `ValueError` or `OverflowError` for a day that
    no year has.
    """
    if match := re.fullmatch(r"le (\d{1,2})", text):
        return NamedDay(_any_month(int(match[1]), today))
    text = re.sub(r"^(?:le|the|on) (?=.)", "", text)
    if text in words.DAYS:
        return NamedDay((today + timedelta(days=words.DAYS[text]),))
    if (match := re.fullmatch(words.WEEKS_ON, text)) and (named := _weeks_on(match, today, order)):
        return named
    if days := _numbers(text, today, order) or _names(text, today):
        either = order == "ymd" and bool(re.fullmatch(r"\d{1,2}(\D)\d{1,2}\1\d{1,2}", text))
        return NamedDay(days, either=either)
    if match := _pattern("weekday").fullmatch(text):
        return _weekday(match, today)
    counted = from_now(text)
    if counted and counted[1].in_days:
        sign, length = counted
        return NamedDay(tuple(moved(today, sign, way) for way in length.ways), either=True)
    if match := _pattern("beside").fullmatch(text):
        date_text, weekday = match[2] or match[3], match[1] or match[4]
        inner = read_day(f"le {match[2]}" if date_text.isdigit() else date_text, today, order)
        if inner and not inner.weekly and inner.weekday is None:
            return inner._replace(weekday=words.WEEKDAYS[weekday])
    return None


def _weeks_on(match: re.Match[str], today: date, order: str) -> NamedDay | None:
    """Return the day so many weeks after the next one of its name: Thursday week."""
    inner = read_day(match[1] or match[3] or match[4], today, order)
    if inner is None or inner.either or (len(inner.days) > 1 and not inner.weekly):
        return None
    day = inner.days[1] if inner.weekly else inner.days[0]
    if day < today:
        return None
    return NamedDay((day + timedelta(weeks=2 if match[2] == "quinze" else 1),))


def _weekday(match: re.Match[str], today: date) -> NamedDay:
    word = match[3] or match[1] or ""
    week = words.WEEKS[word]
    ahead = words.WEEKDAYS[match[2]] - today.weekday()
    if week is None:
        days = (ahead % 7 - 7, ahead % 7, ahead % 7 + 7)
        return NamedDay(tuple(today + timedelta(days=day) for day in days), weekly=True)
    ways = {ahead + 7 * week}
    if word in words.LOOSE_WEEKS and week:
        ways.add(ahead % 7 or 7) if week > 0 else ways.add(-(-ahead % 7 or 7))
    return NamedDay(tuple(today + timedelta(days=day) for day in sorted(ways)), either=True)


def _numbers(text: str, today: date, order: str) -> tuple[date, ...]:
    """Return the days of a date in figures."""
    if match := re.fullmatch(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})(\d{2})(\d{2})", text):
        year, month, day = (match[1], match[3], match[4]) if match[1] else match.group(5, 6, 7)
        return (date(int(year), int(month), int(day)),)
    match = re.fullmatch(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?", text)
    if match is None:
        return ()
    first, second, year = int(match[1]), int(match[3]), match[4] or ""
    if len(year) == 2:
        return _short_year(first, second, int(year), today, order)
    # Who puts the year first does not write it at the end: then the day comes first.
    month_first = order == "mdy" or (order == "ymd" and not year)
    for month, day in ((first, second), (second, first))[:: 1 if month_first else -1]:
        if 1 <= month <= 12 and 1 <= day <= 31:
            return (date(int(year), month, day),) if year else any_year(month, day, today)
    raise ValueError("no such day")


def _short_year(first: int, second: int, third: int, today: date, order: str) -> tuple[date, ...]:
    """Return the day that three short numbers mean in the order of the language.

    Who puts the year first has no order for one at the end: a year far from now leaves several.
    """
    orders = {
        "ymd": (first, second, third),
        "mdy": (third, first, second),
        "dmy": (third, second, first),
    }
    days = []
    for year, month, day in (orders[order], orders["mdy"], orders["dmy"], orders["ymd"]):
        full = today.year + (year - today.year + 50) % 100 - 50
        if 1 <= month <= 12 and 1 <= day <= 31 and abs(full - today.year) <= _NEAR:
            days.append(date(full, month, day))
            if order != "ymd" or (year == first and abs(full - today.year) < 2):
                break
    if not days:
        raise ValueError("no such day")
    return tuple(dict.fromkeys(days))


def _names(text: str, today: date) -> tuple[date, ...]:
    """Return the days of a date with a named month, or of a day of a month."""
    match = re.fullmatch(r"(?:(\d{4}|\d{2})年|(.年))?(\d{1,2})月(\d{1,2})[日号]?", text)
    if match and (not match[2] or match[2] in words.YEARS_AHEAD):
        month, day = int(match[3]), int(match[4])
        if match[1]:
            return (date(int(match[1]) + (2000 if len(match[1]) == 2 else 0), month, day),)
        if match[2]:
            return (date(today.year + words.YEARS_AHEAD[match[2]], month, day),)
        return any_year(month, day, today)
    if match := _pattern("day_month").fullmatch(text):
        return _dated(match[3], words.MONTHS[match[2]], int(match[1]), today)
    if match := _pattern("month_day").fullmatch(text):
        if match[1] == "mar" and not match[3] and _is_tuesday(int(match[2]), today):
            raise ValueError("mardi or March")
        return _dated(match[3], words.MONTHS[match[1]], int(match[2]), today)
    ahead = alternatives(name for name in words.MONTHS_AHEAD if name)
    if match := re.fullmatch(rf"({ahead})月(\d{{1,2}})[日号]?", text):
        first = moved(today.replace(day=1), 1, Length(0, words.MONTHS_AHEAD[match[1]]))
        return (first.replace(day=int(match[2])),)
    if match := re.fullmatch(rf"(\d{{1,2}})(?:{_ORDINAL}|[日号])", text):
        return _any_month(int(match[1]), today)
    return ()


def _dated(year: str | None, month: int, day: int, today: date) -> tuple[date, ...]:
    return (date(int(year), month, day),) if year else any_year(month, day, today)


def any_year(month: int, day: int, today: date) -> tuple[date, ...]:
    """Return a day and month in the years around today, in order.

    Raises `ValueError` when none of these years has that day.
    """
    days = []
    for year in range(today.year - _YEARS, today.year + _YEARS + 1):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    if not days:
        raise ValueError("no such day")
    return tuple(days)


def _any_month(day: int, today: date) -> tuple[date, ...]:
    days = []
    for ahead in range(-2, 3):
        first = moved(today.replace(day=1), 1, Length(0, ahead)) if ahead else today.replace(day=1)
        if day <= monthrange(first.year, first.month)[1]:
            days.append(first.replace(day=day))
    if not days or day < 1:
        raise ValueError("no such day")
    return tuple(days)


def _is_tuesday(day: int, today: date) -> bool:
    """Return whether the last or the next such day of a month is a Tuesday."""
    days = _any_month(day, today)
    near = (max(d for d in days if d <= today), min(d for d in days if d >= today))
    return any(d.weekday() == 1 for d in near)


def number_of(text: str, digits: Mapping[str, int] = words.CHINESE_DIGITS) -> str:
    """Return a Chinese number below a hundred, or a year in Chinese digits, in figures.

    Other rows of digits stay: 两三点 is two or three o'clock.
    """
    if "十" not in text:
        if len(text) not in (1, 4) and digits.get(text[0]):
            return text
        return "".join(str(digits[digit]) for digit in text)
    tens, _, ones = text.partition("十")
    if any(part and part not in digits for part in (tens, ones)):
        return text
    return str((digits[tens] if tens else 1) * 10 + (digits[ones] if ones else 0))
