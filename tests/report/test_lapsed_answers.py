"""An answer whose condition is false counts as not recorded, wherever the case is read."""

from pathlib import Path

from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.walking.moves import parse_move
from lenovo_desk.core.walking.walker import Walker
from lenovo_desk.core.wording.books import GAP
from lenovo_desk.store.cases.case_document import case_document
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.training.scoring.call_reading import value_in
from lenovo_desk.tui.desk.qr.qr_payloads import numbers, phrase_payload
from tests.hand_clock import HandClock
from tests.lapsed_answers import library
from tests.report.lapsed_walk import BEGIN, Walk

CHAIN = ("reached=yes_now", "customer_name=Chloé", "customer_phone=06 12 34 56 78")


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
