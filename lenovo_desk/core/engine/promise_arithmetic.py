"""The arithmetic of a promise: when it is due, and how a pause moves that."""

from collections.abc import Iterator

from lenovo_desk.core.model.case import Case, Promise
from lenovo_desk.core.model.events import DeadlineMark
from lenovo_desk.core.model.flow import Deadline
from lenovo_desk.core.time.clock import Stamp

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
        mark = moved_mark(case, key, promise, at)._replace(what=outcome)
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
        yield moved_mark(case, key, promise, at)


def moved_mark(case: Case, key: str, promise: Promise, at: Stamp) -> DeadlineMark:
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
