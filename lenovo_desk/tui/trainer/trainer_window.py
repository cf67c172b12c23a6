"""The trainer's window on one mock call: he sees it live and plays the customer."""

from contextlib import suppress
from pathlib import Path

from textual import events, on

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.training.model.call import SpokenLine
from lenovo_desk.training.training_ports import CallStore
from lenovo_desk.tui.kit.digits import digit
from lenovo_desk.tui.kit.input_line import catch, in_turn
from lenovo_desk.tui.kit.lines import Lines
from lenovo_desk.tui.shell import Shell
from lenovo_desk.tui.trainer.call_watcher import Watch
from lenovo_desk.tui.trainer.script_pane import OBJECTIONS, ScriptLine, following
from lenovo_desk.tui.trainer.watch_screen import Attending

FREE = "free"
AGAIN = 0.25
"""Seconds after a line in which no key says another: a key held down says one."""


class TrainerWindow(Attending, scope="trainer"):
    """Turns keys into what the customer says; writes only the trainer's own file."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")

    # --- keys

    async def on_key(self, event: events.Key) -> None:
        """Say the line of a digit, and run what a key is bound to in its turn."""
        number = digit(event.character)
        if self.entry.active:
            await catch(self, event, self.entry.input)
        elif number is None or self.app.screen is not self:
            await in_turn(self, event)
        else:
            event.stop()
            if number in self._drawn.digits:
                self._say_line(self._drawn.digits[number])

    @on(Lines.Picked, "#script")
    def _picked(self, event: Lines.Picked) -> None:
        """Put the cursor where the mouse was: Enter says it."""
        if event.number in self._drawn.rows:
            self._put_cursor(self._drawn.rows[event.number])

    def _put_cursor(self, number: int) -> None:
        self._cursor, self._moved = number, True
        self.show()

    def action_cursor(self, step: int) -> None:
        """Move over the lines of the script."""
        last = max(0, len(self._script) - 1)
        self._put_cursor(max(0, min(self._cursor + step, last)))

    def action_block(self, step: int) -> None:
        """Move to the next block of the script, or the one before."""
        blocks = list(dict.fromkeys(one.block for one in self._script))
        if blocks:
            here = blocks.index(self._script[self._cursor].block)
            self._to_block(blocks[(here + step) % len(blocks)])

    def _to_block(self, block: str) -> None:
        numbers = [n for n, one in enumerate(self._script) if one.block == block]
        fresh = [n for n in numbers if self._script[n].text not in self._said()]
        if numbers:
            self._put_cursor((fresh or numbers)[0])
        else:
            self.show(self.words["trainer.nothing"], alert=True)

    def action_objections(self) -> None:
        """Move to the objections."""
        self._to_block(OBJECTIONS)

    def action_say_cursor(self) -> None:
        """Say the line under the cursor."""
        self._say_line(self._cursor)

    def _say_line(self, number: int) -> None:
        if self._up() < self._guard or number >= len(self._script):
            return
        one = self._script[number]
        if self.say(one.kind, one.text):
            self._guard, self._moved = self._up() + AGAIN, False
            if self._script[self._cursor].text in self._said():
                self._cursor = following(self._script, self._said())
            self.show(self._wording.fill("trainer.told", text=one.text))

    def action_type(self) -> None:
        """Type a line of one's own; the call stays in view."""
        if self.may_speak():
            self.entry.ask(FREE, (self.words["trainer.own_line"],))
            self.show()

    def _entered(self, field: str, text: str) -> None:
        if not text:
            self._leave_entry()
        elif self.say("line", text):
            self.entry.close()
            self.show(self._wording.fill("trainer.told", text=text))

    def _leave_entry(self) -> None:
        self.entry.close()
        self.show()

    def found(self, one: ScriptLine) -> None:
        """Put the cursor on a line that was found."""
        if one in self._script:
            self._put_cursor(self._script.index(one))

    def action_mark(self) -> None:
        """Mark the call."""
        from lenovo_desk.tui.trainer.marking import mark_call

        if problem := mark_call(self.shell, self.watched.id):
            self.show(problem, alert=True)

    def action_leave(self) -> None:
        """Leave; the call goes on."""
        self._let_go()
        if self.is_active:  # a second key may come in the same moment
            self.dismiss(None)

    # --- playing the customer

    def holds(self, condition: str) -> bool:
        """Return whether the customer can still say something."""
        over = self.watched.case.status == "closed" or self._customer.hung_up
        return not (over or self.watched.hung_up)

    def take_part(self) -> None:
        """Take the customer's part when nobody has it."""
        self._take_line()

    def on_unmount(self) -> None:
        """Let the next trainer play."""
        self._let_go()

    def _take_line(self) -> StoreProblem | None:
        """Open the trainer's file; somebody else who has it is no problem of ours."""
        if self._line is not None or self.watched.case.status == "closed":
            return None
        try:
            self._line = self.calls.line(self.watched.id)
        except StoreProblem as problem:
            return problem
        return None

    def _let_go(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            with suppress(StoreProblem):
                line.close()

    def may_speak(self) -> bool:
        """Tell whether a line would be heard; when not, say why."""
        if self.watched.case.status == "closed":
            self.show(self.words["trainer.is_closed"], alert=True)
        elif self.watched.hung_up or self._customer.hung_up:
            self.show(self.words["trainer.has_hung_up"], alert=True)
        elif problem := self._take_line():
            self.show(self.shell.store_problem(problem), alert=True)
        else:
            return True
        return False

    def say(self, kind: str, text: str) -> SpokenLine | None:
        """Have the customer say or do something; what refuses is said in the last row."""
        if not self.may_speak():
            return None
        assert self._line is not None, "who may speak has the file"
        try:
            spoken = self._line.say(kind, text)
        except StoreProblem as problem:
            self.show(self.shell.store_problem(problem), alert=True)
            return None
        if self.watched.look():
            self._see()
        return spoken


def open_call(shell: Shell, calls: CallStore, case: str) -> str:
    """Show the trainer's window on a call; return why that cannot be, or an empty string."""
    watch = Watch(calls, shell.library, case)
    watch.look()
    watch.look()
    if watch.call is None:
        return shell.store_problem(watch.problem) if watch.problem else case
    shell.push_screen(TrainerWindow(calls, watch))
    return ""
