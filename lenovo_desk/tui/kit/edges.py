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
THICK, THIN = "▌", "▏"
"""The bars of what everybody reads, and of all else."""
OPEN = "☐"
"""The sign of what can be recorded or ticked."""
LOCKED = "–"
"""The sign of what cannot be taken, ticked or recorded yet."""
MEASURE = 72
"""The most cells of a readable line of prose."""


def heading(
    text: str,
    face: Face,
    width: int,
    key: str = "",
    *,
    at: int = 0,
    focus: bool = False,
    part: str = "",
) -> Strip:
    """Return the title of a pane: a thin rule behind it, and the key of a command at its end.

    It stands in by `at` cells, from the right by one or two. `focus` is whether the
    cursor is in the pane; `part` says before the key which rows are in view.
    """
    inks, tail = (
        face.ink,
        "".join(f" {text}" for text in (part, face.key(key) if key else "") if text),
    )
    room = max(1, width - at - min(max(1, at), SIGN_AT) - cell_len(tail))
    title = fit(text, max(1, room - 2))
    rule = "─" * max(0, room - cell_len(title) - 1)
    styles = (inks.focus, inks.focus_rule) if focus else (inks.pane, inks.rule)
    parts = [(" " * at, inks.plain), (f"{title} ", styles[0]), (rule, styles[1]), (tail, inks.pane)]
    return line(parts, width, inks.plain)


def staged(parts: list[tuple[str, Style]], ink: Inks, width: int, bar: str = THIN) -> Strip:
    """Return a line on the stage, behind its bar: what is said, copied or being written."""
    edge = [(" ", ink.plain), (bar, ink.bar), ("   ", ink.on_panel)]
    return line([*edge, *parts], width, ink.on_panel)


def risen(parts: list[tuple[str, Style]], ink: Inks, width: int) -> Strip:
    """Return a line on risen ground, behind its bar: the customer's words, a phrase not in turn."""
    edge = [(" ", ink.plain), (THIN, ink.risen_bar), ("   ", ink.status)]
    return line([*edge, *parts], width, ink.status)


def edged(
    sign: tuple[str, Style] | None, parts: list[tuple[str, Style]], ink: Inks, width: int
) -> Strip:
    """Return a line of the step: a sign of at most two cells, or none, then text."""
    text, style = sign or ("", ink.plain)
    gap = " " * (TEXT_AT - SIGN_AT - len(text))  # without colour, harm is underlined: the sign only
    lead = [(" " * SIGN_AT, ink.plain), (text, style), (gap, ink.plain)]
    return line([*lead, *parts], width, ink.plain)
