"""Answers that were taken back: they are kept, and do not count now."""

from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple


class TakenBack(NamedTuple):
    """An answer that was taken back: it is kept, and does not count now."""

    flow: str
    step: str
    choice: str
    sets: tuple[tuple[str, Value], ...]
    """Facts the choice set, by key."""


def taken_back_choices(flows: Flows, case: Case) -> tuple[TakenBack, ...]:
    """Return the choices made after this step and taken back, earliest first."""
    lapsed, parents = [], {case.here.serial: case.here}
    for (parent, *_), gone in sorted(case.past.items(), key=lambda pair: pair[1].visit.serial):
        if parent not in parents:
            continue
        visit = gone.visit
        parents[visit.serial] = visit
        step, _, choice = visit.via.partition(".")
        if choice:
            sets = tuple(
                (key, entry.value)
                for key, entries in case.ledger.items()
                for entry in entries
                if entry.visit == visit.came and entry.value is not None
            )
            lapsed.append(TakenBack(parents[parent].top.flow, step, choice, sets))
    return tuple(lapsed)
