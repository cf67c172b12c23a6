"""A scored call for marking: each line and failure with its evidence and its marks."""

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.ports import Library
from lenovo_desk.core.wording.books import time_text
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.model.call import Call, TrainerMark
from lenovo_desk.training.model.scorecard import Failure
from lenovo_desk.training.reports.score_sheet import percent_text, points_text, score_sheet
from lenovo_desk.training.scoring.score import FailureScore, LineScore

MarkingText = tuple[str, bool]
"""A text, and whether it is a heading."""


class LinePlace(NamedTuple):
    """A place to mark: a line of the scorecard."""

    line: LineScore

    @property
    def name(self) -> tuple[str, str]:
        """What identifies it among all places."""
        return "line", self.line.line.id


class FailurePlace(NamedTuple):
    """A place to mark: something that fails the call, or would."""

    failure: Failure
    failed: FailureScore | None
    """The score of the failure; None while nothing shows it."""

    @property
    def name(self) -> tuple[str, str]:
        """What identifies it among all places."""
        return "failure", self.failure.id

    @property
    def fails(self) -> bool:
        """Whether it fails the call: it happened and was not pardoned."""
        return self.failed is not None and self.failed.pardon is None


MarkingPlace = LinePlace | FailurePlace


class MarkableCall:
    """What a trainer can mark in a call, in words."""

    def __init__(self, call: Call, library: Library, language: str, zone: str) -> None:
        """Score a call; `zone` is the time zone in which the times of marks are shown."""
        self.call = call
        wording = Wording(library, language)
        self.sheet = score_sheet(call, library, wording)
        self.score = self.sheet.score
        failed = {failure.failure.id: failure for failure in self.score.failures}
        by_name = {failure.id: failure for failure in call.scorecard.failures}
        by_name.update((name, score.failure) for name, score in failed.items())
        self.places: tuple[MarkingPlace, ...] = (
            *(LinePlace(line) for line in self.score.lines if line.state != "nothing"),
            *(FailurePlace(failure, failed.get(name)) for name, failure in by_name.items()),
        )
        self.percent = percent_text(self.score.percent, wording)
        self._words, self._formats, self._zone = wording.words, wording.formats, zone

    def evidence(self, place: MarkingPlace) -> list[MarkingText]:
        """Return a place's evidence, then the trainers' marks on it, latest first."""
        texts = self._line(place) if isinstance(place, LinePlace) else self._failure(place)
        if len(texts) == 1:
            texts.append((self._words["trainer.no_evidence"], False))
        kinds = ("line",) if isinstance(place, LinePlace) else ("failure", "pardon")
        marks = (mark for mark in self.call.marks if mark.what in kinds)
        own_marks = [mark for mark in marks if mark.name == place.name[1]]
        return texts + [(self._signed(mark), False) for mark in reversed(own_marks)]

    def _line(self, place: LinePlace) -> list[MarkingText]:
        lines = {line.id: line for section in self.sheet.sections for line in section.lines}
        line_text = lines[place.line.line.id]
        return [
            (line_text.title, True),
            *((f"− {text}", False) for text in line_text.faults),
            *((f"+ {text}", False) for text in line_text.right),
        ]

    def _failure(self, place: FailurePlace) -> list[MarkingText]:
        pairs = zip(self.score.failures, self.sheet.failures, strict=True)
        texts = next((text for score, text in pairs if score is place.failed), None)
        evidence = texts.evidence if texts else ()
        return [(place.failure.title, True), *((f"− {text}", False) for text in evidence)]

    def _signed(self, mark: TrainerMark) -> str:
        when = time_text(self._formats, mark.at, self._zone)
        text = mark.reason or self._words["class.sheet.no_reason"]
        values = {
            "n": points_text(mark.points, self._formats),
            "by": mark.by,
            "time": when,
            "text": text,
        }
        return filled(self._words[f"trainer.by_{mark.what}"], values)
