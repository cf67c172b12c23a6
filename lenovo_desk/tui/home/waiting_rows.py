"""Unfinished cases as rows in columns: when due, customer, reason, flow, agent and id."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.ports import CaseSummary, DueTime
from lenovo_desk.core.promise_board import damage_text
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.live_row import live_customer
from lenovo_desk.tui.kit.text_layout import fit, pad
from lenovo_desk.tui.kit.theme import Inks, inks
from lenovo_desk.tui.kit.times_and_ids import away, days_to, near_moment, short_id
from lenovo_desk.tui.kit.urgency import HOUR, Urgency, time_ink, urgency, wait_urgency
from lenovo_desk.tui.live_cases import LiveCase
from lenovo_desk.tui.shell import Shell

_MARK, _GAP = 2, 2
"""Cells of the cursor's mark, and between two columns."""
_GIVE_WAY = {"flow": 40, "agent": 40, "id": 24}
"""Columns in the order in which they give way, and to how many cells of a reason."""
_CUSTOMER, _FLOW, _AGENT = 22, 22, 8
"""The most cells of these columns while a reason is cut."""


class CaseRow(NamedTuple):
    """What the row of a case says."""

    when: str
    urgency: Urgency
    customer: str
    reason: str
    flow: str
    agent: str
    """The agent, unless it is the one at the desk."""
    id: str
    step: str = ""
    """The second row, if there is room for it."""
    damage: str = ""
    """Why the case cannot be read, in words: stands in place of all but the id."""


class CaseColumns(NamedTuple):
    """The width of each column in cells; 0 for a column that is left out."""

    when: int
    customer: int
    reason: int
    flow: int
    agent: int
    id: int


def waiting_row(shell: Shell, case: CaseSummary, now: float) -> CaseRow:
    """Return the row of a case by its next due time; `now` is in seconds since 1970 UTC."""
    due = next((due for due in case.dues if due.name == case.due_name), None)
    if due is None and case.due:
        due = DueTime(case.due_name, "running", case.due)
    step = shell.readings.titles(case.flow, case.step)[1]
    reason = shell.readings.park_reason(case) if case.reason else case.problem or step
    return due_row(shell, case, due, reason, now)


def live_case_row(shell: Shell, live: LiveCase) -> CaseRow:
    """Return the row of a case that is live in this window: since when its customer waits."""
    view = shell.readings.step(live.session)
    face = Face(shell.words, shell.language, view.case.zone, inks(shell))
    customer = live_customer(view, shell.readings.customer(live.session), face, False)
    return CaseRow(
        customer.due or filled(shell.words["live.waits"], {"time": customer.time}),
        customer.urgency if customer.due else Urgency.TODAY,
        customer.name if customer.name != short_id(live.id) else "",
        view.title,
        shell.readings.titles(view.case.flow, view.step.id)[0],
        "",
        short_id(live.id),
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


def columns_of(rows: Iterable[CaseRow], width: int) -> CaseColumns:
    """Return the columns for a width: the flow gives way first, then the agent, then the id."""
    rows = [row for row in rows if not row.damage]
    names = CaseColumns._fields
    full = {name: max((cell_len(getattr(row, name)) for row in rows), default=0) for name in names}
    most = {**full, "customer": min(full["customer"], _CUSTOMER)}
    most |= {"flow": min(full["flow"], _FLOW), "agent": min(full["agent"], _AGENT)}

    def room() -> int:
        others = [cells for name, cells in most.items() if cells and name != "reason"]
        return width - _MARK - sum(others) - _GAP * len(others)

    for name, cells in _GIVE_WAY.items():
        if room() < min(cells, full["reason"]):
            most[name] = 0
    most["reason"] = max(0, min(full["reason"], room()))
    spare = max(0, room() - most["reason"])
    for name in ("customer", "flow", "agent"):
        if most[name]:
            more = min(spare, full[name] - most[name])
            most[name], spare = most[name] + more, spare - more
    return CaseColumns(**most)


def case_strips(
    row: CaseRow, columns: CaseColumns, current: bool, ink: Inks, width: int, tall: bool = False
) -> Sequence[Strip]:
    """Return the row of a case; if `tall`, with its step below in a quiet row of its own."""
    mark = ("> ", ink.key) if current else ("  ", ink.plain)
    if row.damage:
        room = width - _MARK - _GAP - cell_len(row.id)
        parts = [mark, (fit(row.damage, room), ink.warn), ("  ", ink.plain), (row.id, ink.dim)]
        return [line(parts, width, ink.plain)]
    styles = {
        "when": time_ink(ink, row.urgency),
        "customer": ink.strong,
        "reason": ink.strong if current else ink.plain,
    }
    parts, indent = [mark], _MARK
    for name, cells in zip(columns._fields, columns, strict=True):
        if cells:
            style: Style = styles.get(name, ink.dim)
            parts.append((pad(getattr(row, name), cells) + " " * _GAP, style))
        if cells and name in ("when", "customer"):
            indent += cells + _GAP
    strips = [line(parts, width, ink.plain)]
    if tall and row.step:
        below = [(" " * indent, ink.plain), (fit(row.step, max(0, width - indent)), ink.dim)]
        strips.append(line(below, width, ink.plain))
    return strips


def rows_high(row: CaseRow) -> int:
    """Return how many rows a tall row takes."""
    return 1 + bool(row.step and not row.damage)
