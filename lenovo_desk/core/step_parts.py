"""The parts of a step's view: its phrases, facts, items and choices in their present state."""

from collections.abc import Mapping

from lenovo_desk.core.engine.step_lines import number_to_dial
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.country import country_of
from lenovo_desk.core.model.flow import FactSpec, Flow, Step, Wait
from lenovo_desk.core.model.intents import CopyPhrase
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Elapsed, Stamp
from lenovo_desk.core.wording.books import Book

LEAVE = ")"
WRAP_UP = "."
"""The ids of what a desk offers beside the choices of the flow."""


class Lock(NamedTuple):
    """A reason why something cannot be done yet, and its sentence."""

    code: str
    id: str
    text: str


class PhraseView(NamedTuple):
    """A phrase of the step, its blanks filled."""

    id: str
    language: str
    authority: str
    via: str
    text: str
    missing: tuple[str, ...]
    """Blanks that nothing fills yet."""
    reasons: tuple[Reason, ...] = ()
    """Why it cannot be used yet."""
    locked: str = ""
    """The first of the reasons in words, with how many more there are."""
    blanks: tuple[str, ...] = ()
    """All blanks of the phrase."""

    def copy_intent(self) -> CopyPhrase:
        """Return the intent to copy the phrase exactly as it is shown."""
        return CopyPhrase(
            self.id, self.language, self.text, self.authority, self.missing, self.blanks
        )


class FactView(NamedTuple):
    """A fact that the step asks for."""

    spec: FactSpec
    title: str
    value: Value | None
    text: str
    """Its value as people read it; empty while nothing is recorded."""
    reasons: tuple[Reason, ...] = ()

    @property
    def id(self) -> str:
        """The fact's id in its flow."""
        return self.spec.id

    @property
    def open(self) -> bool:
        """Whether it can be recorded now."""
        return not self.reasons


class ItemView(NamedTuple):
    """An item that the step asks to tick, or that its flow asks to tick again."""

    id: str
    """What ticks it: the item's id, or `flow.item` for one of an earlier step."""
    title: str
    ticked: Stamp | None
    reasons: tuple[Reason, ...] = ()
    again: str = ""
    """Why it is to be ticked again, in words; empty when it is not."""

    @property
    def open(self) -> bool:
        """Whether it can be ticked now."""
        return not self.reasons


class ChoiceView(NamedTuple):
    """A numbered choice, or something else that a desk offers."""

    id: str
    title: str
    number: int
    """It never changes: see `Step.numbers`. What is no choice comes after all of them."""
    target: str = ""
    """Where it leads, in words; empty when it stays at the step."""
    reasons: tuple[Reason, ...] = ()
    """Why it cannot be chosen yet."""
    locked: str = ""
    """The first of the reasons in words, with how many more there are."""
    parked_until: float = 0.0
    """Until when it parks the case, in seconds since 1970 UTC; 0 when it does not."""

    @property
    def open(self) -> bool:
        """Whether it can be chosen now."""
        return not self.reasons


class DialView(NamedTuple):
    """The number that is dialled at a step."""

    name: str
    """The fact or setting that has it."""
    title: str
    value: str
    """As recorded; empty while it is not known."""
    text: str
    """As it is dialled from the country of the case; empty like `value`."""
    setting: bool = False
    """Whether it is a setting, which is not recorded in a case."""


def dial_view(
    flow: Flow, case: Case, at: Stamp, book: Book, words: Mapping[str, str]
) -> DialView | None:
    """Return the number that is dialled at the step of a case; None where nobody is called."""
    name, value = number_to_dial(flow, case, flow.steps[case.here.top.step], at)
    if not name:
        return None
    setting = name not in flow.facts
    title = words.get(f"blanks.{name}", name) if setting else book.facts[name]
    text = value
    if value:
        from lenovo_desk.core.values.phone_numbers import phone_text

        text = phone_text(value, country_of(case), book.formats.extension, dialled=True)
    return DialView(name, title, value, text, setting)


class WaitView(NamedTuple):
    """The wait of the step."""

    title: str
    left: float
    """Seconds until it is over; 0 once it is."""
    proof: str
    """What proves the time that has passed, as in `Elapsed`."""
    seconds: int
    """How long it lasts."""
    began: float
    ends: float
    """Seconds since 1970 UTC; the end is where the clock of now puts it."""
    opens: tuple[str, ...] = ()
    """The ids of the choices that it locks."""


def wait_view(
    step: Step, wait: Wait, title: str, over: Elapsed, entered: Stamp, at: Stamp
) -> WaitView:
    """Return the wait of a step, of which some time is over since it was entered."""
    left = wait.seconds - over.seconds
    opens = tuple(choice.id for choice in step.choices if wait.id in choice.gate.needs)
    return WaitView(
        title, max(0.0, left), over.proof, wait.seconds, entered.utc, at.utc + left, opens
    )


class DeadlineView(NamedTuple):
    """A promise of the case, running or not."""

    key: str
    title: str
    state: str
    due: float
    """Seconds since 1970 UTC."""


class TrailView(NamedTuple):
    """A step on the way to this one."""

    title: str
    stage: str
    """The title of its stage; empty outside all stages."""
    depth: int
    """The number of open flows around its own."""
    current: bool


class KnownFact(NamedTuple):
    """A recorded fact of the case, in words."""

    title: str
    text: str
