"""Sequences by which somebody might try to get round a gate, each by hand."""

import pytest

from lenovo_desk.core.engine.gates import running_wait, value_of
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.model.taken_back import taken_back_choices
from lenovo_desk.core.time.clock import elapsed
from tests.core.field_visit import VISIT, waiting
from tests.core.machine import Machine
from tests.core.small_flows import flow_of


@pytest.fixture
def visit() -> Machine:
    return Machine(VISIT, zone="Europe/Paris").begin()


LOOP: Plain = {
    "a": {"choices": {"go": {"goto": "b"}}},
    "b": {
        "items": {"seen": {}},
        "wait": {"id": "rest", "for": 900},
        "choices": {"loop": {"goto": "a"}, "on": {"goto": "end", "needs": ["seen", "rest"]}},
    },
}


def test_a_wait_holds_until_its_last_second(visit: Machine) -> None:
    waiting(visit).passes(899)
    assert not visit.choose("over_mobile")
    assert visit.passes(1).choose("over_mobile")


def test_a_wait_is_not_shortened_by_setting_the_clock_forward(visit: Machine) -> None:
    waiting(visit).set_clock(3600).passes(60)
    assert not visit.choose("over_mobile")
    assert visit.case.jumps == (3600.0,)


def test_a_wait_is_not_shortened_by_setting_the_clock_back_and_forward(visit: Machine) -> None:
    waiting(visit).set_clock(-3600)
    visit.do(it.AddNote("back"))
    assert not visit.set_clock(7200).passes(10).choose("over_mobile")
    assert visit.set_clock(-3600).passes(890).choose("over_mobile")


def test_across_a_restart_the_wall_clock_counts_and_the_proof_says_so(visit: Machine) -> None:
    entered = waiting(visit).now()
    visit.reboots(600)
    assert not visit.choose("over_mobile")
    visit.passes(301)
    assert elapsed(entered, visit.now()).proof == "utc"
    assert visit.choose("over_mobile")


def test_a_restart_with_the_clock_set_back_never_ends_a_wait(visit: Machine) -> None:
    waiting(visit).reboots(-5000)
    found = running_wait(visit.flows, visit.case, visit.now())
    assert found is not None
    assert found[1].seconds == 0.0


def test_a_wait_survives_a_step_back_and_the_same_choice(visit: Machine) -> None:
    waiting(visit).passes(600).back()
    assert visit.at == "phone_them"
    assert visit.choose("no_answer")
    assert not visit.choose("over_mobile")
    assert visit.passes(301).choose("over_mobile")


def test_a_wait_begins_anew_when_the_case_was_parked_between(visit: Machine) -> None:
    waiting(visit).passes(600).back()
    visit.do(it.ParkCase("nobody there", "+1d"))
    visit.passes(86_400).do(it.ResumeCase())
    visit.choose("no_answer")
    assert not visit.choose("over_mobile")


def test_a_running_wait_goes_on_while_the_case_is_parked(visit: Machine) -> None:
    waiting(visit).do(it.ParkCase("in the car", "+15m"))
    visit.passes(900).do(it.ResumeCase())
    assert visit.choose("over_mobile")


def test_a_new_visit_through_a_loop_starts_fresh() -> None:
    machine = Machine(flow_of(**LOOP)).begin()
    machine.choose("go")
    machine.tick("seen")
    machine.passes(86_400).choose("loop")
    machine.choose("go")
    assert not machine.choose("on")
    assert machine.tick("seen")
    assert not machine.choose("on")
    assert machine.passes(900).choose("on")


def test_stepping_back_and_on_again_keeps_ticks_and_waits() -> None:
    machine = Machine(flow_of(**LOOP)).begin()
    machine.choose("go")
    machine.tick("seen")
    machine.passes(901).back()
    machine.choose("go")
    assert machine.choose("on")


def test_a_choice_taken_back_sets_nothing() -> None:
    machine = Machine(
        flow_of(
            a={
                "choices": {
                    "set": {"goto": "a", "set": {"f": "x"}},
                    "on": {"goto": "end", "needs": ["f"]},
                }
            }
        )
    ).begin()
    machine.choose("set")
    assert machine.back()
    assert not machine.choose("on")
    assert taken_back_choices(machine.flows, machine.case)[0].sets == (("main.f", "x"),)


def test_a_choice_made_as_the_agents_own_flow_ends_sets_nothing_once_taken_back() -> None:
    flows = flow_of(a={"choices": {"on": {"goto": "end", "needs": ["f"]}}})
    flows["main"]["facts"]["f"]["shared"] = True
    flows["side"]["facts"] = {"f": dict(flows["main"]["facts"]["f"])}
    flows["side"]["steps"] = {
        "first": {"choices": {"out": {"goto": "over", "set": {"f": "x"}}}},
        "over": {"end": "over"},
    }
    machine = Machine(flows).begin()
    machine.do(it.EnterFlow("side"))
    machine.choose("out")
    assert machine.at == "a"
    machine.back()
    machine.back()
    assert machine.at == "a"
    assert not machine.choose("on")


def test_a_flow_opened_twice_is_worked_twice() -> None:
    machine = Machine(flow_of(a={"choices": {"on": {"goto": "end"}}})).begin()
    machine.do(it.EnterFlow("side"))
    machine.tick("look")
    machine.passes(61).back()
    machine.do(it.EnterFlow("side"))
    machine.do(it.LeaveFlow())
    machine.do(it.EnterFlow("side"))
    machine.choose("on")
    assert machine.reason(it.MakeChoice("out")) == "needs_item"
    assert machine.at == "second"


@pytest.mark.parametrize("need", ["look", "pause"])
def test_what_was_done_in_one_working_of_a_flow_does_not_count_in_the_next(need: str) -> None:
    flows = flow_of(a={"choices": {"on": {"goto": "end"}}})
    flows["side"]["steps"] = {
        "first": {
            "choices": {"deep": {"goto": "second"}, "short": {"goto": "over", "needs": [need]}}
        },
        "second": {
            "items": {"look": {}},
            "wait": {"id": "pause", "for": 60},
            "choices": {"round": {"goto": "first"}},
        },
        "over": {"end": "over"},
    }
    machine = Machine(flows).begin()
    machine.do(it.EnterFlow("side"))
    machine.choose("deep")
    machine.tick("look")
    machine.passes(61).do(it.LeaveFlow())
    machine.do(it.EnterFlow("side"))
    assert not machine.choose("short")
    machine.choose("deep")
    machine.tick("look")
    machine.passes(61).choose("round")
    assert machine.choose("short")


def test_a_wait_goes_on_while_the_agent_is_in_a_flow_of_his_own(visit: Machine) -> None:
    waiting(visit).do(it.EnterFlow("escalation"))
    visit.passes(901).do(it.LeaveFlow())
    assert visit.at == "waiting"
    assert visit.choose("over_mobile")


def test_a_flow_is_not_opened_inside_itself(visit: Machine) -> None:
    assert visit.reason(it.EnterFlow("field_visit")) == "flow_open_already"
    visit.do(it.EnterFlow("escalation"))
    assert visit.reason(it.EnterFlow("escalation")) == "flow_open_already"


def test_what_an_outer_flow_restricts_is_restricted_inside_too() -> None:
    flows = flow_of(a={"choices": {"on": {"goto": "end"}}})
    flows["main"]["facts"]["who"] = {"shared": True, "personal": True, "when": {"f": ["x"]}}
    flows["side"]["facts"]["who"] = {"shared": True, "personal": True}
    machine = Machine(flows).begin()
    machine.record("f", "y")
    machine.do(it.EnterFlow("side"))
    assert machine.reason(it.RecordFact("who", "Zoé")) == "fact_not_now"
    assert machine.record("main.f", "x")
    assert machine.record("who", "Zoé")


AGAIN: Plain = {
    "a": {"choices": {"anew": {"goto": "b", "again": ["g"]}}},
    "b": {"choices": {"on": {"goto": "end", "needs": ["g"]}}},
}


def test_a_fact_asked_for_again_must_be_recorded_again() -> None:
    machine = Machine(flow_of(**AGAIN)).begin()
    machine.record("g", "old")
    machine.choose("anew")
    assert not machine.choose("on")
    machine.back()
    assert value_of(machine.flows["main"], machine.case, "g") == "old"
    machine.choose("anew")
    assert not machine.choose("on")
    assert machine.record("g", "new")
    assert machine.choose("on")


def test_an_answer_given_before_the_question_was_asked_again_does_not_count() -> None:
    machine = Machine(flow_of(**AGAIN)).begin()
    machine.choose("anew")
    machine.back()
    machine.record("g", "too early")
    machine.choose("anew")
    assert not machine.choose("on")


def test_an_answer_survives_a_step_back_and_the_same_choice() -> None:
    machine = Machine(flow_of(**AGAIN)).begin()
    machine.choose("anew")
    machine.record("g", "new")
    machine.back()
    machine.choose("anew")
    assert machine.choose("on")


def test_stepping_back_loses_no_recorded_fact_and_names_the_choices_taken_back(
    visit: Machine,
) -> None:
    waiting(visit)
    while visit.back():
        pass
    flow = visit.flows["field_visit"]
    assert value_of(flow, visit.case, "phone_kind") == "mobile"
    assert value_of(flow, visit.case, "arrived_at") is None
    taken = taken_back_choices(visit.flows, visit.case)
    assert [line.choice for line in taken] == ["called", "nobody", "no_answer"]
    assert [key for key, _ in taken[1].sets] == ["field_visit.arrived_at"]


def test_what_was_taken_back_elsewhere_is_not_named_on_another_way(visit: Machine) -> None:
    waiting(visit).back()
    visit.choose("coming")
    assert taken_back_choices(visit.flows, visit.case) == ()


def test_a_declared_wait_is_declared_not_measured(visit: Machine) -> None:
    waiting(visit)
    for fact, raw in (("declared_from", "9h"), ("declared_to", "9h20"), ("declared_why", "shut")):
        assert visit.record(fact, raw)
    assert visit.choose("declared")
    assert visit.reason(it.CloseCase()) == ""
    assert visit.case.disposition == "no_show"


def test_an_inner_flow_answers_the_step_that_ran_it(visit: Machine) -> None:
    visit.choose("called")
    visit.choose("greeted")
    visit.choose("escalate")
    assert visit.case.here.top.flow == "escalation"
    assert visit.reason(it.RecordFact("number", "PF3ABCD1")) == "needs_fact"
    visit.choose("none")
    assert (visit.at, visit.case.here.result) == ("ask_help", "no_number")
    assert visit.reason(it.MakeChoice("helped")) == "hidden"
    assert visit.choose("alone")


def test_abandoning_needs_a_reason_and_is_never_completed(visit: Machine) -> None:
    assert visit.reason(it.AbandonCase(" \x00")) == "empty"
    assert visit.reason(it.CloseCase()) == "not_at_end"
    visit.do(it.AbandonCase("he hung up"))
    assert (visit.case.disposition, visit.case.completed) == ("abandoned", False)


def test_time_spent_parked_is_not_handled(visit: Machine) -> None:
    visit.passes(30).do(it.ParkCase("tomorrow", "+1d"))
    visit.passes(86_400).do(it.AbandonCase("no answer"))
    assert visit.case.handled == 30.0


def test_a_hold_ends_when_the_case_is_parked(visit: Machine) -> None:
    visit.do(it.ToggleHold())
    visit.passes(40).do(it.ParkCase("tomorrow", "+1d"))
    assert visit.case.holding is None
    assert visit.case.holds == (40.0,)


def test_a_phrase_with_two_lines_goes_by_the_open_one() -> None:
    lines = [
        {"phrase": "hello", "via": "public", "needs": ["g"]},
        {"phrase": "hello", "via": "private"},
    ]
    machine = Machine(flow_of(a={"say": lines, "choices": {"on": {"goto": "end"}}})).begin()
    machine.do(it.CopyPhrase("hello", "en", "Hello", "standard"))
    assert machine.case.used[0].via == "private"


def test_now_sets_a_date_as_a_date() -> None:
    flows = flow_of(a={"choices": {"on": {"goto": "end", "set": {"day": "now", "g": "now"}}}})
    flows["main"]["facts"]["day"] = {"type": "date"}
    machine = Machine(flows, zone="Asia/Shanghai").begin()
    machine.choose("on")
    flow = machine.flows["main"]
    assert value_of(flow, machine.case, "day") == "2026-11-18"
    assert value_of(flow, machine.case, "g") == "now"
