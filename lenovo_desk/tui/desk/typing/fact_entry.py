"""What is recorded for a fact and what comes after it; facts with several values."""

from collections.abc import Iterable

from lenovo_desk.core.engine.gates import open_fact, value_of
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.step_parts import FactView
from lenovo_desk.tui.shell import Shell


def recorded_title(session: Session, shell: Shell, name: str) -> str:
    """Return the title of a fact that has a value; empty while it has none."""
    place = open_fact(session.flows, session.case, name)
    if place is None or value_of(place[0], session.case, place[1].id) is None:
        return ""
    return fact_title(session, name, shell)


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


def with_earlier(session: Session, name: str, text: str, replacing: str) -> str:
    """Return all values of a fact, including the typed one; `-` drops the last.

    Values are typed one at a time, but a fact is recorded whole. Of the fact `replacing`, the typed
    value takes the place of the earlier ones.
    """
    if not takes_several(session, name):
        return text
    values = [] if name == replacing else values_before(session, name)
    return "; ".join(values[:-1] if text == "-" else [*values, text])


def fact_title(session: Session, name: str, shell: Shell) -> str:
    """Return the title of a fact in the language of the screen."""
    place = open_fact(session.flows, session.case, name)
    return shell.library.book(place[0].id, shell.language).facts[place[1].id] if place else name
