"""Format numbers, moments and lists as the `format` words of a language's interface say."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lenovo_desk.core.named_tuple import NamedTuple

if TYPE_CHECKING:  # most walks need no moment and start faster without `datetime`
    from datetime import datetime

_PATTERN = r"'([^']*)'|yyyy|MM|M|dd|d|HH|H|mm|ss"
_PACE = 30.0


class Formats(NamedTuple):
    """The words `format.*` of one language; the defaults are English.

    Dates and times are patterns of Unicode's CLDR: `yyyy`, `M` or `MM`, `d` or `dd`, `H` or `HH`,
    `mm`, `ss`. Text between two apostrophes is literal.
    """

    decimal: str = "."
    """The decimal mark."""
    date: str = "yyyy-MM-dd"
    """A date at the desk and in a phrase; it may omit the year."""
    full_date: str = "yyyy-MM-dd"
    """The same with its year, for a date of another year."""
    weekdays: str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    """The days of the week in order."""
    time: str = "HH:mm"
    datetime: str = "{date} {time}"
    record_date: str = "yyyy-MM-dd"
    """A date in a record, always with its year."""
    short_date: str = "MM-dd"
    """A date in a plot, which has no room for a year."""
    values: str = "{told}; {name}"
    """How two values of a fact are joined; only the text between the blanks is used."""
    pace: str = "30"
    """Characters spoken in a second: faster than anybody talks."""
    extension: str = "{number} x{extension}"
    """A phone number with its extension."""
    titles: str = "Mr Mrs Ms Miss Mx Sir Madam Dr Doctor Prof Professor M Mme Mlle 先生 女士 小姐"
    """Forms of address that may have been typed with a name, also of other languages."""
    tag: str = "{language}"
    """The language tag for browsers (BCP 47)."""

    @property
    def separator(self) -> str:
        """The separator between the values of one fact."""
        return self.values.partition("{told}")[2].partition("{name}")[0]

    @property
    def characters_a_second(self) -> float:
        """The pace as a number; that of English when it is not a number above 0."""
        number = float(self.pace) if re.fullmatch(r"[0-9]{1,4}(\.[0-9]+)?", self.pace) else 0.0
        return number or _PACE


ENGLISH = Formats()
_DEFAULTS = ENGLISH._asdict()


def formats_of(words: Mapping[str, str]) -> Formats:
    """Return the formats of a language from its interface words."""
    return Formats(*(words.get(f"format.{name}", text) for name, text in _DEFAULTS.items()))


def is_format(name: str, text: str) -> bool:
    """Return whether a text can be the format of that name.

    A letter that stands for no part of a moment, as in `JJ/MM/AAAA`, would reach customers.
    """
    if name == "pace":
        return bool(re.fullmatch(r"[0-9]{1,4}(\.[0-9]+)?", text)) and float(text) > 0
    if name == "decimal":
        return len(text) == 1 and not text.isalnum()
    if name == "weekdays":
        return len(text.split()) == 7
    if name not in ("date", "full_date", "time", "record_date", "short_date"):
        return True
    parts = {match[0][0] for match in re.finditer(_PATTERN, text)}
    literal = re.sub(_PATTERN, "", text)
    letters = {"time": "Hm", "full_date": "yMd"}.get(name, "Md")
    return parts >= set(letters) and not re.search("[A-Za-z]", literal)


def moment_text(pattern: str, moment: "datetime") -> str:
    """Return a local moment formatted by a pattern of `Formats`."""
    return re.sub(_PATTERN, lambda match: _part(match, moment), pattern)


def day_text(formats: Formats, moment: "datetime", year: int = 0) -> str:
    """Return the date of a local moment; the year is left out only when it is `year`."""
    whole = moment.year != year and "yyyy" not in formats.date
    return moment_text(formats.full_date if whole else formats.date, moment)


def datetime_text(formats: Formats, moment: "datetime", year: int = 0) -> str:
    """Return a local moment as the date and time of a language, the date as in `day_text`."""
    date, time = day_text(formats, moment, year), moment_text(formats.time, moment)
    return formats.datetime.replace("{date}", date).replace("{time}", time)


def weekday_text(formats: Formats, moment: "datetime") -> str:
    """Return the day of the week of a local moment."""
    return formats.weekdays.split()[moment.weekday()]


def _part(match: re.Match[str], moment: "datetime") -> str:
    letters = match[0]
    if letters.startswith("'"):
        return match[1]
    names = {
        "y": moment.year,
        "M": moment.month,
        "d": moment.day,
        "H": moment.hour,
        "m": moment.minute,
        "s": moment.second,
    }
    return f"{names[letters[0]]:0{len(letters)}d}"
