"""A live mock call: a case with its events at hand and a clock that can run faster."""

from collections.abc import Iterable

from lenovo_desk.core.case import Case
from lenovo_desk.core.events import Event
from lenovo_desk.core.flow import Flows
from lenovo_desk.core.session import Journal, Session
from lenovo_desk.training.call import Call
from lenovo_desk.training.clock import MockClock
from lenovo_desk.training.scenario import Scenario
from lenovo_desk.training.scorecard import Scorecard


class MockSession(Session):
    """Drives one mock call."""

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
        self.events = list(events)
        self._mock_clock = clock
        clock.run(case.rate)

    @property
    def call(self) -> Call:
        """The call up to now."""
        events = tuple(self.events)
        return Call(self.case.id, self.flows, events, self.scenario, self.scorecard)

    def _accept(self, event: Event) -> None:
        super()._accept(event)
        self.events.append(event)
        if self.case.rate != self._mock_clock.rate:
            self._mock_clock.run(self.case.rate)
