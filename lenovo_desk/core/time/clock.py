"""Stamps that can be compared in spite of sleep, restarts and a wrong clock."""

from typing import Protocol

from lenovo_desk.core.named_tuple import NamedTuple

JUMP_SECONDS = 5.0
"""A drift between the two clocks of one boot counts as a jump from this many seconds."""


class Stamp(NamedTuple):
    """When something happened, by two clocks."""

    utc: float
    """Seconds since 1970-01-01 UTC, to the millisecond."""
    boot: str
    """The id of the running boot; it differs after a restart of the machine."""
    up: float
    """Seconds since that boot, including sleep."""


class Elapsed(NamedTuple):
    """The time between two stamps, and what proves it."""

    seconds: float
    proof: str
    """`boot` when both clocks of one boot agree, `jumped` when they do not and the smaller
    difference counts, `utc` when only the wall clock spans a restart in between."""


class Clock(Protocol):
    """The clock that the outer rooms read; the core only receives stamps."""

    def now(self) -> Stamp:
        """Return the present moment."""
        ...


def elapsed(start: Stamp, end: Stamp) -> Elapsed:
    """Return the provable time between two stamps, which is never negative."""
    wall = end.utc - start.utc
    if start.boot != end.boot:
        return Elapsed(max(0.0, wall), "utc")
    steady = end.up - start.up
    proof = "boot" if abs(wall - steady) < JUMP_SECONDS else "jumped"
    return Elapsed(max(0.0, min(wall, steady)), proof)


def jump(start: Stamp, end: Stamp) -> float:
    """Return the seconds by which the wall clock jumped between two stamps.

    They are negative for a jump back, and 0 without a jump or across a restart.
    """
    if start.boot != end.boot:
        return 0.0
    drift = (end.utc - start.utc) - (end.up - start.up)
    return round(drift, 3) if abs(drift) >= JUMP_SECONDS else 0.0
