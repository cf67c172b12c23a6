"""A record, a trainer and coaching tell when a consent fell and when it was given again."""

import json

import pytest

from lenovo_desk.core.engine.history import history_of
from lenovo_desk.core.model.event_codec import event_from_plain, event_to_plain
from lenovo_desk.core.model.events import Event, ItemTicked
from lenovo_desk.core.model.values import FORGOTTEN
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.report.case_record import case_record
from lenovo_desk.report.record_html import printed_record
from lenovo_desk.report.record_text import record_text
from lenovo_desk.store.cases.case_document import SCHEMA, case_document
from lenovo_desk.training.reports.event_text import EventText
from tests.core.machine import Machine
from tests.shipped_content import library

FLOWS = ("complaint", "crisis", "eight_d")


@pytest.fixture
def agreed() -> Machine:
    """A complaint handed to a colleague who agreed, then to another one who did."""
    machine = Machine({name: library().structure(name) for name in FLOWS}, "complaint").begin()
    machine.record("came_by", "phone")
    machine.choose("accepted")
    for fact, raw in (
        ("complaint_problem", "noise"),
        ("customer_demand", "repair"),
        ("contact_by", "phone"),
    ):
        machine.record(fact, raw)
    machine.tick("recapped")
    machine.choose("recorded")
    machine.choose("no")
    machine.record("handler", "Li Jing")
    machine.tick("handler_agreed")
    assert machine.choose("colleague")
    machine.passes(60).record("handler", "Wang Qiang")
    machine.passes(60).tick("handler_agreed")
    return machine


def consents(machine: Machine, events: list[Event], language: str = "en") -> list[str]:
    """Return what the record says of consents, without the times."""
    text = record_text(
        case_record(machine.flows, events, Wording(library(), language)),
        Wording(library(), language),
    )
    title = Wording(library(), language).word("record.consents")
    section = text.partition(f"## {title}\n")[2].partition("\n\n")[0]
    return [line.partition("  ")[2] for line in section.split("\n") if line]


GIVEN = [
    "The colleague has agreed: Handler: Li Jing",
    "The colleague has agreed: Handler: Wang Qiang",
]


def test_the_record_has_a_line_for_each_consent_and_each_turn(agreed: Machine) -> None:
    assert consents(agreed, agreed.events) == [
        *GIVEN,
        "The colleague has agreed: no longer holds: Handler differs",
        "The colleague has agreed: holds again",
    ]
    page = printed_record(
        case_record(agreed.flows, agreed.events, Wording(library(), "fr")), Wording(library(), "fr")
    )
    assert "vaut de nouveau" in page


def test_a_record_without_such_a_turn_has_the_consent_alone(agreed: Machine) -> None:
    assert consents(agreed, agreed.events[:-2]) == GIVEN[:1]
    ticked = next(event.n for event in agreed.events if isinstance(event.act, ItemTicked))
    assert consents(agreed, agreed.events[: ticked - 1]) == []


def test_a_forgotten_case_tells_the_same_by_its_journal(agreed: Machine) -> None:
    lines = [event_to_plain(event, lambda value: "sealed") for event in agreed.events]
    events = [
        event_from_plain(json.loads(json.dumps(line)), lambda sealed: FORGOTTEN) for line in lines
    ]
    assert "Li Jing" not in json.dumps(lines)
    turns = consents(agreed, agreed.events, "zh")[-2:]
    assert consents(agreed, events, "zh") == ["同事已答应接手：处理人：[forgotten]", *turns]
    history = history_of(agreed.flows, events)
    assert [mark.what for _, mark in history.consents] == ["fell", "stands"]


def test_a_trainer_and_coaching_are_told(agreed: Machine) -> None:
    words = EventText(agreed.flows, Wording(library(), "en"))
    fell, again = agreed.events[-2:]
    assert list(words.fallen(fell, agreed.case)) == [
        "The colleague has agreed: no longer holds: Handler differs"
    ]
    assert list(words.for_coaching(again.act, agreed.case)) == ["[x] The colleague has agreed"]
    assert list(words.for_trainer(again, agreed.case, agreed.case)) == [
        ("[x] The colleague has agreed", False)
    ]
    assert list(words.fallen(again, agreed.case)) == ["The colleague has agreed: holds again"]


def test_the_day_log_lists_the_turns_without_values(agreed: Machine) -> None:
    plain, secret = case_document(agreed.flows, agreed.events)
    turns = [(turn["item"], turn["what"], turn["facts"]) for turn in plain["consents"]]
    assert turns == [
        ("complaint.handler_agreed", "fell", ["complaint.handler"]),
        ("complaint.handler_agreed", "stands", []),
    ]
    assert plain["schema"] == SCHEMA
    assert plain["consents"][0]["at"] < plain["consents"][1]["at"]
    assert secret["/facts/complaint.handler"] == "Wang Qiang"
    text = json.dumps(plain, ensure_ascii=False)
    assert "Wang" not in text
    assert "Li Jing" not in text
