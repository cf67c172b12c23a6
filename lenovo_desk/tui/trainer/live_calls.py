"""The live mock calls that a trainer can watch, updated as they come and go."""

from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.core.ports import CaseSummary
from lenovo_desk.core.promise_board import damage_text
from lenovo_desk.training.training_ports import CallStore
from lenovo_desk.tui.digits import TEN, digit, number_key
from lenovo_desk.tui.kit.base_screen import BaseScreen
from lenovo_desk.tui.kit.cursor_list import CursorList
from lenovo_desk.tui.kit.edges import SIGN_AT, TEXT_AT
from lenovo_desk.tui.kit.lines import Lines, line, repaint
from lenovo_desk.tui.kit.lists.rows import MARGIN, list_row
from lenovo_desk.tui.kit.text_layout import fit, pad
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.kit.times_and_ids import clock_text, short_id
from lenovo_desk.tui.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable


HEADING = 3
"""The number of rows above the calls."""
EVERY = 2.0
"""Seconds between two readings of the list."""


class LiveCalls(BaseScreen[None], scope="calls"):
    """Live mock calls, latest event first; a digit or Enter opens the trainer's window."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    MATTERS = ("calls.open",)

    def __init__(self, calls: CallStore) -> None:
        super().__init__()
        self.calls = calls
        self._live: tuple[CaseSummary, ...] = ()
        self._list = CursorList(0, centred=False)

    def compose(self) -> ComposeResult:
        yield Lines(self._draw, id="calls")
        yield self.message_row()
        yield self.keys_row()

    def on_mount(self) -> None:
        """Read the calls now and at regular intervals."""
        self._read()
        self.set_interval(EVERY, self._tick)

    def on_screen_resume(self) -> None:
        """Read the calls again after a call's window was left."""
        self._tick()

    def _tick(self) -> None:
        if self.app.screen_stack[-1:] == [self]:
            self._read()
            repaint(*self.query(Lines))

    def _read(self) -> None:
        before = self._live[self._list.cursor].id if self._live else ""
        live = self.shell.attempt(self.calls.live, self.show)
        if live is None:
            return
        self._live = live
        ids = [call.id for call in self._live]
        self._list = self._list._replace(rows=len(ids)).move(0)
        if before in ids:
            self._list = self._list._replace(cursor=ids.index(before))

    def _draw(self, width: int, height: int) -> list[Strip]:
        words, ink = self.shell.words, inks(self.app)
        rows = [
            line(
                [(" " * SIGN_AT + words["trainer.calls_title"], ink.status_strong)],
                width,
                ink.status,
            ),
            list_row([(fit(self.calls.folder, width - 2 * SIGN_AT), ink.dim)], ink, width),
            line([], width, ink.plain),
        ]
        if not self._live:
            rows.append(list_row([(words["trainer.no_calls"], ink.dim)], ink, width))
        self._list = self._list._replace(height=max(1, height - HEADING))
        return rows + [self._row(self._live[n], n, width) for n in self._list.window]

    def _row(self, call: CaseSummary, number: int, width: int) -> Strip:
        """Return a call's row: the agent, the flow and step, and the time since its last event."""
        shell, ink = self.shell, inks(self.app)
        words = shell.words
        flow, step = shell.readings.titles(call.flow, call.step)
        ago = clock_text(max(0.0, self.calls.clock.now().utc - call.last))
        label = f"{call.agent}  {flow} › {step}" if not call.damage else damage_text(words, call)
        state = words["trainer.is_parked"] if call.status == "parked" else ""
        key = f"{number_key(number + 1)} " if number < TEN else " " * (TEXT_AT - MARGIN)
        right = f"  {state or ago}  {short_id(call.id)}"
        at_cursor = number == self._list.cursor
        room = width - TEXT_AT - SIGN_AT - cell_len(right)
        parts = [
            (key, ink.key),
            (pad(label, room), ink.strong if at_cursor else ink.plain),
            (right, ink.dim),
        ]
        return list_row(parts, ink, width, at_cursor, MARGIN)

    def on_key(self, event: events.Key) -> None:
        """Open the call of a digit."""
        number = digit(event.character)
        if number is not None:
            event.stop()
            self.open(number - 1)

    @on(Lines.Picked, "#calls")
    def _picked(self, event: Lines.Picked) -> None:
        number = self._list.at(event.number - HEADING)
        if number is not None:
            self.open(number)

    def action_cursor(self, step: int) -> None:
        """Move the cursor over the calls."""
        self._list = self._list.move(step)
        self.show()

    def action_open(self) -> None:
        """Open the call under the cursor."""
        self.open(self._list.cursor)

    def open(self, number: int) -> None:
        """Open the trainer's window on the call in row `number`, counted from 0."""
        from lenovo_desk.tui.trainer.trainer_window import open_call

        if number < len(self._live):
            problem = open_call(self.shell, self.calls, self._live[number].id)
            if problem:
                self.show(problem, alert=True)

    def action_finished(self) -> None:
        """List the closed calls, to mark them."""
        from lenovo_desk.tui.trainer.closed_calls import show_closed_calls

        show_closed_calls(self.shell, self.calls, self.show)

    def action_leave(self) -> None:
        """Leave the list."""
        if self.is_active:  # a second key may come in the same moment
            self.dismiss(None)


def show_live_calls(
    shell: Shell, case: str = "", back: "Callable[[], object] | None" = None
) -> None:
    """List the live mock calls, or open one at once; `back` is called when the list is left."""
    from lenovo_desk.tui.trainer.trainer_window import open_call

    calls = shell.attempt(lambda: shell.training.calls, shell.tell_home)
    if calls is None:
        return

    def left(_: None) -> None:
        if back:
            back()

    screen = LiveCalls(calls)
    shell.push_screen(screen, left)
    if case and (message := open_call(shell, calls, case)):
        screen.message, screen.alert = message, True
