"""A parked case is due again inside the hours of its desk, unless the agent named the time."""

import pytest

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.engine.parking import outside_hours
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.time.moments import iso
from tests.core.machine import Machine

WEEK = (
    "mon 9:00-12:00 13:00-18:00; tue 9:00-18:00; wed 9:00-18:00; thu 9:00-18:00; fri 9:00-17:00; "
    "sat 9:00-12:00; off 2026-12-07 2026-12-25; on 2026-12-06"
)
PARKS = {"15m": 900, "2h": 7200, "1d": 86400, "3d": 3 * 86400}


def desk(now: str, *, calendar: str = WEEK, rules: int = 2, promised: int = 0) -> Machine:
    """Return a case at a local time of Paris whose choices park it for a while."""
    choices = {name: {"goto": "s", "park": seconds} for name, seconds in PARKS.items()}
    steps = {"s": {"choices": choices | {"on": {"goto": "e"}}}, "e": {"end": "end"}}
    flow = {"flow": "main", "rules": rules, "facts": {}, "steps": steps}
    if promised:
        flow["deadlines"] = {"soon": {"seconds": promised, "from": "s", "until": "e"}}
    return Machine({"main": flow}, zone="Europe/Paris").at_time(f"2026-{now}").begin(calendar)


def due(machine: Machine) -> str:
    """Return when the case is due again, checked by the audit."""
    assert machine.case.status == "parked"
    assert first_unlawful(machine.flows, machine.events) is None
    return iso(machine.case.park_until, "Europe/Paris")[5:16].replace("T", " ")


@pytest.mark.parametrize(
    ("now", "choice", "until"),
    [
        ("11-27 16:30", "1d", "11-30 09:00"),  # B17: Friday, then Saturday afternoon
        ("11-27 10:30", "1d", "11-28 10:30"),
        ("11-28 10:00", "1d", "11-30 09:00"),
        ("12-03 16:00", "3d", "12-06 16:00"),  # a Sunday that is worked
        ("12-04 16:00", "3d", "12-08 09:00"),  # a holiday
        ("12-24 10:00", "1d", "12-26 09:00"),
        ("12-01 10:00", "2h", "12-01 12:00"),
        ("11-30 11:50", "15m", "11-30 12:05"),  # in the break
        ("11-30 12:30", "15m", "11-30 12:45"),
        ("12-01 17:30", "2h", "12-02 09:00"),
        ("12-01 19:00", "2h", "12-01 21:00"),  # worked outside the hours already
        ("12-01 23:00", "2h", "12-02 01:00"),
    ],
)
def test_a_choice_parks_into_the_hours(now: str, choice: str, until: str) -> None:
    machine = desk(now)
    assert machine.choose(choice)
    assert due(machine) == until


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("+1d", "11-30 09:00"),
        ("dans 1 jour", "11-30 09:00"),
        ("+2d", "11-30 09:00"),
        ("in 4 days", "12-01 16:30"),
        ("+15m", "11-27 16:45"),
        ("+2h", "11-28 09:00"),
        ("demain 16h30", "11-28 16:30"),
        ("2026-11-29 10:00", "11-29 10:00"),
    ],
)
def test_a_typed_length_parks_into_the_hours_and_a_named_time_is_kept(
    typed: str, until: str
) -> None:
    machine = desk("11-27 16:30")
    machine.do(it.ParkCase("waits", typed))
    assert due(machine) == until
    assert outside_hours(machine.case, machine.case.park_until) == (until[:11] in OUTSIDE)


OUTSIDE = {"11-28 16:30", "11-29 10:00"}


def test_what_a_promise_cannot_wait_for_is_not_moved() -> None:
    machine = desk("12-01 17:50", promised=3600)
    assert machine.choose("15m")
    assert due(machine) == "12-01 18:05"
    machine = desk("12-01 17:50", promised=86400)
    assert machine.choose("15m")
    assert due(machine) == "12-02 09:00"


@pytest.mark.parametrize("change", [{"calendar": ""}, {"rules": 1}])
def test_a_desk_without_hours_and_an_older_case_park_as_before(change: dict[str, str]) -> None:
    machine = desk("11-27 16:30", **change)  # type: ignore[arg-type]
    assert machine.choose("1d")
    assert due(machine) == "11-28 16:30"
