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
    """Show the score; the exit status is 0 even when the call failed."""
    call = named_call(options.case, services)
    if options.json:
        out.json(_plain(call, score(call, services.library), services))
        return 0
    wording = Wording(services.library, services.wording)
    sheet = score_sheet(call, services.library, wording)
    if options.html:
        write_page(options.html, printed_score(sheet, wording), out, wording)
    else:
        out.text(score_text(sheet, wording))
    return 0


def _plain(call: Call, scored: Score, services: Services) -> Plain:
    def plain(piece: Evidence) -> Plain:
        text = evidence_text(piece, services.library, services.wording, call.scorecard.statements)
        return {"n": piece.n, "at": round(piece.at, 3), "flow": piece.flow, "step": piece.step,
                "code": piece.code, "text": text}  # fmt: skip

    return {
        "case": call.id,
        "scenario": call.scenario.id,
        "percent": round(scored.percent, 2),
        "pass_mark": call.scorecard.pass_mark,
        "passed": scored.passed,
        "points": round(scored.points, 2),
        "judged": round(scored.judged, 2),
        "waits_for_ears": scored.awaits_marking,
        "failures": [
            {
                "id": failed.failure.id,
                "title": failed.failure.title,
                "pardon": failed.pardon._asdict() if failed.pardon else None,
                "evidence": [plain(piece) for piece in failed.evidence],
            }
            for failed in scored.failures
        ],
        "lines": [
            {
                "id": line.line.id,
                "title": line.line.title,
                "state": line.state,
                "points": round(line.points, 2),
                "of": line.line.points,
                "measured": round(line.measured, 2),
                "mark": line.mark._asdict() if line.mark else None,
                "faults": [plain(piece) for piece in line.faults],
                "right": [plain(piece) for piece in line.right],
            }
            for line in scored.lines
        ],
        "remarks": [mark._asdict() for mark in scored.remarks],
    }
