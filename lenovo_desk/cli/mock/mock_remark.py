"""Add a remark to a mock call; it stands in its report."""

from argparse import Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.exits import MISUSED, Stop
from lenovo_desk.cli.mock.mock_names import named_call
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services
from lenovo_desk.core.text import clean
from lenovo_desk.training.model.call import TrainerMark


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("case", metavar="ID", help="the call, as in: mock calls")
    parser.add_argument("text", metavar="TEXT", nargs="+", help="the remark")
    parser.add_argument("--json", action="store_true", help="write JSON")


def run(options: Namespace, services: Services, out: Output) -> int:
    """Save the remark."""
    call, text = named_call(options.case, services), clean(" ".join(options.text)).strip()
    if not text:
        raise Stop("a remark needs a TEXT", MISUSED)
    by, at = services.settings.agent.id, services.calls.clock.now().utc
    mark = TrainerMark("remark", "", 0.0, text, by, at)
    services.calls.mark(call.id, mark)
    if options.json:
        out.json({"case": call.id, **mark._asdict()})
    else:
        out.line(services.library.words(services.wording)["class.cli.remarked"])
    return 0
