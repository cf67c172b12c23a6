"""Mark a line of a mock call: one that only ears can judge, or one that is overruled."""

from argparse import Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.exits import MISUSED, Stop, guess
from lenovo_desk.cli.mock.mock_names import named_call
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services
from lenovo_desk.core.text import clean_line
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.training.model.call import TrainerMark
from lenovo_desk.training.model.scorecard import MANUAL, ScoreLine
from lenovo_desk.training.reports.score_sheet import points_text


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("case", metavar="ID", help="the call, as in: mock calls")
    parser.add_argument("line", metavar="LINE", help="the line of the scorecard, by its id")
    parser.add_argument("points", metavar="POINTS", help="from 0 to what the line weighs")
    parser.add_argument(
        "reason", metavar="REASON", nargs="?", default="", help="why; for a measured line needed"
    )
    parser.add_argument("--json", action="store_true", help="write JSON")


def run(options: Namespace, services: Services, out: Output) -> int:
    """Save the mark; the measured points are kept beside it."""
    call = named_call(options.case, services)
    lines = {line.id: line for line in call.scorecard.lines()}
    if options.line not in lines:
        hint = guess(options.line, lines) or f" There are: {', '.join(lines)}."
        raise Stop(f'there is no line "{options.line}" in its scorecard.{hint}', MISUSED)
    line, reason = lines[options.line], clean_line(options.reason)
    points = _points(options.points, line)
    if not reason and line.measure != MANUAL:
        raise Stop("a measured line is overruled with a REASON only", MISUSED)
    by, at = services.settings.agent.id, services.calls.clock.now().utc
    mark = TrainerMark("line", line.id, points, reason, by, at)
    services.calls.mark(call.id, mark)
    if options.json:
        out.json({"case": call.id, **mark._asdict()})
        return 0
    words = services.library.words(services.wording)
    values = {"line": line.title, "points": points_text(points), "of": points_text(line.points)}
    out.line(filled(words["class.cli.marked"], values))
    return 0


def _points(text: str, line: ScoreLine) -> float:
    points = line.read(text)
    if points is None:
        raise Stop(f'"{line.id}" takes 0 to {points_text(line.points)} points, not {text}', MISUSED)
    return points
