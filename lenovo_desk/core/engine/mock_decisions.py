"""Mock calls, decided: what only a case with a scripted customer knows. No real case has it."""

from lenovo_desk.core.engine.entry_decisions import Answer
from lenovo_desk.core.engine.gates import find_fact, running_wait
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import clean, clean_line
from lenovo_desk.core.time.clock import Stamp

MOCK = "mock"
"""The mode of a mock call."""
FAST = 15.0
"""The other rate at which its clock can run: fifteen minutes in one."""
SPOKEN = ("line", "objection", "hang_up")
"""What a trainer can have the customer do."""
MOST = 500
"""Characters of one thing that the customer says."""


def begin(flows: Flows, case: Case, intent: it.BeginMockCall, at: Stamp) -> Answer:
    """Decide the beginning of a mock call: right after its opening, once."""
    if case.mode != MOCK or case.n != 1:
        return Reason("not_mock")
    return ev.MockCallBegun(*(clean_line(text) for text in intent))


def ask(flows: Flows, case: Case, intent: it.AskCustomer, at: Stamp) -> Answer:
    """Decide a question to the customer."""
    if not case.scenario:
        return Reason("not_mock")
    found = find_fact(flows, case, intent.fact)
    if found is None:
        return Reason("unknown_fact", intent.fact)
    flow, spec = found
    return ev.CustomerAsked(flow.key(spec.id))


def hear(flows: Flows, case: Case, intent: it.HearCustomer, at: Stamp) -> Answer:
    """Decide what the customer did: each thing once, in its order; nothing after a hang-up."""
    if not case.scenario:
        return Reason("not_mock")
    if intent.n != case.heard + 1 or intent.kind not in SPOKEN or case.hung_up:
        return Reason("no_change", str(intent.n))
    return ev.CustomerSpoke(intent.n, intent.kind, clean(intent.text)[:MOST].strip())


def set_clock(flows: Flows, case: Case, intent: it.SetClock, at: Stamp) -> Answer:
    """Decide how fast the clock runs: faster only while a wait is not over."""
    if not case.scenario:
        return Reason("not_mock")
    if intent.rate not in (1.0, FAST) or intent.rate == case.rate:
        return Reason("no_change", "clock")
    wait = running_wait(flows, case, at)
    if intent.rate != 1.0 and (wait is None or wait[1].seconds >= wait[0].seconds):
        return Reason("no_wait")
    return ev.ClockSet(intent.rate)
