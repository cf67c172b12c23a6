"""The score of a mock call: each line of its scorecard with its evidence, and failures."""

from collections.abc import Mapping

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.ports import Library
from lenovo_desk.training.model.call import Call, TrainerMark
from lenovo_desk.training.model.scorecard import MANUAL, Failure, ScoreLine
from lenovo_desk.training.scoring.comparison import Comparison, Measurement, compare_call, cut_short
from lenovo_desk.training.scoring.evidence import Evidence as Evidence
from lenovo_desk.training.scoring.failures import failure_evidence
from lenovo_desk.training.scoring.measures import measure_line

JUDGED = ("measured", "marked", "overruled")
"""The states in which a line counts."""


class LineScore(NamedTuple):
    """The score of one line."""

    line: ScoreLine
    points: float
    """The points that the line gets; 0 when it is not judged."""
    state: str
    """`measured`, `ears` (not marked yet), `marked`, `overruled`, or `nothing` (to judge)."""
    faults: tuple[Evidence, ...]
    """The faults; each costs `each` points until none are left."""
    right: tuple[Evidence, ...]
    """What was right; also allowed faults, their codes after `evidence.FREE`."""
    measured: float
    """The measured points, even if a trainer overruled them."""
    mark: TrainerMark | None
    """The trainer's last mark on the line, which counts."""
    each: float = 0.0
    """Points that each fault costs."""

    @property
    def judged(self) -> bool:
        """Whether the line counts."""
        return self.state in JUDGED


class FailureScore(NamedTuple):
    """A failure of the call; it does not count if a trainer pardoned it."""

    failure: Failure
    evidence: tuple[Evidence, ...]
    """Its evidence; a trainer's mark comes last, with code `trainer` and its reason as detail."""
    pardon: TrainerMark | None


class Score(NamedTuple):
    """The score of a call; for a live call, up to now."""

    lines: tuple[LineScore, ...]
    """All lines, in the scorecard's order."""
    failures: tuple[FailureScore, ...]
    """The failures that were found, including pardoned ones."""
    remarks: tuple[TrainerMark, ...]
    points: float
    judged: float
    """The most points that the judged lines could get."""
    percent: float
    """0 to 100; 0 while nothing is judged."""
    passed: bool
    awaits_marking: bool
    """Whether a line that is judged by a trainer is not marked yet."""
    cut_short: bool = False
    """Whether it ended because a trainer had the customer hang up. It is judged up to there and
    counts as practice: neither passed nor missed."""


def score(call: Call, library: Library) -> Score:
    """Return the score of a call in any state; `library` has the wording."""
    return score_comparison(call, compare_call(call, library))


def score_comparison(call: Call, both: Comparison | None) -> Score:
    """Return the score of a compared call; `both` is None for one that has not begun."""
    marks = {(mark.what, mark.name): mark for mark in call.marks}
    lines = tuple(_line(line, both, marks) for line in call.scorecard.lines())
    failures = tuple(_failed(call, both))
    points = sum(line.points for line in lines)
    most = sum(line.line.points for line in lines if line.judged)
    percent = round(100 * points / most, 6) if most else 0.0
    short = both is not None and cut_short(both.trainee.case)
    return Score(
        lines=lines,
        failures=failures,
        remarks=tuple(mark for mark in call.marks if mark.what == "remark"),
        points=points,
        judged=most,
        percent=percent,
        passed=percent >= call.scorecard.pass_mark
        and most > 0
        and not short
        and all(failure.pardon for failure in failures),
        awaits_marking=any(line.state == "ears" for line in lines),
        cut_short=short,
    )


def _line(
    line: ScoreLine, both: Comparison | None, marks: Mapping[tuple[str, str], TrainerMark]
) -> LineScore:
    mark = marks.get(("line", line.id))
    measurement = Measurement(0)
    if both and line.measure != MANUAL:
        measurement = measure_line(both, line)
    each = line.each or (line.points / measurement.expected if measurement.expected else 0.0)
    points = max(0.0, line.points - each * len(measurement.faults)) if measurement.expected else 0.0
    state = "measured" if measurement.expected else "nothing"
    if line.measure == MANUAL:
        state = "marked" if mark else "ears"
    elif mark:
        state = "overruled"
    counted = min(max(mark.points, 0.0), line.points) if mark else points
    return LineScore(
        line, counted, state, measurement.faults, measurement.right, points, mark, each
    )


def _failed(call: Call, both: Comparison | None) -> list[FailureScore]:
    """Return the failures shown by the events or marked by a trainer; the last mark counts."""
    last_marks = {mark.name: mark for mark in call.marks if mark.what in ("failure", "pardon")}
    by_trainer = {mark.name: mark for mark in call.marks if mark.what == "failure"}
    by_name = {failure.id: failure for failure in call.scorecard.failures}
    for name in by_trainer:
        by_name.setdefault(name, Failure(name, name))
    failures = []
    for name, failure in by_name.items():
        evidence = failure_evidence(both, failure) if both else ()
        if name in by_trainer:
            evidence = (*evidence, Evidence(0, 0.0, "", "", "trainer", by_trainer[name].reason))
        if evidence:
            failures.append(FailureScore(failure, evidence, _pardon(last_marks.get(name))))
    return failures


def _pardon(last: TrainerMark | None) -> TrainerMark | None:
    return last if last and last.what == "pardon" else None
