"""A mock call with all that is needed to score it, and what a trainer adds to it."""

from lenovo_desk.core.model.events import CaseOpened, Event
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.training.model.scorecard import Scorecard

MARK_KINDS = ("line", "failure", "pardon", "remark")
"""What a mark can be."""


class SpokenLine(NamedTuple):
    """What a trainer had the customer do."""

    n: int
    """1 for the first; no gaps."""
    kind: str
    """One of `core.mock.SPOKEN`."""
    text: str
    """Empty for a hang-up without a word."""
    at: float
    """Seconds since 1970 UTC, by the trainer's clock."""


class TrainerMark(NamedTuple):
    """What a trainer adds to a scored call; the last one of a line counts, all are kept."""

    what: str
    """One of `MARK_KINDS`: points for a line, it fails the call, it does not, or a remark."""
    name: str
    """The line or the failure; empty for a remark."""
    points: float
    reason: str
    """In the trainer's words; empty only for a line that is judged by a trainer."""
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
    """As it was when the call began, like the scorecard."""
    scorecard: Scorecard
    marks: tuple[TrainerMark, ...] = ()

    @property
    def agent(self) -> str:
        """Return who played the trainee; empty for a call that has not begun."""
        opened = self.events[0].act if self.events else None
        return opened.agent if isinstance(opened, CaseOpened) else ""
