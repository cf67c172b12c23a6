"""A row of the editor: the bar of a phrase, the text with its marks, the selection, the cursor."""

from collections.abc import Sequence
from itertools import pairwise

from rich.cells import split_graphemes
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.tui.kit.edges import staged
from lenovo_desk.tui.kit.theme import Inks

Spans = Sequence[tuple[int, int]]


def characters(text: str) -> list[tuple[int, int]]:
    """Return where the characters of a text start and end, as a reader counts them."""
    return [(start, end) for start, end, _ in split_graphemes(text)[0]]


def editor_row(
    text: str,
    part: tuple[int, int],
    marks: Spans,
    chosen: tuple[int, int],
    cursor: int,
    bar: str,
    ink: Inks,
    width: int,
) -> Strip:
    """Return the row that shows a part of a text, from its first to behind its last character.

    All numbers are indexes of the text; `cursor` is negative where it is not in this row.
    """
    start, end = part
    caret = next((span for span in characters(text) if span[0] <= cursor < span[1]), (-1, -1))
    layers: list[tuple[int, int, Style]] = [
        *((first, min(last, len(text[:end].rstrip())), ink.doubted) for first, last in marks),
        (*chosen, ink.cursor),
        (*caret, ink.caret),
    ]
    cuts = {start, end, *(at for layer in layers for at in layer[:2] if start < at < end)}
    parts: list[tuple[str, Style]] = []
    for left, right in pairwise(sorted(cuts)):
        over = [style for first, last, style in layers if first <= left and right <= last]
        parts.append((text[left:right], over[-1] if over else ink.written))
    if cursor == end:
        parts.append((" ", ink.caret))
    return staged(parts, ink, width, bar)
