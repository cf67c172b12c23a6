"""Laws of the desk's layout: every step of every shipped flow, at any size."""

import re
from functools import lru_cache
from typing import NamedTuple

from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.engine.session import NoJournal, Session
from lenovo_desk.core.model.case import Frame
from lenovo_desk.core.model.intents import OpenCase, RecordFact
from lenovo_desk.core.step_parts import ChoiceView
from lenovo_desk.core.step_view import StepView
from lenovo_desk.store.cases.pinned_flows import CaseFlows
from lenovo_desk.training.customer.conversation import Utterance
from lenovo_desk.training.customer.customer import Customer
from lenovo_desk.tui.desk.case_panes import LOW, OUTLINE_WIDTH, SIDE_WIDTH, WIDE, WIDER_SIDE, WIDEST
from lenovo_desk.tui.desk.painters.choices import numbered
from lenovo_desk.tui.desk.painters.side_panes import outline, side
from lenovo_desk.tui.desk.painters.status_rows import status_rows
from lenovo_desk.tui.desk.painters.step_column import Column, column
from lenovo_desk.tui.digits import number_key
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.theme import Inks
from lenovo_desk.tui.live_cases import Hand
from lenovo_desk.tui.training.customer_pane import customer_rows
from tests.shipped_content import library
from tests.tui.driver import desk_clock

INK = Inks(**{name: Style() for name in Inks._fields})
STEPS = [
    (card.id, step)
    for card in library().cards()
    for step, spec in library().flow(card.id).steps.items()
    if not spec.run
]
PLACES = st.tuples(
    st.sampled_from(STEPS), st.sampled_from(["public", "private"]), st.sampled_from(["fr", "zh"])
)
SIZES = st.tuples(st.integers(40, 160), st.integers(10, 50))
BIG = st.tuples(st.integers(80, 160), st.integers(24, 50))
LINES = settings(deadline=None, max_examples=150)


class Shown(NamedTuple):
    """A step ready to be drawn."""

    view: StepView
    face: Face


@lru_cache(maxsize=512)
def at_step(place: tuple[tuple[str, str], str, str]) -> Shown:
    """Put a case at a step, told where the customer is answered."""
    (flow, step), channel, language = place
    opening = OpenCase("a-case", flow, "ana", "social", language, "Europe/Paris")
    session = Session(CaseFlows({}, library()), NoJournal(), desk_clock())
    session.do(opening)
    session.do(RecordFact("channel", "1" if channel == "public" else "2"))
    here = session.case.here
    stack = (Frame(here.top.serial, flow, step, "start"),)
    session.case = session.case._replace(trail=(here._replace(stack=stack),))
    now, words = session.now(), library().words(language)
    view = StepView(session.flows, session.case, now, library(), words, language)
    return Shown(view, Face(words, language, "Europe/Paris", INK))


def room(size: tuple[int, int], typing: bool) -> tuple[int, int]:
    """Return the cells and lines of the middle column on a terminal of a size."""
    width, height = size
    across = width - 1
    if width >= WIDEST:
        across -= WIDER_SIDE + 1 + OUTLINE_WIDTH + 1
    elif width >= WIDE:
        across -= SIDE_WIDTH + 1
    return across, height - 4 - (height >= LOW) - 2 * typing


def drawn(shown: Shown, hand: Hand, size: tuple[int, int]) -> Column:
    """Draw the middle column."""
    return column(shown.view, hand, shown.face, size)


def squeezed(text: str) -> str:
    """Return a text without what depends on where its lines break."""
    return "".join(re.sub("[▌▏]", "", text).split())


def cells(strips: list[Strip]) -> set[int]:
    """Return the widths of lines."""
    return {cell_len(strip.text) for strip in strips}


@LINES
@given(PLACES, SIZES, st.booleans(), st.integers(0, 9), st.integers(0, 9))
def test_no_line_is_wider_or_narrower_than_its_pane(
    place: tuple[tuple[str, str], str, str],
    size: tuple[int, int],
    typing: bool,
    cursor: int,
    phrase: int,
) -> None:
    shown = at_step(place)
    width, height = room(size, typing)
    middle = drawn(shown, Hand(cursor, phrase), (width, height))
    assert cells(middle.strips) == {width}
    assert len(middle.strips) <= height
    view, face = shown
    assert cells(status_rows(view, face, size[0])) == {size[0]}
    assert cells(side(view, face, (SIDE_WIDTH, height))) == {SIDE_WIDTH}
    left = outline(view, face, (OUTLINE_WIDTH, height))
    assert cells(left) == {OUTLINE_WIDTH}
    assert len(left) <= height


@LINES
@given(PLACES, SIZES, st.booleans(), st.integers(0, 9))
def test_the_choice_under_the_cursor_is_in_view(
    place: tuple[tuple[str, str], str, str], size: tuple[int, int], typing: bool, cursor: int
) -> None:
    shown = at_step(place)
    if not shown.view.offers:
        return
    number = Hand(cursor).number(shown.view.offers)
    middle = drawn(shown, Hand(cursor), room(size, typing))
    row = next(row for row, offer in middle.offers.items() if offer == number)
    assert number_key(number) in middle.strips[row].text


@LINES
@given(PLACES, SIZES, st.booleans(), st.integers(0, 9))
def test_some_of_the_phrase_is_in_view_at_any_size(
    place: tuple[tuple[str, str], str, str], size: tuple[int, int], typing: bool, phrase: int
) -> None:
    shown = at_step(place)
    middle = drawn(shown, Hand(0, phrase), room(size, typing))
    assert not shown.view.phrases or any(set("▌▏") & {*strip.text} for strip in middle.strips)


@given(st.integers(40, 100))
def test_what_locks_a_choice_is_whole_beside_it_or_below(width: int) -> None:
    locked = "À renseigner d’abord : Rendez-vous."
    offer = ChoiceView("goes", "Un autre technicien ira", 1, locked=locked)
    face = Face(library().words("fr"), "fr", "Europe/Paris", INK)
    rows = numbered([offer], 0, face, width, wrapped=True, now=0.0)
    assert squeezed(offer.locked) in squeezed("".join(strip.text for strip, _ in rows))


@LINES
@given(PLACES, BIG, st.booleans(), st.integers(0, 9))
@example((("escalation", "enter"), "private", "fr"), (100, 24), True, 0)
@example((("social_triage", "no_warranty"), "public", "fr"), (100, 24), True, 0)
def test_the_phrase_and_every_choice_are_in_view_from_80x24_on(
    place: tuple[tuple[str, str], str, str], size: tuple[int, int], typing: bool, phrase: int
) -> None:
    shown = at_step(place)
    middle = drawn(shown, Hand(0, phrase), room(size, typing))
    offers = {offer: middle.strips[row].text for row, offer in reversed([*middle.offers.items()])}
    assert [*sorted(offers)] == [offer.number for offer in shown.view.offers]
    for offer in shown.view.offers:
        assert offer.title in offers[offer.number]
    if not shown.view.phrases:
        return
    said = shown.view.phrases[phrase % len(shown.view.phrases)].text
    panel = [strip.text.strip() for strip in middle.strips if set("▌▏") & {*strip.text}]
    text = squeezed("".join(panel))
    if squeezed(said) not in text:
        end = next(row for row in reversed(panel) if row.endswith("…"))
        before = squeezed("".join(panel[1 : panel.index(end) + 1])).rstrip("…")
        assert squeezed(said).startswith(before), "what is shown is its beginning"
        assert len(before) >= len(squeezed(said)) // 3


def test_what_is_cut_of_his_words_ends_in_one_ellipsis() -> None:
    """The mark of what `t` shows whole is an ellipsis itself: no second one stands before it."""
    heard = (Utterance(0.0, "says", "a" * 80, 1),)
    words = {"mock.more": "… t", "mock.unknown": "", "mock.hung_up": ""}
    face = Face(words, "en", "UTC", INK)
    (row,) = customer_rows(Customer(heard, 2, frozenset(), False), face, (40, 1))
    assert row.text.rstrip().endswith("aa… t")
