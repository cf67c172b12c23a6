"""Visits worked from their transcripts, with a clock that can be set wrong and a laptop shut."""

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.walking.moves import parse
from lenovo_desk.core.walking.walker import LibraryFlows, Walker
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.report.case_record import CaseRecord, case_record
from tests.walks.test_walks import DESKS, FOLDER, Kept, library, opening

BEGIN = DESKS["field_visit"].begin


class LaptopClock:
    """A wall clock and the time since boot, each moved by hand."""

    def __init__(self, utc: float) -> None:
        self.utc, self.up, self.boot = utc, 500.0, 1

    def now(self) -> Stamp:
        """Return this moment."""
        return Stamp(round(self.utc, 3), f"boot-{self.boot}", round(self.up, 3))

    def forward(self, seconds: float) -> None:
        """Let time pass."""
        self.utc += seconds
        self.up += seconds

    def restart(self) -> None:
        """Restart the machine in no time."""
        self.boot, self.up = self.boot + 1, 10.0


class Visit:
    """A visit at work."""

    def __init__(self, language: str = "zh") -> None:
        self.clock, self.journal = LaptopClock(BEGIN), Kept()
        self.session = Session(LibraryFlows(library()), self.journal, self.clock)
        self.session.do(opening("field_visit/x", language))
        # The walker only ever moves its clock forward, which this one can too.
        self.walker = Walker(library(), self.session, self.clock)  # type: ignore[arg-type]

    def take(self, *moves: str) -> "Visit":
        """Make moves."""
        for move in moves:
            assert not self.walker.take(parse(move)), move
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
