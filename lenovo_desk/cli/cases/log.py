"""List closed cases, the latest first."""

from argparse import Namespace
from collections.abc import Iterator

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services
from lenovo_desk.cli.titles import CaseTitles
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.wording.sentences import span


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    add_filters(parser)
    parser.add_argument("--json", action="store_true", help="write JSON")


def add_filters(parser: CommandParser) -> None:
    """Add the options that narrow down the cases."""
    parser.add_argument("--day", metavar="DATE", help="closed on this day (2026-11-22)")
    parser.add_argument("--agent", metavar="ID", help="closed by this agent")
    parser.add_argument("--flow", metavar="FLOW", help="worked in this flow")


def run(options: Namespace, services: Services, out: Output) -> int:
    """List the cases without personal data."""
    cases = filtered_cases(options, services, personal=False)
    if options.json:
        out.json([case_overview(case) for case in cases])
        return 0
    titles = CaseTitles(services.library, services.wording)
    rows = [
        (
            case["case"],
            case["closed"][:16].replace("T", " "),
            " · ".join(agents_of(case)) or "-",
            titles.flow(case["flow"]),
            titles.end(case["flow"], case["disposition"]),
            span(titles.words, case["figures"]["handled"]),
        )
        for case in cases
    ]
    if rows:
        out.table(rows)
    else:
        out.line(titles.words["cli.no_cases"])
    services.tell_notices()
    return 0


def case_overview(case: Plain) -> Plain:
    """Return the fields of a case that the list shows."""
    keys = ("case", "flow", "agent", "language", "opened", "closed", "disposition", "completed")
    overview = {key: case[key] for key in keys} | {"agents": agents_of(case)}
    return {**overview, "handled": case["figures"]["handled"]}


def agents_of(case: Plain) -> list[str]:
    """Return the ids of all who acted in a case, in order; older documents name only the last."""
    agents: list[str] = case.get("agents") or [case["agent"]]
    return list(filter(None, agents))


def filtered_cases(options: Namespace, services: Services, personal: bool) -> Iterator[Plain]:
    """Yield the documents of the cases that match the options, latest first."""
    for case in services.store.documents(personal=personal):
        if (
            (not options.day or case["closed"][:10] == options.day)
            and (not options.agent or case["agent"] == options.agent)
            and (not options.flow or case["flow"] == options.flow)
        ):
            yield case
