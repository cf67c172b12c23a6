"""Signs whose width is uncertain: how many cells the terminal gives them, and their plain forms.

East Asian terminals may give two cells to a character that others give one: to our lines, arrows
and ticks, and to é, ’ and “ in texts. A sign is then painted in its plain form, as wide as it is
counted. A text stays as it is and is counted as the terminal counts. What is copied never changes.
"""

from collections.abc import Sequence
from unicodedata import east_asian_width

import rich.cells
import rich.segment
from rich._unicode_data import load
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from lenovo_desk.core.ports import SIGNS
from lenovo_desk.tui.kit.text_layout import fit, wrap

AUTO, PLAIN, FULL = SIGNS
"""Ask the terminal; always the plain forms; the signs as they are drawn here."""
_SIGNS = "→  ↑ ↓ ↵  …  › − ✓ ☐ ─ ▌ ▏ ░ ▀ ▄ █ ▁ ▂ ▃ ▅ ▆ ▇"
_FORMS = "-> ^ v <- .. > - x o - | | . ' . # _ _ . = = #"
FORMS = dict(zip(_SIGNS.split(), _FORMS.split(), strict=True))
"""The plain form of each sign, as many cells as it is then counted for."""
_GROUPS = (
    ("é", 0x00A1, 0x04FF),
    ("“", 0x2010, 0x206F),
    ("№", 0x2070, 0x218F),
    ("→", 0x2190, 0x24FF),
    ("─", 0x2500, 0x257F),
    ("█", 0x2580, 0x259F),
    ("●", 0x25A0, 0x1FFFF),
)
"""A character to ask for, and the first and last of those that are as wide as it."""
_SIGNS_FROM = 0x2190
"""The groups from here on hold our signs; below, there is text only."""
_ROW = 2
"""Where it is asked: an answer from the first row could be F3 with a modifier."""
QUESTION = (
    "".join(f"\x1b[{_ROW};1H{sign}\x1b[6n" for sign, _, _ in _GROUPS) + f"\x1b[{_ROW};1H\x1b[K"
)
"""What a terminal answers with a position for each group."""
ANSWERS = len(_GROUPS)
ANSWER_ROW = _ROW - 1
"""The row of the answers, from 0."""
Cells = Sequence[int]
"""How many cells the character of each group takes; empty when the terminal has not said."""


class PlainSigns(LineFilter):
    """Paints signs in their plain forms."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with plain signs."""
        return [
            segment
            if segment.text.isascii()
            else Segment(segment.text.translate(_TABLE), *segment[1:])
            for segment in segments
        ]


_TABLE = str.maketrans(FORMS)


def need_plain(setting: str, cells: Cells) -> bool:
    """Return whether signs are painted in their plain forms."""
    if setting == AUTO:
        wide = zip(_GROUPS, cells, strict=False)
        return any(width > 1 for (_, first, _), width in wide if first >= _SIGNS_FROM)
    return setting == PLAIN


def count_cells(plain: bool, cells: Cells) -> None:
    """Let everything that is measured from now on be measured as the terminal counts.

    Rich measures by one table, for which it has no setting: this replaces it.
    """
    own = {ord(sign): len(form) for sign, form in FORMS.items()} if plain else {}
    for (_, first, last), width in zip(_GROUPS, cells, strict=False):
        if width > 1:
            wide = (code for code in range(first, last + 1) if east_asian_width(chr(code)) == "A")
            own |= {code: width for code in wide if code not in own}
    standard = load("auto")
    zero = {code for first, last, _ in standard.widths for code in range(first, last + 1)}
    ranges = [(code, code, width) for code, width in own.items() if code not in zero]
    table = standard._replace(widths=sorted((*standard.widths, *ranges)))
    single = rich.cells._SINGLE_CELLS - {chr(code) for code, width in own.items() if width > 1}
    names = {"_is_single_cell_widths": single.issuperset}
    vars(rich.segment).update(names)
    vars(rich.cells).update(names, load_cell_table=lambda unicode_version="auto": table)
    for measure in (rich.cells.get_character_cell_size, rich.cells.cached_cell_len, wrap, fit):
        measure.cache_clear()
    _stands["half blocks"] = not plain


_stands = {"half blocks": True}


def half_blocks_stand() -> bool:
    """Return whether half blocks are painted as such; a code of them can be read only then."""
    return _stands["half blocks"]
