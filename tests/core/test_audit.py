"""A journal is lawful when every event of it could happen; one that was meddled with is caught."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lenovo_desk.core.engine import audit
from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.reasons import Reason
from tests.core.chance import walk
from tests.core.event_lists import gap_in, numbered
from tests.core.field_visit import VISIT, waiting
from tests.core.machine import Machine
from tests.core.small_flows import flow_of
from tests.walks.stored_walks import DESKS, names_of, straight

pytestmark = pytest.mark.slow

FEW = settings(max_examples=70, deadline=None, suppress_health_check=list(HealthCheck))


def later(event: Event, seconds: float) -> Event:
    """Return an event as if it had happened so much later."""
    at = event.at
    return event._replace(at=at._replace(utc=at.utc + seconds, up=at.up + seconds))


def meddled(events: list[Event]) -> Iterator[list[Event]]:
    """Yield every list that one change makes: an event left out, or a wait cut short."""
    for n, event in enumerate(events):
        yield numbered(events[:n] + events[n + 1 :])
        before = events[n - 1].at if n else event.at
        gap = event.at.up - before.up if event.at.boot == before.boot else 0.0
        for seconds in {gap, gap / 2, 60.0} - {0.0}:
            yield [*events[:n], *(later(one, -seconds) for one in events[n:])]
            yield [*events[:n], later(event, -seconds), *events[n + 1 :]]


@given(st.randoms(use_true_random=False))
@FEW
def test_what_the_engine_accepted_is_lawful(random: Random) -> None:
    machine = walk(random)
    assert first_unlawful(machine.flows, machine.events) is None


@pytest.mark.parametrize("part", range(4))
def test_a_change_that_opens_a_gate_is_caught(part: int) -> None:
    found = []
    for seed in range(part, 200, 4):
        machine = walk(Random(seed), 40)
        assert first_unlawful(machine.flows, machine.events) is None
        for events in meddled(machine.events):
            if gap := gap_in(machine.structures, events):
                found.append(gap)
                assert first_unlawful(machine.flows, events) is not None, f"seed {seed}"
    assert len(found) > 150
    assert sum("shut" in gap for gap in found) > 10


def test_every_act_there_is_is_judged() -> None:
    assert set(audit.INTENTS) == set(ev.ACTS.values())


@pytest.fixture
def visit() -> Machine:
    """A visit to its end: a fact, a wait, an item, each behind a gate."""
    machine = waiting(Machine(VISIT, zone="Europe/Paris").begin())
    machine.choose("over_mobile")
    machine.passes(901).choose("over_mobile")
    machine.tick("sms_sent")
    machine.choose("left")
    machine.do(it.CloseCase())
    assert machine.case.completed
    return machine


def number_of(machine: Machine, kind: type) -> int:
    return next(event.n for event in machine.events if isinstance(event.act, kind))


def test_the_visit_is_lawful(visit: Machine) -> None:
    assert first_unlawful(visit.flows, visit.events) is None


@pytest.mark.parametrize(
    ("kind", "shut"),
    [
        (ev.CaseOpened, 1),
        (ev.FactRecorded, 4),
        (ev.ItemTicked, 8),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_an_event_left_out_shuts_the_gate_it_opened(visit: Machine, kind: type, shut: int) -> None:
    gone = number_of(visit, kind)
    events = numbered([event for event in visit.events if event.n != gone])
    assert first_unlawful(visit.flows, events) == shut


def test_a_wait_ends_no_earlier(visit: Machine) -> None:
    over = next(
        event.n for event in visit.events if event.act == ("waiting", "over_mobile", (), (), 0.0)
    )
    events = [later(event, -60) if event.n >= over else event for event in visit.events]
    assert first_unlawful(visit.flows, events) == over


def test_no_clock_goes_back_within_one_boot(visit: Machine) -> None:
    entered = number_of(visit, ev.GateTried) - 1
    events = [later(event, -3600) if event.n == entered else event for event in visit.events]
    assert first_unlawful(visit.flows, events) == entered


@pytest.mark.parametrize(
    "change",
    [
        lambda event: event._replace(n=event.n + 1),
        lambda event: event._replace(act=event.act._replace(choice="door_opens")),
        lambda event: event._replace(act=event.act._replace(step="enter")),
        lambda event: event._replace(act=event.act._replace(sets=(("place", "home"),))),
        lambda event: event._replace(act=event.act._replace(park_until=9.0)),
        lambda event: event._replace(act=ev.GateTried("waiting", "over_mobile", ())),
        lambda event: event._replace(act=ev.SteppedBack("enter")),
        lambda event: event._replace(act=ev.FlowLeft("field_visit", "")),
        lambda event: event._replace(act=ev.CaseClosed("no_show", True, "")),
        lambda event: event._replace(act=ev.CaseClosed("handed_over", True, "gone")),
        lambda event: event._replace(act=ev.CaseResumed(False)),
        lambda event: event._replace(act=ev.CaseReturned()),
        lambda event: event._replace(act=ev.FactRecorded("field_visit.ghost", "x", False)),
        lambda event: event._replace(act=ev.FactRecorded("field_visit.place", "moon", False)),
        lambda event: event._replace(act=ev.FactRecorded("field_visit.place", "home", True)),
        lambda event: event._replace(marks=(ev.DeadlineMark("field_visit.contact", "kept"),)),
    ],
)
def test_an_event_that_says_otherwise_is_named(visit: Machine, change: object) -> None:
    assert callable(change)
    over = number_of(visit, ev.GateTried) + 1
    events = [change(event) if event.n == over else event for event in visit.events]
    assert first_unlawful(visit.flows, events) == over


@pytest.mark.parametrize(
    ("reason", "lawful"),
    [
        (("hidden", "on", 0.0, "f"), True),
        (("hidden", "on", 0.0, ""), True),
        (("hidden", "on", 0.0, "g"), False),
        (("hidden", "other", 0.0, ""), False),
        (("needs_fact", "on", 0.0, ""), False),
        (("hidden", "on", 5.0, ""), False),
    ],
)
def test_a_reason_of_an_older_version_may_say_less_but_nothing_else(
    reason: tuple[str, str, float, str], lawful: bool
) -> None:
    start = {"facts": {"f": {}}, "choices": {"on": {"goto": "end", "when": {"f": ["x"]}}}}
    machine = Machine(flow_of(start=start), "main").begin()
    machine.record("f", "y")
    assert not machine.choose("on")
    *before, tried = machine.events
    attempt = tried._replace(act=ev.GateTried("start", "on", (Reason(*reason),)))
    assert (first_unlawful(machine.flows, [*before, attempt]) is None) == lawful


def test_a_case_taken_over_counts_by_the_clocks_of_its_new_machine() -> None:
    machine = waiting(Machine(VISIT).begin())
    machine.up = 5.0
    assert machine.do(it.TakeOver("bo", "hotline"))
    machine.passes(901).do(it.ResumeCase())
    assert first_unlawful(machine.flows, machine.events) is None
    assert first_unlawful(machine.flows, [*machine.events[:-2], *machine.events[-1:]]) is not None


def test_a_flow_that_runs_itself_is_never_entered() -> None:
    flows = flow_of(a={"choices": {"on": {"goto": "end"}}})
    machine = Machine(flows).begin()
    assert first_unlawful(machine.flows, machine.events) is None
    looped = {
        name: {**plain, "steps": {**plain["steps"], "first" if name == "side" else "a": step}}
        for name, plain in flows.items()
        for step in ({"run": "side", "choices": {"on": {"goto": "end"}}},)
    }
    again = Machine(looped)
    assert first_unlawful(again.flows, machine.events) == 1


@pytest.mark.parametrize("flow", DESKS)
def test_every_shipped_walk_is_lawful(flow: str, subtests: pytest.Subtests) -> None:
    names = names_of(flow)
    for name in names[::12] if flow == "social_triage" else names:
        with subtests.test(name):
            session, events = straight(name, "zh")
            assert first_unlawful(session.flows, events) is None
