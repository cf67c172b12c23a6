"""A list to pick from, narrowed by typing; what the cursor is on is previewed, nothing moves."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual import events, on
from textual.app import ComposeResult
from textual.strip import Strip
from textual.widgets import Input

from lenovo_desk.search.ranking import rank
from lenovo_desk.tui.kit.base_screen import DeskModal
from lenovo_desk.tui.kit.input_line import Field, Keys, catch, steps
from lenovo_desk.tui.kit.lines import Lines, line, repaint
from lenovo_desk.tui.kit.text_layout import fit, wrap
from lenovo_desk.tui.kit.theme import inks


class Row(NamedTuple):
    """One thing to pick."""

    label: str
    detail: str = ""
    preview: str | Callable[[], str] = ""
    """What is shown below the list; what takes time is worked out when the row is in view."""
    value: object = None


class Pick(DeskModal[Row | None], scope="pick"):
    """Answers the row picked with Enter, or None."""

    CSS = """
    Pick { background: $background; layout: vertical; overflow: hidden; }
    Pick > #pick-title, Pick > #pick-hint { height: 1; }
    Pick > Input { height: 1; padding: 0 1; background: $panel; }
    Pick > #pick-rows { height: 1fr; }
    Pick > #pick-preview { height: 7; max-height: 30%; }
    """

    def __init__(self, title: str, rows: Sequence[Row], hint: str, here: Row | None = None) -> None:
        """`here` is the row that the cursor begins on."""
        super().__init__()
        self._title = title
        self._rows = rows
        self._hint = hint
        self._texts = [
            f"{row.label} {row.detail} {row.preview if isinstance(row.preview, str) else ''}"
            for row in rows
        ]
        self._sought = ""
        self._found = rank("", self._texts)
        shown = [rows[index] for index in self._found]
        self._cursor = shown.index(here) if here in shown else 0

    def compose(self) -> ComposeResult:
        yield Lines(self._draw_title, id="pick-title")
        move, leave = self._move, self.action_dismiss_pick
        pages = {"pagedown": partial(move, 10), "pageup": partial(move, -10)}
        keys: Keys = {**steps(move), **pages, **dict.fromkeys(self.key_parts("pick.close"), leave)}
        yield Field(self._pick, keys=keys)
        yield Lines(self._draw_rows, id="pick-rows")
        yield Lines(self._draw_preview, id="pick-preview")
        yield Lines(self._draw_hint, id="pick-hint")

    def on_mount(self) -> None:
        """Type at once."""
        self.set_focus(self.query_one(Input))

    async def on_key(self, event: events.Key) -> None:
        """Take what was typed before the line had the focus."""
        await catch(self, event, self.query_one(Field))

    def _draw_title(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        return [line([(f" {self._title}", ink.status_strong)], width, ink.status)]

    def _draw_hint(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        return [line([(f" {self._hint}", ink.status)], width, ink.status)]

    def _draw_rows(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        top = max(0, min(self._cursor - height // 2, len(self._found) - height))
        strips = []
        for number, index in enumerate(self._found[top : top + height], start=top):
            row = self._rows[index]
            here = number == self._cursor
            mark = ("> ", ink.key) if here else ("  ", ink.plain)
            style: Style = ink.strong if here else ink.plain
            detail = fit(row.detail, max(width // 3, width - 5 - cell_len(row.label)))
            label = fit(row.label, width - 5 - cell_len(detail))
            strips.append(line([mark, (label, style), (f"  {detail}", ink.dim)], width, ink.plain))
        return strips

    def _draw_preview(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        row = self.here
        preview = row.preview if row else ""
        text = preview if isinstance(preview, str) else preview()
        room = min(width - 4, 90)
        parts = [part for one in text.split("\n") if one for part in wrap(one, room)]
        parts = parts[: height - 2]
        blank = line([], width, ink.on_panel)
        return [
            blank,
            *(line([("  ", ink.on_panel), (p, ink.phrase)], width, ink.on_panel) for p in parts),
            *([blank] * height),
        ][:height]

    @property
    def here(self) -> Row | None:
        """The row under the cursor."""
        return self._rows[self._found[self._cursor]] if self._found else None

    @on(Input.Changed)
    def _narrow(self) -> None:
        text = self.query_one(Input).value
        if text != self._sought:
            self._sought = text
            self._found, self._cursor = rank(text, self._texts), 0
            self._paint()

    @on(Input.Submitted)
    def _pick(self) -> None:
        self._narrow()
        if self.here and self.is_active:
            self.dismiss(self.here)

    @on(Lines.Picked, "#pick-rows")
    def _clicked(self, event: Lines.Picked) -> None:
        height = event.lines.size.height
        top = max(0, min(self._cursor - height // 2, len(self._found) - height))
        if top + event.number < len(self._found):
            self._cursor = top + event.number
            self._paint()

    def _paint(self) -> None:
        repaint(self.query_one("#pick-rows", Lines), self.query_one("#pick-preview", Lines))

    def _move(self, step: int) -> None:
        self._narrow()  # what the last key typed counts
        self._cursor = max(0, min(self._cursor + step, len(self._found) - 1))
        self._paint()

    def action_dismiss_pick(self) -> None:
        """Pick nothing."""
        if self.is_active:  # a second key may come in the same moment
            self.dismiss(None)
