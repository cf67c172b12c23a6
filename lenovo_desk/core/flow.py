"""A flow as the engine knows it: structure only, no wording."""

from collections.abc import Mapping
from typing import Any

from lenovo_desk.core.records import NamedTuple

Plain = dict[str, Any]
"""A structure of dicts, lists and strings, as JSON carries it."""

VIAS = ("call", "in_person", "sms", "public", "private", "ticket")
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


class Line(NamedTuple):
    """A phrase of a step and the medium it goes by."""

    phrase: str
    via: str
    gate: Gate = OPEN


class Use(NamedTuple):
    """An item to tick or a fact to record at a step."""

    id: str
    gate: Gate = OPEN


class Wait(NamedTuple):
    """No earlier than: seconds from the step's entry."""

    id: str
    seconds: int


class Due(NamedTuple):
    """No later than: so many seconds before or after a recorded time, or after entry."""

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
    """Facts that must be recorded anew after this choice; earlier values are kept."""
    park: int = 0
    """Seconds after which a case parked by this choice is due; 0: the case goes on."""


class Step(NamedTuple):
    """One screen of a flow."""

    id: str
    stage: str = ""
    say: tuple[Line, ...] = ()
    items: tuple[Use, ...] = ()
    facts: tuple[Use, ...] = ()
    wait: Wait | None = None
    due: Due | None = None
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
    shared: bool = False
    """Whether the fact is known by one name to all flows of a case."""
    gate: Gate = OPEN


class Deadline(NamedTuple):
    """A promise: until `until` happens, no later than so many seconds after `start`."""

    id: str
    seconds: int
    start: str
    until: str
    when: tuple[Test, ...] = ()
    pause: tuple[str, ...] = ()
    every: bool = False
    """Whether a new period begins each time it is kept."""


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

    def key(self, fact: str) -> str:
        """Return the name under which a case keeps this flow's fact."""
        return fact if self.facts[fact].shared else f"{self.id}.{fact}"

    def runs(self) -> tuple[str, ...]:
        """Return the flows that steps of this one run."""
        return tuple(dict.fromkeys(step.run for step in self.steps.values() if step.run))


Flows = Mapping[str, Flow]


def closure(flows: Flows, flow: str) -> dict[str, Flow]:
    """Return a flow and every flow it can come to run, by id; KeyError when one is missing."""
    found: dict[str, Flow] = {}
    todo = [flow]
    while todo:
        current = todo.pop()
        if current not in found:
            found[current] = flows[current]
            todo.extend(flows[current].runs())
    return found


def _tests(plain: Plain) -> tuple[Test, ...]:
    tests = []
    for fact, wanted in plain.items():
        if isinstance(wanted, dict):
            tests.append(Test(fact, known=bool(wanted["known"])))
        else:
            tests.append(Test(fact, tuple(wanted)))
    return tuple(tests)


def _gate(plain: Plain) -> Gate:
    when, needs = plain.get("when"), plain.get("needs")
    if not when and not needs:
        return OPEN
    return Gate(_tests(when or {}), tuple(needs or ()))


def _spec(name: str, plain: Plain) -> FactSpec:
    return FactSpec(
        id=name,
        kind=plain.get("type", "text"),
        options=tuple(plain.get("options", ())),
        unit=plain.get("unit", ""),
        min=plain.get("min", ""),
        max=plain.get("max", ""),
        personal=plain.get("personal", False),
        many=plain.get("many", False),
        rows=tuple(_spec(key, row) for key, row in plain.get("rows", {}).items()),
        derive=plain.get("derive", ""),
        of=tuple(plain.get("of", ())),
        shared=plain.get("shared", False),
        gate=_gate(plain),
    )


def _step(name: str, plain: Plain) -> Step:
    wait, due = plain.get("wait"), plain.get("due")
    return Step(
        id=name,
        stage=plain.get("stage", ""),
        say=tuple(Line(line["phrase"], line["via"], _gate(line)) for line in plain.get("say", ())),
        items=tuple(Use(key, _gate(use)) for key, use in plain.get("items", {}).items()),
        facts=tuple(Use(key, _gate(use)) for key, use in plain.get("facts", {}).items()),
        wait=Wait(wait["id"], wait["for"]) if wait else None,
        due=Due(due["seconds"], due.get("anchor", "")) if due else None,
        run=plain.get("run", ""),
        choices=tuple(
            Choice(
                key,
                choice["goto"],
                _gate(choice),
                tuple(choice.get("set", {}).items()),
                tuple(choice.get("again", ())),
                choice.get("park", 0),
            )
            for key, choice in plain.get("choices", {}).items()
        ),
        end=plain.get("end", ""),
    )


def structure_text(structure: Plain) -> str:
    """Return the one JSON text of a plain structure: its own order, no white space."""
    import json

    return json.dumps(structure, ensure_ascii=False, separators=(",", ":"))


def structure_digest(structure: Plain) -> str:
    """Return the digest by which a case names the structure it began with: 32 hex digits."""
    import hashlib

    return hashlib.sha256(structure_text(structure).encode()).hexdigest()[:32]


def flow_from_plain(plain: Plain, digest: str) -> Flow:
    """Return the flow that a checked plain structure describes.

    `plain` has `flow`, `source`, `roles`, `stages`, `facts`, `deadlines`, `steps`, `start`;
    durations are whole seconds, `when` values are lists of strings or `{known: bool}`, items and
    facts of a step are mappings from id to their gate.
    """
    return Flow(
        id=plain["flow"],
        digest=digest,
        source=plain.get("source", ""),
        roles=tuple(plain.get("roles", ())),
        stages=tuple(plain.get("stages", ())),
        facts={key: _spec(key, spec) for key, spec in plain.get("facts", {}).items()},
        deadlines=tuple(
            Deadline(
                key,
                line["seconds"],
                line["from"],
                line["until"],
                _tests(line.get("when", {})),
                tuple(line.get("pause", ())),
                line.get("every", False),
            )
            for key, line in plain.get("deadlines", {}).items()
        ),
        steps={key: _step(key, step) for key, step in plain["steps"].items()},
        first=next(iter(plain["steps"])),
        on_home=plain.get("start", True),
        timed=bool(plain.get("deadlines")) or any("due" in s for s in plain["steps"].values()),
    )
