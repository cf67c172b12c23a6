"""A list to pick from, narrowed by typing, with a preview."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Generic

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.strip import Strip
from textual.widgets import Input

from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.search.ranking import PLAIN, SearchIndex
from lenovo_desk.tui.kit.base_screen import BaseModal
from lenovo_desk.tui.kit.cursor_list import CursorList
from lenovo_desk.tui.kit.edges import MEASURE, SIGN_AT, TEXT_AT
from lenovo_desk.tui.kit.hint_row import KeyOffer
from lenovo_desk.tui.kit.input_line import Field, Keys, steps
from lenovo_desk.tui.kit.lines import Lines, line, repaint
from lenovo_desk.tui.kit.lists.rows import list_row
from lenovo_desk.tui.kit.pages.picker_rows import (
    PickerRow,
    RowPainter,
    T,
    grouped,
    preview_strips,
    with_headings,
)
from lenovo_desk.tui.kit.text_layout import wrap
from lenovo_desk.tui.kit.theme import inks

EVERY = 0.1
"""Seconds between two readings ahead."""
BESIDE, WIDEST, HIGH = 100, 130, 28
"""Columns from which the preview stands at the right, and is wide; rows from which the search
has room around it."""
Seek = Callable[[str], Sequence[PickerRow[T]]]
"""Returns rows that only a search elsewhere finds, for what is typed."""


class Picker(BaseModal[T | None], Generic[T], scope="pick"):
    """Returns the value of the row picked with Enter, or None."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(
        self,
        title: str,
        rows: Sequence[PickerRow[T]],
        enter: str,
        first: T | None = None,
        *,
        groups: Sequence[str] = (),
        seek: Seek[T] | None = None,
        ahead: Callable[[], bool] | None = None,
        nothing: str = "",
        missed: Callable[[], object] | None = None,
    ) -> None:
        """Take the rows; `first` is the value of the row under the cursor at first.

        `enter` is what Enter does with a row that does not say so itself, in words.
        `groups` are the headings in the order for what is found; `seek` finds more rows;
        `ahead` prepares some of what `seek` will need and returns whether there is more to do;
        `nothing` is said when nothing fits, by default in general words; `missed` is called when
        the list is left so.
        """
        super().__init__()
        self._title = title
        self._rows = rows
        self._enter = enter
        self._groups = groups
        self._seek = seek
        self._ahead = ahead
        self._nothing = nothing
        self._missed = missed
        self._sought = ""
        self._way = PLAIN
        self._index: SearchIndex | None = None
        self._matches = grouped((0, row) for row in rows)
        values = [row.value for row in self._matches]
        cursor = values.index(first) if first is not None and first in values else 0
        self._list = CursorList(len(values), cursor)

    def compose(self) -> ComposeResult:
        yield Lines(self._draw_title, id="pick-title")
        move, leave = self._move, self.action_dismiss_pick
        pages = {"pagedown": partial(move, 10), "pageup": partial(move, -10)}
        keys: Keys = {**steps(move), **pages, **dict.fromkeys(self.key_parts("pick.close"), leave)}
        with Horizontal(id="pick-search"):
            yield Lines(self._draw_sign, id="pick-sign")
            yield Field(self._pick, keys=keys)
        with Container(id="pick-body"):
            yield Lines(self._draw_rows, id="pick-rows")
            yield Lines(self._draw_preview, id="pick-preview")
        yield self.message_row()
        yield self.keys_row()

    def on_mount(self) -> None:
        """Focus the input; prepare the search while nobody has typed yet."""
        self.set_focus(self.query_one(Input))
        self.call_after_refresh(self._prepare)
        if self._ahead:
            self._reading = self.set_interval(EVERY, self._read_ahead)

    def on_resize(self, event: events.Resize) -> None:
        """Show the preview at the right where there is room, else below; none without any."""
        self.set_class(event.size.width >= BESIDE, "-wide")
        self.set_class(event.size.width >= WIDEST, "-widest")
        self.set_class(event.size.height >= HIGH, "-high")
        self.set_class(not self._seek and not any(row.preview for row in self._rows), "-bare")

    def _read_ahead(self) -> None:
        """Prepare a little of what a search needs; then look again."""
        if self._ahead and not self._ahead():
            self._reading.stop()
            if any(row.value is None for row in self._matches):
                self._matches = self._search(self._sought)
                self._list = CursorList(len(self._matches)).move(self._list.cursor)
                self._paint()

    async def on_key(self, event: events.Key) -> None:
        """Pass a key to the input when it has not the focus."""
        if self.focused is None:
            await self.query_one(Field).receive(event)

    # --- drawing

    def _draw_title(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        way = self.words.get(f"pick.way_{self._way}", "") if self._matches else ""
        right = "  ".join(part for part in (way, self._range()) if part)
        gap = width - cell_len(self._title) - cell_len(right) - 2 * SIGN_AT
        parts = [(" " * SIGN_AT + self._title, ink.status_strong)]
        if right and gap > 1:
            parts.append((f"{' ' * gap}{right}", ink.status))
        return [line(parts, width, ink.status)]

    def _draw_sign(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        sign = [(" ", ink.plain), (" ", ink.on_panel), ("/", ink.gap_note), ("  ", ink.on_panel)]
        return [line(sign, width, ink.on_panel)]

    def _range(self) -> str:
        """Return which rows of how many are in view, and whether more follow; "" if all are."""
        height = self.query_one("#pick-rows", Lines).size.height
        lines, window = self._in_view(height)
        numbers = [each for each in lines[window.start : window.stop] if isinstance(each, int)]
        count = len(self._matches)
        if not numbers or len(numbers) == count:
            return ""
        more = " ↓" if numbers[-1] + 1 < count else " ↑"
        return f"{numbers[0] + 1}-{numbers[-1] + 1}/{count}{more}"

    def _in_view(self, height: int) -> tuple[list[int | str], range]:
        """Return what stands on all lines, and which of them are in view."""
        lines = with_headings(self._matches, height)
        at = lines.index(self._list.cursor) if self._matches else 0
        return lines, CursorList(len(lines), at, height).window

    @property
    def typing(self) -> bool:
        """Whether typing enters text: always."""
        return True

    def offers(self) -> list[KeyOffer]:
        """Return what the keys do now: Enter with the row under the cursor."""
        words, rows = self.words, [row for row in self._matches if row.value is not None]
        keys = [*super().offers()[:1], KeyOffer(words["entry.typing"], words["pick.narrow"])]
        if len(rows) > 1:
            keys.insert(1, KeyOffer("↑↓", words["pick.browse"]))
        if self.current and self.current.value is not None:
            keys.insert(0, KeyOffer("enter", self.current.does or self._enter, lit=True))
        return keys

    def _draw_rows(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        if not self._matches and self._sought:
            text = filled(self._nothing or self.words["pick.nothing"], {"sought": self._sought})
            rows = [
                row
                for part in self.with_keys(text).split("\n")
                for row in wrap(part, min(width - TEXT_AT - 2, MEASURE))
            ]
            return [list_row([(row, ink.plain)], ink, width, at=TEXT_AT) for row in rows]
        painter = RowPainter(self._matches, self.face, width, self._sought, self._way)
        lines, window = self._in_view(height)
        return [
            painter.heading(each)
            if isinstance(each, str)
            else painter.row(self._matches[each], each == self._list.cursor)
            for each in lines[window.start : window.stop]
        ]

    def _draw_preview(self, width: int, height: int) -> list[Strip]:
        row = self.current
        at = SIGN_AT if self.has_class("-wide") else TEXT_AT
        strips = preview_strips(row, self.face, width - at, height) if row else []
        return [Strip.join([line([], at, self.face.ink.plain), strip]) for strip in strips]

    # --- searching and picking

    @property
    def current(self) -> PickerRow[T] | None:
        """The row under the cursor."""
        return self._matches[self._list.cursor] if self._matches else None

    @on(Input.Changed)
    def _narrow(self) -> None:
        text = self.query_one(Input).value
        if text != self._sought:
            self._sought, self.message = text, ""
            self._matches = self._search(text)
            self._list = CursorList(len(self._matches))
            self._paint()

    def _prepare(self) -> SearchIndex:
        if self._index is None:
            self._index = SearchIndex([(row.label, row.below) for row in self._rows])
        return self._index

    def _search(self, text: str) -> list[PickerRow[T]]:
        hits, self._way = self._prepare().search(text)
        more = self._seek(text) if self._seek and text.strip() else ()
        again = [row.value for row in more if row.value is not None]
        if again and self._way != PLAIN:  # what is found to the letter needs no guesses beside it
            hits, self._way = (), PLAIN
        matches = [(hit.rank, self._rows[hit.number]) for hit in hits]
        ranked = [(rank, row) for rank, row in matches if row.value not in again]
        order = self._groups if text.strip() else ()
        found_there = [(0, row) for row in more if row.value is not None]
        remarks = [(0, row) for row in more if row.value is None]
        return grouped([*found_there, *ranked, *remarks], order)

    @on(Input.Submitted)
    def _pick(self) -> None:
        self._narrow()
        if self.current and self.is_active:
            self.dismiss(self.current.value)

    @on(Lines.Picked, "#pick-rows")
    def _clicked(self, event: Lines.Picked) -> None:
        lines, window = self._in_view(event.lines.size.height)
        row = lines[window[event.number]] if event.number < len(window) else ""
        if isinstance(row, int):
            self._list = self._list._replace(cursor=row)
            self._paint()

    def _paint(self) -> None:
        repaint(*self.query(Lines))

    def _move(self, step: int) -> None:
        self._narrow()  # the last key typed counts, too
        self.message = ""
        self._list = self._list.move(step)
        self._paint()

    def action_dismiss_pick(self) -> None:
        """Pick nothing."""
        if self.is_active:  # a second key may arrive at the same moment
            if self._missed and self._sought.strip() and not self._matches:
                self._missed()
            self.dismiss(None)
