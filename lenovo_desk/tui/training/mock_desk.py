"""The mock desk: the screen of a case with a scripted customer."""

from contextlib import suppress
from functools import cache, partial
from pathlib import Path

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model import intents as it
from lenovo_desk.training.mock_session import MockSession
from lenovo_desk.training.training_ports import Training
from lenovo_desk.tui.desk.case_on_screen import Outcome
from lenovo_desk.tui.desk.case_screen import CaseScreen
from lenovo_desk.tui.desk.wording_guard import WordingGuard
from lenovo_desk.tui.training.customer_line import CustomerLine, waiting
from lenovo_desk.tui.training.mock_panes import MockPanes, hung_up_text
from lenovo_desk.tui.training_messages import CallEnded


class MockDesk(CaseScreen, scope="mock"):
    """The case screen of a mock call: it works like any case, and the customer answers."""

    HELP = "help.mockdesk"
    READS_PASTE = "training.mock_commands:say_no_paste"
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    EVERY = 0.5
    """Seconds between two looks for what a trainer has the customer do."""
    wraps_up = False  # the customer may have a last word, which the wrap-up would hide
    session: MockSession

    def __init__(self, session: MockSession, training: Training) -> None:
        super().__init__(session, training.calls.clock)  # the call's own clock may run fast
        self._training = training
        self.customer = CustomerLine(session, training.calls)
        self.panes = MockPanes(self, self.customer)
        self.paint = self.panes.paint
        self.line.facts.before_asking = partial(self.customer.ask_first, self)
        self.guard = WordingGuard(
            lambda: self.shell.library.guard_rules(),
            cache(lambda: (*self.shell.library.guard_rules(), *session.scorecard.statements)),
        )

    def see(self) -> None:
        """Read the step and the customer as of now, without painting."""
        super().see()
        hung_up = self.customer.read().hung_up
        self.leave_reason = self.words["mock.hung_up_reason"] if hung_up else ""

    def holds(self, condition: str) -> bool:
        """Return whether a command applies at this step, which decides what the last row lists."""
        if condition == "clock":
            return waiting(self.view) or self.session.case.rate != 1.0
        return super().holds(condition)

    def do(self, intent: it.Intent) -> Outcome:
        """Carry out an intent; ring and warn when it made the customer hang up."""
        before = self.customer.hung_up
        outcome = super().do(intent)
        if self.customer.hung_up and not before:
            self.app.bell()
            return outcome._replace(notice=hung_up_text(self))
        return outcome

    def _tick(self) -> None:
        self.listen()
        super()._tick()

    def listen(self) -> None:
        """Take in what a trainer had the customer do, and what the customer says unasked.

        Text being typed is not touched.
        """
        session, before = self.session, self.customer.person
        if before is None or session.case.status != "open":
            return
        rate = session.case.rate
        session.tick()
        warning = self.customer.take_in(self.shell)
        person = self.customer.read()
        if person.hung_up and not before.hung_up:
            self.app.bell()
            warning = hung_up_text(self)
        elif not warning and session.case.rate != rate:
            self.message, self.alert = self.words["mock.clock_back"], False
            self._message_at = self.hand_clock.now().up
        if warning:
            self.message, self.alert = warning, True
        if self.is_mounted and (warning or person != before or session.case.rate != rate):
            self.paint("status", "customer", "hints")

    def release_case(self, message: str) -> None:
        """Release the call; one that has ended is scored at once, with the trainers' marks."""
        shell, session = self.shell, self.session
        closed = session.case.status == "closed"
        refused = shell.release_case(self.words["mock.kept_now" if closed else "mock.parked_now"])
        if closed:
            call = session.call
            with suppress(StoreProblem):
                call = self._training.calls.call(session.case.id)
            shell.go(CallEnded(call, refused))
