"""A live mock call: a case with its events at hand and a clock that can run faster."""

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
    """Drives one mock call.

    The clock runs fast to the end of the wait it was asked for and no further: it is set back by
    itself when the wait is over, or left, or the call is resumed.
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
        """Where the clock was last set: elsewhere it runs as usual."""

    @property
    def call(self) -> Call:
        """The call up to now."""
        return Call(self.case.id, self.flows, self.events, self.scenario, self.scorecard)

    def customer(self) -> Customer:
        """Return the customer at this moment."""
        return self._reader.customer(self.call, self.now())

    def tick(self) -> None:
        """Write down that the clock runs as usual again once a wait is over; call it each second.

        A journal that refuses is asked again the next time: the clock itself is right anyway.
        """
        if self.case.rate == 1.0 or self.case.status != "open":
            return
        if self._mock_clock.rate == 1.0 or not self._left():
            self._mock_clock.run(1.0)
            with suppress(StoreProblem):
                self.do(SetClock(1.0))

    def _accept(self, event: Event) -> None:
        super()._accept(event)
        self.events = (*self.events, event)
        act, visit = event.act, self.case.here.serial
        if isinstance(act, ClockSet):
            self._mock_clock.run(act.rate, inf if act.rate == 1.0 else self._left())
            self._visit = visit
        elif self.case.rate != 1.0 and (visit != self._visit or self.case.status != "open"):
            self._mock_clock.run(1.0)
        self.tick()

    def _left(self) -> float:
        """Return the seconds to the end of this step's wait, 0 when it has none that runs."""
        wait = running_wait(self.flows, self.case, self.now())
        return max(0.0, wait[0].seconds - wait[1].seconds) if wait else 0.0
