"""Visits worked from their transcripts, with a clock that can be set wrong and a laptop shut."""

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.walking.moves import parse_move
from lenovo_desk.core.walking.walker import LibraryFlows, Walker
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.report.case_record import CaseRecord, case_record
from tests.hand_clock import HandClock
from tests.memory_journal import MemoryJournal
from tests.shipped_content import library
from tests.walks.stored_walks import DESKS, FOLDER, opening

BEGIN = DESKS["field_visit"].begin


class Visit:
    """A visit at work."""

    def __init__(self, language: str = "zh") -> None:
        self.clock, self.journal = HandClock(BEGIN, "boot-1", 500.0, tick=0.0), MemoryJournal()
        self.session = Session(LibraryFlows(library()), self.journal, self.clock)
        self.session.do(opening("field_visit/x", language))
        # The walker only ever moves its clock forward, which this one can too.
        self.walker = Walker(library(), self.session, self.clock)  # type: ignore[arg-type]

    def take(self, *moves: str) -> "Visit":
        """Make moves."""
        for move in moves:
            assert not self.walker.take(parse_move(move)), move
        return self

    def through(self, name: str, until: str = "") -> "Visit":
        """Make the moves of a transcript, up to one of its lines."""
        lines = (FOLDER / "field_visit" / f"{name}.walk").read_text("utf-8").splitlines()
        moves = [line for line in lines if line and not line.startswith("#")]
        return self.take(*(moves[: moves.index(until) + 1] if until else moves))

    def told(self, language: str) -> tuple[CaseRecord, Wording]:
        """Return the record in a language."""
        wording = Wording(library(), language)
        return case_record(self.session.flows, self.journal.events, wording), wording
