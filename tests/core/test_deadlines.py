"""Promises: when their clock starts, when it stands still, and how they end."""

import pytest

from lenovo_desk.core import intents as it
from lenovo_desk.core.case import Promise
from lenovo_desk.core.flow import Plain
from tests.core.field_visit import VISIT
from tests.core.machine import START, Machine

TEN = START - 7600
"""Ten o'clock in Paris on the day the machine starts."""


@pytest.fixture
def visit() -> Machine:
    return Machine(VISIT, zone="Europe/Paris").begin()


def promise(machine: Machine, name: str) -> Promise:
    """Return a promise of the main flow."""
    return machine.case.promises[f"{machine.main}.{name}"]


def of(machine: Machine, name: str) -> list[str]:
    """Return what became of a promise, in order."""
    return [what for key, what in machine.marks if key == f"{machine.main}.{name}"]


def working(machine: Machine) -> Machine:
    machine.choose("called")
    machine.choose("greeted")
    return machine


def test_a_deadline_runs_from_the_time_that_was_recorded_not_from_its_recording(
    visit: Machine,
) -> None:
    visit.record("dispatched_at", "2026-11-18 10:00")
    assert promise(visit, "contact").due == TEN + 4 * 3600


def test_it_starts_again_when_that_time_is_recorded_anew(visit: Machine) -> None:
    visit.record("dispatched_at", "2026-11-18 10:00")
    first = promise(visit, "contact").due
    visit.record("dispatched_at", "2026-11-18 11:00")
    assert promise(visit, "contact").due == first + 3600
    assert of(visit, "contact") == ["started", "started"]


def test_it_is_kept_in_time_and_missed_late(visit: Machine) -> None:
    visit.record("dispatched_at", "now")
    working(visit)
    assert of(visit, "contact") == ["started", "kept"]
    late = Machine(VISIT).begin()
    late.record("dispatched_at", "now")
    working(late.passes(5 * 3600))
    assert of(late, "contact") == ["started", "missed"]


def test_one_that_returns_is_kept_and_begins_anew_and_both_are_recorded(visit: Machine) -> None:
    working(visit).passes(1000).choose("told")
    assert of(visit, "progress") == ["started", "kept", "started"]
    assert promise(visit, "progress").due == visit.utc + 1200


def test_it_stands_still_while_the_case_waits_for_somebody(visit: Machine) -> None:
    working(visit).passes(600).choose("needs_part")
    assert promise(visit, "progress").state == "paused"
    due = promise(visit, "progress").due
    visit.passes(86_400).choose("arrived")
    assert promise(visit, "progress") == ("running", due + 86_400, due, 86_400, visit.now())


def test_a_case_closed_while_it_stands_still_has_not_missed_it(visit: Machine) -> None:
    working(visit).passes(600).choose("needs_part")
    visit.passes(86_400).do(it.AbandonCase("no part"))
    assert of(visit, "progress")[-1] == "dropped"


def test_closing_tells_missed_from_dropped(visit: Machine) -> None:
    working(visit).do(it.AbandonCase("gone"))
    assert of(visit, "progress")[-1] == "dropped"
    late = working(Machine(VISIT).begin())
    late.passes(1201).do(it.AbandonCase("gone"))
    assert of(late, "progress")[-1] == "missed"


def test_a_step_is_due_before_an_appointment(visit: Machine) -> None:
    visit.record("appointment", "2026-11-18 14:00")
    assert promise(visit, "five_minute_call").due == TEN + 4 * 3600 - 300
    visit.choose("called")
    assert of(visit, "five_minute_call") == ["started", "kept"]


def test_a_step_due_before_an_unknown_appointment_has_no_clock_yet(visit: Machine) -> None:
    assert "field_visit.five_minute_call" not in visit.case.promises
    visit.passes(60).record("appointment", "+3m")
    visit.choose("called")
    assert of(visit, "five_minute_call") == ["started", "missed"]


def test_stepping_back_drops_what_the_step_was_due_and_coming_again_restores_it() -> None:
    steps: Plain = {
        "a": {"choices": {"go": {"goto": "b"}}},
        "b": {"due": {"seconds": 60}, "choices": {"loop": {"goto": "b"}, "on": {"goto": "end"}}},
        "end": {"end": "done"},
    }
    machine = Machine({"main": {"flow": "main", "facts": {}, "steps": steps}}).begin()
    machine.choose("go")
    due = promise(machine, "b").due
    machine.passes(20).back()
    assert promise(machine, "b").state == "dropped"
    machine.passes(20).choose("go")
    assert promise(machine, "b").due == due
    machine.passes(10).choose("loop")
    assert promise(machine, "b").due == due + 50
    assert of(machine, "b") == ["started", "dropped", "started", "kept", "started"]


def lines(**line: object) -> dict[str, Plain]:
    steps: Plain = {
        "a": {"choices": {"go": {"goto": "b"}}},
        "b": {"choices": {"on": {"goto": "c"}}},
        "c": {"choices": {"over": {"goto": "end"}, "round": {"goto": "a"}}},
        "end": {"end": "done"},
    }
    main = {
        "flow": "main",
        "facts": {"f": {"type": "choice", "options": ["x", "y"]}},
        "steps": steps,
        "deadlines": {"line": {"seconds": 60, **line}},
    }
    return {"main": main}


def test_stepping_back_neither_keeps_a_promise_nor_makes_one() -> None:
    machine = Machine(lines(**{"from": "b", "until": "a"})).begin()
    machine.choose("go")
    machine.back()
    machine.choose("go")
    assert of(machine, "line") == ["started"]
    machine.choose("on")
    machine.choose("round")
    assert of(machine, "line") == ["started", "kept"]


def test_a_choice_that_keeps_one_may_start_the_next() -> None:
    machine = Machine(lines(**{"from": "a", "until": "round"})).begin()
    for choice in ("go", "on", "round"):
        machine.choose(choice)
    assert of(machine, "line") == ["started", "kept", "started"]


def test_it_starts_only_under_its_condition() -> None:
    flows = lines(**{"from": "b", "until": "c", "when": {"f": ["x"]}})
    for value, told in (("x", ["started"]), ("y", [])):
        machine = Machine(flows).begin()
        machine.record("f", value)
        machine.choose("go")
        assert of(machine, "line") == told


def test_one_that_starts_where_it_is_paused_stands_still_at_once() -> None:
    machine = Machine(lines(**{"from": "b", "until": "over", "pause": ["b"]})).begin()
    machine.choose("go")
    assert promise(machine, "line").state == "paused"
    machine.passes(500).choose("on")
    machine.passes(59).choose("over")
    assert of(machine, "line") == ["started", "paused", "moved", "kept"]


def test_every_mark_carries_its_arithmetic(visit: Machine) -> None:
    working(visit).passes(600).choose("needs_part")
    visit.passes(500).choose("arrived")
    for event in visit.events:
        for mark in event.marks:
            assert mark.base + mark.seconds == mark.due
