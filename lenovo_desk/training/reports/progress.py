"""How trainees come on: their attempts, what they are certified for, and where a class is weak."""

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
    """One mock call as a trainer looks back on it."""

    case: str
    agent: str
    scenario: str
    language: str
    at: float
    """Seconds since 1970 UTC of its last event."""
    percent: float
    passed: bool
    failures: tuple[str, ...]
    """What failed it, pardoned failures left out."""
    seconds: float
    """How long it took."""
    lost: Mapping[str, float]
    """By line: the points lost, 0 for a line that kept all; lines not judged are not there."""
    of: Mapping[str, float] = {}
    """By line that was judged: its points on the scorecard that the call was played by."""
    steps: Mapping[str, float] = {}
    """By `flow.step`: the points lost there; 0 for a step of the good call that kept all."""
    again: bool = False
    """Whether it goes on from an earlier call: practice, it certifies nobody."""
    cut_short: bool = False
    """Whether a trainer ended it by hanging up: judged as far as it had come, and practice."""
    fully_judged: bool = True
    """Whether a trainer marked all that a trainer judges: a call nobody listened to is practice."""

    @property
    def whole(self) -> bool:
        """Whether it was played from its beginning to its end."""
        return not self.again and not self.cut_short

    @property
    def certifies(self) -> bool:
        """Whether it counts towards certification."""
        return self.whole and self.fully_judged


class Trainee(NamedTuple):
    """What an agent has done."""

    agent: str
    attempts: tuple[Attempt, ...]
    """Earliest first."""
    best: Mapping[str, float]
    """By scenario: the best percent of a whole call."""
    certified: bool
    passed_of_last: tuple[int, int]
    """How many of the last calls that certify passed, and how many those are, at most the
    scorecard's."""


class WeakPlace(NamedTuple):
    """Where a class loses points."""

    where: str
    """A line of the scorecard, or `flow.step`."""
    lost: float
    """Points, all calls together."""
    of: float
    """For a line the points it could have got, for a step how many calls it belongs to."""

    @property
    def share(self) -> float:
        """What is lost, of what there was."""
        return self.lost / self.of if self.of else 0.0


class ClassProgress(NamedTuple):
    """A room of trainees."""

    trainees: tuple[Trainee, ...]
    """By agent id."""
    weak_lines: tuple[WeakPlace, ...]
    """The weakest first; those that lost nothing are not there."""
    weak_steps: tuple[WeakPlace, ...]


def attempt_of(call: Call, library: Library, good_calls: GoodCalls | None = None) -> Attempt:
    """Return what a call comes to; one that has not begun has lost nothing.

    `good_calls` are those of the library that were made before, where many calls are scored.
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
    """How the calls of a folder went: each is scored once, and again after a trainer's mark."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._good_calls = GoodCalls(library)
        self._attempts: dict[tuple[str, int, int], Attempt] = {}
        """By call, and how many events and marks it had."""

    def attempt(self, call: Call) -> Attempt:
        """Return what a call comes to."""
        key = call.id, len(call.events), len(call.marks)
        if key not in self._attempts:
            self._attempts[key] = attempt_of(call, self._library, self._good_calls)
        return self._attempts[key]


def _steps(result: Score, both: Comparison) -> dict[str, float]:
    """Return the points lost at each step; a line's loss is shared by its faults."""
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
    """Return how a class stands by a scorecard, perhaps at one scenario only.

    Certification is by all calls, whatever the scenario.
    """
    by_agent: dict[str, list[Attempt]] = {}
    for attempt in sorted(attempts, key=lambda attempt: (attempt.at, attempt.case)):
        by_agent.setdefault(attempt.agent, []).append(attempt)
    trainees = [_trainee(agent, by_agent[agent], scorecard, scenario) for agent in sorted(by_agent)]
    together = [attempt for trainee in trainees for attempt in trainee.attempts]
    return ClassProgress(
        tuple(trainee for trainee in trainees if trainee.attempts),
        _weakest([(attempt.lost, attempt.of) for attempt in together], lambda weak: weak.share),
        _weakest([(attempt.steps, {}) for attempt in together], lambda weak: weak.lost),
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
    """Return where points were lost, the weakest first, by what each call lost and could lose.

    A line is as weak as the share it lost, a step as the points that all calls lost there: one that
    a single call strayed to is not what the group has to learn.
    """
    weak: dict[str, WeakPlace] = {}
    for lost, points in calls:
        for where, amount in lost.items():
            so_far = weak.get(where, WeakPlace(where, 0.0, 0.0))
            of = so_far.of + points.get(where, 1.0)
            weak[where] = WeakPlace(where, round(so_far.lost + amount, 6), of)
    losing = [place for place in weak.values() if place.lost > 0]
    return tuple(sorted(losing, key=lambda place: (-by(place), -place.lost, place.where)))
