"""A live case: each intent is decided, its event stored in the journal, then folded."""

from typing import Protocol

from lenovo_desk.core.engine.engine import foresee
from lenovo_desk.core.engine.fold import fold_act, with_marks
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.model.intents import Intent
from lenovo_desk.core.time.clock import Clock, Stamp

_NEW = Case()


class Journal(Protocol):
    """Where the events of a case are stored."""

    def append(self, event: Event) -> None:
        """Store an event durably before returning. Raises `StoreProblem` when that fails."""
        ...


class StoreProblem(Exception):
    """An operation that the store cannot do.

    `code` is a key of the interface's `reasons`; `detail` says where, such as a path.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


class NoJournal:
    """A journal that stores nothing, for a walk without a stored case."""

    def append(self, event: Event) -> None:
        """Do nothing with the event."""


class Session:
    """Works one case: decides intents and keeps the case up to date."""

    def __init__(self, flows: Flows, journal: Journal, clock: Clock, case: Case = _NEW) -> None:
        self.flows = flows
        self.case = case
        self._journal = journal
        self._clock = clock

    def now(self) -> Stamp:
        """Return the present moment by the session's clock."""
        return self._clock.now()

    def do(self, intent: Intent) -> Event | Refusal:
        """Decide an intent, store its event and fold it into the case.

        A refusal changes nothing, except that an attempt it carries is stored and folded. Raises
        `StoreProblem` when the journal cannot be written; the case then stays as it was.
        """
        answer, after = foresee(self.flows, self.case, intent, self._clock.now())
        event = answer.attempt if isinstance(answer, Refusal) else answer
        if event:
            self._accept(event, after)
        return answer

    def _accept(self, event: Event, after: Case | None) -> None:
        """Store an event and fold it in; `after` is the case with the event folded in, if known."""
        self._journal.append(event)
        self.case = with_marks(after or fold_act(self.flows, self.case, event), event)
