"""A field visit left on its way: at the door, its wait just begun, or before."""

from pathlib import Path

from tests.hand_clock import HandClock
from tests.tui.left_case import leave

WALK = Path(__file__).parents[1] / "walks/transcripts/field_visit/nobody_landline.walk"


def at_the_door(folder: Path, clock: HandClock) -> None:
    """Leave a visit at the door, its wait just begun, as a crash leaves it."""
    visit_left_at(folder, clock, "waiting")


def visit_left_at(
    folder: Path, clock: HandClock, step: str, appointment: str = "+30 min", case: str = "visit1"
) -> None:
    """Leave a visit at a step, with an appointment so far from now."""
    # the hours of the walk are over when this desk opens
    text = WALK.read_text("utf-8").replace("appointment=10:00", f"appointment={appointment}")
    assert leave(folder, clock, case, "field_visit", text[: text.index(f"@{step}\n")]) == step
