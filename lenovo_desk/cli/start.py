"""Open the screen with a new case."""

from argparse import Namespace

from lenovo_desk.cli.arguments import Parser
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.rooms import Rooms
from lenovo_desk.cli.screen import run_screen


def arguments(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("flow", metavar="FLOW", help="the flow, as in: lenovo-desk flows")


def run(options: Namespace, rooms: Rooms, out: Output) -> int:
    """Open the screen straight into the flow."""
    return run_screen(rooms, rooms.flow(options.flow).id)
