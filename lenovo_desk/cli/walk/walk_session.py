"""A walk through a case without a screen or a journal, and what each step showed."""

from lenovo_desk.core.engine.session import NoJournal, Session
from lenovo_desk.core.model.case import Case, at_end
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.ports import Library
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.walking.moves import WalkMove
from lenovo_desk.core.walking.walker import LibraryFlows, StoppedMove, WalkClock, Walker


class Stay(NamedTuple):
    """A step as it was when the walk left it, and the moves made there."""

    view: StepView
    moves: tuple[str, ...]


class Walk:
    """A whole walk: its stays and its case."""

    def __init__(self, library: Library, opening: OpenCase, utc: float, wording: str) -> None:
        self.flows = LibraryFlows(library)
        self.words = library.words(wording)
        self.past: list[Stay] = []
        self.stopped: StoppedMove | None = None
        self._library, self._wording = library, wording
        self._moves: tuple[str, ...] = ()
        self._clock = WalkClock(utc)
        self._session = Session(self.flows, NoJournal(), self._clock)
        self._walker = Walker(library, self._session, self._clock)
        answer = self._session.do(opening)
        assert not isinstance(answer, Refusal), "the flow was looked up before"

    @property
    def case(self) -> Case:
        """The case as of now."""
        return self._session.case

    @property
    def at(self) -> Stamp:
        """The current moment of the walk."""
        return self._clock.now()

    def view(self) -> StepView:
        """Return the current step."""
        return self._view(self.case, self.at)

    def _view(self, case: Case, at: Stamp) -> StepView:
        return StepView(self.flows, case, at, self._library, self.words, self._wording)

    def run(self, moves: list[WalkMove]) -> None:
        """Make the moves until one is refused; close the case if it has reached its end."""
        for move in moves:
            before, at = self.case, self.at
            reasons = self._walker.take(move)
            if reasons:
                self.stopped = StoppedMove(move, reasons)
                return
            self._moves = (*self._moves, move.text)
            if (before.here, len(before.trail)) != (self.case.here, len(self.case.trail)):
                self.past.append(Stay(self._view(before, at), self._moves))
                self._moves = ()
        if self.case.status == "open" and at_end(self.flows, self.case):
            self._walker.close()

    def stays(self) -> tuple[Stay, ...]:
        """Return every stay, the current one last."""
        return (*self.past, Stay(self.view(), self._moves))
