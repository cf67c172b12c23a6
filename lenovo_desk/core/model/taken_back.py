"""Choices that were taken back: they stay in the journal but no longer count."""

from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple


class TakenBack(NamedTuple):
    """A choice that was taken back."""

    flow: str
    step: str
    choice: str
    sets: tuple[tuple[str, Value], ...]
    """Keys and values of the facts that the choice set."""


def taken_back_choices(flows: Flows, case: Case) -> tuple[TakenBack, ...]:
    """Return the choices taken back that followed the current step, earliest first.

    A choice made after one of them and taken back before it is among them.
    """
    choices, parents = [], {case.here.serial: case.here}
    for (parent, *_), left_visit in sorted(
        case.past.items(), key=lambda pair: pair[1].visit.serial
    ):
        if parent not in parents:
            continue
        visit = left_visit.visit
        parents[visit.serial] = visit
        step, _, choice = visit.via.partition(".")
        if choice:
            sets = tuple(
                (key, entry.value)
                for key, entries in case.ledger.items()
                for entry in entries
                if entry.visit == visit.came and entry.value is not None
            )
            choices.append(TakenBack(parents[parent].top.flow, step, choice, sets))
    return tuple(choices)
