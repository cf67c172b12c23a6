"""Walking a case without a screen, and what was seen at each step: no journal."""

from lenovo_desk.cli.walk.stays import Offer, Stay, View
from lenovo_desk.core.engine.session import NoJournal, Session
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.ports import Library
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.walking.moves import Move
from lenovo_desk.core.walking.walker import LibraryFlows, Stopped, WalkClock, Walker


class Walk:
    """A whole walk: the stays behind it and the case it came to."""

    def __init__(self, library: Library, opening: OpenCase, utc: float, wording: str) -> None:
        self.flows = LibraryFlows(library)
        self.view = View(library, self.flows, wording, opening.language)
        self.past: list[Stay] = []
        self.stopped: Stopped | None = None
        self._moves: tuple[str, ...] = ()
        self._clock = WalkClock(utc)
        self._session = Session(self.flows, NoJournal(), self._clock)
        self._walker = Walker(library, self._session, self._clock)
        answer = self._session.do(opening)
        assert not isinstance(answer, Refusal), "the flow was looked up before"

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return self._session.case

    @property
    def at(self) -> Stamp:
        """This moment of the walk."""
        return self._clock.now()

    def offers(self) -> tuple[Offer, ...]:
        """Return the choices where the walk stands; a closed case has none."""
        return () if self.case.status == "closed" else self.view.offers(self.case, self.at)

    def run(self, moves: list[Move]) -> None:
        """Make the moves up to the first that cannot be made, and close a case at its end."""
        for move in moves:
            before, at = self.case, self.at
            reasons = self._walker.take(move)
            if reasons:
                self.stopped = Stopped(move, reasons)
                return
            self._moves = (*self._moves, move.text)
            if (before.here, len(before.trail)) != (self.case.here, len(self.case.trail)):
                self.past.append(self.view.stay(before, at, self._moves))
                self._moves = ()
        if self.case.status == "open" and self.view.end(self.case):
            self._walker.close()

    def stays(self) -> tuple[Stay, ...]:
        """Return every stay, the one at which the walk stands last."""
        return (*self.past, self.view.stay(self.case, self.at, self._moves))
