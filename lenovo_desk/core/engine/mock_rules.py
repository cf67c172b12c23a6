"""Decide and fold the acts that occur only in mock calls.

`engine`, `fold` and `audit` merge the tables at the end of this module into theirs.
"""

from collections.abc import Callable
from typing import Any

from lenovo_desk.core.engine.gates import open_fact, running_wait
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import Act, Answer, Event, KeptRefusal
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import clean, clean_line
from lenovo_desk.core.time.clock import Stamp

MOCK = "mock"
"""The mode of a mock call."""
FAST = 15.0
"""The fast rate of its clock: 15 minutes pass in one."""
SPOKEN = ("line", "objection", "hang_up")
"""What a trainer can make the customer do."""
MOST = 500
"""The most characters in one line of the customer."""


def _begin(flows: Flows, case: Case, intent: it.BeginMockCall, at: Stamp) -> Answer:
    """Decide whether a case becomes a mock call; only its second event can make it one."""
    if case.mode != MOCK or case.n != 1:
        return Reason("not_mock")
    return ev.MockCallBegun(*(clean_line(text) for text in intent))


def _ask(flows: Flows, case: Case, intent: it.AskCustomer, at: Stamp) -> Answer:
    """Decide whether the customer can be asked for a fact."""
    if not case.scenario:
        return Reason("not_mock")
    match = open_fact(flows, case, intent.fact)
    if match is None:
        return Reason("unknown_fact", intent.fact)
    flow, spec = match
    return ev.CustomerAsked(flow.key(spec.id))


def _hear(flows: Flows, case: Case, intent: it.HearCustomer, at: Stamp) -> Answer:
    """Decide whether to record what the customer says or does.

    Each act is recorded once, in order, and none after a hang-up.
    """
    if not case.scenario:
        return Reason("not_mock")
    if intent.n != case.heard + 1 or intent.kind not in SPOKEN or case.hung_up:
        return Reason("no_change", str(intent.n))
    return ev.CustomerSpoke(intent.n, intent.kind, clean(intent.text)[:MOST].strip())


def _set_clock(flows: Flows, case: Case, intent: it.SetClock, at: Stamp) -> Answer:
    """Decide the rate of the clock; it can run fast only during a wait."""
    if not case.scenario:
        return Reason("not_mock")
    if intent.rate not in (1.0, FAST) or intent.rate == case.rate:
        return Reason("no_change", "clock")
    wait = running_wait(flows, case, at)
    if intent.rate != 1.0 and (wait is None or wait[1].seconds >= wait[0].seconds):
        return Reason("no_wait")
    return ev.ClockSet(intent.rate)


def barred_text(case: Case, text: str, via: str, kind: str, words: str) -> Answer:
    """Return the refusal of a public text whose `words` name somebody.

    `kind` is the fact whose value they are, or what they are by their shape. A mock call keeps the
    attempt for scoring.
    """
    reason = Reason("personal_in_public", kind, detail=words)
    return KeptRefusal((reason,), ev.ReplyBarred(text, via, kind)) if case.scenario else reason


def _begun(flows: Flows, case: Case, event: Event, act: ev.MockCallBegun) -> Case:
    return case._replace(scenario=act.scenario)


def _spoke(flows: Flows, case: Case, event: Event, act: ev.CustomerSpoke) -> Case:
    return case._replace(heard=act.heard, hung_up=case.hung_up or act.kind == "hang_up")


def _clock_set(flows: Flows, case: Case, event: Event, act: ev.ClockSet) -> Case:
    return case._replace(rate=act.rate)


def _unchanged(flows: Flows, case: Case, event: Event, act: Act) -> Case:
    """Return the case unchanged: only readers of the events, such as scoring, use this act."""
    return case


DECISIONS: dict[type[Any], Callable[..., Answer]] = {
    it.BeginMockCall: _begin,
    it.AskCustomer: _ask,
    it.HearCustomer: _hear,
    it.SetClock: _set_clock,
}
FOLDS: dict[type[Any], Callable[..., Case]] = {
    ev.MockCallBegun: _begun,
    ev.CustomerAsked: _unchanged,
    ev.CustomerSpoke: _spoke,
    ev.ClockSet: _clock_set,
    ev.ReplyBarred: _unchanged,
}
INTENTS: dict[type[Any], Callable[[Case, Any], it.Intent]] = {
    ev.MockCallBegun: lambda case, act: it.BeginMockCall(*act),
    ev.CustomerAsked: lambda case, act: it.AskCustomer(act.fact),
    ev.CustomerSpoke: lambda case, act: it.HearCustomer(*act),
    ev.ClockSet: lambda case, act: it.SetClock(act.rate),
    ev.ReplyBarred: lambda case, act: it.WriteReply(act.text, act.via),
}
"""Returns the intent behind an act, by the act's class."""
