"""The wording of flows in one language, and phrases filled from a case."""

import re
from collections.abc import Mapping

from lenovo_desk.core.engine.gates import value_of
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.country import Place, local_of, place_of
from lenovo_desk.core.model.flow import FactSpec, Flow
from lenovo_desk.core.model.values import NONE, Value
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.wording.language_formats import (
    ENGLISH,
    Formats,
    datetime_text,
    day_text,
    moment_text,
)
from lenovo_desk.core.wording.salutations import without_doubled_title

AUTHORITIES = ("standard", "reference", "proposed")
BLANK = re.compile(r"\{([a-z][a-z0-9_]*)(?::([a-z]+))?\}")
PARTS = ("date", "time", "month", "day", "hour", "minute", "year")
_NO_BREAK = "\u00a0"
"""A no-break space. In a short message it would force UCS-2 and double the cost."""
COUNTRY_BLANKS = ("mains_low", "mains_high")
"""The blanks that the country of the case fills, in phrases and guidance."""
GAP = "____"
"""The text shown for an unfilled blank."""


class Phrase(NamedTuple):
    """A wording to say, send or post."""

    id: str
    text: str
    """The text with blanks as `{fact}` or, for moments, `{fact:part}`."""
    authority: str
    source: str = ""

    def blanks(self) -> tuple[str, ...]:
        """Return the names of the blanks, each once, in order."""
        return tuple(dict.fromkeys(match[1] for match in BLANK.finditer(self.text)))


class FilledPhrase(NamedTuple):
    """A phrase with its blanks filled for a case."""

    text: str
    missing: tuple[str, ...]
    """Blanks that nothing fills yet."""
    blanks: tuple[str, ...]
    """All blanks of the phrase."""


class StepWords(NamedTuple):
    """The wording of a step."""

    title: str
    do: str = ""
    caution: str = ""
    """A warning that must be seen before acting."""
    choices: Mapping[str, str] = {}
    end: str = ""


class Book(NamedTuple):
    """All wording of one flow in one language; English guidance fills its gaps, except phrases."""

    language: str
    title: str
    stages: Mapping[str, str]
    steps: Mapping[str, StepWords]
    facts: Mapping[str, str]
    options: Mapping[str, Mapping[str, str]]
    items: Mapping[str, str]
    waits: Mapping[str, str]
    phrases: Mapping[str, Phrase]
    ends: Mapping[str, str]
    """The titles of dispositions and results."""
    deadlines: Mapping[str, str] = {}
    forms: Mapping[str, str] = {}
    signers: Mapping[str, str] = {}
    formats: Formats = ENGLISH
    money: frozenset[str] = frozenset()
    """The facts, and columns as `fact.column`, that are amounts in the currency of the case."""
    cues: Mapping[str, tuple[str, ...]] = {}
    """Words that announce a fact in a pasted message; as `fact.value`, those that tell a value."""
    currencies: Mapping[str, str] = {}
    """How an `{amount}` is written in each currency, by its code."""


def humanise(name: str) -> str:
    """Return an id as English words: `no_answer` becomes `No answer`."""
    return name.replace("_", " ").strip().capitalize()


class WordsById(dict[str, str]):
    """Words by id; an id without words is made readable itself.

    A case may have begun with a structure that is older than the wording.
    """

    def __missing__(self, name: str) -> str:
        return humanise(name.rpartition(".")[2])


def value_text(
    book: Book,
    spec: FactSpec,
    value: Value | None,
    place: Place,
    part: str = "",
    now: float | None = None,
) -> str:
    """Return a fact's value as people read it in the book's language.

    `part` is one of `PARTS` for a moment, `place` where its case is. The text is empty for None.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return _show_one(book, spec, spec.id, value, place, part, now)
    texts = []
    for item in value:
        if isinstance(item, str):
            texts.append(_show_one(book, spec, spec.id, item, place, part, now))
        else:
            cells = zip(spec.rows, item, strict=False)
            texts.append(
                " | ".join(
                    _show_one(book, col, f"{spec.id}.{col.id}", cell, place, "", now)
                    for col, cell in cells
                )
            )
    return book.formats.separator.join(texts)


def unit_text(book: Book, spec: FactSpec, currency: str) -> str:
    """Return the unit in which a fact is typed; the code of the currency is by ISO 4217."""
    if spec.id not in book.money:
        return spec.unit
    return book.currencies.get(currency, "").replace("{amount}", "").strip()


def _show_one(
    book: Book,
    spec: FactSpec,
    name: str,
    value: str,
    place: Place,
    part: str,
    now: float | None,
) -> str:
    if spec.kind in ("choice", "yes_no") or (spec.none and value == NONE):
        return book.options.get(name, {}).get(value, value)
    if spec.kind in ("date", "datetime"):
        return date_text(book.formats, value, place.zone, part or spec.kind, now)
    if spec.kind == "phone":
        from lenovo_desk.core.values.phone_numbers import phone_text

        return phone_text(value, place.country, book.formats.extension)
    if spec.kind == "number":
        value = value.replace(".", book.formats.decimal)
    if name in book.money and not part:
        return book.currencies.get(place.currency, "{amount}").replace("{amount}", value)
    return f"{value} {spec.unit}" if spec.unit and not part else value


def time_text(
    formats: Formats, utc: float, zone: str, part: str = "datetime", now: float | None = None
) -> str:
    """Return seconds since 1970 UTC as text: a local moment or one part of it."""
    from lenovo_desk.core.time.moments import iso

    return date_text(formats, iso(utc, zone), zone, part, now)


def date_text(
    formats: Formats, value: str, zone: str, part: str = "datetime", now: float | None = None
) -> str:
    """Return a canonical date or datetime, or one part of it, in a language.

    Any other text comes back unchanged. Only a date of the year of `now`, in seconds
    since 1970 UTC, may omit its year.
    """
    from lenovo_desk.core.time.moments import local, seconds_of

    seconds = seconds_of(value, zone)
    if seconds is None:
        return value
    moment = local(seconds, zone)
    if part in ("month", "day", "hour", "minute", "year"):
        number = getattr(moment, part)
        return f"{number:02d}" if part == "minute" else str(number)
    year = 0 if now is None else local(now, zone).year
    if part == "date":
        return day_text(formats, moment, year)
    if part == "time":
        return moment_text(formats.time, moment)
    return datetime_text(formats, moment, year)


def guidance_text(text: str, book: Book, case: Case) -> str:
    """Return a text for the agent with what the case's country decides filled in."""
    return BLANK.sub(
        lambda blank: (
            _local_text(blank[1], book, case) or GAP if blank[1] in COUNTRY_BLANKS else blank[0]
        ),
        text,
    )


def _local_text(name: str, book: Book, case: Case) -> str:
    number = local_of(case).get(name, "") if name in COUNTRY_BLANKS else ""
    return number.replace(".", book.formats.decimal)


def fill_phrase(phrase: Phrase, book: Book, flow: Flow, case: Case) -> FilledPhrase:
    """Return a phrase with its blanks filled from the case's facts and settings.

    A blank without a value is filled with `GAP`.
    """
    missing: list[str] = []

    def value(match: re.Match[str]) -> str:
        name, part = match[1], match[2] or ""
        text = case.settings.get(name, "") or _local_text(name, book, case)
        if spec := flow.facts.get(name):
            recorded = value_of(flow, case, name)
            there = None if spec.none and recorded == NONE else recorded
            now = case.last and case.last.utc
            text = value_text(book, spec, there, place_of(case), part, now)
        if text:
            return text.replace(_NO_BREAK, " ")
        missing.append("country" if name in COUNTRY_BLANKS else name)
        return GAP

    text = phrase.text
    if "} {" in text or "}{" in text:
        names = {
            name: recorded
            for name in phrase.blanks()
            if (spec := flow.facts.get(name)) and spec.kind == "text"
            if isinstance(recorded := value_of(flow, case, name), str)
        }
        text = without_doubled_title(text, book.formats, book.options, names)
    text = BLANK.sub(value, text)
    return FilledPhrase(text, tuple(dict.fromkeys(missing)), phrase.blanks())
