"""Promises: when their clock starts, when it stands still, and how they end."""

import pytest

from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Promise
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.time.moments import iso
from tests.core.field_visit import VISIT
from tests.core.machine import START, Machine
from tests.core.working_time import CHINA, WEEK, promising

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


def test_putting_that_time_right_after_the_promise_was_kept_makes_no_new_one(
    visit: Machine,
) -> None:
    visit.record("dispatched_at", "now")
    working(visit)
    visit.record("dispatched_at", "2026-11-18 11:00")
    assert of(visit, "contact") == ["started", "kept"]


def test_one_that_ran_out_is_missed_whatever_time_is_recorded_after(visit: Machine) -> None:
    visit.record("dispatched_at", "now")
    visit.passes(5 * 3600).record("dispatched_at", "now")
    assert of(visit, "contact") == ["started", "missed", "started"]
    visit.record("appointment", "+10m")
    visit.passes(600).record("appointment", "+10m")
    assert of(visit, "five_minute_call") == ["started", "missed", "started"]


def test_a_wrong_time_put_right_has_missed_nothing(visit: Machine) -> None:
    visit.record("dispatched_at", "2026-11-17 10:00")
    visit.passes(60).record("dispatched_at", "2026-11-18 10:00")
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
    assert promise(visit, "progress")[:5] == ("running", due + 86_400, due, 86_400, visit.now())


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


def hosted(*, bare: bool, run: bool = True) -> Machine:
    """Return a flow that runs another, which promises two times and can be called off."""
    inner: Plain = {
        "flow": "inner",
        "facts": {},
        "steps": {
            "ask": {"choices": {"wait": {"goto": "aside"}}},
            "aside": {"choices": {"off": {"goto": "end"}, "go_on": {"goto": "ask"}}},
            "end": {"end": "off"} | ({} if bare else {"items": {"seen": {}}}),
        },
        "deadlines": {
            "runs": {"seconds": 60, "from": "wait", "until": "go_on"},
            "stands": {"seconds": 60, "from": "wait", "until": "go_on", "pause": ["aside"]},
        },
    }
    choices: Plain = {"on": {"goto": "b"}}
    if run:
        choices["on"]["when"] = {"result": ["off"]}
    host: Plain = {
        "flow": "main",
        "facts": {},
        "steps": {
            "a": {"choices": choices} | ({"run": "inner"} if run else {}),
            "b": {"choices": {"over": {"goto": "end"}}},
            "end": {"end": "done"},
        },
        "deadlines": {"ours": {"seconds": 60, "from": "on", "until": "over"}},
    }
    return Machine({"main": host, "inner": inner}).begin()


def states(machine: Machine) -> dict[str, str]:
    return {key: one.state for key, one in machine.case.promises.items()}


def test_what_an_inner_flow_still_owes_at_its_end_is_dropped() -> None:
    machine = hosted(bare=True)
    machine.choose("wait")
    assert states(machine) == {"inner.runs": "running", "inner.stands": "paused"}
    machine.choose("off")
    assert states(machine) == {"inner.runs": "dropped", "inner.stands": "dropped"}
    machine.choose("on")
    assert states(machine)["main.ours"] == "running"


def test_it_is_missed_when_it_was_overdue_by_then() -> None:
    machine = hosted(bare=True)
    machine.choose("wait")
    machine.passes(61).choose("off")
    assert states(machine) == {"inner.runs": "missed", "inner.stands": "dropped"}


def test_an_end_with_something_to_do_owes_until_it_is_left() -> None:
    machine = hosted(bare=False)
    machine.choose("wait")
    machine.choose("off")
    assert states(machine)["inner.runs"] == "running"
    machine.do(it.LeaveFlow())
    assert states(machine) == {"inner.runs": "dropped", "inner.stands": "dropped"}


def test_a_flow_left_before_its_end_still_owes() -> None:
    machine = hosted(bare=True, run=False)
    machine.do(it.EnterFlow("inner"))
    machine.choose("wait")
    machine.do(it.LeaveFlow())
    assert states(machine)["inner.runs"] == "running"


def test_a_flow_stepped_back_out_of_still_owes() -> None:
    machine = hosted(bare=True)
    machine.choose("wait")
    machine.back()
    assert states(machine)["inner.runs"] == "running"


def test_every_mark_carries_its_arithmetic(visit: Machine) -> None:
    working(visit).passes(600).choose("needs_part")
    visit.passes(500).choose("arrived")
    for event in visit.events:
        for mark in event.marks:
            assert mark.base + mark.seconds == mark.due


def due(machine: Machine) -> str:
    """Return when the promise is due, in local time."""
    return iso(promise(machine, "reply").due, machine.zone)[:16]


def accepted(moment: str, calendar: str, zone: str = "Asia/Shanghai", **line: object) -> Machine:
    machine = Machine(promising(**line), zone=zone).at_time(moment).begin(calendar)
    assert machine.choose("taken")
    return machine


def test_a_promise_over_working_time_goes_over_the_weekend() -> None:
    machine = accepted("2026-11-27T17:30", WEEK, seconds=3600, work=True)
    assert due(machine) == "2026-11-30T09:30"
    assert promise(machine, "reply").worked == 3600


def test_a_promise_that_runs_day_and_night_does_not() -> None:
    machine = accepted("2026-11-27T17:30", WEEK, seconds=3600)
    assert due(machine) == "2026-11-27T18:30"
    assert promise(machine, "reply").worked == 0


def test_working_days_over_a_chinese_holiday_count_the_make_up_saturday() -> None:
    assert due(accepted("2026-09-30T10:00", CHINA, work=True, days=3)) == "2026-10-10T18:00"
    assert due(accepted("2026-09-30T10:00", WEEK, work=True, days=3)) == "2026-10-05T18:00"


def test_without_a_calendar_working_days_are_days() -> None:
    assert due(accepted("2026-11-27T17:30", "", work=True, days=3)) == "2026-11-30T17:30"


def test_a_pause_gives_back_the_working_time_it_took_and_no_more() -> None:
    machine = accepted("2026-11-27T16:00", WEEK, seconds=4 * 3600, work=True)
    assert due(machine) == "2026-11-30T11:00"
    machine.at_time("2026-11-27T17:00").choose("ask")  # an hour is used, three are left
    machine.at_time("2026-11-30T15:30").choose("answered")
    assert due(machine) == "2026-12-01T09:30"
    machine.at_time("2026-12-01T09:30").choose("done")
    assert of(machine, "reply") == ["started", "paused", "moved", "kept"]


def test_a_pause_outside_working_time_changes_nothing() -> None:
    machine = accepted("2026-11-27T16:00", WEEK, seconds=4 * 3600, work=True)
    machine.at_time("2026-11-27T20:00").choose("ask")
    machine.at_time("2026-11-29T20:00").choose("answered")
    assert due(machine) == "2026-11-30T11:00"


def test_a_pause_does_not_rescue_what_was_overdue() -> None:
    machine = accepted("2026-11-27T16:00", WEEK, seconds=3600, work=True)
    machine.at_time("2026-11-27T17:30").choose("ask")
    machine.at_time("2026-11-30T10:00").choose("answered")
    machine.choose("done")
    assert of(machine, "reply")[-1] == "missed"


def test_the_desk_sets_a_term_of_its_own_and_its_clock() -> None:
    machine = Machine(promising(days=5, work=True), zone="Asia/Shanghai")
    machine.at_time("2026-11-27T17:30").begin(WEEK, reply="2h always")
    machine.choose("taken")
    assert due(machine) == "2026-11-27T19:30"
    other = Machine(promising(days=5, work=True), zone="Asia/Shanghai")
    other.at_time("2026-11-27T17:30").begin(WEEK, reply="1d")
    other.choose("taken")
    assert due(other) == "2026-11-30T18:00"


def test_a_case_keeps_the_calendar_it_was_opened_with() -> None:
    machine = Machine(promising(seconds=3600, work=True), zone="Asia/Shanghai")
    machine.at_time("2026-11-27T17:30").begin(WEEK)
    machine.reboots(0)
    machine.choose("taken")
    assert due(machine) == "2026-11-30T09:30"
    assert machine.read_back() == machine.case


def test_what_is_promised_again_and_again_ends_when_its_reason_does() -> None:
    flow = promising(seconds=1200, every=True, until="news", when={"waits": ["yes"]})
    flow["f"]["facts"] = {"waits": {"type": "yes_no"}}
    flow["f"]["steps"]["handle"]["choices"]["news"] = {"goto": "handle"}
    machine = Machine(flow).begin()
    machine.record("waits", "yes")
    machine.choose("taken")
    machine.passes(600).choose("news")
    assert promise(machine, "reply").state == "running"
    machine.record("waits", "no")
    machine.choose("news")
    assert promise(machine, "reply").state == "kept"
