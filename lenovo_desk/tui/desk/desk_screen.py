"""The desk: one live case, driven by keys."""

from textual import events, on

from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.taken_back import taken_back_choices
from lenovo_desk.core.step_parts import LEAVE, WRAP_UP
from lenovo_desk.tui.desk.case_screen import Tell
from lenovo_desk.tui.desk.reply import Replying
from lenovo_desk.tui.desk.step_column import Hand
from lenovo_desk.tui.kit.digits import digit
from lenovo_desk.tui.kit.input_line import catch, in_turn
from lenovo_desk.tui.kit.lines import Lines, repaint


class Desk(Replying, scope="desk"):
    """Turns keys into intents."""

    HELP = "help.desk"

    def move(self, intent: it.Intent, tell: Tell | None = None) -> None:
        """Carry out a move: at another step the cursor starts from the top."""
        hand, self.hand = self.hand, Hand()
        if self.do(intent, tell=tell) is None:
            self.hand = hand
            repaint(self._lines["column"])
        elif self.session.case.status == "parked":
            self.put_down(self.words["home.parked_now"])
        elif isinstance(intent, it.EnterFlow | it.LeaveFlow):
            self.jumped()

    def choose(self, number: int) -> None:
        """Take one of the numbered offers, counted from 0."""
        if number >= len(self.view.offers):
            return
        offer = self.view.offers[number]
        if offer.id == WRAP_UP:
            self.action_command("desk.wrap_up")
        else:
            self.move(it.LeaveFlow() if offer.id == LEAVE else it.MakeChoice(offer.id))

    async def on_key(self, event: events.Key) -> None:
        """Turn digits into choices, and run what a key is bound to in its turn."""
        number = digit(event.character)
        if self.entry.active:
            await catch(self, event, self.entry.input)
        elif number is None or self.app.screen is not self:
            await in_turn(self, event)
        else:
            event.stop()
            if self.up >= self._guard:
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
        if self.up >= self._guard:
            self.choose(self.hand.cursor)

    def action_copy(self) -> None:
        """Copy the phrase in view."""
        if not self.view.phrases:
            return self.show(self.words["desk.no_phrase"], alert=True)
        phrase = self.view.phrases[self.hand.phrase % len(self.view.phrases)]
        if self.do(phrase.copy_intent()) is not None:
            how = self.shell.copy(phrase.text)
            self.show(self.words[f"desk.copied_{how}"])
        return None

    def action_next_phrase(self) -> None:
        """Show the next phrase of the step."""
        self.hand = self.hand._replace(phrase=self.hand.phrase + 1)
        repaint(self._lines["column"])

    def action_language(self) -> None:
        """Show the phrases in the next language."""
        languages = self.shell.library.languages()
        here = self.session.case.language
        at = languages.index(here) if here in languages else -1
        if languages:
            self.do(it.SwitchLanguage(languages[(at + 1) % len(languages)]))

    def action_tick(self) -> None:
        """Tick the next open item; when all are ticked, take the last tick back."""
        unticked = [item for item in self.view.items if item.ticked is None]
        if unticked:
            self.do(it.TickItem(unticked[0].id))
        elif self.view.items:
            self.do(it.TickItem(self.view.items[-1].id, on=False))

    def action_back(self) -> None:
        """Step back; recorded facts stay."""
        self.move(it.StepBack(), tell=self._lapsed)

    def _lapsed(self) -> str:
        """Return which later answers no longer count, in words."""
        shell, session = self.shell, self.session
        names = []
        for lapsed in taken_back_choices(session.flows, session.case):
            book = shell.library.book(lapsed.flow, shell.language)
            names.append(book.steps[lapsed.step].choices[lapsed.choice])
        return self.words["desk.no_longer"].format(names=" · ".join(names)) if names else ""

    def action_hold(self) -> None:
        """Put the customer on hold, or come back."""
        self.do(it.ToggleHold())

    # --- other screens, loaded when first asked for

    def show_record(self) -> str:
        """Write the record and show it; return why it cannot be shown."""
        from lenovo_desk.tui.log.record_page import show_record

        return show_record(self.shell, self.session.case.id)
