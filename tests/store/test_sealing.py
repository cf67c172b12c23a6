"""Personal data: nowhere in clear, gone when its key is, and its key nobody else's."""

import os
import subprocess
import sys
import traceback
from pathlib import Path

import pytest

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.values import FORGOTTEN
from lenovo_desk.store.cases.case_store import CaseStore
from tests.hand_clock import HandClock
from tests.store.house import (
    ANSWER,
    CLOSING,
    FIRST_HALF,
    NAME,
    NOTE,
    PERSONAL,
    PHONE,
    REASON,
    WORDS,
    Shelf,
    events_of,
    files_below,
    opening,
    worked,
)


def parked(root: Path, case: str = "c1") -> CaseStore:
    store = CaseStore(root, HandClock())
    session = store.open_case(Shelf(), opening(case))
    for intent in FIRST_HALF:
        session.do(intent)
    store.release(session)
    return store


def test_no_personal_word_is_in_any_byte_below_the_data_folder(tmp_path: Path) -> None:
    parked(tmp_path, "c2")
    worked(CaseStore(tmp_path, HandClock()), "c1")
    paths = list(files_below(tmp_path))
    assert any(path.suffix == ".card" for path in paths)
    assert any(path.parent.name == "log" for path in paths)
    for path in paths:
        data = path.read_bytes()
        for word in PERSONAL:
            for form in (word.encode(), ascii(word)[1:-1].encode(), word.encode("utf-16-le")):
                assert form not in data, f"{word} in {path.name}"
    assert all("Xiaoming" not in str(path) for path in paths)


def test_with_its_key_a_document_is_whole(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    worked(store, "c1")
    shown = store.document("c1")
    assert shown is not None
    assert shown["facts"]["visit.customer"] == NAME
    assert shown["facts"]["visit.phone"] == PHONE
    assert shown["facts"]["visit.place"] == "home"
    assert shown["notes"][0]["text"] == NOTE
    assert shown["parks"][0]["reason"] == REASON
    assert [phrase["text"] for phrase in shown["phrases"]] == [WORDS, "Good day"]
    assert shown["replies"][0]["text"] == ANSWER
    assert shown["closing_notes"] == CLOSING
    assert not {"sealed", "hidden"} & shown.keys()


def test_forgetting_a_customer_keeps_the_outcome_and_loses_the_person(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    worked(store, "c1")
    worked(store, "c2")
    before, events = store.document("c1"), events_of(tmp_path, "c1")
    assert store.forget("c1")
    assert not store.forget("c1")
    shown = CaseStore(tmp_path, HandClock()).document("c1")
    assert shown is not None
    assert before is not None
    assert not any(word in repr(shown) for word in PERSONAL)
    assert shown["facts"]["visit.customer"] == FORGOTTEN
    same = {key for key in shown if shown[key] == before[key]}
    assert shown.keys() - same == {
        "facts", "notes", "phrases", "replies", "parks", "closing_notes",
    }  # fmt: skip
    after = events_of(tmp_path, "c1")
    assert [(e.n, e.at, type(e.act), e.marks) for e in after] == [
        (e.n, e.at, type(e.act), e.marks) for e in events
    ]
    assert not any(word in repr(after) for word in PERSONAL)
    other = store.document("c2")
    assert other is not None
    assert other["facts"]["visit.customer"] == NAME


def test_a_forgotten_case_that_is_not_finished_goes_on_without_the_person(tmp_path: Path) -> None:
    store = parked(tmp_path)
    store.forget("c1")
    (summary,) = store.unfinished()
    assert (summary.step, summary.reason, summary.damage) == ("phone_them", FORGOTTEN, "")
    session = store.resume("c1", Shelf())
    assert session.case.ledger["visit.customer"][-1].value == FORGOTTEN
    session.do(it.AbandonCase("he asked to be forgotten"))
    store.release(session)
    shown = store.document("c1")
    assert shown is not None
    assert shown["facts"]["visit.customer"] == FORGOTTEN
    assert shown["closing_notes"] == "he asked to be forgotten"


def test_the_key_of_another_folder_opens_nothing_and_is_never_written_over(tmp_path: Path) -> None:
    store = parked(tmp_path)
    key = (tmp_path / "keys" / "c1").read_bytes()
    (tmp_path / "keys" / "folder.key").write_bytes(os.urandom(32))
    other = CaseStore(tmp_path, HandClock())
    assert other.unfinished()[0].reason == FORGOTTEN
    with pytest.raises(StoreProblem, match="key_unreadable"):
        other.resume("c1", Shelf())
    assert (tmp_path / "keys" / "c1").read_bytes() == key
    assert store.unfinished()[0].reason == REASON


def test_a_sealed_value_moved_to_another_event_or_case_opens_as_nothing(tmp_path: Path) -> None:
    store = parked(tmp_path)
    sealer = store._folder("real").keys.reader("c1")
    token = sealer.seal("secret", "3")
    assert sealer.unseal(token, "3") == "secret"
    assert sealer.unseal(token, "4") == FORGOTTEN
    parked(tmp_path, "c2")
    assert store._folder("real").keys.reader("c2").unseal(token, "3") == FORGOTTEN
    for broken in ({"sealed": "?"}, {"sealed": ""}, {"sealed": 7}, {}, "secret", None):
        assert sealer.unseal(broken, "3") == FORGOTTEN


def test_no_personal_word_is_in_an_error(tmp_path: Path) -> None:
    store = parked(tmp_path)
    session = store.resume("c1", Shelf())
    session._journal.close()  # type: ignore[attr-defined]  # from here each write is refused
    with pytest.raises(StoreProblem) as refusal:
        session.do(it.AddNote(NOTE))
    shown = "".join(traceback.format_exception(refusal.value))
    assert not any(word in shown for word in PERSONAL)
    assert not any(word in repr(vars(store)) for word in PERSONAL)


def test_two_programs_that_begin_a_folder_at_once_make_one_key(tmp_path: Path) -> None:
    for turn in range(5):
        root = tmp_path / str(turn)
        command = [sys.executable, "-m", "tests.store.desk", str(root)]
        children = [
            subprocess.Popen([*command, name, "1"], stdout=subprocess.DEVNULL) for name in "ab"
        ]
        assert [child.wait() for child in children] == [0, 0]
        documents = list(CaseStore(root, HandClock()).documents())
        assert [d["facts"]["visit.customer"] for d in documents] == [NAME, NAME]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists instead")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_files_are_0600_and_folders_0700_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    root, before = tmp_path / "home" / "data", os.umask(umask)
    try:
        worked(CaseStore(root, HandClock()), "c1")
        parked(root, "c2")
    finally:
        os.umask(before)
    modes = {path: path.stat().st_mode & 0o777 for path in (root.parent, *root.parent.rglob("*"))}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}
