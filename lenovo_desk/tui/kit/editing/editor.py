"""A small editor of several lines; it carries out each key at once, before the next is handled."""

import re
from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import TextArea
from textual.widgets.text_area import DocumentNavigator, Location

from lenovo_desk.core.text import clean, same_ends
from lenovo_desk.tui.kit.edges import MEASURE, TEXT_AT, staged
from lenovo_desk.tui.kit.editing.editor_row import characters, editor_row
from lenovo_desk.tui.kit.editing.read_wrapping import ReadDocument
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
        Binding("ctrl+u", "delete_all(True)", show=False),
        Binding("ctrl+k", "delete_all(False)", show=False),
        Binding("ctrl+x", "cut_chosen", show=False),
        Binding("ctrl+v", "paste_copied", show=False),
    ]
    DEFAULT_CSS = """
    Editor { height: 3; border: none; padding: 0; scrollbar-size: 0 0; background: $panel; }
    Editor:focus { border: none; }
    """

    def __init__(
        self,
        keys: Keys,
        changed: Callable[[], object],
        resized: Callable[[], object],
        *,
        id: str | None = None,
    ) -> None:
        """Take keys that do not type, and what follows a change of the text or of its rows."""
        super().__init__(id=id, highlight_cursor_line=False)
        self.cursor_blink = False
        self._keys, self._changed, self._resized = keys, changed, resized
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
        if value and not _signed(value, self.signature):
            self.signature = ""
        text = self._fit_in(_unsigned(value, self.signature))
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
        if not self.signature or not text.strip() or _signed(text, self.signature):
            return text
        return f"{text.rstrip()} {self.signature}"

    @value.setter
    def value(self, value: str) -> None:
        self.rewrite(_unsigned(value, self.signature))

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
        end = _place(before, len(before) - tail)
        self.replace(text[same : len(text) - tail], _place(before, same), end)
        self.move_cursor(_place(text, len(text) - tail))
        self._report()

    def _fit_in(self, text: str) -> str:
        text = clean(text)
        return re.sub("\n+", " ", text) if self.one_paragraph else text

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

    def _on_resize(self) -> None:
        """Break the lines for the new width and paint them: the stock editor leaves old ones."""
        super()._on_resize()
        self.refresh()
        self._resized()

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

    def action_delete_all(self, before: bool) -> None:
        """Delete all that stands before the cursor, or behind it."""
        start, end = sorted(self.selection)
        span = ((0, 0), end) if before else (start, self.document.end)
        self.delete(*span, maintain_selection_offset=False)

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
        starts = [start for start, _ in characters(self.document.get_line(row)) if start < column]
        return (row, starts[-1]) if starts else super().get_cursor_left_location()

    def get_cursor_right_location(self) -> Location:
        """Return the place one character to the right, as a reader counts characters."""
        row, column = self.cursor_location
        ends = [end for _, end in characters(self.document.get_line(row)) if end > column]
        return (row, ends[0]) if ends else super().get_cursor_right_location()

    # --- drawing

    @property
    def gutter_width(self) -> int:
        """The columns before the text, as before a phrase."""
        return TEXT_AT

    @property
    def wrap_width(self) -> int:
        """The cells of a line, as of a phrase; before it is shown, as wide as what it is in."""
        places = [node for node in (self, *self.ancestors) if isinstance(node, Widget)]
        width = next((node.size.width for node in places if node.size.width), MEASURE)
        return max(8, min(MEASURE, width - TEXT_AT - 1))

    @property
    def part_in_view(self) -> str:
        """Return which rows are in view, as `4-6/9`; empty when all are."""
        first, height, rows = self.scroll_offset.y, self.size.height, self.rows
        return f"{first + 1}-{first + height}/{rows}" if 0 < height < rows else ""

    def render_line(self, y: int) -> Strip:
        """Return a row: the bar, then the text with its marks, the selection and the cursor."""
        ink, width, document = inks(self.app), self.size.width, self.wrapped_document
        row = document.row(y + self.scroll_offset.y) if isinstance(document, ReadDocument) else None
        if row is None:
            return staged([], ink, width, self.bar)
        number, start, end = row
        text = document.document.get_line(number)
        before = sum(len(other) + 1 for other in document.document.lines[:number])
        line, column = self.cursor_location
        in_row = line == number and (start <= column < end or column == end == len(text))
        marks = [(first - before, last - before) for first, last in self.marks]
        chosen = [
            0 if line < number else len(text) if line > number else column
            for line, column in sorted(self.selection)
        ]
        cursor = column if in_row and self.has_focus else -1
        span = (chosen[0], chosen[1])
        return editor_row(text, (start, end), marks, span, cursor, self.bar, ink, width)


def _signed(text: str, signature: str) -> bool:
    """Return whether a text ends with a signature."""
    pattern = rf"(?:^|\s){re.escape(signature)}\s*$"
    return bool(signature) and re.search(pattern, text) is not None


def _unsigned(text: str, signature: str) -> str:
    """Return a text without the signature at its end."""
    return text.rstrip().removesuffix(signature).rstrip() if _signed(text, signature) else text


def _place(text: str, index: int) -> Location:
    """Return the line and the column of an index."""
    before = text[:index]
    return before.count("\n"), index - before.rfind("\n") - 1
