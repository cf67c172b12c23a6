"""What happened in a case, in the past tense. Events never change; a case is their fold."""

from typing import Any

from lenovo_desk.core.model.mock_acts import ClockSet as ClockSet
from lenovo_desk.core.model.mock_acts import CustomerAsked as CustomerAsked
from lenovo_desk.core.model.mock_acts import CustomerSpoke as CustomerSpoke
from lenovo_desk.core.model.mock_acts import MockCallBegun as MockCallBegun
from lenovo_desk.core.model.mock_acts import ReplyBarred as ReplyBarred
from lenovo_desk.core.model.presence_acts import CaseLeft as CaseLeft
from lenovo_desk.core.model.presence_acts import CaseReturned as CaseReturned
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp


class CaseOpened(NamedTuple):
    """A case was opened, with everything it depends on."""

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
    country: str = ""
    """The desk's country as a code of two letters, or `UNKNOWN_COUNTRY`."""
    local: tuple[tuple[str, str], ...] = ()
    """What the case depends on of that country, such as its limits of mains voltage."""


class ChoiceMade(NamedTuple):
    """The agent left a step by a choice."""

    step: str
    choice: str
    sets: tuple[tuple[str, str], ...] = ()
    """Keys and values of the facts that the choice set."""
    again: tuple[str, ...] = ()
    """Keys of the facts that must be recorded again."""
    park_until: float = 0.0
    """Seconds since 1970 UTC until which the choice parked the case; 0 when it did not."""


class FactRecorded(NamedTuple):
    """A value was recorded for a fact; earlier values are kept."""

    fact: str
    """The key under which the case keeps it."""
    value: Value
    personal: bool
    why: str = ""
    """Why a running promise ends later by it; empty when none does."""


class FactCleared(NamedTuple):
    """The value of a fact was taken out: nothing is recorded for it any more."""

    fact: str
    """The key under which the case keeps it."""


class FieldDrafted(NamedTuple):
    """The half-typed text of a field was kept."""

    field: str
    text: str


class ItemTicked(NamedTuple):
    """An item was ticked, or its tick was taken back."""

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
    settings: tuple[str, ...] = ()
    """Names of the settings that filled its blanks."""


class ReplyWritten(NamedTuple):
    """The agent wrote a reply in their own words; its text is always sealed."""

    text: str
    via: str
    language: str
    phrase: str
    """The phrase it started from; empty for one from scratch."""
    flags: tuple[str, ...]
    """Ids of the wording rules that it breaks."""
    personal: bool
    """Whether it names a personal fact of the case."""
    settings: tuple[str, ...] = ()
    """Names of the settings that filled blanks of the phrase and still stand in the text."""


class SteppedBack(NamedTuple):
    """The agent returned to the previous step."""

    step: str


class FlowEntered(NamedTuple):
    """The agent opened another flow inside the case."""

    flow: str
    digests: tuple[tuple[str, str], ...]


class FlowLeft(NamedTuple):
    """The agent returned from a flow inside the case."""

    flow: str
    result: str
    """The end it reached; empty when it was left before one."""


class LanguageSwitched(NamedTuple):
    """The language of the phrases was changed."""

    language: str


class HoldStarted(NamedTuple):
    """The customer was put on hold."""


class HoldEnded(NamedTuple):
    """The agent came back to the customer."""

    seconds: float


class NoteAdded(NamedTuple):
    """The agent wrote a note."""

    text: str
    flags: tuple[str, ...] = ()
    """Ids of the wording rules that it breaks."""


class GateTried(NamedTuple):
    """The agent attempted a choice whose gate was not met."""

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
    """Whether the case had not been parked before."""


class CaseClosed(NamedTuple):
    """The case was closed."""

    disposition: str
    completed: bool
    """False when the case left its flow before an end."""
    notes: str


class CaseTakenOver(NamedTuple):
    """An agent at another desk took over the case; it stays parked until they resume it."""

    agent: str
    role: str
    settings: tuple[tuple[str, str], ...]


class DeskChanged(NamedTuple):
    """The desk's agent or settings changed; from here on these are in force in the case."""

    agent: str
    role: str
    settings: tuple[tuple[str, str], ...]
    country: str = ""
    """The country of a case that lacked one; empty when it had one already."""
    local: tuple[tuple[str, str], ...] = ()


Act = (
    CaseOpened
    | ChoiceMade
    | FactRecorded
    | FactCleared
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
    | DeskChanged
    | CaseLeft
    | CaseReturned
    | MockCallBegun
    | CustomerAsked
    | CustomerSpoke
    | ClockSet
    | ReplyBarred
)

ACTS: dict[str, Any] = {kind.__name__: kind for kind in Act.__args__}


class DeadlineMark(NamedTuple):
    """What an event does to a deadline, recorded together with its arithmetic."""

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
    """Working seconds among them; 0 when the promise runs around the clock."""


class ConsentMark(NamedTuple):
    """What an event does to a consent that was given: it falls, or stands again."""

    item: str
    """`flow.item`."""
    what: str
    """`fell` or `stands`."""
    facts: tuple[str, ...]
    """Keys of the covered facts that differ from what they were; none when it stands."""


class Event(NamedTuple):
    """One entry of a case's journal."""

    n: int
    """1 for the first event; there are no gaps."""
    at: Stamp
    act: Act
    marks: tuple[DeadlineMark, ...] = ()
    consents: tuple[ConsentMark, ...] = ()
    by: str = ""
    """The id of the agent who acts; empty in journals older than this field."""


class Refusal(NamedTuple):
    """Why an intent cannot be done now."""

    reasons: tuple[Reason, ...]
    attempt: Event | None = None
    """The attempt as an event, when it is to be kept."""


class KeptRefusal(NamedTuple):
    """A refusal to be kept, with the act that records the attempt."""

    reasons: tuple[Reason, ...]
    act: Act


Answer = Act | Reason | KeptRefusal
"""The outcome of a decision, before it is numbered and stamped."""
