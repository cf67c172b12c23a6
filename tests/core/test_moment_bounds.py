"""Moments that other facts bound: circles of them end, and what no longer fits does not count."""

import itertools

import pytest

from lenovo_desk.core.engine.gates import value_of
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.model.flow import Plain
from tests.core.machine import Machine


def bounded(**facts: Plain) -> Machine:
    """Return a case of one step whose facts are moments with these bounds."""
    specs = {name: {"type": "datetime", **spec} for name, spec in facts.items()}
    steps = {"s": {"choices": {"on": {"goto": "e", "needs": [*facts]}}}, "e": {"end": "end"}}
    return Machine({"main": {"flow": "main", "rules": 2, "facts": specs, "steps": steps}}).begin()


CIRCLES: list[dict[str, Plain]] = [
    {"a": {"not_before": "a"}},
    {"a": {"not_after": "b"}, "b": {"not_before": "a"}},
    {"a": {"not_before": "b"}, "b": {"not_before": "a"}},
    {"a": {"not_before": "b"}, "b": {"not_before": "c"}, "c": {"not_before": "a"}},
    {"a": {"not_before": "b", "not_after": "c"}, "b": {"not_after": "c"}, "c": {"not_before": "b"}},
    {"a": {"not_before": "b"}, "b": {"when": {"a": {"known": True}}}},
    {"a": {"not_before": "b", "when": {"b": {"known": True}}}, "b": {"not_after": "a"}},
    {"a": {"not_before": "b"}, "b": {"when": {"c": {"known": True}}}, "c": {"not_after": "a"}},
]


@pytest.mark.parametrize("facts", CIRCLES)
def test_a_circle_of_bounds_ends(facts: dict[str, Plain]) -> None:
    for moments in itertools.product(("9h", "10h", "11h"), repeat=len(facts)):
        machine = bounded(**facts)
        for _ in range(2):
            for name, raw in zip(facts, moments, strict=True):
                machine.record(name, raw)
                machine.choose("on")
                machine.do(it.ClearFact(next(iter(facts))))
        machine.reboots()


def value(machine: Machine, fact: str) -> str:
    """Return the time of day of a fact that counts; empty when none does."""
    moment = value_of(machine.flows["main"], machine.case, fact)
    return str(moment)[11:16] if moment else ""


def test_bounds_from_both_sides_are_held_against_each_other() -> None:
    machine = bounded(a={"not_after": "b"}, b={"not_before": "a"})
    assert machine.record("a", "9h")
    assert machine.record("b", "10h")
    assert not machine.record("a", "11h")
    assert not machine.record("b", "8h")
    assert machine.record("b", "12h")
    assert machine.record("a", "11h")
    assert (value(machine, "a"), value(machine, "b")) == ("11:00", "12:00")


def test_a_moment_that_no_longer_fits_counts_again_when_it_does() -> None:
    machine = bounded(a={}, b={"not_before": "a"}, c={"not_before": "b"})
    for name, raw in (("a", "9h"), ("b", "10h"), ("c", "11h")):
        assert machine.record(name, raw)
    assert machine.record("a", "12h")
    assert [value(machine, name) for name in "abc"] == ["12:00", "", "11:00"]
    answer = machine.do(it.MakeChoice("on"))
    assert isinstance(answer, Refusal)
    assert [reason.id for reason in answer.reasons] == ["b"]
    assert machine.record("a", "10h")
    assert value(machine, "b") == "10:00"
    assert machine.choose("on")
