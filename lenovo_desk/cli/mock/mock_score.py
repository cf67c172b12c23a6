"""Show the score of a mock call with all its evidence, or write it as a page to print."""

from argparse import Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.mock.mock_names import named_call
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.private_files import write_page
from lenovo_desk.cli.services import Services
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.reports.evidence_text import evidence_text
from lenovo_desk.training.reports.score_html import printed_score
from lenovo_desk.training.reports.score_sheet import score_sheet
from lenovo_desk.training.reports.score_text import score_text
from lenovo_desk.training.scoring.score import Evidence, Score, score


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("case", metavar="ID", help="the call, as in: mock calls")
    parser.add_argument("--json", action="store_true", help="write JSON")
    parser.add_argument(
        "--html", metavar="FILE", help="write a page to print into a file; - is standard output"
    )


def run(options: Namespace, services: Services, out: Output) -> int:
    """Show the score; a call that failed is no failure of the command."""
    found = named_call(options.case, services)
    if options.json:
        out.json(_plain(found, score(found, services.library), services))
        return 0
    wording = Wording(services.library, services.wording)
    told = score_sheet(found, services.library, wording)
    if options.html:
        write_page(options.html, printed_score(told, wording), out, wording)
    else:
        out.text(score_text(told, wording))
    return 0


def _plain(found: Call, scored: Score, services: Services) -> Plain:
    def shown(one: Evidence) -> Plain:
        text = evidence_text(one, services.library, services.wording, found.scorecard.statements)
        return {"n": one.n, "at": round(one.at, 3), "flow": one.flow, "step": one.step,
                "code": one.code, "text": text}  # fmt: skip

    return {
        "case": found.id,
        "scenario": found.scenario.id,
        "percent": round(scored.percent, 2),
        "pass_mark": found.scorecard.pass_mark,
        "passed": scored.passed,
        "points": round(scored.points, 2),
        "judged": round(scored.judged, 2),
        "waits_for_ears": scored.awaits_marking,
        "failures": [
            {
                "id": one.failure.id,
                "title": one.failure.title,
                "pardon": one.pardon._asdict() if one.pardon else None,
                "evidence": [shown(piece) for piece in one.evidence],
            }
            for one in scored.failures
        ],
        "lines": [
            {
                "id": one.line.id,
                "title": one.line.title,
                "state": one.state,
                "points": round(one.points, 2),
                "of": one.line.points,
                "measured": round(one.measured, 2),
                "mark": one.mark._asdict() if one.mark else None,
                "faults": [shown(piece) for piece in one.faults],
                "right": [shown(piece) for piece in one.right],
            }
            for one in scored.lines
        ],
        "remarks": [mark._asdict() for mark in scored.remarks],
    }
