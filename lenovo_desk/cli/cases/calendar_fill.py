"""Put the public holidays of a country and a year into the settings, with days worked instead."""

from argparse import Namespace
from typing import NamedTuple

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.exits import FAILED, MISUSED, Stop, guess
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services
from lenovo_desk.content.countries import COUNTRIES
from lenovo_desk.core.time.calendar import parse_calendar
from lenovo_desk.core.wording.sentences import filled

_MOVES_DAYS = ("CN",)
"""Countries that announce each year which weekend days are worked instead."""
_FIRST, _LAST = 2000, 2099


class YearDays(NamedTuple):
    """The days of a year that differ from the week, as `YYYY-MM-DD`."""

    holidays: list[str]
    workdays: list[str]
    provisional: bool
    """Whether the government has yet to announce them, as far as the package knows."""


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("country", metavar="XX", help=f"one of {' '.join(COUNTRIES)}")
    parser.add_argument("year", metavar="YEAR", help="such as 2027")
    parser.add_argument("--json", action="store_true", help="write JSON")


def run(options: Namespace, services: Services, out: Output) -> int:
    """Add the days that the settings lack; what they have stays as it is."""
    country, year = _country(options.country), _year(options.year)
    days = year_days(country, year)
    file = services.settings_file
    calendar = parse_calendar(file.current.calendar)
    off, on = (calendar.off, calendar.on) if calendar else (frozenset[str](), frozenset[str]())
    holidays = [day for day in days.holidays if day not in off | on]
    workdays = [day for day in days.workdays if day not in off | on]
    if holidays or workdays:
        file.add_days(holidays, workdays)
    if options.json:
        out.json(
            {
                "country": country,
                "year": year,
                "holidays": holidays,
                "workdays": workdays,
                "provisional": days.provisional,
                "file": file.path,
            }
        )
        return 0
    words = services.library.words(services.wording)
    name = words.get(f"country.{country}", country)
    values = {"country": name, "year": str(year), "detail": file.path}
    values |= {"holidays": str(len(holidays)), "workdays": str(len(workdays))}
    added = "calendar.filled" if holidays or workdays else "calendar.same"
    out.line(filled(words[added], values))
    if days.provisional:
        out.line(filled(words["calendar.provisional"], values))
    return 0


def year_days(country: str, year: int) -> YearDays:
    """Return the days of a country and a year. Raises `Stop` without the package `holidays`."""
    try:
        from holidays import country_holidays
    except ImportError:
        raise Stop(
            "the package holidays is missing: pip install 'lenovo-desk[calendar]'", FAILED
        ) from None
    days_off = country_holidays(country, years=year)
    workdays = sorted(day.isoformat() for day in days_off.weekend_workdays if day.year == year)
    holidays = sorted(day.isoformat() for day in days_off if day.year == year)
    return YearDays(holidays, workdays, country in _MOVES_DAYS and not workdays)


def _country(text: str) -> str:
    country = text.upper()
    if country not in COUNTRIES:
        hint = f"known are {', '.join(COUNTRIES)}.{guess(country, COUNTRIES)}"
        raise Stop(f'there is no country "{text}"; {hint}', MISUSED)
    return country


def _year(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and _FIRST <= int(text) <= _LAST):
        raise Stop(f'"{text}" is no year from {_FIRST} to {_LAST}', MISUSED)
    return int(text)
