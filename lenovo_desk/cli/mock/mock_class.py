"""Show how a class comes on: trainees, certification, and where the group loses points."""

import json
from argparse import Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.mock.mock_names import tell_call_notices
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.private_files import write_page
from lenovo_desk.cli.services import Services
from lenovo_desk.core.model.country import Place
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.reports.class_export import class_csv, export_rows
from lenovo_desk.training.reports.class_html import printed_class
from lenovo_desk.training.reports.classroom import (
    Classroom,
    certification_text,
    class_counts,
    classroom,
    loss_text,
    percent_blocks,
    share_bar,
    weak_place_title,
    weak_share,
    whole_attempts,
)
from lenovo_desk.training.reports.progress import Trainee
from lenovo_desk.training.reports.score_sheet import percent_text

SPARK = 12
"""The number of latest calls that a trainee's blocks show."""
MOST = 8
"""The most weak lines, and the most weak steps, that are listed."""


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--scenario", metavar="SCENARIO", default="", help="calls of this one only")
    parser.add_argument("--csv", action="store_true", help="write a table, a row a call")
    parser.add_argument("--jsonl", action="store_true", help="write an object a call, a line each")
    parser.add_argument("--json", action="store_true", help="write JSON: trainees and weak places")
    parser.add_argument(
        "--html", metavar="FILE", help="write a page with plots into a file; - is standard output"
    )


def run(options: Namespace, services: Services, out: Output) -> int:
    """Show the class, worked out from its closed calls."""
    wording = Wording(services.library, services.wording)
    wording.place = Place(services.settings.zone)
    scorecard = services.materials.scorecard(services.wording)
    room = classroom(services.calls.closed(), services.library, scorecard, options.scenario)
    if options.csv:
        out.text(class_csv(room, wording))
    elif options.jsonl:
        for row in export_rows(room, wording):
            out.text(json.dumps(row, ensure_ascii=False) + "\n")
    elif options.json:
        out.json(_plain(room, wording))
    elif options.html:
        page = printed_class(room, wording, services.calls.clock.now().utc)
        write_page(options.html, page, out, wording)
    else:
        _write_class(room, wording, out)
    tell_call_notices(services)
    return 0


def _write_class(room: Classroom, wording: Wording, out: Output) -> None:
    words, trainees = wording.words, room.progress.trainees
    if not trainees:
        out.line(words["class.nobody"])
        return
    out.line(class_counts(room, wording))
    out.line()
    out.table([_row(trainee, wording) for trainee in trainees])
    for key, places in (
        ("weak_lines", room.progress.weak_lines),
        ("weak_steps", room.progress.weak_steps),
    ):
        if places:
            out.line()
            out.line(words[f"class.{key}"])
            out.table(
                [
                    (
                        weak_place_title(place.where, room, wording),
                        share_bar(weak_share(place, places)),
                        loss_text(place, wording),
                    )
                    for place in places[:MOST]
                ]
            )


def _row(trainee: Trainee, wording: Wording) -> tuple[str, ...]:
    calls = wording.fill("class.calls_of", calls=str(len(trainee.attempts)))
    whole = whole_attempts(trainee)
    last = percent_text(whole[-1].percent, wording) if whole else ""
    blocks = percent_blocks((each.percent for each in whole), SPARK)
    return trainee.agent or "-", blocks, last, calls, certification_text(trainee, wording)


def _plain(room: Classroom, wording: Wording) -> dict[str, object]:
    return {
        "pass_mark": room.scorecard.pass_mark,
        "certification": {"passed": room.scorecard.certified, "of": room.scorecard.of},
        "trainees": [
            {
                "trainee": trainee.agent,
                "certified": trainee.certified,
                "passed_of_last": list(trainee.passed_of_last),
                "best": dict(trainee.best),
                "attempts": [
                    row for row in export_rows(room, wording) if row["trainee"] == trainee.agent
                ],
            }
            for trainee in room.progress.trainees
        ],
        "weak_lines": [place._asdict() for place in room.progress.weak_lines],
        "weak_steps": [place._asdict() for place in room.progress.weak_steps],
    }
