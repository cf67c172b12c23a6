"""The trainer's window on one mock call: he sees it live and plays the customer."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.strip import Strip

from lenovo_desk.core.session import StoreProblem
from lenovo_desk.core.wording import Wording
from lenovo_desk.training.call import Spoken
from lenovo_desk.training.customer import Customer, customer
from lenovo_desk.training.ports import CallStore, Line
from lenovo_desk.tui.entry import Entry
from lenovo_desk.tui.field import catch, in_turn
from lenovo_desk.tui.hints import hint_row
from lenovo_desk.tui.keys import digit
from lenovo_desk.tui.lines import Lines, line, repaint
from lenovo_desk.tui.look import known_facts, look
from lenovo_desk.tui.script import OBJECTIONS, Drawn, ScriptLine, draw, following, script
from lenovo_desk.tui.stand import stand, status
from lenovo_desk.tui.stream import Told, doings, ended, stream
from lenovo_desk.tui.theme import inks
from lenovo_desk.tui.watch import Watch

if TYPE_CHECKING:
    from lenovo_desk.tui.app import DeskApp

EVERY = 0.5
"""Seconds after which the call is looked at again."""
SAID = 4.0
"""Seconds after which a message that is no warning gives way to the keys."""
GUARD = 0.4
"""Seconds after a move of the trainee in which no key says a line: it may be another one by now."""
WIDE = 100
FREE = "free"


class TrainerWindow(Screen[None]):
    """Reads the call's journal and writes only the trainer's own file."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "say_cursor", "trainer.say", id="trainer.say"),
        Binding("o,f2", "objections", "trainer.objections", id="trainer.objections"),
        Binding("t,f3", "type", "trainer.type", id="trainer.type"),
        Binding("h,f4", "hang_up", "trainer.hang_up", id="trainer.hang_up"),
        Binding("slash,ctrl+p,f5", "find", "find", id="trainer.find"),
        Binding("g,f6", "score", "trainer.score", id="trainer.score"),
        Binding("m,f7", "mark", "trainer.mark", id="trainer.mark"),
        Binding("p,f8", "person", "trainer.person", id="trainer.person"),
        Binding("escape,f10", "leave", "trainer.leave", id="trainer.leave"),
        Binding("down", "cursor(1)", show=False),
        Binding("up", "cursor(-1)", show=False),
        Binding("tab", "block(1)", show=False),
        Binding("shift+tab", "block(-1)", show=False),
        Binding("pagedown", "cursor(8)", show=False),
        Binding("pageup", "cursor(-8)", show=False),
    ]
    CSS = """
    TrainerWindow { layout: vertical; overflow: hidden; background: $background; }
    TrainerWindow #status { height: 2; }
    TrainerWindow #panes { height: 1fr; layout: vertical; }
    TrainerWindow #stand { height: 3fr; margin-top: 1; }
    TrainerWindow #script { height: 2fr; }
    TrainerWindow.-wide #panes { layout: horizontal; }
    TrainerWindow.-wide #stand { height: 1fr; width: 1fr; margin-right: 1; }
    TrainerWindow.-wide #script { height: 1fr; width: 1fr; margin-top: 1; }
    TrainerWindow #hints { height: 1; }
    """

    def __init__(self, calls: CallStore, watch: Watch) -> None:
        """The watch has read the call once."""
        super().__init__()
        assert watch.call is not None, "a call that cannot be read is not shown"
        self.watch, self.calls = watch, calls
        self.message, self.alert = "", False
        self._line: Line | None = None
        self._cursor, self._moved = 0, False
        self._guard = self._said_at = 0.0
        self._script: tuple[ScriptLine, ...] = ()
        self._drawn = Drawn([], {}, {})
        self._doings: tuple[Told, ...] = ()
        self._told: list[Told] = []
        self._customer = Customer((), 0, frozenset(), False)
        self._serial = 0
        self._status = ""

    @property
    def desk_app(self) -> "DeskApp":
        """The app, with what it was handed."""
        return cast("DeskApp", self.app)

    @property
    def words(self) -> Mapping[str, str]:
        """The interface's words."""
        return self.desk_app.words

    @property
    def typing(self) -> bool:
        """Whether a line of his own is being typed."""
        return self.entry.active

    def compose(self) -> ComposeResult:
        yield Lines(self._draw_status, id="status")
        with Container(id="panes"):
            yield Lines(self._draw_stand, id="stand")
            yield Lines(self._draw_script, id="script")
        yield Entry(self._entered, self._leave_entry, id="entry")
        yield Lines(self._draw_hints, id="hints")

    def on_mount(self) -> None:
        """Take the customer's part when nobody has it, and look at the call from time to time."""
        self.entry = self.query_one(Entry)
        self._wording = Wording(self.desk_app.library, self.desk_app.language)
        self._see()
        self._cursor = following(self._script, self._said())
        self._take_line()
        self.set_interval(EVERY, self._tick)

    def on_unmount(self) -> None:
        """Let the next trainer play."""
        self._let_go()

    def on_resize(self, event: events.Resize) -> None:
        """Put the panes side by side where there is room."""
        self.set_class(event.size.width >= WIDE, "-wide")

    # --- reading the call

    def _see(self) -> None:
        """Read the call anew; draws nothing."""
        watch, call = self.watch, self.watch.call
        assert call is not None, "the call was read once"
        self._doings = doings(call, self._wording)
        self._customer = customer(call, watch.now())
        self._told = stream(self._doings, self._customer.heard, self._wording)
        here = self._script[self._cursor] if self._cursor < len(self._script) else None
        self._script = script(call.scenario, watch.case, self._wording)
        if watch.case.here.serial != self._serial or watch.case.status != self._status:
            self._arrived(here)
        elif here in self._script:
            self._cursor = self._script.index(here)
        self._cursor = min(self._cursor, len(self._script) - 1)

    def _arrived(self, here: ScriptLine | None) -> None:
        """Follow the trainee to another step, unless the trainer's hand is on another line."""
        case = self.watch.case
        if case.status == "closed" and self._status != "closed":
            end = ended(case, self._wording)
            self.message, self.alert = self._wording.fill("trainer.over", end=end), True
        self._serial, self._status = case.here.serial, case.status
        self._guard = self.calls.clock.now().up + GUARD
        texts = [one.text for one in self._script]
        if self._moved and here is not None and here.text in texts:
            self._cursor = texts.index(here.text)
        else:
            self._cursor, self._moved = following(self._script, self._said()), False

    def _said(self) -> frozenset[str]:
        """Return all that the customer said, also what the trainee's desk has not taken in."""
        pending = {one.text for one in self.watch.pending()}
        return frozenset({one.text for one in self._customer.heard} | pending)

    def _tick(self) -> None:
        if self.app.screen_stack[-1:] != [self]:
            return
        changed = self.watch.look()
        if changed and self.watch.problem is not None:
            self._tell(self.desk_app.store_problem(self.watch.problem), alert=True)
        if changed:
            self._see()
        elif self.watch.case.status == "open":
            call = self.watch.call
            assert call is not None, "the call was read once"
            self._customer = customer(call, self.watch.now())
            self._told = stream(self._doings, self._customer.heard, self._wording)
        if self.message and not self.alert and self._up() - self._said_at > SAID:
            self.message = ""
        repaint(*self.query("TrainerWindow > Lines, #panes > Lines").results(Lines))

    def _up(self) -> float:
        return self.calls.clock.now().up

    def show(self, message: str = "", alert: bool = False) -> None:
        """Say something in the last row, and paint everything in this very turn."""
        self._tell(message, alert)
        repaint(*self.query("TrainerWindow > Lines, #panes > Lines").results(Lines))

    def _tell(self, message: str, alert: bool = False) -> None:
        self.message, self.alert, self._said_at = message, alert, self._up()

    # --- drawing

    def _draw_status(self, width: int, height: int) -> list[Strip]:
        call = self.watch.call
        assert call is not None, "the call was read once"
        return status(self.watch, call, self._customer, self.words, inks(self.app), width)

    def _draw_stand(self, width: int, height: int) -> list[Strip]:
        watch, app = self.watch, self.desk_app
        session = watch.reading()
        return stand(
            look(session, app.library, self.words, app.language),
            known_facts(session, app.library, app.language),
            watch.case,
            self._told,
            watch.pending(),
            self._wording,
            inks(app),
            (width, height),
        )

    def _draw_script(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        heading = [] if self.has_class("-wide") else [_rule(width, ink.dim)]
        size = (width, height - len(heading))
        drawn = draw(self._script, self._cursor, self._said(), self._wording, ink, size)
        rows = {row + len(heading): n for row, n in drawn.rows.items()}
        self._drawn = Drawn([*heading, *drawn.strips], rows, drawn.digits)
        return self._drawn.strips

    def _draw_hints(self, width: int, height: int) -> list[Strip]:
        message, alert = self.message, self.alert
        if not message and self.entry.active:
            message = self.words["trainer.typing"]
        elif not message and self._line is None and self.watch.case.status != "closed":
            message, alert = self.words["trainer.watching"], True
        return hint_row(self, message, alert, self.words, inks(self.app), width)

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
            self._moved = False
            if self._script[self._cursor].text in self._said():
                self._cursor = following(self._script, self._said())
            self.show(self._wording.fill("trainer.told", text=one.text))

    def action_type(self) -> None:
        """Type a line of one's own; the call stays in view."""
        if self._may_speak():
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

    def action_hang_up(self) -> None:
        """Have the customer hang up, once that is confirmed."""
        from lenovo_desk.tui.trainer_pages import hang_up

        if self._may_speak():
            hang_up(self)

    def action_find(self) -> None:
        """Find any line of the script; the cursor goes there, nothing is said."""
        from lenovo_desk.tui.trainer_pages import find_line

        find_line(self)

    def find(self, lines: tuple[ScriptLine, ...], one: ScriptLine) -> None:
        """Put the cursor on a line that was found."""
        if one in self._script:
            self._put_cursor(self._script.index(one))

    @property
    def script(self) -> tuple[ScriptLine, ...]:
        """Every line of the script, as it is shown now."""
        return self._script

    def action_person(self) -> None:
        """Show who the customer is and what a good call does."""
        from lenovo_desk.tui.trainer_pages import show_person

        show_person(self)

    def action_score(self) -> None:
        """Show the score so far."""
        from lenovo_desk.tui.trainer_pages import show_score

        show_score(self)

    def action_mark(self) -> None:
        """Mark the call."""
        from lenovo_desk.tui.marking import mark_call

        if problem := mark_call(self.desk_app, self.watch.id):
            self.show(problem, alert=True)

    def action_leave(self) -> None:
        """Leave; the call goes on."""
        self._let_go()
        if self.is_active:  # a second key may come in the same moment
            self.dismiss(None)

    # --- playing the customer

    def _take_line(self) -> StoreProblem | None:
        """Open the trainer's file; somebody else who has it is no problem of ours."""
        if self._line is not None or self.watch.case.status == "closed":
            return None
        try:
            self._line = self.calls.line(self.watch.id)
        except StoreProblem as problem:
            return problem
        return None

    def _let_go(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            with suppress(StoreProblem):
                line.close()

    def _may_speak(self) -> bool:
        """Tell whether a line would be heard; when not, say why."""
        if self.watch.case.status == "closed":
            self.show(self.words["trainer.is_closed"], alert=True)
        elif self.watch.hung_up or self._customer.hung_up:
            self.show(self.words["trainer.has_hung_up"], alert=True)
        elif problem := self._take_line():
            self.show(self.desk_app.store_problem(problem), alert=True)
        else:
            return True
        return False

    def say(self, kind: str, text: str) -> Spoken | None:
        """Have the customer say or do something; what refuses is said in the last row."""
        if not self._may_speak():
            return None
        assert self._line is not None, "who may speak has the file"
        try:
            spoken = self._line.say(kind, text)
        except StoreProblem as problem:
            self.show(self.desk_app.store_problem(problem), alert=True)
            return None
        if self.watch.look():
            self._see()
        return spoken


def _rule(width: int, style: "Style") -> Strip:
    return line([("─" * width, style)], width, style)


def open_call(app: "DeskApp", calls: CallStore, case: str) -> str:
    """Show the trainer's window on a call; return why that cannot be, or an empty string."""
    watch = Watch(calls, case)
    watch.look()
    watch.look()
    if watch.call is None:
        return app.store_problem(watch.problem) if watch.problem else case
    app.push_screen(TrainerWindow(calls, watch))
    return ""
