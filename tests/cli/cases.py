"""Cases put into a data folder, as the desk would have left them."""

from pathlib import Path

from lenovo_desk.core.model.intents import OpenCase, UseDesk
from lenovo_desk.core.walking.moves import parse_move
from lenovo_desk.core.walking.walker import WalkClock, Walker
from lenovo_desk.store.cases.case_store import CaseStore
from tests.shipped_content import library

THANKED = (
    "channel=private",
    "customer_name==Jeanne",
    "private_positive",
    "copy:thanks",
    "no_media",
    "=thanked",
)
ANSWERED = ("channel=private", "reply:private:Vous pouvez compter sur nous", *THANKED[2:])
NOTED = (
    *("note:@SUM(1)", "public_query", "technical", "mail_reference=0"),
    *("handed_over", "none_product", "=product_team"),
)


def put(
    data: Path,
    case: str,
    *moves: str,
    at: float = 1795312800.0,
    agent: str = "ana",
    flow: str = "social_triage",
    zone: str = "Europe/Paris",
) -> None:
    """Work a case through some moves and let go of it; it begins 2026-11-22T02:00Z."""
    clock = WalkClock(at)
    store = CaseStore(data, clock)
    opening = OpenCase(case, flow, agent, "social", "fr", zone, (("agent_initials", "AB"),))
    session = store.open_case(library(), opening)
    walker = Walker(library(), session, clock)
    for move in moves:
        assert not walker.take(parse_move(move)), move
        clock.forward(10)
    store.release(session)


def put_shared(data: Path, case: str) -> None:
    """Work a case that Ana begins and Bo closes."""
    put(data, case, *THANKED[:2])
    clock = WalkClock(1795312900.0)
    store = CaseStore(data, clock)
    bo = UseDesk("bo", "hotline", (("agent_name", "Bo Li"), ("agent_initials", "BL")))
    session = store.resume(case, library(), bo)
    walker = Walker(library(), session, clock)
    for move in THANKED[2:]:
        assert not walker.take(parse_move(move)), move
    store.release(session)
