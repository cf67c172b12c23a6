"""A reference belongs to its own mail, hand-over or entry: a later one needs its own."""

import pytest

from lenovo_desk.content.compile.flow_structure import structure_of
from lenovo_desk.content.yaml.problems import Report
from lenovo_desk.core.model.flow import Plain
from tests.core.machine import Machine
from tests.shipped_content import library


def two_mails() -> Plain:
    """Return the structure of a flow that writes to a team, and once more to another one."""
    return structure_of(
        {
            "flow": "mails",
            "facts": {
                "reference": {"type": "text", "none": True},
                "name": {"type": "text"},
            },
            "steps": {
                "begin": {"choices": {"write": {"goto": "first"}}},
                "first": {
                    "facts": ["name", "reference"],
                    "choices": {
                        "sent": {"goto": "second", "needs": ["name", "reference"]},
                        "waiting": {"goto": "first"},
                    },
                },
                "second": {
                    "facts": ["name", "reference"],
                    "choices": {"sent": {"goto": "over", "needs": ["name", "reference"]}},
                },
                "third": {"facts": ["reference"], "choices": {"seen": {"goto": "over"}}},
                "over": {"end": "done"},
            },
        },
        None,
        Report("mails.yaml"),
    )


@pytest.fixture
def machine() -> Machine:
    machine = Machine({"mails": two_mails()}).begin()
    machine.choose("write")
    return machine


def test_the_reference_of_an_earlier_mail_does_not_meet_the_need_of_the_next(
    machine: Machine,
) -> None:
    machine.record("name", "Léa")
    machine.record("reference", "FR-1")
    machine.choose("sent")
    assert machine.at == "second"
    assert not machine.choose("sent")
    machine.record("reference", "FR-2")
    machine.choose("sent")
    assert machine.at == "over"


def test_a_step_that_is_stayed_at_keeps_its_reference(machine: Machine) -> None:
    machine.record("name", "Léa")
    machine.record("reference", "FR-1")
    machine.choose("waiting")
    machine.choose("sent")
    assert machine.at == "second"


def test_back_and_the_same_way_again_has_the_reference_that_it_had(machine: Machine) -> None:
    machine.record("name", "Léa")
    machine.record("reference", "FR-1")
    machine.choose("sent")
    machine.record("reference", "FR-2")
    machine.back()
    machine.choose("sent")
    machine.choose("sent")
    assert machine.at == "over"


def test_every_shipped_flow_asks_for_each_reference_where_it_is_needed() -> None:
    flows = [library().flow(card.id) for card in library().cards()]
    asked, missing = set(), []
    for flow in flows:
        references = {fact for fact, spec in flow.facts.items() if spec.none}
        for step in flow.steps.values():
            for choice in step.choices:
                there = flow.steps[choice.goto]
                needed = {fact for way in there.choices for fact in way.gate.needs}
                for use in there.facts if there.id != step.id else ():
                    if use.id in references & needed:
                        asked.add(use.id)
                        missing += [] if use.id in choice.again else [(flow.id, choice.id, use.id)]
    assert missing == []
    assert {"mail_reference", "handover_reference", "filed_as"} <= asked
