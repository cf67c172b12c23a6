"""Laws 5 and 6 on shipped flows: agents who change values at will, amid real walks."""

import copy
import json
from collections import Counter
from random import Random

import pytest

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.engine.consents import debts
from lenovo_desk.core.model.derivations import DERIVATIONS
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Plain
from tests.core.agreement import agree
from tests.core.checker import DERIVED
from tests.core.final_way import FinalWay
from tests.core.machine import Machine
from tests.core.shipped_agent import Finisher, follows, working_intent
from tests.shipped_content import library
from tests.walks.stored_walks import STORED, straight

pytestmark = pytest.mark.slow

SEEDS, MOVES, TRIES, CHOICES = 96, 50, 12, 90
BINDING = ("field_visit", "depot_repair", "crisis", "complaint", "eight_d", "wireless_complaint")
"""The flows in which something is signed for."""


@pytest.fixture(scope="module")
def shipped() -> dict[str, Plain]:
    return {card.id: library().structure(card.id) for card in library().cards()}


@pytest.fixture(scope="module")
def walks() -> dict[str, list[Event]]:
    random = Random(7)
    picked = [
        name
        for flow in BINDING
        for name in random.sample([one for one in STORED if one.startswith(f"{flow}/")], 6)
    ]
    return {name: straight(name, "fr")[1] for name in picked}


def meddled(
    shipped: dict[str, Plain], walks: dict[str, list[Event]], random: Random, happened: Counter[str]
) -> Machine:
    """Return a machine in the middle of a walk on which an agent has changed values at will."""
    events = walks[random.choice(sorted(walks))]
    machine = follows(shipped, events[: random.randrange(len(events) // 3, len(events) - 1)])
    for _ in range(random.randrange(MOVES)):
        machine.passes(random.choice([5, 60]))
        machine.do(working_intent(random, machine))
        happened["in debt"] += bool(debts(machine.flows, machine.case))
    return machine


@pytest.mark.parametrize("part", range(4))
def test_values_get_round_no_consent_and_an_end_stays_in_reach(
    part: int, shipped: dict[str, Plain], walks: dict[str, list[Event]]
) -> None:
    happened: Counter[str] = Counter()
    flows = {name: library().flow(name) for name in shipped}
    for seed in range(part, SEEDS, 4):
        machine = meddled(shipped, walks, Random(seed), happened)
        agree(machine)
        way = FinalWay(shipped)
        for line in machine.lines:
            way.read(json.loads(line))
        happened["judged"] += way.judged
        assert first_unlawful(flows, machine.events) is None, f"seed {seed}"
        if machine.case.status != "closed":
            assert reaches_an_end(machine, seed), f"seed {seed}: {machine.case.here.stack}"
    assert happened["in debt"] > 10, happened
    assert happened["judged"] > 20, happened


def reaches_an_end(machine: Machine, seed: int) -> bool:
    """Tell whether one of several agents who only look for an end finds one."""
    for number in range(TRIES):
        other = copy.copy(machine)
        other.events, other.lines = list(machine.events), list(machine.lines)
        other.checker = copy.deepcopy(machine.checker)
        if Finisher(Random(seed * TRIES + number), other).finish(CHOICES + 40 * number):
            return True
    return False


def test_the_checker_knows_every_derived_fact_by_itself() -> None:
    assert {*DERIVED, "setting"} == {*DERIVATIONS}


def test_an_agent_who_looks_for_an_end_can_fail() -> None:
    plain: Plain = {
        "flow": "stuck",
        "stages": ["s"],
        "facts": {},
        "steps": {
            "a": {"stage": "s", "choices": {"round": {"goto": "a"}}},
            "b": {"stage": "s", "end": "done"},
        },
    }
    assert not reaches_an_end(Machine({"stuck": plain}).begin(), 1)
