"""A flow as the engine reads it: structure only, no wording."""

from collections.abc import Iterable, Mapping
from typing import Any

from lenovo_desk.core.named_tuple import NamedTuple

Plain = dict[str, Any]
"""A structure of JSON values: dicts, lists, strings, numbers and booleans."""

VIAS = ("call", "in_person", "sms", "public", "private", "ticket")
"""The media."""
WRITTEN = ("sms", "public", "private", "ticket")
"""The media in which the agent writes."""
KINDS = (
    "text",
    "number",
    "choice",
    "yes_no",
    "date",
    "datetime",
    "phone",
    "email",
    "serial",
    "url",
)


BY_HAND = "by_hand"
"""In place of a signer's item: the signature is on paper alone."""
RANKS = ("danger", "urgent", "first")
"""Why a case comes before others, the gravest reason first."""
CURRENCY = "currency"
"""The unit of a fact that is an amount in the currency of the case."""
MATTERS = ("money", "data", "consent")
"""What a fact can be about so that a signature or a decision must cover it."""
VALUE_RULES = 2
"""The rules on values of flows compiled now.

Since 2, a fact whose `when` is false counts as not recorded, and typed values are read as they are
now. A case keeps the rules of the structure that it began with.
"""


class Test(NamedTuple):
    """One key of a `when`: what must hold for one fact."""

    fact: str
    any_of: tuple[str, ...] = ()
    """The values of which the fact must have one."""
    known: bool | None = None
    """Whether the fact must be recorded (True) or not (False); None to compare with `any_of`."""


class Gate(NamedTuple):
    """The condition of a line: `when` hides it, `needs` locks it."""

    when: tuple[Test, ...] = ()
    needs: tuple[str, ...] = ()


OPEN = Gate()


class PhraseLine(NamedTuple):
    """A phrase of a step and the medium it goes out by."""

    phrase: str
    via: str
    gate: Gate = OPEN


class Use(NamedTuple):
    """An item to tick or a fact to record at a step."""

    id: str
    gate: Gate = OPEN
    covers: tuple[str, ...] = ()
    """The facts that ticking the item consents to, as they stand then."""


class Wait(NamedTuple):
    """The time that must pass after a step is entered; a `needs` names it."""

    id: str
    seconds: int


class StepDue(NamedTuple):
    """The due time of a step, relative to a recorded moment or its entry."""

    seconds: int
    """Negative before the anchor, positive after it."""
    anchor: str = ""
    """A date or datetime fact; empty means the step's entry."""


class Choice(NamedTuple):
    """A way out of a step."""

    id: str
    goto: str
    gate: Gate = OPEN
    sets: tuple[tuple[str, str], ...] = ()
    again: tuple[str, ...] = ()
    """Facts that must be recorded again after this choice; earlier values are kept."""
    park: int = 0
    """Seconds after which a case parked by this choice is due; 0 when it does not park."""
    covers: tuple[str, ...] = ()
    """The facts that the choice decides: they hold fast after it."""


class Step(NamedTuple):
    """One screen of a flow."""

    id: str
    stage: str = ""
    say: tuple[PhraseLine, ...] = ()
    items: tuple[Use, ...] = ()
    facts: tuple[Use, ...] = ()
    wait: Wait | None = None
    due: StepDue | None = None
    dial: tuple[Use, ...] = ()
    """Phone facts and numbers of the settings: the first one known is dialled here."""
    run: str = ""
    """The flow that runs inside this step; its end is this step's `result`."""
    then: Mapping[str, str] = {}
    """Where results of that flow lead by themselves, without a stay at this step."""
    choices: tuple[Choice, ...] = ()
    end: str = ""
    """How the flow ends here: the case's disposition, or the result for an outer flow."""

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each choice by its id: its place, from 1, hidden ones counted too.

        So it never changes, neither while a step lasts nor from one case to the next.
        """
        return {choice.id: number for number, choice in enumerate(self.choices, 1)}

    @property
    def bare(self) -> bool:
        """Whether nothing is to be said, ticked or recorded here."""
        return not (self.say or self.items or self.facts)


class FactSpec(NamedTuple):
    """What values a fact may have, and when it can be recorded."""

    id: str
    kind: str = "text"
    options: tuple[str, ...] = ()
    unit: str = ""
    money: bool = False
    """Whether it is an amount in the currency of the case."""
    min: str = ""
    max: str = ""
    personal: bool = False
    public: bool = False
    """Whether it is public by nature, as a handle: sealed, but free to be said in public."""
    many: bool = False
    """Whether it holds several values."""
    rows: tuple["FactSpec", ...] = ()
    """The columns of a fact that holds rows."""
    derive: str = ""
    """The derivation that computes it, by its name in `DERIVATIONS`."""
    of: tuple[str, ...] = ()
    """The facts that the derivation reads."""
    chosen: bool = False
    """Whether only choices set it, so that it cannot be typed."""
    shared: bool = False
    """Whether all flows of a case share it under one name."""
    matters: str = ""
    """`money`, `data` or `consent` when something must cover it; else empty."""
    past: bool = False
    """Whether it tells what has happened, so that it cannot lie ahead."""
    future: bool = False
    """Whether it tells what is promised or proposed, so that it cannot lie behind."""
    not_before: str = ""
    """The fact of time that it cannot precede."""
    not_after: str = ""
    """The fact of time that it cannot follow."""
    short: bool = False
    """Whether a phone number may be a short service number, such as 3900 or 10086."""
    none: bool = False
    """Whether it may be recorded that there is none: `NONE`, which names nobody."""
    gate: Gate = OPEN


class Deadline(NamedTuple):
    """A promise of a flow: `until` must happen within a term after `start`."""

    id: str
    seconds: int
    start: str
    until: str
    when: tuple[Test, ...] = ()
    pause: tuple[str, ...] = ()
    every: bool = False
    """Whether a new period begins each time it is kept."""
    work: bool = False
    """Whether it runs in working time only; otherwise around the clock."""
    days: int = 0
    """The term in working days, in place of `seconds`; 0 when it is given in seconds."""


class FlowForm(NamedTuple):
    """A form to fill in, with its lines in order and its signers."""

    id: str
    fields: tuple[str, ...]
    """Facts and items of the flow."""
    sign: tuple[str, ...] = ()
    signatures: tuple[tuple[str, str], ...] = ()
    """Signers whose signature is an item of the flow, each with that item; one may have several."""


class Embargo(NamedTuple):
    """A channel lock: the media closed for a case that has entered this flow."""

    via: tuple[str, ...]
    until: tuple[str, ...]
    """The facts that lift it; one is enough."""


class Flow(NamedTuple):
    """A guided procedure: a directed graph of steps."""

    id: str
    digest: str
    source: str
    roles: tuple[str, ...]
    stages: tuple[str, ...]
    facts: Mapping[str, FactSpec]
    deadlines: tuple[Deadline, ...]
    steps: Mapping[str, Step]
    first: str
    on_home: bool
    timed: bool = False
    """Whether it has a deadline or a step with a due time."""
    forms: tuple[FlowForm, ...] = ()
    embargo: Embargo | None = None
    rules: int = 1
    """The rules on values that its cases follow; `VALUE_RULES` for one compiled now."""
    priority: tuple[tuple[str, tuple[Test, ...]], ...] = ()
    """For ranks of `RANKS`, the highest first, what must hold for a case to have it."""

    def key(self, fact: str) -> str:
        """Return the name under which a case keeps this flow's fact."""
        return fact if self.facts[fact].shared else f"{self.id}.{fact}"

    def runs(self) -> tuple[str, ...]:
        """Return the flows that steps of this one run."""
        return tuple(dict.fromkeys(step.run for step in self.steps.values() if step.run))


Flows = Mapping[str, Flow]


def flow_keeping(flows: Iterable[Flow], key: str) -> tuple[Flow, FactSpec] | None:
    """Return the first flow that keeps a fact under a key, and the fact; else None."""
    for flow in flows:
        name = key.removeprefix(f"{flow.id}.")
        if name in flow.facts and flow.key(name) == key:
            return flow, flow.facts[name]
    return None


def closure(flows: Flows, flow: str) -> dict[str, Flow]:
    """Return a flow and every flow it can run, by id.

    Raises `KeyError` with the id of a flow that is missing.
    """
    flows_by_id: dict[str, Flow] = {}
    todo = [flow]
    while todo:
        current = todo.pop()
        if current not in flows_by_id:
            flows_by_id[current] = flows[current]
            todo.extend(flows[current].runs())
    return flows_by_id
