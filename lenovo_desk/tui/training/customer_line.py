"""The scripted customer in a mock call: reads them, asks them, relays a trainer's lines."""

from lenovo_desk.core.engine.gates import open_fact
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.wording.sentences import sentence
from lenovo_desk.training.customer.conversation import fact_key
from lenovo_desk.training.customer.customer import Customer
from lenovo_desk.training.mock_session import MockSession
from lenovo_desk.training.training_ports import CallStore
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.shell import Shell


class CustomerLine:
    """Reads the customer after every turn, and takes in what a trainer has them do."""

    def __init__(self, session: MockSession, calls: CallStore) -> None:
        self._session, self._calls = session, calls
        self.person: Customer | None = None
        """The customer as last read; None before the first reading."""
        self._problems: list[str] = []
        """The problems of the last reading, in words."""

    def read(self) -> Customer:
        """Read the customer as of now, keep them in `person` and return them."""
        self.person = self._session.customer()
        return self.person

    @property
    def hung_up(self) -> bool:
        """Whether the customer has hung up."""
        return self.person is not None and self.person.hung_up

    def take_in(self, shell: Shell) -> str:
        """Record what a trainer has had the customer do since the last time.

        Return the problems with it in words, each only once; "" for none.
        """
        problem = shell.refusal(self._hear)
        problems = [problem] if problem else []
        problems += [sentence(shell.words, None, notice) for notice in self._calls.notices]
        fresh = [text for text in problems if text not in self._problems]
        self._problems = problems
        return "  ".join(fresh)

    def _hear(self) -> None:
        session = self._session
        for spoken in self._calls.spoken(session.case.id, session.case.heard):
            words = it.HearCustomer(spoken.n, spoken.kind, spoken.text)
            if isinstance(session.do(words), Refusal):
                break

    def ask_first(self, case: CaseOnScreen, name: str) -> str | None:
        """Ask the customer for a fact that only they know, before its field opens.

        Return None when they need not be asked, else a warning or "". A fact in the briefing needs
        no asking: agents read the order before they call anyone.
        """
        session, person, scenario = self._session, self.person, self._session.scenario
        place = open_fact(session.flows, session.case, name)
        if place is None or person is None or person.hung_up:
            return None
        key = place[0].key(place[1].id)
        fact = self._revealable().get(key)
        briefed = {reveal.fact for reveal in scenario.reveals if scenario.briefs(reveal.value)}
        if fact is None or fact in briefed or key in person.revealed:
            return None
        outcome = case.do(it.AskCustomer(name))
        return outcome.notice or outcome.problem

    def _revealable(self) -> dict[str, str]:
        """Return the scenario's ids of facts that the customer knows, by the case's fact keys."""
        session = self._session
        facts = (reveal.fact for reveal in session.scenario.reveals)
        return {fact_key(session.flows, session.scenario, fact): fact for fact in facts}

    def askable(self, view: StepView) -> dict[str, str]:
        """Return the names by which facts can be asked for, by key; the step's own come first."""
        names = {view.flow.key(fact.id): fact.id for fact in view.facts}
        for fact in self._revealable().values():
            place = open_fact(self._session.flows, self._session.case, fact)
            if place is not None:
                names.setdefault(place[0].key(place[1].id), fact)
        return names


def waiting(view: StepView) -> bool:
    """Return whether a wait is still running at the step."""
    return bool(view.wait and view.wait.left > 0)
