"""What an event does to the promises of a case, computed once and recorded."""

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
    """Return what an act, already folded into `after`, does to the case's deadlines, in order."""
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
    ended_one = isinstance(act, ev.ChoiceMade) or (isinstance(act, ev.FlowLeft) and act.result)
    return bool(ended_one) and all(frame.flow != flow.id for frame in after.here.stack)


def _dropped(flow: Flow, after: Case, marks: list[DeadlineMark], at: Stamp) -> list[DeadlineMark]:
    """Return the marks that drop the open promises of a finished flow: nobody can keep them."""
    promises = dict(after.promises)
    for mark in marks:
        promises[mark.deadline] = promise_of(mark, at)
    return [
        ended_mark(after, key, promise, "dropped", at)
        for key, promise in promises.items()
        if key.startswith(f"{flow.id}.") and promise.state in ("running", "paused")
    ]


def _happened(flow: Flow, before: Case, after: Case, act: Act) -> set[str]:
    """Return the ids, among a flow's facts, items, steps and choices, that this act touched.

    Stepping back touches none: it neither keeps a promise nor makes one.
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
    """Return the steps of a flow at which the case is, hosts of inner flows included."""
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
        # Its time is put right after the promise was kept or missed: no new one is made.
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
    """Return whether a promise ran out while it was running: a new time does not undo that.

    One that was already over when it started had a wrong time, which is now corrected.
    """
    return promise.state == "running" and promise.at.utc <= promise.due < at.utc


def _base(flow: Flow, case: Case, name: str, at: Stamp) -> float:
    """Return the moment from which a clock runs: the recorded time itself, or now."""
    if name in flow.facts and flow.facts[name].kind in ("date", "datetime"):
        moment = _recorded(flow, case, name)
        return at.utc if moment is None else moment
    return at.utc


def _recorded(flow: Flow, case: Case, fact: str) -> float | None:
    """Return the moment that a fact holds, in seconds since 1970 UTC."""
    value = value_of(flow, case, fact)
    if not isinstance(value, str):
        return None
    from lenovo_desk.core.time.moments import seconds_of

    return seconds_of(value, case.zone)


def _dues(
    flow: Flow, before: Case, after: Case, act: Act, happened: set[str], at: Stamp
) -> Iterator[DeadlineMark]:
    """Yield the marks of steps that are due themselves."""
    was, now, looped = _standing(flow, before), _standing(flow, after), ""
    if isinstance(act, ev.ChoiceMade) and before.here.top.flow == flow.id:
        looped = act.step if act.step in happened else ""
    given_up = isinstance(act, ev.SteppedBack) or (isinstance(act, ev.FlowLeft) and not act.result)
    for name in sorted(was | now):
        due, key = flow.steps[name].due, f"{flow.id}.{name}"
        if due is None:
            continue
        promise = before.promises.get(key)
        left = name not in now or name == looped
        if left and promise and promise.state == "running":
            mark = ended_mark(after, key, promise, "kept", at)
            yield mark._replace(what="dropped") if given_up else mark
        if name in now and (left or name not in was or due.anchor in happened):
            if promise and promise.state == "running" and not left and _ran_out(promise, at):
                yield ended_mark(after, key, promise, "kept", at)
            base = _anchor(flow, after, name, due)
            if base is not None:
                yield DeadlineMark(key, "started", base + due.seconds, base, due.seconds)


def _anchor(flow: Flow, case: Case, step: str, due: StepDue) -> float | None:
    """Return the moment from which a step's due time counts: a recorded time or its entry."""
    if due.anchor:
        return _recorded(flow, case, due.anchor)
    entered = case.here.entered
    for visit in reversed(case.trail):
        if all((frame.flow, frame.step) != (flow.id, step) for frame in visit.stack[:-1]):
            break
        entered = visit.entered
    return entered.utc


# --- the arithmetic of a promise: when it is due, and what a pause does to that

_STATES = {"started": "running", "moved": "running", "paused": "paused"}


def promise_of(mark: DeadlineMark, at: Stamp) -> Promise:
    """Return the promise that a mark made at this moment leads to."""
    state = _STATES.get(mark.what, mark.what)
    return Promise(state, mark.due, mark.base, mark.seconds, at, mark.worked)


def started_mark(case: Case, key: str, base: float, line: Deadline) -> DeadlineMark:
    """Return the mark of a deadline whose clock starts at `base`, as the desk has set it."""
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


def ended_mark(case: Case, key: str, promise: Promise, in_time: str, at: Stamp) -> DeadlineMark:
    """Return the mark of a promise that ends now; time spent paused is no delay."""
    mark = DeadlineMark(key, in_time, promise.due, promise.base, promise.seconds, promise.worked)
    if promise.state == "paused" and at.utc > promise.at.utc:
        mark = _moved(case, key, promise, at)._replace(what=in_time)
    return mark._replace(what="missed") if at.utc > mark.due else mark


def pause_marks(
    case: Case, key: str, promise: Promise, pausing: bool, at: Stamp
) -> Iterator[DeadlineMark]:
    """Yield the mark of a promise that is paused now, or resumed after a pause."""
    if pausing and promise.state == "running":
        yield DeadlineMark(
            key, "paused", promise.due, promise.base, promise.seconds, promise.worked
        )
    elif not pausing and promise.state == "paused":
        yield _moved(case, key, promise, at)


def _moved(case: Case, key: str, promise: Promise, at: Stamp) -> DeadlineMark:
    """Return the mark of a resumed promise: the time left when it paused is left now.

    A promise that was overdue when it paused stays as overdue as it was.
    """
    since, due = promise.at.utc, promise.due
    if promise.worked and since < due:
        from lenovo_desk.core.time.calendar import Term, due_after, parse_calendar, worked

        if calendar := parse_calendar(case.calendar):
            left = worked(calendar, since, due, case.zone)
            now, _ = due_after(calendar, max(since, at.utc), Term(round(left)), case.zone)
            return _mark(key, "moved", due, max(due, now), left)
    away = max(0.0, at.utc - since)
    return _mark(key, "moved", due, due + away, promise.worked)


def _mark(key: str, what: str, base: float, due: float, worked: float = 0.0) -> DeadlineMark:
    seconds = due - base
    return DeadlineMark(key, what, base + seconds, base, seconds, worked)
