"""When a parked case is due again: in the hours of its desk, unless the agent named the time."""

from lenovo_desk.core.engine.entry_decisions import reason_given
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case, flow_here, step_here
from lenovo_desk.core.model.events import Answer
from lenovo_desk.core.model.flow import VALUE_RULES, Flows
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import clean_line, folded
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.values.parse_value import MAX_TEXT

_DAY = 86400


def decide_parking(flows: Flows, case: Case, intent: it.ParkCase, at: Stamp) -> Answer:
    """Decide whether to put the case aside until a typed time."""
    reason = reason_given(flows, case, "park_reason", clean_line(intent.reason), MAX_TEXT)
    if isinstance(reason, Reason):
        return reason
    until = parked_until(flows, case, intent.until, at)
    return until if isinstance(until, Reason) else ev.CaseParked(reason, until)


def parked_until(flows: Flows, case: Case, text: str, at: Stamp) -> float | Reason:
    """Return when a case is due again that is parked until a typed time, or why it is none.

    It is in seconds since 1970 UTC.
    """
    moment = _typed(case, text, at)
    if isinstance(moment, Reason):
        return moment
    if moment < at.utc - 60:
        return Reason("in_the_past", "park_until", detail=clean_line(text))
    from lenovo_desk.core.time.typed_moments import is_counted

    return due_again(flows, case, moment, at) if is_counted(folded(text)) else moment


def _typed(case: Case, text: str, at: Stamp) -> float | Reason:
    from lenovo_desk.core.time.moments import seconds_of
    from lenovo_desk.core.time.typed_days import date_order
    from lenovo_desk.core.time.typed_moments import Sense, example, typed_datetime

    sense = Sense(at, case.zone, 1, date_order(case.language, case.country))
    until = typed_datetime(folded(text), sense)
    if isinstance(until, Reason):
        unread = until.code == "not_datetime"
        detail = example(sense, "datetime") if unread else until.detail or clean_line(text)
        return until._replace(id="park_until", detail=detail)
    moment = seconds_of(until, case.zone)
    assert moment is not None, "a canonical moment"
    return moment


def due_again(flows: Flows, case: Case, until: float, at: Stamp) -> float:
    """Return when a case parked for a length of time is due: the desk's next working moment.

    Both moments are in seconds since 1970 UTC. Less than a day stays as it is until the desk
    closes, and where the agent works outside the hours now; so does whatever a running promise
    cannot wait for.
    """
    if not case.calendar or flow_here(flows, case).rules < VALUE_RULES:
        return until
    from lenovo_desk.core.time.calendar import next_opening, parse_calendar, same_working_day

    calendar = parse_calendar(case.calendar)
    if calendar is None:
        return until
    short = until - at.utc < _DAY - 60
    if short and same_working_day(calendar, at.utc, until, case.zone):
        return until
    opening = next_opening(calendar, until, case.zone)
    urgent = any(
        promise.state == "running" and at.utc <= promise.due < opening
        for promise in case.promises.values()
    )
    return until if short and urgent else opening


def outside_hours(case: Case, moment: float) -> bool:
    """Return whether a moment in seconds since 1970 UTC lies outside the hours of the desk."""
    if not case.calendar:
        return False
    from lenovo_desk.core.time.calendar import next_opening, parse_calendar

    calendar = parse_calendar(case.calendar)
    return calendar is not None and next_opening(calendar, moment, case.zone) > moment


def wished(flows: Flows, case: Case, intent: it.Intent, at: Stamp) -> float | None:
    """Return until when an intent would park a case at a desk without hours; None for no time.

    It is in seconds since 1970 UTC.
    """
    if isinstance(intent, it.ParkCase):
        moment = _typed(case, intent.until, at)
        return None if isinstance(moment, Reason) else moment
    if not isinstance(intent, it.MakeChoice):
        return None
    choices = (choice for choice in step_here(flows, case).choices if choice.id == intent.choice)
    return next((at.utc + choice.park for choice in choices if choice.park), None)
