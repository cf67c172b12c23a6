"""A moment that another has made impossible counts as not recorded, until it is possible again.

It stays in the journal, and the whole record tells it as one that was recorded.
"""

import pytest

from lenovo_desk.core.engine.gates import value_of
from lenovo_desk.core.walking.moves import parse_move
from lenovo_desk.core.wording.books import GAP
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.report.case_record import case_record
from lenovo_desk.report.record_html import printed_record
from lenovo_desk.report.record_text import record_text
from lenovo_desk.store.cases.case_document import case_document
from tests.lapsed_answers import library
from tests.report.lapsed_walk import Walk

VISIT = ("arrived=2026-11-22 09:00", "left=2026-11-22 09:30", "closed_by=2026-11-22 09:20")
EARLY, LATE = "arrived=2026-11-22 09:10", "arrived=2026-11-22 09:45"


def visit() -> Walk:
    """Return a visit from 9:00 to 9:30 whose times fit."""
    return Walk("bounded").take(*VISIT)


def now(walk: Walk, fact: str) -> object:
    """Return the value of a fact that counts."""
    return value_of(walk.session.flows["bounded"], walk.case, fact)


def forms_of(walk: Walk) -> tuple[str, str]:
    """Return the form of a case as text and as a page: what comes before the whole record."""
    wording = Wording(library(), "fr")
    record = case_record(walk.session.flows, walk.journal.events, wording)
    alone = record._replace(chapters=(), consents=(), promises=())
    return record_text(alone, wording), printed_record(alone, wording)


def test_it_meets_no_need_and_fills_no_blank() -> None:
    walk = visit().take("+signed")
    assert [choice.reasons for choice in walk.view.choices] == [(), (), ()]
    walk.take(LATE)
    assert [[one.id for one in choice.reasons] for choice in walk.view.choices] == [
        [],
        ["left"],
        ["left"],
    ]
    assert (walk.view.phrases[0].text, walk.view.phrases[0].missing) == (
        f"Parti à {GAP}.",
        ("left",),
    )
    for move in ("send", "waited", "copy:times"):
        assert walk.walker.take(parse_move(move)), move
    walk.take(EARLY, "copy:times", "send")


def test_an_item_that_needs_it_is_locked() -> None:
    walk = visit().take(LATE)
    assert walk.walker.take(parse_move("+signed"))
    walk.take(EARLY, "+signed")


def test_it_is_on_no_form_and_in_no_summary_and_comes_back() -> None:
    walk = visit()
    text, page = forms_of(walk)
    assert "09:30" in text
    assert "09:30" in page
    walk.take(LATE)
    text, page = forms_of(walk)
    assert "09:30" not in text
    assert "09:30" not in page
    assert walk.on_forms() == {"Arrivée": "22/11/2026 09:45", "Départ": "", "Un quart d’heure": ""}
    assert "Départ" not in walk.told()
    assert [known.title for known in walk.view.known] == ["Arrivée", "Fermé avant"]
    walk.take(EARLY)
    text, page = forms_of(walk)
    assert "09:30" in text
    assert "09:30" in page
    assert "Départ" in walk.told()


@pytest.mark.parametrize(("move", "kept"), [(LATE, False), (EARLY, True)])
def test_it_is_in_no_export_of_a_closed_case(move: str, kept: bool) -> None:
    walk = visit().take(move, "on", "=done")
    document, _ = case_document(walk.session.flows, walk.journal.events)
    assert ("bounded.left" in document["facts"]) is kept
    assert ("bounded.minutes" in document["facts"]) is kept
    assert (now(walk, "left") is not None) is kept


def test_what_an_unfit_moment_bounds_is_held_to_it_no_more() -> None:
    walk = visit()
    assert walk.walker.take(parse_move("closed_by=2026-11-22 09:40"))
    walk.take(LATE, "closed_by=2026-11-22 09:40")
    walk.take(EARLY)
    assert now(walk, "closed_by") is None
    walk.take("left=2026-11-22 09:50 why:corrected")
    assert now(walk, "closed_by")


def test_a_bound_that_is_taken_out_bounds_nothing() -> None:
    walk = visit().take(LATE, "arrived=")
    assert now(walk, "left")


def test_a_promise_that_has_begun_stays_on_the_board() -> None:
    """What was promised is owed whatever becomes of the time that it was counted from."""
    walk = visit()
    due = walk.case.promises["bounded.report"].due
    walk.take(LATE)
    promise = walk.case.promises["bounded.report"]
    assert (promise.state, promise.due) == ("running", due)
    walk.take("on")
    assert walk.case.promises["bounded.report"].state == "kept"
