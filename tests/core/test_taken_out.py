"""Values taken out again, answers that no longer apply, and texts too long or empty."""

from typing import Any

import pytest

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.engine.gates import valid_facts, value_of
from lenovo_desk.core.model import intents as it
from tests.core.machine import Machine

IRRELEVANT: dict[str, Any] = {
    "flow": "irrelevant",
    "rules": 2,
    "facts": {
        "bought": {"type": "choice", "options": ["shop", "web"]},
        "shop_name": {"type": "text", "when": {"bought": ["shop"]}},
        "street": {"type": "text", "when": {"shop_name": {"known": True}}},
        "hen": {"type": "choice", "options": ["a", "b"], "when": {"egg": ["a"]}},
        "egg": {"type": "choice", "options": ["a", "b"], "when": {"hen": ["a"]}},
    },
    "deadlines": {},
    "steps": {
        "ask": {
            "facts": {"bought": {}, "shop_name": {}, "street": {}},
            "choices": {
                "refund": {"goto": "done", "needs": ["shop_name"]},
                "post": {"goto": "done", "needs": ["street"]},
            },
        },
        "done": {"end": "done"},
    },
}


@pytest.fixture
def machine() -> Machine:
    return Machine({"irrelevant": IRRELEVANT}).begin()


def test_an_answer_whose_when_is_false_is_not_recorded_until_it_is_true_again(
    machine: Machine,
) -> None:
    for fact, raw in (("bought", "shop"), ("shop_name", "Chez Léa"), ("street", "Rue 1")):
        assert machine.record(fact, raw)
    machine.record("bought", "web")
    assert machine.reason(it.MakeChoice("refund")) == "needs_fact_when"
    assert machine.reason(it.MakeChoice("post")) != "", "what hangs on it is not recorded either"
    assert list(valid_facts(machine.flows, machine.case)) == ["irrelevant.bought"]
    machine.record("bought", "shop")
    assert value_of(machine.flows["irrelevant"], machine.case, "shop_name") == "Chez Léa"
    assert len(valid_facts(machine.flows, machine.case)) == 3
    assert machine.do(it.MakeChoice("post"))
    assert first_unlawful(machine.flows, machine.events) is None


def test_a_case_of_the_first_rules_keeps_such_an_answer() -> None:
    machine = Machine({"irrelevant": {**IRRELEVANT, "rules": 1}}).begin()
    for fact, raw in (("bought", "shop"), ("shop_name", "\u200b"), ("bought", "web")):
        assert machine.record(fact, raw)
    assert value_of(machine.flows["irrelevant"], machine.case, "shop_name") == "\u200b"
    assert first_unlawful(machine.flows, machine.events) is None


def test_a_circle_of_conditions_ends(machine: Machine) -> None:
    assert value_of(machine.flows["irrelevant"], machine.case, "hen") is None


def test_a_value_is_taken_out_and_typed_again(machine: Machine) -> None:
    assert machine.reason(it.ClearFact("bought")) == "no_change"
    machine.record("bought", "shop")
    machine.record("shop_name", "Chez Léa")
    machine.do(it.ClearFact("shop_name"))
    assert machine.reason(it.MakeChoice("refund")) == "needs_fact"
    assert machine.record("shop_name", "Chez Léo")
    assert first_unlawful(machine.flows, machine.events) is None


@pytest.mark.parametrize("blank", ["", " ", "\u200b", "\u3164", "-", "…", "\U000e0041"])
def test_a_reason_that_says_nothing_is_none(machine: Machine, blank: str) -> None:
    assert machine.reason(it.AbandonCase(blank)) == "empty"
    assert machine.reason(it.HandOver(blank)) == "empty"
    assert machine.reason(it.ParkCase(blank, "+1h")) == "empty"
    if blank not in ("-", "…"):
        assert machine.reason(it.AddNote(blank)) == "empty"
        assert machine.reason(it.WriteReply(blank, "private")) == "empty"


def test_what_is_too_long_is_refused_and_nothing_is_cut(machine: Machine) -> None:
    long = "mot " * 2000
    assert machine.reason(it.AbandonCase(long)) == "too_long"
    assert machine.reason(it.HandOver(long)) == "too_long"
    assert machine.reason(it.ParkCase("x" * 501, "+1h")) == "too_long"
    machine.do(it.DraftField("leave.reason", long))
    assert machine.case.drafts["leave.reason"] == long
    machine.record("bought", "shop")
    machine.record("shop_name", "x")
    machine.do(it.MakeChoice("refund"))
    assert machine.reason(it.CloseCase(long)) == "too_long"
    machine.do(it.CloseCase("x" * 4000))
    assert machine.case.closing_notes == "x" * 4000
