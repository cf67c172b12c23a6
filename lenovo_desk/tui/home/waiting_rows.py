"""Unfinished cases as rows: what is due when, for whom and why."""

from collections.abc import Iterable

from lenovo_desk.core.ports import CaseSummary, DueTime
from lenovo_desk.core.promise_board import board_entries, damage_text, due_title
from lenovo_desk.core.wording.sentences import filled, pair
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lists.case_table import CaseRow
from lenovo_desk.tui.kit.live_row import live_customer
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.kit.times_and_ids import away, days_to, near_moment, short_id
from lenovo_desk.tui.kit.urgency import HOUR, Urgency, urgency, wait_urgency
from lenovo_desk.tui.live_cases import LiveCase
from lenovo_desk.tui.shell import Shell


def is_due(case: CaseSummary, now: float) -> bool:
    """Return whether a case has a time to keep: it is promised, it ends a wait, or it has come."""
    first = board_entries([case], now)[0]
    if first.due is None or first.due.state == "paused":
        return bool(case.priority)
    return bool(case.priority) or first.due.name != "park" or first.come(now)


def fallen_due_text(shell: Shell, cases: Iterable[CaseSummary]) -> str:
    """Return what is overdue in words: how much, and the first of it, then which waits are over.

    Empty for nothing.
    """
    now, words, texts = shell.store.clock.now().utc, shell.words, list[str]()
    come = [entry for entry in board_entries(cases, now) if entry.come(now)]
    late = [entry for entry in come if entry.overdue(now)]
    if late and (due := late[0].due):
        name = due_title(shell.library, words, shell.language, due.name)
        time = away(words, now - due.at)
        texts.append(words["home.overdue_now"].format(n=len(late), name=name, time=time))
    for entry in come:
        if entry not in late and not entry.case.elsewhere:
            name = entry.case.customer or short_id(entry.case.id)
            texts.append(pair(words, name, words["home.wait_over"]))
    return " · ".join(texts)


def waiting_row(shell: Shell, case: CaseSummary, now: float) -> CaseRow:
    """Return the row of a case by its next due time; `now` is in seconds since 1970 UTC."""
    due = next((due for due in case.dues if due.name == case.due_name), None)
    if due is None and case.due:
        due = DueTime(case.due_name, "running", case.due)
    step = shell.readings.titles(case.flow, case.step)[1]
    reason = shell.readings.park_reason(case) if case.reason else case.problem or step
    return due_row(shell, case, due, reason, now)


def live_case_row(shell: Shell, live: LiveCase, problem: str) -> CaseRow:
    """Return the row of a case that is live in this window: since when its customer waits.

    `problem` is what the customer reports; empty while that is not recorded.
    """
    view = shell.readings.step(live.session)
    face = Face(shell.words, shell.language, view.case.zone, inks(shell))
    customer = live_customer(view, shell.readings.customer(live.session), face, False)
    return CaseRow(
        customer.due or filled(shell.words["live.waits"], {"time": customer.time}),
        customer.urgency if customer.due else Urgency.TODAY,
        customer.name if customer.name != short_id(live.id) else "",
        problem or view.title,
        shell.readings.titles(view.case.flow, view.step.id)[0],
        "",
        short_id(live.id),
        view.title if problem else "",
    )


def due_row(
    shell: Shell, case: CaseSummary, due: DueTime | None, reason: str, now: float
) -> CaseRow:
    """Return the row of one due time of a case."""
    words = shell.words
    when, degree = _when(shell, case, due, now)
    rank = f"{words[f'priority.{case.priority}']}  " if case.priority else ""
    flow, step = shell.readings.titles(case.flow, case.step)
    return CaseRow(
        rank + when,
        Urgency.UP if rank else degree,
        case.customer,
        words["home.elsewhere"] if case.elsewhere else reason,
        flow,
        case.agent if case.agent != shell.settings.current.agent.id else "",
        short_id(case.id),
        step if step != reason else "",
        damage_text(words, case) if case.damage else "",
    )


def _when(shell: Shell, case: CaseSummary, due: DueTime | None, now: float) -> tuple[str, Urgency]:
    words, zone = shell.words, case.zone
    if due is None:
        since = near_moment(words, case.last, zone, now)
        state = "" if case.elsewhere else f"{words[f'home.status_{case.status}']} "
        return state + since, Urgency.LATER  # what stands in place of the reason says elsewhere
    if due.state == "paused":
        return words["promise.paused"], Urgency.LATER
    left = due.at - now
    if due.state == "waiting":
        over = left <= 0
        when = words["home.wait_over" if over else "home.wait_left"]
        return when.format(time=away(words, abs(left))), wait_urgency(left)
    if left < HOUR:
        when = words["home.late" if left <= 0 else "home.soon"]
        return when.format(time=away(words, abs(left))), urgency(left)
    today = days_to(due.at, zone, now) <= 0
    return near_moment(words, due.at, zone, now), urgency(left, today)
