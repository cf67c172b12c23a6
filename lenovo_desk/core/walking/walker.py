"""Drive a case by the moves of a walk; only `wait:` moves its clock."""

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.case import at_end, step_here
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.model.flow import Flow
from lenovo_desk.core.model.intents import CloseCase, Intent
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.phrase_views import copy_intent
from lenovo_desk.core.ports import Library
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.walking.moves import WalkMove, move_intent, parse_move


class WalkClock:
    """A clock that stands still except for `forward`."""

    def __init__(self, utc: float) -> None:
        """Start at `utc`, in seconds since 1970 UTC."""
        self._utc = utc
        self._up = 0.0

    def now(self) -> Stamp:
        """Return the present moment of the walk."""
        return Stamp(round(self._utc, 3), "walk", round(self._up, 3))

    def forward(self, seconds: float) -> None:
        """Move the clock forward by a number of seconds."""
        self._utc += seconds
        self._up += seconds


class StoppedMove(NamedTuple):
    """The move that a walk could not make, and why."""

    move: WalkMove
    reasons: tuple[Reason, ...]


class Walker:
    """Makes moves on a live case and checks the conditions of a transcript."""

    def __init__(self, library: Library, session: Session, clock: WalkClock) -> None:
        self._library = library
        self._clock = clock
        self.session = session

    def take(self, move: WalkMove) -> tuple[Reason, ...]:
        """Make one move or check one condition.

        Return the reasons why the move is refused or the condition does not hold; empty otherwise.
        Raises `StoreProblem` when the journal cannot be written.
        """
        match move.kind:
            case "wait":
                self._clock.forward(float(move.value))
                return ()
            case "at":
                return self._is_at(move.name)
            case "end":
                return self._has_ended(move.name)
            case "refused":
                accepted = not self._do(parse_move(move.name))
                return (Reason("expected_refusal", detail=move.name),) if accepted else ()
        return self._do(move)

    def _do(self, move: WalkMove) -> tuple[Reason, ...]:
        session = self.session
        if move.kind == "copy":
            intent: Intent = copy_intent(self._library, session, move.name)
        else:
            intent = move_intent(move, session.flows, session.case)
        answer = session.do(intent)
        return answer.reasons if isinstance(answer, Refusal) else ()

    def _is_at(self, name: str) -> tuple[Reason, ...]:
        top = self.session.case.here.top
        if name in (top.step, f"{top.flow}.{top.step}"):
            return ()
        return (Reason("expected_step", top.step, detail=name),)

    def _has_ended(self, disposition: str) -> tuple[Reason, ...]:
        session, case = self.session, self.session.case
        if case.status == "closed" and case.disposition == disposition:
            return ()
        if at_end(session.flows, case) and step_here(session.flows, case).end == disposition:
            return self.close()
        return (Reason("expected_end", case.here.top.step, detail=disposition),)

    def close(self) -> tuple[Reason, ...]:
        """Close a case that has reached an end; return the reasons when it is refused."""
        answer = self.session.do(CloseCase())
        return answer.reasons if isinstance(answer, Refusal) else ()


class LibraryFlows(dict[str, Flow]):
    """The flows of a library by id, each read at its first use."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library

    def names(self) -> list[str]:
        """Return the ids of the flows without problems, which can be opened."""
        return [card.id for card in self._library.cards() if not card.problems]

    def __missing__(self, name: str) -> Flow:
        self[name] = flow = self._library.flow(name)
        return flow

    def __contains__(self, name: object) -> bool:
        try:
            return isinstance(name, str) and bool(self[name])
        except KeyError:
            return False
