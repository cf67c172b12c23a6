"""The history of a case, with what its fold drops: every visit and every promise period."""

from collections.abc import Iterable, Mapping

from lenovo_desk.core.engine.fold import apply
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.case import Case, Consent, Visit
from lenovo_desk.core.model.events import ConsentMark, DeadlineMark, Event
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.time.clock import Stamp

_ENDS = ("kept", "missed", "dropped")


class TickedConsent(NamedTuple):
    """A consent, as an item was ticked for it."""

    at: Stamp
    visit: int
    """The serial of the visit that keeps the tick."""
    consent: Consent


class CaseHistory(NamedTuple):
    """A case and its history."""

    case: Case
    visits: Mapping[int, Visit]
    """Every visit by serial, including those stepped back from."""
    left_at: Mapping[int, Stamp]
    """When each visit was last left, by serial."""
    visit_of: Mapping[int, int]
    """The serial of the visit that the case was at before each event, by the event's number."""
    parks: tuple[tuple[Stamp, float, str, bool], ...]
    """When the case was parked, until when, why, and whether the agent worded the reason.

    The end is in seconds since 1970 UTC. A reason that no agent worded is `flow.step.choice`.
    """
    promises: tuple[tuple[Stamp, DeadlineMark], ...]
    """How each period of each deadline ended; a case keeps only the last one."""
    marks: tuple[tuple[Stamp, DeadlineMark, tuple[str, str]], ...]
    """Every mark of a deadline, with the flow and step that the case was at."""
    consents: tuple[tuple[Stamp, ConsentMark], ...]
    """When consents fell and stood again, as the journal has it: it holds for forgotten cases."""
    ticked: tuple[TickedConsent, ...]
    """Every consent that was ticked, replaced ones too, but none whose own tick was taken back."""
    personal: frozenset[str]
    """Keys of the facts that were recorded as personal."""
    resumed: int
    """How often it was resumed."""
    crashed: int
    """How often it was resumed without having been parked."""
    shifts: tuple[tuple[Stamp, str, str], ...]
    """When each agent began to act, in order: the moment, the agent's id and their name."""


def history_of(flows: Flows, events: Iterable[Event]) -> CaseHistory:
    """Return the history of a case from its events."""
    case, visits, left = Case(), dict[int, Visit](), dict[int, Stamp]()
    visits_by_event: dict[int, int] = {}
    parks: list[tuple[Stamp, float, str, bool]] = []
    promises: list[tuple[Stamp, DeadlineMark]] = []
    marks: list[tuple[Stamp, DeadlineMark, tuple[str, str]]] = []
    consents: list[tuple[Stamp, ConsentMark]] = []
    ticked: list[TickedConsent] = []
    personal: set[str] = set()
    shifts: list[tuple[Stamp, str, str]] = []
    resumed = crashed = 0
    for event in events:
        before, act = (case.here.serial if case.trail else 0), event.act
        visits_by_event[event.n], ticks = before, case.ticks
        case = apply(flows, case, event)
        actor = event.by or ("" if isinstance(act, ev.CustomerSpoke) else case.agent)
        if actor and (not shifts or shifts[-1][1] != actor):
            shifts.append((event.at, actor, ""))
        if shifts and shifts[-1][1] == case.agent:
            shifts[-1] = (*shifts[-1][:2], case.settings.get("agent_name", ""))
        current = case.here
        visits[current.serial] = current
        left.pop(current.serial, None)
        if before and current.serial != before:
            left[before] = event.at
        promises += [(event.at, mark) for mark in event.marks if mark.what in _ENDS]
        marks += [(event.at, mark, (current.top.flow, current.top.step)) for mark in event.marks]
        consents += [(event.at, mark) for mark in event.consents]
        if isinstance(act, ev.CaseParked):
            parks.append((event.at, act.until, act.reason, True))
        elif isinstance(act, ev.ChoiceMade) and act.park_until:
            parks.append((event.at, act.park_until, case.park_reason, False))
        elif isinstance(act, ev.FactRecorded) and act.personal:
            personal.add(act.fact)
        elif isinstance(act, ev.ItemTicked):
            undone = [case.consents.get(key) for key in ticks if key not in case.ticks]
            ticked = [old for old in ticked if old.consent not in undone]
            ticked += [
                TickedConsent(event.at, visit, consent)
                for (visit, _), consent in case.consents.items()
                if consent.n == event.n
            ]
        elif isinstance(act, ev.CaseResumed):
            resumed, crashed = resumed + 1, crashed + act.after_crash
    return CaseHistory(
        case,
        visits,
        left,
        visits_by_event,
        tuple(parks),
        tuple(promises),
        tuple(marks),
        tuple(consents),
        tuple(ticked),
        frozenset(personal),
        resumed,
        crashed,
        tuple(shifts),
    )
