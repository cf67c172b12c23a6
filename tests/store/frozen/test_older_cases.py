"""Cases of the version before consents held fast are read as it read them, and go on as in it."""

import json
from pathlib import Path

import pytest

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.engine.fold import replay
from lenovo_desk.core.engine.gates import value_of
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.event_codec import event_from_plain
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.walking.moves import parse_move
from lenovo_desk.core.walking.walker import WalkClock, Walker
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.mock.mock_store import MockStore
from lenovo_desk.training.scoring.score import score
from tests.shipped_content import library
from tests.store.frozen.older_folder import (
    CLOSED,
    CLOSED_CALL,
    LIVE_CALL,
    PASSPHRASE,
    lines_of,
    random_cases,
    reading_of,
    readings,
    unpacked,
    what_happened,
)

COMPLAINED = (
    *("open:complaint", "came_by=phone", "accepted", "complaint_problem=软驱不读盘"),
    *("customer_demand=上门修好", "contact_by=phone", "+recapped", "+heard_out", "recorded", "no"),
    *("handler=李静", "+handler_agreed", "colleague"),
)


def clock_at(case: str) -> WalkClock:
    """Return the clock of the moment at which the older version opened a case again."""
    before, clock = readings()[case], WalkClock(readings()[case].left - readings()[case].up)
    clock.forward(before.up + 5.0)
    return clock


def takes(session: Session, clock: WalkClock, *moves: str) -> None:
    """Make moves in a case, all of which are accepted."""
    walker = Walker(library(), session, clock)
    for move in moves:
        assert not walker.take(parse_move(move)), move


@pytest.mark.parametrize("case", readings())
def test_an_older_case_shows_and_does_what_it_did(tmp_path: Path, case: str) -> None:
    before, clock = readings()[case], clock_at(case)
    store = CaseStore(unpacked(tmp_path), clock)
    session = store.resume(case, library())
    n = session.case.n
    clock.forward(1.0)
    assert reading_of(session.flows, session.case, clock.now()) == before.reading
    takes(session, clock, *before.moves)
    assert session.case.status == "closed"
    store.release(session)
    flows, events = store.history(case)
    assert what_happened(lines_of(events[n:])) == what_happened(before.events)
    assert not any(event.consents for event in events), "an older flow has no consents"
    assert first_unlawful(flows, events) is None
    document = store.document(case)
    assert document is not None
    assert "consents" not in document
    assert (store.recover(), list(store.notices)) == ((), [])


def test_every_older_journal_is_lawful(tmp_path: Path) -> None:
    data, clock = unpacked(tmp_path), WalkClock(1795500000.0)
    store, calls = CaseStore(data, clock), MockStore(data / "mock", clock)
    waiting = tuple(summary.id for summary in store.unfinished())
    for case in (*CLOSED, *waiting):
        assert first_unlawful(*store.history(case)) is None, case
    for case in (CLOSED_CALL, LIVE_CALL):
        call = calls.call(case)
        assert first_unlawful(call.flows, call.events) is None, case
    assert (len(waiting), list(store.notices)) == (12, [])


def test_a_case_handed_over_by_the_version_before_is_taken_over(tmp_path: Path) -> None:
    clock = WalkClock(readings()["depot-quoted"].left + 60.0)
    unpacked(tmp_path)
    store = CaseStore(tmp_path / "elsewhere", clock)
    desk = it.TakeOver("wu", "depot", (("agent_name", "Wu"),))
    case = store.take_over(str(tmp_path / "handed.handover"), PASSPHRASE, desk)
    session = store.resume(case, library())
    reading = reading_of(session.flows, session.case, clock.now())
    expected = readings()["depot-quoted"].reading
    for part in ("step", "facts", "ticks", "items", "fields"):
        assert reading[part] == expected[part]
    words = [move for move in readings()["depot-quoted"].moves if not move.startswith("copy:")]
    takes(session, clock, *(move for move in words if move[:1] not in "!@"))
    assert session.case.status == "closed"
    store.release(session)
    assert first_unlawful(*store.history(case)) is None


def test_a_flow_of_today_inside_an_older_case_keeps_its_consents(tmp_path: Path) -> None:
    clock = clock_at("visit-signed")
    store = CaseStore(unpacked(tmp_path), clock)
    session = store.resume("visit-signed", library())
    takes(session, clock, *COMPLAINED, "handler=王强", "leave")
    takes(session, clock, "fee=900", *readings()["visit-signed"].moves)
    assert session.case.status == "closed"
    store.release(session)
    flows, events = store.history("visit-signed")
    assert first_unlawful(flows, events) is None
    fallen = [mark for event in events for mark in event.consents]
    assert [(mark.item, mark.what) for mark in fallen] == [("complaint.handler_agreed", "fell")]


def test_an_older_call_goes_on_to_its_score(tmp_path: Path) -> None:
    clock = WalkClock(1795345200.0)
    calls = MockStore(unpacked(tmp_path) / "mock", clock)
    assert score(calls.call(CLOSED_CALL), library()).passed
    session = calls.resume(LIVE_CALL, library())
    takes(session, clock, *session.scenario.good[4:])
    assert session.case.status == "closed"
    calls.release(session)
    call = calls.call(LIVE_CALL)
    assert first_unlawful(call.flows, call.events) is None
    assert score(call, library()).points


def test_random_older_journals_read_as_they_read() -> None:
    flows, cases = random_cases()
    assert sum(len(one.lines) for one in cases) > 3000
    for one in cases:
        events = [event_from_plain(line, lambda value: value) for line in one.lines]
        case = replay(flows, events)
        assert reading_of(flows, case, Stamp(*one.at)) == one.reading, one.seed
        values = {
            f"{frame.flow}.{fact}": value_of(flows[frame.flow], case, fact)
            for frame in case.here.stack
            for fact in flows[frame.flow].facts
        }
        assert json.loads(json.dumps(values)) == one.values, one.seed
        assert {name: promise.due for name, promise in case.promises.items()} == one.dues
        assert first_unlawful(flows, events) is None, one.seed
