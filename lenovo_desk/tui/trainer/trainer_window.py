"""The trainer's window on one mock call: the trainer watches it and plays the customer."""

from pathlib import Path

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container

from lenovo_desk.core.wording.sentences import sentence
from lenovo_desk.training.model.call import SpokenLine
from lenovo_desk.training.training_ports import CallStore
from lenovo_desk.tui.digits import digit
from lenovo_desk.tui.kit.base_screen import BaseScreen
from lenovo_desk.tui.kit.entry_bar import EntryBar
from lenovo_desk.tui.kit.lines import Lines, repaint
from lenovo_desk.tui.shell import Shell
from lenovo_desk.tui.trainer.call_panes import CallPanes
from lenovo_desk.tui.trainer.call_watcher import CallWatcher
from lenovo_desk.tui.trainer.customer_part import CustomerPart
from lenovo_desk.tui.trainer.script_pane import OBJECTIONS, ScriptLine

EVERY = 0.5
"""Seconds between two readings of the call."""
MESSAGE_STAYS = 4.0
"""Seconds after which a message that is not a warning gives way to the keys."""
WIDE = 100
"""The width in cells from which the script is shown beside the step."""
FREE = "free"
"""The field in which trainers type a line of their own."""


class TrainerWindow(BaseScreen[None], scope="trainer"):
    """Turns keys into what the customer says; reads the call's journal, never writes it."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    MATTERS, ENTRY_DOES = ("trainer.say",), "trainer.say_it"

    def __init__(self, shell: Shell, calls: CallStore, watched: CallWatcher) -> None:
        """Show a watched call; `watched` has read it already."""
        super().__init__()
        self.calls, self.watched = calls, watched
        self.panes = CallPanes(shell, watched)
        self.part = CustomerPart(calls, watched)
        self._shown_at = 0.0

    @property
    def script(self) -> tuple[ScriptLine, ...]:
        """Every line of the script, in the order shown."""
        return self.panes.cursor.lines

    @property
    def typing(self) -> bool:
        """Whether the trainer is typing a line of their own."""
        return self.entry.active

    def compose(self) -> ComposeResult:
        self.panes.side_by_side = self.app.size.width >= WIDE
        self.set_class(self.panes.side_by_side, "-wide")  # before the first layout
        yield Lines(self.panes.draw_status, id="status")
        with Container(id="panes"):
            yield Lines(self.panes.draw_step, id="stand")
            yield Lines(self.panes.draw_script, id="script")
        yield self.message_row()
        yield EntryBar(self._entered, self._leave_entry, id="entry")
        yield self.keys_row()

    def on_mount(self) -> None:
        """Take the customer's part if it is free, and read the call at regular intervals."""
        self.entry = self.query_one(EntryBar)
        self.message = self.panes.read(self.calls.clock.now().up)
        self.alert = bool(self.message)
        self.part.take()
        self.set_interval(EVERY, self._tick)

    def on_resize(self, event: events.Resize) -> None:
        """Put the panes side by side when the window is wide enough."""
        self.panes.side_by_side = event.size.width >= WIDE
        self.set_class(self.panes.side_by_side, "-wide")

    def _tick(self) -> None:
        if self.app.screen_stack[-1:] != [self]:
            return
        changed, up, news = self.watched.look(), self.calls.clock.now().up, ""
        if changed and self.watched.problem is not None:
            news = self.shell.readings.store_problem(self.watched.problem)
        elif self.calls.notices:
            notices = [sentence(self.words, None, notice) for notice in self.calls.notices]
            self.calls.notices.clear()
            news = "  ".join(notices)
        if changed:
            news = self.panes.read(up) or news
        elif self.watched.case.status == "open":
            self.panes.pass_time(up)
        if news:
            self.message, self.alert = news, True
        elif self.message and not self.alert and up - self._shown_at > MESSAGE_STAYS:
            self.message = ""
        repaint(*self.query(Lines))

    def show(self, message: str = "", alert: bool = False) -> None:
        """Show a message in the last row, and paint everything at once."""
        self.message, self.alert, self._shown_at = message, alert, self.calls.clock.now().up
        repaint(*self.query(Lines))

    def notice(self) -> tuple[str, bool]:
        """Return the message to show now; while the trainer only watches, that."""
        watching = self.part.line is None and self.watched.case.status != "closed"
        if self.message or self.entry.active or not watching:
            return self.message, self.alert
        return self.words["trainer.watching"], True

    # --- keys

    async def on_key(self, event: events.Key) -> None:
        """Say the line of a digit; all that is typed while the line is open is text."""
        number = digit(event.character)
        if self.entry.active:
            if self.focused is None:
                await self.entry.input.receive(event)
        elif number is not None:
            event.stop()
            if number in self.panes.digits:
                self._say_line(self.panes.digits[number])

    @on(Lines.Picked, "#script")
    def _picked(self, event: Lines.Picked) -> None:
        """Move the cursor to the clicked line, which Enter then says."""
        if event.number in self.panes.rows:
            self.put_cursor(self.panes.rows[event.number])

    def put_cursor(self, number: int) -> None:
        """Move the cursor to a line of the script."""
        self.panes.cursor.put(number)
        self.show()

    def action_cursor(self, step: int) -> None:
        """Move the cursor over the lines of the script."""
        self.put_cursor(self.panes.cursor.number + step)

    def action_block(self, step: int) -> None:
        """Move `step` blocks on in the script."""
        self.panes.cursor.next_block(step, self.panes.said())
        self.show()

    def action_objections(self) -> None:
        """Move to the objections."""
        moved = self.panes.cursor.to_block(OBJECTIONS, self.panes.said())
        self.show("" if moved else self.words["trainer.nothing"], alert=not moved)

    def action_say_cursor(self) -> None:
        """Say the line under the cursor."""
        self._say_line(self.panes.cursor.number)

    def _say_line(self, number: int) -> None:
        cursor, clock = self.panes.cursor, self.calls.clock
        if not cursor.may_say(number, clock.now().up):
            return
        line = cursor.lines[number]
        if self.say(line.kind, line.text):
            cursor.has_said(self.panes.said(), clock.now().up)
            self.show(self.panes.wording.fill("trainer.told", text=line.text))

    def action_type(self) -> None:
        """Type a line of the trainer's own, with the call still in view."""
        if self.may_speak():
            self.entry.ask(FREE, (self.words["trainer.own_line"],))
            self.show()

    def _entered(self, field: str, text: str) -> None:
        if not text:
            self._leave_entry()
        elif self.say("line", text):
            self.entry.close()
            self.show(self.panes.wording.fill("trainer.told", text=text))

    def _leave_entry(self) -> None:
        self.entry.close()
        self.show()

    def action_leave(self) -> None:
        """Leave; the call goes on."""
        self.part.release()
        if self.is_active:  # a second key may come in the same moment
            self.dismiss(None)

    def on_unmount(self) -> None:
        """Give the customer's part back, so that another trainer can play."""
        self.part.release()

    # --- playing the customer

    def holds(self, condition: str) -> bool:
        """Return whether the customer can still say something, for commands of the last row."""
        over = self.watched.case.status == "closed" or self.panes.customer.hung_up
        return not (over or self.watched.hung_up)

    def may_speak(self) -> bool:
        """Return whether the customer can say a line now; if not, show why."""
        if self.watched.case.status == "closed":
            self.show(self.words["trainer.is_closed"], alert=True)
        elif self.watched.hung_up or self.panes.customer.hung_up:
            self.show(self.words["trainer.has_hung_up"], alert=True)
        elif problem := self.part.take():
            self.show(self.shell.readings.store_problem(problem), alert=True)
        else:
            return True
        return False

    def say(self, kind: str, text: str) -> SpokenLine | None:
        """Have the customer say or do something; return the line, or None after showing why not."""
        if not self.may_speak():
            return None
        spoken = self.shell.attempt(lambda: self.part.say(kind, text), self.show)
        if spoken is None:
            return None
        if self.watched.look() and (message := self.panes.read(self.calls.clock.now().up)):
            self.message, self.alert = message, True
        return spoken


def open_call(shell: Shell, calls: CallStore, case: str) -> str:
    """Open the trainer's window on a call; return why it cannot be opened, or an empty string."""
    watched = CallWatcher(calls, shell.library, case)
    watched.look()
    watched.look()  # a call that is just being closed is found the second time
    if watched.call is None:
        return shell.readings.store_problem(watched.problem) if watched.problem else case
    shell.push_screen(TrainerWindow(shell, calls, watched))
    return ""
