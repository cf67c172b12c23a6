"""An answer whose condition is false counts as not recorded, wherever the case is read."""

from pathlib import Path

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.summary import summary
from lenovo_desk.core.walking.moves import parse_move
from lenovo_desk.core.walking.walker import LibraryFlows, Walker
from lenovo_desk.core.wording.books import GAP
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.report.case_record import case_record
from lenovo_desk.report.record_chapters import FactAnswer
from lenovo_desk.store.cases.case_document import case_document
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.training.scoring.call_reading import value_in
from lenovo_desk.tui.desk.qr_payloads import numbers, phrase_payload
from tests.hand_clock import HandClock
from tests.lapsed_answers import library
from tests.memory_journal import MemoryJournal

BEGIN = 1_795_338_000.0
CHAIN = ("reached=yes_now", "customer_name=Chloé", "customer_phone=06 12 34 56 78")


class Walk:
    """A case of one of the flows at work."""

    def __init__(self, flow: str) -> None:
        self.clock, self.journal = HandClock(BEGIN, "boot", 5.0, tick=0.0), MemoryJournal()
        self.session = Session(LibraryFlows(library()), self.journal, self.clock)
        self.session.do(OpenCase("case", flow, "ana", "social", "fr", "Europe/Paris"))
        self.walker = Walker(library(), self.session, self.clock)  # type: ignore[arg-type]

    def take(self, *moves: str) -> "Walk":
        """Make moves, none of which is refused."""
        for move in moves:
            assert not self.walker.take(parse_move(move)), move
        return self

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return self.session.case

    @property
    def view(self) -> StepView:
        """Its step, as a French desk shows it."""
        flows, words = self.session.flows, library().words("fr")
        return StepView(flows, self.case, self.clock.now(), library(), words, "fr")

    def on_forms(self) -> dict[str, str]:
        """Return the answers on its forms by their titles."""
        record = case_record(self.session.flows, self.journal.events, Wording(library(), "fr"))
        return {
            line.title: line.value
            for form in record.forms
            for line in form.lines
            if isinstance(line, FactAnswer)
        }

    def told(self) -> str:
        """Return its summary."""
        return summary(self.session, library(), library().words("fr"), "fr")


def test_the_shop_of_a_machine_bought_on_the_web_is_nowhere() -> None:
    walk = Walk("irrelevant").take("bought=shop", "shop_name=Chez Léa")
    assert walk.view.phrases[0].text == "Acheté : Shop, magasin Chez Léa."
    assert [choice.reasons for choice in walk.view.choices] == [(), ()]
    walk.take("bought=web")
    assert walk.view.phrases[0].text == f"Acheté : Web, magasin {GAP}."
    assert walk.view.phrases[0].missing == ("shop_name",)
    assert walk.walker.take(parse_move("refund"))
    assert "Léa" not in walk.told()
    assert walk.on_forms()["Shop"] == ""
    assert [known.text for known in walk.view.known] == ["Web"]
    walk.take("on")
    document, _ = case_document(walk.session.flows, walk.journal.events)
    assert document["facts"] == {"irrelevant.bought": "web"}


def test_it_comes_back_with_its_condition() -> None:
    walk = Walk("irrelevant").take("bought=shop", "shop_name=Chez Léa", "bought=web", "bought=shop")
    assert walk.view.phrases[0].text == "Acheté : Shop, magasin Chez Léa."
    assert walk.on_forms()["Shop"] == "Chez Léa"
    assert "Léa" in walk.told()
    walk.take("refund")


def test_a_chain_of_conditions_lapses_whole_and_comes_back_whole() -> None:
    walk = Walk("lapsing").take(*CHAIN, "serial_number=PF0ABC12")
    assert [phrase.id for phrase in walk.view.phrases] == ["hello"]
    assert walk.view.customer == "Chloé"
    walk.take("reached=no_more")
    assert [phrase.id for phrase in walk.view.phrases] == ["nobody"]
    assert walk.view.customer == ""
    assert walk.on_forms()["Numéro de série"] == ""
    assert "PF0ABC12" not in walk.told()
    assert walk.walker.take(parse_move("send"))
    flows = walk.session.flows
    assert value_in(flows, walk.case, "customer_phone") is None
    assert not numbers(walk.view, flows, walk.case, library())
    document, secret = case_document(flows, walk.journal.events)
    assert document["facts"] == {"lapsing.reached": "no_more"}
    assert "/facts/customer_name" not in secret
    walk.take("reached=yes_now")
    assert [phrase.id for phrase in walk.view.phrases] == ["hello"]
    assert value_in(flows, walk.case, "customer_phone")
    assert [offered.payload for offered in numbers(walk.view, flows, walk.case, library())] == [
        "tel:+33612345678"
    ]
    walk.take("send")


def test_no_message_goes_to_a_number_that_lapsed() -> None:
    walk = Walk("lapsing").take(*CHAIN, "serial_number=PF0ABC12")
    phrase = walk.view.phrases[0]._replace(via="sms")
    assert phrase_payload(phrase, walk.session.flows, walk.case).kind == "sms"
    walk.take("reached=no_more")
    assert phrase_payload(phrase, walk.session.flows, walk.case).kind == "text"


def test_the_case_that_follows_gets_no_answer_that_lapsed(tmp_path: Path) -> None:
    clock = HandClock(BEGIN, "boot", 5.0, tick=0.0)
    store = CaseStore(tmp_path, clock)
    opening = OpenCase("first", "lapsing", "ana", "social", "fr", "Europe/Paris")
    session = store.open_case(library(), opening)
    walker = Walker(library(), session, clock)  # type: ignore[arg-type]
    for move in (*CHAIN, "reached=no_more"):
        assert not walker.take(parse_move(move))
    store.release(session)
    assert store.known_facts("first") == {"lapsing.reached": "no_more"}
