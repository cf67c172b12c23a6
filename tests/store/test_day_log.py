"""The day log: stock TinyDB reads it, it is a reading of the journals, and it stays small."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.ports import DayFigures
from lenovo_desk.core.reasons import Reason
from lenovo_desk.store.cases.case_document import HIDDEN
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.disk.layout import agent_file_part
from tests.hand_clock import START, HandClock
from tests.store.house import (
    ANSWER,
    ZONE,
    Shelf,
    closed,
    leftovers,
    opening,
    stored,
    worked,
)

DAY = "2026-11-22.li.json"


def test_stock_tinydb_opens_a_day(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    closed(store, "c1")
    closed(store, "c2")
    with TinyDB(tmp_path / "log" / DAY) as log:
        assert [row["case"] for row in log.all()] == ["c1", "c2"]
        assert log.get(where("case") == "c2")["disposition"] == "repaired"


def test_a_file_is_named_by_the_closing_day_in_the_zone_of_the_case_and_by_the_agent(
    tmp_path: Path,
) -> None:
    store = CaseStore(tmp_path, HandClock())
    closed(store, "c1", agent="../王 五")
    late = HandClock(START + 9 * 3600)  # in UTC still the same day
    closed(CaseStore(tmp_path, late), "c2")
    names = sorted(path.name for path in tmp_path.glob("log/*.json"))
    assert names == [f"2026-11-22.{agent_file_part('../王 五')}.json", "2026-11-23.li.json"]
    assert agent_file_part("a.b") != agent_file_part("a_b") != agent_file_part("A_b")
    assert len(agent_file_part("x" * 500)) < 60
    assert agent_file_part("")


def test_each_agent_has_his_own_figures_of_today(tmp_path: Path) -> None:
    clock = HandClock()
    store = CaseStore(tmp_path, clock)
    closed(store, "c1")
    closed(store, "c2")
    closed(store, "m1", mode="mock")
    closed(store, "c3", agent="zhao")
    assert store.today("li", ZONE) == DayFigures(2, 2, 50.0, 25.0, 2, 2)
    assert store.today("wang", ZONE) == DayFigures(0, 0, 0.0)
    clock.forward(86400)
    assert store.today("li", ZONE) == DayFigures(0, 0, 0.0)


def test_a_document_lists_replies_and_what_was_flagged(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    worked(store, "c1")
    document = store.document("c1")
    assert document is not None
    assert document["schema"] == 3
    [reply] = document["replies"]
    assert {key: reply[key] for key in reply.keys() - {"at"}} == {
        "flow": "visit",
        "phrase": "",
        "language": "zh",
        "via": "private",
        "text": ANSWER,
        "flags": ["not_ours", "child_could"],
    }
    assert document["notes"][0]["flags"] == ["child_could"]
    figures = document["figures"]
    assert (figures["replies"], figures["flagged"]) == (1, 2)
    [stored_row] = stored(tmp_path).values()
    assert stored_row["replies"][0]["text"] == HIDDEN, "sealed, though nothing recorded is in it"
    assert stored_row["replies"][0]["flags"], "what was flagged is known without a key"


def test_mock_calls_are_never_mixed_with_real_cases(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    closed(store, "m1", mode="mock")
    closed(store, "c1")
    session = store.open_case(Shelf(), opening("m2", "mock"))
    store.release(session)
    assert [row["case"] for row in store.documents()] == ["c1"]
    assert [row["case"] for row in store.documents("mock")] == ["m1"]
    assert store.unfinished() == ()
    assert [(one.id, one.mode) for one in store.unfinished(mode="mock")] == [("m2", "mock")]
    assert store.document("m1") is None
    for ask in (store.history, lambda case: store.keep_record(case, "<p>")):
        with pytest.raises(StoreProblem, match="no_journal"):
            ask("m1")
    assert (tmp_path / "mock" / "evidence" / "2026-11" / "m1.jsonl").exists()
    assert store.resume("m2", Shelf()).case.mode == "mock"


def test_documents_come_latest_first(tmp_path: Path) -> None:
    clock = HandClock()
    for case, agent in (("c1", "li"), ("c2", "zhao"), ("c3", "li")):
        closed(CaseStore(tmp_path, clock), case, agent=agent)
    clock.forward(-86400 * 40)
    closed(CaseStore(tmp_path, clock), "c0")
    store = CaseStore(tmp_path, clock)
    assert [row["case"] for row in store.documents()] == ["c3", "c2", "c1", "c0"]
    assert store.document("c2") == next(d for d in store.documents() if d["case"] == "c2")
    assert store.document("c9") is None


def test_closing_is_done_once_however_often_it_is_finished(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    worked(store, "c1")
    (journal,) = tmp_path.glob("evidence/*/c1.jsonl")
    for _ in range(3):  # the program died between the log and the rename
        (tmp_path / "open" / "c1.jsonl").write_bytes(journal.read_bytes())
        journal.unlink()
        assert store.unfinished() == ()
        assert store.recover() == ("c1",)
    assert list(stored(tmp_path)) == ["c1"]
    assert not leftovers(tmp_path)


@pytest.mark.parametrize(
    "wreck", [b"", b'{"_default": {"1": {"ca', b"[]", b'{"_default": {"x": 1}}']
)
def test_a_broken_day_is_set_aside_and_written_anew_from_the_evidence(
    tmp_path: Path, wreck: bytes
) -> None:
    store = CaseStore(tmp_path, HandClock())
    for case in ("c1", "c2"):
        closed(store, case)
    closed(store, "c3", agent="zhao")
    before = {row["case"]: row for row in store.documents()}
    (tmp_path / "log" / DAY).write_bytes(wreck)
    assert store.today("li", ZONE) == DayFigures(0, 0, 0.0), "reading tells and goes on"
    assert [row["case"] for row in store.documents()] == ["c3"]
    assert store.notices == [Reason("log_broken", DAY)]
    closed(store, "c4")
    assert {row["case"]: row for row in store.documents() if row["case"] != "c4"} == before
    assert stored(tmp_path).keys() == {"c1", "c2", "c3", "c4"}
    (aside,) = tmp_path.glob(f"log/{DAY}.broken-*")
    assert aside.read_bytes() == wreck
    assert store.notices[1:] == [Reason("log_rebuilt", DAY, detail=aside.name)]


def test_the_log_is_a_reading_of_the_journals(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    for case in ("c1", "c2", "c3"):
        closed(store, case)
    before = list(store.documents())
    (tmp_path / "log" / DAY).unlink()
    assert store.rebuild("2026-11-22", "li") == 3
    assert list(store.documents()) == before
    next(tmp_path.glob("evidence/*/c2.jsonl")).unlink()
    assert store.rebuild("2026-11-22", "li") == 2
    assert {row["case"]: row for row in store.documents()} == {r["case"]: r for r in before}


def test_a_day_that_cannot_be_written_leaves_the_case_for_the_next_start(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    (tmp_path / "log").write_text("a file where a folder should be")
    with pytest.raises(StoreProblem, match="disk_refused"):
        closed(store, "c1")
    assert store.recover() == ()
    assert store.notices[-1].code == "disk_refused"
    (tmp_path / "log").unlink()
    assert store.recover() == ("c1",)
    assert list(stored(tmp_path)) == ["c1"]


def test_closing_looks_at_nothing_but_its_own_day_so_history_costs_nothing(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    closed(store, "c1")
    closed(store, "c2", agent="zhao")
    closed(CaseStore(tmp_path, HandClock(START + 86400)), "c3")
    code = (
        "import sys; from pathlib import Path; from tests.hand_clock import HandClock; "
        "from tests.store.house import CaseStore, closed; seen = []; "
        "watched = ('open', 'os.listdir', 'os.scandir'); "
        "sys.addaudithook(lambda name, args: name in watched and seen.append((name, args[0]))); "
        f"closed(CaseStore(Path({str(tmp_path)!r}), HandClock()), 'c4'); "
        "print(*(f'{name} {what}' for name, what in seen), sep=chr(10))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seen = [line for line in run.stdout.splitlines() if str(tmp_path) in line]
    assert any(line.endswith(DAY) for line in seen)
    assert not [line for line in seen if not line.startswith("open ")], "no folder is listed"
    assert not [line for line in seen if "zhao" in line or "2026-11-23" in line]
    assert not [line for line in seen if any(f"{os.sep}c{n}" in line for n in (1, 2, 3))]
