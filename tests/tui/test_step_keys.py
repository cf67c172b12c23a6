"""Which keys matter at a step: what is left to do there, in the order of the screen."""

from collections.abc import Sequence

import pytest
from rich.cells import cell_len
from rich.style import Style

from lenovo_desk.core.engine.session import NoJournal, Session
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Frame
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.step_view import StepView
from lenovo_desk.store.cases.pinned_flows import CaseFlows
from lenovo_desk.tui.commands import of_scope
from lenovo_desk.tui.desk.step_keys import COPY, FILL, TICK, WAYS, KeyInTurn, likely, matter_now
from lenovo_desk.tui.desk.step_offers import step_offers
from lenovo_desk.tui.kit.hint_row import KeyOffer, keys_row
from lenovo_desk.tui.kit.theme import Inks
from tests.hand_clock import HandClock
from tests.shipped_content import library
from tests.tui.driver import SIZES, desk_clock

INK = Inks(**{name: Style() for name in Inks._fields})
STEPS = [
    (card.id, step)
    for card in library().cards()
    for step, spec in library().flow(card.id).steps.items()
    if not spec.run
]
SETTINGS = (("support_link", "https://support.example.com"), ("agent_initials", "AL"))


class Walked:
    """A case in memory, worked by intents."""

    def __init__(self, flow: str, *choices: str, mode: str = "real") -> None:
        self.clock: HandClock = desk_clock()
        self.session = Session(CaseFlows({}, library()), NoJournal(), self.clock)
        opening = it.OpenCase("a-case", flow, "ana", "social", "fr", "Europe/Paris", SETTINGS)
        self.session.do(opening._replace(mode=mode))
        for choice in choices:
            self.does(it.MakeChoice(choice))

    def does(self, *intents: it.Intent) -> "Walked":
        """Carry out intents that the rules allow."""
        for intent in intents:
            self.clock.forward(1)
            answer = self.session.do(intent)
            assert isinstance(answer, Event), answer
        return self

    def put(self, flow: str, step: str) -> "Walked":
        """Put the case at a step, however one gets there."""
        here = self.session.case.here
        stack = (Frame(here.top.serial, flow, step, "start"),)
        self.session.case = self.session.case._replace(trail=(here._replace(stack=stack),))
        return self

    @property
    def view(self) -> StepView:
        """The step as of now."""
        words = library().words("fr")
        session = self.session
        return StepView(session.flows, session.case, session.now(), library(), words, "fr")

    @property
    def matter(self) -> Sequence[KeyInTurn]:
        """The keys that matter, for the first phrase."""
        return matter_now(self.view, 0)

    def copied(self) -> "Walked":
        """Copy the first phrase of the step."""
        return self.does(self.view.phrases[0].copy_intent())


ORIENTED = ("public_complaint", "computer_problem", "valid_warranty")
DELAYED = ("public_complaint", "computer_problem", "delayed_reply")


def ids(keys: Sequence[KeyInTurn]) -> list[str]:
    return [key.id for key in keys]


def test_a_fact_of_the_step_that_is_open_is_asked_for_by_its_name() -> None:
    assert Walked("social_triage").matter == (KeyInTurn(FILL, "Réseau"),)
    named = Walked("social_triage").does(it.RecordFact("network", "1"))
    assert named.matter == (KeyInTurn(FILL, "Compte du client"),)


def test_a_written_phrase_is_copied_first_and_once() -> None:
    case = Walked("social_triage", *ORIENTED)
    assert ids(case.matter) == [COPY]
    case.copied()
    assert COPY not in ids(case.matter)


def test_a_phrase_in_other_words_is_to_be_copied_again() -> None:
    case = Walked("social_triage", *ORIENTED).copied().does(it.SwitchLanguage("zh"))
    assert ids(case.matter) == [COPY]


def test_an_own_reply_counts_as_said() -> None:
    case = Walked("social_triage", *ORIENTED)
    case.does(it.WriteReply("Bonjour, écrivez au service client.", "public", "", (), ()))
    assert COPY not in ids(case.matter)


def test_a_fact_that_a_way_waits_for_comes_before_the_ways() -> None:
    case = Walked("social_triage", "public_complaint", "web_store").copied()
    assert [way.open for way in case.view.choices].count(False) >= 1
    assert ids(case.matter) == [FILL]
    for fact in [fact.id for fact in case.view.facts]:
        case.does(it.RecordFact(fact, "Écran noir 12345"))
    assert ids(case.matter)[0] in (WAYS, COPY)


def test_a_gap_in_the_phrase_is_filled_before_it_is_copied() -> None:
    case = Walked("social_triage").put("escalation", "ask")
    view = case.view
    gaps = [number for number, phrase in enumerate(view.phrases) if phrase.missing]
    for number in gaps:
        assert matter_now(view, number)[0].id == FILL


def test_every_gap_of_every_step_is_the_first_key() -> None:
    seen = 0
    for flow, step in STEPS:
        view = Walked(flow).put(flow, step).view
        for number, phrase in enumerate(view.phrases):
            if phrase.missing and not phrase.locked:
                assert matter_now(view, number)[0].id == FILL, (flow, step)
                seen += 1
    assert seen > 20


def test_what_is_spoken_is_copied_only_in_a_call_with_a_scripted_customer() -> None:
    spoken = [
        place
        for place in STEPS
        if any(
            phrase.via in ("call", "in_person") and not phrase.missing and not phrase.locked
            for phrase in Walked(place[0]).put(*place).view.phrases[:1]
        )
    ]
    assert len(spoken) > 20
    for flow, step in spoken:
        assert COPY not in ids(Walked(flow).put(flow, step).matter), (flow, step)
    flow, step = spoken[0]
    assert ids(Walked(flow, mode="mock").put(flow, step).matter) == [COPY]


def test_a_tick_and_a_fact_that_ways_wait_for_matter_both() -> None:
    both = []
    for flow, step in STEPS:
        case = Walked(flow).put(flow, step)
        if len(case.matter) == 2:
            both.append(set(ids(case.matter)))
    assert both, "no step waits for a fact and a tick"
    assert all(keys == {FILL, TICK} for keys in both)


def test_the_only_open_way_is_named() -> None:
    named = 0
    for flow, step in STEPS:
        view = Walked(flow).put(flow, step).view
        (first, *_) = matter_now(view, 0) or (KeyInTurn(""),)
        open_ways = [offer for offer in view.offers if offer.open]
        if first.id == WAYS:
            assert first.name == (open_ways[0].title if len(open_ways) == 1 else "")
            named += bool(first.name)
    assert named


def test_while_a_wait_runs_the_ways_are_no_matter_of_now() -> None:
    waits = [
        (flow, step) for flow, step in STEPS if library().flow(flow).steps[step].wait is not None
    ]
    assert waits
    for flow, step in waits:
        assert WAYS not in ids(Walked(flow).put(flow, step).matter)


def test_something_matters_at_every_step_that_does_not_wait() -> None:
    for flow, step in STEPS:
        view = Walked(flow).put(flow, step).view
        assert view.wait or matter_now(view, 0) or not any(way.open for way in view.offers)


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
@pytest.mark.parametrize("width", [40, 60, *(size[0] for size in SIZES)])
def test_no_key_is_cut_and_help_is_at_the_end_at_every_step_and_width(
    language: str, width: int
) -> None:
    words = library().words(language)
    commands = [command for command in of_scope("desk") if command.word and command.when != "never"]
    for flow, step in STEPS:
        view = Walked(flow).put(flow, step).view
        matter = matter_now(view, 0)
        offers = step_offers(view, matter, commands, 1, words, {})
        assert [offer.lit for offer in offers] == [True] * len(matter) + [False] * (
            len(offers) - len(matter)
        )
        row = keys_row(offers, "question_mark,f1", False, words, INK, width)
        assert row.cell_length == width
        text = row.text.rstrip()
        assert text.endswith(("?", f"? {words['commands.help']}"))
        assert sum(_whole(offer, row.text) for offer in offers) >= min(1, len(offers))
        if matter:
            assert _whole(offers[0], row.text), (flow, step, row.text)


def _whole(offer: KeyOffer, row: str) -> bool:
    return any(f" {text} " in row for text in (offer.text, offer.short) if text)


def test_the_likeliest_come_first() -> None:
    written = Walked("social_triage", *ORIENTED).view
    order = likely(written, 1)
    assert order.index("desk.reply") < order.index("desk.note") < order.index("desk.park")
    assert order.index("desk.home") > order.index("desk.note") if "desk.home" in order else True
    assert likely(written, 2).index("desk.home") < likely(written, 2).index("desk.back")


def test_a_long_name_gives_way_to_the_plain_word() -> None:
    words = library().words("fr")
    offer = KeyOffer("space", "cocher « " + "x" * 60 + " »", True, "cocher")
    row = keys_row([offer], "question_mark", False, words, INK, 80).text
    assert "Espace cocher" in row
    assert "x" not in row
    assert cell_len(row) == 80
