"""How the line asks for a fact: its label, its options, and what it opens with."""

from collections.abc import Mapping
from typing import NamedTuple

from lenovo_desk.core.engine.entry_decisions import entry_of
from lenovo_desk.core.engine.gates import open_fact, value_of
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.country import currency_of, place_of
from lenovo_desk.core.model.flow import FactSpec, Flow
from lenovo_desk.core.model.values import NONE
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.values.parse_value import parse_value
from lenovo_desk.core.wording.books import Book, unit_text, value_text
from lenovo_desk.core.wording.language_formats import (
    datetime_text,
    day_text,
    formats_of,
    weekday_text,
)
from lenovo_desk.core.wording.sentences import filled, pair
from lenovo_desk.tui.kit.options import Options, options_of

_MOMENTS = ("date", "datetime")
YES_NO = ("yes", "no")


class FactPrompt(NamedTuple):
    """What the line shows when it opens for a fact."""

    label: tuple[str, ...]
    value: str
    """The recorded value as it can be edited; empty for none, and where values are typed anew."""
    options: Options | None


def fact_prompt(
    flow: Flow, spec: FactSpec, book: Book, words: Mapping[str, str], case: Case
) -> FactPrompt:
    """Return how a fact is asked for."""
    options = fact_options(spec, book, words)
    title, *others = _question(spec, book, words, currency_of(case), options)
    value = value_of(flow, case, spec.id)
    label, text = (title, *others), text_to_edit(book, flow, spec, words, case)
    if value is not None and not text:
        label = (title, recorded_text(book, flow, spec, words, case), *others)
    return FactPrompt(label, text, options)


def recorded_text(
    book: Book, flow: Flow, spec: FactSpec, words: Mapping[str, str], case: Case
) -> str:
    """Return what is recorded for a fact, in brackets; "" for nothing."""
    value = value_of(flow, case, spec.id)
    if value is None:
        return ""
    return filled(words["entry.recorded"], {"value": value_text(book, spec, value, place_of(case))})


def answers(spec: FactSpec, book: Book, words: Mapping[str, str]) -> dict[str, str]:
    """Return the answers among which a fact is chosen, each with its label; none for others."""
    if spec.kind == "yes_no":
        return {answer: words[f"value.{answer}"] for answer in YES_NO}
    names = book.options.get(spec.id, {})
    return {option: names.get(option, option) for option in spec.options}


def fact_options(spec: FactSpec, book: Book, words: Mapping[str, str]) -> Options | None:
    """Return what is chosen by digits; None for a fact of another kind."""
    labels = answers(spec, book, words)
    if not labels or spec.rows:
        return None
    numbering = {id: words[f"entry.{id}"] for id in YES_NO} if spec.kind == "yes_no" else labels
    return options_of(labels, spec.kind, numbering)._replace(apart="-" if spec.many else "")


def _question(
    spec: FactSpec, book: Book, words: Mapping[str, str], currency: str, options: Options | None
) -> tuple[str, ...]:
    """Return the label of a fact without a value."""
    title = book.facts[spec.id]
    several = (words["entry.several"],) if spec.rows or spec.many else ()
    if spec.rows:
        names = " | ".join(book.facts[f"{spec.id}.{column.id}"] for column in spec.rows)
        return (pair(words, title, names), *several)
    if options:
        return (pair(words, title, ""), *options.labels, *several)
    hint = words.get(f"kinds.{spec.kind}", "").replace("{examples}", examples(words, spec))
    if spec.id in book.money and (unit := unit_text(book, spec, currency)):
        title = f"{title} ({unit})"
    nothing = (f"0 {book.options.get(spec.id, {}).get(NONE, NONE)}",) if spec.none else ()
    return (title, *nothing, *((hint,) if hint else ()), *several)


def examples(words: Mapping[str, str], spec: FactSpec) -> str:
    """Return moments that could be typed for a fact of time, in words."""
    lean = "past" if spec.past else "future" if spec.future else "any"
    return words.get(f"examples.{spec.kind}_{lean}", "")


def text_to_edit(
    book: Book, flow: Flow, spec: FactSpec, words: Mapping[str, str], case: Case
) -> str:
    """Return a recorded value as the line opens with it, a date with its year; else no text.

    Facts with several values are typed anew.
    """
    value = value_of(flow, case, spec.id)
    if not isinstance(value, str) or spec.rows or spec.many:
        return ""
    if spec.kind == "yes_no":
        return words[f"value.{value}"]
    if spec.none and value == NONE:
        return "0"
    return value_text(book, spec, value, place_of(case)._replace(currency=""))


def read_as(session: Session, name: str, text: str, words: Mapping[str, str]) -> str:
    """Return how a typed date or time is read, in full; empty when it is none.

    In a table it is the last one of the last row.
    """
    place = open_fact(session.flows, session.case, name)
    columns = (place[1], *place[1].rows) if place and not place[1].many else ()
    if place is None or all(column.kind not in _MOMENTS for column in columns):
        return ""
    from lenovo_desk.core.time.moments import local, seconds_of

    spec, zone = place[1], session.case.zone
    value = parse_value(spec, text, entry_of(place[0], session.case, session.now()))
    if isinstance(value, Reason):
        return ""
    if spec.rows:
        cells = zip(spec.rows, value[-1], strict=True)
        moments = [(col, cell) for col, cell in cells if col.kind in _MOMENTS and cell]
        spec, value = moments[-1] if moments else (spec, "")
    seconds = seconds_of(value, zone) if isinstance(value, str) else None
    if seconds is None:
        return ""
    moment, formats = local(seconds, zone), formats_of(words)
    texts = {
        "weekday": weekday_text(formats, moment),
        "moment": (day_text if spec.kind == "date" else datetime_text)(formats, moment),
    }
    return filled(words["entry.read_as"], texts)
