"""The board: every promise by its due time, with its arithmetic."""

from collections.abc import Iterable
from functools import cache, partial

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.ports import CaseSummary, DueTime
from lenovo_desk.core.promise_board import BoardEntry, board_entries, due_title
from lenovo_desk.core.wording.books import time_text
from lenovo_desk.core.wording.language_formats import formats_of
from lenovo_desk.core.wording.sentences import filled, span
from lenovo_desk.tui.home.waiting_rows import due_row
from lenovo_desk.tui.kit.lists.case_table import CaseRow
from lenovo_desk.tui.kit.pages.picker import Picker
from lenovo_desk.tui.kit.pages.picker_rows import PickerRow
from lenovo_desk.tui.shell import Shell


def show_board(shell: Shell) -> None:
    """List promises and waiting cases, overdue ones first; Enter opens a case."""
    words = shell.words
    entries = board_entries(shell.readings.unfinished(), shell.store.clock.now().utc)
    if not entries:
        shell.tell_home(words["board.empty"])
        return

    why = cache(partial(arithmetic_of, shell))
    rows = board_rows(shell, entries)
    lines = [
        PickerRow(
            f"{row.when} {row.customer} {row.reason} {row.damage}",
            entry.case.id,
            f"{row.flow} {row.step} {row.id} {entry.case.agent}",
            partial(why, entry),
            case=row,
        )
        for entry, row in zip(entries, rows, strict=True)
    ]

    def picked(case: str | None) -> None:
        if case is not None:
            shell.resume(case)

    shell.push_screen(Picker(words["board.title"], lines, words["board.hint"]), picked)


def board_rows(shell: Shell, entries: Iterable[BoardEntry]) -> list[CaseRow]:
    """Return the rows of the board: what is promised, or why a case waits."""
    now = shell.store.clock.now().utc
    return [due_row(shell, case, due, _reason(shell, case, due), now) for case, due in entries]


def _reason(shell: Shell, case: CaseSummary, due: DueTime | None) -> str:
    if due is None:
        return case.problem or shell.readings.titles(case.flow, case.step)[1]
    if due.name == "park" and case.reason:
        return shell.readings.park_reason(case)
    return due_title(shell.library, shell.words, shell.language, due.name)


def arithmetic_of(shell: Shell, entry: BoardEntry) -> str:
    """Return its due time and the arithmetic of that, else why it waits; then where it stands."""
    from lenovo_desk.core.wording.wording import Wording
    from lenovo_desk.report.due_arithmetic import due_arithmetic

    flow, step = shell.readings.titles(entry.case.flow, entry.case.step)
    place = f"{flow} › {step} · {entry.case.agent}"
    if entry.due is None:
        return f"{shell.readings.park_reason(entry.case)}\n{place}"
    now, zone = shell.store.clock.now().utc, entry.case.zone
    moment = time_text(formats_of(shell.words), entry.due.at, zone, now=now)
    values = {"moment": moment, "time": span(shell.words, abs(entry.due.at - now))}
    whole = filled(shell.words[entry.words(now)], values)
    if entry.due.state not in ("running", "paused"):
        return f"{whole}\n{shell.readings.park_reason(entry.case)}\n{place}"
    try:
        flows, events = shell.store.history(entry.case.id)
    except StoreProblem as problem:
        return shell.readings.store_problem(problem)
    lines = due_arithmetic(flows, events, Wording(shell.library, shell.language)).get(
        entry.due.name
    )
    return "\n".join((whole, *(lines or (shell.words["why.nothing"],)), place))
