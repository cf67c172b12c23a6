"""The numbered choices, as lines."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.step_parts import ChoiceView
from lenovo_desk.tui.digits import number_key
from lenovo_desk.tui.kit.cursor_list import window_top
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import fit, wrap

Numbered = list[tuple[Strip, int]]
"""Lines, each with the number of the offer it belongs to."""
INDENT = 5


def numbered(
    offers: Sequence[ChoiceView], cursor: int, face: Face, width: int, wrapped: bool
) -> Numbered:
    """Return the offers, one per line; if `wrapped`, long reasons go below.

    `cursor` is the number of the offer under the cursor.
    """
    rows: Numbered = []
    ink = face.ink
    for offer in offers:
        number = offer.number
        label = fit(offer.title, width - INDENT)
        room = width - INDENT - cell_len(label) - 1
        parts: list[tuple[str, Style]] = [
            (" ", ink.plain),
            (number_key(number), ink.cursor if number == cursor else ink.key),
            (" ", ink.plain),
            (label, ink.locked if offer.locked else ink.strong),
        ]
        reason = f"[{face.words['desk.locked']}] {offer.locked}"
        below = wrap(reason, max(8, width - INDENT - 1)) if offer.locked else []
        target = f"  → {offer.target}"
        if offer.locked and (cell_len(reason) < room or not wrapped):
            parts.append((fit(f" {reason}", max(0, room)), ink.warn))
            below = []
        elif not offer.locked and offer.target and cell_len(target) <= room:
            parts.append((target, ink.dim))
        rows.append((line(parts, width, ink.plain), number))
        indent = (" " * INDENT, ink.plain)
        rows += [(line([indent, (text, ink.warn)], width, ink.plain), number) for text in below]
    return rows


def window(rows: Numbered, cursor: int, height: int) -> Numbered:
    """Return at most `height` lines, including those of the cursor."""
    at = next((index for index, (_, offer) in enumerate(rows) if offer == cursor), 0)
    top = window_top(at - height // 2, len(rows), height)
    visible = rows[top : top + height]
    if top:
        visible[0] = _marked(visible[0], "↑")
    if top + height < len(rows):
        visible[-1] = _marked(visible[-1], "↓")
    return visible


def _marked(row: tuple[Strip, int], mark: str) -> tuple[Strip, int]:
    """Return a row with a mark at its end for more rows."""
    strip, offer = row
    width = strip.cell_length
    if width <= INDENT:
        return row
    cut = strip.crop(0, width - 2)
    return Strip([*cut, Segment(f" {mark}", next(iter(cut)).style)], width), offer
