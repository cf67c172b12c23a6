"""Failures: what fails a call whatever its points, found in its events."""

from collections.abc import Iterator

from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.case import Case, FactEntry, fact_of
from lenovo_desk.core.model.country import country_of
from lenovo_desk.core.privacy.case_knowledge import personal_in
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.values.parse_value import Entry, parse_value
from lenovo_desk.training.customer.conversation import fact_key
from lenovo_desk.training.model.scorecard import Failure
from lenovo_desk.training.scoring.comparison import Comparison
from lenovo_desk.training.scoring.evidence import Evidence
from lenovo_desk.training.scoring.measures import REFUSAL_READ, gate_evidence


def failure_evidence(both: Comparison, failure: Failure) -> tuple[Evidence, ...]:
    """Return the evidence for a failure in the order of events; empty when there is none."""
    evidence = [*_tried(both, failure), *_stated(both, failure), *_posted(both, failure)]
    return tuple(sorted(evidence, key=lambda item: item.n))


def _tried(both: Comparison, failure: Failure) -> Iterator[Evidence]:
    """Yield the gates tried while something required by the failure was missing.

    A wait shows on the screen how long it still takes, so trying its gate is a failure at once. A
    tick or fact may just not be entered yet: the first try is only a fault of the line for gates,
    and a second one is a failure, after the refusal has named what is missing.
    """
    named: dict[str, float] = {}
    for event in both.trainee.events:
        if not isinstance(event.act, ev.GateTried):
            continue
        flow, at = both.trainee.place[event.n][0], both.trainee.at[event.n]
        reported = False
        for reason in event.act.reasons:
            key = f"{flow}.{reason.id}"
            if reported or not {reason.id, key} & {*failure.gates}:
                continue
            since = named.setdefault(key, at)
            if reason.code == "needs_wait" or at - since >= REFUSAL_READ:
                reported = True
                yield gate_evidence(
                    both, event.n, event.act._replace(reasons=(reason,)), since < at
                )


def _stated(both: Comparison, failure: Failure) -> Iterator[Evidence]:
    """Yield the replies that contain one of the failure's statements."""
    for event in both.trainee.events:
        if isinstance(event.act, ev.ReplyWritten) and failure.stated:
            for flag in event.act.flags:
                if flag.startswith(f"{failure.id}."):
                    yield both.evidence(event.n, "stated", flag, event.act.text)


def _posted(both: Comparison, failure: Failure) -> Iterator[Evidence]:
    """Yield the public texts with personal data of the customer.

    They are barred replies, and texts with a fact that only the customer knew.
    """
    if not failure.posted:
        return
    informed_case = _informed_case(both)
    for event in both.trainee.events:
        act = event.act
        if isinstance(act, ev.ReplyBarred):
            yield both.evidence(event.n, "barred", act.fact, act.text)
        elif isinstance(act, ev.ReplyWritten | ev.PhraseCopied) and act.via == "public":
            for place in personal_in(both.flows, informed_case, act.text)[:1]:
                yield both.evidence(event.n, "posted", place.kind, act.text)


def _informed_case(both: Comparison) -> Case:
    """Return a case in which every personal fact that the customer knows is recorded."""
    case, scenario, ledger = (
        both.trainee.case,
        both.call.scenario,
        dict[str, tuple[FactEntry, ...]](),
    )
    at = case.last or Stamp(0.0, "", 0.0)
    for reveal in scenario.reveals:
        key = fact_key(both.flows, scenario, reveal.fact)
        fact = fact_of(both.flows, case, key)
        if fact and fact[1].personal:
            entry = Entry(at, case.zone, case.language, country_of(case))
            value = parse_value(fact[1], reveal.value, entry)
            if not isinstance(value, Reason):
                ledger[key] = (FactEntry(value, at, 0),)
    return case._replace(ledger=ledger)
