"""The panes beside the step: facts and timers, outline."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.time.moments import iso
from lenovo_desk.core.wording.books import time_text
from lenovo_desk.core.wording.language_formats import formats_of
from lenovo_desk.tui.kit.edges import heading
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import wrap
from lenovo_desk.tui.kit.times_and_ids import clock_text, days_to
from lenovo_desk.tui.kit.urgency import time_ink, urgency

Parts = Sequence[tuple[str, Style]]
Size = tuple[int, int]
"""Width in cells and height in lines."""
STAMP = 5
"""Cells of a time of day."""
MOST_LINES = 4
"""The most lines of a fact or a note."""


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
    tail = [blank, heading(words["desk.timers"], face, width), *_timers(view, face, width)]
    if notes:
        tail += [blank, heading(words["desk.notes"], face, width, "desk.note"), *notes]
    keep = max(1, height - 1 - len(tail))
    return [heading(words["desk.facts"], face, width, "desk.fill"), *rows[-keep:], *tail][:height]


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
    for deadline in sorted(view.deadlines, key=lambda deadline: deadline.due):
        when = time_text(formats_of(face.words), deadline.due, face.zone, now=view.at.utc)
        text = f"{when} {words[f'promise.{deadline.state}']}"
        style = ink.dim
        if deadline.state == "running":
            today = days_to(deadline.due, face.zone, view.at.utc) <= 0
            style = time_ink(ink, urgency(deadline.due - view.at.utc, today))
        times.append((deadline.title, text, style))
    rows: list[Strip] = []
    beside = _label_width([(title, text) for title, text, _ in times], width)
    for title, text, style in times:
        rows += _labelled(title, text, beside, (ink.dim, style), face, width)
    return rows


def outline(view: StepView, face: Face, size: Size) -> list[Strip]:
    """Return the left pane: the stages of the flow, then the steps so far."""
    (width, height), words, ink = size, face.words, face.ink
    strips = [heading(words["desk.stages"], face, width)]
    for title in view.stages:
        current = title == view.stage
        mark, style = ("› ", ink.strong) if current else ("  ", ink.dim)
        strips.append(line([(mark, ink.key), (title, style)], width, ink.plain))
    strips += [line([], width, ink.plain), heading(words["desk.way"], face, width)]
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
