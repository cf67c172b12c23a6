"""The number to dial, where one dials it: read at a glance, or the blank to fill first."""

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.step_parts import FactView
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.wording.books import GAP
from lenovo_desk.tui.kit.edges import LOCKED, OPEN, TEXT_AT, edged
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.text_layout import fit

_GAP = "  "


def dial_row(view: StepView, face: Face, width: int) -> list[Strip]:
    """Return the row of the number that is dialled at a step; none where nobody is called."""
    dial, ink = view.dial, face.ink
    if dial is None:
        return []
    sign, number, key = None, (dial.text, ink.strong), face.key("desk.qr")
    if not dial.value:
        fact = next((fact for fact in view.facts if fact.id == dial.name), None)
        open_here = fact is not None and fact.open
        number = (GAP, ink.key if open_here or dial.setting else ink.locked)
        sign = (OPEN, ink.key) if open_here else None if dial.setting else (LOCKED, ink.locked)
        key = face.key("desk.fill") if open_here else ""
    parts: list[tuple[str, Style]] = [
        (f"{face.words['desk.to_dial']}{_GAP}", ink.dim),
        number,
        (f"{_GAP}{dial.title}", ink.dim),
        (f"{_GAP}{key}" if key else "", ink.key),
    ]
    room = width - TEXT_AT - 1
    over = sum(cell_len(text) for text, _ in parts) - room
    if over > 0:
        title = cell_len(dial.title) - over
        parts[2] = (f"{_GAP}{fit(dial.title, title)}" if title > 3 else "", ink.dim)
    return [edged(sign, parts, ink, width)]


def facts_below(view: StepView) -> list[FactView]:
    """Return the facts that the step asks for beside the number to dial."""
    dial = view.dial
    return [fact for fact in view.facts if dial is None or fact.id != dial.name]
