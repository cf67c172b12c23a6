"""Show a case whole, with what is known of the customer, or write it as a page to print."""

from argparse import Namespace
from collections.abc import Iterator

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.cases.case_names import no_case
from lenovo_desk.cli.cases.log import agents_of
from lenovo_desk.cli.exits import FAILED, Stop
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services
from lenovo_desk.cli.titles import CaseTitles
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.standing_moves import standing_moves
from lenovo_desk.core.wording.sentences import filled, span
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.disk_files import write_private
from lenovo_desk.report.case_record import case_record
from lenovo_desk.report.record_html import printed_record
from lenovo_desk.report.record_text import record_text


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("case", metavar="ID", help="the case, as in: lenovo-desk log, board")
    parser.add_argument("--json", action="store_true", help="write the whole document as JSON")
    parser.add_argument(
        "--html", metavar="FILE", help="write a page to print into a file; - is standard output"
    )


def run(options: Namespace, services: Services, out: Output) -> int:
    """Show a case, unfinished or closed; return the exit status."""
    from lenovo_desk.core.engine.session import StoreProblem

    if options.json:
        out.json(_document(options.case, services))
        return 0
    try:
        flows, events = services.store.history(options.case)
    except StoreProblem as problem:
        if options.html or problem.code not in ("no_journal", "bad_case_id"):
            _document(options.case, services)  # raises a better message if there is no such case
            raise
        _write_document(_document(options.case, services), services, out)
        return 0
    wording = Wording(services.library, services.wording)
    record = case_record(flows, events, wording)
    if not options.html:
        out.text(record_text(record, wording))
    elif options.html == "-":
        out.text(printed_record(record, wording))
    else:
        write_private(options.html, printed_record(record, wording).encode())
        out.line(filled(wording.word("record.written"), {"detail": options.html}))
    return 0


def _document(name: str, services: Services) -> Plain:
    case = services.store.document(name)
    if case is None:
        if name in (summary.id for summary in services.store.unfinished(reasons=False)):
            raise Stop(f'the case "{name}" is not closed yet.', FAILED)
        raise no_case(name, services)
    return case


def _write_document(case: Plain, services: Services, out: Output) -> None:
    """Write a closed case from its document, for when its journal is no longer here."""
    titles = CaseTitles(services.library, services.wording)
    for heading, lines in _sections(case, titles):
        if lines:
            out.line(titles.words[f"cli.record.{heading}"])
            for line in lines:
                out.line(f"  {line}")


def _sections(case: Plain, titles: CaseTitles) -> Iterator[tuple[str, list[str]]]:
    flow, figures = case["flow"], case["figures"]
    who = " · ".join(agents_of(case)) or "-"
    yield (
        "case",
        [
            f"{case['case']} · {titles.flow(flow)} · {who} · {case['language']}",
            f"{_time(case['opened'])} - {_time(case['closed'])}"
            f" · {span(titles.words, figures['handled'])}",
            titles.end(flow, case["disposition"]),
        ],
    )
    yield (
        "facts",
        [
            f"{titles.fact(flow, key)}: {titles.value(flow, key, value)}"
            for key, value in case["facts"].items()
        ],
    )
    yield "ticks", [f"{_time(row['at'])}  {row['item']}" for row in case["ticks"]]
    yield (
        "deadlines",
        [f"{row['id']}: {row['state']}, {_time(row['due'])}" for row in case["deadlines"]],
    )
    yield (
        "waits",
        [
            f"{row['wait']}: {span(titles.words, row['seconds'])}"
            f" / {span(titles.words, row['wanted'])} ({row['proof']})"
            for row in case["waits"]
        ],
    )
    yield (
        "phrases",
        [
            f"{_time(row['at'])}  {titles.words.get('via.' + row['via'], row['via'])}"
            f" · {row['language']} · {row['text']}"
            for row in case["phrases"]
        ],
    )
    yield (
        "replies",
        [
            f"{_time(row['at'])}  {titles.words.get('via.' + row['via'], row['via'])}"
            f" · {row['language']} · {row['text']}"
            for row in case.get("replies", ())
        ],
    )
    yield "parks", [f"{_time(row['at'])} - {_time(row['until'])}" for row in case["parks"]]
    notes = [f"{_time(row['at'])}  {row['text']}" for row in case["notes"]]
    yield "notes", notes + ([case["closing_notes"]] if case["closing_notes"] else [])
    yield (
        "path",
        [
            f"{_time(row['at'])}  {titles.step(row['flow'], row['step'])}"
            f" > {titles.choice(row['flow'], row['step'], row['choice'])}"
            for row in standing_moves(case["path"])
        ],
    )


def _time(moment: str) -> str:
    return moment[:16].replace("T", " ")
