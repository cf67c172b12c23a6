"""The clock of a mock call and the session that drives it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.time.clock import jump
from lenovo_desk.training.begin_call import beginning
from lenovo_desk.training.customer.fast_clock import MockClock
from lenovo_desk.training.mock_session import MockSession
from tests.hand_clock import START, HandClock
from tests.memory_journal import MemoryJournal
from tests.store.house import Shelf, opening
from tests.store.mockhouse import Materials


class Room:
    """A call, its machine's clock and its journal."""

    def __init__(self) -> None:
        self.clock, self.journal = HandClock(tick=0.0), MemoryJournal()
        self.materials = Materials()
        self.flows = {name: Shelf().flow(name) for name in ("visit", "inner", "aside")}
        self.session = MockSession(
            self.flows,
            self.journal,
            MockClock(self.clock),
            self.materials.scenario,
            self.materials.card,
            Case(),
        )
        self.do(opening("m1", "mock"), it.BeginMockCall("nobody_home", "zh", "d1", "d2"))

    def do(self, *intents: it.Intent) -> None:
        for intent in intents:
            assert isinstance(self.session.do(intent), Event), intent

    def taken_up(self) -> MockSession:
        """Take the call up again, as the store does."""
        old = self.session
        self.session = MockSession(
            self.flows,
            self.journal,
            MockClock(self.clock, old.events[-1].at),
            old.scenario,
            old.scorecard,
            old.case,
            old.events,
        )
        self.do(it.ResumeCase())
        return self.session

    @property
    def rates(self) -> list[float]:
        return [one.act.rate for one in self.session.events if isinstance(one.act, ev.ClockSet)]

    def lawful(self) -> bool:
        return first_unlawful(self.flows, self.session.events) is None


@pytest.fixture
def room() -> Room:
    """A call that waits at the door for fifteen minutes."""
    room = Room()
    room.do(it.MakeChoice("begin"))
    return room


def test_the_events_of_a_call_are_at_hand(room: Room) -> None:
    session = room.session
    assert [event.n for event in session.events] == [1, 2, 3]
    session.do(it.MakeChoice("no_answer"))
    assert isinstance(session.events[-1].act, ev.GateTried), "what was refused and kept too"
    call = session.call
    assert (call.id, call.events, call.marks) == ("m1", tuple(session.events), ())
    assert call.scenario is room.materials.scenario


def test_fifteen_minutes_are_over_in_one(room: Room) -> None:
    room.do(it.SetClock(15.0))
    room.clock.forward(59.9)
    room.session.tick()
    room.session.do(it.MakeChoice("no_answer"))
    assert isinstance(room.session.events[-1].act, ev.GateTried)
    room.clock.forward(0.1)
    room.do(it.MakeChoice("no_answer"))
    assert room.rates == [15.0, 1.0]
    assert room.lawful()


def test_a_fast_clock_stops_at_the_end_of_the_wait_though_nobody_looks(room: Room) -> None:
    room.clock.forward(300)
    entered = room.session.case.here.entered.utc
    room.do(it.SetClock(15.0))
    room.clock.forward(40)
    assert room.session.now().utc - entered == 900
    room.clock.forward(1000)
    assert room.session.now().utc - entered == 1900, "as usual from there"
    room.session.tick()
    assert room.rates == [15.0, 1.0]
    assert room.session.case.rate == 1.0
    room.session.tick()
    assert room.rates == [15.0, 1.0], "it is written down once"
    assert room.lawful()


@pytest.mark.parametrize(
    "leaving",
    [
        (it.StepBack(),),
        (it.TickItem("called"), it.MakeChoice("coming")),
        (it.EnterFlow("aside"),),
    ],
    ids=["back", "a choice", "another flow"],
)
def test_a_step_that_is_left_takes_its_clock_along(
    room: Room, leaving: tuple[it.Intent, ...]
) -> None:
    room.do(it.SetClock(15.0))
    room.clock.forward(10)
    room.do(*leaving)
    assert room.rates == [15.0, 1.0]
    before = room.session.now()
    room.clock.forward(10)
    assert room.session.now().utc - before.utc == 10
    assert room.lawful()


def test_a_wait_begun_again_does_not_run_fast_of_itself(room: Room) -> None:
    room.do(it.SetClock(15.0), it.StepBack(), it.MakeChoice("begin"))
    assert room.rates == [15.0, 1.0]
    assert room.session.case.rate == 1.0
    room.do(it.SetClock(15.0))
    assert room.rates == [15.0, 1.0, 15.0]


@pytest.mark.parametrize(
    "ending", [it.AbandonCase("he rang off"), it.ParkCase("later", "+1h"), it.MakeChoice("later")]
)
def test_a_call_that_is_over_or_parked_runs_as_usual(room: Room, ending: it.Intent) -> None:
    room.do(it.SetClock(15.0))
    room.clock.forward(10)
    room.do(ending)
    before = room.session.now()
    room.clock.forward(10)
    room.session.tick()
    assert room.session.now().utc - before.utc == 10
    if room.session.case.status == "parked":
        room.taken_up()
        assert room.rates == [15.0, 1.0]
    assert room.lawful()


def test_a_call_taken_up_goes_on_at_the_usual_rate_and_never_back(room: Room) -> None:
    room.do(it.SetClock(15.0))
    room.clock.forward(30)
    room.do(it.AddNote("fast"))
    last = room.session.events[-1].at
    assert last.utc - room.clock.utc == 420, "ahead of the machine"
    session = room.taken_up()
    assert room.rates == [15.0, 1.0]
    assert session.now() >= last
    room.clock.forward(1)
    assert session.now().utc == last.utc + 1
    assert not session.case.jumps
    assert room.lawful()


def test_a_call_taken_up_much_later_goes_on_by_the_machine(room: Room) -> None:
    room.do(it.SetClock(15.0))
    room.clock.forward(30)
    room.do(it.AddNote("fast"))
    room.clock.utc = START + 90_000
    room.clock.restart("boot-b", 20.0)
    session = room.taken_up()
    assert session.now() == room.clock.now()
    assert room.lawful()


def test_a_journal_that_refuses_is_asked_again_and_the_clock_is_right_meanwhile(
    room: Room,
) -> None:
    room.do(it.SetClock(15.0))
    room.clock.forward(70)
    room.journal.full = True
    room.session.tick()
    before = room.session.now()
    room.clock.forward(5)
    room.session.tick()
    assert room.session.now().utc - before.utc == 5
    assert room.rates == [15.0]
    room.journal.full = False
    room.session.tick()
    assert room.rates == [15.0, 1.0]
    assert room.lawful()


@given(
    st.lists(
        st.tuples(
            st.floats(0, 5000),
            st.sampled_from([None, (1.0, 0.0), (15.0, 900.0), (15.0, 3.0), (15.0, 0.0)]),
            st.booleans(),
        ),
        max_size=20,
    )
)
def test_the_clock_never_goes_back(
    turns: list[tuple[float, tuple[float, float] | None, bool]],
) -> None:
    base = HandClock(tick=0.0)
    clock = MockClock(base)
    last = clock.now()
    for seconds, rate, again in turns:
        before = base.now().up
        base.forward(seconds)
        now = clock.now()
        passed = now.up - last.up
        assert now.utc >= last.utc
        assert base.now().up - before - 0.002 <= passed <= 15 * (seconds + 0.001) + 0.002
        assert not jump(last, now)
        if rate is not None:
            clock.run(*rate)
        if again:
            clock = MockClock(base, clock.now())
        last = clock.now()
        assert last.utc >= now.utc
        assert last.up >= now.up


def test_a_clock_whose_machine_was_set_back_does_not_follow() -> None:
    base = HandClock(tick=0.0)
    clock = MockClock(base)
    base.forward(10)
    first = clock.now()
    base.utc -= 3600
    base.forward(1)
    assert clock.now().utc == first.utc + 1
    base.up = 5.0
    assert clock.now().utc >= START


def test_a_call_that_begins_is_written_whole() -> None:
    room = Room()
    begin = it.BeginMockCall("nobody_home", "zh", "d1", "d2")
    events = beginning(room.flows, opening("m1", "mock"), begin, room.clock.now())
    assert tuple(room.session.events) == events
