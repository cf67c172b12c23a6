"""List closed mock calls, the newest first, with their scores."""

from argparse import Namespace
from collections.abc import Iterator

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.mock.mock_names import tell_call_notices
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services
from lenovo_desk.core.model.country import Place
from lenovo_desk.core.time.moments import local
from lenovo_desk.core.wording.sentences import span
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.reports.classroom import attempt_verdict
from lenovo_desk.training.reports.progress import Attempt, CallResults
from lenovo_desk.training.reports.score_sheet import percent_text

_JSON_KEYS = {"fully_judged": "heard"}
"""JSON keys that differ from their field's name, since scripts rely on them; by field."""


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--trainee", metavar="ID", default="", help="made by this agent")
    parser.add_argument("--scenario", metavar="SCENARIO", default="", help="of this scenario")
    parser.add_argument("--json", action="store_true", help="write JSON")


def run(options: Namespace, services: Services, out: Output) -> int:
    """List the closed mock calls that match the options."""
    wording = Wording(services.library, services.wording)
    wording.place = Place(services.settings.zone)
    attempts = list(_attempts(options, services))
    if options.json:
        out.json([_plain(attempt, wording.place.zone) for attempt, _ in attempts])
    elif not attempts:
        out.line(wording.word("class.cli.no_calls"))
    else:
        out.table(
            [
                (
                    attempt.case,
                    wording.moment(attempt.at)[:16],
                    attempt.agent or "-",
                    title,
                    percent_text(attempt.percent, wording),
                    attempt_verdict(attempt, wording),
                    span(wording.words, attempt.seconds),
                )
                for attempt, title in attempts
            ]
        )
    tell_call_notices(services)
    return 0


def _attempts(options: Namespace, services: Services) -> Iterator[tuple[Attempt, str]]:
    results = CallResults(services.library)
    for call in services.calls.closed():
        if options.scenario not in ("", call.scenario.id):
            continue
        attempt = results.attempt(call)
        if options.trainee in ("", attempt.agent):
            yield attempt, call.scenario.title


def _plain(attempt: Attempt, zone: str) -> dict[str, object]:
    at = local(attempt.at, zone).isoformat(timespec="seconds")
    fields = {_JSON_KEYS.get(name, name): value for name, value in attempt._asdict().items()}
    fields |= {"at": at, "trainee": attempt.agent, "percent": round(attempt.percent, 2)}
    fields["certifies"] = attempt.certifies
    del fields["agent"]
    return fields
