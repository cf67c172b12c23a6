"""Mock calls: what only a case with a scripted customer knows, decided and folded.

`engine`, `fold` and `audit` take the tables at the end of this module into theirs.
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
"""The fast rate of its clock: fifteen minutes pass in one."""
SPOKEN = ("line", "objection", "hang_up")
"""What a trainer can make the customer do."""
MOST = 500
"""The most characters in one line of the customer."""


def _begin(flows: Flows, case: Case, intent: it.BeginMockCall, at: Stamp) -> Answer:
    """Decide the beginning of a mock call: right after its opening, once."""
    if case.mode != MOCK or case.n != 1:
        return Reason("not_mock")
    return ev.MockCallBegun(*(clean_line(text) for text in intent))


def _ask(flows: Flows, case: Case, intent: it.AskCustomer, at: Stamp) -> Answer:
    """Decide a question to the customer."""
    if not case.scenario:
        return Reason("not_mock")
    match = open_fact(flows, case, intent.fact)
    if match is None:
        return Reason("unknown_fact", intent.fact)
    flow, spec = match
    return ev.CustomerAsked(flow.key(spec.id))


def _hear(flows: Flows, case: Case, intent: it.HearCustomer, at: Stamp) -> Answer:
    """Decide a line or an act of the customer: each once, in order; none after a hang-up."""
    if not case.scenario:
        return Reason("not_mock")
    if intent.n != case.heard + 1 or intent.kind not in SPOKEN or case.hung_up:
        return Reason("no_change", str(intent.n))
    return ev.CustomerSpoke(intent.n, intent.kind, clean(intent.text)[:MOST].strip())


def _set_clock(flows: Flows, case: Case, intent: it.SetClock, at: Stamp) -> Answer:
    """Decide how fast the clock runs: faster only while a wait is not over."""
    if not case.scenario:
        return Reason("not_mock")
    if intent.rate not in (1.0, FAST) or intent.rate == case.rate:
        return Reason("no_change", "clock")
    wait = running_wait(flows, case, at)
    if intent.rate != 1.0 and (wait is None or wait[1].seconds >= wait[0].seconds):
        return Reason("no_wait")
    return ev.ClockSet(intent.rate)


def barred_reply(case: Case, text: str, via: str, fact: str) -> Answer:
    """Refuse a public reply that names a personal fact; a mock call keeps it for scoring."""
    reason = Reason("personal_in_public", fact)
    return KeptRefusal((reason,), ev.ReplyBarred(text, via, fact)) if case.scenario else reason


def _begun(flows: Flows, case: Case, event: Event, act: ev.MockCallBegun) -> Case:
    return case._replace(scenario=act.scenario)


def _spoke(flows: Flows, case: Case, event: Event, act: ev.CustomerSpoke) -> Case:
    return case._replace(heard=act.heard, hung_up=case.hung_up or act.kind == "hang_up")


def _clock_set(flows: Flows, case: Case, event: Event, act: ev.ClockSet) -> Case:
    return case._replace(rate=act.rate)


def _unchanged(flows: Flows, case: Case, event: Event, act: Act) -> Case:
    """Return the case as it was: this act means something only to those who read the events."""
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
"""The intent by act."""
