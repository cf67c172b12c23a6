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
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.live_row import LiveCustomer, live_row
from lenovo_desk.tui.kit.text_layout import fit, wrap
from lenovo_desk.tui.kit.times_and_ids import away, clock_text, short_id

Parts = Sequence[tuple[str, Style]]
Size = tuple[int, int]
"""Width in cells and height in lines."""
_BETWEEN = "  ·  "
STAMP = 5
"""Cells of a time of day."""
MOST_LINES = 4
"""The most lines of a fact or a note."""
LAST_MINUTE, HOUR = 60.0, 3600.0
"""Seconds before it is due within which a promise is urgent, and within which it presses."""


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


def _heading(text: str, face: Face, width: int, key: str = "") -> Strip:
    """Return the title of a pane: a thin rule behind it, and its key at the end."""
    ink, tail = face.ink, f" {face.key(key)}" if key else ""
    rule = "─" * max(0, width - 1 - cell_len(text) - cell_len(tail) - 1)
    parts = [(f"{text} ", ink.pane), (rule, ink.rule), (tail, ink.pane)]
    return line(parts, width, ink.plain)


def side(view: StepView, face: Face, size: Size) -> list[Strip]:
    """Return the right pane: facts, timers and notes, the latest if not all fit."""
    (width, height), words, ink = size, face.words, face.ink
    blank = line([], width, face.ink.plain)
    rows: list[Strip] = []
    step_titles = {fact.title for fact in view.facts}
    facts = [(fact.title, fact.text) for fact in view.known]
    for title, text in facts:
        style = ink.plain if title in step_titles else ink.dim
        rows += _labelled(title, text, _label_width(facts, width), (ink.dim, style), face, width)
    if not rows:
        rows = [line([(words["desk.nothing_yet"], ink.locked)], width, ink.plain)]
    notes: list[Strip] = []
    for note in view.case.notes[-4:]:
        stamp = iso(note.at.utc, face.zone)[11:16]
        notes += _labelled(stamp, note.text, STAMP, (ink.locked, ink.plain), face, width)
    tail = [blank, _heading(words["desk.timers"], face, width), *_timers(view, face, width)]
    if notes:
        tail += [blank, _heading(words["desk.notes"], face, width, "desk.note"), *notes]
    keep = max(1, height - 1 - len(tail))
    return [_heading(words["desk.facts"], face, width, "desk.fill"), *rows[-keep:], *tail][:height]


def _label_width(facts: Sequence[tuple[str, str]], width: int) -> int:
    """Return how wide the column of the labels is: as the longest, but the values come first."""
    return min(max(cell_len(title) for title, _ in facts), width * 2 // 5)


def _labelled(
    title: str, text: str, beside: int, styles: tuple[Style, Style], face: Face, width: int
) -> list[Strip]:
    """Return a label and what it says, in two columns; below it when the label is wider."""
    quiet, style = styles
    rows: list[Parts] = []
    if cell_len(title) > beside:
        rows += [[(part, quiet)] for part in wrap(title, width - 1)]
        title, beside = "", 0
    for at, part in enumerate(wrap(text, max(8, width - beside - 3))[:MOST_LINES]):
        label = title if not at else ""
        rows.append([(label + " " * (beside + 2 - cell_len(label)), quiet), (part, style)])
    return [line(row, width, face.ink.plain) for row in rows]


def _timers(view: StepView, face: Face, width: int) -> list[Strip]:
    words, ink = face.words, face.ink
    times: list[tuple[str, str, Style]] = [
        (words["desk.on_screen"], clock_text(view.seconds), ink.plain)
    ]
    if view.held:
        times.append((words["desk.hold"], clock_text(view.held), ink.plain))
    if view.wait:
        style = ink.late if view.wait.left <= 0 else ink.plain
        times.append((view.wait.title, clock_text(view.wait.left), style))
    for deadline in sorted(view.deadlines, key=lambda deadline: deadline.due):
        when = time_text(formats_of(face.words), deadline.due, face.zone, now=view.at.utc)
        text = f"{when} {words[f'promise.{deadline.state}']}"
        left = deadline.due - view.at.utc
        style = ink.dim
        if deadline.state == "running":
            style = ink.late if left < LAST_MINUTE else ink.due if left < HOUR else ink.plain
        times.append((deadline.title, text, style))
    rows: list[Strip] = []
    beside = _label_width([(title, text) for title, text, _ in times], width)
    for title, text, style in times:
        rows += _labelled(title, text, beside, (ink.dim, style), face, width)
    return rows


def outline(view: StepView, face: Face, size: Size) -> list[Strip]:
    """Return the left pane: the stages of the flow, then the steps so far."""
    (width, height), words, ink = size, face.words, face.ink
    strips = [_heading(words["desk.stages"], face, width)]
    for title in view.stages:
        current = title == view.stage
        mark, style = ("› ", ink.strong) if current else ("  ", ink.dim)
        strips.append(line([(mark, ink.key), (title, style)], width, ink.plain))
    strips += [line([], width, ink.plain), _heading(words["desk.way"], face, width)]
    way: list[Strip] = []
    for step in view.trail:
        mark = "› " if step.current else "✓ "
        style, fill = (ink.cursor, ink.cursor) if step.current else (ink.locked, ink.plain)
        indent = "  " * step.depth
        for at, part in enumerate(wrap(step.title, max(8, width - 3 - len(indent)))):
            lead = (mark if not at else "  ") + indent
            way.append(
                line(
                    [(lead, ink.lit_key if step.current else ink.locked), (part, style)],
                    width,
                    fill,
                )
            )
    return [*strips, *way[-max(1, height - len(strips)) :]][:height]
