"""The attempts of a class as rows and as CSV; columns never depend on the language."""

from collections.abc import Iterator

from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.printing.csv_cells import harmless_cell
from lenovo_desk.training.reports.classroom import Classroom, attempts_of


def export_columns(room: Classroom) -> tuple[str, ...]:
    """Return the column names of an export, the same in every language.

    `again` says that the call continues an earlier one, `cut_short` that a trainer had the customer
    hang up, `certifies` that it counts towards certification. Each `lost.…` has the points lost on
    a line of the scorecard; it is empty when there was nothing to judge.
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
    """Yield a row for each attempt, earliest first, with all columns; None for not judged."""
    from lenovo_desk.core.time.moments import local

    for attempt in attempts_of(room):
        yield {
            "case": attempt.case,
            "trainee": attempt.agent,
            "scenario": attempt.scenario,
            "language": attempt.language,
            "at": local(attempt.at, wording.place.zone).isoformat(timespec="seconds"),
            "percent": round(attempt.percent, 1),
            "passed": attempt.passed,
            "failures": " ".join(attempt.failures),
            "seconds": round(attempt.seconds),
            "again": attempt.again,
            "cut_short": attempt.cut_short,
            "certifies": attempt.certifies,
            **{
                f"lost.{line.id}": round(attempt.lost[line.id], 2)
                if line.id in attempt.lost
                else None
                for line in room.scorecard.lines()
            },
        }


def class_csv(room: Classroom, wording: Wording) -> str:
    """Return the attempts as CSV with a header line."""
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
