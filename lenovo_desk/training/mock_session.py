"""A live mock call: a session with its events at hand and a clock that can run fast."""

from collections.abc import Iterable
from contextlib import suppress
from math import inf

from lenovo_desk.core.engine.gates import running_wait
from lenovo_desk.core.engine.session import Journal, Session, StoreProblem
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import ClockSet, Event
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.model.intents import SetClock
from lenovo_desk.training.customer.customer import Customer, CustomerReader
from lenovo_desk.training.customer.fast_clock import MockClock
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.training.model.scorecard import Scorecard


class MockSession(Session):
    """The session of one mock call.

    When asked to, the clock runs fast to the end of the current wait and no further. It returns to
    its usual speed by itself when the wait ends, when the step is left, or when the call is
    resumed.
    """

    def __init__(
        self,
        flows: Flows,
        journal: Journal,
        clock: MockClock,
        scenario: Scenario,
        scorecard: Scorecard,
        case: Case,
        events: Iterable[Event] = (),
    ) -> None:
        super().__init__(flows, journal, clock, case)
        self.scenario = scenario
        self.scorecard = scorecard
        self.events = tuple(events)
        self._mock_clock = clock
        self._reader = CustomerReader()
        self._visit = 0
        """The serial of the visit at which the clock was last set."""

    @property
    def call(self) -> Call:
        """The call as of now."""
        return Call(self.case.id, self.flows, self.events, self.scenario, self.scorecard)

    def customer(self) -> Customer:
        """Return the customer as of now."""
        return self._reader.customer(self.call, self.now())

    def tick(self) -> None:
        """Record that the clock runs as usual again once a wait is over; call it every second.

        When the journal raises `StoreProblem`, the next tick tries again: the clock itself is
        right.
        """
        if self.case.rate == 1.0 or self.case.status != "open":
            return
        if self._mock_clock.rate == 1.0 or not self._left():
            self._mock_clock.run(1.0)
            with suppress(StoreProblem):
                self.do(SetClock(1.0))

    def _accept(self, event: Event, after: Case | None) -> None:
        super()._accept(event, after)
        self.events = (*self.events, event)
        act, visit = event.act, self.case.here.serial
        if isinstance(act, ClockSet):
            self._mock_clock.run(act.rate, inf if act.rate == 1.0 else self._left())
            self._visit = visit
        elif self.case.rate != 1.0 and (visit != self._visit or self.case.status != "open"):
            self._mock_clock.run(1.0)
        self.tick()

    def _left(self) -> float:
        """Return the seconds left of this step's wait; 0 when no wait is running."""
        wait = running_wait(self.flows, self.case, self.now())
        return max(0.0, wait[0].seconds - wait[1].seconds) if wait else 0.0
