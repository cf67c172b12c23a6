"""The prompt for a fact, and facts with several values."""

from collections.abc import Iterable, Mapping

from lenovo_desk.core.engine.gates import open_fact, value_of
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.model.values import NONE
from lenovo_desk.core.ports import Library
from lenovo_desk.core.step_parts import FactView
from lenovo_desk.core.wording.books import Book, unit_text
from lenovo_desk.core.wording.sentences import pair


def fact_prompt(
    spec: FactSpec, book: Book, words: Mapping[str, str], currency: str
) -> tuple[tuple[str, ...], int]:
    """Return a fact's label and the highest digit that enters at once."""
    title, options = book.facts[spec.id], book.options.get(spec.id, {})
    several = (words["entry.several"],) if spec.rows or spec.many else ()
    if spec.rows:
        names = " | ".join(book.facts[f"{spec.id}.{column.id}"] for column in spec.rows)
        return (pair(words, title, names), *several), 0
    if spec.kind == "yes_no":
        return (pair(words, title, f"{words['value.yes']} / {words['value.no']}"),), 0
    if spec.options:
        labels = (f"{n} {options.get(o, o)}" for n, o in enumerate(spec.options, start=1))
        count = 0 if spec.many or len(spec.options) > 9 else len(spec.options)
        return (pair(words, title, ""), *labels, *several), count
    hint = words.get(f"kinds.{spec.kind}", "").replace("{examples}", examples(words, spec))
    if spec.id in book.money and (unit := unit_text(book, spec, currency)):
        title = f"{title} ({unit})"
    nothing = (f"0 {options.get(NONE, NONE)}",) if spec.none else ()
    return (title, *nothing, *((hint,) if hint else ()), *several), 0


def examples(words: Mapping[str, str], spec: FactSpec) -> str:
    """Return moments that could be typed for a fact of time, in words."""
    lean = "past" if spec.past else "future" if spec.future else "any"
    return words.get(f"examples.{spec.kind}_{lean}", "")


def recorded_title(session: Session, library: Library, language: str, name: str) -> str:
    """Return the title of a fact that has a value; empty while it has none."""
    place = open_fact(session.flows, session.case, name)
    if place is None or value_of(place[0], session.case, place[1].id) is None:
        return ""
    return library.book(place[0].id, language).facts[place[1].id]


def takes_several(session: Session, name: str) -> bool:
    """Return whether a fact takes several values, typed one at a time."""
    place = open_fact(session.flows, session.case, name)
    return place is not None and bool(place[1].rows or place[1].many)


def values_before(session: Session, name: str) -> list[str]:
    """Return the recorded values of a fact as they could be typed."""
    place = open_fact(session.flows, session.case, name)
    value = value_of(place[0], session.case, place[1].id) if place else None
    values = () if value is None or isinstance(value, str) else value
    return [entry if isinstance(entry, str) else "|".join(entry) for entry in values]


def field_after(facts: Iterable[FactView], name: str) -> str:
    """Return the next open fact of a step without a value, or ""."""
    after = [fact for fact in facts if fact.open]
    names = [fact.id for fact in after]
    index = names.index(name) if name in names else -1
    return next((fact.id for fact in after[index + 1 :] if fact.value is None), "")
