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
    """Make the folder, and say who can read it and what it holds."""
    from lenovo_desk.store.mock.class_folder import share_folder

    sharing = share_folder(options.folder, options.group)
    if options.json:
        out.json(sharing._asdict())
        return 0
    words = services.library.words(services.wording)
    who = "group" if sharing.group else "alone" if sharing.modes else "no_modes"
    keys = ["ready", who, *(["closed"] if sharing.closed else []), "lies", "use"]
    values = {
        "folder": sharing.folder,
        "owner": sharing.owner or "-",
        "group": sharing.group,
        "members": ", ".join(sharing.members) or "-",
        "detail": sharing.closed,
    }
    for key in keys:
        out.line(filled(words[f"class.share.{key}"], values))
    return 0
