"""Go on with a case that another desk handed over: it waits here, at the very step."""

from argparse import Namespace

from lenovo_desk.cli.arguments import Parser
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.passphrase import NOTE, passphrase
from lenovo_desk.cli.services import Rooms
from lenovo_desk.core.model.intents import TakeOver
from lenovo_desk.core.wording.sentences import filled


def arguments(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.epilog = f"{NOTE}\n{parser.epilog}"
    parser.add_argument("file", metavar="FILE", help="the file that came from the other desk")
    parser.add_argument("--json", action="store_true", help="write JSON")


def run(options: Namespace, rooms: Rooms, out: Output) -> int:
    """Take the case over in the name of whoever is at this desk."""
    words = rooms.library.words(rooms.wording)
    desk = rooms.opening("", "", "real")
    intent = TakeOver(desk.agent, desk.role, desk.settings)
    case = rooms.store.take_over(options.file, passphrase(words, twice=False), intent)
    if options.json:
        out.json({"case": case})
    else:
        out.line(filled(words["handover.taken"], {"detail": case}))
    return 0
