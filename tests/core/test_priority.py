"""What a flow marks as danger, urgent or first, and the order that it gives the board."""

import pytest

from lenovo_desk.core.engine.priority import priority_of
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.ports import CaseSummary, DueTime
from lenovo_desk.core.promise_board import board_entries, by_urgency
from tests.core.machine import Machine

NOW = 1_000_000.0
INNER: Plain = {
    "flow": "inner",
    "facts": {"smoke": {"type": "yes_no"}},
    "priority": {"danger": {"smoke": ["yes"]}},
    "steps": {
        "ask": {"facts": {"smoke": {}}, "choices": {"on": {"goto": "over"}}},
        "over": {"end": "done"},
    },
}
OUTER: Plain = {
    "flow": "outer",
    "facts": {
        "kind": {"type": "choice", "options": ["press", "defect", "question"]},
        "said": {"type": "choice", "options": ["loud", "calm"]},
    },
    "priority": {
        "first": {"kind": ["defect"]},
        "urgent": {"kind": ["press", "defect"], "said": ["loud"]},
    },
    "steps": {
        "ask": {"facts": {"kind": {}, "said": {}}, "choices": {"on": {"goto": "over"}}},
        "over": {"end": "done"},
    },
}


def rank(machine: Machine) -> str:
    return priority_of(machine.flows, machine.case)


def test_the_highest_rank_that_holds_counts_and_goes_when_the_facts_change() -> None:
    machine = Machine({"outer": OUTER, "inner": INNER}).begin()
    assert rank(machine) == ""
    machine.record("kind", "defect")
    assert rank(machine) == "first"
    machine.record("said", "loud")
    assert rank(machine) == "urgent"
    machine.record("said", "calm")
    assert rank(machine) == "first"
    machine.do(it.EnterFlow("inner"))
    machine.record("smoke", "yes")
    assert rank(machine) == "danger"
    machine.do(it.LeaveFlow())
    assert rank(machine) == "danger"
    machine.record("kind", "question")
    machine.do(it.EnterFlow("inner"))
    machine.do(it.ClearFact("smoke"))
    assert rank(machine) == ""


def case(name: str, priority: str, *due: float, state: str = "running") -> CaseSummary:
    dues = tuple(DueTime("f.d", state, at) for at in due)
    return CaseSummary(
        name, "f", "", "", "ana", "fr", "open", 0.0, 0.0, min(due, default=0.0), "f.d", "", "UTC",
        dues=dues, priority=priority,
    )  # fmt: skip


CASES = (
    case("question, late", "", NOW - 100),
    case("smoke, to come", "danger", NOW + 9000),
    case("press, late", "urgent", NOW - 5),
    case("defect, to come", "first", NOW + 50),
    case("question, to come", "", NOW + 10),
    case("defect, late", "first", NOW - 200),
    case("smoke, nothing due", "danger"),
    case("press, stands still", "urgent", NOW - 900, state="paused"),
    case("question, nothing due", ""),
)
ORDER = [
    "smoke, to come",
    "smoke, nothing due",
    "press, late",
    "press, stands still",
    "defect, late",
    "question, late",
    "defect, to come",
    "question, to come",
    "question, nothing due",
]


def test_danger_comes_first_then_urgent_then_overdue_then_first() -> None:
    assert [entry.case.id for entry in board_entries(CASES, NOW)] == ORDER


def test_home_lists_the_cases_in_the_same_order() -> None:
    by_due = sorted(CASES, key=lambda one: one.due or float("inf"))
    assert [one.id for one in by_urgency(by_due, NOW)] == [
        "smoke, to come",
        "smoke, nothing due",
        "press, stands still",
        "press, late",
        "defect, late",
        "question, late",
        "defect, to come",
        "question, to come",
        "question, nothing due",
    ]


@pytest.mark.parametrize("now", [0.0, NOW, 4e9])
def test_an_empty_board_has_no_lines(now: float) -> None:
    assert board_entries((), now) == ()
    assert by_urgency((), now) == ()
