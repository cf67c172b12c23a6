"""The panes beside the step: facts and timers, outline."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.model.card import CustomerCard
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.time.moments import iso
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.kit.edges import heading
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import wrap
from lenovo_desk.tui.kit.times_and_ids import clock_text, days_to, near_moment
from lenovo_desk.tui.kit.urgency import time_ink, urgency
from lenovo_desk.tui.live_cases import Hand

Parts = Sequence[tuple[str, Style]]
Size = tuple[int, int]
"""Width in cells and height in lines."""
STAMP = 5
"""Cells of a time of day."""
OUTLINE_TEXT = 3
"""Cells of the signs in the outline."""
MOST_LINES = 4
"""The most lines of a fact or a note."""


def side(view: StepView, face: Face, size: Size, card: CustomerCard | None = None) -> list[Strip]:
    """Return the right pane: facts, timers, notes and the card last read, if all fit.

    Of the facts the latest are shown; the card comes last and is cut first.
    """
    (width, height), words, ink = size, face.words, face.ink
    blank = line([], width, face.ink.plain)
    notes: list[Strip] = []
    for note in view.case.notes[-4:]:
        stamp = iso(note.at.utc, face.zone)[11:16]
        notes += _labelled(stamp, note.text, STAMP, (ink.locked, ink.plain), face, width)
    tail: list[Strip] = []
    for title, key, pane in (
        ("promises", "", _promises(view, face, width)),
        ("timers", "", _held(view, face, width)),
        ("notes", "desk.note", notes),
    ):
        if pane:
            tail += [blank, heading(words[f"desk.{title}"], face, width, key), *pane]
    keep = max(1, height - 1 - len(tail))
    if card:
        tail += [blank, heading(words["desk.card"], face, width, "desk.cards")]
        for text, style in ((card.title, ink.plain), (card.advice, ink.dim)):
            tail += [line([(part, style)], width, ink.plain) for part in wrap(text, width - 1)]
    facts = _known_facts(view, face, (width, keep))
    return [heading(words["desk.facts"], face, width, "desk.fill"), *facts, *tail][:height]


def _known_facts(view: StepView, face: Face, size: Size) -> list[Strip]:
    """Return the facts of the case; if not all fit, the latest, and how many came before."""
    (width, height), ink = size, face.ink
    facts = [(fact.title, fact.text) for fact in view.known]
    if not facts:
        return [line([(face.words["desk.nothing_yet"], ink.locked)], width, ink.plain)]
    of_step, beside = {fact.title for fact in view.facts}, _label_width(facts, width)
    rows: list[list[Strip]] = []
    for title, text in facts:
        style = ink.plain if title in of_step else ink.dim
        rows.append(_labelled(title, text, beside, (ink.dim, style), face, width))
    first, used = len(rows), 0
    while first and used + len(rows[first - 1]) + (first > 1) <= height:
        first -= 1
        used += len(rows[first])
    latest = [strip for each in rows[first:] for strip in each]
    if not first or used >= height:
        return latest[-height:]
    count = filled(face.words["desk.facts_before"], {"n": str(first)})
    return [line([(count, ink.locked)], width, ink.plain), *latest]


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
    if width - beside - 3 < cell_len(text) <= width - 3 and " " not in text:
        rows.append([(title, quiet)])  # what cannot be broken stands below its label
        title, beside = "", 0
    for at, part in enumerate(wrap(text, max(8, width - beside - 3))[:MOST_LINES]):
        label = title if not at else ""
        rows.append([(label + " " * (beside + 2 - cell_len(label)), quiet), (part, style)])
    return [line(row, width, face.ink.plain) for row in rows]


def _promises(view: StepView, face: Face, width: int) -> list[Strip]:
    """Return when each promise of the case is due, and what it is, with its end if it has one."""
    words, ink = face.words, face.ink
    rows: list[tuple[str, str, tuple[Style, Style]]] = []
    for deadline in sorted(view.deadlines, key=lambda deadline: deadline.due):
        when = near_moment(words, deadline.due, face.zone, view.at.utc)
        if deadline.state == "running":
            today = days_to(deadline.due, face.zone, view.at.utc) <= 0
            style = time_ink(ink, urgency(deadline.due - view.at.utc, today))
            rows.append((when, deadline.title, (style, ink.plain)))
        else:
            state = f"{deadline.title} ({words[f'promise.{deadline.state}']})"
            rows.append((when, state, (ink.locked, ink.dim)))
    beside = min(max((cell_len(when) for when, _, _ in rows), default=0), width // 2)
    return [strip for row in rows for strip in _labelled(*row[:2], beside, row[2], face, width)]


def _held(view: StepView, face: Face, width: int) -> list[Strip]:
    """Return how long the customer was on hold, over all holds; no row when never."""
    if not view.held:
        return []
    parts = [
        (f"{face.words['desk.hold']}  ", face.ink.dim),
        (clock_text(view.held), face.ink.plain),
    ]
    return [line(parts, width, face.ink.plain)]


def outline(view: StepView, face: Face, size: Size) -> list[Strip]:
    """Return the left pane: the steps so far under their stages, then the stages to come."""
    (width, height), ink = size, face.ink
    room, rows, stage = max(8, width - OUTLINE_TEXT - 1), list[list[Strip]](), None
    for step in view.trail:
        if step.stage != stage:
            stage = step.stage
            if stage:
                parts = wrap(stage, width)
                rows.append([line([(part, ink.plain)], width, ink.plain) for part in parts])
        sign, style, fill = ("✓", ink.locked), ink.locked, ink.plain
        if step.current:
            sign, style, fill = ("›", ink.lit_key), ink.cursor, ink.cursor
        lead = " " * (2 * step.depth)
        rows.append([])
        for at, part in enumerate(wrap(step.title, max(8, room - len(lead)))):
            mark = f"{'' if at else sign[0]:<{OUTLINE_TEXT}}"
            rows[-1].append(line([(mark, sign[1]), (lead + part, style)], width, fill))
    stages = tuple(view.book.stages.values())
    after = stages[stages.index(view.stage) + 1 :] if view.stage in stages else ()
    later = [line([(part, ink.locked)], width, ink.plain) for part in after]
    keep = max(1, height - 1 - len(later))
    return [heading(face.words["desk.way"], face, width), *_latest(rows, keep), *later][:height]


def phrase_beside(view: StepView, hand: Hand, face: Face, width: int) -> list[Strip]:
    """Return the phrase in view as it stands beside a reply in its place, and an empty row."""
    if not view.phrases:
        return []
    ink, phrase = face.ink, view.phrases[hand.phrase % len(view.phrases)]
    texts = wrap(phrase.text, max(1, width - 1))
    rows = [line([(text, ink.dim)], width, ink.plain) for text in (*texts, "")]
    return [heading(face.words["desk.step_phrase"], face, width), *rows]


def _latest(blocks: Sequence[list[Strip]], room: int) -> list[Strip]:
    """Return the last blocks that fit whole into so many rows; of one too high, its beginning."""
    rows: list[Strip] = []
    for block in reversed(blocks):
        if rows and len(rows) + len(block) > room:
            break
        rows = [*block, *rows]
    return rows[:room]
