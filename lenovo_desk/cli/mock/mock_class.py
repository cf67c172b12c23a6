"""Show how a class comes on: trainees, certification, and where the group loses points."""

import json
from argparse import Namespace

from lenovo_desk.cli.arguments import Parser
from lenovo_desk.cli.mock.mock_names import tell_call_notices
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.private_files import put_out
from lenovo_desk.cli.services import Rooms
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.reports.class_html import class_page
from lenovo_desk.training.reports.class_tables import (
    Classroom,
    bar,
    classroom,
    counted,
    lost_told,
    rows,
    share_of,
    spark,
    state_of,
    table,
    titled,
    whole,
)
from lenovo_desk.training.reports.progress import Trainee
from lenovo_desk.training.reports.score_sheet import percent

SPARK = 12
MOST = 8
"""Weak lines and steps that are listed."""


def arguments(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--scenario", metavar="SCENARIO", default="", help="calls of this one only")
    parser.add_argument("--csv", action="store_true", help="write a table, a row a call")
    parser.add_argument("--jsonl", action="store_true", help="write an object a call, a line each")
    parser.add_argument("--json", action="store_true", help="write JSON: trainees and weak places")
    parser.add_argument(
        "--html", metavar="FILE", help="write a page with plots into a file; - is standard output"
    )


def run(options: Namespace, rooms: Rooms, out: Output) -> int:
    """Show the class that the closed calls tell of."""
    wording = Wording(rooms.library, rooms.wording)
    wording.zone = rooms.settings.zone
    scorecard = rooms.materials.scorecard(rooms.wording)
    room = classroom(rooms.calls.closed(), rooms.library, scorecard, options.scenario)
    if options.csv:
        out.text(table(room, wording))
    elif options.jsonl:
        for row in rows(room, wording):
            out.text(json.dumps(row, ensure_ascii=False) + "\n")
    elif options.json:
        out.json(_plain(room, wording))
    elif options.html:
        put_out(options.html, class_page(room, wording, rooms.calls.clock.now().utc), out, wording)
    else:
        _tell(room, wording, out)
    tell_call_notices(rooms)
    return 0


def _tell(room: Classroom, wording: Wording, out: Output) -> None:
    words, trainees = wording.words, room.told.trainees
    if not trainees:
        out.line(words["class.nobody"])
        return
    out.line(counted(room, wording))
    out.line()
    out.table([_row(one, wording) for one in trainees])
    for key, found in (("weak_lines", room.told.weak_lines), ("weak_steps", room.told.weak_steps)):
        if found:
            out.line()
            out.line(words[f"class.{key}"])
            out.table(
                [
                    (titled(one.where, room, wording), bar(share_of(one, found)),
                     lost_told(one, wording))
                    for one in found[:MOST]
                ]
            )  # fmt: skip


def _row(one: Trainee, wording: Wording) -> tuple[str, ...]:
    calls = wording.fill("class.calls_of", calls=str(len(one.attempts)))
    shown = whole(one)
    last = percent(shown[-1].percent, wording) if shown else ""
    blocks = spark((each.percent for each in shown), SPARK)
    return one.agent or "-", blocks, last, calls, state_of(one, wording)


def _plain(room: Classroom, wording: Wording) -> dict[str, object]:
    return {
        "pass_mark": room.scorecard.pass_mark,
        "certification": {"passed": room.scorecard.certified, "of": room.scorecard.of},
        "trainees": [
            {
                "trainee": one.agent,
                "certified": one.certified,
                "passed_of_last": list(one.passed_of_last),
                "best": dict(one.best),
                "attempts": [row for row in rows(room, wording) if row["trainee"] == one.agent],
            }
            for one in room.told.trainees
        ],
        "weak_lines": [one._asdict() for one in room.told.weak_lines],
        "weak_steps": [one._asdict() for one in room.told.weak_steps],
    }
