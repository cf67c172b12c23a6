"""Open the screen with a new case, filled with what another program knows."""

from argparse import Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.cases.case_names import no_case
from lenovo_desk.cli.open_screen import run_screen, take_terminal
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.intents import RecordFact
from lenovo_desk.core.model.values import Value


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("flow", metavar="FLOW", help="the flow, as in: lenovo-desk flows")
    parser.add_argument(
        "--follows", metavar="ID", default="", help="the case it follows: what both share is known"
    )
    parser.add_argument(
        "--fact",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="record a fact that is not personal; may be repeated",
    )
    parser.add_argument(
        "--stdin",
        action="store_true",
        help="record the facts of a JSON object in standard input, personal ones as well",
    )


def run(options: Namespace, services: Services, out: Output) -> int:
    """Open the screen straight into the flow."""
    flow = services.flow(options.flow).id
    earlier = _earlier(options.follows, services)
    facts = _facts(flow, options, services, earlier)
    return run_screen(services, lambda app: app.start(flow, options.follows, facts))


def _earlier(case: str, services: Services) -> dict[str, Value]:
    """Return the facts of the case that is followed, if any. Raises `Stop`."""
    try:
        return services.store.known_facts(case) if case else {}
    except StoreProblem as problem:
        if problem.code != "no_case":
            raise
        raise no_case(case, services) from None


def _facts(
    flow: str, options: Namespace, services: Services, earlier: dict[str, Value]
) -> tuple[RecordFact, ...]:
    """Return what the case begins with; keys come from the terminal then. Raises `Stop`."""
    if not (options.fact or options.stdin):
        return ()
    from lenovo_desk.cli.cases.start_facts import StartFacts, read_stdin

    facts = StartFacts(services, services.opening(flow, "start", "real"), earlier)
    facts.take_words(options.fact)
    if options.stdin:
        facts.take_json(read_stdin())
    intents = facts.checked()
    if options.stdin:
        take_terminal()
    return intents
