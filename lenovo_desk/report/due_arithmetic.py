"""Explain in sentences how the due time of a promise was computed."""

from collections.abc import Iterable

from lenovo_desk.core.engine.history import history_of
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.country import place_of
from lenovo_desk.core.model.events import DeadlineMark, Event, FactRecorded
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.time.calendar import WEEKDAYS, Calendar, parse_calendar, parse_term, spans
from lenovo_desk.core.time.moments import local
from lenovo_desk.core.wording.sentences import span
from lenovo_desk.core.wording.wording import Wording

SHOWN = 4
"""The number of working spans that are listed; further ones are only counted."""


def due_arithmetic(
    flows: Flows, events: Iterable[Event], wording: Wording
) -> dict[str, tuple[str, ...]]:
    """Return the sentences that explain each promise, by its key.

    They are in the order of events and cover only the latest period of a promise. The wording is
    set to the time zone of the case.
    """
    events = tuple(events)
    history = history_of(flows, events)
    reasons = {event.at: event.act.why for event in events if isinstance(event.act, FactRecorded)}
    case = history.case
    wording.place = place_of(case)
    calendar = parse_calendar(case.calendar)
    lines: dict[str, list[str]] = {}
    stopped: dict[str, str] = {}
    for at, mark, (flow, step) in history.marks:
        key = mark.deadline
        if mark.what == "started":
            lines[key] = list(_started(mark, case, flows, calendar, wording))
            if why := reasons.get(at):
                lines[key].append(wording.fill("why.later", time=wording.moment(at.utc), why=why))
        elif mark.what == "paused":
            stopped[key] = wording.moment(at.utc)
            title = wording.book(flow).steps[step].title
            since = wording.fill("why.paused", time=stopped[key], step=title)
            lines.setdefault(key, []).append(since)
        elif mark.what == "moved":
            values = {"time": wording.moment(at.utc), "due": wording.moment(mark.due)}
            left = wording.fill("why.moved", **values, by=span(wording.words, mark.seconds))
            lines.setdefault(key, []).append(left)
    return {key: tuple(sentences) for key, sentences in lines.items()}


def _started(
    mark: DeadlineMark, case: Case, flows: Flows, calendar: Calendar | None, wording: Wording
) -> Iterable[str]:
    begin, due = wording.moment(mark.base), wording.moment(mark.due)
    if mark.seconds < 0:
        before = span(wording.words, -mark.seconds)
        yield wording.fill("why.before", time=before, start=begin, due=due)
        return
    days = _days(mark, case, flows) if mark.worked else 0
    term = str(days) if days else span(wording.words, mark.worked or mark.seconds, not mark.worked)
    key = "why.days" if days else "why.work" if mark.worked else "why.always"
    yield wording.fill(key, term=term, start=begin, due=due)
    if mark.deadline in case.times:
        yield wording.word("why.set_here")
    if mark.worked and calendar:
        counted = spans(calendar, mark.base, mark.due, case.zone)
        listing = [_span(part, mark.base, case.zone, wording) for part in counted[:SHOWN]]
        if len(counted) > SHOWN:
            listing.append(wording.fill("why.more", n=str(len(counted) - SHOWN)))
        total = span(wording.words, mark.worked, days=False)
        yield wording.fill("why.counted", spans=" · ".join(listing), time=total)


def _days(mark: DeadlineMark, case: Case, flows: Flows) -> int:
    """Return the working days of a promise whose term is in days, else 0."""
    if mark.deadline in case.times and (term := parse_term(case.times[mark.deadline])):
        return term.days
    flow, _, name = mark.deadline.partition(".")
    deadlines = flows[flow].deadlines if flow in flows else ()
    return next((line.days for line in deadlines if line.id == name), 0)


def _span(part: tuple[float, float], base: float, zone: str, wording: Wording) -> str:
    """Return a span such as `Fri 27/11 17:30-18:00`; midnight at its end is 24:00.

    A date of another year than that of `base`, when the clock began, has its year.
    """
    first, last = part
    begin, end = local(first, zone), local(last, zone)
    until = "24:00" if end.date() != begin.date() else f"{end:%H:%M}"
    day, times = wording.word(f"why.{WEEKDAYS[begin.weekday()]}"), f"{begin:%H:%M}-{until}"
    return wording.fill("why.span", day=day, date=wording.date(first, base), times=times)
