"""Open the trainer's window: see a trainee's call as it goes, and play its customer."""

from argparse import Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.mock.mock_names import named_call
from lenovo_desk.cli.open_screen import run_trainer
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "case", metavar="ID", nargs="?", default="", help="the call; the newest, unless given"
    )


def run(options: Namespace, services: Services, out: Output) -> int:
    """Open the window on the call; without a live one, the list of live calls."""
    case = options.case
    if case:
        named_call(case, services)
    else:
        case = next((summary.id for summary in services.calls.live() if not summary.damage), "")
    return run_trainer(services, case)
