"""List open promises and parked cases by their due time, the overdue first."""

from argparse import Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services
from lenovo_desk.cli.titles import CaseTitles
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.ports import CaseSummary
from lenovo_desk.core.promise_board import BoardEntry, board_entries, damage_text, due_title
from lenovo_desk.core.time.moments import iso
from lenovo_desk.core.wording.books import time_text
from lenovo_desk.core.wording.language_formats import formats_of
from lenovo_desk.core.wording.sentences import filled, span


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--json", action="store_true", help="write JSON, an object a case")
    parser.add_argument(
        "--why", action="store_true", help="show how each promise came to its due time"
    )


def run(options: Namespace, services: Services, out: Output) -> int:
    """List promises and parked cases; cases in which nothing is due come last."""
    now = services.store.clock.now().utc
    entries = board_entries(services.store.unfinished(), now)
    if options.json:
        cases = dict.fromkeys(entry.case for entry in entries)
        out.json([_plain(case, now) for case in cases])
        return 0
    if not entries:
        out.line(services.library.words(services.wording)["cli.no_open_cases"])
        return 0
    titles = CaseTitles(services.library, services.wording)
    rows = [_row(entry, now, titles, services) for entry in entries]
    if not options.why:
        out.table(rows)
        return 0
    for entry, row in zip(entries, rows, strict=True):
        out.line("  ".join(row))
        for line in _why(entry, services):
            out.line(f"    {line}")
    return 0


def _plain(case: CaseSummary, now: float) -> dict[str, object]:
    plain = case._asdict()
    del plain["customer"], plain["problem"]  # who waits is told to those who know: by log find
    for key in ("opened", "last", "due"):
        plain[key] = iso(plain[key], case.zone) if plain[key] else None
    plain["dues"] = [
        {
            "name": due.name,
            "state": due.state,
            "at": iso(due.at, case.zone),
            "overdue": BoardEntry(case, due).overdue(now),
        }
        for due in case.dues
    ]
    return {**plain, "overdue": any(BoardEntry(case, due).overdue(now) for due in case.dues)}


def _row(entry: BoardEntry, now: float, titles: CaseTitles, services: Services) -> tuple[str, ...]:
    words, (case, due) = titles.words, entry
    what = when = ""
    if case.damage:
        when = damage_text(words, case)
    elif due is None:
        when = words["cli.not_due"]
    else:
        what = due_title(services.library, words, titles.language, due.name)
        away = span(words, abs(due.at - now))
        moment = time_text(formats_of(words), due.at, case.zone, now=now)
        when = filled(words[entry.words(now)], {"moment": moment, "time": away})
    if case.priority:
        when = f"{words[f'priority.{case.priority}']}  {when}"
    state = words[f"cli.state_{case.state}"]
    return (
        case.id,
        when,
        what,
        state,
        titles.flow(case.flow),
        titles.step(case.flow, case.step),
        case.agent or "-",
    )


def _why(entry: BoardEntry, services: Services) -> tuple[str, ...]:
    """Return the arithmetic of a promise, one line each; empty when the case cannot be read."""
    from lenovo_desk.core.wording.wording import Wording
    from lenovo_desk.report.due_arithmetic import due_arithmetic

    if entry.due is None or entry.due.state not in ("running", "paused"):
        return ()
    try:
        flows, events = services.store.history(entry.case.id)
    except StoreProblem:
        return ()
    promises = due_arithmetic(flows, events, Wording(services.library, services.wording))
    return promises.get(entry.due.name, ())
