"""A scored call in words: what every report of it shows, on paper, as text and on a screen."""

from collections.abc import Iterable

from lenovo_desk.core.model.case import Case
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.ports import Library
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
    """A line of the scorecard."""

    id: str
    title: str
    state: str
    """As `LineScore.state`."""
    said: str
    """That state in words."""
    points: str
    """Empty where nothing was judged."""
    of: str
    lost: bool
    faults: tuple[str, ...]
    right: tuple[str, ...]
    marked: str
    """What a trainer made of it: measured points, reason, by whom; empty when nobody did."""


class SheetSection(NamedTuple):
    """Lines that belong together."""

    title: str
    points: str
    of: str
    lines: tuple[SheetLine, ...]


class SheetFailure(NamedTuple):
    """What fails the call, or would if a trainer had not pardoned it."""

    title: str
    pardoned: bool
    evidence: tuple[str, ...]
    marked: str


class SheetStep(NamedTuple):
    """A step of the call beside that of the good call."""

    kind: str
    """As `coaching.WayRow.kind`."""
    said: str
    at: str
    mine: str
    """Step and choice of the trainee; empty where he did not come."""
    theirs: str
    """Those of the good call; empty where it did not go."""
    evidence: tuple[str, ...]


class ScoreSheet(NamedTuple):
    """The score of a call."""

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
    """What all of it tells."""


def score_sheet(call: Call, library: Library, wording: Wording) -> ScoreSheet:
    """Return the score of a call in the words of a language."""
    both = compare_call(call, library)
    case, found = both.made.case if both else Case(), score_comparison(call, both)
    wording.zone = case.zone
    return _Teller(call, case, library, wording).sheet(found, way_rows(both, found))


def points_text(points: float, language: str = "") -> str:
    """Return points without the zeros nobody needs, as a language writes them."""
    text = f"{round(points, 1):g}"
    return text.replace(".", ",") if language == "fr" else text


def percent_text(share: float, wording: Wording) -> str:
    """Return a percentage as the language writes it."""
    return wording.fill("class.percent", n=points_text(share, wording.language))


class _Teller:
    def __init__(self, call: Call, case: Case, library: Library, wording: Wording) -> None:
        self._call, self._case = call, case
        self._library, self._wording = library, wording

    def _word(self, key: str) -> str:
        return self._wording.word(f"class.sheet.{key}")

    def _fill(self, key: str, **values: str) -> str:
        return self._wording.fill(f"class.sheet.{key}", **values)

    def _number(self, points: float) -> str:
        return points_text(points, self._wording.language)

    def sheet(self, found: Score, rows: Iterable[WayRow]) -> ScoreSheet:
        """Return all of it."""
        call, lines = self._call, {one.line.id: one for one in found.lines}
        return ScoreSheet(
            call.id,
            call.scenario.title,
            self._wording.language,
            tuple(self._head(found)),
            self.verdict(found),
            found.passed,
            found.percent,
            tuple(map(self._failure, found.failures)),
            tuple(
                section
                for one in call.scorecard.sections
                if (section := self._section(one.title, [lines.get(x.id) for x in one.lines]))
            ),
            tuple(self._signed(mark) for mark in found.remarks),
            tuple(map(self._step, rows)),
            call.scenario.good_call,
            found,
        )

    def verdict(self, found: Score) -> str:
        """Return whether the call passed, in words: a failure, the percent, what ears owe."""
        failed = any(one.pardon is None for one in found.failures)
        missed = "cut_short" if found.cut_short else "missed"
        key = "passed" if found.passed else "failed" if failed else missed
        said = self._fill(
            key,
            percent=self._number(found.percent),
            mark=self._number(self._call.scorecard.pass_mark),
        )
        return self._fill("owed", said=said) if found.waits_for_ears else said

    def _head(self, found: Score) -> list[tuple[str, str]]:
        call, case, word = self._call, self._case, self._word
        took = span(self._wording.words, case.handled)
        aim = span(self._wording.words, call.scenario.target)
        points = self._fill(
            "points_of", points=self._number(found.points), of=self._number(found.judged)
        )
        end = self._wording.end(case.flow, case.disposition) if case.disposition else ""
        return [
            (word("call"), call.id),
            (word("trainee"), case.agent),
            (word("flow"), self._wording.book(case.flow).title),
            (word("began"), self._wording.moment(call.events[0].at.utc)),
            (word("customer"), call.scenario.persona.name),
            (word("took"), self._fill("took_of", time=took, target=aim)),
            (word("end"), end),
            (word("points"), points),
        ]

    def _section(self, title: str, lines: Iterable[LineScore | None]) -> SheetSection | None:
        judged = [one for one in lines if one and one.state != "nothing"]
        if not judged:
            return None
        counted = [one for one in judged if one.judged]
        return SheetSection(
            title,
            self._number(sum(one.points for one in counted)),
            self._number(sum(one.line.points for one in counted)),
            tuple(map(self._line, judged)),
        )

    def _line(self, one: LineScore) -> SheetLine:
        owed = one.state == "ears"
        marked = ""
        if one.mark:
            marked = self._signed(one.mark)
            if one.state == "overruled":
                marked = f"{self._fill('measured_was', points=self._number(one.measured))} {marked}"
        return SheetLine(
            one.line.id,
            one.line.title,
            one.state,
            self._word(f"state.{one.state}"),
            "" if owed else self._number(one.points),
            self._number(one.line.points),
            one.judged and one.points < one.line.points,
            tuple(map(self.evidence, one.faults)),
            tuple(map(self.evidence, one.right)),
            marked,
        )

    def _failure(self, one: FailureScore) -> SheetFailure:
        said = [x for x in self._call.marks if (x.what, x.name) == ("failure", one.failure.id)]
        marked = [one.pardon] if one.pardon else said[-1:]
        shown = [x for x in one.evidence if x.code != "trainer"]  # his words stand in his mark
        return SheetFailure(
            one.failure.title,
            one.pardon is not None,
            tuple(map(self.evidence, shown)),
            " ".join(map(self._signed, marked)),
        )

    def _signed(self, mark: TrainerMark) -> str:
        when = self._wording.moment(mark.at)
        text = mark.reason or self._word("no_reason")
        return self._fill("signed", text=text, by=mark.by, time=when)

    def evidence(self, one: Evidence) -> str:
        """Return one piece of evidence: second, step, what happened, which words."""
        language, statements = self._wording.language, self._call.scorecard.statements
        place = evidence_place(one, self._library, language)
        said = evidence_text(one, self._library, language, statements)
        return " · ".join(part for part in (place, said) if part)

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
