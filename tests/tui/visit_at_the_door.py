"""A field visit left at the door, its wait just begun."""

from pathlib import Path

from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.walking.moves import transcript_moves
from lenovo_desk.core.walking.walker import Walker
from lenovo_desk.store.cases.case_store import CaseStore
from tests.hand_clock import HandClock
from tests.shipped_content import library

WALK = Path(__file__).parents[1] / "walks/transcripts/field_visit/nobody_landline.walk"


VALUES = (
    ("agent_name", "Li Gong"),
    ("agent_phone", "13812345678"),
    ("station_name", "海淀站"),
    ("station_phone", "01062345678"),
)


def at_the_door(folder: Path, clock: HandClock) -> None:
    """Leave a visit at the door, its wait just begun, as a crash leaves it."""
    store = CaseStore(folder / "data", clock)
    opening = OpenCase("visit1", "field_visit", "ana", "field", "zh", "Asia/Shanghai", VALUES)
    session = store.open_case(library(), opening)
    text = WALK.read_text("utf-8")
    moves = transcript_moves(text[: text.index("@waiting")])
    walker = Walker(library(), session, clock)  # type: ignore[arg-type]
    for move in moves:
        if move.kind != "wait" and not move.text.startswith("!"):
            assert not walker.take(move), move.text
    assert session.case.here.top.step == "waiting"
    store.release(session)
