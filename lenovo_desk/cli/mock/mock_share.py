"""Set a shared folder up for the mock calls of a class, and say who can read it."""

from argparse import Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services
from lenovo_desk.core.wording.sentences import filled


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("folder", metavar="DIR", help="a new folder, or one that was set up so")
    parser.add_argument(
        "--group", metavar="NAME", default="", help="whose members share it; none: you alone"
    )
    parser.add_argument("--json", action="store_true", help="write JSON")


def run(options: Namespace, services: Services, out: Output) -> int:
    """Make the folder, and say plainly who can read it and what lies there."""
    from lenovo_desk.store.mock.class_folder import share_folder

    found = share_folder(options.folder, options.group)
    if options.json:
        out.json(found._asdict())
        return 0
    words = services.library.words(services.wording)
    who = "group" if found.group else "alone" if found.modes else "no_modes"
    told = ["ready", who, *(["closed"] if found.closed else []), "lies", "use"]
    values = {
        "folder": found.folder,
        "owner": found.owner or "-",
        "group": found.group,
        "members": ", ".join(found.members) or "-",
        "detail": found.closed,
    }
    for key in told:
        out.line(filled(words[f"class.share.{key}"], values))
    return 0
