"""A live case on a screen: read again after every event, and painted in panes."""

from collections.abc import Callable
from contextlib import suppress

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.strip import Strip

from lenovo_desk.core.engine.gates import worded_by
from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.wording.sentences import sentence
from lenovo_desk.tui.desk.entry_bar import Entry
from lenovo_desk.tui.desk.side_panes import outline, side, status_rows
from lenovo_desk.tui.desk.step_column import Column, Hand, column
from lenovo_desk.tui.kit.base_screen import DeskScreen
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import Lines, repaint
from lenovo_desk.tui.kit.theme import inks

Tell = Callable[[], str]
"""Says, once the case has moved, what the agent should know."""
WIDE, WIDEST = 100, 130
SIDE, LEFT = 34, 30
LOW = 20
SAID = 4.0
"""Seconds after which a message that is no warning gives way to the keys."""
GUARD = 0.25
"""Seconds after a jump in which digits are ignored."""


class Live(DeskScreen[str]):
    """Shows the step a case is at; holds no truth of its own."""

    PANES: tuple[str, ...] = ("status", "outline", "column", "side", "hints")
    EVERY = 1.0
    """Seconds after which what time changes is painted again, and what is typed is kept."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.hand = Hand()
        self.view: StepView
        self._column = Column([], {})
        self._guard = self._said_at = 0.0
        self._in_turn = False
        self._typed: tuple[str, str] | None = None
        self._rung: set[tuple[object, ...]] = set()

    @property
    def up(self) -> float:
        """Seconds by which the agent's hand and eyes are timed."""
        return self.session.now().up

    def compose(self) -> ComposeResult:
        yield Lines(self._draw_status, id="status")
        with Horizontal(id="columns"):
            yield Lines(self._draw_outline, id="outline")
            yield Lines(self._draw_column, id="column")
            yield Lines(self._draw_side, id="side")
        yield Entry(self._entered, self.leave_entry, self.heed, self.next_entry, id="entry")
        yield Lines(self._draw_hints, id="hints")

    def on_mount(self) -> None:
        """Show the step, and count the seconds."""
        self._lines = {name: self.query_one(f"#{name}", Lines) for name in self.PANES}
        self.entry = self.query_one(Entry)
        self.see()
        self.jumped()
        self.set_interval(self.EVERY, self._tick)

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as there is room for."""
        self.set_class(event.size.width >= WIDE, "-wide")
        self.set_class(event.size.width >= WIDEST, "-widest")
        self.set_class(event.size.height < LOW, "-low")

    # --- reading the case

    def see(self) -> None:
        """Read the case again; paints nothing."""
        self.view = self.read()

    def read(self) -> StepView:
        """Return the step as it stands now."""
        shell, session = self.shell, self.session
        case, now = session.case, session.now()
        return StepView(session.flows, case, now, shell.library, shell.words, shell.language)

    def show(self, message: str = "", alert: bool = False) -> None:
        """Read the case again and paint it in this turn."""
        self.message, self.alert = message, alert
        self._said_at = self.up
        self.see()
        self.paint(*self._lines)

    def paint(self, *panes: str) -> None:
        """Paint panes in this very turn, all of them as of the moment the view was read."""
        self._in_turn = True
        try:
            repaint(*(self._lines[name] for name in panes))
        finally:
            self._in_turn = False

    @property
    def timed_view(self) -> StepView:
        """The view for what time changes: read again where a size or a dialog repaints it."""
        return self.view if self._in_turn else self.read()

    def jumped(self) -> None:
        """Ignore digits for a moment: the agent may not have seen where he is yet."""
        self._guard = self.up + GUARD

    @property
    def face(self) -> Face:
        """How this case is put on this screen."""
        return Face(self.words, self.shell.language, self.session.case.zone, inks(self.shell))

    def _draw_status(self, width: int, height: int) -> list[Strip]:
        return status_rows(self.timed_view, self.face, width)

    def _draw_column(self, width: int, height: int) -> list[Strip]:
        self._column = column(self.view, self.hand, self.face, (width, height))
        return self._column.strips

    def _draw_side(self, width: int, height: int) -> list[Strip]:
        return side(self.timed_view, self.face, (width, height))

    def _draw_outline(self, width: int, height: int) -> list[Strip]:
        return outline(self.view, self.face, (width, height))

    def _draw_hints(self, width: int, height: int) -> list[Strip]:
        message = self.message
        if not message and self.entry.active:
            hint = f"entry.hint_{self.entry.field}"
            message = self.words.get(hint, self.words["entry.hint"])
        alert = self.alert and bool(self.message)
        return self.hint_row(message, alert, width)

    def _tick(self) -> None:
        if self.app.screen_stack[-1:] == [self]:
            self.flush_draft()
            panes = ["status", "side"]
            self.view = self.read()
            if self.view.wait or self.view.deadlines:
                panes.append("column")
                self._ring()
            if self.message and not self.alert and self.up - self._said_at > SAID:
                self.message = ""
                panes.append("hints")
            self.paint(*panes)

    def _ring(self) -> None:
        """Ring once, with a word, for each wait that is over and each promise that falls due."""
        view, words = self.view, self.words
        fallen: dict[tuple[object, ...], str] = {}
        if view.wait and view.wait.left <= 0:
            text = words["desk.wait_over"].format(name=view.wait.title)
            fallen[("wait", view.case.here.serial)] = text
        for deadline in view.deadlines:
            if deadline.state == "running" and deadline.due <= view.at.utc:
                text = words["desk.due_now"].format(name=deadline.title)
                fallen[(deadline.key, deadline.due)] = text
        fresh = [text for key, text in fallen.items() if key not in self._rung]
        self._rung = set(fallen)
        if fresh:
            self.app.bell()
            self.message, self.alert = " · ".join(fresh), True
            repaint(self._lines["hints"])

    def holds(self, condition: str) -> bool:
        """Return whether a command makes sense at this step, for the last row."""
        view = self.view
        return {
            "phrase": bool(view.phrases),
            "phrases": len(view.phrases) > 1,
            "items": bool(view.items),
            "facts": bool(view.facts),
        }.get(condition, False)

    def put_down(self, message: str) -> None:
        """Let go of the case and return to Home, which says so."""
        self.shell.put_down(message)

    def keep_draft(self, field: str, text: str) -> None:
        """Keep what is half typed in a form; a disk that refuses is told when it is entered."""
        if text != self.session.case.drafts.get(field, "") and self.session.case.status == "open":
            with suppress(StoreProblem):
                self.session.do(it.DraftField(field, text))

    def drafted(self, field: str) -> str:
        """Return what was half typed in a field of a form."""
        return self.session.case.drafts.get(field, "")

    def heed(self) -> None:
        """Read what is being typed, where something can be."""

    def leave_entry(self) -> None:
        """Close the line, where something can be typed."""

    def next_entry(self, step: int) -> None:
        """Go to another field, where there are some."""

    def _entered(self, field: str, text: str) -> None:
        """Take what was entered, where something can be typed."""

    def do(self, intent: it.Intent, message: str = "", tell: Tell | None = None) -> Event | None:
        """Carry out an intent and paint; a refusal or a full disk is said in the last row."""
        self.flush_draft()
        try:
            answer = self.session.do(intent)
        except StoreProblem as problem:
            self.show(self.shell.store_problem(problem), alert=True)
            return None
        if isinstance(answer, Refusal):
            self.show(self.why(answer.reasons[0]), alert=True)
            return None
        self.show(tell() if tell else message)
        return answer

    def why(self, reason: Reason) -> str:
        """Return a reason in words, with the names of the flow that knows them."""
        shell, session = self.shell, self.session
        flow = worded_by(session.flows, session.case, reason)
        return sentence(self.words, shell.library.book(flow, shell.language), reason)
