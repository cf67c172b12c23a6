"""What happened: past tense, never changed. A case is the fold of its events."""

from typing import Any

from lenovo_desk.core.model.mock_acts import ClockSet as ClockSet
from lenovo_desk.core.model.mock_acts import CustomerAsked as CustomerAsked
from lenovo_desk.core.model.mock_acts import CustomerSpoke as CustomerSpoke
from lenovo_desk.core.model.mock_acts import MockCallBegun as MockCallBegun
from lenovo_desk.core.model.mock_acts import ReplyBarred as ReplyBarred
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp


class CaseOpened(NamedTuple):
    """A case began; everything it depends on is here."""

    case: str
    flow: str
    agent: str
    role: str
    language: str
    zone: str
    settings: tuple[tuple[str, str], ...]
    digests: tuple[tuple[str, str], ...]
    mode: str
    follows: str = ""
    calendar: str = ""
    times: tuple[tuple[str, str], ...] = ()


class ChoiceMade(NamedTuple):
    """The agent left a step by a choice."""

    step: str
    choice: str
    sets: tuple[tuple[str, str], ...] = ()
    """Facts the choice set, by key."""
    again: tuple[str, ...] = ()
    park_until: float = 0.0


class FactRecorded(NamedTuple):
    """A fact got a value; earlier ones are kept."""

    fact: str
    """The key under which the case keeps it."""
    value: Value
    personal: bool


class FieldDrafted(NamedTuple):
    """Half-typed text was kept."""

    field: str
    text: str


class ItemTicked(NamedTuple):
    """An item was ticked, or its tick taken back."""

    item: str
    on: bool


class PhraseCopied(NamedTuple):
    """A phrase was copied to the clipboard, in these exact words."""

    phrase: str
    language: str
    text: str
    authority: str
    via: str
    personal: bool


class ReplyWritten(NamedTuple):
    """The agent wrote a reply in their own words; it is always sealed."""

    text: str
    via: str
    language: str
    phrase: str
    """The phrase it started from; empty for one from scratch."""
    flags: tuple[str, ...]
    """Ids of the wording rules that it breaks."""
    personal: bool
    """Whether it names something personal that the case has recorded."""


class SteppedBack(NamedTuple):
    """The agent returned to the step before."""

    step: str


class FlowEntered(NamedTuple):
    """The agent opened another flow inside the case."""

    flow: str
    digests: tuple[tuple[str, str], ...]


class FlowLeft(NamedTuple):
    """The agent came back from a flow inside the case."""

    flow: str
    result: str
    """The end it reached; empty when it was left before one."""


class LanguageSwitched(NamedTuple):
    """The phrases are shown in another language."""

    language: str


class HoldStarted(NamedTuple):
    """The customer was put on hold."""


class HoldEnded(NamedTuple):
    """The agent came back to the customer."""

    seconds: float


class NoteAdded(NamedTuple):
    """The agent wrote something down."""

    text: str
    flags: tuple[str, ...] = ()
    """Ids of the wording rules that it breaks."""


class GateTried(NamedTuple):
    """A choice was attempted behind a gate that was not met."""

    step: str
    choice: str
    reasons: tuple[Reason, ...]


class CaseParked(NamedTuple):
    """The case was put aside."""

    reason: str
    until: float
    """Seconds since 1970 UTC."""


class CaseResumed(NamedTuple):
    """The case was resumed."""

    after_crash: bool
    """Whether it had not been parked."""


class CaseClosed(NamedTuple):
    """The case was closed."""

    disposition: str
    completed: bool
    """False when it left its flow before an end."""
    notes: str


class CaseTakenOver(NamedTuple):
    """Another agent, at another desk, goes on with the case; it waits until they resume it."""

    agent: str
    role: str
    settings: tuple[tuple[str, str], ...]


Act = (
    CaseOpened
    | ChoiceMade
    | FactRecorded
    | FieldDrafted
    | ItemTicked
    | PhraseCopied
    | ReplyWritten
    | SteppedBack
    | FlowEntered
    | FlowLeft
    | LanguageSwitched
    | HoldStarted
    | HoldEnded
    | NoteAdded
    | GateTried
    | CaseParked
    | CaseResumed
    | CaseClosed
    | CaseTakenOver
    | MockCallBegun
    | CustomerAsked
    | CustomerSpoke
    | ClockSet
    | ReplyBarred
)

ACTS: dict[str, Any] = {kind.__name__: kind for kind in Act.__args__}


class DeadlineMark(NamedTuple):
    """What an event does to a deadline, worked out once and recorded with its arithmetic."""

    deadline: str
    """`flow.deadline`, or `flow.step` for a step's due time."""
    what: str
    """`started`, `moved`, `paused`, `kept`, `missed` or `dropped`."""
    due: float = 0.0
    """Seconds since 1970 UTC."""
    base: float = 0.0
    seconds: float = 0.0
    """`base` plus `seconds` is `due`."""
    worked: float = 0.0
    """Working seconds among them; 0 when the promise runs day and night."""


class Event(NamedTuple):
    """One entry of a case's journal."""

    n: int
    """1 for the first; no gaps."""
    at: Stamp
    act: Act
    marks: tuple[DeadlineMark, ...] = ()


class Refusal(NamedTuple):
    """Why an intent cannot be done now."""

    reasons: tuple[Reason, ...]
    attempt: Event | None = None
    """The attempt as an event, when it is worth keeping."""


class KeptRefusal(NamedTuple):
    """A refusal worth keeping, with the act that records the attempt."""

    reasons: tuple[Reason, ...]
    act: Act


Answer = Act | Reason | KeptRefusal
"""What a decision comes to, before it is numbered and stamped."""
