"""Records of the stored transcripts, whole or up to one of their moves."""

from functools import cache

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.walking.walker import LibraryFlows, Walker
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.report.case_record import CaseRecord, case_record
from lenovo_desk.report.printed_forms import PrintedForm
from tests.memory_journal import MemoryJournal
from tests.shipped_content import library
from tests.walks.stored_walks import clock_of, moves_of, opening


def walked(
    name: str, language: str, stop: str = "", times: int = 1, journal: MemoryJournal | None = None
) -> tuple[Session, Walker]:
    """Return a transcript at work, before the move `stop` at its `times`-th occurrence if given."""
    clock = clock_of(name)
    session = Session(LibraryFlows(library()), journal or MemoryJournal(), clock)
    session.do(opening(name, language))
    walker = Walker(library(), session, clock)
    for move in moves_of(name):
        times -= move.text == stop
        if stop and not times:
            break
        assert not walker.take(move)
    else:
        assert not stop, f"{name} has no {stop}"
    return session, walker


@cache
def told(name: str, language: str, stop: str = "", times: int = 1) -> tuple[CaseRecord, Wording]:
    """Return the record of a transcript, with the words it is in; `stop` as `walked` has it."""
    journal, wording = MemoryJournal(), Wording(library(), language)
    session, _ = walked(name, language, stop, times, journal)
    return case_record(session.flows, journal.events, wording), wording


def form(sheets: tuple[PrintedForm, ...], title: str) -> PrintedForm:
    """Return the form of this title."""
    return next(one for one in sheets if one.title == title)
