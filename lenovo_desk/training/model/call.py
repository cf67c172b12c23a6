"""A mock call with everything needed to score it, and the marks trainers add."""

from lenovo_desk.core.model.events import CaseOpened, Event
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.training.model.scorecard import Scorecard

MARK_KINDS = ("line", "failure", "pardon", "remark")
"""The kinds of a trainer's mark."""


class SpokenLine(NamedTuple):
    """Something that a trainer had the customer say or do."""

    n: int
    """Its number, counted from 1 without gaps."""
    kind: str
    """One of `core.engine.mock_rules.SPOKEN`."""
    text: str
    """Empty for a hang-up without words."""
    at: float
    """Seconds since 1970 UTC, by the trainer's clock."""


class TrainerMark(NamedTuple):
    """A trainer's mark on a call; the last one on a line or failure counts, all are kept."""

    what: str
    """One of `MARK_KINDS`: points for a line, a failure, the pardon of one, or a remark."""
    name: str
    """The id of the line or failure; empty for a remark."""
    points: float
    """The points of a line; 0 for other kinds."""
    reason: str
    """The reason or remark in the trainer's words; only a line judged by a trainer needs none."""
    by: str
    """The trainer's agent id."""
    at: float
    """Seconds since 1970 UTC."""


class Call(NamedTuple):
    """One mock call, live or closed."""

    id: str
    flows: Flows
    events: tuple[Event, ...]
    scenario: Scenario
    """The scenario as it was when the call began."""
    scorecard: Scorecard
    """The scorecard as it was when the call began."""
    marks: tuple[TrainerMark, ...] = ()

    @property
    def agent(self) -> str:
        """The agent who played the trainee; empty for a call that has not begun."""
        opened = self.events[0].act if self.events else None
        return opened.agent if isinstance(opened, CaseOpened) else ""
