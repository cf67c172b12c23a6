"""The rows at the upper edge: clock, flow and stage, what is due; then the customers."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.step_parts import DeadlineView
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.live_row import LiveCustomer, live_row
from lenovo_desk.tui.kit.text_layout import fit
from lenovo_desk.tui.kit.times_and_ids import away, clock_text, days_to, short_id
from lenovo_desk.tui.kit.urgency import time_ink, urgency

_BETWEEN = "  ·  "
_EDGE = 2
"""Columns from 0 at which the rows begin, as signs do in the step."""
_DUE_SHARE = 3
"""The next deadline takes at most a third of the row."""

Parts = list[tuple[str, Style]]


def status_rows(
    view: StepView, face: Face, width: int, live: Sequence[LiveCustomer] = ()
) -> list[Strip]:
    """Return the status rows: clock, place, case and next deadline; then the customers."""
    if len(live) > 1:
        second = live_row(live, face, width, filled=not view.phrases)
    else:
        second = _customer_row(view, face, width)
    return [_first_row(view, face, width), second]


def _first_row(view: StepView, face: Face, width: int) -> Strip:
    words, ink = face.words, face.ink
    hold = "" if view.hold is None else f" {words['desk.hold']} {clock_text(view.hold)} "
    mock = f" {words['desk.mock']} " if view.mock else ""
    if view.case.rate != 1.0:
        mock += f"{filled(words['mock.rate'], {'rate': f'{view.case.rate:g}'})} "
    due, pressing = _due(view, face, width // _DUE_SHARE)
    clock = f"{' ' * _EDGE}{clock_text(view.seconds)}"
    case = f"  {short_id(view.case.id)}"
    chips = [chip for chip in (mock, hold) if chip]
    room = width - _EDGE - cell_len(clock + case) - sum(cell_len(chip) + 2 for chip in chips) - 2
    place = _place(view, face, room - (cell_len(due) + 2 if due else 0))
    parts: Parts = [(clock, ink.status_strong), ("  ", ink.status), *place, (case, ink.status)]
    for chip in chips:
        parts += [("  ", ink.status), (chip, ink.cursor)]
    used = sum(cell_len(text) for text, _ in parts)
    parts += [(" " * max(0, width - _EDGE - used - cell_len(due)), ink.status), (due, pressing)]
    return line(parts, width, ink.status)


def _customer_row(view: StepView, face: Face, width: int) -> Strip:
    """Return the language of the phrases and, as far as recorded, who the customer is."""
    words, spoken = face.words, view.case.language
    language = f"{words['desk.phrases_in']} {words.get('language.' + spoken, spoken)}"
    text = _BETWEEN.join(text for text in (language, view.customer) if text)
    row = fit(text, width - 2 * _EDGE)
    return line([(" " * _EDGE + row, face.ink.status)], width, face.ink.status)


def _place(view: StepView, face: Face, room: int) -> Parts:
    """Return the open flows and the stage; drop outer flows that do not fit."""
    crumbs = [*view.crumbs]
    if view.stage and view.stage != crumbs[-1]:
        crumbs.append(view.stage)
    while len(crumbs) > 1 and cell_len(" › ".join(crumbs)) > room:
        crumbs = ["…", *crumbs[2:]] if crumbs[0] == "…" else ["…", *crumbs[1:]]
    outer = "".join(f"{crumb} › " for crumb in crumbs[:-1])
    if cell_len(outer) > room - 2:
        outer = ""
    last = fit(crumbs[-1], max(0, room - cell_len(outer)))
    return [(outer, face.ink.status), (last, face.ink.status_strong)]


def _due(view: StepView, face: Face, room: int) -> tuple[str, Style]:
    """Return the next running deadline in words; without its name where there is no room."""
    ink, words = face.ink, face.words
    first = next_deadline(view)
    if first is None:
        return "", ink.status
    left = first.due - view.at.utc
    time = away(words, abs(left))
    text = words["desk.overdue" if left < 0 else "desk.due"].format(name=first.title, time=time)
    if cell_len(text) > room:
        text = words["home.late" if left < 0 else "home.soon"].format(time=time)
    today = days_to(first.due, face.zone, view.at.utc) <= 0
    return text, time_ink(ink, urgency(left, today), edge=True)


def next_deadline(view: StepView) -> DeadlineView | None:
    """Return the next running deadline; None without one."""
    running = (deadline for deadline in view.deadlines if deadline.state == "running")
    return min(running, key=lambda deadline: (deadline.due, deadline.key), default=None)
