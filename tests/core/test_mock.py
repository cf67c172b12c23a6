"""Mock calls: what only they know, and that no real case ever has it."""

from random import Random

import pytest

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.event_codec import event_to_plain
from lenovo_desk.core.model.events import Event, Refusal
from tests.core.chance import walk
from tests.core.event_lists import gap_in, numbered
from tests.core.field_visit import VISIT, waiting
from tests.core.machine import Machine, same

MOCK_ACTS = (
    ev.MockCallBegun,
    ev.CustomerAsked,
    ev.CustomerSpoke,
    ev.ClockSet,
    ev.ReplyBarred,
)
MOCK_INTENTS: list[it.Intent] = [
    it.BeginMockCall("scene", "en", "d1", "d2"),
    it.AskCustomer("phone_kind"),
    it.HearCustomer(1, "line", "Hello?"),
    it.HearCustomer(1, "hang_up", ""),
    it.SetClock(15.0),
    it.SetClock(1.0),
]
BEGIN = it.BeginMockCall("scene", "en", "d1", "d2")


@pytest.fixture
def call() -> Machine:
    """A mock call in the middle of a wait of fifteen minutes."""
    return waiting(Machine(VISIT, zone="Europe/Paris").begin_mock())


@pytest.mark.parametrize("intent", MOCK_INTENTS, ids=str)
@pytest.mark.parametrize("mode", ["real", "", "mock call"])
def test_a_real_case_refuses_what_only_a_mock_call_knows(intent: it.Intent, mode: str) -> None:
    machine = Machine(VISIT).begin(mode=mode)
    assert machine.reason(intent) == "not_mock"
    assert len(machine.events) == 1


@pytest.mark.parametrize("intent", MOCK_INTENTS[1:], ids=str)
def test_a_mock_case_without_a_scenario_has_no_customer_to_play(intent: it.Intent) -> None:
    machine = Machine(VISIT).begin(mode="mock")
    machine.choose("called")
    assert machine.reason(intent) == "not_mock"
    assert machine.reason(BEGIN) == "not_mock", "it would have begun with its opening"


def test_only_mock_calls_ever_get_these_events() -> None:
    real = mock = 0
    for seed in range(120):
        machine = walk(Random(seed), 40)
        found = [event for event in machine.events if isinstance(event.act, MOCK_ACTS)]
        if machine.case.mode == "real":
            real += 1
            assert not found, f"seed {seed}"
            for intent in MOCK_INTENTS:
                assert isinstance(machine.do(intent), Refusal), f"seed {seed}"
        mock += len(found) > 1
    assert real > 40
    assert mock > 20


@pytest.mark.parametrize("act", MOCK_ACTS, ids=lambda act: act.__name__)
def test_a_real_journal_with_such_an_event_is_unlawful(act: type, call: Machine) -> None:
    acts: dict[type, ev.Act] = {
        ev.MockCallBegun: ev.MockCallBegun("scene", "en", "d1", "d2"),
        ev.CustomerAsked: ev.CustomerAsked("field_visit.phone_kind"),
        ev.CustomerSpoke: ev.CustomerSpoke(1, "line", "Hello?"),
        ev.ClockSet: ev.ClockSet(15.0),
        ev.ReplyBarred: ev.ReplyBarred("Zoé", "public", "field_visit.customer_name"),
    }
    machine = waiting(Machine(VISIT, zone="Europe/Paris").begin())
    forged = [*machine.events, Event(machine.case.n + 1, machine.now(), acts[act])]
    assert first_unlawful(machine.flows, forged) == len(forged)
    assert gap_in(machine.structures, forged)


def test_a_mock_call_begins_once_right_after_its_opening(call: Machine) -> None:
    assert [type(event.act).__name__ for event in call.events[:2]] == [
        "CaseOpened",
        "MockCallBegun",
    ]
    assert call.case.scenario == "scene"
    assert call.reason(BEGIN) == "not_mock"
    twice = numbered([*call.events[:2], *call.events[1:]])
    assert first_unlawful(call.flows, twice) == 3
    late = numbered([call.events[0], *call.events[2:4], call.events[1]])
    assert first_unlawful(call.flows, late) == 4


def test_what_the_customer_does_is_taken_in_once_in_its_order(call: Machine) -> None:
    assert call.reason(it.HearCustomer(2, "line", "second")) == "no_change"
    assert isinstance(call.do(it.HearCustomer(1, "line", "first\x1b[2J")), Event)
    assert call.events[-1].act == ev.CustomerSpoke(1, "line", "first[2J")
    for n in (0, 1, 3, -1):
        assert call.reason(it.HearCustomer(n, "line", "again")) == "no_change"
    assert call.reason(it.HearCustomer(2, "sings", "la")) == "no_change"
    assert isinstance(call.do(it.HearCustomer(2, "objection", "长" * 900)), Event)
    assert call.case.heard == 2
    act = call.events[-1].act
    assert isinstance(act, ev.CustomerSpoke)
    assert len(act.text) == 500
    assert isinstance(call.do(it.HearCustomer(3, "hang_up", "")), Event)
    assert call.case.hung_up
    assert call.reason(it.HearCustomer(4, "line", "and")) == "no_change"
    assert first_unlawful(call.flows, call.events) is None


def test_a_line_of_the_customer_left_out_or_said_twice_is_unlawful(call: Machine) -> None:
    for n in (1, 2, 3):
        call.do(it.HearCustomer(n, "line", f"line {n}"))
    *before, one, two, three = call.events
    assert first_unlawful(call.flows, numbered([*before, one, three])) == two.n
    assert first_unlawful(call.flows, numbered([*before, one, one, two])) == two.n
    assert first_unlawful(call.flows, numbered([*before, two])) == one.n


def test_a_question_to_the_customer_is_about_a_fact_of_an_open_flow(call: Machine) -> None:
    assert isinstance(call.do(it.AskCustomer("phone_kind")), Event)
    assert call.events[-1].act == ev.CustomerAsked("field_visit.phone_kind")
    assert call.reason(it.AskCustomer("escalated_to")) == "unknown_fact"
    assert call.reason(it.AskCustomer("\x1b")) == "unknown_fact"


def test_the_clock_runs_faster_only_while_a_wait_is_not_over(call: Machine) -> None:
    assert isinstance(call.do(it.SetClock(15.0)), Event)
    assert call.case.rate == 15.0
    assert call.reason(it.SetClock(15.0)) == "no_change"
    assert isinstance(call.do(it.SetClock(1.0)), Event)
    assert call.reason(it.SetClock(1.0)) == "no_change"
    for rate in (2.0, 0.0, -15.0, float("nan"), float("inf")):
        assert call.reason(it.SetClock(rate)) == "no_change"
    call.passes(901)
    assert call.reason(it.SetClock(15.0)) == "no_wait"
    assert first_unlawful(call.flows, call.events) is None


def test_the_clock_does_not_run_faster_where_nothing_is_waited_for() -> None:
    machine = Machine(VISIT).begin_mock()
    assert machine.reason(it.SetClock(15.0)) == "no_wait"
    forged = [*machine.events, Event(3, machine.now(), ev.ClockSet(15.0))]
    assert first_unlawful(machine.flows, forged) == 3


def test_nothing_of_it_changes_where_the_case_stands(call: Machine) -> None:
    before = call.case
    for intent in (
        it.HearCustomer(1, "line", "Hello?"),
        it.AskCustomer("phone_kind"),
        it.SetClock(15.0),
    ):
        assert isinstance(call.do(intent), Event)
    after = call.case
    assert (after.trail, after.path, after.ledger) == (before.trail, before.path, before.ledger)
    assert (after.promises, after.tries, after.replies) == (
        before.promises,
        before.tries,
        before.replies,
    )


def test_a_personal_word_in_public_is_kept_with_its_refusal_in_a_mock_call_only() -> None:
    flow = {
        "flow": "post",
        "facts": {"mail": {"type": "email", "personal": True}},
        "steps": {"write": {"choices": {"sent": {"goto": "over"}}}, "over": {"end": "answered"}},
    }
    reply = it.WriteReply("Write to a@b.fr", "public")
    for begin, kept in (("begin", 0), ("begin_mock", 1)):
        machine = Machine({"post": flow})
        getattr(machine, begin)()
        machine.record("mail", "a@b.fr")
        number = len(machine.events)
        assert machine.reason(reply) == "personal_in_public"
        assert len(machine.events) == number + kept
        assert not machine.case.replies
        assert first_unlawful(machine.flows, machine.events) is None
    barred = machine.events[-1]
    assert barred.act == ev.ReplyBarred("Write to a@b.fr", "public", "mail")
    sealed = event_to_plain(barred, lambda value: {"sealed": "…"})
    assert "a@b.fr" not in str(sealed)
    assert event_to_plain(barred, same)["text"] == "Write to a@b.fr"
