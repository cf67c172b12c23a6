"""Go on with a case that another desk handed over: it waits here, at the very step."""

from argparse import Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.passphrase import NOTE, read_passphrase
from lenovo_desk.cli.services import Services
from lenovo_desk.core.model.intents import TakeOver
from lenovo_desk.core.wording.sentences import filled


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.epilog = f"{NOTE}\n{parser.epilog}"
    parser.add_argument("file", metavar="FILE", help="the file that came from the other desk")
    parser.add_argument("--json", action="store_true", help="write JSON")


def run(options: Namespace, services: Services, out: Output) -> int:
    """Take the case over in the name of this desk's agent."""
    words = services.library.words(services.wording)
    desk = services.opening("", "", "real")
    intent = TakeOver(desk.agent, desk.role, desk.settings)
    case = services.store.take_over(options.file, read_passphrase(words, twice=False), intent)
    if options.json:
        out.json({"case": case})
    else:
        out.line(filled(words["handover.taken"], {"detail": case}))
    return 0
