"""What someone wants to do, in the imperative; the engine has yet to decide on it."""

from lenovo_desk.core.model.mock_acts import AskCustomer as AskCustomer
from lenovo_desk.core.model.mock_acts import BeginMockCall as BeginMockCall
from lenovo_desk.core.model.mock_acts import HearCustomer as HearCustomer
from lenovo_desk.core.model.mock_acts import SetClock as SetClock
from lenovo_desk.core.model.presence_acts import LeaveCase as LeaveCase
from lenovo_desk.core.model.presence_acts import ReturnToCase as ReturnToCase
from lenovo_desk.core.named_tuple import NamedTuple


class OpenCase(NamedTuple):
    """Open a case in a flow."""

    case: str
    """Its id, which sorts by time and is unique without any central register."""
    flow: str
    agent: str
    role: str
    language: str
    """Language of the phrases, as in `scripts_xx`."""
    zone: str
    """IANA name of the time zone of its dates."""
    settings: tuple[tuple[str, str], ...] = ()
    """Blanks that the settings fill: links, numbers, the agent's name."""
    mode: str = "real"
    follows: str = ""
    calendar: str = ""
    """Working time as `core.time.calendar` reads it; empty for every hour of every day."""
    times: tuple[tuple[str, str], ...] = ()
    """Terms that the desk sets itself, by `flow.deadline`, such as `5d` or `1h work`."""
    country: str = ""
    """The desk's country as a code of two letters, or `UNKNOWN_COUNTRY`."""
    local: tuple[tuple[str, str], ...] = ()
    """What a case depends on of that country, by name."""
    abroad: tuple[tuple[str, str], ...] = ()
    """`settings` as a case of another country has them at this desk."""


class MakeChoice(NamedTuple):
    """Leave the step by one of its choices."""

    choice: str


class RecordFact(NamedTuple):
    """Record the value typed for a fact."""

    fact: str
    raw: str
    why: str = ""
    """Why a running promise ends later by it."""


class ClearFact(NamedTuple):
    """Take out the value of a fact."""

    fact: str


class DraftField(NamedTuple):
    """Keep the half-typed text of a field; an empty text drops it."""

    field: str
    """A fact's id, `note` or `reply`."""
    text: str


class TickItem(NamedTuple):
    """Tick an item of this step, or take the tick back."""

    item: str
    on: bool = True


class CopyPhrase(NamedTuple):
    """Copy a phrase of this step to the clipboard."""

    phrase: str
    language: str
    text: str
    """The exact wording, blanks filled."""
    authority: str
    missing: tuple[str, ...] = ()
    """Blanks that nothing fills yet."""
    blanks: tuple[str, ...] = ()
    """All blanks of the phrase."""


class WriteReply(NamedTuple):
    """Keep a reply in the agent's own words, to be sent in writing."""

    text: str
    via: str
    phrase: str = ""
    """The phrase of this step it started from, if any."""
    flags: tuple[str, ...] = ()
    """Ids of the wording rules that it breaks."""
    blanks: tuple[str, ...] = ()
    """All blanks of the phrase."""


class StepBack(NamedTuple):
    """Return to the previous step."""


class EnterFlow(NamedTuple):
    """Open another flow inside the case."""

    flow: str


class LeaveFlow(NamedTuple):
    """Return from a flow that has ended, or from one that the agent opened."""


class SwitchLanguage(NamedTuple):
    """Show the phrases in another language."""

    language: str


class ToggleHold(NamedTuple):
    """Put the customer on hold, or end the hold."""


class AddNote(NamedTuple):
    """Write a note in the agent's own words."""

    text: str
    flags: tuple[str, ...] = ()
    """Ids of the wording rules that it breaks."""


class ParkCase(NamedTuple):
    """Put the case aside, with a reason and a due time."""

    reason: str
    until: str
    """The time as the agent typed it."""


class ResumeCase(NamedTuple):
    """Resume the case after parking, a restart or a crash."""

    agent: str = ""
    """Who resumes it; empty for the agent of the case."""


class CloseCase(NamedTuple):
    """Close a case that has reached an end of its flow."""

    notes: str = ""


class AbandonCase(NamedTuple):
    """Close a case before it reaches an end, with a reason."""

    reason: str


class HandOver(NamedTuple):
    """Close a case here because another desk continues it, with a reason."""

    reason: str


class TakeOver(NamedTuple):
    """Continue a case that another agent handed over."""

    agent: str
    role: str
    settings: tuple[tuple[str, str], ...] = ()
    """Blanks that the settings of this desk fill."""


class UseDesk(NamedTuple):
    """Put the desk's present agent and settings in force in the case."""

    agent: str
    role: str
    settings: tuple[tuple[str, str], ...] = ()
    """Blanks that the settings fill."""
    country: str = ""
    """The desk's country, for a case that lacks one."""
    local: tuple[tuple[str, str], ...] = ()
    abroad: tuple[tuple[str, str], ...] = ()
    """`settings` as a case of another country has them; empty when they are the same."""


def desk_of(opening: OpenCase) -> UseDesk:
    """Return the desk at which a case would be opened."""
    return UseDesk(
        opening.agent,
        opening.role,
        opening.settings,
        opening.country,
        opening.local,
        opening.abroad,
    )


Intent = (
    OpenCase
    | MakeChoice
    | RecordFact
    | ClearFact
    | DraftField
    | TickItem
    | CopyPhrase
    | WriteReply
    | StepBack
    | EnterFlow
    | LeaveFlow
    | SwitchLanguage
    | ToggleHold
    | AddNote
    | ParkCase
    | ResumeCase
    | CloseCase
    | AbandonCase
    | HandOver
    | TakeOver
    | UseDesk
    | LeaveCase
    | ReturnToCase
    | BeginMockCall
    | AskCustomer
    | HearCustomer
    | SetClock
)


def why_draft(fact: str) -> str:
    """Return the field of the draft of a reason why a fact's time makes a promise end later."""
    return f"{fact}.why"
