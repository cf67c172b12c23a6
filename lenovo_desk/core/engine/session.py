"""A live case: the one way data flows, from an intent to the journal to the new case."""

from typing import Protocol

from lenovo_desk.core.engine.engine import decide
from lenovo_desk.core.engine.fold import apply
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.model.intents import Intent
from lenovo_desk.core.time.clock import Clock, Stamp

_NEW = Case()


class Journal(Protocol):
    """Where events are kept."""

    def append(self, event: Event) -> None:
        """Store an event for good before returning. Raises `StoreProblem` when that fails."""
        ...


class StoreProblem(Exception):
    """The store refused: `code` is a key of the interface's `reasons`, `detail` says where."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


class NoJournal:
    """Keeps nothing: for a walk without a case."""

    def append(self, event: Event) -> None:
        """Accept the event."""


class Session:
    """Drives one case."""

    def __init__(self, flows: Flows, journal: Journal, clock: Clock, case: Case = _NEW) -> None:
        self.flows = flows
        self.case = case
        self._journal = journal
        self._clock = clock

    def now(self) -> Stamp:
        """Return this moment by the session's clock."""
        return self._clock.now()

    def do(self, intent: Intent) -> Event | Refusal:
        """Decide an intent, keep the event, then move the case. Raises `StoreProblem`."""
        answer = decide(self.flows, self.case, intent, self._clock.now())
        if isinstance(answer, Refusal):
            if answer.attempt:
                self._accept(answer.attempt)
            return answer
        self._accept(answer)
        return answer

    def _accept(self, event: Event) -> None:
        self._journal.append(event)
        self.case = apply(self.flows, self.case, event)
