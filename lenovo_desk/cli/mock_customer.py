"""Open the trainer's window: see a trainee's call as it goes, and play its customer."""

from argparse import Namespace
from typing import TYPE_CHECKING

from lenovo_desk.cli.arguments import Parser
from lenovo_desk.cli.mock_names import call
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.rooms import Rooms
from lenovo_desk.cli.screen import run_screen
from lenovo_desk.cli.stop import FAILED, Stop

if TYPE_CHECKING:
    from lenovo_desk.tui.app import DeskApp


def arguments(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "case", metavar="ID", nargs="?", default="", help="the call; the newest, unless given"
    )


def run(options: Namespace, rooms: Rooms, out: Output) -> int:
    """Open the window on the call; when it is left, on the list of those that are going on."""
    case = options.case
    if case:
        call(case, rooms)
    else:
        live = [one.id for one in rooms.calls.live() if not one.damage]
        if not live:
            raise Stop(rooms.library.words(rooms.wording)["class.cli.nobody_calls"], FAILED)
        case = live[0]

    def first(app: "DeskApp") -> None:
        from lenovo_desk.tui.calls import show_calls

        if problem := show_calls(app, case):
            app.home.show(problem, alert=True)

    return run_screen(rooms, first)
