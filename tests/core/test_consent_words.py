"""Why a way on is locked by a consent or a decision, in words and with values."""

import pytest

from lenovo_desk.core.engine.step_lines import shown_choices
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.wording.book_plain import book_from_plain
from lenovo_desk.core.wording.books import Book
from lenovo_desk.core.wording.consent_words import CaseSentences
from lenovo_desk.core.wording.sentences import sentence
from tests.core.machine import Machine
from tests.core.small_flows import repair
from tests.shipped_content import library


def sentences(machine: Machine, language: str = "en") -> CaseSentences:
    words = library().words(language)

    def book_of(flow: str) -> Book:
        return book_from_plain({}, language, machine.structures[flow], words)

    return CaseSentences(machine.flows, machine.case, words, book_of)


def owing(signature: bool = False) -> Machine:
    """Return a repair signed for 100 yuan; 900 stands there now."""
    flows = repair()
    if signature:
        form = {"fields": ["fee"], "sign": {"customer": "signed"}}
        flows["repair"]["forms"] = {"sheet": form}
    machine = Machine(flows).begin()
    machine.record("fee", "100")
    machine.tick("signed")
    machine.choose("on")
    machine.record("fee", "900")
    return machine


def lock(machine: Machine, language: str = "en") -> str:
    """Return the first reason why the first choice is locked."""
    _, verdict = shown_choices(machine.flows, machine.case, machine.now())[0]
    return sentences(machine, language).sentence(verdict.reasons[0])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", '"Signed" is to be signed again: Fee was 100 yuan then, now 900 yuan.'),
        (
            "fr",
            "« Signed » : à faire signer de nouveau : Fee (100 yuan → 900 yuan).",
        ),
        ("zh", "“Signed”：需重新签字：当时“Fee”为100 yuan，现为900 yuan。"),
    ],
)
def test_a_signature_says_what_stood_there_and_what_does_now(language: str, text: str) -> None:
    assert lock(owing(signature=True), language).replace("\xa0", " ") == text


def test_what_no_form_calls_a_signature_is_confirmed() -> None:
    assert (
        lock(owing()) == '"Signed" is to be confirmed again: Fee was 100 yuan then, now 900 yuan.'
    )


def test_an_emptied_value_is_told_as_nothing() -> None:
    machine = owing()
    machine.do(it.ClearFact("fee"))
    assert "Fee was 100 yuan then, now nothing" in lock(machine)


def test_rows_are_told_whole() -> None:
    machine = Machine(repair()).begin()
    machine.record("fee", "100")
    machine.record("parts", "board | 80")
    machine.tick("signed")
    machine.tick("parts_signed")
    machine.choose("both")
    machine.record("parts", "board | 80; fan | 5")
    assert "Parts was board | 80 then, now board | 80; fan | 5" in lock(machine)


def test_a_tick_taken_back_is_simply_owed() -> None:
    machine = owing()
    machine.tick("signed")
    machine.tick("repair.signed", on=False)
    assert lock(machine) == '"Signed" is to be confirmed again.'


@pytest.fixture
def agreed() -> Machine:
    """A repair whose plan and formatting were agreed."""
    machine = Machine(repair()).begin()
    machine.choose("declined")
    machine.choose("explain_again")
    machine.record("formatting", "no")
    machine.record("plan", "board")
    machine.choose("agreed")
    return machine


def refused(machine: Machine, fact: str, raw: str, language: str = "en") -> str:
    answer = machine.do(it.RecordFact(fact, raw))
    assert isinstance(answer, Refusal)
    return sentences(machine, language).sentence(answer.reasons[0])


def test_a_decision_says_what_and_how_it_is_decided_anew(agreed: Machine) -> None:
    text = '"Plan" is decided (Board). To decide anew: Plan anew.'
    assert refused(agreed, "plan", "disk") == text
    agreed.choose("on")
    text = '"Plan" is decided (Board). To decide anew: step back.'
    assert refused(agreed, "plan", "disk") == text
    assert "返回上一步" in refused(agreed, "plan", "disk", "zh")
    assert "revenir en arrière" in refused(agreed, "plan", "disk", "fr")


def test_a_decided_value_that_differs_is_told_with_both_values(agreed: Machine) -> None:
    agreed.choose("explain_again")
    agreed.record("plan", "disk")
    agreed.back()
    [reason] = [
        reason
        for choice, verdict in shown_choices(agreed.flows, agreed.case, agreed.now())
        if choice.id == "on"
        for reason in verdict.reasons
    ]
    text = sentences(agreed).sentence(reason)
    assert text == (
        '"Plan" is decided as Board, but now Disk. Record Board again; to decide anew: Plan anew.'
    )
    for language in ("fr", "zh"):
        assert sentences(agreed, language).sentence(reason).count("Board") == 2


def test_a_flow_inside_tells_of_the_decision_of_its_host(agreed: Machine) -> None:
    agreed.do(it.EnterFlow("complaint"))
    text = '"Formatting" is decided (No). To decide anew: step back.'
    assert refused(agreed, "formatting", "yes") == text


def test_without_the_case_a_reason_names_no_value() -> None:
    words = library().words("en")
    book = book_from_plain({}, "en", repair()["repair"], words)
    other = Reason("signed_otherwise", "signed", detail="repair.fee, repair.late")
    assert sentence(words, book, other) == '"Signed" is to be given again: Fee, Late differs.'
    undone = Reason("signed_otherwise", "signed")
    assert sentence(words, book, undone) == '"Signed" is to be confirmed again.'
    assert sentence(words, book, Reason("decided", "plan")) == '"Plan" is decided and holds.'


def test_the_journal_is_told_without_values() -> None:
    machine = owing()
    [mark] = machine.events[-1].consents
    assert sentences(machine).mark(mark) == ("Signed", "no longer holds: Fee differs")
    machine.tick("signed")
    [mark] = machine.events[-1].consents
    assert sentences(machine).mark(mark) == ("Signed", "holds again")
