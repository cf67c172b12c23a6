"""Parking the live case by its keys."""

from tests.tui.driver import Driver


async def parked(d: Driver, reason: str, until: str) -> None:
    """Park the live case."""
    await d.press("p")
    await d.type(reason)
    await d.press("enter")
    await d.type(until)
    await d.press("enter")
