"""Every transcript holds: run straight, replayed from its events, and through the disk."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from lenovo_desk.content.folders import shipped
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.core.engine.fold import replay
from lenovo_desk.core.engine.gates import value_of
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.case import effective
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.walking.moves import Move, transcript
from lenovo_desk.core.walking.walker import LibraryFlows, WalkClock, Walker
from lenovo_desk.store.cases.case_store import CaseStore

FOLDER = Path(__file__).with_name("transcripts")
FILES = sorted(file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*.walk"))
TRIAGE = [name for name in FILES if name.startswith("social_triage/")]
LANGUAGES = ("fr", "zh")


class Kept:
    """A journal in memory."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def append(self, event: Event) -> None:
        """Keep the event."""
        self.events.append(event)


@cache
def library() -> ContentLibrary:
    """The shipped content, read once by each worker."""
    return ContentLibrary([shipped()])


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


def flow_of(name: str) -> str:
    """Return the flow of a transcript: transcripts lie in a folder of its name."""
    return name.split("/")[0]


def opening(name: str, language: str) -> OpenCase:
    flow = flow_of(name)
    desk = DESKS[flow]
    return OpenCase("walk", flow, "camille", desk.role, language, desk.zone, VALUES)


def clock_of(name: str) -> WalkClock:
    return WalkClock(DESKS[flow_of(name)].begin)


def moves_of(name: str) -> list[Move]:
    return transcript((FOLDER / name).read_text("utf-8"))


def follow(walker: Walker, moves: list[Move]) -> None:
    for move in moves:
        reasons = walker.take(move)
        assert not reasons, f"line {move.line}, {move.text}: {reasons}"


def straight(name: str, language: str) -> tuple[Session, list[Event]]:
    clock, journal = clock_of(name), Kept()
    session = Session(LibraryFlows(library()), journal, clock)
    session.do(opening(name, language))
    follow(Walker(library(), session, clock), moves_of(name))
    return session, journal.events


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_a_walk_ends_where_its_transcript_says_and_replays_the_same(
    name: str, language: str
) -> None:
    session, events = straight(name, language)
    ends = [move.name for move in moves_of(name) if move.kind == "end"]
    assert session.case.status == "closed"
    assert [session.case.disposition] == ends
    assert replay(session.flows, events) == session.case
    half = len(events) // 2
    rest = replay(session.flows, events[:half])
    assert rest.n == half


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_a_walk_survives_the_disk(name: str, language: str, tmp_path: Path) -> None:
    in_memory, _ = straight(name, language)
    clock = clock_of(name)
    first, *rest = parts(moves_of(name))
    store = CaseStore(tmp_path, clock)
    session = store.open_case(library(), opening(name, language))
    follow(Walker(library(), session, clock), first)
    store.release(session)

    for part in rest:
        store = CaseStore(tmp_path, clock)
        assert [one.id for one in store.unfinished()] == ["walk"]
        session = store.resume("walk", library())
        follow(Walker(library(), session, clock), part)
        store.release(session)

    assert store.unfinished() == ()
    (document,) = CaseStore(tmp_path, clock).documents()
    case = in_memory.case
    assert document == CaseStore(tmp_path, clock).document("walk")
    assert (document["disposition"], document["completed"]) == (case.disposition, True)
    assert document["language"] == language
    steps = [(one["flow"], one["step"], one["choice"]) for one in document["path"]]
    assert steps == [(one.flow, one.step, one.choice) for one in case.path]
    counting = {key: effective(case, key) for key in case.ledger}
    facts = {key: entry.value for key, entry in counting.items() if entry and entry.value}
    for name in case.digests:
        flow = in_memory.flows[name]
        derived = {spec.id: value_of(flow, case, spec.id) for spec in flow.facts.values()}
        facts |= {flow.key(fact): v for fact, v in derived.items() if flow.facts[fact].derive and v}
    assert json.loads(json.dumps(document["facts"])) == json.loads(json.dumps(facts))


def parts(moves: list[Move]) -> list[list[Move]]:
    """Return the moves cut where a parked case is resumed, or in the middle."""
    cuts = [n for n, move in enumerate(moves) if move.kind == "resume"]
    if not cuts:
        half = len(moves) // 2
        return [moves[:half], moves[half:]]
    starts = [0, *(cut + 1 for cut in cuts)]
    return [moves[start:cut] for start, cut in zip(starts, [*cuts, len(moves)], strict=True)]


def test_a_transcript_that_lies_is_caught(tmp_path: Path) -> None:
    lies: dict[str, Callable[[list[Move]], list[Move]]] = {
        "expected_step": lambda moves: [*moves[:1], *transcript("@nowhere")],
        "expected_end": lambda moves: [*moves[:3], *transcript("=resolved")],
        "expected_refusal": lambda moves: [*moves[:1], *transcript("!public")],
    }
    for code, lie in lies.items():
        clock = clock_of(TRIAGE[0])
        session = Session(LibraryFlows(library()), Kept(), clock)
        session.do(opening(TRIAGE[0], "fr"))
        walker = Walker(library(), session, clock)
        answers = [walker.take(move) for move in lie(moves_of(TRIAGE[0]))]
        assert [reason.code for reason in answers[-1]] == [code]
