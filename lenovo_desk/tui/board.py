"""The board: every open promise by its due time, with the arithmetic of the one in view."""

from functools import cache, partial
from typing import TYPE_CHECKING

from lenovo_desk.core.board import Entry, board, damage_told, due_title
from lenovo_desk.core.books import show_moment
from lenovo_desk.core.moments import iso
from lenovo_desk.core.sentences import filled, span
from lenovo_desk.core.session import StoreProblem
from lenovo_desk.tui.panes import short_id
from lenovo_desk.tui.pick import Pick, Row

if TYPE_CHECKING:
    from lenovo_desk.tui.app import DeskApp


def show_board(app: "DeskApp") -> None:
    """List what is promised and what waits, the overdue first; Enter takes a case up."""
    words = app.words
    entries = board(app.unfinished())
    if not entries:
        app.home.show(words["board.empty"])
        return

    why = cache(partial(arithmetic_of, app))
    rows = [
        Row(label(app, entry), _where(app, entry), partial(why, entry), entry.case.id)
        for entry in entries
    ]

    def picked(row: Row | None) -> None:
        if row is not None:
            app.resume(str(row.value))

    app.push_screen(Pick(words["board.title"], rows, words["board.hint"]), picked)


def label(app: "DeskApp", entry: Entry) -> str:
    """Return what is due and when, in words."""
    words, due = app.words, entry.due
    if entry.case.damage:
        return damage_told(words, entry.case)
    if due is None:
        return words["cli.not_due"]
    now = app.store.clock.now().utc
    key = "cli.overdue" if entry.overdue(now) else "cli.due"
    key = "cli.paused" if due.state == "paused" else key
    moment = show_moment(app.language, iso(due.at, entry.case.zone), entry.case.zone)
    when = filled(words[key], {"moment": moment, "time": span(words, abs(due.at - now))})
    title = due_title(app.library, words, app.language, due.name)
    return f"{title}  {when}"


def _where(app: "DeskApp", entry: Entry) -> str:
    flow, step = app.titles(entry.case.flow, entry.case.step)
    return f"{short_id(entry.case.id)}  {step}  {flow}  {entry.case.agent}"


def arithmetic_of(app: "DeskApp", entry: Entry) -> str:
    """Return how a promise came to its due time; why a case is parked for the others."""
    from lenovo_desk.report.arithmetic import arithmetic
    from lenovo_desk.report.wording import Wording

    if entry.due is None or entry.due.state not in ("running", "paused"):
        return app.park_reason(entry.case)
    try:
        flows, events = app.store.history(entry.case.id)
    except StoreProblem as problem:
        return app.store_problem(problem)
    lines = arithmetic(flows, events, Wording(app.library, app.language)).get(entry.due.name)
    return "\n".join(lines or (app.words["why.nothing"],))
