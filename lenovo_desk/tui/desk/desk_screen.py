"""The desk: one live case, driven by keys."""

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType

from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.taken_back import no_longer_count
from lenovo_desk.tui.desk.case_screen import Tell
from lenovo_desk.tui.desk.reply import Replying
from lenovo_desk.tui.desk.step_column import Hand
from lenovo_desk.tui.desk.step_look import LEAVE, WRAP_UP, taking
from lenovo_desk.tui.kit.digits import digit
from lenovo_desk.tui.kit.input_line import catch, in_turn
from lenovo_desk.tui.kit.lines import Lines, repaint


class Desk(Replying):
    """Turns keys into intents."""

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
        Binding("s", "summary", "summary", id="desk.summary"),
        Binding("r", "reply", "reply", id="desk.reply"),
        Binding("i", "cards", "cards", id="desk.cards"),
        Binding("o", "hand_over", "hand_over", id="desk.hand_over"),
        Binding("down", "cursor(1)", show=False),
        Binding("up", "cursor(-1)", show=False),
        Binding("enter", "choose_cursor", "choose", id="desk.choose"),
    ]

    def move(self, intent: it.Intent, tell: Tell | None = None) -> None:
        """Carry out a move: another step, so the hand starts anew."""
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
        if offer.choice == WRAP_UP:
            self.action_wrap_up()
        else:
            self.move(it.LeaveFlow() if offer.choice == LEAVE else it.MakeChoice(offer.choice))

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
        if not self.view.said:
            return self.show(self.words["desk.no_phrase"], alert=True)
        said = self.view.said[self.hand.phrase % len(self.view.said)]
        if self.do(taking(said, self.session.case.language)) is not None:
            how = self.shell.copy(said.filled.text)
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
        shell, session = self.shell, self.session
        names = []
        for lapsed in no_longer_count(session.flows, session.case):
            book = shell.library.book(lapsed.flow, shell.language)
            names.append(book.steps[lapsed.step].choices[lapsed.choice])
        return self.words["desk.no_longer"].format(names=" · ".join(names)) if names else ""

    def action_hold(self) -> None:
        """Put the customer on hold, or come back."""
        self.do(it.ToggleHold())

    # --- other screens, loaded when first asked for

    def action_zoom(self) -> None:
        """Show the phrase alone, full screen."""
        from lenovo_desk.tui.desk.dialogs import zoom

        zoom(self)

    def action_qr(self) -> None:
        """Show the phrase, or a number or link, as a QR code."""
        from lenovo_desk.tui.desk.qr_screen import show_code

        show_code(self)

    def action_record(self) -> None:
        """Write the record of the case as a page to print, and show it."""
        self.flush_draft()
        if problem := self.show_record():
            self.show(problem, alert=True)

    def show_record(self) -> str:
        """Write the record and show it; return why it cannot be shown."""
        from lenovo_desk.tui.log.record_page import show_record

        return show_record(self.shell, self.session.case.id)

    def action_summary(self) -> None:
        """Show the case in a few lines, ready to paste."""
        from lenovo_desk.tui.kit.translated_page import show_summary

        self.flush_draft()
        show_summary(self)

    def action_cards(self) -> None:
        """Show the cards on customers; nothing moves."""
        from lenovo_desk.tui.desk.cards_page import show_cards

        show_cards(self)

    def action_hand_over(self) -> None:
        """Hand the case over to another desk, in one encrypted file."""
        from lenovo_desk.tui.desk.hand_over_dialog import hand_over

        self.flush_draft()
        hand_over(self)

    def action_find(self) -> None:
        """Find flows, steps, phrases, facts and commands; nothing moves."""
        from lenovo_desk.tui.find_anything import find

        find(self.shell, self)

    def action_open_flow(self) -> None:
        """Open another flow inside this case."""
        from lenovo_desk.tui.desk.dialogs import pick_flow

        pick_flow(self)

    def action_park(self) -> None:
        """Put the case aside with a reason and a time."""
        from lenovo_desk.tui.desk.dialogs import park

        self.flush_draft()
        park(self)

    def action_wrap_up(self) -> None:
        """Finish the case, or abandon it with a reason."""
        from lenovo_desk.tui.desk.wrap_up import wrap_up

        self.flush_draft()
        wrap_up(self)
