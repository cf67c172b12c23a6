"""The prompt for a fact, and facts with several values."""

from collections.abc import Callable, Iterable, Mapping

from lenovo_desk.core.engine.entry_decisions import entry_of
from lenovo_desk.core.engine.gates import open_fact, value_of
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.country import currency_of, place_of
from lenovo_desk.core.model.flow import FactSpec, Flow
from lenovo_desk.core.model.intents import why_draft
from lenovo_desk.core.model.values import NONE
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.step_parts import FactView
from lenovo_desk.core.values.parse_value import parse_value
from lenovo_desk.core.wording.books import Book, unit_text, value_text
from lenovo_desk.core.wording.language_formats import (
    datetime_text,
    day_text,
    formats_of,
    weekday_text,
)
from lenovo_desk.core.wording.sentences import filled, pair
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.shell import Shell

_MOMENTS = ("date", "datetime")
WHY = "why"
"""The line in which the reason is typed."""


def fact_prompt(
    flow: Flow, spec: FactSpec, book: Book, words: Mapping[str, str], case: Case
) -> tuple[tuple[str, ...], int]:
    """Return a fact's label and the highest digit that enters at once.

    The label has what is recorded where the line does not open with it.
    """
    (title, *others), quick = _question(spec, book, words, currency_of(case))
    value = value_of(flow, case, spec.id)
    if value is None or not _typed_anew(spec):
        return (title, *others), quick
    there = value_text(book, spec, value, place_of(case))
    return (title, filled(words["entry.recorded"], {"value": there}), *others), quick


def _typed_anew(spec: FactSpec) -> bool:
    """Return whether the line opens empty for a fact that has a value."""
    return bool(spec.options or spec.kind == "yes_no" or spec.rows or spec.many)


def _question(
    spec: FactSpec, book: Book, words: Mapping[str, str], currency: str
) -> tuple[tuple[str, ...], int]:
    """Return the label of a fact without a value, and the highest digit that enters at once."""
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


def recorded_title(session: Session, shell: Shell, name: str) -> str:
    """Return the title of a fact that has a value; empty while it has none."""
    place = open_fact(session.flows, session.case, name)
    if place is None or value_of(place[0], session.case, place[1].id) is None:
        return ""
    return fact_title(session, name, shell)


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


def text_to_edit(book: Book, flow: Flow, spec: FactSpec, case: Case) -> str:
    """Return a recorded value as the line opens with it, a date with its year; else no text.

    Closed answers and facts with several values are typed anew.
    """
    value = value_of(flow, case, spec.id)
    if value is None or _typed_anew(spec):
        return ""
    if spec.none and value == NONE:
        return "0"
    return value_text(book, spec, value, place_of(case)._replace(currency=""))


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


class LaterReason:
    """Holds the typed time while its reason is asked."""

    def __init__(
        self,
        case: CaseOnScreen,
        open_line: Callable[[str, tuple[str, ...], str], None],
        ask: Callable[[str], bool],
        record: Callable[[str, str, str], bool],
    ) -> None:
        """Take what opens the line, asks for a fact again, and records one with a reason."""
        self._case, self._open, self._ask, self._record = case, open_line, ask, record
        self._typed = ("", "")

    @property
    def draft(self) -> str:
        """The field under which a reason that is half typed is kept."""
        return why_draft(self._typed[0])

    def ask_for(self, field: str, text: str, problem: str) -> None:
        """Open the line for the reason, with the sentence that says why it is needed."""
        case, self._typed = self._case, (field, text)
        title = fact_title(case.session, field, case.shell)
        draft = case.session.case.drafts.get(self.draft, "")
        self._open(WHY, (filled(case.words["entry.why"], {"name": title}),), draft)
        case.say(problem, alert=True)

    def enter(self, why: str) -> None:
        """Record the typed time with its reason; without one, go back to the time."""
        field, text = self._typed
        if why and self._record(field, text, why):
            return
        self._ask(field)
        self._case.entry.input.value = text
        self._case.paint()
