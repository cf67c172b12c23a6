"""A case's journal is read again without a lock; its record lies where only this user reads."""

import sys
from pathlib import Path

import pytest

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.store.cases.case_store import CaseStore
from tests.hand_clock import HandClock
from tests.store.house import NAME, Shelf, opening, worked


def test_an_open_case_is_read_while_it_is_on_a_screen(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    session = store.open_case(Shelf(), opening("one"))
    flows, events = CaseStore(tmp_path, HandClock()).history("one")
    assert [event.n for event in events] == [1]
    assert flows[session.case.flow].id == session.case.flow
    store.release(session)


def test_a_closed_case_is_read_from_the_evidence(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    worked(store, "one")
    _, events = store.history("one")
    assert NAME in str(events)
    assert len(events) == events[-1].n


def test_a_case_that_is_nowhere_has_no_journal(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    for ask in (store.history, lambda case: store.keep_record(case, "page")):
        with pytest.raises(StoreProblem) as refused:
            ask("none")
        assert refused.value.code == "no_journal"
        with pytest.raises(StoreProblem) as refused:
            ask("../none")
        assert refused.value.code == "bad_case_id"


def test_a_record_is_written_whole_and_private(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    worked(store, "one")
    for page in ("first", "second"):
        path = Path(store.keep_record("one", page))
        assert path.read_text("utf-8") == page
    assert path == tmp_path / "records" / "one.html"
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_forgetting_a_customer_takes_the_record_away(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    worked(store, "one")
    path = Path(store.keep_record("one", "names the customer"))
    assert store.forget("one")
    assert not path.exists()
    assert NAME not in str(store.history("one")[1])
