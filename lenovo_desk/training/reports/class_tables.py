"""A class as its closed calls tell it: who stands where, and what the group loses points on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.ports import Library
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.printing.csv_cells import harmless_cell
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.model.scorecard import Scorecard
from lenovo_desk.training.reports.progress import (
    Attempt,
    ClassProgress,
    Trainee,
    WeakPlace,
    attempt,
    class_progress,
)
from lenovo_desk.training.reports.score_sheet import percent_text, points_text

BLOCKS = "▁▂▃▄▅▆▇█"
_WIDE = 10


class Classroom(NamedTuple):
    """The progress of a class with what is needed to tell it."""

    told: ClassProgress
    scorecard: Scorecard
    titles: Mapping[tuple[str, str], str]
    """Of the scenarios that were played, by language and id."""


def classroom(
    calls: Iterable[Call], library: Library, scorecard: Scorecard, scenario: str = ""
) -> Classroom:
    """Return the class of some closed calls, perhaps what it did at one scenario only."""
    attempts, titles = [], dict[tuple[str, str], str]()
    for call in calls:
        attempts.append(attempt(call, library))
        titles.setdefault((call.scenario.language, call.scenario.id), call.scenario.title)
    return classroom_of(attempts, titles, scorecard, scenario)


def classroom_of(
    attempts: Iterable[Attempt],
    titles: Mapping[tuple[str, str], str],
    scorecard: Scorecard,
    scenario: str = "",
) -> Classroom:
    """Return the class of some attempts."""
    return Classroom(class_progress(attempts, scorecard, scenario), scorecard, titles)


def attempts_of(room: Classroom) -> tuple[Attempt, ...]:
    """Return every attempt of the class, earliest first."""
    found = (one for trainee in room.told.trainees for one in trainee.attempts)
    return tuple(sorted(found, key=lambda one: (one.at, one.case)))


def percent_blocks(percents: Iterable[float], width: int) -> str:
    """Return the last percents as blocks of eight heights, a cell each."""
    last = list(percents)[-width:] if width > 0 else []
    top = len(BLOCKS) - 1
    return "".join(BLOCKS[round(max(0.0, min(100.0, one)) / 100 * top)] for one in last)


def share_bar(share: float, width: int = _WIDE) -> str:
    """Return a share of 1 as a bar of cells."""
    full = round(max(0.0, min(1.0, share)) * width)
    return "█" * full + "·" * (width - full)


def certification_text(trainee: Trainee, wording: Wording) -> str:
    """Return a trainee's certification as words."""
    passed, of = trainee.passed_of_last
    if not of and trainee.attempts:
        return wording.word("class.practice")
    key = "certified" if trainee.certified else "not_certified"
    return wording.fill(f"class.{key}", passed=str(passed), of=str(of))


def class_counts(room: Classroom, wording: Wording) -> str:
    """Return how many trainees and calls there are, and what certifies."""
    told, card = room.told, room.scorecard
    return wording.fill(
        "class.counts",
        trainees=str(len(told.trainees)),
        calls=str(sum(len(one.attempts) for one in told.trainees)),
        mark=points_text(card.pass_mark, wording.language),
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


def weak_share(one: WeakPlace, found: Sequence[WeakPlace]) -> float:
    """Return how long the bar of a weak place is: lines by their share, steps by the weakest."""
    return one.share if "." not in one.where else one.lost / (found[0].lost or 1.0)


def loss_text(one: WeakPlace, wording: Wording) -> str:
    """Return what is lost at a place: a share of a line's points, points at a step."""
    if "." not in one.where:
        return percent_text(round(100 * one.share), wording)
    return wording.fill("class.points_lost", points=points_text(one.lost, wording.language))


def failures_text(one: Attempt, room: Classroom) -> str:
    """Return what failed a call, in words, a line each."""
    named = {failure.id: failure.title for failure in room.scorecard.failures}
    return "\n".join(named.get(failure, failure) for failure in one.failures)


def scenario_title(one: Attempt, room: Classroom) -> str:
    """Return the title of the scenario that was played."""
    return room.titles.get((one.language, one.scenario), one.scenario)


def plot_shape(one: Attempt) -> str:
    """Return what an attempt is in a plot: `passed`, `missed` the mark or `failed` outright."""
    return "passed" if one.passed else "failed" if one.failures else "missed"


def attempt_verdict(one: Attempt, wording: Wording) -> str:
    """Return how an attempt went in words, and why it is practice if it is."""
    said = wording.word(f"class.verdict.{plot_shape(one)}")
    if one.cut_short and not one.failures:
        return wording.word("class.hung_up")
    why = "again" if one.again else "hung_up" if one.cut_short else "unheard"
    return said if one.certifies else f"{said} ({wording.word(f'class.{why}')})"


def whole_attempts(trainee: Trainee) -> tuple[Attempt, ...]:
    """Return the attempts that were played from their beginning to their end."""
    return tuple(one for one in trainee.attempts if one.whole)


def export_columns(room: Classroom) -> tuple[str, ...]:
    """Return the names of the columns of an export, the same in every language.

    `again`: it goes on from an earlier call; `cut_short`: a trainer hung up; `certifies`: it counts
    towards certification. `lost.…`: points lost, one for each line of the scorecard; empty where
    there was nothing to judge.
    """
    lines = (f"lost.{line.id}" for line in room.scorecard.lines())
    fixed = (
        "case",
        "trainee",
        "scenario",
        "language",
        "at",
        "percent",
        "passed",
        "failures",
        "seconds",
    )
    return (*fixed, "again", "cut_short", "certifies", *lines)


def export_rows(
    room: Classroom, wording: Wording
) -> Iterator[dict[str, str | float | bool | None]]:
    """Yield an object for each attempt, earliest first, with all columns; None: not judged."""
    from lenovo_desk.core.time.moments import local

    for one in attempts_of(room):
        yield {
            "case": one.case,
            "trainee": one.agent,
            "scenario": one.scenario,
            "language": one.language,
            "at": local(one.at, wording.zone).isoformat(timespec="seconds"),
            "percent": round(one.percent, 1),
            "passed": one.passed,
            "failures": " ".join(one.failures),
            "seconds": round(one.seconds),
            "again": one.again,
            "cut_short": one.cut_short,
            "certifies": one.certifies,
            **{
                f"lost.{line.id}": round(one.lost[line.id], 2) if line.id in one.lost else None
                for line in room.scorecard.lines()
            },
        }


def class_csv(room: Classroom, wording: Wording) -> str:
    """Return the attempts as CSV, the columns named in its first line."""
    import csv
    import io

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(export_columns(room))
    writer.writerows(
        ["" if cell is None else harmless_cell(cell) for cell in row.values()]
        for row in export_rows(room, wording)
    )
    return text.getvalue()
