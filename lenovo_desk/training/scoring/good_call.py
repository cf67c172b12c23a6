"""The good call of a scenario: its moves, played through the real engine."""

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
"""The local time at which every good call begins, since moves name times relative to it."""
_CACHED = 48
"""The most good calls that are cached."""


class GoodCall(NamedTuple):
    """A call played as its scenario says it should go."""

    events: tuple[Event, ...]
    case: Case
    stopped: StoppedMove | None
    """The move that could not be made, with the reasons; None when all were."""
    moves_made: int = 0
    """The number of moves that were made."""


class _MemoryJournal:
    """A journal in memory."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def append(self, event: Event) -> None:
        """Keep the event."""
        self.events.append(event)


class GoodCalls:
    """The good calls of a library, cached, since a class needs the same ones repeatedly."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._cache: list[tuple[object, GoodCall]] = []
        """Pairs of key and call, the latest used last; the keys cannot be hashed."""

    def good_call(
        self,
        scenario: Scenario,
        opening: CaseOpened,
        flows: Flows | None = None,
        day: str = DAY,
    ) -> GoodCall:
        """Return the good call of a scenario, played at the desk that opened a call.

        `flows` are the structures that the call began with; flows missing there, or all of them
        without `flows`, are the library's. `day` is the local time at which it begins, as in `DAY`.
        """
        own = {name: flows[name] for name, _ in opening.digests if flows and name in flows}
        digests = tuple(flow.digest for flow in own.values())
        opening = opening._replace(case="good", agent="", mode=MOCK)
        names = scenario.id, scenario.language, scenario.digest
        key = (names, scenario.good, opening, digests, day)
        for index, (other, call) in enumerate(self._cache):
            if other == key:
                self._cache.append(self._cache.pop(index))
                return call
        all_flows = LibraryFlows(self._library)
        all_flows.update(own)
        call = _play(scenario, self._library, opening, all_flows, day)
        self._cache.append((key, call))
        del self._cache[:-_CACHED]
        return call


def good_call(
    scenario: Scenario,
    library: Library,
    opening: CaseOpened,
    flows: Flows | None = None,
    day: str = DAY,
) -> GoodCall:
    """Return one good call without a cache; see `GoodCalls.good_call`."""
    return GoodCalls(library).good_call(scenario, opening, flows, day)


def _play(
    scenario: Scenario, library: Library, opening: CaseOpened, flows: Flows, day: str
) -> GoodCall:
    from lenovo_desk.core.time.moments import seconds_of

    clock, journal = WalkClock(seconds_of(day, opening.zone) or 0.0), _MemoryJournal()
    session = Session(flows, journal, clock)
    fields = {name: value for name, value in opening._asdict().items() if name in OpenCase._fields}
    opening_intent = OpenCase(**fields)
    answer = session.do(opening_intent)
    if isinstance(answer, Refusal):
        return GoodCall(
            (), session.case, StoppedMove(WalkMove(scenario.flow, "start"), answer.reasons)
        )
    session.do(BeginMockCall(scenario.id, scenario.language, scenario.digest, ""))
    walker, stopped, moves_made = Walker(library, session, clock), None, 0
    for text in scenario.good:
        stopped = _try_move(walker, text)
        if stopped:
            break
        moves_made += 1
    if not stopped and session.case.status == "open" and at_end(flows, session.case):
        walker.close()
    return GoodCall(tuple(journal.events), session.case, stopped, moves_made)


def _try_move(walker: Walker, text: str) -> StoppedMove | None:
    """Make a move; return it with the reasons when it cannot be made, else None."""
    try:
        move = parse_move(text)
        reasons = walker.take(move)
    except ValueError as error:
        return StoppedMove(WalkMove(text, ""), (Reason("not_a_move", detail=str(error)),))
    except KeyError as missing:  # a flow that the library no longer has
        return StoppedMove(WalkMove(text, ""), (Reason("unknown_flow", str(missing.args[0])),))
    return StoppedMove(move, reasons) if reasons else None
