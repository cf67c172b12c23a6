"""A reference that does not exist: `0` records it, and it stands as none, never as a text."""

import pytest

from lenovo_desk.content.folders import shipped
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.core.engine.step_lines import shown_choices
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.country import Place
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.model.values import NONE, as_typed
from lenovo_desk.core.wording.book_plain import book_from_plain
from lenovo_desk.core.wording.books import Phrase, fill_phrase, value_text
from tests.core.machine import Machine

MAIL: Plain = {
    "flow": "mail",
    "facts": {
        "reference": {"type": "text", "personal": True, "none": True},
        "ticket": {"type": "serial", "none": True},
        "name": {"type": "text", "personal": True},
    },
    "steps": {
        "write": {
            "facts": {"reference": {}, "ticket": {}, "name": {}},
            "choices": {"sent": {"goto": "over", "needs": ["reference"]}},
        },
        "over": {"end": "done"},
    },
}


@pytest.fixture
def machine() -> Machine:
    return Machine({"mail": MAIL}).begin()


@pytest.mark.parametrize("typed", ["0", " ０ ", "none", "None", "aucune", "AUCUN", "无", "没有"])
def test_none_is_typed_as_a_digit_or_as_a_word(machine: Machine, typed: str) -> None:
    machine.record("reference", typed)
    machine.record("ticket", typed)
    assert machine.case.ledger["mail.reference"][-1].value == NONE
    assert machine.case.ledger["mail.ticket"][-1].value == NONE


@pytest.mark.parametrize("typed", ["01", "mail 0", "none of it", "no", "-0"])
def test_what_only_looks_like_none_is_a_text(machine: Machine, typed: str) -> None:
    machine.record("reference", typed)
    assert machine.case.ledger["mail.reference"][-1].value == typed


def test_other_facts_take_the_same_digit_as_a_text(machine: Machine) -> None:
    machine.record("name", "0")
    assert machine.case.ledger["mail.name"][-1].value == "0"


def test_none_meets_a_need_and_names_nobody(machine: Machine) -> None:
    [(_, verdict)] = shown_choices(machine.flows, machine.case, machine.now())
    assert verdict.reasons
    event = machine.do(it.RecordFact("reference", "0"))
    assert isinstance(event, Event)
    assert event.act == ev.FactRecorded("mail.reference", NONE, personal=False)
    [(_, verdict)] = shown_choices(machine.flows, machine.case, machine.now())
    assert not verdict.reasons
    event = machine.do(it.RecordFact("reference", "mail of 12:04"))
    assert isinstance(event, Event)
    assert isinstance(event.act, ev.FactRecorded)
    assert event.act.personal
    assert machine.read_back() == machine.case


def test_a_public_reply_may_use_the_word(machine: Machine) -> None:
    machine.record("reference", "0")
    assert isinstance(machine.do(it.WriteReply("None of our shops has it.", "public")), Event)


@pytest.mark.parametrize(("language", "word"), [("en", "None"), ("fr", "Aucune"), ("zh", "无")])
def test_none_is_shown_as_a_word_and_fills_no_blank(
    machine: Machine, language: str, word: str
) -> None:
    book = book_from_plain({}, language, MAIL, ContentLibrary([shipped()]).words(language))
    machine.record("reference", "0")
    flow = machine.flows["mail"]
    assert value_text(book, flow.facts["reference"], NONE, Place("UTC")) == word
    assert value_text(book, flow.facts["name"], NONE, Place("UTC")) == NONE, (
        "a name that is this word"
    )
    filled = fill_phrase(Phrase("p", "Mail: {reference}", "standard"), book, flow, machine.case)
    assert filled.missing == ("reference",)


def test_none_is_read_from_what_it_is_shown_as(machine: Machine) -> None:
    machine.record("reference", as_typed(NONE))
    assert machine.case.ledger["mail.reference"][-1].value == NONE
