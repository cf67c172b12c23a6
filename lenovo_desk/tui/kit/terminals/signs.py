"""Counts and paints signs of uncertain width as the terminal does.

East Asian terminals may give two cells to a character that others give one: to our lines, arrows
and ticks, and to é, ’ and “ in texts. A sign is then painted in its plain form, as wide as it is
counted. A text stays as it is and is counted as the terminal counts. What is copied never changes.
"""

from unicodedata import east_asian_width

import rich.cells
import rich.segment
from rich._unicode_data import load
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from lenovo_desk.tui.kit.terminals.sign_widths import FORMS, GROUPS, Cells
from lenovo_desk.tui.kit.text_layout import fit, wrap


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


def count_cells(plain: bool, cells: Cells) -> None:
    """Let everything that is measured from now on be measured as the terminal counts.

    Rich measures by one table, for which it has no setting: this replaces it.
    """
    own = {ord(sign): len(form) for sign, form in FORMS.items()} if plain else {}
    for (_, first, last), width in zip(GROUPS, cells, strict=False):
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
