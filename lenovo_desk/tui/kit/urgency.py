"""How much time presses, on one scale for every screen, and the ink of each degree."""

from enum import IntEnum

from rich.style import Style

from lenovo_desk.tui.kit.theme import Inks

HOUR, MINUTE = 3600.0, 60.0
"""Seconds before its end within which a time presses, and within which it is up."""


class Urgency(IntEnum):
    """The degrees; a higher one presses more."""

    LATER = 0
    """Tomorrow or later, or paused."""
    TODAY = 1
    HOUR = 2
    """Within the hour."""
    UP = 3
    """Within the minute, or past."""


def urgency(left: float, today: bool = True) -> Urgency:
    """Return how much a time presses that ends in `left` seconds; negative once it is past."""
    if left < MINUTE:
        return Urgency.UP
    if left < HOUR:
        return Urgency.HOUR
    return Urgency.TODAY if today else Urgency.LATER


def wait_urgency(left: float) -> Urgency:
    """Return how much a wait presses: only its last minute does, and its end."""
    if left <= 0:
        return Urgency.UP
    return Urgency.HOUR if left < MINUTE else Urgency.TODAY


def time_ink(ink: Inks, degree: Urgency, edge: bool = False, filled: bool = True) -> Style:
    """Return the ink of a time: quiet, half, amber, filled amber.

    `edge` is for the rows at the edges of the screen. Beside a phrase another customer's time is
    never `filled`.
    """
    if degree is Urgency.UP and not filled:
        degree = Urgency.HOUR
    if edge:
        return (ink.status, ink.status_half, ink.status_due, ink.status_late)[degree]
    return (ink.dim, ink.plain, ink.due, ink.late)[degree]
