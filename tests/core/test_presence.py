"""A case left for another customer: handling stands still, everything else goes on."""

import pytest

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.engine.gates import running_wait
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import call_seconds
from tests.core.agreement import agree
from tests.core.field_visit import VISIT, waiting
from tests.core.machine import Machine


@pytest.fixture
def visit() -> Machine:
    """A visit whose engineer waits at the door."""
    return waiting(Machine(VISIT).begin())


def away(machine: Machine, seconds: float) -> Machine:
    """Turn to another customer for so long."""
    machine.do(it.LeaveCase())
    machine.passes(seconds).do(it.ReturnToCase())
    return machine


def test_handling_counts_the_case_in_view_only(visit: Machine) -> None:
    before = call_seconds(visit.case, visit.now())
    away(visit.passes(10), 300).passes(20)
    assert call_seconds(visit.case, visit.now()) == before + 30
    away(visit, 4000)
    visit.passes(5).do(it.AbandonCase("gone"))
    assert visit.case.handled == before + 35
    agree(visit)


def test_the_figure_in_view_stands_still_while_another_case_is_in_view(visit: Machine) -> None:
    visit.passes(7).do(it.LeaveCase())
    handled = visit.case.handled
    assert call_seconds(visit.passes(900).case, visit.now()) == handled
    assert visit.case.away_since == visit.events[-1].at


def test_a_wait_and_promises_go_on_out_of_view(visit: Machine) -> None:
    promises = visit.case.promises
    away(visit, 901)
    running = running_wait(visit.flows, visit.case, visit.now())
    assert running is not None
    assert running[1].seconds >= running[0].seconds
    assert visit.case.promises == promises
    assert visit.choose("over_mobile")


def test_a_hold_goes_on_out_of_view_and_counts_as_hold(visit: Machine) -> None:
    visit.do(it.ToggleHold())
    away(visit.passes(10), 60)
    assert visit.case.holding is not None
    visit.passes(5).do(it.ToggleHold())
    assert visit.case.holds == (75.0,)
    agree(visit)


@pytest.mark.parametrize(
    "intent",
    [
        it.MakeChoice("door_opens"),
        it.RecordFact("place", "home"),
        it.TickItem("sms_sent"),
        it.StepBack(),
        it.ToggleHold(),
        it.DraftField("note", "x"),
        it.AddNote("x"),
        it.ParkCase("later", "+1h"),
        it.UseDesk("luc", "social"),
        it.CloseCase(),
        it.LeaveCase(),
    ],
    ids=lambda intent: type(intent).__name__,
)
def test_nothing_is_done_in_a_case_out_of_view(visit: Machine, intent: it.Intent) -> None:
    visit.do(it.LeaveCase())
    count = len(visit.events)
    assert visit.reason(intent) == "away"
    assert len(visit.events) == count


@pytest.mark.parametrize("intent", [it.AbandonCase("no answer"), it.HandOver("my shift ends")])
def test_a_case_never_returned_to_can_be_closed(visit: Machine, intent: it.Intent) -> None:
    visit.passes(10).do(it.LeaveCase())
    handled = visit.case.handled
    visit.passes(5000).do(intent)
    assert (visit.case.status, visit.case.handled) == ("closed", handled)
    assert visit.case.away_since is None
    agree(visit)


def test_resuming_after_a_crash_brings_it_back(visit: Machine) -> None:
    visit.passes(10).do(it.LeaveCase())
    handled = visit.case.handled
    visit.reboots(5000).do(it.ResumeCase())
    assert visit.case.away_since is None
    assert visit.passes(30).do(it.ParkCase("later", "+1h"))
    assert visit.case.handled == handled + 30
    agree(visit)


def test_a_desk_that_takes_it_over_finds_it_parked(visit: Machine) -> None:
    visit.do(it.LeaveCase())
    visit.passes(60).do(it.TakeOver("bo", "hotline"))
    assert (visit.case.status, visit.case.away_since, visit.case.handled) == ("parked", None, 0.0)
    agree(visit)


def test_only_a_case_that_was_left_is_returned_to(visit: Machine) -> None:
    assert visit.reason(it.ReturnToCase()) == "no_change"
    visit.do(it.ParkCase("later", "+1h"))
    assert visit.reason(it.LeaveCase()) == "parked"
    assert visit.reason(it.ReturnToCase()) == "parked"


def test_the_customer_of_a_mock_call_is_not_left() -> None:
    assert Machine(VISIT).begin_mock().reason(it.LeaveCase()) == "is_mock"
    assert Machine(VISIT).begin(mode="mock").reason(it.LeaveCase()) == "is_mock"


def test_leaving_and_returning_are_lawful_and_what_is_meddled_with_is_named(visit: Machine) -> None:
    away(visit, 60).do(it.AddNote("back again"))
    assert first_unlawful(visit.flows, visit.events) is None
    *before, left, returned, note = visit.events
    assert (left.act, returned.act) == (ev.CaseLeft(), ev.CaseReturned())
    acted_away = [*before, left, note._replace(n=returned.n)]
    assert first_unlawful(visit.flows, acted_away) == returned.n
    never_left = [*before, returned._replace(n=left.n)]
    assert first_unlawful(visit.flows, never_left) == left.n
