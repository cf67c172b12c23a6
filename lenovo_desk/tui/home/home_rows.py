"""The rows of Home: flows to start and waiting cases."""

from rich.cells import cell_len
from textual.strip import Strip

from lenovo_desk.core.ports import CaseSummary, FlowCard
from lenovo_desk.core.promise_board import damage_text
from lenovo_desk.core.time.moments import iso
from lenovo_desk.core.wording.books import date_text, time_text
from lenovo_desk.core.wording.language_formats import formats_of
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import fit
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.kit.times_and_ids import away, short_id
from lenovo_desk.tui.shell import Shell

SOON = 3600.0
"""Seconds before a due time at which Home begins to count down."""


def card_row(shell: Shell, card: FlowCard, number: int, current: bool, width: int) -> Strip:
    """Return the row of a flow: number, title and, if they fit, the languages of its phrases."""
    words, ink, room = shell.words, inks(shell), width - 7
    title = card.titles.get(shell.language, card.titles["en"])
    key = f" {number + 1} " if number < 9 else "   "
    mark = "> " if current else "  "
    more, style = f"  {' '.join(card.languages)}", ink.dim
    if card.problems:
        more, style = f"  {words['home.broken_flow']}", ink.warn
        title = fit(title, max(room // 2, room - cell_len(more)))
    elif cell_len(title) + cell_len(more) > room:
        more = ""
    parts = [(mark, ink.key), (key, ink.cursor if current else ink.key)]
    parts += [(f" {fit(title, room)}", ink.strong), (more, style)]
    return line(parts, width, ink.plain)


def case_row(shell: Shell, case: CaseSummary, current: bool, now: float, width: int) -> Strip:
    """Return the row of a waiting case: when it is due, its step and its agent."""
    words, ink = shell.words, inks(shell)
    mark = "> " if current else "  "
    parts = [(mark, ink.key), (f"{short_id(case.id):<5}", ink.cursor if current else ink.key)]
    if case.damage:
        parts.append((f" {fit(damage_text(words, case), width - 9)}", ink.warn))
        return line(parts, width, ink.plain)
    last, today = iso(case.last, case.zone), iso(now, case.zone)
    part = "time" if last[:10] == today[:10] else "date"
    moment_text = date_text(formats_of(shell.words), last, case.zone, part, now)
    when, style = f"{words[f'home.status_{case.status}']} {moment_text}", ink.plain
    if case.due:
        moment = time_text(formats_of(shell.words), case.due, case.zone, now=now)
        left = case.due - now
        if case.due_name.startswith("wait."):
            when = words["home.wait_over" if left <= 0 else "home.wait_left"]
        elif left > SOON:
            when = moment
        else:
            when = words["home.late" if left <= 0 else "home.soon"]
        when = when.format(time=away(words, abs(left)))
        style = ink.warn if left <= 0 else ink.plain
    title, step = shell.readings.titles(case.flow, case.step)
    if case.priority:
        parts.append((f" {words[f'priority.{case.priority}']}", ink.warn))
    parts += [(f" {when}", style), (f"  {step}", ink.strong)]
    for more in (
        case.agent if case.agent != shell.settings.current.agent.id else "",
        shell.readings.park_reason(case) if case.reason else "",
        title,
    ):
        room = width - 3 - sum(cell_len(text) for text, _ in parts)
        if more and room > 8:
            parts.append((f"  {fit(more, room)}", ink.dim))
    return line(parts, width, ink.plain)
