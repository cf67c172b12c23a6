"""A case: the fold of its events, and nothing else."""

from collections.abc import Mapping

from lenovo_desk.core.model.flow import FactSpec, Flow, Flows, Step, flow_keeping
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.time.clock import Stamp, elapsed


class Frame(NamedTuple):
    """An open flow of a case and the step it is at."""

    serial: str
    """Distinguishes two runs of one flow."""
    flow: str
    step: str
    by: str
    """`start`, `run` (by a step) or `agent`."""


class Visit(NamedTuple):
    """One stay at a step.

    Stepping back and then making the same choice again revives the visit.
    """

    serial: int
    """The number of the event that first led here."""
    stack: tuple[Frame, ...]
    entered: Stamp
    via: str = ""
    """The choice that led here."""
    result: str = ""
    """The result of the flow that ran inside this step."""
    came: int = 0
    """The number of the event that led here. It differs from `serial` after a flow that the
    agent opened, which leads back to the same visit."""
    relies: tuple[tuple[int, str], ...] = ()
    """The consents that the choice that led here needed, as in `Case.consents`."""
    decides: tuple[tuple[str, Value | None], ...] = ()
    """What the choice that led here decided: keys of facts with the values that hold fast."""
    renews: tuple[str, ...] = ()
    """Keys of the facts that the choice that led here asked for again."""

    @property
    def top(self) -> Frame:
        """The flow and step the agent is at."""
        return self.stack[-1]


class LeftVisit(NamedTuple):
    """A visit that the agent stepped back from."""

    visit: Visit
    left: int
    """The number of the event that stepped back."""


Way = tuple[int, str, str, tuple[tuple[str, str, str], ...]]
"""How a visit was reached.

The serial of the visit before it, the choice, the result, and for each open flow its id, its step
and who opened it.
"""


class FactEntry(NamedTuple):
    """One value a fact has had."""

    value: Value | None
    """None when a choice asked for the fact again."""
    at: Stamp
    n: int
    visit: int = 0
    """`came` of the visit whose choice set it; 0 when the agent recorded it."""
    why: str = ""
    """Why a running promise ends later by it."""


class Consent(NamedTuple):
    """What an item that was ticked consents to: the facts that it covers, as they stood then."""

    flow: str
    item: str
    working: str
    """The serial of the frame that the flow ran in."""
    n: int
    """The number of the event that ticked it."""
    came: int
    """`came` of the visit that the case was at then."""
    values: tuple[tuple[str, Value | None], ...]
    """The value of each covered fact by its key; None when it had none."""


class Note(NamedTuple):
    """A note in the agent's own words."""

    at: Stamp
    text: str
    flags: tuple[str, ...] = ()


class UsedPhrase(NamedTuple):
    """A phrase that was copied, in its exact words."""

    at: Stamp
    phrase: str
    language: str
    text: str
    authority: str
    via: str
    personal: bool
    settings: tuple[str, ...]
    flow: str


class OwnReply(NamedTuple):
    """A reply in the agent's own words."""

    at: Stamp
    text: str
    via: str
    language: str
    phrase: str
    flags: tuple[str, ...]
    personal: bool
    settings: tuple[str, ...]
    flow: str


class GateTry(NamedTuple):
    """A choice attempted behind a locked gate."""

    at: Stamp
    flow: str
    step: str
    choice: str


class Promise(NamedTuple):
    """A deadline whose clock has started."""

    state: str
    """`running`, `paused`, `kept`, `missed` or `dropped`."""
    due: float
    base: float
    seconds: float
    at: Stamp
    """When it entered this state."""
    worked: float = 0.0
    """Working seconds between `base` and `due`; 0 when it runs around the clock."""


class PathEntry(NamedTuple):
    """One move on the path of a case."""

    at: Stamp
    flow: str
    step: str
    choice: str
    """The choice made there; `<` for a step back, `(` and `)` for entering and leaving a flow."""


class Case(NamedTuple):
    """One customer matter worked through a flow. Mappings are never changed in place."""

    id: str = ""
    flow: str = ""
    agent: str = ""
    role: str = ""
    language: str = ""
    zone: str = "UTC"
    settings: Mapping[str, str] = {}
    digests: Mapping[str, str] = {}
    mode: str = "real"
    follows: str = ""
    calendar: str = ""
    """The desk's working time, as `core.time.calendar` reads it."""
    times: Mapping[str, str] = {}
    """Terms of the deadlines that the desk overrides, by `flow.deadline`."""
    country: str = ""
    """The country of the desk, `UNKNOWN_COUNTRY` while it knows none.

    Empty in a journal older than this field.
    """
    local: Mapping[str, str] = {}
    """What it depends on of that country, such as its limits of mains voltage."""
    status: str = "new"
    """`new`, `open`, `parked` or `closed`."""
    opened: Stamp | None = None
    last: Stamp | None = None
    n: int = 0
    """The number of events so far."""
    handled: float = 0.0
    """Seconds that it has been in view on a screen."""
    away_since: Stamp | None = None
    """When it was left for another case; None while it is in view."""
    trail: tuple[Visit, ...] = ()
    """The visits that led here, without those stepped back from."""
    active: frozenset[int] = frozenset()
    """`came` of the visits on the trail."""
    past: Mapping[Way, LeftVisit] = {}
    """Visits stepped back from since the case was last parked, by how they were reached."""
    path: tuple[PathEntry, ...] = ()
    """Every move in order, including those taken back."""
    ledger: Mapping[str, tuple[FactEntry, ...]] = {}
    """The entries of each fact by its key, earliest first."""
    ticks: Mapping[tuple[int, str], Stamp] = {}
    """When items were ticked, by the visit's serial and the item's id."""
    consents: Mapping[tuple[int, str], Consent] = {}
    """What items that cover facts were last ticked for, by the visit's serial and the item's id."""
    drafts: Mapping[str, str] = {}
    notes: tuple[Note, ...] = ()
    used: tuple[UsedPhrase, ...] = ()
    replies: tuple[OwnReply, ...] = ()
    tries: tuple[GateTry, ...] = ()
    holds: tuple[float, ...] = ()
    holding: Stamp | None = None
    promises: Mapping[str, Promise] = {}
    jumps: tuple[float, ...] = ()
    """Jumps of the wall clock, in seconds; negative when it went back."""
    park_reason: str = ""
    park_until: float = 0.0
    disposition: str = ""
    completed: bool = False
    closing_notes: str = ""
    scenario: str = ""
    """The script of the customer, in a mock call."""
    heard: int = 0
    """How many of the trainer's lines have been recorded."""
    hung_up: bool = False
    """Whether a trainer made the customer hang up."""
    rate: float = 1.0
    """The rate of a mock call's clock; 1 is real time."""

    @property
    def here(self) -> Visit:
        """The visit the agent is at."""
        return self.trail[-1]


def flow_here(flows: Flows, case: Case) -> Flow:
    """Return the innermost open flow."""
    return flows[case.here.top.flow]


def step_here(flows: Flows, case: Case) -> Step:
    """Return the step the agent is at."""
    top = case.here.top
    return flows[top.flow].steps[top.step]


def at_end(flows: Flows, case: Case) -> bool:
    """Return whether the case has reached an end of its own flow."""
    return len(case.here.stack) == 1 and bool(step_here(flows, case).end)


def effective(case: Case, key: str) -> FactEntry | None:
    """Return the latest entry of a fact that counts; None when there is none."""
    for entry in reversed(case.ledger.get(key, ())):
        if counts(case, entry):
            return entry
    return None


def counts(case: Case, entry: FactEntry) -> bool:
    """Return whether an entry counts, that is, no choice taken back set it."""
    return entry.visit == 0 or entry.visit in case.active


def standing(case: Case) -> dict[str, Value]:
    """Return the values that count now by fact key, in the order first recorded."""
    entries = ((key, effective(case, key)) for key in case.ledger)
    return {key: entry.value for key, entry in entries if entry and entry.value is not None}


def fact_of(flows: Flows, case: Case, key: str) -> tuple[Flow, FactSpec] | None:
    """Return the fact that a case keeps under a key, with its flow; None for an unknown key."""
    return flow_keeping((flows[name] for name in case.digests), key)


def call_seconds(case: Case, at: Stamp) -> float:
    """Return the seconds a case has been in view up to a moment."""
    start = case.last if case.status == "open" and not case.away_since else None
    return case.handled + (elapsed(start, at).seconds if start else 0.0)


def host_flow(case: Case) -> str:
    """Return the id of the flow that leaving the agent's flow returns to.

    The agent's flow is the innermost flow that the agent opened. Without one, return the case's
    own flow.
    """
    stack = case.here.stack
    for below, frame in zip(reversed(stack[:-1]), reversed(stack[1:]), strict=True):
        if frame.by == "agent":
            return below.flow
    return stack[0].flow
