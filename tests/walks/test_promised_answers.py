"""An answer that a phrase promises is owed: the board keeps it until it is given."""

import pytest

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.walking.moves import parse_move
from lenovo_desk.core.walking.walker import LibraryFlows, WalkClock, Walker
from tests.memory_journal import MemoryJournal
from tests.shipped_content import library
from tests.walks.stored_walks import DESKS, names_of, opening, straight, text_of

pytestmark = pytest.mark.slow


class Desk:
    """A case at work, and what its journal says became of its promises."""

    def __init__(self, flow: str) -> None:
        self._journal, clock = MemoryJournal(), WalkClock(DESKS[flow].begin)
        self._session = Session(LibraryFlows(library()), self._journal, clock)
        self._session.do(opening(f"{flow}/x", "fr"))
        self._walker = Walker(library(), self._session, clock)

    def do(self, *moves: str) -> "Desk":
        for move in moves:
            assert not self._walker.take(parse_move(move)), move
        return self

    def owed(self) -> set[str]:
        """Return the promises whose clock runs."""
        running = self._session.case.promises.items()
        return {key for key, promise in running if promise.state == "running"}

    def fate(self, promise: str) -> list[str]:
        """Return what became of a promise, in order."""
        marks = [mark for event in self._journal.events for mark in event.marks]
        return [mark.what for mark in marks if mark.deadline == promise]


ASKED = {
    "2.1": ("public_query", "technical", "mail_reference=0", "handed_over"),
    "2.2": ("public_query", "availability", "mail_reference=PR-1", "sent"),
    "2.3.1.2": ("public_query", "information", "not_on_website", "mail_reference=0", "sent"),
    "3.1.1": ("public_negative", "may_help", "none_fits", "mail_reference=FR-1", "sent"),
    "1.6.1.1, surcharged": (
        "public_complaint",
        "hard_to_reach",
        "too_expensive",
        "surcharged",
        "mail_reference=FR-1",
        "sent",
    ),
}


@pytest.mark.parametrize("node", ASKED)
def test_the_triage_owes_the_answer_that_it_promised(node: str) -> None:
    desk = Desk("social_triage").do(*ASKED[node], "waiting", "wait:2d", "resume")
    assert desk.owed() == {"social_triage.answer"}
    desk.do("given", "=answered")
    assert desk.fate("social_triage.answer")[-1] == "kept"


def test_an_answer_that_is_late_is_missed_even_when_it_is_given() -> None:
    desk = Desk("social_triage").do(*ASKED["2.1"], "waiting", "wait:20d", "resume")
    desk.do("given", "=answered")
    assert "missed" in desk.fate("social_triage.answer")


@pytest.mark.parametrize(
    "moves",
    [
        ("approver=Paul", "approval_reference=FR-9", "approved", "shared", "=shared"),
        ("refused", "told", "=not_approved"),
    ],
)
def test_who_consented_is_told_what_became_of_it(moves: tuple[str, ...]) -> None:
    desk = Desk("social_triage").do("private_positive", "media", "consent_proof=MP du 12")
    desk.do("agreed", "mail_reference=0", "requested", "resume")
    assert desk.owed() == {"social_triage.consent"}
    desk.do(*moves)
    assert desk.fate("social_triage.consent")[-1] == "kept"


CONTACTS = ("complaint.superior", "phone_complaint.superior", "crisis.legal")


@pytest.mark.parametrize("promise", CONTACTS)
def test_whoever_was_said_to_make_contact_owes_it(promise: str) -> None:
    flow = promise.split(".")[0]
    fates = [fate for name in names_of(flow) if (fate := _fate(name, promise))]
    assert fates
    for fate in fates:
        assert fate[0] == "started"
        assert fate[-1] == "kept", fate


def _fate(name: str, promise: str) -> list[str]:
    """Return what becomes of a promise in a transcript, in order; nothing when it is not made."""
    if "made" not in text_of(name).split("\n"):
        return []
    marks = [mark for event in straight(name, "zh")[1] for mark in event.marks]
    return [mark.what for mark in marks if mark.deadline == promise]
