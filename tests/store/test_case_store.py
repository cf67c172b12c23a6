"""The store as the screens see it: begin, take up, let go, find again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lenovo_desk.core.engine.fold import replay
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.model.intents import Intent
from lenovo_desk.core.ports import Store
from lenovo_desk.core.time.clock import elapsed
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.cases.pinned_flows import digests_of
from lenovo_desk.store.disk.system_clock import SystemClock
from tests.hand_clock import START, HandClock
from tests.store.house import (
    ASIDE,
    DRAFT,
    FIRST_HALF,
    INNER,
    INTENTS,
    NAME,
    NOTE,
    REASON,
    VISIT,
    Shelf,
    changed,
    died,
    events_of,
    journal_of,
    opening,
    reading_of,
)


def test_a_store_is_what_the_screens_are_promised(tmp_path: Path) -> None:
    store: Store = CaseStore(tmp_path, HandClock())
    assert store.unfinished() == ()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.sampled_from(INTENTS), st.sampled_from([0, 1, 1000, 90000, -7200]))),
    st.sampled_from(["UTC", "Europe/Paris", "Asia/Shanghai", "No/Where"]),
)
def test_what_is_read_back_is_what_was_in_memory(
    tmp_path_factory: pytest.TempPathFactory, intents: list[tuple[Intent, int]], zone: str
) -> None:
    root = tmp_path_factory.mktemp("data")
    clock = HandClock()
    store = CaseStore(root, clock)
    session = store.open_case(Shelf(), opening("c1", zone=zone))
    for intent, seconds in intents:
        clock.forward(seconds)
        session.do(intent)
    case: Case = session.case
    store.release(session)

    elsewhere = CaseStore(root, HandClock(START + 40 * 86400, "boot-b", 5.0))
    events = events_of(root, "c1")
    flows = elsewhere._folder("real").structures.pinned(digests_of(events))
    assert replay(flows, events) == case
    if case.status == "closed":
        shown = elsewhere.document("c1")
        assert shown is not None
        assert shown["disposition"] == case.disposition
        assert shown["figures"]["handled"] == pytest.approx(case.handled, abs=0.001)
    else:
        (summary,) = elsewhere.unfinished()
        assert (summary.status, summary.step) == (case.status, case.here.stack[0].step)
        resumed = elsewhere.resume("c1", Shelf())
        assert resumed.case.trail == case.trail
        assert resumed.case.ledger == case.ledger
        elsewhere.release(resumed)


def test_a_case_is_on_one_screen_at_a_time(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.store.desk", str(tmp_path), "c1", "hold"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        store = CaseStore(tmp_path, HandClock())
        assert [one.status for one in store.unfinished()] == ["open"]
        for _ in range(2):
            with pytest.raises(StoreProblem, match="open_elsewhere"):
                store.resume("c1", Shelf())
        assert store.recover() == ()
        holder.kill()
        holder.wait()
        session = store.resume("c1", Shelf())
        assert [event.act for event in events_of(tmp_path, "c1")][-1] == (True,), "after a crash"
        with pytest.raises(StoreProblem, match="open_elsewhere"):
            CaseStore(tmp_path, HandClock()).resume("c1", Shelf())
        store.release(session)
        store.release(session)
    assert not list(tmp_path.glob("open/*.lock"))


def test_a_parked_case_is_taken_up_at_the_very_step(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    session = store.open_case(Shelf(), opening("c1"))
    for intent in FIRST_HALF:
        session.do(intent)
    here = session.case.here
    store.release(session)
    (summary,) = store.unfinished()
    assert (summary.flow, summary.stage, summary.step) == ("visit", "door", "phone_them")
    assert (summary.status, summary.agent, summary.reason) == ("parked", "li", REASON)
    assert summary.due_name == "park"
    assert summary.due == session.case.park_until
    assert store.unfinished(reasons=False) == (summary._replace(reason=""),)
    session = CaseStore(tmp_path, HandClock()).resume("c1", Shelf())
    assert session.case.here == here
    assert session.case.status == "open"
    assert session.case.notes[0].text == NOTE


def test_unfinished_cases_come_by_their_next_due_time(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    for case, until in (("c1", "+5h"), ("c2", ""), ("c3", "+1h"), ("c4", "+3h")):
        session = store.open_case(Shelf(), opening(case))
        if until:
            session.do(it.ParkCase("later", until))
        store.release(session)
    assert [one.id for one in store.unfinished()] == ["c3", "c4", "c1", "c2"]
    for path in tmp_path.glob("open/*.card"):
        path.write_text("{")
    assert [one.id for one in store.unfinished()] == ["c3", "c4", "c1", "c2"]


def test_a_card_that_does_not_fit_its_journal_is_not_believed(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    session = store.open_case(Shelf(), opening("c1"))
    session.do(it.ParkCase("later", "+1h"))
    store.release(session)
    session = store.resume("c1", Shelf())
    session.do(it.MakeChoice("begin"))
    died(store, "c1")
    (summary,) = CaseStore(tmp_path, HandClock()).unfinished()
    assert (summary.status, summary.step, summary.due_name) == (
        "open",
        "phone_them",
        "wait.waited",
    ), "the wait at this step is over before the contact is due"


def test_a_case_keeps_the_flows_it_began_with(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    session = store.open_case(Shelf(), opening("c1"))
    session.do(it.MakeChoice("begin"))
    store.release(session)
    newer = Shelf(
        changed(VISIT, steps={"only": {"end": "over"}}),
        changed(INNER, steps={"only": {"end": "over"}}),
        ASIDE,
        changed(ASIDE, flow="fresh"),
    )
    session = store.resume("c1", newer)
    assert "phone_them" in session.flows["visit"].steps
    session.do(it.EnterFlow("fresh"))
    store.release(session)
    session = store.resume("c1", Shelf())
    assert session.case.here.top.flow == "fresh", "also one that the library no longer has"
    assert "fresh" in session.flows
    assert {"visit", "inner", "aside", "fresh"} <= set(session.flows)


def test_a_kept_structure_that_is_gone_or_changed_is_a_clear_problem(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    store.release(store.open_case(Shelf(), opening("c1")))
    kept = tmp_path / "flows" / Shelf().flow("inner").digest
    data = kept.read_bytes()
    for code, action in (
        ("flow_changed", lambda: kept.write_bytes(data.replace(b"saved", b"lost!"))),
        ("flow_missing", kept.unlink),
    ):
        action()
        other = CaseStore(tmp_path, HandClock())
        with pytest.raises(StoreProblem) as refusal:
            other.resume("c1", Shelf())
        assert (refusal.value.code, refusal.value.detail) == (code, "inner")
    assert journal_of(tmp_path, "c1") is not None


def test_a_flow_entered_later_is_kept_before_the_event(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    session = store.open_case(Shelf(), opening("c1"))
    flows, away = tmp_path / "flows", tmp_path / "away"
    flows.rename(away)
    flows.write_text("a file where a folder should be")
    with pytest.raises(StoreProblem, match="disk_refused"):
        session.do(it.EnterFlow("aside"))
    assert len(events_of(tmp_path, "c1")) == 1
    flows.unlink()
    away.rename(flows)
    session.do(it.EnterFlow("aside"))
    assert (flows / Shelf().flow("aside").digest).exists()


def test_a_library_that_changed_under_a_case_is_refused_before_the_event(tmp_path: Path) -> None:
    shelf = Shelf()
    store = CaseStore(tmp_path, HandClock())
    session = store.open_case(shelf, opening("c1"))
    assert session.flows["aside"].steps
    shelf.plains["aside"] = changed(ASIDE, source="newer")
    with pytest.raises(StoreProblem, match="flow_changed"):
        session.do(it.EnterFlow("aside"))
    assert session.case.here.top.flow == "visit"
    assert len(events_of(tmp_path, "c1")) == 1


@pytest.mark.parametrize("case", ["", "../c1", "a/b", ".c1", "c1.jsonl", "x" * 200, "c 1"])
def test_an_id_that_is_no_file_name_is_refused(tmp_path: Path, case: str) -> None:
    with pytest.raises(StoreProblem, match="bad_case_id"):
        CaseStore(tmp_path, HandClock()).open_case(Shelf(), opening(case))


def test_an_id_is_used_once(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    session = store.open_case(Shelf(), opening("c1"))
    session.do(it.RecordFact("customer", NAME))
    with pytest.raises(StoreProblem, match="open_elsewhere"):
        store.open_case(Shelf(), opening("c1"))
    store.release(session)
    with pytest.raises(StoreProblem, match="case_exists"):
        store.open_case(Shelf(), opening("c1"))
    assert store.resume("c1", Shelf()).case.ledger["visit.customer"][0].value == NAME


def test_a_flow_that_is_not_there_is_refused_and_nothing_stays(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    with pytest.raises(StoreProblem) as refusal:
        store.open_case(Shelf(ASIDE), opening("c1"))
    assert (refusal.value.code, refusal.value.detail) == ("unknown_flow", "visit")
    assert store.unfinished() == ()
    assert not (tmp_path / "keys" / "c1").exists()
    with pytest.raises(StoreProblem, match="unknown_case"):
        store.resume("c1", Shelf())


def test_a_folder_that_cannot_be_written_is_a_problem_only_at_the_first_write(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").write_text("")
    root = tmp_path / "file" / "data"
    store = CaseStore(root, HandClock())
    assert store.recover() == ()
    assert store.unfinished() == ()
    assert list(store.documents()) == []
    assert store.document("c1") is None
    assert store.today("li").closed == 0
    with pytest.raises(StoreProblem) as refusal:
        store.open_case(Shelf(), opening("c1"))
    assert (refusal.value.code, refusal.value.detail) == ("data_folder", str(root))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_read_only_folder_can_still_be_read(tmp_path: Path) -> None:
    store = CaseStore(tmp_path / "data", HandClock())
    store.release(store.open_case(Shelf(), opening("c1")))
    for folder in (tmp_path / "data", tmp_path / "data" / "open"):
        folder.chmod(0o500)
    try:
        assert [one.id for one in store.unfinished()] == ["c1"]
        with pytest.raises(StoreProblem, match="data_folder"):
            store.resume("c1", Shelf())
        assert store.recover() == ()
    finally:
        for folder in (tmp_path / "data", tmp_path / "data" / "open"):
            folder.chmod(0o700)


def test_waits_are_logged_with_what_proves_them(tmp_path: Path) -> None:
    clock = HandClock()
    store = CaseStore(tmp_path, clock)
    session = store.open_case(Shelf(), opening("c1"))
    session.do(it.MakeChoice("begin"))
    clock.forward(600)
    clock.utc += 600
    clock.restart("boot-b", 20.0)
    session.do(it.StepBack())
    session.do(it.MakeChoice("begin"))
    session.do(it.MakeChoice("no_answer"))
    clock.utc -= 3600
    session.do(it.CloseCase())
    store.release(session)
    shown = store.document("c1")
    assert shown is not None
    (wait,) = shown["waits"]
    assert (wait["wait"], wait["wanted"], wait["proof"]) == ("waited", 900, "utc")
    assert wait["seconds"] == pytest.approx(1203)
    assert wait["started"] == "2026-11-22T15:00:02.000+08:00"
    assert wait["counts"]
    assert shown["clock_jumps"] == [-3600.0]


def test_half_typed_words_survive_a_crash(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    session = store.open_case(Shelf(), opening("c1"))
    session.do(it.DraftField("note", DRAFT))
    died(store, "c1")
    assert CaseStore(tmp_path, HandClock()).resume("c1", Shelf()).case.drafts == {"note": DRAFT}


def test_recovery_leaves_what_is_not_ours(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    store.release(store.open_case(Shelf(), opening("c1")))
    (tmp_path / "open" / "Thumbs 1.db").write_text("x")
    (tmp_path / "open" / "c9.lock").write_text("")
    (tmp_path / "open" / ".c1.card.part-77").write_text("x")
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / ".2026-11-22.li.json.part-77").write_text("x")
    assert store.recover() == ()
    assert sorted(path.name for path in tmp_path.glob("open/*")) == [
        "Thumbs 1.db",
        "c1.card",
        "c1.jsonl",
    ]
    assert [path.name for path in tmp_path.glob("log/*")] == [".lock"]


def test_the_real_clock_goes_forward_and_knows_its_boot() -> None:
    first, second = SystemClock().now(), SystemClock().now()
    assert first.boot == second.boot != ""
    assert 0 <= elapsed(first, second).seconds < 60
    assert elapsed(first, second).proof == "boot"
    assert round(first.utc, 3) == first.utc > START - 10 * 365 * 86400


def test_a_start_with_parked_cases_imports_neither_tinydb_nor_cryptography(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    session = store.open_case(Shelf(), opening("c1"))
    session.do(it.ParkCase(REASON, "+1h"))
    store.release(session)
    code = (
        "import sys; from pathlib import Path; "
        "from lenovo_desk.store.cases.case_store import CaseStore; "
        "from tests.hand_clock import HandClock; "
        f"store = CaseStore(Path({str(tmp_path)!r}), HandClock()); store.recover(); "
        "assert len(store.unfinished(reasons=False)) == 1; store.today('li'); "
        "print(sorted({'tinydb', 'cryptography', 'filelock'} & sys.modules.keys()))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def acts_of(events: tuple[Event, ...]) -> list[str]:
    return [type(event.act).__name__ for event in events]


def test_a_case_closed_by_a_killed_program_is_not_resumed_but_finished(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    session = store.open_case(Shelf(), opening("c1"))
    session.do(it.AbandonCase("he rang off"))
    died(store, "c1")
    assert store.unfinished() == ()
    with pytest.raises(StoreProblem, match="closed"):
        store.resume("c1", Shelf())
    assert acts_of(events_of(tmp_path, "c1")) == ["CaseOpened", "CaseClosed"]
    assert store.document("c1") is not None
    assert store.recover() == ()


LUC = it.UseDesk("luc", "hotline", (("engineer", "Luc"), ("support_link", "https://b.example")))


@pytest.mark.parametrize("parked", [True, False])
def test_the_desk_that_resumes_is_in_force_and_the_road_to_it_is_not_counted(
    tmp_path: Path, parked: bool
) -> None:
    clock = HandClock()
    store = CaseStore(tmp_path, clock)
    session = store.open_case(Shelf(), opening("c1"))
    if parked:
        session.do(it.ParkCase("lunch", "+1h"))
    store.release(session)
    handled = session.case.handled
    clock.forward(4000)
    session = CaseStore(tmp_path, clock).resume("c1", Shelf(), LUC)
    case = session.case
    assert (case.agent, case.role, case.settings["engineer"]) == ("luc", "hotline", "Luc")
    assert case.handled < handled + 60
    session.do(it.RecordFact("place", "home"))
    session.do(it.MakeChoice("no_such"))
    plains = reading_of(tmp_path, "c1").plains
    assert [plain["by"] for plain in plains] == ["li"] * (1 + parked) + ["luc"] * 3
    assert [plain["event"] for plain in plains[-3:]] == [
        "CaseResumed",
        "DeskChanged",
        "FactRecorded",
    ]


def test_a_desk_that_is_as_it_was_leaves_no_event(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    store.release(store.open_case(Shelf(), opening("c1")))
    session = store.resume("c1", Shelf(), it.desk_of(opening("c1")))
    assert type(events_of(tmp_path, "c1")[-1].act).__name__ == "CaseResumed"
    answer = session.do(it.desk_of(opening("c1")))
    assert isinstance(answer, Refusal)
    assert answer.reasons[0].code == "no_change"


def test_the_log_names_who_closed_a_case_and_everyone_who_acted(tmp_path: Path) -> None:
    clock = HandClock()
    store = CaseStore(tmp_path, clock)
    session = store.open_case(Shelf(), opening("c1"))
    session.do(it.ParkCase("lunch", "+1h"))
    store.release(session)
    session = store.reach("c1", Shelf(), LUC)
    assert session.case.status == "parked"
    session.do(it.AbandonCase("he rang off"))
    store.release(session)
    document = store.document("c1")
    assert document is not None
    assert (document["agent"], document["agents"]) == ("luc", ["li", "luc"])
    assert store.today("luc", session.case.zone).closed == 1
    assert store.today("li", session.case.zone).closed == 0
