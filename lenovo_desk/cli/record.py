"""Show a closed case whole, with what is known of the customer."""

from argparse import Namespace
from collections.abc import Iterator

from lenovo_desk.cli.arguments import Parser
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.rooms import Rooms
from lenovo_desk.cli.stop import FAILED, Stop, guess
from lenovo_desk.cli.titles import Titles
from lenovo_desk.core.flow import Plain
from lenovo_desk.core.sentences import span


def arguments(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("case", metavar="ID", help="the case, as in: lenovo-desk log")
    parser.add_argument("--json", action="store_true", help="write the whole document as JSON")


def run(options: Namespace, rooms: Rooms, out: Output) -> int:
    """Show the document of the case."""
    case = rooms.store.document(options.case)
    if case is None:
        known = [one["case"] for one in rooms.store.documents(personal=False)]
        hint = guess(options.case, known) or " See lenovo-desk log."
        raise Stop(f'there is no closed case "{options.case}".{hint}', FAILED)
    if options.json:
        out.json(case)
        return 0
    titles = Titles(rooms.library, rooms.wording)
    for heading, lines in _sections(case, titles):
        if lines:
            out.line(titles.words[f"cli.record.{heading}"])
            for line in lines:
                out.line(f"  {line}")
    return 0


def _sections(case: Plain, titles: Titles) -> Iterator[tuple[str, list[str]]]:
    flow, figures = case["flow"], case["figures"]
    yield (
        "case",
        [
            f"{case['case']} · {titles.flow(flow)} · {case['agent'] or '-'} · {case['language']}",
            f"{_time(case['opened'])} - {_time(case['closed'])}"
            f" · {span(titles.words, figures['handled'])}",
            titles.end(flow, case["disposition"]),
        ],
    )
    yield (
        "path",
        [
            f"{_time(one['at'])}  {titles.step(one['flow'], one['step'])}"
            f" > {titles.choice(one['flow'], one['step'], one['choice'])}"
            for one in case["path"]
        ],
    )
    yield (
        "facts",
        [
            f"{titles.fact(flow, key)}: {titles.value(flow, key, value)}"
            for key, value in case["facts"].items()
        ],
    )
    yield "ticks", [f"{_time(one['at'])}  {one['item']}" for one in case["ticks"]]
    yield (
        "deadlines",
        [f"{one['id']}: {one['state']}, {_time(one['due'])}" for one in case["deadlines"]],
    )
    yield (
        "waits",
        [
            f"{one['wait']}: {span(titles.words, one['seconds'])}"
            f" / {span(titles.words, one['wanted'])} ({one['proof']})"
            for one in case["waits"]
        ],
    )
    yield (
        "phrases",
        [
            f"{_time(one['at'])}  {titles.words.get('via.' + one['via'], one['via'])}"
            f" · {one['language']} · {one['text']}"
            for one in case["phrases"]
        ],
    )
    yield "parks", [f"{_time(one['at'])} - {_time(one['until'])}" for one in case["parks"]]
    notes = [f"{_time(one['at'])}  {one['text']}" for one in case["notes"]]
    yield "notes", notes + ([case["closing_notes"]] if case["closing_notes"] else [])


def _time(moment: str) -> str:
    return moment[:16].replace("T", " ")
