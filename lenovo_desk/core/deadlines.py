"""What an event does to the promises of a case: worked out once and recorded."""

from collections.abc import Iterator

from lenovo_desk.core import events as ev
from lenovo_desk.core.case import Case, Promise
from lenovo_desk.core.clock import Stamp
from lenovo_desk.core.events import Act, Mark
from lenovo_desk.core.flow import Deadline, Due, Flow, Flows
from lenovo_desk.core.gates import judge, value_of
from lenovo_desk.core.flow import Gate
from lenovo_desk.core.moments import seconds_of


def marks(flows: Flows, before: Case, after: Case, act: Act, at: Stamp) -> tuple[Mark, ...]:
    """Return what an act, already folded into `after`, does to the case's deadlines."""
    if isinstance(act, ev.CaseClosed):
        return tuple(
            Mark(key, "missed" if p.due < at.utc else "dropped", p.due, p.base, p.seconds)
            for key, p in after.promises.items()
            if p.state in ("running", "paused")
        )
    found: dict[str, Mark] = {}
    names = {frame.flow for case in (before, after) for v in case.trail[-1:] for frame in v.stack}
    for name in sorted(names):
        flow = flows[name]
        happened = _happened(flow, before, after, act)
        for deadline in flow.deadlines:
            for mark in _deadline(flow, before, after, deadline, happened, at):
                found[mark.deadline] = mark
        for mark in _dues(flow, before, after, act, happened, at):
            found[mark.deadline] = mark
    return tuple(found.values())


def _happened(flow: Flow, before: Case, after: Case, act: Act) -> set[str]:
    """Return the ids, among a flow's facts, items, steps and choices, that this act touched."""
    names = _standing(flow, after) - _standing(flow, before)
    if isinstance(act, ev.ChoiceMade) and before.here.top.flow == flow.id:
        names |= {act.choice, f"{act.step}.{act.choice}"}
        names |= {fact for fact in flow.facts if any(flow.key(fact) == key for key, _ in act.sets)}
        if before.trail and after.here.top.flow == flow.id:
            names.add(after.here.top.step)
    elif isinstance(act, ev.FactRecorded):
        names |= {fact for fact in flow.facts if flow.key(fact) == act.fact}
    elif isinstance(act, ev.ItemTicked) and act.on and before.here.top.flow == flow.id:
        names.add(act.item)
    return names


def _standing(flow: Flow, case: Case) -> set[str]:
    """Return the steps of a flow at which the case stands, hosts of inner flows included."""
    if not case.trail:
        return set()
    return {frame.step for frame in case.here.stack if frame.flow == flow.id}


def _deadline(
    flow: Flow, before: Case, after: Case, line: Deadline, happened: set[str], at: Stamp
) -> Iterator[Mark]:
    key = f"{flow.id}.{line.id}"
    promise = before.promises.get(key)
    running = promise is not None and promise.state in ("running", "paused")
    if promise and running and line.until in happened:
        what = "missed" if at.utc > promise.due else "kept"
        yield Mark(key, what, promise.due, promise.base, promise.seconds)
        if line.every:
            yield Mark(key, "started", at.utc + line.seconds, at.utc, line.seconds)
        return
    if line.start in happened and (not running or line.start in flow.facts):
        if judge(flow, after, Gate(when=line.when), at).open:
            base = _base(flow, after, line.start, at)
            yield Mark(key, "started", base + line.seconds, base, line.seconds)
        return
    if promise and running and line.pause:
        yield from _pause(key, promise, bool(_standing(flow, after) & set(line.pause)), at)


def _pause(key: str, promise: Promise, pausing: bool, at: Stamp) -> Iterator[Mark]:
    if pausing and promise.state == "running":
        yield Mark(key, "paused", promise.due, promise.base, promise.seconds)
    elif not pausing and promise.state == "paused":
        away = max(0.0, at.utc - promise.at.utc)
        yield Mark(key, "moved", promise.due + away, promise.due, away)


def _base(flow: Flow, case: Case, name: str, at: Stamp) -> float:
    """Return the moment from which a clock runs: the recorded time itself, or now."""
    if name in flow.facts and flow.facts[name].kind in ("date", "datetime"):
        value = value_of(flow, case, name)
        moment = seconds_of(value, case.zone) if isinstance(value, str) else None
        return at.utc if moment is None else moment
    return at.utc


def _dues(
    flow: Flow, before: Case, after: Case, act: Act, happened: set[str], at: Stamp
) -> Iterator[Mark]:
    """Yield the marks of steps that are due themselves."""
    was, now = _standing(flow, before), _standing(flow, after)
    for name in sorted(was | now):
        due = flow.steps[name].due
        if due is None:
            continue
        key = f"{flow.id}.{name}"
        promise = before.promises.get(key)
        if name not in now:
            if promise and promise.state == "running":
                kept = "missed" if at.utc > promise.due else "kept"
                what = "dropped" if isinstance(act, ev.SteppedBack) else kept
                yield Mark(key, what, promise.due, promise.base, promise.seconds)
        elif name not in was or due.anchor in happened:
            base = _anchor(flow, after, due, at)
            if base is not None:
                yield Mark(key, "started", base + due.seconds, base, due.seconds)


def _anchor(flow: Flow, case: Case, due: Due, at: Stamp) -> float | None:
    if not due.anchor:
        return at.utc
    value = value_of(flow, case, due.anchor)
    return seconds_of(value, case.zone) if isinstance(value, str) else None
