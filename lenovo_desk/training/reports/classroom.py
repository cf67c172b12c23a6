"""A class, worked out from its closed calls: each trainee's progress and the weak places."""

from collections.abc import Iterable, Mapping, Sequence

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.ports import Library
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.model.scorecard import Scorecard
from lenovo_desk.training.reports.progress import (
    Attempt,
    ClassProgress,
    Trainee,
    WeakPlace,
    attempt_of,
    class_progress,
)
from lenovo_desk.training.reports.score_sheet import percent_text, points_text
from lenovo_desk.training.scoring.good_call import GoodCalls

BLOCKS = "▁▂▃▄▅▆▇█"
_WIDE = 10


class Classroom(NamedTuple):
    """The progress of a class, with what is needed to put it into words."""

    progress: ClassProgress
    scorecard: Scorecard
    titles: Mapping[tuple[str, str], str]
    """The titles of the scenarios that were played, by language and id."""


def classroom(
    calls: Iterable[Call], library: Library, scorecard: Scorecard, scenario: str = ""
) -> Classroom:
    """Return the class of some closed calls; with `scenario`, its attempts at that one only."""
    good_calls, attempts, titles = GoodCalls(library), [], dict[tuple[str, str], str]()
    for call in calls:
        attempts.append(attempt_of(call, library, good_calls))
        titles.setdefault((call.scenario.language, call.scenario.id), call.scenario.title)
    return classroom_of(attempts, titles, scorecard, scenario)


def classroom_of(
    attempts: Iterable[Attempt],
    titles: Mapping[tuple[str, str], str],
    scorecard: Scorecard,
    scenario: str = "",
) -> Classroom:
    """Return the class of some attempts, like `classroom`; `titles` is that of `Classroom`."""
    return Classroom(class_progress(attempts, scorecard, scenario), scorecard, titles)


def attempts_of(room: Classroom) -> tuple[Attempt, ...]:
    """Return every attempt of the class, earliest first."""
    attempts = (attempt for trainee in room.progress.trainees for attempt in trainee.attempts)
    return tuple(sorted(attempts, key=lambda attempt: (attempt.at, attempt.case)))


def percent_blocks(percents: Iterable[float], width: int) -> str:
    """Return the last `width` percents as blocks of eight heights, one cell each."""
    last = list(percents)[-width:] if width > 0 else []
    top = len(BLOCKS) - 1
    return "".join(BLOCKS[round(max(0.0, min(100.0, percent)) / 100 * top)] for percent in last)


def share_bar(share: float, width: int = _WIDE) -> str:
    """Return a share from 0 to 1 as a bar of `width` cells."""
    full = round(max(0.0, min(1.0, share)) * width)
    return "█" * full + "·" * (width - full)


def certification_text(trainee: Trainee, wording: Wording) -> str:
    """Return a trainee's state of certification in words."""
    passed, of = trainee.passed_of_last
    if not of and trainee.attempts:
        return wording.word("class.practice")
    key = "certified" if trainee.certified else "not_certified"
    return wording.fill(f"class.{key}", passed=str(passed), of=str(of))


def class_counts(room: Classroom, wording: Wording) -> str:
    """Return the numbers of trainees and calls, and what is needed for certification, in words."""
    progress, card = room.progress, room.scorecard
    return wording.fill(
        "class.counts",
        trainees=str(len(progress.trainees)),
        calls=str(sum(len(trainee.attempts) for trainee in progress.trainees)),
        mark=points_text(card.pass_mark, wording.formats),
        passed=str(card.certified),
        of=str(card.of),
    )


def weak_place_title(where: str, room: Classroom, wording: Wording) -> str:
    """Return the title of a line of the scorecard or of a step (`flow.step`)."""
    for line in room.scorecard.lines():
        if line.id == where:
            return line.title
    flow, _, step = where.partition(".")
    if not step:
        return where
    book = wording.book(flow)
    return f"{book.steps[step].title} ({book.title})"


def weak_share(place: WeakPlace, weak_places: Sequence[WeakPlace]) -> float:
    """Return the length of a weak place's bar, 0 to 1.

    For a line that is its share lost; for a step its loss relative to the weakest step's.
    """
    return place.share if "." not in place.where else place.lost / (weak_places[0].lost or 1.0)


def loss_text(place: WeakPlace, wording: Wording) -> str:
    """Return the loss at a place: a share of a line's points, or the points lost at a step."""
    if "." not in place.where:
        return percent_text(round(100 * place.share), wording)
    return wording.fill("class.points_lost", points=points_text(place.lost, wording.formats))


def failures_text(attempt: Attempt, room: Classroom) -> str:
    """Return the titles of an attempt's failures, one per line."""
    named = {failure.id: failure.title for failure in room.scorecard.failures}
    return "\n".join(named.get(failure, failure) for failure in attempt.failures)


def scenario_title(attempt: Attempt, room: Classroom) -> str:
    """Return the title of the scenario that was played."""
    return room.titles.get((attempt.language, attempt.scenario), attempt.scenario)


def plot_shape(attempt: Attempt) -> str:
    """Return the shape of an attempt in a plot: `passed`, `missed` (the mark) or `failed`."""
    return "passed" if attempt.passed else "failed" if attempt.failures else "missed"


def attempt_verdict(attempt: Attempt, wording: Wording) -> str:
    """Return the verdict on an attempt in words, and why if it is only practice."""
    verdict = wording.word(f"class.verdict.{plot_shape(attempt)}")
    if attempt.cut_short and not attempt.failures:
        return wording.word("class.hung_up")
    why = "again" if attempt.again else "hung_up" if attempt.cut_short else "unheard"
    return verdict if attempt.certifies else f"{verdict} ({wording.word(f'class.{why}')})"


def whole_attempts(trainee: Trainee) -> tuple[Attempt, ...]:
    """Return the attempts that were played from beginning to end."""
    return tuple(attempt for attempt in trainee.attempts if attempt.whole)
