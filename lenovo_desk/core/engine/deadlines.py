"""Compute what an event does to the promises of a case; the event records the result."""

from collections.abc import Iterator

from lenovo_desk.core.engine.gates import judge, value_of
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.case import Case, Promise
from lenovo_desk.core.model.events import Act, DeadlineMark
from lenovo_desk.core.model.flow import Deadline, Flow, Flows, Gate, StepDue
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
        names |= {fact for fact in flow.facts if any(flow.key(fact) == key for key, _ in act.sets)}
        if before.here.top.flow == flow.id:
            goto = next(c.goto for c in flow.steps[act.step].choices if c.id == act.choice)
            names |= {act.choice, f"{act.step}.{act.choice}", goto}
    elif isinstance(act, ev.FactRecorded):
        names |= {fact for fact in flow.facts if flow.key(fact) == act.fact}
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
        starts = starts and value_of(flow, before, line.start) is None
    renewed = ends and line.every
    if not (starts or renewed) or not judge(flow, after, Gate(when=line.when), at).open:
        if promise and running and not ends:
            yield from pause_marks(after, key, promise, pausing, at)
        return
    base = _base(flow, after, line.start, at) if starts else at.utc
    if promise and running and not ends and _ran_out(promise, at):
        yield ended_mark(after, key, promise, "kept", at)
    mark = started_mark(after, key, base, line)
    yield mark
    if pausing:
        yield mark._replace(what="paused")


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
        reentered = act.step if act.step in happened else ""
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
            if promise and promise.state == "running" and not left and _ran_out(promise, at):
                yield ended_mark(after, key, promise, "kept", at)
            base = _anchor(flow, after, name, due)
            if base is not None:
                yield DeadlineMark(key, "started", base + due.seconds, base, due.seconds)


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


# --- the arithmetic of a promise: when it is due, and how a pause moves that

_STATES = {"started": "running", "moved": "running", "paused": "paused"}


def promise_of(mark: DeadlineMark, at: Stamp) -> Promise:
    """Return the promise as a mark made at this moment leaves it."""
    state = _STATES.get(mark.what, mark.what)
    return Promise(state, mark.due, mark.base, mark.seconds, at, mark.worked)


def started_mark(case: Case, key: str, base: float, line: Deadline) -> DeadlineMark:
    """Return the mark that starts the clock of a deadline.

    `base` is the start in seconds since 1970 UTC. A term that the desk sets itself replaces the
    flow's.
    """
    work, seconds, days = line.work, line.seconds, line.days
    if key in case.times:
        from lenovo_desk.core.time.calendar import parse_term

        if term := parse_term(case.times[key]):
            work = term.clock == "work" if term.clock else work
            seconds, days = term.seconds, term.days
    if work and case.calendar:
        from lenovo_desk.core.time.calendar import Term, due_after, parse_calendar

        if calendar := parse_calendar(case.calendar):
            due, worked = due_after(calendar, base, Term(seconds, days), case.zone)
            return _mark(key, "started", base, due, worked)
    return _mark(key, "started", base, base + (seconds or days * 86400))


def ended_mark(case: Case, key: str, promise: Promise, outcome: str, at: Stamp) -> DeadlineMark:
    """Return the mark of a promise that ends now; a pause does not count as delay.

    `outcome` is what becomes of it, unless it is overdue: then it is `missed`.
    """
    mark = DeadlineMark(key, outcome, promise.due, promise.base, promise.seconds, promise.worked)
    if promise.state == "paused" and at.utc > promise.at.utc:
        mark = _moved(case, key, promise, at)._replace(what=outcome)
    return mark._replace(what="missed") if at.utc > mark.due else mark


def pause_marks(
    case: Case, key: str, promise: Promise, pausing: bool, at: Stamp
) -> Iterator[DeadlineMark]:
    """Yield the mark that pauses or resumes a promise, if its state changes."""
    if pausing and promise.state == "running":
        yield DeadlineMark(
            key, "paused", promise.due, promise.base, promise.seconds, promise.worked
        )
    elif not pausing and promise.state == "paused":
        yield _moved(case, key, promise, at)


def _moved(case: Case, key: str, promise: Promise, at: Stamp) -> DeadlineMark:
    """Return the mark of a resumed promise.

    It has as much time left as when it paused. A promise that was overdue when it paused stays
    overdue by the same time.
    """
    since, due = promise.at.utc, promise.due
    if promise.worked and since < due:
        from lenovo_desk.core.time.calendar import Term, due_after, parse_calendar, worked

        if calendar := parse_calendar(case.calendar):
            left = worked(calendar, since, due, case.zone)
            resumed_due, _ = due_after(calendar, max(since, at.utc), Term(round(left)), case.zone)
            return _mark(key, "moved", due, max(due, resumed_due), left)
    pause = max(0.0, at.utc - since)
    return _mark(key, "moved", due, due + pause, promise.worked)


def _mark(key: str, what: str, base: float, due: float, worked: float = 0.0) -> DeadlineMark:
    seconds = due - base
    return DeadlineMark(key, what, base + seconds, base, seconds, worked)
