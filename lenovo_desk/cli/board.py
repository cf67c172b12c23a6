"""List open and parked cases by their next due time, the overdue first."""

from argparse import Namespace

from lenovo_desk.cli.arguments import Parser
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.rooms import Rooms
from lenovo_desk.cli.titles import Titles
from lenovo_desk.core.books import show_moment
from lenovo_desk.core.moments import iso
from lenovo_desk.core.ports import Summary
from lenovo_desk.core.sentences import filled, span


def arguments(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--json", action="store_true", help="write JSON")


def run(options: Namespace, rooms: Rooms, out: Output) -> int:
    """List the cases; those without a due time come last."""
    now = rooms.store.clock.now().utc
    cases = sorted(rooms.store.unfinished(), key=lambda one: (not one.due, one.due, one.last))
    if options.json:
        out.json([_plain(case, now) for case in cases])
        return 0
    titles = Titles(rooms.library, rooms.wording)
    rows = [_row(case, now, titles) for case in cases]
    if rows:
        out.table(rows)
    else:
        out.line(titles.words["cli.no_open_cases"])
    return 0


def _plain(case: Summary, now: float) -> dict[str, object]:
    plain = case._asdict()
    for key in ("opened", "last", "due"):
        plain[key] = iso(plain[key], case.zone) if plain[key] else None
    return {**plain, "overdue": _overdue(case, now)}


def _overdue(case: Summary, now: float) -> bool:
    return bool(case.due) and case.due < now


def _row(case: Summary, now: float, titles: Titles) -> tuple[str, ...]:
    words = titles.words
    if case.damage:
        due = filled(words["cli.damaged"], {"detail": case.damage})
    elif case.due:
        away = span(words, abs(case.due - now))
        key = "cli.overdue" if _overdue(case, now) else "cli.due"
        moment = show_moment(titles.language, iso(case.due, case.zone), case.zone)
        due = filled(words[key], {"moment": moment, "time": away})
    else:
        due = words["cli.not_due"]
    state = words["cli.state_parked" if case.status == "parked" else "cli.state_open"]
    mock = f" ({words['cli.mock']})" if case.mode != "real" else ""
    return (
        case.id,
        state + mock,
        due,
        titles.flow(case.flow),
        titles.step(case.flow, case.step),
        case.agent or "-",
    )
