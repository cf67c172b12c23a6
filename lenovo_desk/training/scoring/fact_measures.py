"""Measures of facts: what the trainee recorded, compared with the good call."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.case import fact_of
from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.model.values import FORGOTTEN, Value, as_typed
from lenovo_desk.core.text import bare
from lenovo_desk.training.customer.conversation import fact_key
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.training.model.scorecard import ScoreLine
from lenovo_desk.training.scoring.call_reading import Place, value_in
from lenovo_desk.training.scoring.comparison import Comparison, Measurement
from lenovo_desk.training.scoring.evidence import Evidence

SHORT = 30
"""The most characters of a text that is judged: longer ones are in the agent's own words."""
ALIKE = 0.8
"""The similarity, 0 to 1, from which two texts count as the same."""
_EXACT = ("choice", "yes_no", "number", "phone", "email", "serial", "url")
_NUMBER = 9
"""How many last digits of a phone number are compared, to ignore country codes."""


def facts_complete(both: Comparison, line: ScoreLine) -> Measurement:
    """Measure which of the good call's facts the trainee recorded."""
    faults, right = [], []
    for key, value, place in _expected(both):
        recorded = value_in(both.flows, both.trainee.case, key)
        if recorded is None:
            faults.append(_missing(both, key, value, place))
        else:
            right.append(both.evidence(recorded[1], "fact", key))
    return Measurement(len(faults) + len(right), tuple(faults), tuple(right))


def facts_right(both: Comparison, line: ScoreLine) -> Measurement:
    """Compare the recorded values with those of the good call, where they are comparable.

    Dates, rows and texts that the trainee could not know are not judged. A text is judged only when
    it is short, and the customer says it or the briefing contains it.
    """
    faults, correct, forgotten = [], [], []
    for key, value, _ in _expected(both):
        fact, recorded = (
            fact_of(both.flows, both.good.case, key),
            value_in(both.flows, both.trainee.case, key),
        )
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
        # the good call is on another day, so its value would mislead
        return both.missing_evidence(place, "fact_missing", key)
    return both.missing_evidence(place, "fact_missing_value", key, as_typed(value))


def _expected(both: Comparison) -> Iterator[tuple[str, Value, Place]]:
    """Yield the facts that the good call records: key, last value, and step."""
    for event in both.good.events:
        if isinstance(event.act, ev.FactRecorded):
            value = value_in(both.flows, both.good.case, event.act.fact)
            if value and value[1] == event.n:
                yield event.act.fact, value[0], both.good.place[event.n]


def _judged(both: Comparison, spec: FactSpec, key: str, value: Value) -> bool:
    if spec.rows:
        return False
    if spec.kind in _EXACT:
        return True
    return spec.kind == "text" and len(as_typed(value)) <= SHORT and _could_know(both, key, value)


def _could_know(both: Comparison, key: str, value: Value) -> bool:
    """Return whether the trainee could know a text, from the customer or the briefing."""
    scenario = both.call.scenario
    if any(fact_key(both.flows, scenario, reveal.fact) == key for reveal in scenario.reveals):
        return True
    search_text = bare(as_typed(value))
    return bool(search_text) and any(
        search_text in bare(text) for text in _texts_for_trainee(scenario)
    )


def _texts_for_trainee(scenario: Scenario) -> Iterator[str]:
    yield from (scenario.about, scenario.opens)
    for texts in scenario.says.values():
        yield from texts


def _equal(spec: FactSpec, recorded: Value, ideal: Value) -> bool:
    if not isinstance(recorded, str) or not isinstance(ideal, str):
        values = [(value,) if isinstance(value, str) else value for value in (recorded, ideal)]
        own, good = ([cell for cell in value if isinstance(cell, str)] for value in values)
        return len(own) == len(good) and all(
            any(_equal(spec, cell, other) for other in good) for cell in own
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
