"""What lists show of cases: waiting ones, those that a search finds, the figures of a day."""

from lenovo_desk.core.named_tuple import NamedTuple


class DueTime(NamedTuple):
    """A time that matters in an unfinished case."""

    name: str
    """`park`, `wait.` plus the id of a running wait, or the key of a promise."""
    state: str
    """`running` or `paused` for a promise, `parked` for `park`, `waiting` for a wait."""
    at: float
    """Seconds since 1970 UTC."""


class CaseSummary(NamedTuple):
    """An unfinished case as Home and the board list it, read without locking it."""

    id: str
    flow: str
    stage: str
    step: str
    agent: str
    language: str
    status: str
    """`open` (on a screen or left by a crash) or `parked`."""
    opened: float
    """Seconds since 1970 UTC, like every time here."""
    last: float
    due: float
    """The next time that matters: the end of parking or the next running deadline; 0 for none."""
    due_name: str
    """`park`, `wait.` plus the id of a running wait, or the key of that deadline."""
    reason: str
    zone: str
    damage: str = ""
    """Why the case cannot be read: a code of the interface's `reasons`, a space and the place.

    Such a case cannot be resumed. Empty when it can be read.
    """
    mode: str = "real"
    dues: tuple[DueTime, ...] = ()
    """Every time that matters, including the next one."""
    priority: str = ""
    """`danger`, `urgent` or `first` when a flow of the case marks it so."""
    customer: str = ""
    """The customer's name, else a handle; empty while neither is recorded or can be unsealed."""
    problem: str = ""
    """What the customer reports, as recorded; empty like `customer`."""
    elsewhere: bool = False
    """Whether another window has it open."""

    @property
    def state(self) -> str:
        """How lists word its status: `parked`, `open` (interrupted), `elsewhere` (on a screen)."""
        return "elsewhere" if self.elsewhere else self.status


class CaseHit(NamedTuple):
    """A case that a search finds, as a list shows it."""

    id: str
    status: str
    """`open` (on a screen or left by a crash), `parked` or `closed`."""
    when: float
    """When it was closed, else its last event, in seconds since 1970 UTC; 0 when it is lost."""
    zone: str
    flow: str
    agent: str
    """The agent whose case it is, or who closed it."""
    customer: str = ""
    """As in `CaseSummary`; empty when the key of the case is gone."""
    problem: str = ""
    kinds: tuple[str, ...] = ()
    """By what it matches: some of `CaseHits.kinds`."""
    step: str = ""
    """The step an unfinished case is at; empty for a closed one."""
    disposition: str = ""
    """How a closed case ended; empty for an unfinished one."""
    summary: CaseSummary | None = None
    """An unfinished case as Home lists it; None for a closed one."""


class CaseHits(NamedTuple):
    """What a search finds: unfinished cases by their due times, then closed ones, latest first."""

    cases: tuple[CaseHit, ...]
    kinds: tuple[str, ...] = ()
    """What was looked for: `phone`, `email`, `serial`, `link`, `handle`, `name` and `case`."""
    unread: int = 0
    """How many files of cases are not indexed yet, so that cases in them are not found."""


class DayFigures(NamedTuple):
    """The figures of one agent on one day."""

    closed: int
    completed: int
    handled: float
    """Seconds on a screen, summed over all cases."""
    median: float = 0.0
    """The middle one of those seconds, or of two the mean; 0 without a case."""
    promises_kept: int = 0
    """Promises kept in these cases."""
    promises_ended: int = 0
    """Promises kept or missed in them."""


class FindMisses(NamedTuple):
    """How often a search found nothing; for which words is never written down."""

    day: str
    """The local date, as `2026-11-22`."""
    place: str
    """`home` or `case`."""
    flow: str
    """The flow of the step at hand; empty on Home."""
    times: int
