"""A scored call in words, as every report shows it: on paper, as text and on the screen."""

from collections.abc import Iterable, Iterator

from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.country import place_of
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.ports import Library
from lenovo_desk.core.wording.language_formats import ENGLISH, Formats
from lenovo_desk.core.wording.sentences import span
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.model.call import Call, TrainerMark
from lenovo_desk.training.reports.evidence_text import (
    call_time,
    departure_text,
    evidence_place,
    evidence_text,
)
from lenovo_desk.training.scoring.comparison import compare_call
from lenovo_desk.training.scoring.evidence import Evidence
from lenovo_desk.training.scoring.score import FailureScore, LineScore, Score, score_comparison
from lenovo_desk.training.scoring.way_comparison import WayRow, way_rows


class SheetLine(NamedTuple):
    """A line of the scorecard in words."""

    id: str
    title: str
    state: str
    """The state of its `LineScore`."""
    state_text: str
    """The state in words."""
    points: str
    """Empty while it is not judged."""
    of: str
    lost: bool
    faults: tuple[str, ...]
    right: tuple[str, ...]
    marked: str
    """The trainer's mark: measured points, reason, by whom; empty when there is none."""


class SheetSection(NamedTuple):
    """A section of the scorecard in words."""

    title: str
    points: str
    of: str
    lines: tuple[SheetLine, ...]


class SheetFailure(NamedTuple):
    """A failure in words; one that a trainer pardoned does not fail the call."""

    title: str
    pardoned: bool
    evidence: tuple[str, ...]
    marked: str


class SheetStep(NamedTuple):
    """A step of the call beside that of the good call, in words."""

    kind: str
    """The kind of its `way_comparison.WayRow`."""
    state_text: str
    at: str
    mine: str
    """The trainee's step and choice; empty when they did not come here."""
    theirs: str
    """The good call's step and choice; empty when it does not come here."""
    evidence: tuple[str, ...]


class ScoreSheet(NamedTuple):
    """The score of a call in words."""

    case: str
    title: str
    language: str
    head: tuple[tuple[str, str], ...]
    verdict: str
    passed: bool
    percent: float
    failures: tuple[SheetFailure, ...]
    sections: tuple[SheetSection, ...]
    remarks: tuple[str, ...]
    path: tuple[SheetStep, ...]
    good_call: tuple[str, ...]
    score: Score
    """The score in figures."""


def score_sheet(call: Call, library: Library, wording: Wording) -> ScoreSheet:
    """Return the score of a call in words; sets the wording's zone to that of the case."""
    both = compare_call(call, library)
    case, score = both.trainee.case if both else Case(), score_comparison(call, both)
    wording.place = place_of(case)
    return _SheetWriter(call, case, library, wording).sheet(score, way_rows(both, score))


def points_text(points: float, formats: Formats = ENGLISH) -> str:
    """Return points without trailing zeros, with the language's decimal sign."""
    return f"{round(points, 1):g}".replace(".", formats.decimal)


def percent_text(share: float, wording: Wording) -> str:
    """Return a percentage, 0 to 100, as the language writes it."""
    return wording.fill("class.percent", n=points_text(share, wording.formats))


class _SheetWriter:
    def __init__(self, call: Call, case: Case, library: Library, wording: Wording) -> None:
        self._call, self._case = call, case
        self._library, self._wording = library, wording

    def _word(self, key: str) -> str:
        return self._wording.word(f"class.sheet.{key}")

    def _fill(self, key: str, **values: str) -> str:
        return self._wording.fill(f"class.sheet.{key}", **values)

    def _number(self, points: float) -> str:
        return points_text(points, self._wording.formats)

    def sheet(self, score: Score, rows: Iterable[WayRow]) -> ScoreSheet:
        """Return the whole sheet."""
        call = self._call
        return ScoreSheet(
            call.id,
            call.scenario.title,
            self._wording.language,
            tuple(self._head(score)),
            self.verdict(score),
            score.passed,
            score.percent,
            tuple(map(self._failure, score.failures)),
            tuple(self._sections(score)),
            tuple(self._signed(mark) for mark in score.remarks),
            tuple(map(self._step, rows)),
            call.scenario.good_call,
            score,
        )

    def verdict(self, score: Score) -> str:
        """Return the verdict in words: passed or not, the percent, and any missing marks."""
        failed = any(failure.pardon is None for failure in score.failures)
        missed = "cut_short" if score.cut_short else "missed"
        key = "passed" if score.passed else "failed" if failed else missed
        verdict = self._fill(
            key,
            percent=self._number(score.percent),
            mark=self._number(self._call.scorecard.pass_mark),
        )
        return self._fill("owed", said=verdict) if score.awaits_marking else verdict

    def _head(self, score: Score) -> list[tuple[str, str]]:
        call, case, word = self._call, self._case, self._word
        duration = span(self._wording.words, case.handled)
        target = span(self._wording.words, call.scenario.target)
        points = self._fill(
            "points_of", points=self._number(score.points), of=self._number(score.judged)
        )
        end = self._wording.end(case.flow, case.disposition) if case.disposition else ""
        return [
            (word("call"), call.id),
            (word("trainee"), case.agent),
            (word("flow"), self._wording.book(case.flow).title),
            (word("began"), self._wording.moment(call.events[0].at.utc)),
            (word("customer"), call.scenario.persona.name),
            (word("took"), self._fill("took_of", time=duration, target=target)),
            (word("end"), end),
            (word("points"), points),
        ]

    def _sections(self, score: Score) -> Iterator[SheetSection]:
        by_id = {line.line.id: line for line in score.lines}
        for section in self._call.scorecard.sections:
            lines = [by_id[line.id] for line in section.lines if line.id in by_id]
            judged = [line for line in lines if line.state != "nothing"]
            if judged:
                yield self._section(section.title, judged)

    def _section(self, title: str, judged: Iterable[LineScore]) -> SheetSection:
        counted = [line for line in judged if line.judged]
        return SheetSection(
            title,
            self._number(sum(line.points for line in counted)),
            self._number(sum(line.line.points for line in counted)),
            tuple(map(self._line, judged)),
        )

    def _line(self, line: LineScore) -> SheetLine:
        awaits_marking = line.state == "ears"
        marked = ""
        if line.mark:
            marked = self._signed(line.mark)
            if line.state == "overruled":
                marked = (
                    f"{self._fill('measured_was', points=self._number(line.measured))} {marked}"
                )
        return SheetLine(
            line.line.id,
            line.line.title,
            line.state,
            self._word(f"state.{line.state}"),
            "" if awaits_marking else self._number(line.points),
            self._number(line.line.points),
            line.judged and line.points < line.line.points,
            tuple(map(self.evidence, line.faults)),
            tuple(map(self.evidence, line.right)),
            marked,
        )

    def _failure(self, failure: FailureScore) -> SheetFailure:
        name = ("failure", failure.failure.id)
        marks = [mark for mark in self._call.marks if (mark.what, mark.name) == name]
        marked = [failure.pardon] if failure.pardon else marks[-1:]
        # the mark already has the trainer's words
        measured = [item for item in failure.evidence if item.code != "trainer"]
        return SheetFailure(
            failure.failure.title,
            failure.pardon is not None,
            tuple(map(self.evidence, measured)),
            " ".join(map(self._signed, marked)),
        )

    def _signed(self, mark: TrainerMark) -> str:
        when = self._wording.moment(mark.at)
        text = mark.reason or self._word("no_reason")
        return self._fill("signed", text=text, by=mark.by, time=when)

    def evidence(self, item: Evidence) -> str:
        """Return a piece of evidence in words: time, step, what happened, which words."""
        language, statements = self._wording.language, self._call.scorecard.statements
        place = evidence_place(item, self._library, language)
        text = evidence_text(item, self._library, language, statements)
        return " · ".join(part for part in (place, text) if part)

    def _step(self, row: WayRow) -> SheetStep:
        mine = "" if row.kind == "missed" else self._way(row.flow, row.step, row.choice)
        theirs = self._way(*row.ideal) if row.ideal else ""
        return SheetStep(
            row.kind,
            self._word(f"row.{row.kind}"),
            call_time(row.at) if row.n else "",
            mine,
            theirs,
            tuple(map(self.evidence, row.evidence)),
        )

    def _way(self, flow: str, step: str, choice: str) -> str:
        return departure_text(self._library, self._wording.language, (flow, step), choice)
