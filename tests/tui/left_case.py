"""Cases left in the middle, as a crash leaves them."""

from pathlib import Path

from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.walking.moves import transcript_moves
from lenovo_desk.core.walking.walker import Walker
from lenovo_desk.store.cases.case_store import CaseStore
from tests.hand_clock import HandClock
from tests.shipped_content import library

VALUES = (
    ("agent_name", "Li Gong"),
    ("agent_phone", "13812345678"),
    ("station_name", "海淀站"),
    ("station_phone", "01062345678"),
)
OWED = """
came_by=phone
accepted
complaint_problem=软驱不读盘
customer_demand=上门修好
contact_by=phone
+recapped
+heard_out
recorded
no
handler=李静
+handler_agreed
colleague
handler=王强
"""
"""A complaint whose handler has agreed and is another one now."""


def leave(folder: Path, clock: HandClock, case: str, flow: str, text: str) -> str:
    """Make the moves of a text in a case and leave it; return the step it is left at.

    Time does not pass, and what must be refused is not tried.
    """
    store = CaseStore(folder / "data", clock)
    opening = OpenCase(case, flow, "ana", "field", "zh", "Asia/Shanghai", VALUES)
    session = store.open_case(library(), opening)
    walker = Walker(library(), session, clock)  # type: ignore[arg-type]
    for move in transcript_moves(text):
        if move.kind != "wait" and not move.text.startswith("!"):
            assert not walker.take(move), move.text
    step = session.case.here.top.step
    store.release(session)
    return step
