"""The interfaces that screens and commands work with: a library, a store and the settings."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from lenovo_desk.core.case_rows import CaseHit as CaseHit
from lenovo_desk.core.case_rows import CaseHits as CaseHits
from lenovo_desk.core.case_rows import CaseSummary as CaseSummary
from lenovo_desk.core.case_rows import DayFigures as DayFigures
from lenovo_desk.core.case_rows import DueTime as DueTime
from lenovo_desk.core.case_rows import FindMisses as FindMisses
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.model.flow import Flow, Flows, Plain
from lenovo_desk.core.model.intents import OpenCase, RecordFact, TakeOver, UseDesk
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.core.wording.books import Book

if TYPE_CHECKING:  # a walk and the first screen need neither
    from lenovo_desk.core.model.card import CustomerCard
    from lenovo_desk.core.model.wording_rules import Rule


class FlowCard(NamedTuple):
    """A flow as Home lists it, read without reading the flow."""

    id: str
    titles: Mapping[str, str]
    """The title by language; `en` is always there."""
    roles: tuple[str, ...]
    languages: tuple[str, ...]
    """Languages that have its phrases."""
    steps: int
    phrases: int
    on_home: bool
    problems: int = 0
    """How many problems it has; a flow with any cannot be started."""


class Library(Protocol):
    """The compiled content; each part is read at its first use."""

    def cards(self) -> tuple[FlowCard, ...]:
        """Return every flow, including those with problems."""
        ...

    def languages(self) -> tuple[str, ...]:
        """Return the languages that have scripts."""
        ...

    def interface_languages(self) -> tuple[str, ...]:
        """Return the languages of the interface, English last."""
        ...

    def flow(self, name: str) -> Flow:
        """Return a flow. Raises `KeyError` when no flow of that name is free of problems."""
        ...

    def structure(self, name: str) -> Plain:
        """Return the plain structure of a flow, from which its digest is computed.

        Raises `KeyError` as `flow` does.
        """
        ...

    def closure(self, name: str) -> dict[str, Flow]:
        """Return a flow and all it can run, by id. Raises `KeyError` as `flow` does."""
        ...

    def book(self, name: str, language: str) -> Book:
        """Return a flow's wording; English guidance fills the gaps of a language.

        Raises `KeyError` as `flow` does.
        """
        ...

    def words(self, language: str) -> Mapping[str, str]:
        """Return the interface words by dotted key (`reasons.needs_item`); English fills gaps."""
        ...

    def customer_cards(self, language: str) -> "tuple[CustomerCard, ...]":
        """Return the cards on customers; gaps of a language are filled in English, as proposed."""
        ...

    def guard_rules(self) -> "tuple[Rule, ...]":
        """Return the rules of wording in every language."""
        ...


class MissLog(Protocol):
    """How often searches found nothing. Both methods may raise `StoreProblem`."""

    def add(self, place: str, flow: str, zone: str) -> None:
        """Count a search on the current day in a zone, by `place` and `flow` of `FindMisses`.

        What was looked for is not kept.
        """
        ...

    def counts(self) -> tuple[FindMisses, ...]:
        """Return the counts, the earliest day first."""
        ...


class Store(Protocol):
    """The cases of one data folder. Every method may raise `StoreProblem`."""

    clock: Clock

    @property
    def misses(self) -> MissLog:
        """The searches that found nothing."""
        ...

    def recover(self) -> tuple[str, ...]:
        """Finish the work of a killed program; return the ids of cases moved to the day log."""
        ...

    def warm(self) -> None:
        """Load what the first case will need, while nobody is waiting."""
        ...

    def open_case(
        self, library: Library, intent: OpenCase, facts: Iterable[RecordFact] = ()
    ) -> Session:
        """Open a new case, locked to this window.

        Shared facts of the case that it follows are carried over, then `facts` are recorded.
        """
        ...

    def resume(self, case: str, library: Library, desk: UseDesk | None = None) -> Session:
        """Resume an unfinished case at its current step, locked to this window.

        The agent and the settings of `desk` are in force from then on; None keeps the case's.
        """
        ...

    def release(self, session: Session) -> None:
        """Release a live case.

        A closed case goes to the day log, its journal to the evidence.
        """
        ...

    def handover_file(self, case: str) -> str:
        """Return the path of a new file to hand a case over in; no such file exists yet."""
        ...

    def hand_over(
        self, session: Session, reason: str, file: str, passphrase: str
    ) -> Event | Refusal:
        """Write a live case to a file encrypted with a passphrase, then close it.

        After a refusal or a `StoreProblem` the case stays open.
        """
        ...

    def take_over(self, file: str, passphrase: str, intent: TakeOver) -> str:
        """Take over the case of a file for this desk's agent; return its new id.

        The case stays parked among the unfinished ones.
        """
        ...

    def unfinished(self, reasons: bool = True) -> tuple[CaseSummary, ...]:
        """Return open and parked cases, next due first, without locking or repairing them.

        Without `reasons` no key is read, which makes the first call faster.
        """
        ...

    def find(self, text: str, country: str = "", seconds: float = 0.02) -> CaseHits:
        """Find real cases, unfinished and closed, by what is known of the customer.

        `text` is a name, a phone number, an e-mail address, a serial or order number, a link or
        handle, or a case's id; it is read as every kind that it can be. A phone number without its
        country code is one of `country`. Cases that are not indexed yet are read for at most about
        `seconds`, so a screen may ask at every key; with an empty `text` that is all it does.
        """
        ...

    def documents(self) -> Iterator[Plain]:
        """Yield closed cases, latest day first.

        Personal parts are unsealed when this machine has the key.
        """
        ...

    def document(self, case: str) -> Plain | None:
        """Return one closed case by its id; None when there is none."""
        ...

    def history(self, case: str) -> tuple[Flows, tuple[Event, ...]]:
        """Return the flows and the events of a case, unfinished or closed.

        The case is neither locked nor repaired. Personal values are unsealed when this machine has
        the key.
        """
        ...

    def keep_record(self, case: str, page: str) -> str:
        """Write the record of a case as a page for this user only; return its path."""
        ...

    def today(self, agent: str, zone: str = "") -> DayFigures:
        """Return the figures of an agent for the current day in a zone; needs no key."""
        ...


class Agent(NamedTuple):
    """A person who works at this desk."""

    id: str
    name: str
    initials: str = ""
    role: str = ""
    phone: str = ""


SIGNS = ("auto", "plain", "full")
"""How signs of uncertain width may be painted."""


class Settings(NamedTuple):
    """How this desk is set up."""

    agents: tuple[Agent, ...]
    agent: Agent
    """The agent who is at the desk now."""
    language: str
    """Language of the interface: one of `Library.interface_languages`."""
    phrases: str
    """Language of the phrases of a new case."""
    theme: str
    values: Mapping[str, str]
    """Links, numbers and names that fill blanks, by setting; an empty one is a placeholder."""
    zone: str
    """IANA name of the local time zone."""
    clipboard: str = "auto"
    """Where copies go: `auto`, `terminal`, `system` or `off`."""
    signs: str = "auto"
    """How signs of uncertain width are painted: one of `SIGNS`."""
    calendar: str = ""
    """Working time, as `core.time.calendar` reads it."""
    times: Mapping[str, str] = {}
    """Terms that this desk sets itself, by `flow.deadline`."""
    content: str = ""
    """A folder laid over the shipped content; empty for none."""
    classroom: str = ""
    """The folder of a class, which receives mock calls; empty to leave them in the data folder."""
    keys: Mapping[str, str] = {}
    """Keys that this desk chose, by the id of a command; several are separated by commas."""
    country: str = ""
    """The desk's country as a code of two letters; empty when none is set or suggested."""
    country_set: bool = False
    """Whether the settings name it; otherwise the time zone suggests it."""


class SettingsFile(Protocol):
    """The settings as a file that keeps its comments. Changes may raise `StoreProblem`."""

    @property
    def path(self) -> str:
        """The path of the file; the first change creates it."""
        ...

    @property
    def current(self) -> Settings:
        """The settings as they are now."""
        ...

    @property
    def problems(self) -> tuple[str, ...]:
        """The problems of the file, one line each."""
        ...

    def reread(self) -> None:
        """Read the file again at the next use if another program has changed it."""
        ...

    def prefer(self, language: str) -> None:
        """Use a language instead of the file's until someone chooses one at the desk."""
        ...

    def change(self, name: str, value: str) -> None:
        """Set `agent` (an id), `language`, `phrases`, `theme`, `country` or one of the values."""
        ...

    def change_all(self, values: Mapping[str, str], agent: Agent | None = None) -> None:
        """Set several of them, and add or replace an agent and put them at the desk.

        It is one write: all of it or nothing.
        """
        ...

    def values_in(self, country: str) -> Mapping[str, str]:
        """Return the values that fill blanks as they would be with another country."""
        ...
