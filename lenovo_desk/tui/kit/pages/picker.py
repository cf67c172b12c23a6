"""A list to pick from, narrowed by typing, with a preview."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from rich.cells import cell_len
from rich.style import Style
from textual import events, on
from textual.app import ComposeResult
from textual.strip import Strip
from textual.widgets import Input

from lenovo_desk.search.ranking import rank
from lenovo_desk.tui.kit.base_screen import BaseModal
from lenovo_desk.tui.kit.cursor_list import CursorList
from lenovo_desk.tui.kit.input_line import Field, Keys, steps
from lenovo_desk.tui.kit.lines import FittingLines, Lines, line, repaint
from lenovo_desk.tui.kit.text_layout import fit, wrap, wrap_within
from lenovo_desk.tui.kit.theme import inks

T = TypeVar("T")
Act = Callable[[], object]
"""The action of a menu row."""


class PickerRow(NamedTuple, Generic[T]):
    """A row to pick."""

    label: str
    value: T | None
    """The picker's result; a row with None is only for reading."""
    detail: str = ""
    preview: str | Callable[[], str] = ""
    """Shown below the list; a function is called only once the row is current."""


def act(chosen: Act | None) -> None:
    """Run the action picked from a menu, if any."""
    if chosen is not None:
        chosen()


class Picker(BaseModal[T | None], Generic[T], scope="pick"):
    """Returns the value of the row picked with Enter, or None."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(
        self, title: str, rows: Sequence[PickerRow[T]], hint: str, first: T | None = None
    ) -> None:
        """Take the rows; `first` is the value of the row under the cursor at first."""
        super().__init__()
        self._title = title
        self._rows = rows
        self._hint = hint
        self._texts = [
            f"{row.label} {row.detail} {row.preview if isinstance(row.preview, str) else ''}"
            for row in rows
        ]
        self._sought = ""
        self._matches = rank("", self._texts)
        values = [rows[index].value for index in self._matches]
        cursor = values.index(first) if first is not None and first in values else 0
        self._list = CursorList(len(values), cursor)

    def compose(self) -> ComposeResult:
        yield Lines(self._draw_title, id="pick-title")
        move, leave = self._move, self.action_dismiss_pick
        pages = {"pagedown": partial(move, 10), "pageup": partial(move, -10)}
        keys: Keys = {**steps(move), **pages, **dict.fromkeys(self.key_parts("pick.close"), leave)}
        yield Field(self._pick, keys=keys)
        yield Lines(self._draw_rows, id="pick-rows")
        yield Lines(self._draw_preview, id="pick-preview")
        yield FittingLines(self._draw_hint, id="pick-hint")

    def on_mount(self) -> None:
        """Focus the input."""
        self.set_focus(self.query_one(Input))

    async def on_key(self, event: events.Key) -> None:
        """Pass a key to the input when it has not the focus."""
        if self.focused is None:
            await self.query_one(Field).receive(event)

    def _draw_title(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        return [line([(f" {self._title}", ink.status_strong)], width, ink.status)]

    def _draw_hint(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        rows = wrap_within(self.with_keys(self._hint), width - 2, height)
        return [line([(f" {row}", ink.status)], width, ink.status) for row in rows]

    def _draw_rows(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        self._list = self._list._replace(height=height)
        strips = []
        for number in self._list.window:
            row = self._rows[self._matches[number]]
            current = number == self._list.cursor
            mark = ("> ", ink.key) if current else ("  ", ink.plain)
            style: Style = ink.strong if current else ink.plain
            detail = fit(row.detail, max(width // 3, width - 5 - cell_len(row.label)))
            label = fit(row.label, width - 5 - cell_len(detail))
            strips.append(line([mark, (label, style), (f"  {detail}", ink.dim)], width, ink.plain))
        return strips

    def _draw_preview(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        preview = self.current.preview if self.current else ""
        text = preview if isinstance(preview, str) else preview()
        room = min(width - 4, 90)
        parts = [part for row in text.split("\n") if row for part in wrap(row, room)]
        parts = parts[: height - 2]
        blank = line([], width, ink.on_panel)
        return [
            blank,
            *(line([("  ", ink.on_panel), (p, ink.phrase)], width, ink.on_panel) for p in parts),
            *([blank] * height),
        ][:height]

    @property
    def current(self) -> PickerRow[T] | None:
        """The row under the cursor."""
        return self._rows[self._matches[self._list.cursor]] if self._matches else None

    @on(Input.Changed)
    def _narrow(self) -> None:
        text = self.query_one(Input).value
        if text != self._sought:
            self._sought = text
            self._matches = rank(text, self._texts)
            self._list = self._list._replace(rows=len(self._matches), cursor=0)
            self._paint()

    @on(Input.Submitted)
    def _pick(self) -> None:
        self._narrow()
        if self.current and self.is_active:
            self.dismiss(self.current.value)

    @on(Lines.Picked, "#pick-rows")
    def _clicked(self, event: Lines.Picked) -> None:
        number = self._list.at(event.number)
        if number is not None:
            self._list = self._list._replace(cursor=number)
            self._paint()

    def _paint(self) -> None:
        repaint(self.query_one("#pick-rows", Lines), self.query_one("#pick-preview", Lines))

    def _move(self, step: int) -> None:
        self._narrow()  # the last key typed counts, too
        self._list = self._list.move(step)
        self._paint()

    def action_dismiss_pick(self) -> None:
        """Pick nothing."""
        if self.is_active:  # a second key may arrive at the same moment
            self.dismiss(None)
