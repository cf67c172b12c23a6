"""An embargo: once a case has come into a flow, nothing in writing until somebody clears it."""

import pytest

from lenovo_desk.core.engine.gates import embargo, worded_by
from lenovo_desk.core.engine.step_lines import shown_lines
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.reasons import Reason
from tests.core.machine import Machine

SAY = [
    {"phrase": "by_call", "via": "call"},
    {"phrase": "by_post", "via": "public"},
    {"phrase": "by_message", "via": "private", "needs": ["mood"]},
]
DESK: Plain = {
    "flow": "desk",
    "facts": {"mood": {"type": "text"}},
    "steps": {
        "talk": {
            "say": SAY,
            "choices": {"crisis": {"goto": "alarm"}, "calm": {"goto": "over"}},
        },
        "alarm": {"run": "crisis", "choices": {"back": {"goto": "talk_on"}}},
        "talk_on": {"say": SAY, "choices": {"done": {"goto": "over"}}},
        "over": {"say": SAY, "end": "done"},
    },
}
CRISIS: Plain = {
    "flow": "crisis",
    "facts": {"cleared_by": {"type": "text"}, "called_off": {"type": "text"}},
    "embargo": {"via": ["public", "private", "sms"], "until": ["cleared_by", "called_off"]},
    "steps": {
        "ask": {"say": SAY[:2], "choices": {"wait": {"goto": "handed"}, "on": {"goto": "gone"}}},
        "handed": {
            "facts": {"cleared_by": {}},
            "say": SAY[1:2],
            "choices": {"on": {"goto": "gone"}},
        },
        "gone": {"end": "handed_over"},
    },
}
BOTH = {"desk": DESK, "crisis": CRISIS}
BARRED = Reason("embargo", "cleared_by")


@pytest.fixture
def machine() -> Machine:
    """A case in the outer flow."""
    return Machine(BOTH).begin()


def locked(machine: Machine) -> dict[str, tuple[str, ...]]:
    """Return the phrases of the step with the codes of what locks them."""
    lines = shown_lines(machine.flows, machine.case, machine.now())
    return {line.phrase: tuple(one.code for one in verdict.reasons) for line, verdict in lines}


def post(machine: Machine, phrase: str = "by_post") -> str:
    return machine.reason(it.CopyPhrase(phrase, "en", "Hello", "proposed"))


def reply(machine: Machine, via: str = "private") -> str:
    return machine.reason(it.WriteReply("Hello", via))


def test_before_the_flow_everything_is_open(machine: Machine) -> None:
    assert locked(machine) == {"by_call": (), "by_post": (), "by_message": ("needs_fact",)}
    assert post(machine) == reply(machine) == ""


def test_any_of_the_facts_lifts_it(machine: Machine) -> None:
    machine.choose("crisis")
    assert reply(machine) == "embargo"
    machine.record("called_off", "by the manager")
    assert post(machine) == reply(machine) == ""


def test_inside_the_flow_what_is_written_is_locked_and_what_is_said_is_not(
    machine: Machine,
) -> None:
    machine.choose("crisis")
    assert machine.at == "ask"
    assert locked(machine) == {"by_call": (), "by_post": ("embargo",)}
    assert post(machine, "by_call") == ""
    assert post(machine) == "embargo"
    assert [reply(machine, via) for via in ("public", "private", "sms")] == ["embargo"] * 3
    assert reply(machine, "ticket") == "", "a medium that is not named stays open"


def test_it_locks_the_phrases_of_the_flow_around_as_well(machine: Machine) -> None:
    machine.choose("crisis")
    machine.choose("on")
    machine.choose("back")
    assert machine.at == "talk_on"
    assert len(machine.case.here.stack) == 1, "the inner flow was left"
    assert locked(machine)["by_post"] == ("embargo",)
    assert locked(machine)["by_message"] == ("embargo", "needs_fact"), "both reasons are told"
    assert reply(machine) == "embargo"
    machine.choose("done")
    assert locked(machine)["by_post"] == ("embargo",)


def test_recording_the_clearance_lifts_it_everywhere(machine: Machine) -> None:
    machine.choose("crisis")
    machine.choose("wait")
    assert machine.record("cleared_by", "Legal, Ms Li, 14:05")
    assert locked(machine) == {"by_post": ()}
    assert post(machine) == reply(machine) == ""
    machine.choose("on")
    machine.choose("back")
    assert locked(machine)["by_post"] == ()


def test_stepping_back_at_once_out_of_a_flow_come_into_by_mistake_lifts_it(
    machine: Machine,
) -> None:
    machine.choose("crisis")
    machine.back()
    assert machine.at == "talk"
    assert reply(machine) == ""


def test_stepping_back_out_of_a_flow_that_was_worked_lifts_nothing(machine: Machine) -> None:
    machine.choose("crisis")
    machine.choose("wait")
    machine.back()
    machine.back()
    assert machine.at == "talk"
    assert reply(machine) == post(machine) == "embargo"
    machine.choose("crisis")
    machine.record("called_off", "by the manager")
    machine.back()
    assert reply(machine) == ""


def test_a_flow_the_agent_opened_himself_forbids_too_and_after_leaving_it(
    machine: Machine,
) -> None:
    machine.do(it.EnterFlow("crisis"))
    machine.do(it.LeaveFlow())
    assert machine.at == "talk"
    assert reply(machine) == post(machine) == "embargo"


def test_a_restart_and_a_parked_case_keep_it(machine: Machine) -> None:
    machine.choose("crisis")
    machine.do(it.ParkCase("waits for legal", "+2h"))
    machine.reboots()
    machine.do(it.ResumeCase())
    assert reply(machine) == "embargo"


def test_a_reason_is_worded_by_the_innermost_open_flow_that_has_what_it_names(
    machine: Machine,
) -> None:
    machine.choose("crisis")
    for name, flow in (("mood", "desk"), ("cleared_by", "crisis"), ("nobody", "crisis")):
        assert worded_by(machine.flows, machine.case, Reason("empty", name)) == flow
        assert worded_by(machine.flows, machine.case, Reason("empty", f"{name}.at")) == flow


def test_the_reason_is_worded_by_the_flow_that_forbids(machine: Machine) -> None:
    assert worded_by(machine.flows, machine.case, BARRED) == "desk"
    machine.choose("crisis")
    machine.choose("on")
    barred = embargo(machine.flows, machine.case, "public")
    assert barred == BARRED
    assert worded_by(machine.flows, machine.case, BARRED) == "crisis"
    assert worded_by(machine.flows, machine.case, Reason("needs_fact", "mood")) == "desk"
    told = Reason("personal_in_public", "cleared_by")
    assert worded_by(machine.flows, machine.case, told) == "crisis"
    assert worded_by(machine.flows, machine.case, told._replace(id="mood")) == "desk"
    assert worded_by(machine.flows, machine.case, told._replace(id="gone")) == "desk"
    assert embargo(machine.flows, machine.case, "call") is None
