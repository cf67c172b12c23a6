"""Law 6 against random agents: a consent holds for what was consented to, a decision holds fast."""

import json
from collections import Counter
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.model.flow import Plain
from tests.core.agreement import agree
from tests.core.chance import bound_flows, worked
from tests.core.checker import Gap
from tests.core.event_lists import gap_in, lawful, numbered, plains
from tests.core.final_way import FinalWay
from tests.core.machine import Machine
from tests.core.small_flows import counter, repair

pytestmark = pytest.mark.slow

FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
SWEEP, MOVES = 400, 60


def bound(random: Random) -> Machine:
    """Return a machine on which a random agent has changed what was consented to."""
    return worked(random, bound_flows(random), MOVES)


def judged(machine: Machine) -> int:
    """Let the second oracle read a case; return how much it had to judge."""
    way = FinalWay(json.loads(json.dumps(machine.structures)))
    for line in plains(machine):
        way.read(line)
    return way.judged


@given(st.randoms(use_true_random=False))
@FEW
def test_no_value_gets_round_a_consent_by_two_readings(random: Random) -> None:
    machine = bound(random)
    agree(machine)
    judged(machine)
    assert first_unlawful(machine.flows, machine.events) is None


@pytest.mark.parametrize("part", range(4))
def test_no_value_gets_round_a_consent_in_many_more_walks(part: int) -> None:
    happened: Counter[str] = Counter()
    for seed in range(part, SWEEP, 4):
        try:
            machine = bound(Random(seed))
            agree(machine)
            happened["judged"] += judged(machine)
        except Exception as error:
            raise AssertionError(f"seed {seed}: {error!r}") from error
        for event in machine.events:
            happened.update(mark.what for mark in event.consents)
            match event.act:
                case ev.ItemTicked(item) if "." in item:
                    happened["again"] += 1
                case ev.GateTried():
                    happened.update({reason.code for reason in event.act.reasons})
                case ev.CaseClosed(completed=True):
                    happened["closed"] += 1
    least = {"fell": 100, "stands": 80, "again": 10, "signed_otherwise": 50, "decided": 1}
    least |= {"judged": 150}
    assert {name: happened[name] for name, few in least.items() if happened[name] < few} == {}


def at_the_counter(random: Random, machine: Machine) -> it.Intent:
    """Return a move at a counter whose sheet is signed as free or as paid."""
    if machine.case.status == "parked":
        return it.ResumeCase()
    moves: list[it.Intent] = [
        *(it.RecordFact("paid", value) for value in ("yes", "no")),
        *(it.RecordFact("asked", f"2026-11-20 {hour}:00") for hour in (9, 11)),
        it.RecordFact("limit", "2026-11-20 10:00"),
        *(it.TickItem(item) for item in ("signed", "signed", "bill", "agreed", "agreed")),
        *(it.TickItem(item, on=False) for item in ("signed", "bill")),
        *(it.MakeChoice(way) for way in ("free", "paid", "voucher", "ready", "on", "wait", "back")),
        it.StepBack(),
        it.ParkCase("later", "+1h"),
    ]
    return random.choice(moves)


def test_no_value_is_signed_for_again_that_would_not_have_led_there() -> None:
    happened: Counter[str] = Counter()
    for seed in range(200):
        random, machine = Random(seed), Machine(counter()).begin()
        for _ in range(80):
            answer = machine.do(at_the_counter(random, machine))
            if isinstance(answer, Refusal):
                happened.update({reason.code for reason in answer.reasons})
        agree(machine)
        happened["judged"] += judged(machine)
        assert first_unlawful(machine.flows, machine.events) is None, f"seed {seed}"
    assert happened["unfit"] > 20, happened
    assert happened["judged"] > 50, happened


_OTHER = {"a": "b", "b": "a", "c": "a", "x": "y", "y": "x", "yes": "no", "no": "yes"}
"""Another value of the same fact, by the value."""


def meddled(lines: list[Plain]) -> list[tuple[str, list[Plain]]]:
    """Return what one change of a case's lines makes of it, with what was changed."""
    changed = []
    for n, line in enumerate(lines):
        rest = lines[:n], lines[n + 1 :]
        if line["event"] == "ItemTicked":
            changed.append(("tick", [*rest[0], *({**one, "n": one["n"] - 1} for one in rest[1])]))
        if line.get("consents"):
            bare = {name: value for name, value in line.items() if name != "consents"}
            changed.append(("consents", [*rest[0], bare, *rest[1]]))
            item, what, _ = line["consents"][0]
            other = [[item, "stands" if what == "fell" else "fell", []]]
            changed.append(("turned", [*rest[0], {**line, "consents": other}, *rest[1]]))
        if line["event"] == "FactRecorded" and str(line["value"]) in _OTHER:
            value = _OTHER[line["value"]]
            changed.append(("value", [*rest[0], {**line, "value": value}, *rest[1]]))
    return changed


def test_a_case_that_was_meddled_with_is_caught() -> None:
    caught: Counter[str] = Counter()
    for seed in range(60):
        machine = bound(Random(seed))
        lines = plains(machine)
        assert lawful(machine.structures, lines)
        for what, changed in meddled(lines):
            caught[what] += not lawful(machine.structures, changed)
            if what in ("consents", "turned"):
                assert not lawful(machine.structures, changed), f"seed {seed}"
    assert min(caught[what] for what in ("tick", "consents", "turned", "value")) > 10, caught


def test_the_audit_catches_what_the_checker_does() -> None:
    found = 0
    for seed in range(40):
        machine = bound(Random(seed))
        events = machine.events
        for n, event in enumerate(events):
            variants = [[*events[:n], event._replace(consents=()), *events[n + 1 :]]]
            if isinstance(event.act, ev.ItemTicked):
                variants.append(numbered(events[:n] + events[n + 1 :]))
            for variant in variants:
                if variant != events and gap_in(machine.structures, variant):
                    found += 1
                    assert first_unlawful(machine.flows, variant) is not None, f"seed {seed}"
    assert found > 100


class TestTheSecondOracle:
    """It must be able to say no, and to say it by itself."""

    def walked(self, *, changed: bool) -> tuple[list[Plain], dict[str, Plain]]:
        """Return the lines of a repair, its fee `changed` behind the signature or not."""
        machine = Machine(repair()).begin()
        machine.record("fee", "100")
        machine.tick("signed")
        machine.choose("on")
        machine.choose("agreed")
        machine.choose("on")
        lines = plains(machine)
        if changed:
            typed = next(line for line in lines if line["event"] == "FactRecorded")
            later = {**typed, "value": "900", "n": 5}
            lines = [*lines[:4], later, *({**one, "n": one["n"] + 1} for one in lines[4:])]
        return lines, machine.structures

    def judge(self, lines: list[Plain], structures: dict[str, Plain], blind: bool) -> None:
        way = FinalWay(structures)
        if blind:
            way.checker.owed = list  # type: ignore[method-assign]
            way.checker.turns = lambda before, after: []  # type: ignore[method-assign]
        for line in lines:
            way.read(line)

    def test_it_reads_an_honest_case(self) -> None:
        self.judge(*self.walked(changed=False), blind=False)

    def test_it_sees_a_consent_given_to_another_value(self) -> None:
        with pytest.raises(Gap, match=r"signed consents to repair\.fee '100', now '900'"):
            self.judge(*self.walked(changed=True), blind=True)

    def test_it_sees_a_decision_changed_behind_its_choice(self) -> None:
        lines, structures = self.walked(changed=False)
        opened = lines[1]
        plan = {**opened, "fact": "repair.plan", "value": "disk", "n": 6}
        lines = [*lines[:5], plan, *({**one, "n": one["n"] + 1} for one in lines[5:])]
        way = FinalWay(structures)
        way.checker.decided = lambda key, value: False  # type: ignore[method-assign]
        for line in lines[:-1]:
            way.read(line)
        with pytest.raises(Gap, match=r"explain: decided to repair\.plan None, now 'disk'"):
            way.read(lines[-1])
