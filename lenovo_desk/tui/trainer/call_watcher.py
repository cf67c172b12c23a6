"""Watches a mock call from a second terminal, reading its files again when they change.

Nothing is locked, repaired or written. When a file can no longer be read, the last reading stays.
"""

from lenovo_desk.core.engine.fold import replay
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.case import Case, call_seconds
from lenovo_desk.core.ports import Library
from lenovo_desk.core.time.clock import Clock, Stamp
from lenovo_desk.training.customer.customer import Customer, CustomerReader
from lenovo_desk.training.model.call import Call, SpokenLine
from lenovo_desk.training.training_ports import CallStore

QUIET = 40.0
"""Seconds without an event after which the trainee's desk may have stopped."""
PATIENCE = 2
"""Readings in a row without a journal that count as a problem: closing a call moves its journal."""
_NOWHERE = ("unknown_case", "no_call")


class CallWatcher:
    """One watched call, live or closed, as last read."""

    def __init__(self, calls: CallStore, library: Library, case: str) -> None:
        self.id = case
        self.call: Call | None = None
        self.case = Case()
        self.spoken: tuple[SpokenLine, ...] = ()
        """Everything in the file of what trainers had the customer do."""
        self.problem: StoreProblem | None = None
        """Why the call cannot currently be read; None when it can."""
        self._calls, self._library = calls, library
        self._clock: Clock = calls.clock
        self._reader = CustomerReader()
        self._missed = 0
        self._news = self._clock.now().up
        self._late = 0.0

    def look(self) -> bool:
        """Read the call again; return whether the screen may need painting. Never raises."""
        try:
            call = self._calls.call(self.id)  # the same object until its files change
            spoken = self._calls.spoken(self.id)
            if call is not self.call:
                check_worded(call, self._library)
        except StoreProblem as problem:
            return self._unread(problem)
        readable_again, self._missed, self.problem = self.problem is not None, 0, None
        if call is self.call and spoken == self.spoken:
            return readable_again
        self.spoken = spoken
        self._take(call)
        return True

    def customer(self) -> Customer:
        """Return the customer at this moment, from the call as last read."""
        assert self.call is not None, "a call that cannot be read is not shown"
        return self._reader.customer(self.call, self.now())

    def _unread(self, problem: StoreProblem) -> bool:
        """Keep the last reading; return whether the problem is a new one.

        A call that is missing for a moment is not a problem yet.
        """
        self._missed += 1
        if problem.code in _NOWHERE and self._missed < PATIENCE:
            return False
        same_problem = self.problem is not None and self.problem.args == problem.args
        self.problem = problem
        return not same_problem

    def _take(self, call: Call) -> None:
        before, now = self.call, self._clock.now()
        self.call = call
        if before is not None and len(before.events) == len(call.events):
            return  # only a mark, or a line the customer has yet to say
        self.case = replay(call.flows, call.events)
        self._news = now.up
        # The time before the first look can only be told by comparing both machines' clocks.
        last = call.events[-1].at
        self._late = max(0.0, now.utc - last.utc) if before is None else 0.0

    @property
    def quiet(self) -> float:
        """Seconds since the last event, by the trainer's clock."""
        return self._late + max(0.0, self._clock.now().up - self._news)

    @property
    def stopped(self) -> bool:
        """Whether the trainee's desk may have stopped."""
        return self.case.status == "open" and self.quiet >= QUIET

    def now(self) -> Stamp:
        """Return the current moment in the call; that of its last event when it is not open."""
        assert self.call is not None, "something was read"
        last = self.call.events[-1].at
        passed = self.quiet * self.case.rate if self.case.status == "open" else 0.0
        return Stamp(round(last.utc + passed, 3), last.boot, round(last.up + passed, 3))

    @property
    def seconds(self) -> float:
        """Seconds into the call, in the call's own time."""
        return call_seconds(self.case, self.now())

    def pending(self) -> tuple[SpokenLine, ...]:
        """Return the lines that the trainee's desk has not taken in yet."""
        return self.spoken[self.case.heard :]

    @property
    def hung_up(self) -> bool:
        """Whether the customer has hung up, or will because a trainer had them do so."""
        return self.case.hung_up or any(line.kind == "hang_up" for line in self.spoken)


def check_worded(call: Call, library: Library) -> None:
    """Raise `StoreProblem("unknown_flow")` when this desk has no wording for a flow of the call.

    A trainee whose calls lie in a shared folder may use content of their own.
    """
    for flow in call.flows:
        try:
            library.book(flow, "en")
        except KeyError:
            raise StoreProblem("unknown_flow", flow) from None
