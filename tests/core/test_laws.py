"""The engine's laws, held against random flows, random agents and clocks that lie."""

import json
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lenovo_desk.core.engine.engine import decide
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import effective
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.model.flow import Plain
from tests.core.agreement import agree
from tests.core.chance import random_intent, random_time, walk
from tests.core.checker import Checker, Gap
from tests.core.field_visit import FIELD_VISIT, VISIT
from tests.core.machine import Machine
from tests.core.ways import reach
from tests.shipped_content import library

pytestmark = pytest.mark.slow

FEW = settings(max_examples=70, deadline=None, suppress_health_check=list(HealthCheck))
SWEEP = 700


@given(st.randoms(use_true_random=False))
@FEW
def test_no_way_round_a_gate_and_every_reading_agrees(random: Random) -> None:
    agree(walk(random))


@pytest.mark.parametrize("part", range(4))
def test_no_way_round_a_gate_in_many_more_walks(part: int) -> None:
    for seed in range(part, SWEEP, 4):
        try:
            agree(walk(Random(seed), 40))
        except Exception as error:
            raise AssertionError(f"seed {seed}: {error!r}") from error


@given(st.randoms(use_true_random=False))
@FEW
def test_a_visit_is_walked_as_its_flow_allows(random: Random) -> None:
    machine = Machine(VISIT, zone="Europe/Paris").begin()
    for _ in range(40):
        random_time(random, machine)
        machine.do(_visiting(random, machine))
    agree(machine)


def _visiting(random: Random, machine: Machine) -> it.Intent:
    raw = {"phone_kind": "mobile", "appointment": "+1h", "arrived_at": "now", "channel": "private"}
    raw |= {"attempts": "now | 0612345678", "declared_from": "9h", "line_neutral": "220 V"}
    raw |= {"number": "PF3ABCD1", "dispatched_at": "now"}
    if machine.case.status == "open" and random.random() < 0.3:
        fact = random.choice(sorted(raw))
        return it.RecordFact(fact, raw[fact])
    return _no_ghosts(random_intent(random, machine))


def _no_ghosts(intent: it.Intent) -> it.Intent:
    return it.EnterFlow("escalation") if isinstance(intent, it.EnterFlow) else intent


@given(st.randoms(use_true_random=False))
@FEW
def test_stepping_back_loses_nothing_that_was_recorded(random: Random) -> None:
    machine = walk(random, 25)
    while machine.case.status == "open":
        before = machine.case
        if not machine.back():
            break
        after = machine.case
        assert after.ledger == before.ledger
        assert after.ticks == before.ticks
        for key, entries in before.ledger.items():
            last = entries[-1]
            if last.visit == 0:
                assert effective(after, key) == last
    agree(machine)


RAW_TEXT = st.text(max_size=40) | st.sampled_from(
    ["now", "+15m", "1/1/0001 00:00", "31/12/9999 23h59"]
)
INTENTS = st.one_of(
    st.builds(it.OpenCase, *[RAW_TEXT] * 6, settings=st.just((("a", "\x1b"),))),
    st.builds(it.MakeChoice, RAW_TEXT | st.sampled_from(["called", "nobody", "greeted"])),
    st.builds(it.RecordFact, RAW_TEXT | st.sampled_from(sorted(FIELD_VISIT["facts"])), RAW_TEXT),
    st.builds(it.DraftField, RAW_TEXT, RAW_TEXT),
    st.builds(it.TickItem, RAW_TEXT, st.booleans()),
    st.builds(it.CopyPhrase, *[RAW_TEXT] * 4),
    st.builds(it.EnterFlow, RAW_TEXT | st.just("escalation")),
    st.builds(it.SwitchLanguage, RAW_TEXT),
    st.builds(it.AddNote, RAW_TEXT, st.tuples(RAW_TEXT)),
    st.builds(it.WriteReply, RAW_TEXT, RAW_TEXT | st.just("public"), RAW_TEXT, st.tuples(RAW_TEXT)),
    st.builds(it.ParkCase, RAW_TEXT, RAW_TEXT),
    st.builds(it.CloseCase, RAW_TEXT),
    st.builds(it.AbandonCase, RAW_TEXT),
    st.builds(it.HandOver, RAW_TEXT),
    st.builds(it.TakeOver, RAW_TEXT, RAW_TEXT, st.just((("agent_name", "\x1b"),))),
    st.sampled_from([it.StepBack(), it.LeaveFlow(), it.ToggleHold(), it.ResumeCase()]),
    st.sampled_from([it.LeaveCase(), it.ReturnToCase()]),
    st.builds(it.BeginMockCall, *[RAW_TEXT] * 5),
    st.builds(it.AskCustomer, RAW_TEXT | st.sampled_from(sorted(FIELD_VISIT["facts"]))),
    st.builds(
        it.HearCustomer,
        st.integers(-2, 3),
        RAW_TEXT | st.sampled_from(["line", "hang_up"]),
        RAW_TEXT,
    ),
    st.builds(it.SetClock, st.floats() | st.just(15.0)),
)
CLOCKS = st.floats(-1e18, 1e18) | st.sampled_from([0.0, 253402300799.0, -62135596800.0])


@given(
    st.lists(st.tuples(INTENTS, CLOCKS), max_size=12),
    st.sampled_from(["", "Asia/Shanghai", "Europe", "\x00"]),
    st.booleans(),
)
@FEW
def test_decide_answers_anything_at_any_time(sequence: list[Any], zone: str, mock: bool) -> None:
    machine = Machine(VISIT, zone=zone)
    machine.begin_mock() if mock else machine.begin()
    for intent, utc in sequence:
        machine.utc = utc
        answer = machine.do(intent)
        assert isinstance(answer, Event) or answer.reasons[0].code
        for text in _texts(answer):
            assert not set(text) & {"\x1b", "\x00", "\u202e", "\x9b"}
    assert machine.read_back() == machine.case


def _texts(value: Any) -> list[str]:
    """Return every text in an event."""
    if isinstance(value, Refusal):
        return []
    if isinstance(value, tuple):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []


def test_decide_names_a_flow_whose_inner_flow_is_missing() -> None:
    machine = Machine({"field_visit": FIELD_VISIT})
    assert machine.reason(it.OpenCase("c", "field_visit", "a", "r", "en", "UTC")) == "unknown_flow"


def test_a_case_folds_the_same_without_a_clock_or_settings_of_its_own() -> None:
    machine = Machine(VISIT, zone="Asia/Shanghai").begin()
    machine.record("appointment", "2026-11-20 09:00")
    before = machine.case
    machine.zone, machine.utc = "Europe/Paris", 0.0
    assert machine.read_back() == before


def test_opening_is_the_only_thing_a_new_case_can_do() -> None:
    machine = Machine(VISIT)
    assert machine.reason(it.StepBack()) == "not_open"
    machine.begin()
    assert machine.reason(it.OpenCase("c", "field_visit", "a", "r", "en", "UTC")) == "already_open"


def test_deciding_changes_nothing() -> None:
    machine = Machine(VISIT).begin()
    before = machine.case
    decide(machine.flows, machine.case, it.MakeChoice("called"), machine.now())
    assert machine.case == before


class TestTheCheckerItself:
    """It must be able to say no."""

    @pytest.fixture
    def lines(self) -> list[Plain]:
        machine = Machine(VISIT).begin()
        machine.choose("called")
        machine.choose("nobody")
        machine.record("phone_kind", "mobile")
        machine.choose("no_answer")
        machine.passes(901).choose("over_mobile")
        machine.tick("sms_sent")
        machine.choose("left")
        machine.do(it.CloseCase())
        assert machine.case.status == "closed"
        return [json.loads(line) for line in machine.lines]

    def reads(self, lines: list[Plain]) -> None:
        checker = Checker(VISIT)
        for n, line in enumerate(lines, 1):
            checker.read({**line, "n": n})

    def test_it_reads_an_honest_journal(self, lines: list[Plain]) -> None:
        self.reads(lines)

    @pytest.mark.parametrize("name", ["ItemTicked", "FactRecorded", "ChoiceMade", "CaseOpened"])
    def test_it_misses_a_line_left_out(self, lines: list[Plain], name: str) -> None:
        gone = next(n for n, line in enumerate(lines) if line["event"] == name)
        with pytest.raises((Gap, IndexError)):
            self.reads(lines[:gone] + lines[gone + 1 :])

    def test_it_misses_a_minute_of_a_wait(self, lines: list[Plain]) -> None:
        for line in lines[5:]:
            line["up"] -= 60
        with pytest.raises(Gap, match="shut"):
            self.reads(lines)


def test_every_event_there_is_happens_in_these_walks() -> None:
    seen: set[str] = set()
    for seed in range(300):
        seen |= {type(event.act).__name__ for event in walk(Random(seed)).events}
    assert seen >= set(ev.ACTS)


def test_the_visit_has_a_way_to_every_step_and_an_end_ahead() -> None:
    assert reach(VISIT) == []


@pytest.fixture(scope="module")
def shipped() -> dict[str, Plain]:
    names = [card.id for card in library().cards() if not card.problems]
    return {name: library().structure(name) for name in names}


def test_every_shipped_flow_has_a_way_to_every_step_and_an_end_ahead(
    shipped: dict[str, Plain],
) -> None:
    assert len(shipped) >= 2
    assert reach(shipped) == []


def test_reach_names_what_is_wrong_with_a_flow() -> None:
    steps = {
        "a": {"choices": {"x": {"goto": "b", "when": {"kind": ["p"]}}}},
        "b": {"choices": {"y": {"goto": "b"}}},
        "c": {"end": "done"},
    }
    flow = {
        "flow": "f",
        "facts": {"kind": {"type": "choice", "options": ["p", "q"]}},
        "steps": steps,
    }
    assert reach({"f": flow}) == [
        "f.c: no way leads here",
        "f.a: no end is ahead",
        "f.b: no end is ahead",
        "f.a: every choice is hidden by {'kind': 'q'}",
    ]


def test_shipped_flows_hold_against_random_agents(shipped: dict[str, Plain]) -> None:
    mains = [name for name in shipped if shipped[name].get("start", True)]
    for seed in range(60):
        random = Random(seed)
        machine = Machine(shipped, random.choice(mains))
        machine.begin_mock() if seed % 2 else machine.begin()
        for _ in range(30):
            random_time(random, machine)
            machine.do(random_intent(random, machine))
        agree(machine)
