"""The two left edges of the step: signs hang in one, all text starts at the other."""

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import fit
from lenovo_desk.tui.kit.theme import Inks

SIGN_AT, TEXT_AT = 2, 5
"""Columns, from 0, of signs (a digit, ✓, !) and of text."""
LOCKED = "–"
"""The sign of what cannot be taken, ticked or recorded yet."""
MEASURE = 72
"""The most cells of a readable line of prose."""


def heading(text: str, face: Face, width: int, key: str = "") -> Strip:
    """Return the title of a pane: a thin rule behind it, and the key of a command at its end."""
    inks, tail = face.ink, f" {face.key(key)}" if key else ""
    title = fit(text, max(1, width - cell_len(tail) - 3))
    rule = "─" * max(0, width - 1 - cell_len(title + tail) - 1)
    parts = [(f"{title} ", inks.pane), (rule, inks.rule), (tail, inks.pane)]
    return line(parts, width, inks.plain)


def edged(
    sign: tuple[str, Style] | None, parts: list[tuple[str, Style]], ink: Inks, width: int
) -> Strip:
    """Return a line of the step: a sign of at most two cells, or none, then text."""
    text, style = sign or ("", ink.plain)
    return line(
        [(" " * SIGN_AT, ink.plain), (f"{text:<{TEXT_AT - SIGN_AT}}", style), *parts],
        width,
        ink.plain,
    )
