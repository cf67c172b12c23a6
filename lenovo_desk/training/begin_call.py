"""Makes the first events of a mock call: a new call, or an earlier one up to an event."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from lenovo_desk.core.engine.audit import intent_behind
from lenovo_desk.core.engine.engine import decide
from lenovo_desk.core.engine.fold import apply
from lenovo_desk.core.engine.gates import open_fact
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import Act, Event, Refusal
from lenovo_desk.core.model.flow import FactSpec, Flows
from lenovo_desk.core.model.intents import BeginMockCall, Intent, OpenCase
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp, elapsed
from lenovo_desk.core.time.moments import iso, seconds_of


class NotAgain(Exception):
    """Raised when an event of the earlier call is no longer possible."""

    def __init__(self, n: int, reason: Reason) -> None:
        super().__init__(n, reason)
        self.n = n
        """The number of the event in the earlier call."""
        self.reason = reason


def beginning(
    flows: Flows, opening: OpenCase, begin: BeginMockCall, now: Stamp, before: Sequence[Event] = ()
) -> tuple[Event, ...]:
    """Return the first events of a call; the last one has the stamp `now`, none a later one.

    `before` are events of an earlier call to repeat, from its opening on, with the same time
    between them; empty for a new call. Raises `NotAgain`, and KeyError with the id of a flow that
    is missing.
    """
    case, events = Case(), list[Event]()
    stamps = _stamps([event.at for event in before], now)
    for n, at in enumerate(stamps or (now, now)):
        if n == 0:
            intent: Intent = opening
        elif n == 1:
            intent = begin
        else:
            intent = intent_behind(case, _later(flows, case, before[n], at))
        answer = decide(flows, case, intent, at)
        event = answer.attempt if isinstance(answer, Refusal) else answer
        if event is None or (n > 1 and type(event.act) is not type(before[n].act)):
            reasons = answer.reasons if isinstance(answer, Refusal) else ()
            raise NotAgain(n + 1, (*reasons, Reason("no_longer_so"))[0])
        events.append(event)
        case = apply(flows, case, event)
    return tuple(events)


def _stamps(stamps: Sequence[Stamp], now: Stamp) -> list[Stamp]:
    """Return the stamps moved to end within the second before `now`.

    The time between them stays the same. They move by whole seconds, so that rounding never
    shortens a wait that was left at its very end.
    """
    passed = [0]
    for start, end in pairwise(stamps):
        passed.append(passed[-1] + round(elapsed(start, end).seconds * 1000))
    utc, up = ((round(clock * 1000) - passed[-1]) // 1000 * 1000 for clock in (now.utc, now.up))
    return [Stamp((utc + ms) / 1000, now.boot, (up + ms) / 1000) for ms in passed[: len(stamps)]]


def _later(flows: Flows, case: Case, event: Event, at: Stamp) -> Act:
    """Return an act with its times, and the dates that lie ahead, moved on.

    They move by the time between the old event and the new one, dates by its whole days.
    """
    act, shift = event.act, at.utc - event.at.utc
    if isinstance(act, ev.CaseParked):
        return act._replace(until=act.until + shift)
    if isinstance(act, ev.FactRecorded) and (fact := open_fact(flows, case, act.fact)):
        spec = fact[1]
        if spec.rows:
            rows = (row for row in act.value if isinstance(row, tuple))
            moved = (
                tuple(
                    _moved(column, cell, shift, case.zone)
                    for column, cell in zip(spec.rows, row, strict=False)
                )
                for row in rows
            )
            return act._replace(value=tuple(moved))
        return act._replace(value=_all_moved(spec, act.value, shift, case.zone))
    return act


def _all_moved(spec: FactSpec, value: Value, shift: float, zone: str) -> Value:
    if isinstance(value, str):
        return _moved(spec, value, shift, zone)
    cells: Iterable[str] = (cell for cell in value if isinstance(cell, str))
    return tuple(_moved(spec, cell, shift, zone) for cell in cells)


def _moved(spec: FactSpec, moment: str, shift: float, zone: str) -> str:
    if spec.kind == "date" and spec.future and moment:
        day = date.fromisoformat(moment).toordinal() + round(shift / 86400)
        return date.fromordinal(min(day, date.max.toordinal())).isoformat()
    if spec.kind != "datetime":
        return moment
    utc = seconds_of(moment, zone)
    return moment if utc is None else iso(utc + shift, zone)
