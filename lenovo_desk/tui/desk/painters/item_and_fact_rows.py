"""The facts and items of a step, as lines."""

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.wording.books import GAP
from lenovo_desk.core.wording.sentences import pair
from lenovo_desk.tui.desk.painters.dial_row import facts_below
from lenovo_desk.tui.kit.edges import LOCKED, OPEN, TEXT_AT, edged
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.text_layout import fit, pack, wrap

_DONE = "✓"
"""The sign of what is recorded or ticked."""
_GAP = "  "


def entry_rows(view: StepView, face: Face, width: int, keyed: bool = True) -> list[Strip]:
    """Return a line for each fact and item of the step; the next ones with their keys.

    Unless `keyed`, the key of facts fills something else first.
    """
    words, ink = face.words, face.ink
    strips: list[Strip] = []
    room = max(8, width - TEXT_AT - 1)
    next_fact = next((fact.id for fact in view.facts if fact.open and fact.value is None), "")
    for fact in facts_below(view):
        parts = [(pair(words, fact.title, ""), ink.dim), (" ", ink.plain)]
        if fact.value is not None:
            sign = (_DONE, ink.dim)
            parts.append((fact.text, ink.plain))
        elif fact.open:
            sign = (OPEN, ink.key)
            parts.append((GAP, ink.key))
            if keyed and fact.id == next_fact:
                parts.append((f"  {face.key('desk.fill')}", ink.key))
        else:
            sign, parts = (LOCKED, ink.locked), [(fact.title, ink.locked)]
        strips.append(edged(sign, _fitted(parts, room), ink, width))
    following = next((item.id for item in view.items if item.open and item.ticked is None), "")
    for item in view.items:
        key = f"  {face.key('desk.tick')}" if item.id == following else ""
        if item.again:
            sign, style = ("!", ink.warn), ink.plain
        elif item.ticked is not None:
            sign, style = (_DONE, ink.dim), ink.dim
        elif item.open:
            sign, style = (OPEN, ink.key), ink.plain
        else:
            sign, style = (LOCKED, ink.locked), ink.locked
        text = pair(words, item.title, item.again) if item.again else item.title
        lines = wrap(text, room - cell_len(key))
        for at, part in enumerate(lines):
            tail = [(key, ink.key)] if key and at == len(lines) - 1 else []
            lead = sign if not at else None
            strips.append(edged(lead, [(part, style), *tail], ink, width))
    return strips


def _fitted(parts: list[tuple[str, Style]], room: int) -> list[tuple[str, Style]]:
    """Cut the value of a fact, which is second to last or last, so that all fits."""
    used = sum(cell_len(text) for text, _ in parts)
    if used <= room:
        return parts
    at = 2 if len(parts) > 2 else len(parts) - 1
    text, style = parts[at]
    parts[at] = (fit(text, max(1, room - used + cell_len(text))), style)
    return parts


def fact_line(view: StepView, face: Face, width: int, most: int) -> list[Strip]:
    """Return what is known of the case, side by side in at most `most` rows, the latest if cut.

    What the step itself asks for stands above already.
    """
    ink, in_step = face.ink, {fact.title for fact in view.facts}
    if view.dial:
        in_step.add(view.dial.title)
    facts = [fact for fact in view.known if fact.title not in in_step]
    room, rows = max(8, width - TEXT_AT - 1), list[list[tuple[str, Style]]]()
    left = 0
    for fact in reversed(facts):
        cells = cell_len(fact.title) + 1 + cell_len(fact.text)
        if cells > left:
            if len(rows) == most or cells > room:
                break
            rows.insert(0, [])
            left = room
        rows[0][:0] = [(f"{fact.title} ", ink.dim), (fact.text, ink.plain), (_GAP, ink.dim)]
        left -= cells + len(_GAP)
    return [edged(None, row[:-1], ink, width) for row in rows]


def folded_entries(view: StepView, face: Face, width: int) -> list[Strip]:
    """Return all facts and items as *3 of 8*, each with the next one's name; none without any.

    What the key ticks is always named: the items go to a line of their own rather than be cut.
    """
    words, parts = face.words, []
    if facts := facts_below(view):
        done = sum(fact.value is not None for fact in facts)
        following = next((fact.title for fact in facts if fact.value is None), "")
        text = words["desk.facts_fold"].format(done=done, total=len(facts))
        parts.append(f"{text}{' · ' + following if following else ''} ({face.key('desk.fill')})")
    if view.items:
        done = sum(item.ticked is not None for item in view.items)
        named = (item.title for item in view.items if item.open and item.ticked is None)
        text = words["desk.items_fold"].format(done=done, total=len(view.items))
        following = next(named, "")
        parts.append(f"{text}{' · ' + following if following else ''} ({face.key('desk.tick')})")
    parts += [pair(words, item.title, item.again) for item in view.items if item.again]
    room = max(8, width - TEXT_AT - 1)
    ink = face.ink
    return [edged(None, [(text, ink.plain)], ink, width) for text in pack(parts, room, "   ")]
