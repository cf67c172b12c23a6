"""A flow as the engine knows it: structure only, no wording."""

from collections.abc import Iterable, Mapping
from typing import Any

from lenovo_desk.core.named_tuple import NamedTuple

Plain = dict[str, Any]
"""A structure of dicts, lists and strings, as JSON carries it."""

VIAS = ("call", "in_person", "sms", "public", "private", "ticket")
WRITTEN = ("sms", "public", "private", "ticket")
"""The media that are writing."""
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


class Test(NamedTuple):
    """One key of a `when`: the fact must have one of these values, or be (un)recorded."""

    fact: str
    any_of: tuple[str, ...] = ()
    known: bool | None = None


class Gate(NamedTuple):
    """`when` hides, `needs` locks."""

    when: tuple[Test, ...] = ()
    needs: tuple[str, ...] = ()


OPEN = Gate()


class PhraseLine(NamedTuple):
    """A phrase of a step and the medium it goes by."""

    phrase: str
    via: str
    gate: Gate = OPEN


class Use(NamedTuple):
    """An item to tick or a fact to record at a step."""

    id: str
    gate: Gate = OPEN


class Wait(NamedTuple):
    """A step that may not be left before some seconds after its entry."""

    id: str
    seconds: int


class StepDue(NamedTuple):
    """A due time of a step: relative to a recorded time or to its entry."""

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
    """Seconds after which a case parked by this choice is due; 0: the case goes on."""


class Step(NamedTuple):
    """One screen of a flow."""

    id: str
    stage: str = ""
    say: tuple[PhraseLine, ...] = ()
    items: tuple[Use, ...] = ()
    facts: tuple[Use, ...] = ()
    wait: Wait | None = None
    due: StepDue | None = None
    run: str = ""
    """Another flow worked inside this step; its end is this step's `result`."""
    choices: tuple[Choice, ...] = ()
    end: str = ""
    """The disposition of the case here, or the result when this flow runs inside another."""

    @property
    def bare(self) -> bool:
        """Whether nothing is to be said, ticked or recorded here."""
        return not (self.say or self.items or self.facts)


class FactSpec(NamedTuple):
    """What a fact may hold."""

    id: str
    kind: str = "text"
    options: tuple[str, ...] = ()
    unit: str = ""
    min: str = ""
    max: str = ""
    personal: bool = False
    many: bool = False
    rows: tuple["FactSpec", ...] = ()
    derive: str = ""
    of: tuple[str, ...] = ()
    chosen: bool = False
    """Whether only choices set it: it cannot be typed."""
    shared: bool = False
    """Whether all flows of a case share it under one name."""
    gate: Gate = OPEN


class Deadline(NamedTuple):
    """A promise: `until` must happen within `seconds` of `start`."""

    id: str
    seconds: int
    start: str
    until: str
    when: tuple[Test, ...] = ()
    pause: tuple[str, ...] = ()
    every: bool = False
    """Whether a new period begins each time it is kept."""
    work: bool = False
    """Whether it runs in working time only; otherwise day and night."""
    days: int = 0
    """Working days, counted in place of seconds."""


class FlowForm(NamedTuple):
    """A form to fill in: what it asks for in the order of its lines, and who signs it."""

    id: str
    fields: tuple[str, ...]
    """Facts and items of the flow."""
    sign: tuple[str, ...] = ()


class Embargo(NamedTuple):
    """A channel lock: media locked for a case that entered this flow, until it is cleared."""

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
    """Whether it promises any time: a deadline, or a step that is due."""
    forms: tuple[FlowForm, ...] = ()
    embargo: Embargo | None = None

    def key(self, fact: str) -> str:
        """Return the name under which a case keeps this flow's fact."""
        return fact if self.facts[fact].shared else f"{self.id}.{fact}"

    def runs(self) -> tuple[str, ...]:
        """Return the flows that steps of this one run."""
        return tuple(dict.fromkeys(step.run for step in self.steps.values() if step.run))


Flows = Mapping[str, Flow]


def flow_keeping(flows: Iterable[Flow], key: str) -> tuple[Flow, FactSpec] | None:
    """Return the first of some flows that keeps a fact under a key, and the fact."""
    for flow in flows:
        name = key.removeprefix(f"{flow.id}.")
        if name in flow.facts and flow.key(name) == key:
            return flow, flow.facts[name]
    return None


def closure(flows: Flows, flow: str) -> dict[str, Flow]:
    """Return a flow and every flow it can run, by id. Raises `KeyError` when one is missing."""
    flows_by_id: dict[str, Flow] = {}
    todo = [flow]
    while todo:
        current = todo.pop()
        if current not in flows_by_id:
            flows_by_id[current] = flows[current]
            todo.extend(flows[current].runs())
    return flows_by_id
