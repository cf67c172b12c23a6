"""Moments that can be compared across sleep, restart and a clock set wrong."""

from typing import Protocol

from lenovo_desk.core.named_tuple import NamedTuple

JUMP_SECONDS = 5.0
"""Two clocks of one boot may drift by less than this before it counts as a jump."""


class Stamp(NamedTuple):
    """When something happened, by two clocks."""

    utc: float
    """Seconds since 1970-01-01 UTC, to the millisecond."""
    boot: str
    """Identity of the running boot; another value means the machine was restarted."""
    up: float
    """Seconds since that boot, sleep included."""


class Elapsed(NamedTuple):
    """How long it was from one stamp to another, and what proves it."""

    seconds: float
    proof: str
    """`boot`: both clocks of one boot agree; `jumped`: they do not, the smaller difference is
    taken; `utc`: a restart lies between, only the wall clock can tell."""


class Clock(Protocol):
    """Where the outer rooms read the time; the core never does."""

    def now(self) -> Stamp:
        """Return this moment."""
        ...


def elapsed(start: Stamp, end: Stamp) -> Elapsed:
    """Return the time between two stamps: never negative, never more than can be proved."""
    wall = end.utc - start.utc
    if start.boot != end.boot:
        return Elapsed(max(0.0, wall), "utc")
    steady = end.up - start.up
    proof = "boot" if abs(wall - steady) < JUMP_SECONDS else "jumped"
    return Elapsed(max(0.0, min(wall, steady)), proof)


def jump(start: Stamp, end: Stamp) -> float:
    """Return the seconds by which the wall clock jumped between two stamps of a boot, or 0."""
    if start.boot != end.boot:
        return 0.0
    drift = (end.utc - start.utc) - (end.up - start.up)
    return round(drift, 3) if abs(drift) >= JUMP_SECONDS else 0.0
