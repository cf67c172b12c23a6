"""The screen of a live case: each key becomes an intent, one read and one paint."""

from collections.abc import Callable
from typing import cast

from textual import events, on
from textual.app import ComposeResult

from lenovo_desk.core.engine.parking import wished
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import at_end
from lenovo_desk.core.step_parts import LEAVE, WRAP_UP
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.tui.desk.case_on_screen import (
    Outcome,
    Tell,
    no_way,
    outcome_of,
    parked_message,
    say_outcome,
)
from lenovo_desk.tui.desk.case_panes import CasePanes
from lenovo_desk.tui.desk.reply_editor import ReplyEditor
from lenovo_desk.tui.desk.typing.public_guard import AheadOfTyping
from lenovo_desk.tui.desk.typing.typing_line import TypingLine
from lenovo_desk.tui.desk.wording_guard import WordingGuard
from lenovo_desk.tui.digits import digit
from lenovo_desk.tui.kit.base_screen import BaseScreen
from lenovo_desk.tui.kit.entry_bar import EntryBar
from lenovo_desk.tui.kit.lines import Lines
from lenovo_desk.tui.live_cases import Hand

MESSAGE_SECONDS = 4.0
"""Seconds for which a message that is not a warning is shown."""


class CaseScreen(BaseScreen[str]):
    """Shows the step of a case; holds no state of the case itself."""

    PLACE = "case"

    wraps_up = True
    """Whether the wrap-up opens by itself at an end that has nothing to say, tick or record."""
    EVERY = 1.0
    """Seconds between two paints of the timers, each with a save of the draft."""

    def __init__(self, session: Session, hand_clock: Clock | None = None) -> None:
        """Take a session; `hand_clock` times the agent, by default the clock of the case."""
        super().__init__()
        self.session: Session = session
        self.hand = Hand()
        self.hand_clock: Clock = hand_clock or session
        self.view: StepView
        self.leave_reason = ""
        self.guard = WordingGuard(lambda: self.shell.library.guard_rules())
        self.editor: ReplyEditor
        self.panes = CasePanes(self)
        self.line = TypingLine(self)
        self.ask_fact: Callable[[str], None] = self.line.facts.ask_and_paint
        self.write_reply: Callable[[], None] = self.line.reply
        self.typing_notice, self.typing_offers = self.line.notice, self.line.offers
        self.paint = self.panes.paint
        self._message_at = 0.0
        self.load_ahead: Callable[[], None] = AheadOfTyping(self, self.set_timer).load

    def compose(self) -> ComposeResult:
        line = self.line
        below = EntryBar(line.enter, line.leave, line.heed, line.next, line.changed, id="entry")

        def turned() -> None:
            self.entry = cast(EntryBar, self.editor) if self.editor.active else below

        def ways() -> int:
            return len(self.view.offers)

        self.entry = below
        self.editor = ReplyEditor(line, lambda: self.panes.face, ways, turned, id="reply")
        yield from self.panes.compose(below, self.editor)

    def on_mount(self) -> None:
        """Show the step and start the timer."""
        self.panes.find_lines(self)
        self.see()
        self.set_interval(self.EVERY, self._tick)

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as fit."""
        self.panes.fit(self, event.size)
        self.call_after_refresh(self.editor.fit)

    # --- reading and painting

    def see(self) -> None:
        """Read the step; paint nothing."""
        self.view = self.panes.read()

    def say(self, message: str = "", alert: bool = False) -> None:
        """Paint the view as last read, with a message."""
        self.message, self.alert = message, alert
        self._message_at = self.hand_clock.now().up
        self.panes.paint()

    def show(self, message: str = "", alert: bool = False) -> None:
        """Read the step and paint it at once."""
        self.see()
        self.say(message, alert)

    def _tick(self) -> None:
        if self.app.screen_stack[-1:] != [self]:
            return
        problem = self.flush_draft()
        self.see()
        panes = ["status", "side"]
        if problem:
            self.message, self.alert = problem, True
            panes.append("hints")
        if self.view.wait or self.view.deadlines:
            panes.append("column")
        quiet = self.hand_clock.now().up - self._message_at
        if self.message and not self.alert and quiet > MESSAGE_SECONDS:
            self.message = ""
            panes.append("hints")
        self.panes.paint(*panes)

    def holds(self, condition: str) -> bool:
        """Return whether the last row offers a command at this step."""
        view = self.view
        return {
            "phrase": bool(view.phrases),
            "phrases": len(view.phrases) > 1,
            "items": bool(view.items),
            "many_items": sum(item.ticked is None for item in view.items) > 1,
            "facts": bool(view.facts) or any(phrase.missing for phrase in view.phrases),
        }.get(condition, False)

    # --- moving the case

    def flush_draft(self) -> str:
        """Save the draft; return why it could not be saved, or "".

        A case whose return to view could not be written is returned to first.
        """
        session, problem = self.session, ""
        if session.case.away_since:
            problem = self.shell.refusal(lambda: session.do(it.ReturnToCase()))
        return problem or self.line.flush()

    def do(self, intent: it.Intent) -> Outcome:
        """Carry out an intent and read the step again; paint nothing."""
        problem = self.flush_draft()
        if self.session.case.away_since:
            outcome = Outcome(None, problem)
        else:
            outcome = outcome_of(self, lambda: self.session.do(intent))
        self.see()
        return outcome

    def carry_out(self, intent: it.Intent, message: str = "", tell: Tell | None = None) -> Outcome:
        """Carry out an intent, then paint its result."""
        outcome = self.do(intent)
        say_outcome(self, outcome, message, tell)
        return outcome

    def move(self, intent: it.Intent, tell: Tell | None = None) -> None:
        """Carry out a move; at the new step, cursor and phrase start at the first."""
        hand, self.hand = self.hand, Hand(card=self.hand.card)
        before = self.session.case
        outcome = self.do(intent)
        if outcome.event is None:
            self.hand = hand
        say_outcome(self, outcome, tell=tell)
        if outcome.event is None:
            return
        closes = self.wraps_up and self.view.step.bare
        if self.session.case.status == "parked":
            at = outcome.event.at
            wish = wished(self.session.flows, before, intent, at)
            self.release_case(parked_message(self.words, self.session.case, wish, at.utc))
        elif closes and at_end(self.session.flows, self.session.case):
            self.action_command("desk.wrap_up")  # nothing is left to be done here

    def release_case(self, message: str) -> None:
        """Release the case and return to Home with a message."""
        self.shell.release_case(message)

    # --- keys

    async def on_key(self, event: events.Key) -> None:
        """Choose by a digit; all that is typed while the line is open is text."""
        number = digit(event.character)
        if self.entry.active:
            if self.focused is None:
                await self.entry.input.receive(event)
        elif number is not None:
            event.stop()
            self.choose(number)

    def choose(self, number: int) -> None:
        """Choose the way with a number, or say why there is none."""
        self.confirming = ""
        offer = next((way for way in self.view.offers if way.number == number), None)
        if offer is None:
            self.say(no_way(self, number), alert=True)
        elif offer.id == WRAP_UP:
            self.action_command("desk.wrap_up")
        else:
            self.move(it.LeaveFlow() if offer.id == LEAVE else it.MakeChoice(offer.id))

    @on(Lines.Picked, "#column")
    def _picked(self, event: Lines.Picked) -> None:
        number = self.panes.offer_at(event.number)
        if number is not None:
            self.choose(number)

    def action_cursor(self, step: int) -> None:
        """Move the cursor over the offers, round the ends."""
        numbers = [offer.number for offer in self.view.offers]
        if numbers:
            at = numbers.index(self.hand.number(self.view.offers)) + step
            self.hand = self.hand._replace(cursor=numbers[at % len(numbers)])
        self.confirming = ""
        self.panes.paint("column")
