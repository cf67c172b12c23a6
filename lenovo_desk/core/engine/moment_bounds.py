"""Judge whether a moment is possible: by the clock, and by the other facts that bound it.

The clock judges a value once, when it is recorded. Other facts judge it for as long as it stands:
when one of them moves, a value that no longer fits counts as not recorded until it fits again.
"""

from collections.abc import Callable, Iterator

from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp

GRACE = 300.0
"""Seconds by which a moment may lie beyond now: clocks differ, and people round."""
ValueOf = Callable[[str], Value | None]
"""Returns the value of a fact of the same flow."""


def impossible(
    spec: FactSpec,
    value: Value,
    before: Value | None,
    case: Case,
    at: Stamp,
    value_of: ValueOf,
    exact: bool = False,
) -> Reason | None:
    """Return why a value cannot be recorded at a moment; None when it can.

    `before` is the fact's value until now: what it holds already is not judged again. With `exact`,
    something is computed from the moment, and no grace lets it lie ahead.
    """
    for bounded, moment in _new_moments(spec, value, before):
        reason = against_clock(bounded, moment, case.zone, at, 0.0 if exact else GRACE)
        if reason:
            column = "" if bounded is spec else f".{bounded.id}"
            return reason._replace(id=f"{spec.id}{column}")
    return None if value == before else misfit(spec, value, case.zone, value_of)


def _new_moments(
    spec: FactSpec, value: Value, before: Value | None
) -> Iterator[tuple[FactSpec, str]]:
    """Yield the moments that the value adds, each with what says how it is bounded."""
    if isinstance(value, str):
        if value != before:
            yield spec, value
        return
    for part in value:
        if before is not None and part in before:
            continue
        cells = zip(spec.rows, part, strict=False) if spec.rows else ((spec, str(part)),)
        yield from ((column, cell) for column, cell in cells if cell)


def against_clock(
    spec: FactSpec, value: str, zone: str, at: Stamp, ahead: float = GRACE
) -> Reason | None:
    """Return why a moment cannot be as the clock stands, `ahead` seconds allowed beyond now."""
    if not (spec.past or spec.future):
        return None
    from lenovo_desk.core.time.moments import iso, seconds_of

    moment, clock = seconds_of(value, zone), iso(at.utc, zone)
    if moment is None:  # the record that there is none
        return None
    gap = moment - at.utc
    if spec.kind == "date":
        clock = clock[:10]
        gap = (value > clock) - (value < clock)
    else:
        value = iso(moment, zone)
        gap = 0.0 if -GRACE <= gap <= ahead else gap
    if (spec.past and gap > 0) or (spec.future and gap < 0):
        return Reason("moment_ahead" if gap > 0 else "moment_behind", detail=f"{value} {clock}")
    return None


def misfit(spec: FactSpec, value: Value, zone: str, value_of: ValueOf) -> Reason | None:
    """Return the reason why a value does not fit the facts that bound it; None when it does."""
    for code, other, sign in (
        ("before_other", spec.not_before, -1),
        ("after_other", spec.not_after, 1),
    ):
        limit = value_of(other) if other else None
        if not isinstance(limit, str):
            continue
        for moment in (value,) if isinstance(value, str) else value:
            if isinstance(moment, str) and _order(moment, limit, zone) == sign:
                return Reason(
                    code, spec.id, detail=f"{_here(moment, zone)} {other} {_here(limit, zone)}"
                )
    return None


def _here(value: str, zone: str) -> str:
    """Return a moment on the clock of a zone, whatever offset it was typed with."""
    from lenovo_desk.core.time.moments import iso, seconds_of

    moment = None if len(value) == 10 else seconds_of(value, zone)
    return value if moment is None else iso(moment, zone)


def _order(first: str, second: str, zone: str) -> int:
    """Return -1, 0 or 1 as the first moment is before, with or after the second.

    Beside a date, only the local day of a moment counts.
    """
    from lenovo_desk.core.time.moments import day_in, seconds_of

    a, b = seconds_of(first, zone), seconds_of(second, zone)
    if a is None or b is None:
        return 0
    if len(first) == 10 or len(second) == 10:
        day_a, day_b = day_in(zone, first), day_in(zone, second)
        return (day_a > day_b) - (day_a < day_b)
    return (a > b) - (a < b)
