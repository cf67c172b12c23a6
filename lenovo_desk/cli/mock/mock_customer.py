"""Open the trainer's window: see a trainee's call as it goes, and play its customer."""

from argparse import Namespace

from lenovo_desk.cli.arguments import Parser
from lenovo_desk.cli.mock.mock_names import call
from lenovo_desk.cli.open_screen import run_trainer
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Rooms


def arguments(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "case", metavar="ID", nargs="?", default="", help="the call; the newest, unless given"
    )


def run(options: Namespace, rooms: Rooms, out: Output) -> int:
    """Open the window on the call; where none is going on, the list that waits for one."""
    case = options.case
    if case:
        call(case, rooms)
    else:
        case = next((one.id for one in rooms.calls.live() if not one.damage), "")
    return run_trainer(rooms, case)
