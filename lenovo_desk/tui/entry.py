"""The one line in which the agent types: a fact, a note, a reason."""

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input

from lenovo_desk.core.text import clean_line
from lenovo_desk.tui.field import Field
from lenovo_desk.tui.lines import Lines, line
from lenovo_desk.tui.theme import inks
from lenovo_desk.tui.typeset import fit, pack

SHARE = 3
"""What stands above the line takes at most this part of the screen's rows."""


class Entry(Horizontal):
    """A labelled input; hidden until asked for. What is typed is kept as a draft by its owner."""

    class Left(Message):
        """The agent left without entering; the text stays a draft."""

    class Moved(Message):
        """The agent wants the next (1) or previous (-1) field."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f10", "leave", show=False),
        Binding("tab,down", "move(1)", show=False, priority=True),
        Binding("shift+tab,up", "move(-1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    Entry { height: auto; display: none; background: $panel; }
    Entry.-shown { display: block; layout: vertical; }
    Entry > #entry-label { height: 1; }
    Entry > Input.-textual-compact { height: 1; padding: 0 1; background: $panel; }
    """

    def __init__(
        self,
        take: Callable[[str, str], object],
        changed: Callable[[], object] | None = None,
        *,
        id: str | None = None,
    ) -> None:
        """`take` gets the field and its text in the turn of the key that entered it.

        `changed` is called in the turn of every key that changed the text.
        """
        super().__init__(id=id)
        self.field = ""
        self._take = take
        self._changed = changed
        self._label: tuple[str, ...] = ()
        self._warning = ""

    def compose(self) -> ComposeResult:
        yield Lines(self._draw_label, id="entry-label")
        yield Field(self._entered, changed=self._changed, id="entry-input")

    @property
    def input(self) -> Field:
        """The input itself."""
        return self.query_one(Field)

    @property
    def active(self) -> bool:
        """Whether the agent is typing here."""
        return self.has_class("-shown")

    def ask(self, field: str, label: tuple[str, ...], text: str = "", quick: int = 0) -> None:
        """Show the line for a field. A single digit up to `quick` enters at once.

        `label` is a title and, each whole, what can be chosen: in as many lines as that takes.
        """
        self.field = field
        self.relabel(*label)
        self._make_room(self.screen.size.width)
        self.input.value = text
        self.input.cursor_position = len(text)
        self.input.quick = quick
        self.add_class("-shown")
        self.display = True
        self.screen.set_focus(self.input)  # in this very turn: the next key is text already
        self.query_one(Lines).redraw()

    def relabel(self, *label: str, warning: str = "") -> Lines:
        """Set what stands above the line; return the widget, which the caller repaints."""
        self._label, self._warning = label, warning
        return self.query_one(Lines)

    def on_resize(self, event: events.Resize) -> None:
        """Give what stands above the line the room it takes now."""
        self._make_room(event.size.width)

    def _make_room(self, width: int) -> None:
        most = max(1, self.screen.size.height // SHARE)
        height = min(most, len(pack(self._label, width - 1))) or 1
        lines = self.query_one(Lines)
        if lines.styles.height is None or lines.styles.height.value != height:
            lines.styles.height = height

    def close(self) -> None:
        """Hide the line."""
        self.field = ""
        self.remove_class("-shown")
        self.display = False
        self.screen.set_focus(None)

    @property
    def text(self) -> str:
        """What is typed, cleaned."""
        return clean_line(self.input.value)

    def _draw_label(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        rows = pack(self._label, width - 1) or [""]
        if len(rows) > height:
            rows[height - 1] = fit("  ".join(rows[height - 1 :]), width - 1)
        label = fit(f" {rows[0]}", width)
        warning = f"  ! {self._warning}" if self._warning else ""
        parts = [(label, ink.on_panel), (fit(warning, width - cell_len(label)), ink.gap)]
        others = [line([(f" {row}", ink.on_panel)], width, ink.on_panel) for row in rows[1:height]]
        return [line(parts, width, ink.on_panel), *others]

    def _entered(self) -> None:
        self._take(self.field, self.text)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter what was typed when the key came to the screen and not to the input."""
        event.stop()
        if self.active:
            self._entered()

    def action_leave(self) -> None:
        """Leave, keeping the draft."""
        self.post_message(self.Left())

    def action_move(self, step: int) -> None:
        """Go to another field."""
        self.post_message(self.Moved(step))
