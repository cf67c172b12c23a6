"""The board: every promise by its due time, with its arithmetic."""

from functools import cache, partial

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.promise_board import BoardEntry, board_entries, damage_text, due_title
from lenovo_desk.core.wording.books import time_text
from lenovo_desk.core.wording.language_formats import formats_of
from lenovo_desk.core.wording.sentences import filled, span
from lenovo_desk.tui.kit.pages.picker import Picker, PickerRow
from lenovo_desk.tui.kit.times_and_ids import away, short_id
from lenovo_desk.tui.shell import Shell


def show_board(shell: Shell) -> None:
    """List promises and waiting cases, overdue ones first; Enter opens a case."""
    words = shell.words
    entries = board_entries(shell.readings.unfinished(), shell.store.clock.now().utc)
    if not entries:
        shell.tell_home(words["board.empty"])
        return

    why = cache(partial(arithmetic_of, shell))
    rows = [
        PickerRow(due_label(shell, entry), entry.case.id, _where(shell, entry), partial(why, entry))
        for entry in entries
    ]

    def picked(case: str | None) -> None:
        if case is not None:
            shell.resume(case)

    shell.push_screen(Picker(words["board.title"], rows, words["board.hint"]), picked)


def due_label(shell: Shell, entry: BoardEntry) -> str:
    """Return its priority, when something is due, and what; the time is never cut."""
    rank = entry.case.priority
    mark = f"{shell.words[f'priority.{rank}']}  " if rank else ""
    return mark + _due_text(shell, entry)


def _due_text(shell: Shell, entry: BoardEntry) -> str:
    words, due = shell.words, entry.due
    if entry.case.damage:
        return damage_text(words, entry.case)
    if due is None:
        return words["cli.not_due"]
    left = due.at - shell.store.clock.now().utc
    late, soon = ("wait_over", "wait_left") if due.state == "waiting" else ("late", "soon")
    when = words[f"home.{late if left <= 0 else soon}"]
    when = words["promise.paused"] if due.state == "paused" else when
    title = due_title(shell.library, words, shell.language, due.name)
    return f"{filled(when, {'time': away(words, abs(left))})}  {title}"


def _where(shell: Shell, entry: BoardEntry) -> str:
    flow, step = shell.readings.titles(entry.case.flow, entry.case.step)
    return f"{short_id(entry.case.id)}  {step}  {flow}  {entry.case.agent}"


def arithmetic_of(shell: Shell, entry: BoardEntry) -> str:
    """Return the due time and its arithmetic; for parked cases the reason."""
    from lenovo_desk.core.wording.wording import Wording
    from lenovo_desk.report.due_arithmetic import due_arithmetic

    if entry.due is None:
        return shell.readings.park_reason(entry.case)
    now, zone = shell.store.clock.now().utc, entry.case.zone
    moment = time_text(formats_of(shell.words), entry.due.at, zone, now=now)
    values = {"moment": moment, "time": span(shell.words, abs(entry.due.at - now))}
    whole = filled(shell.words[entry.words(now)], values)
    if entry.due.state not in ("running", "paused"):
        return f"{whole}\n{shell.readings.park_reason(entry.case)}"
    try:
        flows, events = shell.store.history(entry.case.id)
    except StoreProblem as problem:
        return shell.readings.store_problem(problem)
    lines = due_arithmetic(flows, events, Wording(shell.library, shell.language)).get(
        entry.due.name
    )
    return "\n".join((whole, *(lines or (shell.words["why.nothing"],))))
