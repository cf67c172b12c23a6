"""What was asked for and then approved is asked for anew at its own step, and nowhere else."""

import pytest

from lenovo_desk.core.engine.step_lines import shown_choices
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.reasons import Reason
from tests.core.machine import Machine


def request() -> dict[str, Plain]:
    """Return a request that is submitted and approved; both steps decide the amount."""
    steps: Plain = {
        "ask": {
            "choices": {
                "submitted": {"goto": "decide", "covers": ["amount"], "again": ["by"]},
                "without": {"goto": "talk"},
            }
        },
        "decide": {
            "choices": {
                "approved": {"goto": "talk", "covers": ["amount", "by"]},
                "returned": {"goto": "ask"},
            }
        },
        "talk": {
            "choices": {"more": {"goto": "ask"}, "asks": {"goto": "decide"}, "on": {"goto": "end"}}
        },
        "end": {"end": "done"},
    }
    facts: Plain = {"amount": {"type": "number"}, "by": {}}
    return {"request": {"flow": "request", "facts": facts, "steps": steps}}


@pytest.fixture
def approved() -> Machine:
    """A request of 3000 that was approved; more is asked for."""
    machine = Machine(request()).begin()
    machine.record("amount", "3000")
    machine.choose("submitted")
    machine.record("by", "Zhou")
    assert machine.choose("approved")
    return machine


def why(machine: Machine, intent: it.Intent) -> str:
    """Return the code of the first reason why an intent is refused; empty when it is not."""
    answer = machine.do(intent)
    return answer.reasons[0].code if isinstance(answer, Refusal) else ""


def locked(machine: Machine) -> dict[str, tuple[Reason, ...]]:
    choices = shown_choices(machine.flows, machine.case, machine.now())
    return {choice.id: verdict.reasons for choice, verdict in choices}


def test_it_is_written_anew_where_it_was_asked_for(approved: Machine) -> None:
    assert why(approved, it.RecordFact("amount", "9000")) == "decided"
    approved.choose("more")
    assert approved.record("amount", "9000")
    held = Reason("decided", "amount", detail="submitted")
    assert locked(approved) == {"submitted": (), "without": (held,)}
    assert approved.choose("submitted")
    assert why(approved, it.RecordFact("amount", "3000")) == "decided"
    assert approved.choose("approved")
    assert why(approved, it.RecordFact("amount", "3000")) == "decided"


def test_what_was_approved_stands_when_nothing_else_is_asked_for(approved: Machine) -> None:
    approved.choose("more")
    approved.record("amount", "9000")
    approved.record("amount", "3000")
    assert approved.choose("without")
    assert why(approved, it.RecordFact("amount", "9000")) == "decided"


def test_it_may_be_taken_out_there_too(approved: Machine) -> None:
    assert why(approved, it.ClearFact("amount")) == "decided"
    approved.choose("more")
    assert isinstance(approved.do(it.ClearFact("amount")), Event)
    assert locked(approved)["without"][0].code == "decided"


def test_where_it_was_approved_nothing_else_than_what_was_asked_for(approved: Machine) -> None:
    approved.choose("asks")
    assert why(approved, it.RecordFact("amount", "9000")) == "decided"
    assert why(approved, it.RecordFact("by", "Li")) == ""


def test_stepped_back_from_it_stays_locked(approved: Machine) -> None:
    approved.choose("more")
    approved.record("amount", "9000")
    approved.back()
    assert locked(approved)["on"] == (Reason("decided", "amount", detail="asks"),)
