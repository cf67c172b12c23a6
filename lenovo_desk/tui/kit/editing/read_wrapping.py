"""A document of an editor whose lines break where those of a text may that is only read."""

from textual.widgets.text_area import WrappedDocument

from lenovo_desk.tui.kit.text_layout import typed_lines


class ReadDocument(WrappedDocument):
    """Breaks lines as the phrase beside it does, between Chinese characters too.

    The stock one breaks at blanks alone. Tabs do not occur: `clean` turns them into blanks.
    """

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Break all lines; a reply is short, so an edit does the same."""
        self._width = width
        self._wrap_offsets, self._offset_to_line_info = [], []
        self._line_index_to_offsets, self._tab_width_cache = [], []
        for number, text in enumerate(self.document.lines):
            at, offsets = 0, []
            for part in typed_lines(text, width)[:-1] if width else ():
                at += len(part)
                offsets.append(at)
            first = len(self._offset_to_line_info)
            rows = range(len(offsets) + 1)
            self._wrap_offsets.append(offsets)
            self._offset_to_line_info += [(number, row) for row in rows]
            self._line_index_to_offsets.append([first + row for row in rows])
            self._tab_width_cache.append([])

    def wrap_range(
        self, start: tuple[int, int], old_end: tuple[int, int], new_end: tuple[int, int]
    ) -> None:
        """Break all lines again after an edit."""
        self.wrap(self._width)

    def row(self, y: int) -> tuple[int, int, int] | None:
        """Return the line of a row, and where in that the row starts and ends; None for none."""
        if not 0 <= y < len(self._offset_to_line_info):
            return None
        number, part = self._offset_to_line_info[y]
        ends = [0, *self._wrap_offsets[number], len(self.document.get_line(number))]
        return number, ends[part], ends[part + 1]
