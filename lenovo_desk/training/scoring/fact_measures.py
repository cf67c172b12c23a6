"""What the trainee recorded beside what the good call records."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.case import fact_of
from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.model.values import Value, as_typed
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
        recorded = value_in(both.trainee.case, key)
        if recorded is None:
            faults.append(_missing(both, key, value, place))
        else:
            right.append(both.evidence(recorded[1], "fact", key))
    return Measurement(len(faults) + len(right), tuple(faults), tuple(right))


def facts_right(both: Comparison, line: ScoreLine) -> Measurement:
    """Compare the values recorded with those of the good call, where they can be compared.

    Dates are not judged, nor rows, nor words that the trainee could not know: only short ones that
    the customer says or that stand in what the trainee reads before the call.
    """
    faults, correct, forgotten = [], [], []
    for key, value, _ in _expected(both):
        fact, recorded = fact_of(both.flows, both.good.case, key), value_in(both.trainee.case, key)
        if not fact or not recorded or not _judged(both, fact[1], key, value):
            continue
        recorded_value, n = recorded
        if FORGOTTEN in (recorded_value, value):
            forgotten.append(both.evidence(n, "gone", key))
        elif _equal(fact[1], recorded_value, value):
            correct.append(both.evidence(n, "value", key, as_typed(recorded_value)))
        else:
            faults.append(
                both.evidence(n, "fact_wrong", key, as_typed(recorded_value), as_typed(value))
            )
    judged = len(faults) + len(correct)
    return Measurement(judged, tuple(faults), (*correct, *forgotten))


def _missing(both: Comparison, key: str, value: Value, place: Place) -> Evidence:
    fact = fact_of(both.flows, both.good.case, key)
    columns = (fact[1].rows or (fact[1],)) if fact else ()
    if any(column.kind in ("date", "datetime") for column in columns):
        # the good call has a day of its own
        return both.missing_evidence(place, "fact_missing", key)
    return both.missing_evidence(place, "fact_missing_value", key, as_typed(value))


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
    return spec.kind == "text" and len(as_typed(value)) <= SHORT and _could_know(both, key, value)


def _could_know(both: Comparison, key: str, value: Value) -> bool:
    """Return whether the trainee could know a text, from the customer or from before the call."""
    scenario = both.call.scenario
    if any(fact_key(both.flows, scenario, reveal.fact) == key for reveal in scenario.reveals):
        return True
    sought = bare(as_typed(value))
    return bool(sought) and any(sought in bare(text) for text in _texts_for_trainee(scenario))


def _texts_for_trainee(scenario: Scenario) -> Iterator[str]:
    yield from (scenario.about, scenario.opens)
    for texts in scenario.says.values():
        yield from texts


def _equal(spec: FactSpec, recorded: Value, ideal: Value) -> bool:
    if not isinstance(recorded, str) or not isinstance(ideal, str):
        several = [(value,) if isinstance(value, str) else value for value in (recorded, ideal)]
        mine, theirs = ([cell for cell in value if isinstance(cell, str)] for value in several)
        return len(mine) == len(theirs) and all(
            any(_equal(spec, cell, other) for other in theirs) for cell in mine
        )
    if spec.kind == "text":
        return _near(bare(recorded), bare(ideal))
    if spec.kind == "phone":
        return _phone(recorded) == _phone(ideal)
    return recorded.casefold() == ideal.casefold()


def _near(recorded: str, ideal: str) -> bool:
    if not recorded or not ideal:
        return recorded == ideal
    if recorded in ideal or ideal in recorded:
        return True
    return SequenceMatcher(None, recorded, ideal).ratio() >= ALIKE


def _phone(value: str) -> tuple[str, str]:
    number, _, extension = value.partition("x")
    return "".join(filter(str.isdigit, number))[-_NUMBER:], extension
