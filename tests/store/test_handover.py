"""A case goes to another desk: at the very step, once, whole, and only by its passphrase."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.engine.fold import replay
from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.dispositions import TAKEN_OVER
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.store.cases import handover_cases, handover_file
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.cases.handover_cases import successor_id
from tests.full_disk import files_no_longer_than
from tests.hand_clock import START, HandClock
from tests.store.house import (
    ASIDE,
    FIRST_HALF,
    INTENTS,
    NAME,
    PASSPHRASE,
    PERSONAL,
    SECOND_HALF,
    TAKER,
    VISIT,
    Shelf,
    died,
    events_of,
    files_below,
    halfway,
    journal_of,
    leftovers,
    opening,
    stored,
)
from tests.store.killed import CASE, PREPARED

pytestmark = pytest.mark.slow

REASON = "my shift ends, he asked for Wu"
OWN = {
    "id", "agent", "role", "settings", "follows", "status", "park_reason", "park_until", "n",
    "last", "handled", "holds", "tries", "past",
}  # fmt: skip
"""What of a case may differ once another desk has it."""


class Desks:
    """Two data folders, each with a clock of its own machine, and the file between them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.here, self.there = folder / "here", folder / "there"
        self.clock = HandClock()
        self.other_clock = HandClock(START + 300, "boot-b", 50.0)
        self.file = folder / "case.handover"

    @property
    def sender(self) -> CaseStore:
        return CaseStore(self.here, self.clock)

    @property
    def taker(self) -> CaseStore:
        return CaseStore(self.there, self.other_clock)

    def send(self, case: str = "c1", mode: str = "real") -> Session:
        """Bring a case to the middle of a wait and hand it over."""
        store = self.sender
        session = halfway(store, case, mode, release=False)
        assert isinstance(self.part(store, session), Event)
        store.release(session)
        return session

    def part(self, store: CaseStore, session: Session) -> Event | Refusal:
        return store.hand_over(session, REASON, str(self.file), PASSPHRASE)

    def take(self, passphrase: str = PASSPHRASE) -> str:
        return self.taker.take_over(str(self.file), passphrase, TAKER)

    def refusal(self, passphrase: str = PASSPHRASE) -> str:
        """Return why the file is not taken over, and hold that nothing stays of the attempt."""
        with pytest.raises(StoreProblem) as refused:
            self.take(passphrase)
        assert self.taker.unfinished() == ()
        assert not leftovers(self.there)
        return refused.value.code


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    return Desks(tmp_path)


def changed(one: Case, other: Case) -> set[str]:
    """Return the fields in which two cases differ."""
    return {name for name in one._fields if getattr(one, name) != getattr(other, name)}


def test_the_case_goes_on_at_the_very_step(desks: Desks) -> None:
    store = desks.sender
    session = halfway(store, "c1", release=False)
    before = session.case
    assert before.tries
    assert before.holds
    assert isinstance(desks.part(store, session), Event)
    store.release(session)
    new = desks.take()
    session = desks.taker.resume(new, Shelf())
    assert changed(before, session.case) <= OWN
    case = session.case
    assert (case.agent, case.role, case.follows) == ("wu", "hotline", "c1")
    assert case.settings == {"engineer": "Wu"}
    assert (case.handled, case.holds, case.tries) == (0.0, (), ())
    assert case.opened == before.opened


def test_a_flow_that_the_agent_opened_inside_goes_along(desks: Desks) -> None:
    store = desks.sender
    session = store.open_case(Shelf(), opening("c1"))
    for intent in FIRST_HALF:
        session.do(intent)
    assert isinstance(desks.part(store, session), Event)
    store.release(session)
    bare = Shelf(ASIDE)  # what the other desk has of flows does not matter
    session = desks.taker.resume(desks.take(), bare)
    assert [frame.flow for frame in session.case.here.stack] == ["visit", "aside"]
    for intent in SECOND_HALF:
        session.do(intent)
    assert session.case.disposition == "repaired"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.sampled_from(INTENTS), st.sampled_from([0, 1, 1000, 90000]))),
    st.sampled_from(["UTC", "Europe/Paris", "Asia/Shanghai"]),
)
def test_whatever_was_done_the_case_stands_there_as_it_stood_here(
    tmp_path_factory: pytest.TempPathFactory, intents: list[tuple[it.Intent, int]], zone: str
) -> None:
    desks = Desks(tmp_path_factory.mktemp("desks"))
    store = desks.sender
    session = store.open_case(Shelf(), opening("c1", zone=zone))
    for intent, seconds in intents:
        desks.clock.forward(seconds)
        if not isinstance(intent, it.CloseCase | it.AbandonCase):
            session.do(intent)
    here, there = store._folder("real"), desks.taker._folder("real")
    payload = json.loads(json.dumps(handover_cases.handover_payload(here, "c1")))
    new = handover_cases.accept_case(
        there, handover_cases.handed_case(payload, "x"), TAKER, desks.other_clock.now()
    )
    events = events_of(desks.there, new)
    taken = replay(session.flows, events)
    assert changed(session.case, taken) <= OWN | {"holding"}
    assert taken.holding is None
    assert first_unlawful(session.flows, events) is None
    store.release(session)


def test_it_waits_among_the_unfinished_cases_until_it_is_taken_up(desks: Desks) -> None:
    desks.send()
    new = desks.take()
    (summary,) = desks.taker.unfinished()
    assert (summary.id, summary.agent, summary.status) == (new, "wu", "parked")
    assert (summary.step, summary.reason, summary.damage) == ("phone_them", TAKEN_OVER, "")
    assert summary.due == desks.other_clock.utc, "it is due at once"
    for path in desks.there.glob("open/*.card"):
        path.unlink()
    assert desks.taker.unfinished() == (summary,)


def test_a_wait_is_neither_begun_anew_nor_cut_short(desks: Desks) -> None:
    entered = desks.send().case.here.entered.utc
    store = desks.taker
    session = store.resume(desks.take(), Shelf())
    desks.other_clock.forward(entered + 890 - desks.other_clock.utc)
    assert isinstance(session.do(it.MakeChoice("no_answer")), Refusal)
    desks.other_clock.forward(10)
    assert isinstance(session.do(it.MakeChoice("no_answer")), Event)
    session.do(it.CloseCase())
    store.release(session)
    shown = store.document(session.case.id)
    assert shown is not None
    (wait,) = shown["waits"]
    assert wait["proof"] == "utc"
    assert wait["seconds"] == pytest.approx(901, abs=3)


def test_a_promise_runs_on(desks: Desks) -> None:
    promise = desks.send().case.promises["visit.contact"]
    assert promise.state == "dropped", "here it is no longer ours"
    store = desks.taker
    session = store.resume(desks.take(), Shelf())
    there = session.case.promises["visit.contact"]
    assert (there.state, there.due) == ("running", promise.due)
    desks.other_clock.forward(7200)
    session.do(it.MakeChoice("coming"))
    assert session.case.promises["visit.contact"].state == "missed"


def test_both_logs_tell_of_it_and_count_each_thing_once(desks: Desks) -> None:
    desks.send()
    store = desks.taker
    session = store.resume(desks.take(), Shelf())
    for intent in (it.MakeChoice("coming"), it.RecordFact("saved", "yes"), it.MakeChoice("yes")):
        session.do(intent)
    session.do(it.MakeChoice("done"))
    session.do(it.CloseCase("all well"))
    store.release(session)
    before, after = stored(desks.here)["c1"], stored(desks.there)[session.case.id]
    assert (before["disposition"], before["completed"]) == ("handed_over", False)
    assert (after["disposition"], after["completed"]) == ("repaired", True)
    assert (before["follows"], after["follows"]) == ("", "c1")
    assert (before["agent"], after["agent"]) == ("li", "wu")
    assert after["facts"].keys() >= before["facts"].keys()
    assert len(after["path"]) > len(before["path"])
    figures = [
        (row["figures"]["phrases"], row["figures"]["gates_tried"]) for row in (before, after)
    ]
    assert figures == [(2, 1), (0, 0)]
    assert before["figures"]["held"] > 0 == after["figures"]["held"]
    assert 0 < after["figures"]["handled"] < 30
    shown = store.document(session.case.id)
    assert shown is not None
    assert shown["facts"]["visit.customer"] == NAME
    assert store.rebuild(after["closed"][:10], "wu") == 1, "its evidence stands by itself"
    assert stored(desks.there)[session.case.id]["disposition"] == "repaired"


def test_no_personal_word_leaves_or_arrives_in_clear(desks: Desks) -> None:
    desks.send()
    desks.take()
    for path in (desks.file, *files_below(desks.there)):
        data = path.read_bytes()
        for word in (*PERSONAL, REASON):
            for form in (word.encode(), ascii(word)[1:-1].encode()):
                assert form not in data, f"{word} in {path.name}"
    if os.name != "nt":
        assert desks.file.stat().st_mode & 0o777 == 0o600


def test_here_the_reason_stands_in_the_log(desks: Desks) -> None:
    desks.send()
    shown = desks.sender.document("c1")
    assert shown is not None
    assert shown["closing_notes"] == REASON
    assert desks.sender.today("li").completed == 0


def test_without_a_reason_nothing_is_handed_over(desks: Desks) -> None:
    store = desks.sender
    session = halfway(store, "c1", release=False)
    answer = store.hand_over(session, "  ", str(desks.file), PASSPHRASE)
    assert isinstance(answer, Refusal)
    assert answer.reasons[0].code == "empty"
    assert session.case.status == "open"
    assert not desks.file.exists()


def test_a_parked_case_is_handed_over_as_it_waits(desks: Desks) -> None:
    store = desks.sender
    session = halfway(store, "c1", release=False)
    session.do(it.ParkCase("tomorrow", "+1d"))
    store.release(session)
    session = store.reach("c1", Shelf())
    assert session.case.status == "parked"
    with pytest.raises(StoreProblem, match="passphrase_short"):
        store.hand_over(session, REASON, str(desks.file), "short")
    store.release(session)
    assert store.unfinished()[0].reason == "tomorrow", "a slip does not wake it"
    session = store.reach("c1", Shelf())
    assert isinstance(desks.part(store, session), Event)
    store.release(session)
    assert desks.taker.resume(desks.take(), Shelf()).case.here == session.case.here


def test_a_case_that_a_crash_left_is_reached_without_the_time_it_lay_there(desks: Desks) -> None:
    store = desks.sender
    handled = halfway(store, "c1", release=False).case.handled
    died(store, "c1")
    desks.clock.forward(90_000)
    session = store.reach("c1", Shelf())
    assert session.case.handled == handled


def test_a_mock_call_stays_one(desks: Desks) -> None:
    desks.send("m1", "mock")
    new = desks.take()
    assert journal_of(desks.there / "mock", new) is not None
    assert journal_of(desks.there, new) is None
    assert [one.mode for one in desks.taker.unfinished(mode="mock")] == ["mock"]


# --- only once


def test_a_file_is_taken_over_once(desks: Desks) -> None:
    desks.send()
    new = desks.take()
    for _ in range(2):
        with pytest.raises(StoreProblem) as refused:
            desks.take()
        assert (refused.value.code, refused.value.detail) == ("already_taken_over", new)
        store = desks.taker
        if store.unfinished():
            session = store.resume(new, Shelf())
            session.do(it.AbandonCase("he rang off"))
            store.release(session)
            store.forget(new)
    assert list(stored(desks.there)) == [new]


def test_it_goes_back_and_forth_each_time_as_another_case(desks: Desks) -> None:
    desks.send()
    there = desks.taker
    session = there.resume(desks.take(), Shelf())
    desks.file.unlink()
    assert isinstance(desks.part(there, session), Event)
    there.release(session)
    desks.clock.forward(4000)
    again = desks.sender.take_over(str(desks.file), PASSPHRASE, it.TakeOver("li", "field"))
    back = desks.sender.resume(again, Shelf())
    assert (back.case.agent, back.case.follows) == ("li", session.case.id)
    assert isinstance(back.do(it.MakeChoice("no_answer")), Event)
    assert len({"c1", session.case.id, again}) == 3


def test_a_case_that_is_still_open_here_is_not_begun_a_second_time(desks: Desks) -> None:
    store = desks.sender
    session = halfway(store, "c1", release=False)
    assert isinstance(desks.part(store, session), Event)
    journal = journal_of(desks.here, "c1")
    assert journal is not None
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:-1]))  # as a program leaves it that was killed in between
    died(store, "c1")
    with pytest.raises(StoreProblem, match="still_open_here"):
        desks.sender.take_over(str(desks.file), PASSPHRASE, TAKER)
    assert [one.id for one in desks.sender.unfinished()] == ["c1"]


def test_an_id_is_always_the_same_and_no_longer_than_a_name_may_be() -> None:
    assert successor_id("20261122-031512-k3v9x2", 9) == successor_id("20261122-031512-k3v9x2", 9)
    assert successor_id("20261122-031512-k3v9x2", 9).startswith("20261122-031512-")
    assert len({successor_id("c1", n) for n in range(50)}) == 50
    name = "x" * 80
    for _ in range(12):
        name = successor_id(name, 7)
        assert len(name) <= 80


# --- the file


def test_a_passphrase_is_the_same_however_it_is_typed(desks: Desks) -> None:
    desks.send()
    full_width = "".join(chr(ord(c) + 0xFEE0) if c != " " else c for c in PASSPHRASE)
    assert desks.take(f" {full_width} ")


def test_a_wrong_passphrase_opens_nothing(desks: Desks) -> None:
    desks.send()
    assert desks.refusal("nine geese fall") == "passphrase_wrong"
    assert desks.refusal("") == "passphrase_wrong"


def test_a_short_passphrase_or_a_file_that_is_there_is_refused_and_the_case_goes_on(
    desks: Desks,
) -> None:
    store = desks.sender
    session = halfway(store, "c1", release=False)
    with pytest.raises(StoreProblem, match="passphrase_short"):
        store.hand_over(session, REASON, str(desks.file), " seven77 ")
    desks.file.write_text("a letter")
    with pytest.raises(StoreProblem, match="file_exists"):
        desks.part(store, session)
    for file, code in ((desks.folder / "none" / "file", "no_folder"), (desks.folder, "folder_na")):
        with pytest.raises(StoreProblem, match=code):
            store.hand_over(session, REASON, str(file), PASSPHRASE)
    assert desks.file.read_text() == "a letter"
    assert session.case.status == "open"
    assert isinstance(session.do(it.AddNote("on it goes")), Event)


def test_every_byte_of_the_file_counts(desks: Desks) -> None:
    desks.send()
    whole = desks.file.read_bytes()
    places = [*range(260), *range(260, len(whole), 97), *range(len(whole) - 80, len(whole))]
    for place in places:
        data = bytearray(whole)
        data[place] ^= 1
        desks.file.write_bytes(bytes(data))
        with pytest.raises(StoreProblem) as refused:
            handover_file.read_handover(str(desks.file), PASSPHRASE)
        assert refused.value.code in (
            "handover_changed", "handover_foreign", "handover_newer",
        )  # fmt: skip
    desks.file.write_bytes(whole)
    assert desks.take()


def test_a_file_cut_anywhere_is_incomplete(desks: Desks) -> None:
    desks.send()
    whole = desks.file.read_bytes()
    for size in (*range(40, 400, 7), len(whole) // 2, len(whole) - 1):
        desks.file.write_bytes(whole[:size])
        assert desks.refusal() == "handover_changed"
    desks.file.write_bytes(b"")
    assert desks.refusal() == "handover_foreign"


def test_what_is_no_file_of_ours_says_so(desks: Desks) -> None:
    for data in (b"%PDF-1.7", b"[]", b"{}", b'{"format": "other"}', b"[" * 100_000, b"\xff\x00"):
        desks.file.write_bytes(data)
        assert desks.refusal() == "handover_foreign"
    desks.file.unlink()
    assert desks.refusal() == "file_unreadable"
    desks.file.mkdir()
    assert desks.refusal() == "handover_foreign"


def test_a_file_larger_than_any_case_is_not_read(desks: Desks) -> None:
    with desks.file.open("wb") as file:
        file.truncate(handover_file.LARGEST * 4)
    assert desks.refusal() == "handover_large"


def rewritten(desks: Desks, change: Callable[[Plain], None]) -> None:
    """Change the header of the file, its sum made good again."""
    plain = json.loads(desks.file.read_bytes())
    change(plain)
    del plain["sum"]
    desks.file.write_bytes(handover_file._json({**plain, "sum": handover_file._sum(plain)}))


@pytest.mark.parametrize(
    "asked",
    [
        {"n": 2**30},
        {"n": 2**1000},
        {"n": 2**15 + 1},
        {"n": 2},
        {"n": -1},
        {"n": 32768.0},
        {"n": "32768"},
        {"n": None},
        {"r": 2**20},
        {"r": 8.0},
        {"p": 10**6},
        {"p": 0},
        {"salt": "AAAA"},
        {"salt": 5},
        {"salt": "?"},
    ],
    ids=str,
)
def test_no_file_asks_for_more_memory_or_less_care(desks: Desks, asked: dict[str, Any]) -> None:
    desks.send()
    rewritten(desks, lambda plain: plain["scrypt"].update(asked))
    assert desks.refusal() == "handover_changed"


def test_what_stands_beside_the_payload_is_bound_to_it(desks: Desks) -> None:
    desks.send()
    rewritten(desks, lambda plain: plain.update(note="trust me"))
    assert desks.refusal() == "passphrase_wrong"


@pytest.mark.parametrize(
    ("version", "code"), [(2, "handover_newer"), (0, "handover_changed"), ("2", "handover_changed")]
)
def test_a_version_that_is_not_ours_is_told(desks: Desks, version: object, code: str) -> None:
    desks.send()
    rewritten(desks, lambda plain: plain.update(version=version))
    assert desks.refusal() == code


# --- no way round a gate


def repacked(desks: Desks, change: Callable[[Plain], object]) -> None:
    """Change what is in the file, as somebody may who knows the passphrase."""
    payload = handover_file.read_handover(str(desks.file), PASSPHRASE)
    change(payload)
    desks.file.unlink()
    handover_file.write_handover(str(desks.file), payload, PASSPHRASE)


def number(payload: Plain) -> None:
    for n, event in enumerate(payload["events"], 1):
        event["n"] = n


def gone(name: str) -> Callable[[Plain], None]:
    """Return the change that leaves an event out and closes the gap."""

    def change(payload: Plain) -> None:
        at = next(n for n, event in enumerate(payload["events"]) if event["event"] == name)
        del payload["events"][at]
        number(payload)

    return change


def moved_on(payload: Plain) -> None:
    """Let the wait be over: the choice behind it was made."""
    tried = next(e for e in payload["events"] if e["event"] == "GateTried")
    tried.update(event="ChoiceMade", sets=[], again=[], park_until=0.0)
    del tried["reasons"]


def no_gate(payload: Plain) -> None:
    """Take the gate out of the flow that came along."""
    for structure in payload["flows"].values():
        for step in structure["steps"].values():
            for choice in step.get("choices", {}).values():
                choice.pop("needs", None)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (moved_on, "handover_unlawful"),
        (gone("ChoiceMade"), "handover_unlawful"),
        (gone("CaseOpened"), "handover_unlawful"),
        (lambda payload: payload["events"][0].update(flow="ghost"), "handover_unlawful"),
        (lambda payload: payload["events"][3].update(n=9), "handover_unlawful"),
        (lambda payload: payload["events"].clear(), "handover_unlawful"),
        (no_gate, "handover_changed"),
        (lambda payload: payload["flows"].clear(), "handover_changed"),
        (lambda payload: payload.update(flows=[]), "handover_changed"),
        (lambda payload: payload.update(events=5), "handover_changed"),
        (lambda payload: payload["events"].append({"event": "Magic"}), "handover_changed"),
        (lambda payload: payload["events"][2].update(value={"a": 1}), "handover_unlawful"),
        (lambda payload: payload["events"][2].update(value=5), "handover_changed"),
        (lambda payload: payload.clear(), "handover_changed"),
    ],
)
def test_a_case_that_its_flow_does_not_allow_is_not_taken_over(
    desks: Desks, change: Callable[[Plain], object], code: str
) -> None:
    desks.send()
    repacked(desks, change)
    assert desks.refusal() == code


def test_a_case_with_an_id_that_is_no_file_name_is_not_taken_over(desks: Desks) -> None:
    desks.send()
    repacked(desks, lambda payload: payload["events"][0].update(case="../c1"))
    assert desks.refusal() == "bad_case_id"


def test_a_case_that_nobody_would_accept_is_not_parted_with(desks: Desks) -> None:
    """A program of another version may have accepted what this one does not."""
    store = desks.sender
    session = halfway(store, "c1", release=False)
    _, events = store.history("c1")
    kept = next((desks.here / "flows").glob(Shelf().flow("visit").digest))
    structure = json.loads(kept.read_bytes())
    assert structure == VISIT
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(handover_cases, "first_unlawful", lambda flows, events: len(events))
        with pytest.raises(StoreProblem) as refused:
            desks.part(store, session)
    assert (refused.value.code, refused.value.detail) == ("not_lawful", f"c1.jsonl:{len(events)}")
    assert session.case.status == "open"
    assert not desks.file.exists()


def test_a_customer_who_was_forgotten_is_not_handed_over(desks: Desks) -> None:
    store = desks.sender
    halfway(store, "c1")
    store.forget("c1")
    session = store.resume("c1", Shelf())
    with pytest.raises(StoreProblem, match="key_gone"):
        desks.part(store, session)
    assert not desks.file.exists()


# --- disks and ends


def test_on_a_full_disk_the_case_goes_on_and_no_file_stays(desks: Desks) -> None:
    store = desks.sender
    session = halfway(store, "c1", release=False)
    for size in (0, 100, 2000):
        with files_no_longer_than(size), pytest.raises(StoreProblem, match="disk_full"):
            desks.part(store, session)
        assert [path.name for path in desks.folder.iterdir()] == ["here"]
        assert session.case.status == "open"
    assert isinstance(desks.part(store, session), Event)


def test_a_file_is_taken_back_when_the_case_cannot_be_closed(desks: Desks) -> None:
    store = desks.sender
    session = halfway(store, "c1", release=False)
    session._journal.close()  # type: ignore[attr-defined]  # from here each write is refused
    with pytest.raises(StoreProblem, match="disk_refused"):
        desks.part(store, session)
    assert not desks.file.exists()
    assert session.case.status == "open"


def test_on_a_full_disk_nothing_arrives_and_later_it_does(desks: Desks) -> None:
    desks.send()
    desks.there.mkdir()
    for size in (0, 20, 40, 300, 2000):
        with files_no_longer_than(size), pytest.raises(StoreProblem, match="disk_full"):
            desks.take()
        assert desks.taker.unfinished() == ()
        assert not [path for path in files_below(desks.there) if "c1" in path.name]
    assert desks.take()


def deaths(folder: Path, work: str, part: int) -> list[Path]:
    """Do a piece of work in many folders, each killed at another call to the disk."""
    command = [sys.executable, "-m", "tests.store.killed", str(folder), str(part + 1), "2", work]
    subprocess.run(command, check=True)
    runs = sorted(folder.glob("*.told"))
    assert len(runs) > 10
    return runs


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
@pytest.mark.parametrize("part", range(2))
def test_killed_while_handing_over_the_case_is_here_or_in_the_file(
    tmp_path: Path, part: int
) -> None:
    closed = 0
    for told in deaths(tmp_path, "hand_over", part):
        root, file = told.with_suffix(""), told.with_suffix(".handover")
        store = CaseStore(root, HandClock())
        store.recover()
        assert not leftovers(root)
        if file.exists():
            assert handover_file.read_handover(str(file), PASSPHRASE)["events"], (
                "what stands there is whole"
            )
        if store.unfinished():
            assert not told.read_text(), "what was said to be handed over is closed"
            session = store.resume(CASE, Shelf())
            assert session.case.here.top.step == "phone_them"
            store.release(session)
        else:
            closed += 1
            assert stored(root)[CASE]["disposition"] == "handed_over"
            taker = CaseStore(tmp_path / f"{told.stem}-taker", HandClock(boot="boot-b"))
            assert taker.take_over(str(file), PASSPHRASE, TAKER)
    assert closed > 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
@pytest.mark.parametrize("part", range(2))
def test_killed_while_taking_over_the_case_is_there_whole_or_not_at_all(
    tmp_path: Path, part: int
) -> None:
    there = 0
    for told in deaths(tmp_path, "take_over", part):
        root, file = told.with_suffix(""), tmp_path / PREPARED
        store = CaseStore(root, HandClock(boot="boot-b"))
        store.recover()
        assert not leftovers(root)
        found = [one.id for one in store.unfinished()]
        if not found:
            assert not told.read_text()
            found = [store.take_over(str(file), PASSPHRASE, TAKER)]
        else:
            there += 1
            with pytest.raises(StoreProblem, match="already_taken_over"):
                store.take_over(str(file), PASSPHRASE, TAKER)
        session = store.resume(found[0], Shelf())
        assert session.case.here.top.step == "phone_them"
        assert session.case.ledger["visit.customer"][-1].value == NAME
        assert replay(session.flows, events_of(root, found[0])) == session.case
        store.release(session)
    assert there > 1


# --- where the file goes


def test_the_file_is_proposed_where_people_keep_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, desks: Desks
) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    assert desks.sender.handover_file("c1") == str(tmp_path / "c1.handover")
    (tmp_path / "Documents").mkdir()
    first = desks.sender.handover_file("c1")
    assert first == str(tmp_path / "Documents" / "c1.handover")
    Path(first).write_text("")
    assert desks.sender.handover_file("c1").endswith("c1-2.handover")
