"""The store of mock calls as the screens of trainees and trainers see it."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.engine.fold import replay
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import Event
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.mock.mock_store import MockStore
from lenovo_desk.training.model.call import TrainerMark
from lenovo_desk.training.model.quiz import QuizAnswer
from lenovo_desk.training.training_ports import CallStore
from tests.full_disk import files_no_longer_than
from tests.hand_clock import START, HandClock
from tests.store.house import (
    FIRST_HALF,
    HALFWAY,
    NAME,
    NOTE,
    PERSONAL,
    VISIT,
    Shelf,
    changed,
    died,
    files_below,
    leftovers,
    opening,
    stored,
    worked,
)
from tests.store.mockhouse import OVER, Materials, called


@pytest.fixture
def calls(tmp_path: Path) -> MockStore:
    return MockStore(tmp_path / "mock", HandClock())


def other(calls: MockStore) -> MockStore:
    """Return another program's store on the same folder."""
    return MockStore(Path(calls.folder), HandClock(START + 7200, "boot-b", 50.0))


def test_it_is_what_the_screens_are_promised(calls: MockStore) -> None:
    promised: CallStore = calls
    assert promised.live() == ()
    assert list(promised.closed()) == []
    assert promised.answers("li") == ()
    assert promised.recover() == ()
    assert not Path(promised.folder).exists(), "nothing is made before the first call"


# --- begun


def test_a_call_begins_with_its_scenario_and_scorecard(calls: MockStore) -> None:
    session = called(calls, "m1", *HALFWAY)
    assert [type(event.act).__name__ for event in session.events[:2]] == [
        "CaseOpened",
        "MockCallBegun",
    ]
    assert session.case.mode == "mock", "whatever the opening says"
    assert session.case.scenario == "nobody_home"
    call = other(calls).call("m1")
    assert call.events == tuple(session.events)
    assert call.scenario == session.scenario == Materials().scenario
    assert call.scorecard == Materials().card
    assert first_unlawful(call.flows, call.events) is None


def test_what_a_trainee_types_is_sealed(calls: MockStore) -> None:
    calls.release(called(calls, "m1", *FIRST_HALF, it.ResumeCase(), *OVER[1:]))
    for path in files_below(Path(calls.folder)):
        data = path.read_bytes()
        assert not [word for word in PERSONAL if word.encode() in data], path
    assert replayed(other(calls), "m1").notes[0].text == NOTE


def replayed(calls: MockStore, case: str) -> Case:
    call = calls.call(case)
    return replay(call.flows, call.events)


def test_a_call_that_cannot_begin_leaves_nothing(calls: MockStore, tmp_path: Path) -> None:
    materials = Materials()
    changed_since = Materials(goal="Another one.")
    for shelf, scenario, code in (
        (Shelf(changed(VISIT, flow="other")), materials.scenario, "unknown_flow"),
        (Shelf(), changed_since.scenario, "flow_changed"),
    ):
        with pytest.raises(StoreProblem) as refusal:
            calls.begin(shelf, opening("m1"), scenario, materials.card, materials)
        assert refusal.value.code == code
        assert not any("m1" in path.name for path in files_below(tmp_path))
        assert calls.live() == ()
    called(calls, "m1")
    for store in (calls, other(calls)):
        with pytest.raises(StoreProblem, match="open_elsewhere"):
            called(store, "m1")
    with pytest.raises(StoreProblem, match="bad_case_id"):
        called(calls, "../m1")


@pytest.mark.parametrize("size", [0, 20, 100, 400, 700])
def test_a_full_disk_at_the_beginning_leaves_no_call(
    calls: MockStore, tmp_path: Path, size: int
) -> None:
    with files_no_longer_than(size), pytest.raises(StoreProblem, match="disk_full"):
        called(calls, "m1")
    assert not any("m1" in path.name or "part" in path.name for path in files_below(tmp_path))
    calls.release(called(calls, "m1"))


def test_an_id_is_used_once(calls: MockStore) -> None:
    calls.release(called(calls, "m1", *OVER))
    with pytest.raises(StoreProblem, match="case_exists"):
        called(calls, "m1")


# --- taken up


def test_a_call_is_taken_up_at_the_very_step_with_its_events(calls: MockStore) -> None:
    session = called(calls, "m1", *HALFWAY, it.SetClock(15.0))
    here = session.case.here
    calls.release(session)
    store = MockStore(Path(calls.folder), calls.clock)
    session = store.resume("m1", Shelf())
    assert session.case.here == here
    assert session.case.drafts
    assert [type(event.act).__name__ for event in session.events[-2:]] == [
        "CaseResumed",
        "ClockSet",
    ]
    assert session.case.rate == 1.0
    assert session.scenario == Materials().scenario
    assert [event.n for event in session.events] == [*range(1, len(session.events) + 1)]
    with pytest.raises(StoreProblem, match="open_elsewhere"):
        other(calls).resume("m1", Shelf())


def test_a_call_goes_on_after_its_program_died(calls: MockStore) -> None:
    session = called(calls, "m1", *HALFWAY)
    died(calls, "m1")
    store = other(calls)
    assert [one.status for one in store.live()] == ["open"]
    again = store.resume("m1", Shelf())
    assert again.events[:-1] == session.events
    assert again.now() >= session.events[-1].at


def test_what_is_no_call_is_not_taken_up(calls: MockStore, tmp_path: Path) -> None:
    with pytest.raises(StoreProblem, match="no_call"):
        calls.resume("m9", Shelf())
    calls.release(called(calls, "m3", *OVER))
    with pytest.raises(StoreProblem, match="closed"):
        calls.resume("m3", Shelf())
    real = CaseStore(tmp_path, HandClock())
    real.release(real.open_case(Shelf(), opening("m2", "mock")))
    for _ in range(2):
        with pytest.raises(StoreProblem, match="not_mock"):
            calls.resume("m2", Shelf())
    with pytest.raises(StoreProblem, match="not_mock"):
        calls.call("m2")
    calls.release(called(calls, "m1"))
    with pytest.raises(StoreProblem, match="is_mock"):
        real.resume("m1", Shelf())
    calls.release(calls.resume("m1", Shelf()))


def test_an_old_call_is_scored_as_it_was(calls: MockStore) -> None:
    calls.release(called(calls, "m1", *OVER))
    newer = Materials(goal="Another one.", opens="Go away.")
    session = calls.begin(Shelf(), opening("m2"), newer.scenario, newer.card, newer)
    assert session.scenario.opens == "Go away."
    old, new = (other(calls).call(case).scenario for case in ("m1", "m2"))
    assert (old.opens, new.opens) == ("Who is there?", "Go away.")
    kept = Path(calls.folder) / "flows" / old.digest
    kept.write_bytes(kept.read_bytes().replace(b"Who is", b"Who's "))
    with pytest.raises(StoreProblem) as refusal:
        other(calls).call("m1")
    assert (refusal.value.code, refusal.value.detail) == ("flow_changed", "nobody_home")


# --- read


def test_a_live_call_is_read_without_touching_it(calls: MockStore) -> None:
    session = called(calls, "m1")
    trainer = other(calls)
    for intent in HALFWAY:
        session.do(intent)
        before = {path: path.stat().st_mtime_ns for path in files_below(Path(calls.folder))}
        assert trainer.call("m1").events == tuple(session.events)
        assert {p: p.stat().st_mtime_ns for p in files_below(Path(calls.folder))} == before
    assert trainer.call("m1") is trainer.call("m1"), "read again only when it has changed"
    seen = trainer.call("m1")
    session.do(it.AddNote("one more"))
    assert trainer.call("m1") is not seen
    journal = Path(calls.folder) / "open" / "m1.jsonl"
    whole = journal.read_bytes()
    journal.write_bytes(whole[:-9])
    assert trainer.call("m1").events == tuple(session.events[:-1]), "a line half written"
    assert journal.read_bytes() == whole[:-9]


def test_live_calls_come_latest_first(calls: MockStore) -> None:
    sessions = [called(calls, f"m{n}", agent=agent) for n, agent in enumerate(("li", "wu", "zhao"))]
    sessions[0].do(it.MakeChoice("begin"))
    assert [(one.id, one.agent, one.mode) for one in other(calls).live()] == [
        ("m0", "li", "mock"),
        ("m2", "zhao", "mock"),
        ("m1", "wu", "mock"),
    ]
    sessions[1].do(OVER[1])
    assert [one.id for one in other(calls).live()] == ["m0", "m2"]


def test_the_closed_calls_of_one_trainee_are_found_without_reading_those_of_others(
    calls: MockStore,
) -> None:
    for case, agent in (("m1", "li"), ("m2", "wu"), ("m3", "li")):
        calls.release(called(calls, case, *OVER, agent=agent))
    journal = Path(calls.folder) / "evidence" / "2026-11" / "m2.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b"ChoiceMade", b"ChoiceMude"))
    store = other(calls)
    assert [call.id for call in store.closed("li")] == ["m3", "m1"]
    assert not store.notices, "a damaged call of somebody else was not looked at"
    assert list(store.closed("wu")) == []
    assert [one.id for one in store.notices] == ["m2"]
    assert list(store.closed("zhao")) == []


def test_closed_calls_come_latest_first_and_a_broken_one_is_told(calls: MockStore) -> None:
    for n in (3, 1, 2):
        calls.release(called(calls, f"m{n}", *OVER))
    assert isinstance(calls.clock, HandClock)
    calls.clock.forward(40 * 86400)
    calls.release(called(calls, "m0", *OVER))
    store = other(calls)
    assert [call.id for call in store.closed()] == ["m0", "m2", "m1", "m3"]
    assert not store.notices
    journal = Path(calls.folder) / "evidence" / "2026-11" / "m1.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b"he rang", b"he sang").replace(b"li", b"wu"))
    for _ in range(2):
        assert [call.id for call in store.closed()] == ["m0", "m2", "m3"]
    assert [(one.code, one.id) for one in store.notices] == [("damaged", "m1")]
    with pytest.raises(StoreProblem, match="no_call"):
        store.call("m9")


def test_a_forgotten_customer_is_gone_from_the_call(calls: MockStore, tmp_path: Path) -> None:
    calls.release(called(calls, "m1", it.RecordFact("customer", NAME), *OVER))
    page = calls.keep_report("m1", f"<p>{NAME}</p>")
    assert CaseStore(tmp_path, HandClock()).forget("m1")
    call = other(calls).call("m1")
    assert replay(call.flows, call.events).disposition == "abandoned"
    assert NAME not in str(call)
    assert not Path(page).exists()


# --- begun again


def test_a_call_begins_again_from_a_point_of_another(calls: MockStore) -> None:
    session = called(calls, "m1", *HALFWAY)
    old = session.call
    again = calls.begin_again(Shelf(), opening("m2", agent="wu"), old, 12, Materials())
    begun = again.events[1].act
    assert isinstance(begun, ev.MockCallBegun)
    assert begun.again == "m1#12"
    assert len(again.events) == 12
    assert again.case.here.top[1:] == replay(old.flows, old.events[:12]).here.top[1:]
    assert again.case.agent == "wu"
    assert again.events[-1].at.utc <= calls.clock.now().utc
    again.do(it.MakeChoice("no_answer"))
    calls.release(again)
    calls.release(session)
    assert first_unlawful(other(calls).call("m2").flows, other(calls).call("m2").events) is None
    assert other(calls).call("m1").events == old.events, "the other is what it was"


@pytest.mark.parametrize("upto", [0, 1, 2])
def test_from_its_first_step_it_is_a_call_of_the_same_scenario(calls: MockStore, upto: int) -> None:
    old = called(calls, "m1", *HALFWAY).call
    again = calls.begin_again(Shelf(), opening("m2"), old, upto, Materials(goal="Another."))
    assert len(again.events) == 2
    assert again.scenario == old.scenario, "also when the scenario has changed since"


def test_a_call_that_cannot_go_as_it_went_leaves_nothing(calls: MockStore) -> None:
    old = called(calls, "m1", *HALFWAY).call
    steps = {**VISIT["steps"], "knock": {**VISIT["steps"]["knock"], "choices": {}}}
    today = Shelf(
        changed(VISIT, steps={**steps, "knock": {"end": "over"}}), *Shelf().plains.values()
    )
    today.plains["visit"] = changed(VISIT, steps={**steps, "knock": {"end": "over"}})
    with pytest.raises(StoreProblem) as refusal:
        calls.begin_again(today, opening("m2"), old, 12, Materials())
    assert refusal.value.code == "not_again"
    assert refusal.value.detail.startswith("m1#")
    assert not any("m2" in path.name for path in files_below(Path(calls.folder)))


def test_a_parked_call_is_parked_where_it_begins_again(calls: MockStore) -> None:
    session = called(calls, "m1", it.MakeChoice("begin"), it.ParkCase("his wife comes", "+1h"))
    again = calls.begin_again(Shelf(), opening("m2"), session.call, 4, Materials())
    assert again.case.status == "open", "and taken up at once"
    assert isinstance(again.events[-1].act, ev.CaseResumed)


def test_what_a_trainer_said_before_is_not_said_again(calls: MockStore) -> None:
    session = called(calls, "m1")
    trainer = other(calls)
    with_line = trainer.line("m1")
    for text in ("one", "two"):
        with_line.say("line", text)
    for said in calls.spoken("m1"):
        session.do(it.HearCustomer(said.n, said.kind, said.text))
    again = calls.begin_again(Shelf(), opening("m2"), session.call, 4, Materials())
    assert again.case.heard == 2
    assert calls.spoken("m2", again.case.heard) == ()
    line = trainer.line("m2")
    assert line.say("line", "three").n == 3
    (three,) = calls.spoken("m2", again.case.heard)
    assert isinstance(again.do(it.HearCustomer(three.n, three.kind, three.text)), Event)


# --- marks, quizzes, reports


MARK = TrainerMark("line", "tone", 8.0, "warm", "trainer", START)


def test_what_a_trainer_adds_stays_with_the_call(calls: MockStore) -> None:
    calls.release(called(calls, "m1", *OVER))
    calls.mark("m1", MARK)
    other(calls).mark("m1", MARK._replace(what="remark", name="", reason="听得很好\n\x1b[2J"))
    assert calls.call("m1").marks == (
        MARK,
        MARK._replace(what="remark", name="", reason="听得很好\n[2J"),
    )
    assert [call.marks[:1] for call in calls.closed()] == [(MARK,)]
    with pytest.raises(StoreProblem, match="no_call"):
        calls.mark("m9", MARK)


def test_a_line_that_is_no_mark_is_left_out(calls: MockStore) -> None:
    from lenovo_desk.store.disk import append_log
    from lenovo_desk.store.disk.file_access import PRIVATE_ACCESS

    calls.release(called(calls, "m1", *OVER))
    path = Path(calls.folder) / "marks" / "m1.jsonl"
    for plain in (
        {**MARK._asdict(), "what": "praise"},
        {**MARK._asdict(), "points": "8"},
        {**MARK._asdict(), "points": True},
        {**MARK._asdict(), "at": 10**400},
        {},
    ):
        append_log.append_entry(path, PRIVATE_ACCESS, plain, "broken-x")
    calls.mark("m1", MARK._replace(points=8, at=1))
    assert calls.call("m1").marks == (MARK._replace(at=1.0),)


def test_a_damaged_ledger_is_told_once_and_goes_on(calls: MockStore) -> None:
    for n in range(3):
        calls.answered("li", QuizAnswer(f"prices.q{n}", bool(n), START + n))
    path = Path(calls.folder) / "quiz" / "li.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"prices.q1", b"prices.q9"))
    for _ in range(2):
        assert [one.question for one in calls.answers("li")] == ["prices.q0"]
    assert [one.code for one in calls.notices] == ["ledger_broken"]
    calls.answered("li", QuizAnswer("prices.q5", True, START))
    assert [one.question for one in calls.answers("li")] == ["prices.q0", "prices.q5"]
    told = calls.notices[-1]
    assert (told.code, told.id) == ("ledger_rebuilt", "li.jsonl")
    assert b"prices.q9" in path.with_name(told.detail).read_bytes(), "nothing is thrown away"


def test_a_torn_answer_is_cut_by_the_next_one(calls: MockStore) -> None:
    calls.answered("li", QuizAnswer("prices.q0", True, START))
    path = Path(calls.folder) / "quiz" / "li.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:30])
    assert len(calls.answers("li")) == 1
    calls.answered("li", QuizAnswer("prices.q1", False, START))
    assert [one.right for one in calls.answers("li")] == [True, False]
    assert not calls.notices


def test_two_who_write_at_once_follow_each_other(calls: MockStore) -> None:
    code = (
        "import sys; from pathlib import Path; "
        "from lenovo_desk.store.mock.mock_store import MockStore; "
        "from lenovo_desk.training.model.quiz import QuizAnswer; "
        "from tests.hand_clock import HandClock; "
        "calls = MockStore(Path(sys.argv[1]), HandClock()); "
        "[calls.answered('li', QuizAnswer(sys.argv[2], True, n)) for n in range(40)]"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", code, calls.folder, name]) for name in ("a", "b")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    answers = calls.answers("li")
    assert not calls.notices
    for name in ("a", "b"):
        assert [one.at for one in answers if one.question == name] == [*map(float, range(40))]


def test_two_trainees_at_once_work_beside_each_other(calls: MockStore) -> None:
    code = (
        "import sys; from pathlib import Path; "
        "from lenovo_desk.store.mock.mock_store import MockStore; "
        "from tests.hand_clock import HandClock; from tests.store.mockhouse import OVER, called; "
        "calls = MockStore(Path(sys.argv[1]), HandClock()); "
        "[calls.release(called(calls, f'{sys.argv[2]}-{n}', *OVER)) for n in range(15)]; "
        "print(calls.notices)"
    )
    trainees = [
        subprocess.Popen(
            [sys.executable, "-c", code, calls.folder, name], stdout=subprocess.PIPE, text=True
        )
        for name in ("a", "b")
    ]
    assert [one.communicate()[0] for one in trainees] == ["[]\n", "[]\n"]
    ids = {f"{name}-{n}" for name in ("a", "b") for n in range(15)}
    assert {call.id for call in calls.closed()} == ids
    assert set(stored(Path(calls.folder))) == ids, "and each is in the log of mock calls once"
    assert not leftovers(Path(calls.folder))


def test_each_agent_has_answers_of_his_own(calls: MockStore) -> None:
    for agent in ("li", "Li", "李", "../li"):
        calls.answered(agent, QuizAnswer(agent, True, START))
    for agent in ("li", "Li", "李", "../li"):
        assert [one.question for one in calls.answers(agent)] == [agent]


def test_a_report_is_for_this_user_only(calls: MockStore) -> None:
    calls.release(called(calls, "m1", *OVER))
    path = Path(calls.keep_report("m1", "<p>85 %</p>"))
    assert path == Path(calls.folder) / "reports" / "m1.html"
    assert path.read_text() == "<p>85 %</p>"
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    with pytest.raises(StoreProblem, match="no_call"):
        calls.keep_report("m9", "")


# --- apart from real cases


def test_mock_calls_are_nowhere_among_real_cases(calls: MockStore, tmp_path: Path) -> None:
    real = CaseStore(tmp_path, HandClock())
    worked(real, "c1")
    before = (real.today("li", "Asia/Shanghai"), list(real.documents()), real.unfinished())
    calls.release(called(calls, "m1", *OVER))
    called(calls, "m2", *HALFWAY)
    again = CaseStore(tmp_path, HandClock())
    assert (again.today("li", "Asia/Shanghai"), list(again.documents()), again.unfinished()) == (
        before
    )
    assert again.document("m1") is None
    assert again.rebuild("2026-11-22", "li") == 1
    for ask in (again.history, again.known_facts):
        with pytest.raises(StoreProblem):
            ask("m1")
    assert [row["case"] for row in again.documents("mock")] == ["m1"]
    assert [one.id for one in again.unfinished(mode="mock")] == ["m2"]


def test_recovery_of_the_data_folder_finishes_mock_calls_too(
    calls: MockStore, tmp_path: Path
) -> None:
    called(calls, "m1", *OVER)
    died(calls, "m1")
    assert CaseStore(tmp_path, HandClock()).recover() == ("m1",)
    assert [call.id for call in calls.closed()] == ["m1"]
    assert not leftovers(tmp_path)
