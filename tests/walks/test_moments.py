"""Moments that cannot be, and promises that move: reproductions of findings and their kin."""

import pytest

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.events import FactRecorded
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.walking.moves import parse_move
from lenovo_desk.core.walking.walker import LibraryFlows, Walker
from lenovo_desk.core.wording.consent_words import CaseSentences
from lenovo_desk.core.wording.sentences import sentence
from tests.memory_journal import MemoryJournal
from tests.shipped_content import library
from tests.walks.stored_walks import clock_of, opening


class Desk:
    """A case of a shipped flow, at 9:00 in Shanghai on 22 November 2026."""

    def __init__(self, flow: str) -> None:
        self.journal, self.clock = MemoryJournal(), clock_of(f"{flow}/")
        self.session = Session(LibraryFlows(library()), self.journal, self.clock)
        self.session.do(opening(f"{flow}/", "en"))
        self.walker = Walker(library(), self.session, self.clock)

    def take(self, *moves: str) -> str:
        """Make moves; return the code of the first refusal, or an empty string."""
        for move in moves:
            reasons = self.walker.take(parse_move(move))
            if reasons:
                self.reason: Reason = reasons[0]
                return reasons[0].code
        return ""

    def sentence(self, language: str) -> str:
        """Return the sentence of the first refusal in a language."""
        content, session = library(), self.session
        words = content.words(language)
        wording = CaseSentences(
            session.flows, session.case, words, lambda flow: content.book(flow, language)
        )
        return wording.sentence(self.reason)

    def due(self, promise: str) -> float:
        """Return when a promise is due, in seconds from now."""
        return self.session.case.promises[promise].due - self.clock.now().utc


@pytest.mark.parametrize(
    ("flow", "fact", "code"),
    [
        ("phone_complaint", "submitted_at=2026-12-30 09:00", "moment_ahead"),
        ("phone_complaint", "submitted_at=9:06", "moment_ahead"),
        ("phone_complaint", "submitted_at=9:04", ""),
        ("phone_complaint", "submitted_at=hier 17h", ""),
        ("field_visit", "purchase_date=2099-01-01", "moment_ahead"),
        ("field_visit", "purchase_date=02/03", ""),
        ("wireless_complaint", "taken_at=10:00", "moment_ahead"),
        ("depot_repair", "purchase_date=demain", "moment_ahead"),
    ],
)
def test_what_has_happened_does_not_lie_ahead(flow: str, fact: str, code: str) -> None:
    desk = Desk(flow)
    assert desk.take(fact) == code
    if code:
        book, words = library().book(flow, "en"), library().words("en")
        assert "has not come yet" in sentence(words, book, desk.reason)


AT = ("Calls tried, At: ", "Appels passés, Heure\u00a0: ", "拨打记录（时间）：")
NUMBER = ("Calls tried, Number: ", "Appels passés, Numéro\u00a0: ", "拨打记录（号码）：")


@pytest.mark.parametrize(
    ("flow", "fact", "names"),
    [
        ("phone_complaint", "attempts=9:30 | 13800138000", AT),
        ("phone_complaint", "attempts=8:30 | 12", NUMBER),
        ("field_visit", "attempts=tomorrow 9:30 | 13800138000", AT),
        ("wireless_complaint", "attempts=8:30 | 13800138000; 9:45 | 13800138000", AT),
    ],
)
def test_a_refused_cell_is_named_by_its_fact_and_its_column(
    flow: str, fact: str, names: tuple[str, ...]
) -> None:
    desk = Desk(flow)
    assert desk.take(fact) in ("moment_ahead", "not_phone")
    for language, name in zip(("en", "fr", "zh"), names, strict=True):
        assert desk.sentence(language).startswith(name)


def test_a_start_that_would_move_a_promise_later_takes_a_reason() -> None:
    desk = Desk("phone_complaint")
    assert desk.take("submitted_at=8:00") == ""
    assert desk.take("website") == ""
    assert desk.due("phone_complaint.response") == 23 * 3600
    assert desk.take("submitted_at=9:00") == "needs_why"
    assert desk.due("phone_complaint.response") == 23 * 3600
    assert desk.take("submitted_at=9:00 why:read the wrong line") == ""
    act = desk.journal.events[-1].act
    assert isinstance(act, FactRecorded)
    assert act.why == "read the wrong line"
    assert desk.due("phone_complaint.response") == 24 * 3600
    assert desk.take("submitted_at=7:00 why:not needed") == ""
    act = desk.journal.events[-1].act
    assert isinstance(act, FactRecorded)
    assert act.why == ""
    assert first_unlawful(desk.session.flows, desk.journal.events) is None


def test_a_start_that_is_taken_out_keeps_its_promise() -> None:
    desk = Desk("phone_complaint")
    assert desk.take("submitted_at=8:00", "website", "submitted_at=") == ""
    assert desk.session.case.promises["phone_complaint.response"].state == "running"
    assert desk.due("phone_complaint.response") == 23 * 3600
    assert desk.take("submitted_at=9:00") == "needs_why"
