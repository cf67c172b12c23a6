"""Open the screen with a mock call: a scripted customer, nothing of it real."""

from argparse import Namespace
from typing import TYPE_CHECKING

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.mock.mock_names import named_scenario
from lenovo_desk.cli.open_screen import run_screen
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services

if TYPE_CHECKING:
    from lenovo_desk.tui.shell import Shell


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("scenario", metavar="SCENARIO", help="the scenario, as in: mock")


def run(options: Namespace, services: Services, out: Output) -> int:
    """Open the screen with the briefing of the call."""
    scenario = named_scenario(options.scenario, services)
    _ = services.calls  # a missing class is reported before a screen is opened

    def first(shell: "Shell") -> None:
        from lenovo_desk.tui.training_messages import ShowBriefing

        shell.go(ShowBriefing(scenario))

    return run_screen(services, first)
