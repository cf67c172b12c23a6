"""The progress of trainees: attempts, certification, and where a class is weak."""

from collections.abc import Callable, Iterable, Mapping

from lenovo_desk.core.model.events import MockCallBegun
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.ports import Library
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.model.scorecard import Scorecard
from lenovo_desk.training.scoring.comparison import Comparison, compare_call
from lenovo_desk.training.scoring.good_call import GoodCalls
from lenovo_desk.training.scoring.score import Score, score_comparison


class Attempt(NamedTuple):
    """The result of one mock call."""

    case: str
    agent: str
    scenario: str
    language: str
    at: float
    """The time of its last event, in seconds since 1970 UTC."""
    percent: float
    passed: bool
    failures: tuple[str, ...]
    """The ids of its failures, without pardoned ones."""
    seconds: float
    """How long it took."""
    lost: Mapping[str, float]
    """Points lost, by line; lines that were not judged are not included."""
    of: Mapping[str, float] = {}
    """Points that could be got, by line that was judged, on the scorecard of the call."""
    steps: Mapping[str, float] = {}
    """Points lost, by `flow.step`; every step of the good call is included."""
    again: bool = False
    """Whether it continues an earlier call, which makes it practice: it does not certify."""
    cut_short: bool = False
    """Whether a trainer had the customer hang up: it is judged up to there, and practice."""
    fully_judged: bool = True
    """Whether every line judged by a trainer is marked; until then the call is practice."""

    @property
    def whole(self) -> bool:
        """Whether it was played from beginning to end."""
        return not self.again and not self.cut_short

    @property
    def certifies(self) -> bool:
        """Whether it counts towards certification."""
        return self.whole and self.fully_judged


class Trainee(NamedTuple):
    """The attempts of one agent and their results."""

    agent: str
    attempts: tuple[Attempt, ...]
    """Earliest first."""
    best: Mapping[str, float]
    """The best percent of a whole call, by scenario."""
    certified: bool
    passed_of_last: tuple[int, int]
    """How many of the last certifying calls passed, and how many there are: at most the
    scorecard's `of`."""


class WeakPlace(NamedTuple):
    """A line or step at which a class loses points."""

    where: str
    """The id of a line of the scorecard, or `flow.step`."""
    lost: float
    """Points lost in all calls together."""
    of: float
    """For a line the points it could have got, for a step the number of calls that have it."""

    @property
    def share(self) -> float:
        """The share of the points that was lost, 0 to 1."""
        return self.lost / self.of if self.of else 0.0


class ClassProgress(NamedTuple):
    """The progress of a class."""

    trainees: tuple[Trainee, ...]
    """The trainees, sorted by agent id."""
    weak_lines: tuple[WeakPlace, ...]
    """The lines that lost points, weakest first."""
    weak_steps: tuple[WeakPlace, ...]
    """The steps that lost points, weakest first."""


def attempt_of(call: Call, library: Library, good_calls: GoodCalls | None = None) -> Attempt:
    """Return the result of a call; one that has not begun has lost nothing.

    `good_calls` is a cache of the library's good calls, for scoring many calls.
    """
    both = compare_call(call, library, good_calls)
    result = score_comparison(call, both)
    return Attempt(
        case=call.id,
        agent=call.agent,
        scenario=call.scenario.id,
        language=call.scenario.language,
        at=call.events[-1].at.utc if call.events else 0.0,
        percent=result.percent,
        passed=result.passed,
        failures=tuple(failure.failure.id for failure in result.failures if not failure.pardon),
        seconds=both.trainee.seconds if both else 0.0,
        lost={
            line.line.id: round(line.line.points - line.points, 6)
            for line in result.lines
            if line.judged
        },
        of={line.line.id: line.line.points for line in result.lines if line.judged},
        steps=_steps(result, both) if both else {},
        again=any(
            isinstance(event.act, MockCallBegun) and event.act.again for event in call.events[:2]
        ),
        cut_short=result.cut_short,
        fully_judged=not result.awaits_marking,
    )


class CallResults:
    """The results of the calls of a folder; each is scored once, and again after a mark."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._good_calls = GoodCalls(library)
        self._attempts: dict[tuple[str, int, int], Attempt] = {}
        """Attempts by call id, number of events and number of marks."""

    def attempt(self, call: Call) -> Attempt:
        """Return the result of a call."""
        key = call.id, len(call.events), len(call.marks)
        if key not in self._attempts:
            self._attempts[key] = attempt_of(call, self._library, self._good_calls)
        return self._attempts[key]


def _steps(result: Score, both: Comparison) -> dict[str, float]:
    """Return the points lost by step; the loss of a line is divided among its faults."""
    steps = {
        f"{departure.flow}.{departure.step}": 0.0
        for departure in both.good.departures
        if departure.counts
    }
    for line in result.lines:
        lost = line.line.points - line.measured
        if line.state == "measured" and line.faults and lost:
            for fault in line.faults:
                where = f"{fault.flow}.{fault.step}"
                steps[where] = steps.get(where, 0.0) + lost / len(line.faults)
    return {where: round(lost, 6) for where, lost in steps.items()}


def class_progress(
    attempts: Iterable[Attempt], scorecard: Scorecard, scenario: str = ""
) -> ClassProgress:
    """Return the progress of a class; with `scenario`, its attempts at that one only.

    Certification always counts all calls, whatever the scenario.
    """
    by_agent: dict[str, list[Attempt]] = {}
    for attempt in sorted(attempts, key=lambda attempt: (attempt.at, attempt.case)):
        by_agent.setdefault(attempt.agent, []).append(attempt)
    trainees = [_trainee(agent, by_agent[agent], scorecard, scenario) for agent in sorted(by_agent)]
    all_attempts = [attempt for trainee in trainees for attempt in trainee.attempts]
    return ClassProgress(
        tuple(trainee for trainee in trainees if trainee.attempts),
        _weakest([(attempt.lost, attempt.of) for attempt in all_attempts], lambda weak: weak.share),
        _weakest([(attempt.steps, {}) for attempt in all_attempts], lambda weak: weak.lost),
    )


def _trainee(agent: str, attempts: list[Attempt], scorecard: Scorecard, scenario: str) -> Trainee:
    selected = [attempt for attempt in attempts if scenario in ("", attempt.scenario)]
    best: dict[str, float] = {}
    for attempt in selected:
        if attempt.whole:
            best[attempt.scenario] = max(best.get(attempt.scenario, 0.0), attempt.percent)
    certifying = [attempt for attempt in attempts if attempt.certifies]
    last = certifying[-scorecard.of :] if scorecard.of > 0 else []
    passed = sum(1 for attempt in last if attempt.passed)
    certified = 0 < scorecard.certified <= passed
    return Trainee(agent, tuple(selected), best, certified, (passed, len(last)))


def _weakest(
    calls: list[tuple[Mapping[str, float], Mapping[str, float]]], by: Callable[[WeakPlace], float]
) -> tuple[WeakPlace, ...]:
    """Return the places that lost points, the weakest by `by` first.

    Each call comes as the points it lost and those it could lose, by place. Lines are ranked by the
    share lost, steps by the points lost in all calls: a step that a single call strayed to is not
    what the group needs to learn.
    """
    weak: dict[str, WeakPlace] = {}
    for lost, points in calls:
        for where, amount in lost.items():
            so_far = weak.get(where, WeakPlace(where, 0.0, 0.0))
            of = so_far.of + points.get(where, 1.0)
            weak[where] = WeakPlace(where, round(so_far.lost + amount, 6), of)
    losing = [place for place in weak.values() if place.lost > 0]
    return tuple(sorted(losing, key=lambda place: (-by(place), -place.lost, place.where)))
