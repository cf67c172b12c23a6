"""A small editor of several lines; it carries out each key at once, before the next is handled."""

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import ClassVar

from rich.cells import split_graphemes
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import TextArea
from textual.widgets.text_area import DocumentNavigator, Location

from lenovo_desk.core.text import clean, same_ends
from lenovo_desk.tui.kit.edges import MEASURE, TEXT_AT
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.read_wrapping import ReadDocument
from lenovo_desk.tui.kit.theme import inks

Keys = Mapping[str, Callable[[], object]]
"""Actions by the name of their key."""
Spans = tuple[tuple[int, int], ...]
_NEWLINE = "shift+enter,ctrl+enter,alt+enter,ctrl+j"
_NOT_OURS = {"f6", "f7", "ctrl+u", "ctrl+k", "ctrl+v", "ctrl+x"}
"""Keys of the stock editor that other fields have otherwise, or leave to the screen."""


class Editor(TextArea, inherit_bindings=False):
    """Edits a text in the ink of what is being written, with the bar of a phrase at its left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            stock
            for stock in TextArea.BINDINGS
            if isinstance(stock, Binding) and not _NOT_OURS & set(stock.key.split(","))
        ),
        Binding(_NEWLINE, "break_line", show=False),
        Binding("ctrl+u", "delete_before", show=False),
        Binding("ctrl+k", "delete_behind", show=False),
        Binding("ctrl+x", "cut_chosen", show=False),
        Binding("ctrl+v", "paste_copied", show=False),
    ]
    DEFAULT_CSS = """
    Editor { height: 3; border: none; padding: 0; scrollbar-size: 0 0; background: $panel; }
    Editor:focus { border: none; }
    """

    def __init__(self, keys: Keys, changed: Callable[[], object], *, id: str | None = None) -> None:
        """Take keys that do not type, and what follows every change of the text."""
        super().__init__(id=id, highlight_cursor_line=False)
        self.cursor_blink = False
        self._keys, self._changed = keys, changed
        self._before = ""
        """The text as last reported."""
        self.bar = " "
        """The sign of the bar at its left."""
        self.signature = self._taken_off = ""
        """What stands at the end whatever is typed; and what stood there before Delete."""
        self.one_paragraph = True
        """Whether a line break becomes a blank."""
        self.marks: Spans = ()
        """Parts of the text that are underlined, by index."""

    def open(self, value: str, bar: str, one_paragraph: bool, signature: str = "") -> None:
        """Show a text to go on with, at its end but before a signature that it ends with."""
        self.bar, self.one_paragraph, self.marks = bar, one_paragraph, ()
        self.signature, self._taken_off = signature, ""
        if value and not self._signed(value):
            self.signature = ""
        text = self._fit_in(self._unsigned(value))
        self.load_text(text)
        self._before = self.value
        self.wrapped_document = ReadDocument(self.document)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._rewrap_and_refresh_virtual_size()
        self.move_cursor(self.document.end)

    # --- what it holds

    @property
    def value(self) -> str:
        """The text, signed at its end; empty without any."""
        text = self.text
        if not self.signature or not text.strip() or self._signed(text):
            return text
        return f"{text.rstrip()} {self.signature}"

    @value.setter
    def value(self, value: str) -> None:
        self.rewrite(self._unsigned(value))

    @property
    def untouched(self) -> bool:
        """Whether nothing has been typed that could be undone."""
        return not self.history.undo_stack

    def _signed(self, text: str) -> bool:
        return bool(self.signature) and bool(
            re.search(rf"(?:^|\s){re.escape(self.signature)}\s*$", text)
        )

    def _unsigned(self, value: str) -> str:
        return (
            value.rstrip().removesuffix(self.signature).rstrip() if self._signed(value) else value
        )

    @property
    def rows(self) -> int:
        """The number of rows that the text takes."""
        return self.wrapped_document.height

    def mark(self, spans: Spans) -> None:
        """Underline parts of the text by index."""
        if spans != self.marks:
            self.marks = spans
            self.refresh()

    def rewrite(self, text: str) -> None:
        """Put another text in place of this one, as one edit that can be undone."""
        before = self.text
        if (text := self._fit_in(text)) == before:
            return
        same, tail = same_ends(before, text)
        self.history.checkpoint()
        end = self._place(len(before) - tail)
        self.replace(text[same : len(text) - tail], self._place(same), end)
        self.move_cursor(self._place(len(text) - tail))
        self._report()

    def _fit_in(self, text: str) -> str:
        text = clean(text)
        return re.sub("\n+", " ", text) if self.one_paragraph else text

    def _place(self, index: int) -> Location:
        before = self.text[:index]
        return before.count("\n"), index - before.rfind("\n") - 1

    def _index(self, place: Location) -> int:
        row, column = place
        return sum(len(text) + 1 for text in self.document.lines[:row]) + column

    def _report(self) -> None:
        """Tell that the text has changed; marks stay on the words that stand where they stood."""
        before, text = self._before, self.value
        if text == before:
            return
        same, tail = same_ends(before, text)
        moved, last = len(text) - len(before), len(before) - tail
        self.marks = tuple(
            (start, end) if end <= same else (start + moved, end + moved)
            for start, end in self.marks
            if end <= same or start >= last
        )
        self._before = text
        self._changed()

    # --- keys, pastes

    async def _on_key(self, event: events.Key) -> None:
        await self.receive(event)

    async def receive(self, event: events.Key) -> None:
        """Handle a key at once, also one that the stock editor would queue."""
        act = self._keys.get(event.key)
        edits = self._bindings.key_to_bindings.get(event.key)
        if not (act or edits or event.is_printable):
            return
        event.stop()
        event.prevent_default()
        if act:
            act()
        elif self._signing(event.key):
            pass
        elif edits:
            await self.app.run_action(edits[0].action, self)
        else:
            self.replace(event.character or "", *self.selection, maintain_selection_offset=False)
        self._report()

    def _signing(self, key: str) -> bool:
        """Take the signature off by Delete before it, or put it back; return whether it was."""
        if key in ("delete", "ctrl+d") and self.signature and self.cursor_at_end_of_text:
            if self.selection.is_empty:
                self.signature, self._taken_off = "", self.signature
                return True
        elif key == "ctrl+z" and self._taken_off:
            self.signature, self._taken_off = self._taken_off, ""
            return True
        return False

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.take_paste(event.text)

    def take_paste(self, pasted: str) -> None:
        """Insert a pasted text, cleaned, in place of what is selected."""
        text = self._fit_in(clean(pasted).strip("\n"))
        self._taken_off = ""
        self.history.checkpoint()
        self.replace(text, *self.selection, maintain_selection_offset=False)
        self.history.checkpoint()
        self._report()

    def action_break_line(self) -> None:
        """Begin another line where the medium has several."""
        if not self.one_paragraph:
            self.replace("\n", *self.selection, maintain_selection_offset=False)

    def action_delete_before(self) -> None:
        """Delete all that stands before the cursor."""
        self.delete((0, 0), max(self.selection), maintain_selection_offset=False)

    def action_delete_behind(self) -> None:
        """Delete all that stands behind the cursor."""
        self.delete(min(self.selection), self.document.end, maintain_selection_offset=False)

    def action_cut_chosen(self) -> None:
        """Cut what is selected."""
        if not self.selection.is_empty:
            self.action_cut()

    def action_paste_copied(self) -> None:
        """Paste what was copied here last."""
        self.take_paste(self.app.clipboard)

    def get_cursor_left_location(self) -> Location:
        """Return the place one character to the left, as a reader counts characters."""
        row, column = self.cursor_location
        starts = [start for start, _ in self._clusters(row) if start < column]
        return (row, starts[-1]) if starts else super().get_cursor_left_location()

    def get_cursor_right_location(self) -> Location:
        """Return the place one character to the right, as a reader counts characters."""
        row, column = self.cursor_location
        ends = [end for _, end in self._clusters(row) if end > column]
        return (row, ends[0]) if ends else super().get_cursor_right_location()

    def _clusters(self, row: int) -> list[tuple[int, int]]:
        """Return where the characters of a line start and end, each a picture or letter seen."""
        return [(start, end) for start, end, _ in split_graphemes(self.document.get_line(row))[0]]

    # --- drawing

    @property
    def gutter_width(self) -> int:
        """The columns before the text, as before a phrase."""
        return TEXT_AT

    @property
    def wrap_width(self) -> int:
        """The cells of a line, as of a phrase; before it is shown, as wide as what it is in."""
        places = [one for one in (self, *self.ancestors) if isinstance(one, Widget)]
        width = next((one.size.width for one in places if one.size.width), MEASURE)
        return max(8, min(MEASURE, width - TEXT_AT - 1))

    @property
    def part_in_view(self) -> str:
        """Return which rows are in view, as `4-6/9`; empty when all are."""
        first, height, rows = self.scroll_offset.y, self.size.height, self.rows
        return f"{first + 1}-{first + height}/{rows}" if 0 < height < rows else ""

    def render_line(self, y: int) -> Strip:
        """Return a row: the bar, then the text with its marks, the selection and the cursor."""
        ink, width = inks(self.app), self.size.width
        parts = [(" ", ink.plain), (self.bar, ink.bar), (" " * (TEXT_AT - 2), ink.on_panel)]
        document = self.wrapped_document
        row = document.row(y + self.scroll_offset.y) if isinstance(document, ReadDocument) else None
        if row is None:
            return line(parts, width, ink.on_panel)
        number, start, end = row
        text = self.document.get_line(number)
        first = self._index((number, 0))
        caret = self._caret(number, start, end, len(text))
        chosen = tuple(map(self._index, sorted(self.selection)))
        layers: list[tuple[int, int, Style]] = [
            *((mark[0] - first, mark[1] - first, ink.doubted) for mark in self.marks),
            (chosen[0] - first, chosen[1] - first, ink.cursor),
            (*caret, ink.caret),
        ]
        cuts = {start, end, *(at for layer in layers for at in layer[:2] if start < at < end)}
        cuts.add(start + len(text[start:end].rstrip()))  # blanks at the end are not underlined
        for left, right in pairwise(sorted(cuts)):
            over = [style for a, b, style in layers if a <= left and right <= b]
            blank = not text[left:right].strip() and right == end and over[-1:] == [ink.doubted]
            parts.append((text[left:right], over[-1] if over and not blank else ink.typed))
        if caret[0] == end:
            parts.append((" ", ink.caret))
        return line(parts, width, ink.on_panel)

    def _caret(self, number: int, start: int, end: int, length: int) -> tuple[int, int]:
        """Return the part of a row under the cursor; nothing, before all text, where it is not."""
        row, column = self.cursor_location
        if (
            not self.has_focus
            or row != number
            or not (start <= column < end or column == end == length)
        ):
            return -1, -1
        return next(
            ((a, b) for a, b in self._clusters(number) if a <= column < b), (column, column + 1)
        )
