"""A mock call watched from a second terminal: read again when its files have changed.

Nothing is locked, repaired or kept; what cannot be read any more leaves what was read before.
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
"""Seconds without news after which the trainee's desk may have stopped."""
PATIENCE = 2
"""So often a call may be found nowhere: it may just be on its way to the closed ones."""
_NOWHERE = ("unknown_case", "no_call")


class CallWatcher:
    """What is known of one call, live or closed."""

    def __init__(self, calls: CallStore, library: Library, case: str) -> None:
        self.id = case
        self.call: Call | None = None
        self.case = Case()
        self.spoken: tuple[SpokenLine, ...] = ()
        """All that trainers had the customer do, as it stands in their file."""
        self.problem: StoreProblem | None = None
        """Why the call cannot be read now."""
        self._calls, self._library = calls, library
        self._clock: Clock = calls.clock
        self._reader = CustomerReader()
        self._missed = 0
        self._news = self._clock.now().up
        self._late = 0.0

    def look(self) -> bool:
        """Read what is new; return whether anything shown may be another. Never raises."""
        try:
            call = self._calls.call(self.id)  # the very same while its files are as they were
            spoken = self._calls.spoken(self.id)
            if call is not self.call:
                check_worded(call, self._library)
        except StoreProblem as problem:
            return self._unread(problem)
        mended, self._missed, self.problem = self.problem is not None, 0, None
        if call is self.call and spoken == self.spoken:
            return mended
        self.spoken = spoken
        self._take(call)
        return True

    def customer(self) -> Customer:
        """Return the customer of the call as it was read last, at this moment."""
        assert self.call is not None, "a call that cannot be read is not shown"
        return self._reader.customer(self.call, self.now())

    def _unread(self, problem: StoreProblem) -> bool:
        """Keep what was read; a call that lies nowhere for a moment is no problem yet."""
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
            return  # a mark, or something that the customer has yet to say
        self.case = replay(call.flows, call.events)
        self._news = now.up
        # What happened before this window looked is reckoned by the clocks of both machines.
        last = call.events[-1].at
        self._late = max(0.0, now.utc - last.utc) if before is None else 0.0

    @property
    def quiet(self) -> float:
        """Seconds since the last news, by the trainer's clock."""
        return self._late + max(0.0, self._clock.now().up - self._news)

    @property
    def stopped(self) -> bool:
        """Whether the trainee's desk may have stopped."""
        return self.case.status == "open" and self.quiet >= QUIET

    def now(self) -> Stamp:
        """Return this moment of the call; of one that is not on a screen, its last."""
        assert self.call is not None, "something was read"
        last = self.call.events[-1].at
        passed = self.quiet * self.case.rate if self.case.status == "open" else 0.0
        return Stamp(round(last.utc + passed, 3), last.boot, round(last.up + passed, 3))

    @property
    def seconds(self) -> float:
        """Seconds into the call, as the case counts them."""
        away = self.case.status != "open" or self.case.last is None
        return self.case.handled if away else call_seconds(self.case, self.now())

    def pending(self) -> tuple[SpokenLine, ...]:
        """Return what the trainee's desk has not taken in yet."""
        return self.spoken[self.case.heard :]

    @property
    def hung_up(self) -> bool:
        """Whether a trainer had the customer hang up, heard yet or not."""
        return self.case.hung_up or any(line.kind == "hang_up" for line in self.spoken)


def check_worded(call: Call, library: Library) -> None:
    """Raise `StoreProblem` `unknown_flow` when a flow of a call has no words at this desk.

    A trainee on a share may have content of their own.
    """
    for flow in call.flows:
        try:
            library.book(flow, "en")
        except KeyError:
            raise StoreProblem("unknown_flow", flow) from None
