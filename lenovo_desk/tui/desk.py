"""The desk: one live case, driven by keys."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Input

from lenovo_desk.core import intents as it
from lenovo_desk.core.books import show_value
from lenovo_desk.core.events import Event, Refusal
from lenovo_desk.core.flow import FactSpec
from lenovo_desk.core.gates import find_fact, no_longer_count, value_of
from lenovo_desk.core.sentences import sentence
from lenovo_desk.core.session import Session, StoreProblem
from lenovo_desk.tui.entry import Entry
from lenovo_desk.tui.field import catch, in_turn
from lenovo_desk.tui.hints import hint_row
from lenovo_desk.tui.keys import digit
from lenovo_desk.tui.lines import Lines, repaint
from lenovo_desk.tui.look import LEAVE, WRAP_UP, Look, known_facts, look, taking
from lenovo_desk.tui.paint import Column, Hand, column
from lenovo_desk.tui.panes import outline, side, status_rows
from lenovo_desk.tui.theme import inks

if TYPE_CHECKING:
    from lenovo_desk.tui.app import DeskApp

Tell = Callable[[], str]
"""Says, once the case has moved, what the agent should know."""
WIDE, WIDEST = 100, 130
SIDE, LEFT = 34, 30
LOW = 20
SAID = 4.0
"""Seconds after which a message that is no warning gives way to the keys."""
GUARD = 0.25
"""Seconds after a jump in which digits are ignored."""
NOTE = "note"


class Desk(Screen[str]):
    """Shows the step a case is at and turns keys into intents; holds no truth of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c,f2", "copy", "copy", id="desk.copy"),
        Binding("v,f3", "next_phrase", "next_phrase", id="desk.next_phrase"),
        Binding("l,f4", "language", "language", id="desk.language"),
        Binding("z,f5", "zoom", "zoom", id="desk.zoom"),
        Binding("space,f6", "tick", "tick", id="desk.tick"),
        Binding("f,f7", "fill", "fill", id="desk.fill"),
        Binding("n,f8", "note", "note", id="desk.note"),
        Binding("b,f9", "back", "back", id="desk.back"),
        Binding("h", "hold", "hold", id="desk.hold"),
        Binding("slash,ctrl+p", "find", "find", id="desk.find"),
        Binding("plus", "open_flow", "open_flow", id="desk.open_flow"),
        Binding("p", "park", "park", id="desk.park"),
        Binding("x,f10", "wrap_up", "wrap_up", id="desk.wrap_up"),
        Binding("q", "qr", "qr", id="desk.qr"),
        Binding("e", "record", "record", id="desk.record"),
        Binding("down", "cursor(1)", show=False),
        Binding("up", "cursor(-1)", show=False),
        Binding("enter", "choose_cursor", "choose", id="desk.choose"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.hand = Hand()
        self.view: Look
        self.message = ""
        self.alert = False
        self._column = Column([], {})
        self._guard = self._said_at = 0.0
        self._typed: tuple[str, str] | None = None

    @property
    def desk_app(self) -> "DeskApp":
        """The app, with what it was handed."""
        return cast("DeskApp", self.app)

    @property
    def words(self) -> Mapping[str, str]:
        """The interface's words."""
        return self.desk_app.words

    def compose(self) -> ComposeResult:
        yield Lines(self._draw_status, id="status")
        with Horizontal(id="columns"):
            yield Lines(self._draw_outline, id="outline")
            yield Lines(self._draw_column, id="column")
            yield Lines(self._draw_side, id="side")
        yield Entry(self._entered, id="entry")
        yield Lines(self._draw_hints, id="hints")

    def on_mount(self) -> None:
        """Show the step, and count the seconds."""
        self._lines = {name: self.query_one(f"#{name}", Lines) for name in _PANES}
        self.entry = self.query_one(Entry)
        self.see()
        self.jumped()
        self.set_interval(1.0, self._tick)

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as there is room for."""
        self.set_class(event.size.width >= WIDE, "-wide")
        self.set_class(event.size.width >= WIDEST, "-widest")
        self.set_class(event.size.height < LOW, "-low")

    # --- reading the case

    def see(self) -> None:
        """Read the case anew; draws nothing."""
        app = self.desk_app
        self.view = look(self.session, app.library, app.words, app.language)

    def show(self, message: str = "", alert: bool = False) -> None:
        """Read the case anew and paint it in this very turn."""
        self.message, self.alert = message, alert
        self._said_at = self.session.now().up
        self.see()
        repaint(*self._lines.values())

    def jumped(self) -> None:
        """Ignore digits for a moment: the agent may not have seen where he is yet."""
        self._guard = self.session.now().up + GUARD

    def _draw_status(self, width: int, height: int) -> list[Strip]:
        app, case = self.desk_app, self.session.case
        ink, at = inks(app), self.session.now()
        return status_rows(self.view, case, at, self.words, ink, app.language, width)

    def _draw_column(self, width: int, height: int) -> list[Strip]:
        zone, ink = self.session.case.zone, inks(self.app)
        self._column = column(self.view, self.hand, self.words, ink, zone, width, height)
        return self._column.strips

    def _draw_side(self, width: int, height: int) -> list[Strip]:
        app = self.desk_app
        facts = known_facts(self.session, app.library, app.language)
        case, at, ink = self.session.case, self.session.now(), inks(app)
        size = (width, height)
        return side(self.view, case, facts, at, self.words, ink, app.language, size)

    def _draw_outline(self, width: int, height: int) -> list[Strip]:
        app, session = self.desk_app, self.session
        return outline(
            self.view,
            session.case,
            session.flows,
            app.library,
            self.words,
            inks(app),
            app.language,
            (width, height),
        )

    def _draw_hints(self, width: int, height: int) -> list[Strip]:
        message = self.message
        if not message and self.entry.active:
            message = self.words["entry.hint"]
        alert = self.alert and bool(self.message)
        return hint_row(self, message, alert, self.words, inks(self.app), width)

    def _tick(self) -> None:
        if self.app.screen_stack[-1:] == [self]:
            self.flush_draft()
            panes = ["status", "side"]
            if self.view.waiting or self.session.case.promises:
                self.see()
                panes.append("column")
            if self.message and not self.alert and self.session.now().up - self._said_at > SAID:
                self.message = ""
                panes.append("hints")
            repaint(*(self._lines[name] for name in panes))

    def offered(self, command: str) -> bool:
        """Tell whether a command makes sense at this step, for the last row."""
        if command in ("copy", "zoom", "language"):
            return bool(self.view.said)
        if command == "next_phrase":
            return len(self.view.said) > 1
        if command == "tick":
            return bool(self.view.boxes)
        return bool(self.view.fields) if command == "fill" else command != "choose"

    # --- acting

    def do(self, intent: it.Intent, message: str = "", tell: Tell | None = None) -> Event | None:
        """Carry out an intent and paint; a refusal or a full disk is said in the last row."""
        self.flush_draft()
        try:
            answer = self.session.do(intent)
        except StoreProblem as problem:
            self.show(self.desk_app.store_problem(problem), alert=True)
            return None
        if isinstance(answer, Refusal):
            self.show(sentence(self.words, self.view.book, answer.reasons[0]), alert=True)
            return None
        self.show(tell() if tell else message)
        return answer

    def move(self, intent: it.Intent, tell: Tell | None = None) -> None:
        """Carry out a move: another step, so the hand starts anew."""
        hand, self.hand = self.hand, Hand()
        if self.do(intent, tell=tell) is None:
            self.hand = hand
            repaint(self._lines["column"])
        elif self.session.case.status == "parked":
            self.desk_app.put_down(self.session, self.words["home.parked_now"])
        elif isinstance(intent, it.EnterFlow | it.LeaveFlow):
            self.jumped()

    def choose(self, number: int) -> None:
        """Take one of the numbered offers, counted from 0."""
        if number >= len(self.view.offers):
            return
        offer = self.view.offers[number]
        if offer.choice == WRAP_UP:
            self.action_wrap_up()
        else:
            self.move(it.LeaveFlow() if offer.choice == LEAVE else it.MakeChoice(offer.choice))

    async def on_key(self, event: events.Key) -> None:
        """Turn digits into choices, and run what a key is bound to in its turn."""
        number = digit(event.character)
        if self.entry.active:
            catch(self, event, self.entry.input)
        elif number is None or self.app.screen is not self:
            await in_turn(self, event)
        else:
            event.stop()
            if self.session.now().up >= self._guard:
                self.choose(number - 1)

    @on(Lines.Picked, "#column")
    def _picked(self, event: Lines.Picked) -> None:
        if event.number in self._column.offers:
            self.choose(self._column.offers[event.number])

    def action_cursor(self, step: int) -> None:
        """Move the cursor over the offers."""
        count = max(1, len(self.view.offers))
        self.hand = self.hand._replace(cursor=(self.hand.cursor + step) % count)
        repaint(self._lines["column"])

    def action_choose_cursor(self) -> None:
        """Take the offer under the cursor."""
        if self.session.now().up >= self._guard:
            self.choose(self.hand.cursor)

    def action_copy(self) -> None:
        """Copy the phrase in view."""
        if not self.view.said:
            return self.show(self.words["desk.no_phrase"], alert=True)
        said = self.view.said[self.hand.phrase % len(self.view.said)]
        if self.do(taking(said, self.session.case.language)) is not None:
            how = self.desk_app.copy(said.filled.text)
            self.show(self.words[f"desk.copied_{how}"])
        return None

    def action_next_phrase(self) -> None:
        """Show the next phrase of the step."""
        self.hand = self.hand._replace(phrase=self.hand.phrase + 1)
        repaint(self._lines["column"])

    def action_language(self) -> None:
        """Show the phrases in the next language."""
        languages = self.desk_app.library.languages()
        here = self.session.case.language
        after = languages[(languages.index(here) + 1) % len(languages)] if here in languages else ""
        if after:
            self.do(it.SwitchLanguage(after))

    def action_tick(self) -> None:
        """Tick the next open item; when all are ticked, take the last tick back."""
        opened = [box for box in self.view.boxes if box.ticked is None]
        if opened:
            self.do(it.TickItem(opened[0].item.id))
        elif self.view.boxes:
            self.do(it.TickItem(self.view.boxes[-1].item.id, on=False))

    def action_back(self) -> None:
        """Step back; recorded facts stay."""
        self.move(it.StepBack(), tell=self._lapsed)

    def _lapsed(self) -> str:
        """Return which later answers no longer count, in words."""
        app, session = self.desk_app, self.session
        names = []
        for lapsed in no_longer_count(session.flows, session.case):
            book = app.library.book(lapsed.flow, app.language)
            names.append(book.steps[lapsed.step].choices[lapsed.choice])
        return self.words["desk.no_longer"].format(names=" · ".join(names)) if names else ""

    def action_hold(self) -> None:
        """Put the customer on hold, or come back."""
        self.do(it.ToggleHold())

    # --- typing

    def action_fill(self) -> None:
        """Record the facts of this step, the first open one first."""
        fields = [field for field in self.view.fields if field.verdict.open]
        if not fields:
            locked = [field for field in self.view.fields if not field.verdict.open]
            if locked:
                reason = locked[0].verdict.reasons[0]
                self.show(sentence(self.words, self.view.book, reason), alert=True)
            else:
                self.show(self.words["desk.no_facts"], alert=True)
            return
        first = next((f for f in fields if f.value is None), fields[0])
        self.ask_fact(first.spec.id)

    def ask_fact(self, name: str) -> None:
        """Open the line for a fact, with its draft or its value."""
        found = find_fact(self.session.flows, self.session.case, name)
        if found is None:
            return
        flow, spec = found
        case = self.session.case
        book = self.desk_app.library.book(flow.id, self.desk_app.language)
        value = value_of(flow, case, spec.id)
        known = show_value(book, spec, value, case.zone) if value is not None else ""
        if spec.options or spec.kind == "yes_no":
            known = ""
        label, quick = self._prompt(spec, book.facts[spec.id], book.options.get(spec.id, {}))
        self._type(spec.id, label, case.drafts.get(spec.id, known), quick)

    def _type(self, field: str, label: str, text: str, quick: int = 0) -> None:
        self.entry.ask(field, label, text, quick)
        self.message = ""
        repaint(self._lines["hints"])

    def _prompt(self, spec: FactSpec, title: str, options: Mapping[str, str]) -> tuple[str, int]:
        if spec.kind == "yes_no":
            yes, no = self.words["value.yes"], self.words["value.no"]
            return f"{title}: {yes} / {no}", 0
        if spec.options and not spec.many:
            shown = "  ".join(
                f"{n} {options.get(o, o)}" for n, o in enumerate(spec.options, start=1)
            )
            count = len(spec.options)
            return f"{title}:  {shown}", count if count < 10 else 0
        hint = self.words.get(f"kinds.{spec.kind}", "")
        return f"{title}{'  ' + hint if hint else ''}", 0

    def action_note(self) -> None:
        """Write a note; the phrase stays in view."""
        self._type(NOTE, self.words["desk.note"], self.session.case.drafts.get(NOTE, ""))

    @on(Input.Changed)
    def _typing(self) -> None:
        if self.entry.active and self.entry.field:
            self._typed = (self.entry.field, self.entry.input.value)

    def flush_draft(self) -> None:
        """Keep what has been typed since the last time; at most a second is ever unkept."""
        if self._typed is None:
            return
        (field, text), self._typed = self._typed, None
        try:
            self.session.do(it.DraftField(field, text))
        except StoreProblem as problem:
            self._typed = (field, text)
            self.show(self.desk_app.store_problem(problem), alert=True)

    def _entered(self, field: str, text: str) -> None:
        self._typed = None
        if field == NOTE:
            if not text or self.do(it.AddNote(text), self.words["desk.noted"]):
                return self._close_entry(self.message)
        elif not text or self.do(it.RecordFact(field, text)):
            return self._next_field(field, 1, only_open=True)
        self._typed = (field, text)  # refused: it stays a draft
        return None

    @on(Entry.Moved)
    def _moved(self, event: Entry.Moved) -> None:
        self.flush_draft()
        if self.entry.field != NOTE:
            self._next_field(self.entry.field, event.step, only_open=False)

    def _next_field(self, name: str, step: int, only_open: bool) -> None:
        fields = [field for field in self.view.fields if field.verdict.open]
        names = [field.spec.id for field in fields]
        here = names.index(name) if name in names else -1
        if only_open:
            after = [f.spec.id for f in fields[here + 1 :] if f.value is None]
            following = after[0] if after else ""
        else:
            following = names[(here + step) % len(names)] if names else ""
        if following:
            self.ask_fact(following)
        else:
            self._close_entry()

    @on(Entry.Left)
    def _leave_entry(self) -> None:
        self.flush_draft()
        self._close_entry()

    def _close_entry(self, message: str = "") -> None:
        self.entry.close()
        self.show(message)

    # --- other screens, loaded when first asked for

    def action_zoom(self) -> None:
        """Show the phrase alone, full screen."""
        from lenovo_desk.tui.errands import zoom

        zoom(self)

    def action_qr(self) -> None:
        """Show the phrase, or a number or link, as a QR code."""
        from lenovo_desk.tui.qr import show_code

        show_code(self)

    def action_record(self) -> None:
        """Write the record of the case as a page to print, and show it."""
        from lenovo_desk.tui.record import show_record

        self.flush_draft()
        if problem := show_record(self.desk_app, self.session.case.id):
            self.show(problem, alert=True)

    def action_find(self) -> None:
        """Find flows, steps, phrases, facts and commands; nothing moves."""
        from lenovo_desk.tui.find import find

        find(self.desk_app, self)

    def action_open_flow(self) -> None:
        """Open another flow inside this case."""
        from lenovo_desk.tui.errands import pick_flow

        pick_flow(self)

    def action_park(self) -> None:
        """Put the case aside with a reason and a time."""
        from lenovo_desk.tui.errands import park

        self.flush_draft()
        park(self)

    def action_wrap_up(self) -> None:
        """Finish the case, or abandon it with a reason."""
        from lenovo_desk.tui.wrapup import wrap_up

        self.flush_draft()
        wrap_up(self)


_PANES = ("status", "outline", "column", "side", "hints")
