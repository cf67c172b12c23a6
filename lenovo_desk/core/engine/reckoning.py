"""The arithmetic of a promise: when it is due, and what a pause does to that."""

from collections.abc import Iterator

from lenovo_desk.core.model.case import Case, Promise
from lenovo_desk.core.model.events import Mark
from lenovo_desk.core.model.flow import Deadline
from lenovo_desk.core.time.clock import Stamp

_STATES = {"started": "running", "moved": "running", "paused": "paused"}


def promised(mark: Mark, at: Stamp) -> Promise:
    """Return what a mark made at this moment makes of a promise."""
    state = _STATES.get(mark.what, mark.what)
    return Promise(state, mark.due, mark.base, mark.seconds, at, mark.worked)


def started(case: Case, key: str, base: float, line: Deadline) -> Mark:
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


def ended(case: Case, key: str, promise: Promise, in_time: str, at: Stamp) -> Mark:
    """Return the mark of a promise that ends now; what it was paused for is no delay."""
    mark = Mark(key, in_time, promise.due, promise.base, promise.seconds, promise.worked)
    if promise.state == "paused" and at.utc > promise.at.utc:
        mark = _moved(case, key, promise, at)._replace(what=in_time)
    return mark._replace(what="missed") if at.utc > mark.due else mark


def paused(case: Case, key: str, promise: Promise, pausing: bool, at: Stamp) -> Iterator[Mark]:
    """Yield the mark of a promise that comes to a pause, or goes on after one."""
    if pausing and promise.state == "running":
        yield Mark(key, "paused", promise.due, promise.base, promise.seconds, promise.worked)
    elif not pausing and promise.state == "paused":
        yield _moved(case, key, promise, at)


def _moved(case: Case, key: str, promise: Promise, at: Stamp) -> Mark:
    """Return the mark of a promise that goes on: what was left of it when it paused is left now.

    A promise that was overdue when it paused is not made younger by the pause.
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


def _mark(key: str, what: str, base: float, due: float, worked: float = 0.0) -> Mark:
    seconds = due - base
    return Mark(key, what, base + seconds, base, seconds, worked)
