"""How a language writes numbers, moments and lists, as its interface file says in `format`."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lenovo_desk.core.named_tuple import NamedTuple

if TYPE_CHECKING:  # most walks meet no moment, and start sooner without a calendar
    from datetime import datetime

_PATTERN = r"'([^']*)'|yyyy|MM|M|dd|d|HH|H|mm|ss"
_PACE = 30.0


class Formats(NamedTuple):
    """The words `format.*` of one language; the defaults are English.

    Dates and times are patterns as Unicode's CLDR writes them: `yyyy`, `M` or `MM`, `d` or `dd`,
    `H` or `HH`, `mm`, `ss`; what stands between two apostrophes is text.
    """

    decimal: str = "."
    """The mark between a number and its decimals."""
    date: str = "yyyy-MM-dd"
    """A date at the desk and in a phrase; it may leave the year out."""
    time: str = "HH:mm"
    datetime: str = "{date} {time}"
    record_date: str = "yyyy-MM-dd"
    """A date in a record, always with its year."""
    short_date: str = "MM-dd"
    """A date in a plot, where there is no room for a year."""
    values: str = "{told}; {name}"
    """How a value follows another one of the same fact: only what parts the two is read."""
    pace: str = "30"
    """Characters that are said in a second, faster than anybody talks."""
    tag: str = "{language}"
    """What browsers call the language (BCP 47)."""

    @property
    def separator(self) -> str:
        """What parts the values of one fact."""
        return self.values.partition("{told}")[2].partition("{name}")[0]

    @property
    def characters_a_second(self) -> float:
        """The pace as a number; that of English where it is none above 0."""
        number = float(self.pace) if re.fullmatch(r"[0-9]{1,4}(\.[0-9]+)?", self.pace) else 0.0
        return number or _PACE


ENGLISH = Formats()
_DEFAULTS = ENGLISH._asdict()


def formats_of(words: Mapping[str, str]) -> Formats:
    """Return the formats of a language by the words of its interface."""
    return Formats(*(words.get(f"format.{name}", text) for name, text in _DEFAULTS.items()))


def moment_text(pattern: str, moment: "datetime") -> str:
    """Return a local moment as a pattern of `Formats` writes it."""
    return re.sub(_PATTERN, lambda match: _part(match, moment), pattern)


def datetime_text(formats: Formats, moment: "datetime") -> str:
    """Return a local moment as a language writes its date and its time."""
    date, time = moment_text(formats.date, moment), moment_text(formats.time, moment)
    return formats.datetime.replace("{date}", date).replace("{time}", time)


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
