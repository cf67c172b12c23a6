"""What the screens and commands are handed: a library of content and a store of cases."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.model.flow import Flow, Flows, Plain
from lenovo_desk.core.model.intents import OpenCase, TakeOver
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.core.wording.books import Book

if TYPE_CHECKING:  # a walk and the first screen show neither
    from lenovo_desk.core.model.card import CustomerCard
    from lenovo_desk.core.model.wording_rules import Rule


class FlowCard(NamedTuple):
    """A flow as Home lists it, read without reading the flow."""

    id: str
    titles: Mapping[str, str]
    """By language; `en` is always there."""
    roles: tuple[str, ...]
    languages: tuple[str, ...]
    """Languages that have its phrases."""
    steps: int
    phrases: int
    on_home: bool
    problems: int = 0
    """How many problems it has; a flow with any cannot be started."""


class Library(Protocol):
    """The compiled content; everything is read when it is first asked for."""

    def cards(self) -> tuple[FlowCard, ...]:
        """Return every flow, including those with problems."""
        ...

    def languages(self) -> tuple[str, ...]:
        """Return the languages that have scripts."""
        ...

    def interface_languages(self) -> tuple[str, ...]:
        """Return the languages that the screens can speak, English last."""
        ...

    def flow(self, name: str) -> Flow:
        """Return a flow; KeyError when there is none of that name without problems."""
        ...

    def structure(self, name: str) -> Plain:
        """Return the plain structure that the flow's digest is the digest of."""
        ...

    def closure(self, name: str) -> dict[str, Flow]:
        """Return a flow and all it can run, by id; KeyError."""
        ...

    def book(self, name: str, language: str) -> Book:
        """Return a flow's wording; what a language lacks is the English guidance. KeyError."""
        ...

    def words(self, language: str) -> Mapping[str, str]:
        """Return the interface words by dotted key (`reasons.needs_item`); English fills gaps."""
        ...

    def customer_cards(self, language: str) -> "tuple[CustomerCard, ...]":
        """Return the cards on customers in a language; what it lacks is English, and proposed."""
        ...

    def guard_rules(self) -> "tuple[Rule, ...]":
        """Return what customers should not hear, in every language."""
        ...


class DueTime(NamedTuple):
    """A time that matters in an unfinished case."""

    name: str
    """`park`, `wait.` and the id of a running wait, or the key of a promise."""
    state: str
    """`running` or `paused` for a promise, `parked`, `waiting`."""
    at: float
    """Seconds since 1970 UTC."""


class CaseSummary(NamedTuple):
    """An unfinished case as Home and the board list it, read without its lock."""

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
    """The next time that matters: parked until, or the next running deadline; 0 for none."""
    due_name: str
    """`park`, `wait.` and the id of a running wait, or the key of that deadline."""
    reason: str
    zone: str
    damage: str = ""
    """Why it cannot be read, when it cannot: a code of the interface's `reasons` and where; such
    a case is not resumed."""
    mode: str = "real"
    dues: tuple[DueTime, ...] = ()
    """Every time that matters, the next one among them."""


class DayFigures(NamedTuple):
    """What one agent has finished on one day."""

    closed: int
    completed: int
    handled: float
    """Seconds, all cases together."""


class Store(Protocol):
    """The cases of one data folder. Every method may raise `StoreProblem`."""

    clock: Clock

    def recover(self) -> tuple[str, ...]:
        """Finish what a killed program left half done; return the ids of cases moved to the log."""
        ...

    def warm(self) -> None:
        """Load what the first case will need; called while nobody waits."""
        ...

    def open_case(self, library: Library, intent: OpenCase) -> Session:
        """Open a new case, locked to this window; facts of one that it follows are carried over."""
        ...

    def resume(self, case: str, library: Library) -> Session:
        """Open an unfinished case, locked to this window, at the step it is at."""
        ...

    def release(self, session: Session) -> None:
        """Release a live case; a closed one goes to the day log and its journal to the evidence."""
        ...

    def handover_file(self, case: str) -> str:
        """Return the path of a file that does not exist yet, to hand a case over in."""
        ...

    def hand_over(
        self, session: Session, reason: str, file: str, passphrase: str
    ) -> Event | Refusal:
        """Write a live case into a file that only the passphrase opens, then close it here.

        After a refusal or a `StoreProblem` the case goes on.
        """
        ...

    def take_over(self, file: str, passphrase: str, intent: TakeOver) -> str:
        """Continue the case of a file in the name of this desk's agent; return its new id.

        It waits among the unfinished cases.
        """
        ...

    def unfinished(self, reasons: bool = True) -> tuple[CaseSummary, ...]:
        """Return open and parked cases, next due first, without lock or repair.

        Without `reasons` nothing needs a key, which makes the very first look faster.
        """
        ...

    def documents(self) -> Iterator[Plain]:
        """Yield closed cases, latest day first, personal parts unsealed when the key is here."""
        ...

    def document(self, case: str) -> Plain | None:
        """Return one closed case by its id."""
        ...

    def history(self, case: str) -> tuple[Flows, tuple[Event, ...]]:
        """Return the flows and the events of a case, unfinished or closed; no lock, no repair.

        Personal values are there when the key is.
        """
        ...

    def keep_record(self, case: str, page: str) -> str:
        """Write the record of a case as a page, for this user only; return the file's name."""
        ...

    def today(self, agent: str, zone: str = "") -> DayFigures:
        """Return today's figures of an agent, today being that of the zone; needs no key."""
        ...


class Agent(NamedTuple):
    """Somebody who works at this desk."""

    id: str
    name: str
    initials: str = ""
    role: str = ""
    phone: str = ""


class Settings(NamedTuple):
    """How this desk is set up."""

    agents: tuple[Agent, ...]
    agent: Agent
    """Who is at the desk now."""
    language: str
    """Language of the interface: one of `Library.interface_languages`."""
    phrases: str
    """Language of the phrases of a new case."""
    theme: str
    values: Mapping[str, str]
    """Links, numbers and names that fill blanks; empty ones are placeholders."""
    zone: str
    """IANA name of the local time zone."""
    clipboard: str = "auto"
    """Where copies go: `auto`, `terminal`, `system` or `off`."""
    calendar: str = ""
    """Working time, as `core.time.calendar` reads it."""
    times: Mapping[str, str] = {}
    """Terms that this desk sets itself, by `flow.deadline`."""
    content: str = ""
    """A folder laid over the shipped content; empty for none."""
    classroom: str = ""
    """The folder of a class, where mock calls go; empty: they stay in the data folder."""
    keys: Mapping[str, str] = {}
    """Keys that this desk chose, by the id of a command; several are parted by commas."""


class SettingsFile(Protocol):
    """The settings as a file that keeps its comments. Changing may raise `StoreProblem`."""

    @property
    def path(self) -> str:
        """Where the file is, or will be once something is changed."""
        ...

    @property
    def current(self) -> Settings:
        """The settings as they are now."""
        ...

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the file, one line each."""
        ...

    def change(self, name: str, value: str) -> None:
        """Set `agent` (an id), `language`, `phrases`, `theme` or one of the values."""
        ...

    def put_agent(self, agent: Agent) -> None:
        """Add an agent, or replace the one with this id."""
        ...
