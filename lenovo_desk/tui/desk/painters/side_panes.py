"""The panes around the step: status rows, facts and timers, outline."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.step_parts import DeadlineView
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.time.moments import iso
from lenovo_desk.core.wording.books import time_text
from lenovo_desk.core.wording.language_formats import formats_of
from lenovo_desk.core.wording.sentences import filled, pair
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.live_row import LiveCustomer, live_row
from lenovo_desk.tui.kit.text_layout import fit, wrap
from lenovo_desk.tui.kit.times_and_ids import away, clock_text, short_id

Parts = Sequence[tuple[str, Style]]
Size = tuple[int, int]
"""Width in cells and height in lines."""
_BETWEEN = "  ·  "


def status_rows(
    view: StepView, face: Face, width: int, live: Sequence[LiveCustomer] = ()
) -> list[Strip]:
    """Return the status rows: time, case and place; then customer and deadline.

    With several customers the second row is theirs, and the deadline ends the first.
    """
    if len(live) < 2:
        return [_first_row(view, face, width), _second_row(view, face, width)]
    return [
        _first_row(view, face, width, _short_due(view, face, width)),
        live_row(live, face, width),
    ]


def _short_due(view: StepView, face: Face, width: int) -> str:
    """Return the next running deadline in words; without its name where there is no room."""
    text = next_due(view, face)
    if cell_len(text) <= width // 3:
        return text
    words, (_, left) = face.words, _first_due(view)
    return words["home.late" if left < 0 else "home.soon"].format(time=away(words, abs(left)))


def _first_row(view: StepView, face: Face, width: int, due: str = "") -> Strip:
    words, ink = face.words, face.ink
    hold = "" if view.hold is None else f" {words['desk.hold']} {clock_text(view.hold)} "
    mock = f" {words['desk.mock']} " if view.mock else ""
    if view.case.rate != 1.0:
        mock += f"{filled(words['mock.rate'], {'rate': f'{view.case.rate:g}'})} "
    parts: list[tuple[str, Style]] = [
        (" " + clock_text(view.seconds), ink.status_strong),
        (f"  {short_id(view.case.id)} ", ink.status),
        (mock, ink.cursor if mock else ink.status),
        (hold, ink.cursor if hold else ink.status),
    ]
    room = width - 2 - sum(cell_len(text) for text, _ in parts) - (cell_len(due) + 2 if due else 0)
    where = _where(view, room)
    parts.append((" " + where, ink.status_strong))
    if due:
        parts += [(" " * (room - cell_len(where) + 2), ink.status), (due, ink.status_warn)]
    return line(parts, width, ink.status)


def _second_row(view: StepView, face: Face, width: int) -> Strip:
    words, ink = face.words, face.ink
    due, spoken = next_due(view, face), view.case.language
    language = f"{words['desk.phrases_in']} {words.get('language.' + spoken, spoken)}"
    room = width - 2 - cell_len(due)
    text = _BETWEEN.join(text for text in (language, view.customer) if text)
    if due and cell_len(text + _BETWEEN) > room:
        text = view.customer  # the language is shown beside the phrase, too
    if due:
        text = fit(text, room - cell_len(_BETWEEN))
        due = _BETWEEN + due if text else due
    parts = [(" " + fit(text, width - 2), ink.status), (fit(due, width - 2), ink.status_warn)]
    return line(parts, width, ink.status)


def _where(view: StepView, room: int) -> str:
    """Return the open flows and the stage; drop outer ones that do not fit."""
    crumbs = [*view.crumbs]
    if view.stage and view.stage != crumbs[-1]:
        crumbs.append(view.stage)
    left = " › ".join(crumbs)
    while len(crumbs) > 1 and cell_len(left) > room:
        crumbs.pop(0)
        left = " › ".join(["…", *crumbs])
    return fit(left, room)


def next_due(view: StepView, face: Face) -> str:
    """Return the next running deadline in words, or ""."""
    first, left = _first_due(view)
    if first is None:
        return ""
    words = face.words
    template = words["desk.overdue" if left < 0 else "desk.due"]
    return template.format(name=first.title, time=away(words, abs(left)))


def _first_due(view: StepView) -> tuple[DeadlineView | None, float]:
    """Return the next running deadline and the seconds left; None without one."""
    running = [deadline for deadline in view.deadlines if deadline.state == "running"]
    first = min(running, key=lambda deadline: (deadline.due, deadline.key), default=None)
    return first, first.due - view.at.utc if first else 0.0


def _heading(text: str, face: Face, width: int) -> Strip:
    return line([(text, face.ink.title)], width, face.ink.plain)


def side(view: StepView, face: Face, size: Size) -> list[Strip]:
    """Return the right pane: facts, timers and notes, the latest if not all fit."""
    (width, height), words, ink = size, face.words, face.ink
    room, blank = width - 2, line([], width, face.ink.plain)
    rows: list[Strip] = []
    for fact in view.known:
        text = pair(words, fact.title, fact.text)
        rows += [line([(part, ink.plain)], width, ink.plain) for part in wrap(text, room)[:3]]
    if not rows:
        rows = [line([(words["desk.nothing_yet"], ink.dim)], width, ink.plain)]
    notes = [
        line([(part, ink.plain)], width, ink.plain)
        for note in view.case.notes[-4:]
        for part in wrap(f"{iso(note.at.utc, face.zone)[11:16]} {note.text}", room)[:4]
    ]
    tail = [blank, _heading(words["desk.timers"], face, width), *_timers(view, face, width)]
    if notes:
        tail += [blank, _heading(words["desk.notes"], face, width), *notes]
    keep = max(1, height - 1 - len(tail))
    return [_heading(words["desk.facts"], face, width), *rows[-keep:], *tail][:height]


def _timers(view: StepView, face: Face, width: int) -> list[Strip]:
    words, ink = face.words, face.ink
    rows: list[Parts] = [
        [(f"{words['desk.on_screen']}  ", ink.dim), (clock_text(view.seconds), ink.strong)]
    ]
    if view.held:
        rows.append([(f"{words['desk.hold']}  ", ink.dim), (clock_text(view.held), ink.strong)])
    if view.wait:
        left = clock_text(view.wait.left)
        rows.append([(f"{view.wait.title}  ", ink.dim), (left, ink.key)])
    room = width - 2
    for deadline in sorted(view.deadlines, key=lambda deadline: deadline.due):
        when = time_text(formats_of(face.words), deadline.due, face.zone, now=view.at.utc)
        text = f"{when} {words[f'promise.{deadline.state}']}"
        if cell_len(deadline.title) + cell_len(text) < room:
            rows.append([(f"{deadline.title} {text}", ink.plain)])
        else:
            rows.append([(fit(deadline.title, room), ink.plain)])
            rows.append([(fit(f"  {text}", room), ink.plain)])
    return [line(row, width, ink.plain) for row in rows]


def outline(view: StepView, face: Face, size: Size) -> list[Strip]:
    """Return the left pane: the stages of the flow, then the steps so far."""
    (width, height), words, ink = size, face.words, face.ink
    strips = [_heading(words["desk.stages"], face, width)]
    for title in view.stages:
        current = title == view.stage
        mark, style = ("> ", ink.strong) if current else ("  ", ink.dim)
        strips.append(line([(mark, ink.key), (title, style)], width, ink.plain))
    strips += [line([], width, ink.plain), _heading(words["desk.way"], face, width)]
    way = []
    for step in view.trail[-max(1, height - len(strips)) :]:
        mark, style = ("> ", ink.strong) if step.current else ("· ", ink.plain)
        text = fit("  " * step.depth + step.title, width - 3)
        way.append(line([(mark, ink.key), (text, style)], width, ink.plain))
    return [*strips, *way][:height]
