"""Compute what an event does to the promises of a case; the event records the result."""

from collections.abc import Iterator

from lenovo_desk.core.engine.gates import judge, value_of
from lenovo_desk.core.engine.promise_arithmetic import (
    ended_mark,
    moved_mark,
    pause_marks,
    promise_of,
    started_mark,
)
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.case import Case, Promise, effective
from lenovo_desk.core.model.events import Act, DeadlineMark
from lenovo_desk.core.model.flow import (
    VALUE_RULES,
    Deadline,
    Flow,
    Flows,
    Gate,
    StepDue,
    flow_keeping,
)
from lenovo_desk.core.time.clock import Stamp


def deadline_marks(
    flows: Flows, before: Case, after: Case, act: Act, at: Stamp
) -> tuple[DeadlineMark, ...]:
    """Return what an act does to the case's deadlines, in order.

    `before` is the case without the act, `after` the case with the act folded in.
    """
    if isinstance(act, ev.CaseClosed):
        return tuple(
            ended_mark(after, key, promise, "dropped", at)
            for key, promise in after.promises.items()
            if promise.state in ("running", "paused")
        )
    marks: list[DeadlineMark] = []
    names = {frame.flow for case in (before, after) for v in case.trail[-1:] for frame in v.stack}
    for name in sorted(names):
        flow = flows[name]
        if not flow.timed:
            continue
        happened = _happened(flow, before, after, act)
        for deadline in flow.deadlines:
            marks += _deadline(flow, before, after, deadline, act, happened, at)
        marks += _dues(flow, before, after, act, happened, at)
        if _over(flow, after, act):
            marks += _dropped(flow, after, marks, at)
    return tuple(marks)


def _over(flow: Flow, after: Case, act: Act) -> bool:
    """Return whether a flow that ran inside another has reached its end."""
    can_end = isinstance(act, ev.ChoiceMade) or (isinstance(act, ev.FlowLeft) and act.result)
    return bool(can_end) and all(frame.flow != flow.id for frame in after.here.stack)


def _dropped(flow: Flow, after: Case, marks: list[DeadlineMark], at: Stamp) -> list[DeadlineMark]:
    """Return the marks that drop the open promises of a finished flow.

    Nobody can keep them any more.
    """
    promises = dict(after.promises)
    for mark in marks:
        promises[mark.deadline] = promise_of(mark, at)
    return [
        ended_mark(after, key, promise, "dropped", at)
        for key, promise in promises.items()
        if key.startswith(f"{flow.id}.") and promise.state in ("running", "paused")
    ]


def _happened(flow: Flow, before: Case, after: Case, act: Act) -> set[str]:
    """Return the ids of the flow's facts, items, steps and choices touched by an act.

    Stepping back touches none: it neither keeps a promise nor starts one.
    """
    if isinstance(act, ev.SteppedBack):
        return set()
    names = _standing(flow, after) - _standing(flow, before)
    if isinstance(act, ev.ChoiceMade):
        matches = (flow_keeping((flow,), key) for key, _ in act.sets)
        names |= {match[1].id for match in matches if match}
        if before.here.top.flow == flow.id:
            goto = next(c.goto for c in flow.steps[act.step].choices if c.id == act.choice)
            names |= {act.choice, f"{act.step}.{act.choice}", goto}
    elif isinstance(act, ev.FactRecorded):
        match = flow_keeping((flow,), act.fact)
        names |= {match[1].id} if match else set()
    elif isinstance(act, ev.ItemTicked) and act.on and before.here.top.flow == flow.id:
        names.add(act.item)
    return names


def _standing(flow: Flow, case: Case) -> set[str]:
    """Return the steps of a flow that the case is at, with hosts of inner flows."""
    if not case.trail:
        return set()
    return {frame.step for frame in case.here.stack if frame.flow == flow.id}


def _deadline(
    flow: Flow, before: Case, after: Case, line: Deadline, act: Act, happened: set[str], at: Stamp
) -> Iterator[DeadlineMark]:
    key = f"{flow.id}.{line.id}"
    promise = before.promises.get(key)
    running = promise is not None and promise.state in ("running", "paused")
    pausing = bool(_standing(flow, after) & set(line.pause))
    ends = promise is not None and running and line.until in happened
    if promise and ends:
        yield ended_mark(after, key, promise, "kept", at)
    starts = line.start in happened and (ends or not running or line.start in flow.facts)
    if isinstance(act, ev.FactRecorded) and promise and not running and not ends:
        # A time corrected after the promise was kept or missed starts no new promise.
        starts = starts and _begun_anew(flow, before, line.start)
    renewed = ends and line.every
    if not (starts or renewed) or not judge(flow, after, Gate(when=line.when), at).open:
        if promise and running and not ends:
            yield from pause_marks(after, key, promise, pausing, at)
        return
    base = _base(flow, after, line.start, at) if starts else at.utc
    mark = started_mark(after, key, base, line)
    if promise and running and not ends:
        if _held(flow, act) and ends_later(after, promise, mark, at):
            yield from pause_marks(after, key, promise, pausing, at)
            return
        if _ran_out(promise, at):
            yield ended_mark(after, key, promise, "kept", at)
    yield mark
    if pausing:
        yield mark._replace(what="paused")


def _begun_anew(flow: Flow, case: Case, fact: str) -> bool:
    """Return whether a fact awaits a value for a new promise.

    It does when it was never recorded, and when a choice asked for it again; one that the agent
    took out is only being corrected.
    """
    entry = effective(case, flow.key(fact)) if fact in flow.facts else None
    return entry is None or (entry.value is None and entry.visit != 0)


def _held(flow: Flow, act: Act) -> bool:
    """Return whether an act cannot make a running promise end later: a choice made once more.

    Cases of older flows keep the rule that they began with, which let it.
    """
    return flow.rules >= VALUE_RULES and isinstance(act, ev.ChoiceMade)


def ends_later(case: Case, promise: Promise, mark: DeadlineMark, at: Stamp) -> bool:
    """Return whether a mark makes a running or paused promise end later than it would."""
    due = promise.due
    if promise.state == "paused":
        due = moved_mark(case, mark.deadline, promise, at).due
    return mark.due > due + 0.5


def moved_later(
    flows: Flows, case: Case, act: ev.FactRecorded, marks: tuple[DeadlineMark, ...], at: Stamp
) -> str:
    """Return the first running promise that a typed time makes end later; empty without one.

    A promise that the same time keeps, and one of a flow with older rules, does not count.
    """
    for mark in marks:
        promise = case.promises.get(mark.deadline)
        if mark.what != "started" or not promise or promise.state not in ("running", "paused"):
            continue
        name, _, line = mark.deadline.partition(".")
        flow = flows[name]
        keeps = any(
            deadline.id == line
            and deadline.until in flow.facts
            and flow.key(deadline.until) == act.fact
            for deadline in flow.deadlines
        )
        if flow.rules >= VALUE_RULES and not keeps and ends_later(case, promise, mark, at):
            return mark.deadline
    return ""


def _ran_out(promise: Promise, at: Stamp) -> bool:
    """Return whether a promise ran out while it was running.

    A new time does not undo that. A promise already overdue when it started is not counted: its
    time was wrong and is now corrected.
    """
    return promise.state == "running" and promise.at.utc <= promise.due < at.utc


def _base(flow: Flow, case: Case, name: str, at: Stamp) -> float:
    """Return the moment when a clock starts: the recorded time, or else now.

    It is in seconds since 1970 UTC.
    """
    if name in flow.facts and flow.facts[name].kind in ("date", "datetime"):
        moment = _recorded(flow, case, name)
        return at.utc if moment is None else moment
    return at.utc


def _recorded(flow: Flow, case: Case, fact: str) -> float | None:
    """Return the moment recorded for a fact in seconds since 1970 UTC; None without one."""
    value = value_of(flow, case, fact)
    if not isinstance(value, str):
        return None
    from lenovo_desk.core.time.moments import seconds_of

    return seconds_of(value, case.zone)


def _dues(
    flow: Flow, before: Case, after: Case, act: Act, happened: set[str], at: Stamp
) -> Iterator[DeadlineMark]:
    """Yield the marks of steps that have a due time."""
    before_steps, after_steps, reentered = _standing(flow, before), _standing(flow, after), ""
    if isinstance(act, ev.ChoiceMade) and before.here.top.flow == flow.id:
        stays = act.step in happened and flow.rules < VALUE_RULES
        reentered = act.step if stays else ""
    abandoned = isinstance(act, ev.SteppedBack) or (isinstance(act, ev.FlowLeft) and not act.result)
    for name in sorted(before_steps | after_steps):
        due, key = flow.steps[name].due, f"{flow.id}.{name}"
        if due is None:
            continue
        promise = before.promises.get(key)
        left = name not in after_steps or name == reentered
        if left and promise and promise.state == "running":
            mark = ended_mark(after, key, promise, "kept", at)
            yield mark._replace(what="dropped") if abandoned else mark
        if name in after_steps and (left or name not in before_steps or due.anchor in happened):
            base = _anchor(flow, after, name, due)
            if promise and not due.anchor and _same_way(flow, before, name, promise, act):
                base = min(base if base is not None else at.utc, promise.base)
            start = base if base is not None else at.utc
            mark = DeadlineMark(key, "started", start + due.seconds, start, due.seconds)
            if promise and promise.state == "running" and not left:
                if _held(flow, act) and ends_later(after, promise, mark, at):
                    continue
                if _ran_out(promise, at):
                    yield ended_mark(after, key, promise, "kept", at)
            if base is not None:
                yield mark


def _same_way(flow: Flow, before: Case, step: str, promise: Promise, act: Act) -> bool:
    """Return whether a choice made once more leads to a step that was stepped back from.

    The step is due when it was due then: parking in between begins nothing anew.
    """
    if promise.state != "dropped" or not _held(flow, act) or not isinstance(act, ev.ChoiceMade):
        return False
    moves = [(move.flow, move.step, move.choice) for move in before.path]
    back = [move.at for move in before.path if move[1:] == (flow.id, step, "<")]
    return promise.at in back and (flow.id, act.step, act.choice) in moves


def _anchor(flow: Flow, case: Case, step: str, due: StepDue) -> float | None:
    """Return the moment that a step's due time counts from: a recorded time or the step's entry.

    It is in seconds since 1970 UTC; None while the time is not recorded.
    """
    if due.anchor:
        return _recorded(flow, case, due.anchor)
    entered = case.here.entered
    for visit in reversed(case.trail):
        if all((frame.flow, frame.step) != (flow.id, step) for frame in visit.stack[:-1]):
            break
        entered = visit.entered
    return entered.utc
