"""A call begun again from a point of an earlier one."""

from random import Random

import pytest

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.engine.fold import replay
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.time.clock import Stamp, elapsed
from lenovo_desk.training.begin_call import NotAgain, beginning
from tests.core.chance import random_flows, random_intent
from tests.core.field_visit import VISIT, waiting
from tests.core.machine import START, Machine

NOW = Stamp(START + 5 * 86400 + 0.123, "boot 9", 77.5)
BEGIN = it.BeginMockCall("scene", "en", "d1", "d2", "case#9")


def again(machine: Machine, upto: int, now: Stamp = NOW) -> tuple[ev.Event, ...]:
    opened = it.OpenCase("again", machine.main, "other", "social", "en", machine.zone, mode="mock")
    return beginning(machine.flows, opened, BEGIN, now, machine.events[:upto])


@pytest.fixture
def visit() -> Machine:
    """A visit to its end, its wait left at the very second."""
    machine = Machine(VISIT, zone="Europe/Paris").begin_mock()
    machine.record("appointment", "+30m")
    machine.record("attempts", "now | 0612345678")
    machine.passes(0.25)
    waiting(machine)
    machine.do(it.SetClock(15.0))
    machine.do(it.HearCustomer(1, "line", "Hello?"))
    machine.do(it.ParkCase("his wife comes", "+1h"))
    machine.passes(60).do(it.ResumeCase())
    machine.passes(840)
    assert machine.choose("over_mobile")
    machine.tick("sms_sent")
    machine.choose("left")
    machine.do(it.CloseCase())
    return machine


def test_every_point_of_a_call_can_be_begun_from(visit: Machine) -> None:
    for upto in range(2, len(visit.events)):
        events = again(visit, upto)
        assert len(events) == upto
        assert first_unlawful(visit.flows, events) is None
        case, then = replay(visit.flows, events), replay(visit.flows, visit.events[:upto])
        assert case.here.stack == then.here.stack
        assert (case.agent, case.id, case.heard, case.rate) == (
            "other",
            "again",
            then.heard,
            then.rate,
        )


def test_the_time_between_is_as_it_was_and_nothing_is_in_the_future(visit: Machine) -> None:
    events = again(visit, len(visit.events) - 1)
    for n in range(1, len(events)):
        was = elapsed(visit.events[n - 1].at, visit.events[n].at).seconds
        assert elapsed(events[n - 1].at, events[n].at).seconds == pytest.approx(was, abs=0.001)
    assert {event.at.boot for event in events} == {"boot 9"}
    last = events[-1].at
    assert 0 <= NOW.utc - last.utc < 1.001
    assert 0 <= NOW.up - last.up < 1.001
    assert max(event.at.utc for event in events) == last.utc


def test_moments_that_were_meant_move_with_the_call(visit: Machine) -> None:
    events = again(visit, len(visit.events) - 1)
    case, then = (replay(visit.flows, one) for one in (events, visit.events))
    gap = events[0].at.utc - visit.events[0].at.utc
    (parked,) = (event.act for event in events if isinstance(event.act, ev.CaseParked))
    assert isinstance(parked, ev.CaseParked)
    assert parked.until == pytest.approx(
        next(e.act.until for e in visit.events if isinstance(e.act, ev.CaseParked)) + gap, abs=60
    )
    for key in ("field_visit.appointment", "field_visit.attempts"):
        old, new = then.ledger[key][-1].value, case.ledger[key][-1].value
        assert old != new
        assert type(old) is type(new)
    attempts = case.ledger["field_visit.attempts"][-1].value
    assert attempts is not None
    assert attempts[0][1] == "0612345678"
    assert case.ledger["field_visit.phone_kind"][-1].value == "mobile"


def test_random_calls_are_begun_again_as_they_went() -> None:
    for seed in range(60):
        random = Random(seed)
        machine = Machine(random_flows(random)).begin_mock()
        while len(machine.events) < 25 and machine.case.status != "closed":
            machine.passes(random.choice([0.2, 5, 61, 901]))
            intent = random_intent(random, machine)
            if not isinstance(intent, it.TakeOver | it.AbandonCase | it.HandOver):
                machine.do(intent)
        events = again(machine, len(machine.events))
        assert first_unlawful(machine.flows, events) is None, f"seed {seed}"
        assert [type(e.act) for e in events] == [type(e.act) for e in machine.events]
        case = replay(machine.flows, events)
        assert [move[1:] for move in case.path] == [move[1:] for move in machine.case.path]


def changed(visit: Machine, step: str, **parts: Plain) -> Machine:
    """Return a machine of today, on which a step is another one."""
    steps = {**VISIT["field_visit"]["steps"]}
    steps[step] = {**steps[step], **parts}
    flow = {**VISIT["field_visit"], "steps": steps}
    machine = Machine({**VISIT, "field_visit": flow}, zone=visit.zone)
    machine.events = visit.events
    return machine


def test_what_a_changed_flow_no_longer_allows_stops_it_there(visit: Machine) -> None:
    number = next(
        e.n for e in visit.events if isinstance(e.act, ev.ChoiceMade) and e.act.step == "waiting"
    )
    longer = changed(visit, "waiting", wait={"id": "waited", "for": 1200})
    assert again(longer, number - 1)
    with pytest.raises(NotAgain) as stopped:
        again(longer, number)
    assert (stopped.value.n, stopped.value.reason.code) == (number, "needs_wait")
    gone = changed(visit, "waiting", choices={"door_opens": {"goto": "enter"}})
    with pytest.raises(NotAgain) as stopped:
        again(gone, number)
    assert (stopped.value.n, stopped.value.reason.code) == (number, "unknown_choice")


def test_a_gate_that_is_open_today_is_not_tried_again() -> None:
    machine = waiting(Machine(VISIT).begin_mock())
    machine.choose("over_mobile")
    assert isinstance(machine.events[-1].act, ev.GateTried)
    number = machine.events[-1].n
    assert again(machine, number)[-1].act == machine.events[-1].act
    today = changed(machine, "waiting", wait={"id": "waited", "for": 0})
    with pytest.raises(NotAgain) as stopped:
        again(today, number)
    assert (stopped.value.n, stopped.value.reason.code) == (number, "no_longer_so")


def test_a_flow_that_is_gone_is_named(visit: Machine) -> None:
    with pytest.raises(NotAgain) as stopped:
        beginning({}, it.OpenCase("c", "ghost", "a", "r", "en", "UTC"), BEGIN, NOW)
    assert (stopped.value.n, stopped.value.reason.code) == (1, "unknown_flow")


def test_what_lay_ahead_lies_ahead_again() -> None:
    ahead = {
        "promised": {"type": "date", "future": True},
        "at_last": {"type": "date", "future": True},
        "bought": {"type": "date", "past": True},
        "steps": {"rows": {"what": {}, "by": {"type": "date", "future": True}}},
    }
    step = {"stage": "s", "facts": {key: {} for key in ahead}, "choices": {"on": {"goto": "over"}}}
    flow: Plain = {
        "flow": "alpha",
        "stages": ["s"],
        "facts": ahead,
        "rules": 2,
        "steps": {"ask": step, "over": {"stage": "s", "end": "done"}},
    }
    machine = Machine({"alpha": flow}).begin_mock()
    assert machine.record("promised", "2026-11-20")
    assert machine.record("at_last", "9999-12-31")
    assert machine.record("bought", "2026-11-01")
    assert machine.record("steps", "call | 2026-11-18; visit | ")
    events = again(machine, len(machine.events), Stamp(START + 300 * 86400.0, "boot 9", 9.0))
    values = [event.act.value for event in events if isinstance(event.act, ev.FactRecorded)]
    assert values == [
        *("2027-09-16", "9999-12-31", "2026-11-01"),
        (("call", "2027-09-14"), ("visit", "")),
    ]
