"""The good call of a scenario: its moves, made through the real engine."""

from lenovo_desk.core.engine.mock_rules import MOCK
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.case import Case, at_end
from lenovo_desk.core.model.events import CaseOpened, Event, Refusal
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.model.intents import BeginMockCall, OpenCase
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.ports import Library
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.walking.moves import WalkMove, parse_move
from lenovo_desk.core.walking.walker import LibraryFlows, StoppedMove, WalkClock, Walker
from lenovo_desk.training.model.scenario import Scenario

DAY = "2026-11-24T09:00"
"""When every good call begins, by its own zone's clock: moves name times against it."""
_REMEMBERED = 48


class GoodCall(NamedTuple):
    """A call as a scenario says that it should go."""

    events: tuple[Event, ...]
    case: Case
    stopped: StoppedMove | None
    """The move that could not be made; what comes after it is not known."""
    moves_made: int = 0
    """How many of its moves were made."""


class _Kept:
    """A journal in memory."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def append(self, event: Event) -> None:
        """Keep the event."""
        self.events.append(event)


class GoodCalls:
    """The good calls of a library; those of a class are asked for again and again."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: list[tuple[object, GoodCall]] = []
        """The latest last; their keys cannot be hashed."""

    def good_call(
        self,
        scenario: Scenario,
        opening: CaseOpened,
        flows: Flows | None = None,
        day: str = DAY,
    ) -> GoodCall:
        """Return the good call of a scenario at the desk where a call was opened.

        `flows` are the structures that the call began with; without them it is worked by those of
        the library. Flows that only the good call opens are the library's. `day` is when it begins.
        """
        own = {name: flows[name] for name, _ in opening.digests if flows and name in flows}
        digests = tuple(flow.digest for flow in own.values())
        opening = opening._replace(case="good", agent="", mode=MOCK)
        names = scenario.id, scenario.language, scenario.digest
        key = (names, scenario.good, opening, digests, day)
        for index, (other, call) in enumerate(self._made):
            if other == key:
                self._made.append(self._made.pop(index))
                return call
        work = LibraryFlows(self._library)
        work.update(own)
        call = _make(scenario, self._library, opening, work, day)
        self._made.append((key, call))
        del self._made[:-_REMEMBERED]
        return call


def good_call(
    scenario: Scenario,
    library: Library,
    opening: CaseOpened,
    flows: Flows | None = None,
    day: str = DAY,
) -> GoodCall:
    """Return one good call, as `GoodCalls` does."""
    return GoodCalls(library).good_call(scenario, opening, flows, day)


def _make(
    scenario: Scenario, library: Library, opening: CaseOpened, flows: Flows, day: str
) -> GoodCall:
    from lenovo_desk.core.time.moments import seconds_of

    clock, journal = WalkClock(seconds_of(day, opening.zone) or 0.0), _Kept()
    session = Session(flows, journal, clock)
    opening_intent = OpenCase(**{name: getattr(opening, name) for name in OpenCase._fields})
    begun = session.do(opening_intent)
    if isinstance(begun, Refusal):
        return GoodCall(
            (), session.case, StoppedMove(WalkMove(scenario.flow, "start"), begun.reasons)
        )
    session.do(BeginMockCall(scenario.id, scenario.language, scenario.digest, ""))
    walker, stopped, moves_made = Walker(library, session, clock), None, 0
    for text in scenario.good:
        stopped = _take(walker, text)
        if stopped:
            break
        moves_made += 1
    if not stopped and session.case.status == "open" and at_end(flows, session.case):
        walker.close()
    return GoodCall(tuple(journal.events), session.case, stopped, moves_made)


def _take(walker: Walker, text: str) -> StoppedMove | None:
    """Make a move; return it with the reasons why not when it cannot be made."""
    try:
        move = parse_move(text)
        reasons = walker.take(move)
    except ValueError as error:
        return StoppedMove(WalkMove(text, ""), (Reason("not_a_move", detail=str(error)),))
    except KeyError as missing:  # a flow that the library does not have any more
        return StoppedMove(WalkMove(text, ""), (Reason("unknown_flow", str(missing.args[0])),))
    return StoppedMove(move, reasons) if reasons else None
