"""A case of one of the small flows for answers that do not count, from its first move."""

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.summary import summary
from lenovo_desk.core.walking.moves import parse_move
from lenovo_desk.core.walking.walker import LibraryFlows, Walker
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.report.case_record import case_record
from lenovo_desk.report.record_chapters import FactAnswer
from tests.hand_clock import HandClock
from tests.lapsed_answers import library
from tests.memory_journal import MemoryJournal

BEGIN = 1_795_338_000.0


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
