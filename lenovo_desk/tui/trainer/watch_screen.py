"""A mock call on a trainer's screen: read anew when it has news, and painted in panes."""

from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.strip import Strip

from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.wording.sentences import sentence
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.customer.customer import Customer
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.training_ports import CallStore, TrainerLine
from lenovo_desk.tui.desk.entry_bar import Entry
from lenovo_desk.tui.kit.base_screen import DeskScreen
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import Lines, line, repaint
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.trainer.call_transcript import Told, doings, ended, stream
from lenovo_desk.tui.trainer.call_watcher import Watch
from lenovo_desk.tui.trainer.script_pane import Drawn, ScriptLine, draw, following, script
from lenovo_desk.tui.trainer.trainee_pane import stand, status

EVERY = 0.5
"""Seconds after which the call is looked at again."""
SAID = 4.0
"""Seconds after which a message that is no warning gives way to the keys."""
GUARD = 0.4
"""Seconds after a move of the trainee in which no key says a line: it may be another one by now."""
WIDE = 100


class Attending(DeskScreen[None]):
    """Reads the call's journal and never writes a byte of it."""

    def __init__(self, calls: CallStore, watch: Watch) -> None:
        """The watch has read the call once."""
        super().__init__()
        assert watch.call is not None, "a call that cannot be read is not shown"
        self.watched, self.calls = watch, calls
        self._line: TrainerLine | None = None
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
    def call(self) -> Call:
        """The call as it was read last."""
        assert self.watched.call is not None, "it was read before the window opened"
        return self.watched.call

    @property
    def script(self) -> tuple[ScriptLine, ...]:
        """Every line of the script, as it is shown now."""
        return self._script

    @property
    def typing(self) -> bool:
        """Whether a line of his own is being typed."""
        return self.entry.active

    def compose(self) -> ComposeResult:
        self.set_class(self.app.size.width >= WIDE, "-wide")  # before the first layout
        yield Lines(self._draw_status, id="status")
        with Container(id="panes"):
            yield Lines(self._draw_stand, id="stand")
            yield Lines(self._draw_script, id="script")
        yield Entry(self._entered, self._leave_entry, id="entry")
        yield Lines(self._draw_hints, id="hints")

    def on_mount(self) -> None:
        """Take the customer's part when nobody has it, and look at the call from time to time."""
        self.entry = self.query_one(Entry)
        self._panes = [self.query_one(f"#{name}", Lines) for name in _PANES]
        self._wording = Wording(self.shell.library, self.shell.language)
        self._see()
        self._cursor = following(self._script, self._said())
        self.take_part()
        self.set_interval(EVERY, self._tick)

    def on_resize(self, event: events.Resize) -> None:
        """Put the panes side by side where there is room."""
        self.set_class(event.size.width >= WIDE, "-wide")

    # --- reading the call

    def _see(self) -> None:
        """Read the call anew; draws nothing."""
        watch, call = self.watched, self.call
        self._doings = doings(call, self._wording)
        self._customer = watch.customer()
        self._told = stream(self._doings, self._customer.utterances, self._wording)
        here = self._script[self._cursor] if self._cursor < len(self._script) else None
        self._script = script(call.scenario, watch.case, self._wording)
        if watch.case.here.serial != self._serial or watch.case.status != self._status:
            self._arrived(here)
        elif here in self._script:
            self._cursor = self._script.index(here)
        self._cursor = min(self._cursor, len(self._script) - 1)
        self._go_on()

    def _arrived(self, here: ScriptLine | None) -> None:
        """Follow the trainee to another step, unless the trainer's hand is on another line."""
        case = self.watched.case
        if case.status == "closed" and self._status != "closed":
            end = ended(case, self._wording)
            self.message, self.alert = self._wording.fill("trainer.over", end=end), True
        self._serial, self._status = case.here.serial, case.status
        self._guard = self.calls.clock.now().up + GUARD
        said = self._said()
        fresh = {one.text: n for n, one in enumerate(self._script) if one.text not in said}
        if self._moved and here is not None and here.text in fresh:
            self._cursor = fresh[here.text]
        else:
            self._cursor, self._moved = following(self._script, said), False

    def _go_on(self) -> None:
        """Leave a line that the customer has said by himself, if no hand is on it."""
        said = self._said()
        if not self._moved and self._script[self._cursor].text in said:
            cursor = following(self._script, said)
            if cursor != self._cursor:
                self._cursor, self._guard = cursor, self._up() + GUARD

    def _said(self) -> frozenset[str]:
        """Return all that the customer said, also what the trainee's desk has not taken in."""
        pending = {one.text for one in self.watched.pending()}
        return frozenset({one.text for one in self._customer.utterances} | pending)

    def _marks(self) -> dict[str, str]:
        """Return what to say of lines that were said, and of the one that comes by itself."""
        coming = {self._customer.next: self.words["trainer.coming"]}
        return coming | dict.fromkeys(self._said(), self.words["trainer.said"])

    def _tick(self) -> None:
        if self.app.screen_stack[-1:] != [self]:
            return
        changed = self.watched.look()
        if changed and self.watched.problem is not None:
            self._tell(self.shell.store_problem(self.watched.problem), alert=True)
        elif self.calls.notices:
            told = [sentence(self.words, None, notice) for notice in self.calls.notices]
            self.calls.notices.clear()
            self._tell("  ".join(told), alert=True)
        if changed:
            self._see()
        elif self.watched.case.status == "open":
            self._customer = self.watched.customer()
            self._told = stream(self._doings, self._customer.utterances, self._wording)
            self._go_on()
        if self.message and not self.alert and self._up() - self._said_at > SAID:
            self.message = ""
        repaint(*self._panes)

    def _up(self) -> float:
        return self.calls.clock.now().up

    def show(self, message: str = "", alert: bool = False) -> None:
        """Say something in the last row, and paint everything in this very turn."""
        self._tell(message, alert)
        repaint(*self._panes)

    def _tell(self, message: str, alert: bool = False) -> None:
        self.message, self.alert, self._said_at = message, alert, self._up()

    # --- drawing

    @property
    def face(self) -> Face:
        """How the call is put on this screen."""
        shell = self.shell
        return Face(self.words, shell.language, self.watched.case.zone, inks(shell))

    def _draw_status(self, width: int, height: int) -> list[Strip]:
        return status(self.watched, self.call, self._customer, self.face, width)

    def _draw_stand(self, width: int, height: int) -> list[Strip]:
        watch, shell = self.watched, self.shell
        view = StepView(
            self.call.flows, watch.case, watch.now(), shell.library, shell.words, shell.language
        )
        return stand(view, self._told, watch.pending(), self.face, (width, height))

    def _draw_script(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        heading = [] if self.has_class("-wide") else [_rule(width, ink.dim)]
        size = (width, height - len(heading))
        drawn = draw(self._script, self._cursor, self._marks(), self._wording, ink, size)
        rows = {row + len(heading): n for row, n in drawn.rows.items()}
        self._drawn = Drawn([*heading, *drawn.strips], rows, drawn.digits)
        return self._drawn.strips

    def _draw_hints(self, width: int, height: int) -> list[Strip]:
        message, alert = self.message, self.alert
        if not message and self.entry.active:
            message = self.words["trainer.typing"]
        elif not message and self._line is None and self.watched.case.status != "closed":
            message, alert = self.words["trainer.watching"], True
        return self.hint_row(message, alert, width)

    # --- what only a trainer who plays the customer does

    def take_part(self) -> None:
        """Take the customer's part."""

    def _entered(self, field: str, text: str) -> None:
        """Take what was typed."""

    def _leave_entry(self) -> None:
        """Close the line."""


def _rule(width: int, style: Style) -> Strip:
    return line([("─" * width, style)], width, style)


_PANES = ("status", "stand", "script", "hints")
