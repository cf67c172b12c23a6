"""The mock desk: the real desk with a scripted customer on the line."""

from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.core.engine.gates import open_fact
from lenovo_desk.core.engine.mock_rules import FAST
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.wording.sentences import sentence
from lenovo_desk.training.customer.conversation import fact_key
from lenovo_desk.training.customer.customer import Customer
from lenovo_desk.training.mock_session import MockSession
from lenovo_desk.training.training_ports import Training
from lenovo_desk.tui.desk.case_screen import LEFT, WIDE, WIDEST, Tell
from lenovo_desk.tui.desk.desk_screen import Desk
from lenovo_desk.tui.desk.wording_guard import REPLY
from lenovo_desk.tui.kit.lines import Lines, repaint
from lenovo_desk.tui.kit.page import Page
from lenovo_desk.tui.kit.picker import Picker, PickerRow
from lenovo_desk.tui.training.customer_pane import customer_rows, mood_strip, talk_paragraphs
from lenovo_desk.tui.training_messages import CallEnded

if TYPE_CHECKING:
    from lenovo_desk.core.model.wording_rules import Rule

HEIGHTS = ((20, 2), (28, 3), (40, 6), (10_000, 9))
"""Rows of the customer's pane, by the rows that the screen is lower than."""


class MockDesk(Desk, scope="mock"):
    """Turns keys into intents as the desk does, and lets the customer speak."""

    HELP = "help.mockdesk"

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    PANES = (*Desk.PANES, "customer")
    EVERY = 0.5
    """It listens for what a trainer has the customer do."""
    session: MockSession
    person: Customer

    def __init__(self, session: MockSession, training: Training) -> None:
        super().__init__(session)
        self._training = training
        self._wrong: list[str] = []
        """What could not be read the last time, as it was shown."""

    @property
    def rules(self) -> "tuple[Rule, ...]":
        """What customers should not hear, and in a reply what fails the call."""
        return self._strict if self.entry.field == REPLY else self.shell.library.guard_rules()

    @cached_property
    def _strict(self) -> "tuple[Rule, ...]":
        return (*self.shell.library.guard_rules(), *self.session.scorecard.statements)

    @property
    def up(self) -> float:
        """Seconds by the machine's clock: the call's own may run fast."""
        return self._training.calls.clock.now().up

    # --- the customer on the screen

    def compose(self) -> ComposeResult:
        parts = iter(super().compose())
        yield next(parts)
        yield Lines(self._draw_customer, id="customer")
        yield from parts

    def on_resize(self, event: events.Resize) -> None:
        """Give the customer's pane its share of the rows."""
        rows = next(rows for below, rows in HEIGHTS if event.size.height < below)
        self.query_one("#customer").styles.height = rows

    def see(self) -> None:
        """Read the case and its customer again; draws nothing."""
        super().see()
        self.person = self.session.customer()

    def _draw_status(self, width: int, height: int) -> list[Strip]:
        mood = mood_strip(self.person, self.face, width >= WIDE)
        head = super()._draw_status(width, height)[0]
        second = super()._draw_status(max(1, width - mood.cell_length), height)[1]
        return [head, Strip.join([second, mood])]

    def _draw_customer(self, width: int, height: int) -> list[Strip]:
        indent = LEFT + 1 if width >= WIDEST else 0
        return customer_rows(self.person, self.face, (width, height), indent)

    def _draw_hints(self, width: int, height: int) -> list[Strip]:
        if self.message or self.entry.active or not self.person.hung_up:
            return super()._draw_hints(width, height)
        return self.hint_row(self._hung_up_text(), True, width)

    def _tick(self) -> None:
        self.listen()
        super()._tick()

    def listen(self) -> None:
        """Take in what a trainer had the customer do, and what the customer says unprompted.

        What is being typed stays as it is.
        """
        session, before = self.session, getattr(self, "person", None)
        if before is None or session.case.status != "open":
            return
        rate = session.case.rate
        session.tick()
        news = self._take_in()
        self.person = session.customer()
        if self.person.hung_up and not before.hung_up:
            self.app.bell()
            news = self._hung_up_text()
        elif not news and session.case.rate != rate:
            self.message, self.alert, self._said_at = self.words["mock.clock_back"], False, self.up
        if news:
            self.message, self.alert = news, True
        if self.is_mounted and (news or self.person != before or session.case.rate != rate):
            repaint(*(self._lines[name] for name in ("status", "customer", "hints")))

    def _take_in(self) -> str:
        """Keep what a trainer had the customer do since; return what is wrong, once."""
        shell, session, calls = self.shell, self.session, self._training.calls
        wrong = []
        try:
            for spoken in calls.spoken(session.case.id, session.case.heard):
                if isinstance(
                    session.do(it.HearCustomer(spoken.n, spoken.kind, spoken.text)), Refusal
                ):
                    break
        except StoreProblem as problem:
            wrong.append(shell.store_problem(problem))
        wrong += [sentence(self.words, None, notice) for notice in calls.notices]
        fresh = [text for text in wrong if text not in self._wrong]
        self._wrong = wrong
        return "  ".join(fresh)

    def holds(self, condition: str) -> bool:
        """Return whether a command makes sense at this step, for the last row."""
        if condition == "clock":
            return self._waits or self.session.case.rate != 1.0
        return super().holds(condition)

    @property
    def _waits(self) -> bool:
        return bool(self.view.wait and self.view.wait.left > 0)

    # --- what the trainee asks

    def ask_fact(self, name: str) -> None:
        """Open the line for a fact; the customer is asked for what only they know and did not say.

        What stands in the briefing needs no asking: an order is read before anybody is called.
        """
        problem = ""
        fact = open_fact(self.session.flows, self.session.case, name)
        key = fact[0].key(fact[1].id) if fact else ""
        if key in self._unbriefed - self.person.revealed and not self.person.hung_up:
            self.do(it.AskCustomer(name))
            problem = self.message
        super().ask_fact(name)
        if problem:
            self.message, self.alert = problem, True
            repaint(self._lines["hints"])

    @property
    def _unbriefed(self) -> frozenset[str]:
        """The keys of what the customer knows and the briefing does not say."""
        session = self.session
        briefed = {
            reveal.fact
            for reveal in session.scenario.reveals
            if session.scenario.briefs(reveal.value)
        }
        return frozenset(key for key, fact in self._customer_facts.items() if fact not in briefed)

    @property
    def _customer_facts(self) -> dict[str, str]:
        """The ids in the scenario of what the customer knows, by the keys of the case."""
        session = self.session
        facts = (reveal.fact for reveal in session.scenario.reveals)
        return {fact_key(session.flows, session.scenario, fact): fact for fact in facts}

    def action_ask(self) -> None:
        """Ask the customer for a fact, even for one already revealed."""
        if self.person.hung_up:
            return self.show(self.words["mock.hung_up_now"], alert=True)
        rows = [self._asking(key, name) for key, name in self._askable().items()]
        if not rows:
            return self.show(self.words["desk.no_facts"], alert=True)

        def picked(fact: str | None) -> None:
            if fact is not None:
                self.do(it.AskCustomer(fact))

        self.app.push_screen(
            Picker(self.words["mock.ask_title"], rows, self.words["pick.hint"]), picked
        )
        return None

    def _askable(self) -> dict[str, str]:
        """Return the names by which facts can be asked for, by key: those of the step first."""
        case, flows = self.session.case, self.session.flows
        names = {self.view.flow.key(fact.id): fact.id for fact in self.view.facts}
        for fact in self._customer_facts.values():
            fact_and_flow = open_fact(flows, case, fact)
            if fact_and_flow is not None:
                names.setdefault(fact_and_flow[0].key(fact_and_flow[1].id), fact)
        return names

    def _asking(self, key: str, name: str) -> PickerRow[str]:
        shell, case = self.shell, self.session.case
        fact = open_fact(self.session.flows, case, name)
        assert fact is not None, "what can be asked for is a fact of the case"
        title = shell.library.book(fact[0].id, shell.language).facts[fact[1].id]
        detail = self.words["mock.told"] if key in self.person.revealed else ""
        return PickerRow(title, name, detail)

    def action_clock(self) -> None:
        """Let the clock run faster to the end of the wait, or as usual again."""
        fast = self.session.case.rate == 1.0
        if fast and not self._waits:
            return self.show(self.words["mock.no_wait"], alert=True)
        message = self.words["mock.clock_fast" if fast else "mock.clock_back"]
        self.do(it.SetClock(FAST if fast else 1.0), message)
        return None

    def action_talk(self) -> None:
        """Show everything the customer has said."""
        from lenovo_desk.tui.training.briefing import briefing_paragraphs

        scenario, words = self.session.scenario, self.words
        briefing = briefing_paragraphs(
            scenario, self.shell.readings.titles(scenario.flow, "")[0], words
        )
        page = talk_paragraphs(self.person, briefing, words)
        self.app.push_screen(Page(page, words["page.hint"], end=True))

    # --- how it ends

    def do(self, intent: it.Intent, message: str = "", tell: Tell | None = None) -> Event | None:
        """Carry out an intent and paint; say plainly when it made the customer hang up."""
        before = self.person.hung_up
        answer = super().do(intent, message, tell)
        if self.person.hung_up and not before:
            self.app.bell()
            self.message, self.alert = self._hung_up_text(), True
            repaint(self._lines["hints"])
        return answer

    def _hung_up_text(self) -> str:
        """Return that the customer hung up, and which keys end the call now."""
        return self.words["mock.hung_up_typing" if self.entry.active else "mock.hung_up_now"]

    def drafted(self, field: str) -> str:
        """Return what was half typed in a field; a customer who hung up is a reason to leave."""
        draft = super().drafted(field)
        if field == "leave.reason" and not draft and self.person.hung_up:
            return self.words["mock.hung_up_reason"]
        return draft

    def action_not_here(self) -> None:
        """Say that a mock call stays where it is and has no record."""
        self.show(self.words["mock.not_here"], alert=True)

    def show_record(self) -> str:
        """Return why there is no record."""
        return self.words["mock.not_here"]

    def put_down(self, message: str) -> None:
        """Release the call; one that is over is scored at once, with what trainers added."""
        shell, session = self.shell, self.session
        closed = session.case.status == "closed"
        refused = shell.put_down(self.words["mock.kept_now" if closed else "mock.parked_now"])
        if closed:
            call = session.call
            with suppress(StoreProblem):
                call = self._training.calls.call(session.case.id)
            shell.go(CallEnded(call, refused))
