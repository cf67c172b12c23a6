"""A field visit left at the door, its wait just begun."""

from pathlib import Path

from tests.hand_clock import HandClock
from tests.tui.left_case import leave

WALK = Path(__file__).parents[1] / "walks/transcripts/field_visit/nobody_landline.walk"


def at_the_door(folder: Path, clock: HandClock) -> None:
    """Leave a visit at the door, its wait just begun, as a crash leaves it."""
    # the hours of the walk are over when this desk opens
    text = WALK.read_text("utf-8").replace("appointment=10:00", "appointment=+30 min")
    assert (
        leave(folder, clock, "visit1", "field_visit", text[: text.index("@waiting")]) == "waiting"
    )
