"""What the trainee recorded beside what the good call records."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.case import fact_of
from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.model.values import Value, typed
from lenovo_desk.core.text import bare
from lenovo_desk.training.customer.conversation import fact_key
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.training.model.scorecard import ScoreLine
from lenovo_desk.training.scoring.call_reading import FORGOTTEN, Place, value_in
from lenovo_desk.training.scoring.comparison import Comparison, Measurement
from lenovo_desk.training.scoring.evidence import Evidence

SHORT = 30
"""Characters of the longest text that is judged: longer ones are everybody's own words."""
ALIKE = 0.8
_EXACT = ("choice", "yes_no", "number", "phone", "email", "serial", "url")
_NUMBER = 9
"""The last digits of a phone number, the same with and without a country code."""


def facts_complete(both: Comparison, line: ScoreLine) -> Measurement:
    """Look for the facts that the good call records."""
    faults, right = [], []
    for key, value, place in _expected(both):
        recorded = value_in(both.made.case, key)
        if recorded is None:
            faults.append(_missing(both, key, value, place))
        else:
            right.append(both.found(recorded[1], "fact", key))
    return Measurement(len(faults) + len(right), tuple(faults), tuple(right))


def facts_right(both: Comparison, line: ScoreLine) -> Measurement:
    """Compare the values recorded with those of the good call, where they can be told apart.

    Dates are not judged, nor rows, nor words that the trainee could not know: only short ones that
    the customer says or that stand in what is told before the call.
    """
    faults, correct, gone = [], [], []
    for key, value, _ in _expected(both):
        found, recorded = fact_of(both.flows, both.good.case, key), value_in(both.made.case, key)
        if not found or not recorded or not _judged(both, found[1], key, value):
            continue
        made, n = recorded
        if FORGOTTEN in (made, value):
            gone.append(both.found(n, "gone", key))
        elif _equal(found[1], made, value):
            correct.append(both.found(n, "value", key, typed(made)))
        else:
            faults.append(both.found(n, "fact_wrong", key, typed(made), typed(value)))
    judged = len(faults) + len(correct)
    return Measurement(judged, tuple(faults), (*correct, *gone))


def _missing(both: Comparison, key: str, value: Value, place: Place) -> Evidence:
    found = fact_of(both.flows, both.good.case, key)
    columns = (found[1].rows or (found[1],)) if found else ()
    if any(column.kind in ("date", "datetime") for column in columns):
        return both.lacking(place, "fact_missing", key)  # the good call has a day of its own
    return both.lacking(place, "fact_missing_value", key, typed(value))


def _expected(both: Comparison) -> Iterator[tuple[str, Value, Place]]:
    """Yield the facts that the good call records: key, value at last, and where."""
    for event in both.good.events:
        if isinstance(event.act, ev.FactRecorded):
            value = value_in(both.good.case, event.act.fact)
            if value and value[1] == event.n:
                yield event.act.fact, value[0], both.good.place[event.n]


def _judged(both: Comparison, spec: FactSpec, key: str, value: Value) -> bool:
    if spec.rows:
        return False
    if spec.kind in _EXACT:
        return True
    return spec.kind == "text" and len(typed(value)) <= SHORT and _known(both, key, value)


def _known(both: Comparison, key: str, value: Value) -> bool:
    """Tell whether the trainee was told a text, by the customer or before the call."""
    scenario = both.call.scenario
    if any(fact_key(both.flows, scenario, one.fact) == key for one in scenario.reveals):
        return True
    sought = bare(typed(value))
    return bool(sought) and any(sought in bare(text) for text in _told(scenario))


def _told(scenario: Scenario) -> Iterator[str]:
    yield from (scenario.about, scenario.opens)
    for texts in scenario.says.values():
        yield from texts


def _equal(spec: FactSpec, made: Value, ideal: Value) -> bool:
    if not isinstance(made, str) or not isinstance(ideal, str):
        several = [(value,) if isinstance(value, str) else value for value in (made, ideal)]
        mine, theirs = ([one for one in value if isinstance(one, str)] for value in several)
        return len(mine) == len(theirs) and all(
            any(_equal(spec, one, other) for other in theirs) for one in mine
        )
    if spec.kind == "text":
        return _near(bare(made), bare(ideal))
    if spec.kind == "phone":
        return _phone(made) == _phone(ideal)
    return made.casefold() == ideal.casefold()


def _near(made: str, ideal: str) -> bool:
    if not made or not ideal:
        return made == ideal
    return made in ideal or ideal in made or SequenceMatcher(None, made, ideal).ratio() >= ALIKE


def _phone(value: str) -> tuple[str, str]:
    number, _, extension = value.partition("x")
    return "".join(filter(str.isdigit, number))[-_NUMBER:], extension
