"""Gates: which lines of a step are hidden or locked, and why. `when` hides, `needs` locks."""

from collections.abc import Iterator

from lenovo_desk.core.engine.consents import fallen, signed_otherwise, stands
from lenovo_desk.core.engine.moment_bounds import misfit
from lenovo_desk.core.model.case import Case, Visit, effective, flow_here, standing, step_here
from lenovo_desk.core.model.country import local_of
from lenovo_desk.core.model.derivations import DERIVATIONS, SETTING
from lenovo_desk.core.model.flow import (
    FactSpec,
    Flow,
    Flows,
    Gate,
    Test,
    Wait,
)
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Elapsed, Stamp, elapsed

RESULT = "result"
"""The name in a `when` for how the flow that ran inside this step ended."""


class Verdict(NamedTuple):
    """The state of a line behind a gate: hidden, locked or open."""

    hidden: bool = False
    reasons: tuple[Reason, ...] = ()
    """Why it is locked; empty when it is not."""

    @property
    def open(self) -> bool:
        """Whether the line can be used."""
        return not (self.hidden or self.reasons)


def value_of(
    flow: Flow, case: Case, fact: str, inside: frozenset[str] = frozenset()
) -> Value | None:
    """Return the current value of a fact, recorded or derived; None when it has none.

    An answer whose `when` has become false counts as not recorded. `inside` are the facts on whose
    `when` or bounds this one is read, so that a circle of them ends.
    """
    if fact == RESULT:
        return case.here.result or None
    spec = flow.facts.get(fact)
    if spec is None:
        return None
    if spec.gate.when and flow.rules > 1 and fact not in inside:
        around = inside | {fact}
        if any(_match(flow, case, test, around) is False for test in spec.gate.when):
            return None
    if not spec.derive:
        return _recorded(flow, case, spec, inside | {fact})
    if spec.derive == SETTING:
        return case.settings.get(spec.id) or "no"
    values = [value_of(flow, case, name, inside) for name in spec.of]
    derivation, local = DERIVATIONS[spec.derive], local_of(case)
    if any(value is None for value in values) or not local.keys() >= set(derivation.local):
        return None
    value = derivation.compute(*values, *(local[name] for name in derivation.local))
    if value is not None and spec.options and value not in spec.options:
        return derivation.older.get(value, value)
    return value


def valid_facts(flows: Flows, case: Case) -> dict[str, Value]:
    """Return the values that count now by fact key, without answers whose `when` is false."""
    return {key: value for key, value in standing(case).items() if is_valid(flows, case, key)}


def is_valid(flows: Flows, case: Case, key: str) -> bool:
    """Return whether the recorded value of a fact counts now in a flow of the case that has it.

    Its `when` may hang on a value that is forgotten; it counts then.
    """
    keepers = [
        (flow, spec)
        for flow in map(flows.__getitem__, case.digests)
        if (spec := flow.facts.get(key.removeprefix(f"{flow.id}."))) and flow.key(spec.id) == key
    ]
    try:
        values = [value_of(flow, case, spec.id) for flow, spec in keepers]
    except (ArithmeticError, ValueError):
        return True
    return not keepers or any(value is not None for value in values)


def _recorded(flow: Flow, case: Case, spec: FactSpec, inside: frozenset[str]) -> Value | None:
    """Return the recorded value of a fact; None for a moment that no longer fits others.

    Bounds to the facts `inside`, which are being read on behalf of this one, are not asked.
    """
    entry = effective(case, flow.key(spec.id))
    if entry is None or entry.value is None:
        return None

    def limit(name: str) -> Value | None:
        return None if name in inside else value_of(flow, case, name, inside)

    bounded = bool(spec.not_before or spec.not_after) and not entry.visit
    return None if bounded and misfit(spec, entry.value, case.zone, limit) else entry.value


def missing_for(flow: Flow, fact: str, case: Case) -> str:
    """Return the id of the fact to record: this one, or one it derives from."""
    spec = flow.facts.get(fact)
    for name in spec.of if spec else ():
        if value_of(flow, case, name) is None:
            return missing_for(flow, name, case)
    return fact


def judge(flow: Flow, case: Case, gate: Gate, at: Stamp) -> Verdict:
    """Return the state of a line behind a gate, with every reason that locks it."""
    unknown = []
    for test in gate.when:
        outcome = _match(flow, case, test)
        if outcome is False:
            return Verdict(hidden=True)
        if outcome is None:
            unknown.append(_lacking(flow, case, missing_for(flow, test.fact, case)))
    reasons = [*unknown]
    for need in gate.needs:
        reason = unmet(flow, case, need, at)
        if reason:
            reasons.append(reason)
    return Verdict(reasons=tuple(dict.fromkeys(reasons)))


def hidden_by(flow: Flow, case: Case, gate: Gate) -> str:
    """Return the id of the fact whose value hides a line; empty when no fact does."""
    tests = (test for test in gate.when if _match(flow, case, test) is False)
    return next((test.fact for test in tests if test.fact != RESULT), "")


def _match(flow: Flow, case: Case, test: Test, inside: frozenset[str] = frozenset()) -> bool | None:
    """Return whether a test holds; None when its fact has no value to compare."""
    value = value_of(flow, case, test.fact, inside)
    if test.known is not None:
        return (value is not None) == test.known
    if value is None:
        return None
    values = (value,) if isinstance(value, str) else value
    return any(part in test.any_of for part in values)


def unmet(flow: Flow, case: Case, need: str, at: Stamp) -> Reason | None:
    """Return why a need (the id of a fact, item or wait) is not met; None when it is."""
    if need in flow.facts:
        if value_of(flow, case, need) is None:
            return _missing(flow, case, missing_for(flow, need, case))
        return None
    for visit in reversed(case.trail):
        if visit.top.flow != flow.id:
            continue
        step = flow.steps[visit.top.step]
        if any(use.id == need for use in step.items):
            if visit.top.serial != _serial(flow, case):
                return Reason("needs_item", need)
            if stands(case, visit.serial, need):
                return None
            differing = fallen(case, visit.serial, need)
            return signed_otherwise(need, differing) if differing else Reason("needs_item", need)
        if step.wait and step.wait.id == need:
            left = step.wait.seconds - elapsed(visit.entered, at).seconds
            if visit.top.serial == _serial(flow, case) and left <= 0:
                return None
            return Reason("needs_wait", need, max(left, 0.0))
    is_wait = any(step.wait and step.wait.id == need for step in flow.steps.values())
    return Reason("needs_wait" if is_wait else "needs_item", need)


def _missing(flow: Flow, case: Case, fact: str) -> Reason:
    """Return the reason to record a fact, with the value that would show it."""
    spec = flow.facts.get(fact)
    for test in spec.gate.when if spec else ():
        if test.any_of and _match(flow, case, test) is False:
            return Reason("needs_fact_when", fact, detail=f"{test.fact}={test.any_of[0]}")
    return _lacking(flow, case, fact)


def _lacking(flow: Flow, case: Case, fact: str) -> Reason:
    """Return the reason to record a fact, or to make the choice that sets it.

    A fact that depends on the country lacks that one when all it derives from is recorded.
    """
    spec = flow.facts.get(fact)
    if spec and spec.derive and set(DERIVATIONS[spec.derive].local) - local_of(case).keys():
        return Reason("needs_setting", "country")
    return Reason("needs_choice" if spec and spec.chosen else "needs_fact", fact)


def _serial(flow: Flow, case: Case) -> str:
    for frame in reversed(case.here.stack):
        if frame.flow == flow.id:
            return frame.serial
    return ""


def running_wait(flows: Flows, case: Case, at: Stamp) -> tuple[Wait, Elapsed] | None:
    """Return the wait of this step and the time since its entry; None without a wait."""
    wait = step_here(flows, case).wait
    return (wait, elapsed(case.here.entered, at)) if wait else None


def embargo(flows: Flows, case: Case, via: str) -> Reason | None:
    """Return the reason why a channel lock closes a medium; None while it is open.

    The lock of a flow holds in all flows of the case until a fact that lifts it is recorded. Agents
    who entered the flow by mistake lift it by stepping back out of the flow, but not once they have
    made a choice in it.
    """
    for flow in _forbidding(flows, case):
        if flow.embargo and via in flow.embargo.via:
            return Reason("embargo", flow.embargo.until[0])
    return None


def _forbidding(flows: Flows, case: Case) -> Iterator[Flow]:
    """Yield the flows whose channel lock holds."""
    for name in case.digests:
        flow = flows[name]
        if flow.embargo is None:
            continue
        lifted = any(value_of(flow, case, fact) is not None for fact in flow.embargo.until)
        frames = (frame.flow for visit in case.trail for frame in visit.stack)
        worked = (move.flow for move in case.path if move.choice not in ("<", "(", ")"))
        if not lifted and (name in frames or name in worked):
            yield flow


def worded_by(flows: Flows, case: Case, reason: Reason) -> str:
    """Return the id of the flow whose wording applies to a reason."""
    current = flow_here(flows, case).id
    if reason.code == "embargo":
        for flow in _forbidding(flows, case):
            if flow.embargo and reason.id in flow.embargo.until:
                return flow.id
    if reason.code == "personal_in_public":
        return next(
            (name for name in (current, *case.digests) if reason.id in flows[name].facts), current
        )
    opened = (frame.flow for frame in reversed(case.here.stack))
    fact = reason.id.partition(".")[0]
    return next((name for name in opened if _names(flows[name], fact)), current)


def _names(flow: Flow, name: str) -> bool:
    """Return whether a flow has a fact, an item or a wait of this name."""
    steps = flow.steps.values()
    return name in flow.facts or any(
        any(use.id == name for use in step.items) or (step.wait and step.wait.id == name)
        for step in steps
    )


def open_fact(flows: Flows, case: Case, name: str) -> tuple[Flow, FactSpec] | None:
    """Return the innermost open flow that has a fact, and the fact; else None.

    `name` is the fact's id or key.
    """
    for frame in reversed(case.here.stack):
        flow = flows[frame.flow]
        short = name.removeprefix(f"{flow.id}.")
        if short in flow.facts:
            return flow, flow.facts[short]
    return None


def fact_verdict(flows: Flows, case: Case, name: str, at: Stamp) -> Verdict:
    """Return whether a fact can be recorded; every open flow that has it must allow it."""
    match = open_fact(flows, case, name)
    if match is None:
        return Verdict(reasons=(Reason("unknown_fact", name),))
    key = match[0].key(match[1].id)
    verdicts = []
    for frame in case.here.stack:
        flow = flows[frame.flow]
        spec = flow.facts.get(match[1].id)
        if spec and flow.key(spec.id) == key:
            verdicts.append(judge(flow, case, spec.gate, at))
    inner = flow_here(flows, case)
    for use in step_here(flows, case).facts:
        if inner.key(use.id) == key:
            verdicts.append(judge(inner, case, use.gate, at))
    return Verdict(
        any(verdict.hidden for verdict in verdicts),
        tuple(dict.fromkeys(reason for verdict in verdicts for reason in verdict.reasons)),
    )


def visit_of(case: Case, stack: tuple[object, ...]) -> Visit | None:
    """Return the latest visit on the trail with exactly this stack; None without one."""
    return next((visit for visit in reversed(case.trail) if visit.stack == stack), None)
