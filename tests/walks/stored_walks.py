"""The transcripts, stored and generated, their desks, and how one is followed."""

from pathlib import Path
from typing import NamedTuple

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.walking.moves import WalkMove, transcript_moves
from lenovo_desk.core.walking.walker import LibraryFlows, WalkClock, Walker
from tests.memory_journal import MemoryJournal
from tests.shipped_content import library
from tests.walks.triage_ways import FLOW, transcripts

FOLDER = Path(__file__).with_name("transcripts")
STORED = sorted(file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*.walk"))
LANGUAGES = ("fr", "zh")


class Desk(NamedTuple):
    """Where the cases of a flow are worked."""

    role: str
    zone: str
    begin: float
    """Seconds since 1970 UTC: transcripts name clock times."""


SHANGHAI, BEGIN = "Asia/Shanghai", 1795309200.0  # 2026-11-22 09:00 there


DESKS = {
    "social_triage": Desk("social", "Europe/Paris", 1795312800.0),  # 2026-11-22 03:00 there
    "field_visit": Desk("field", SHANGHAI, BEGIN),
    "depot_repair": Desk("depot", SHANGHAI, BEGIN),
    "hotline_inbound": Desk("hotline", SHANGHAI, BEGIN),
    "hotline_outbound": Desk("hotline", SHANGHAI, BEGIN),
    "callback": Desk("hotline", SHANGHAI, BEGIN),
    "complaint": Desk("complaints", SHANGHAI, BEGIN),
    "phone_complaint": Desk("hotline", SHANGHAI, BEGIN),
    "crisis": Desk("complaints", SHANGHAI, BEGIN),
    "wireless_complaint": Desk("hotline", SHANGHAI, BEGIN),
    "eight_d": Desk("quality", SHANGHAI, BEGIN),
}


VALUES = (
    ("agent_name", "Camille Martin"),
    ("agent_initials", "CM"),
    ("agent_phone", "13812345678"),
    ("station_name", "海淀站"),
    ("station_phone", "01062345678"),
    ("station_address", "中关村南大街1号"),
    ("station_hours", "9:00-18:00"),
    ("status_link", "https://example.com/status"),
    ("hotline_phone", "400-990-8888"),
    ("commercial_phone", "400-810-6666"),
    ("enterprise_phone", "400-106-8888"),
    ("legal_contact", "法务 010-58860001"),
    ("brand_contact", "品牌推广 010-58860002"),
    ("region_contact", "华北大区 010-58860003"),
    ("market_contact", "消费市场 010-58860004"),
)


def names_of(flow: str) -> list[str]:
    """Return the names of a flow's transcripts; those of the triage are generated."""
    stored = [name for name in STORED if flow_of(name) == flow]
    return [*stored, *(transcripts() if flow == FLOW else ())]


def flow_of(name: str) -> str:
    """Return the flow of a transcript: transcripts lie in a folder of its name."""
    return name.split("/")[0]


def opening(name: str, language: str) -> OpenCase:
    flow = flow_of(name)
    desk = DESKS[flow]
    values = (*VALUES, *settings_of(name))
    return OpenCase("walk", flow, "camille", desk.role, language, desk.zone, values)


def settings_of(name: str) -> list[tuple[str, str]]:
    """Return the settings that a transcript names in notes such as `# desk: sms_by_system=yes`."""
    text = text_of(name) if name in STORED else ""
    notes = (line.partition("# desk: ")[2] for line in text.split("\n"))
    return [(key, value) for key, _, value in (note.partition("=") for note in notes) if key]


def clock_of(name: str) -> WalkClock:
    return WalkClock(DESKS[flow_of(name)].begin)


def text_of(name: str) -> str:
    """Return the text of a transcript."""
    generated = transcripts().get(name) if flow_of(name) == FLOW else None
    return generated or (FOLDER / name).read_text("utf-8")


def moves_of(name: str) -> list[WalkMove]:
    """Return the moves of a transcript."""
    return transcript_moves(text_of(name))


def follow(walker: Walker, moves: list[WalkMove]) -> None:
    for move in moves:
        reasons = walker.take(move)
        assert not reasons, f"line {move.line}, {move.text}: {reasons}"


def straight(name: str, language: str) -> tuple[Session, list[Event]]:
    clock, journal = clock_of(name), MemoryJournal()
    session = Session(LibraryFlows(library()), journal, clock)
    session.do(opening(name, language))
    follow(Walker(library(), session, clock), moves_of(name))
    return session, journal.events
