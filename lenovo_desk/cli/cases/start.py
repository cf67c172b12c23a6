"""Open the screen with a new case."""

from argparse import Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.cases.case_names import no_case
from lenovo_desk.cli.open_screen import run_screen
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services
from lenovo_desk.core.engine.session import StoreProblem


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("flow", metavar="FLOW", help="the flow, as in: lenovo-desk flows")
    parser.add_argument(
        "--follows", metavar="ID", default="", help="the case it follows: what both share is known"
    )


def run(options: Namespace, services: Services, out: Output) -> int:
    """Open the screen straight into the flow."""
    flow = services.flow(options.flow).id
    if options.follows:
        try:
            services.store.known_facts(options.follows)
        except StoreProblem as problem:
            if problem.code != "no_case":
                raise
            raise no_case(options.follows, services) from None
    return run_screen(services, lambda app: app.start(flow, options.follows))
