"""List scenarios, and mock calls that are not finished."""

from argparse import Namespace
from collections.abc import Iterable

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.mock.mock_names import practice_language, tell_call_notices
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services
from lenovo_desk.cli.titles import CaseTitles
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.ports import CaseSummary
from lenovo_desk.core.time.moments import iso
from lenovo_desk.core.wording.sentences import filled, span
from lenovo_desk.training.model.scenario import Scenario


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("word", nargs="*", help="none: the commands of mock calls have two words")
    parser.add_argument("--json", action="store_true", help="write JSON")


def run(options: Namespace, services: Services, out: Output) -> int:
    """List the scenarios in the language of practice, and the unfinished mock calls."""
    language = practice_language(services)
    scenarios, live = services.materials.scenarios(language), services.calls.live()
    if options.json:
        out.json(_plain(scenarios, live))
        return 0
    titles = CaseTitles(services.library, services.wording)
    words = titles.words
    if live:
        out.line(words["class.cli.unfinished"])
        out.table(
            [(call.id, call.agent, titles.flow(call.flow), titles.step(call.flow, call.step))
             for call in live]
        )  # fmt: skip
        out.line()
        out.line(words["class.cli.scenarios"])
    if not scenarios:
        out.line(words["class.cli.no_scenarios"])
    out.table(
        [
            (
                scenario.id,
                scenario.title,
                titles.flow(scenario.flow),
                filled(words["class.cli.target"], {"time": span(words, scenario.target)}),
            )
            for scenario in scenarios
        ]
    )
    tell_call_notices(services)
    return 0


def _plain(scenarios: Iterable[Scenario], live: Iterable[CaseSummary]) -> Plain:
    return {
        "unfinished": [
            {
                "case": call.id,
                "flow": call.flow,
                "step": call.step,
                "trainee": call.agent,
                "language": call.language,
                "last": iso(call.last, call.zone),
                "damage": call.damage,
            }
            for call in live
        ],
        "scenarios": [
            {
                "id": scenario.id,
                "title": scenario.title,
                "flow": scenario.flow,
                "language": scenario.language,
                "target": scenario.target,
                "about": scenario.about,
            }
            for scenario in scenarios
        ],
    }
