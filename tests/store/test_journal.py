"""The journal: what it keeps, what it refuses to believe, and what it never cuts."""

import errno
import os
from pathlib import Path

import pytest

from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.core.model import intents as it
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.disk import journal
from tests.full_disk import files_no_longer_than
from tests.hand_clock import HandClock
from tests.store.house import (
    FIRST_HALF,
    Shelf,
    died,
    events_of,
    files_below,
    opening,
    reading_of,
)

CASE = "c1"


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    return CaseStore(tmp_path / "data", HandClock())


def begun(store: CaseStore, intents: tuple[it.Intent, ...] = FIRST_HALF[:6]) -> Session:
    session = store.open_case(Shelf(), opening(CASE))
    for intent in intents:
        session.do(intent)
    return session


def left_by_a_crash(root: Path) -> Path:
    """Return the journal of a case whose program is gone."""
    store = CaseStore(root, HandClock())
    begun(store)
    died(store, CASE)
    return root / "open" / f"{CASE}.jsonl"


def test_a_line_cut_at_any_byte_is_ignored_and_cut_only_by_recovery(tmp_path: Path) -> None:
    path = left_by_a_crash(tmp_path)
    whole = path.read_bytes()
    events = events_of(tmp_path, CASE)
    last = whole.rindex(b"\n", 0, -1) + 1
    for size in range(last, len(whole)):
        path.write_bytes(whole[:size])
        assert events_of(tmp_path, CASE) == events[:-1]
        store = CaseStore(tmp_path, HandClock())
        (summary,) = store.unfinished()
        assert not summary.damage
        assert path.stat().st_size == size, "readers never repair"
        assert store.recover() == ()
        assert path.read_bytes() == whole[:last]
    path.write_bytes(whole)
    CaseStore(tmp_path, HandClock()).recover()
    assert path.read_bytes() == whole


def test_a_first_line_cut_at_any_byte_was_never_a_case(tmp_path: Path) -> None:
    path = left_by_a_crash(tmp_path)
    first = path.read_bytes().split(b"\n")[0]
    for size in range(len(first) + 1):
        path.write_bytes(first[:size])
        store = CaseStore(tmp_path, HandClock())
        assert store.unfinished() == ()
        assert store.recover() == ()
        assert not path.exists()
        assert not (tmp_path / "keys" / CASE).exists()


def test_zeroes_in_the_place_of_the_last_line_are_a_torn_line(tmp_path: Path) -> None:
    path = left_by_a_crash(tmp_path)
    whole = path.read_bytes()
    last = whole.rindex(b"\n", 0, -1) + 1
    for tail in (b"\0" * 300, b"\0" * 300 + b"\n", b"\0" * 40 + whole[last + 40 :]):
        path.write_bytes(whole[:last] + tail)
        store = CaseStore(tmp_path, HandClock())
        assert [one.damage for one in store.unfinished()] == [""]
        store.recover()
        assert path.read_bytes() == whole[:last]


@pytest.mark.parametrize("line", range(1, 7))
def test_an_edited_line_is_found_by_its_number_and_nothing_is_cut(
    tmp_path: Path, line: int
) -> None:
    path = left_by_a_crash(tmp_path)
    lines = path.read_bytes().splitlines(keepends=True)
    assert b'"boot-a"' in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(b'"boot-a"', b'"boot-b"')
    damaged = b"".join(lines)
    path.write_bytes(damaged)
    store = CaseStore(tmp_path, HandClock())
    (summary,) = store.unfinished()
    assert summary.damage == f"damaged {CASE}.jsonl:{line}"
    assert store.recover() == ()
    with pytest.raises(StoreProblem) as refusal:
        store.resume(CASE, Shelf())
    assert (refusal.value.code, refusal.value.detail) == ("damaged", f"{CASE}.jsonl:{line}")
    assert path.read_bytes() == damaged
    assert store.unfinished() == (summary,), "and the lock is free again"


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda ls: ls[:3] + ls[4:], 4),
        (lambda ls: ls[:-2] + ls[-1:], 6),
        (lambda ls: [ls[0], ls[2], ls[1], *ls[3:]], 2),
        (lambda ls: [*ls[:2], b"\n", *ls[2:]], 3),
        (lambda ls: [*ls[:2], b"\xff\xfe{}\n", *ls[3:]], 3),
        (lambda ls: ls[1:], 1),
        (lambda ls: [*ls[:4], ls[3], *ls[4:]], 5),
    ],
    ids=["removed", "last but one removed", "swapped", "blank", "garbage", "no first", "doubled"],
)
def test_lines_removed_swapped_or_added_are_damage(
    tmp_path: Path, change: object, line: int
) -> None:
    path = left_by_a_crash(tmp_path)
    lines = path.read_bytes().splitlines(keepends=True)
    assert callable(change)
    path.write_bytes(b"".join(change(lines)))
    (summary,) = CaseStore(tmp_path, HandClock()).unfinished()
    assert summary.damage == f"damaged {CASE}.jsonl:{line}"


def test_a_journal_under_another_name_is_not_believed(tmp_path: Path) -> None:
    path = left_by_a_crash(tmp_path)
    path.rename(path.with_name("c2.jsonl"))
    (summary,) = CaseStore(tmp_path, HandClock()).unfinished()
    assert (summary.id, summary.damage) == ("c2", "damaged c2.jsonl:1")


def test_each_event_is_one_write_and_one_fsync(
    store: CaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begun(store)
    calls: list[str] = []
    for name in ("write", "fsync", "open", "replace"):
        real = getattr(os, name)

        def counted(*args: object, name: str = name, real: object = real) -> object:
            calls.append(name)
            assert callable(real)
            return real(*args)

        monkeypatch.setattr(os, name, counted)
    for intent in FIRST_HALF[6:9]:
        session.do(intent)
    monkeypatch.undo()
    assert calls == ["write", "fsync"] * 3


@pytest.mark.parametrize("room", [0, 1, 60, 150])
def test_a_full_disk_refuses_the_event_and_loses_nothing(
    tmp_path: Path, store: CaseStore, room: int
) -> None:
    session = begun(store)
    before, case = reading_of(tmp_path / "data", CASE), session.case
    with files_no_longer_than(before.size + room), pytest.raises(StoreProblem) as refusal:
        session.do(it.AddNote("the dog bites"))
    assert refusal.value.code == "disk_full"
    assert "dog" not in str(refusal.value)
    assert session.case == case
    assert reading_of(tmp_path / "data", CASE) == before, "the part that fitted is taken back"
    session.do(it.AddNote("the cat bites"))
    assert events_of(tmp_path / "data", CASE)[-1].act == ("the cat bites", ())
    store.release(session)
    assert store.resume(CASE, Shelf()).case.notes[-1].text == "the cat bites"


def test_a_full_disk_that_cannot_even_be_cut_is_cut_by_the_next_event(
    tmp_path: Path, store: CaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begun(store)
    before = reading_of(tmp_path / "data", CASE)

    def broken(*args: object) -> None:
        raise OSError(errno.EIO, "no")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", broken)
        patch.setattr(os, "ftruncate", broken)
        with pytest.raises(StoreProblem, match="disk_refused"):
            session.do(it.AddNote("one"))
        with pytest.raises(StoreProblem, match="disk_refused"):
            session.do(it.AddNote("two"))
    session.do(it.AddNote("three"))
    reading = reading_of(tmp_path / "data", CASE)
    assert not reading.torn
    assert not reading.bad_line
    assert len(reading.plains) == len(before.plains) + 1


def test_a_full_disk_at_the_opening_leaves_no_case(tmp_path: Path) -> None:
    root = tmp_path / "data"
    for size in (0, 20, 40, 100, 600):
        store = CaseStore(root, HandClock())
        with files_no_longer_than(size), pytest.raises(StoreProblem, match="disk_full"):
            store.open_case(Shelf(), opening(CASE))
        assert store.unfinished() == ()
        assert not any(CASE in path.name or "part" in path.name for path in files_below(root))
    store.release(store.open_case(Shelf(), opening(CASE)))


def test_the_last_line_is_judged_without_reading_a_long_journal(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, HandClock())
    session = begun(store, (it.AddNote("长" * 4000), it.AddNote("长" * 3999)))
    store.release(session)
    path = tmp_path / "open" / f"{CASE}.jsonl"
    assert len(path.read_bytes().splitlines()[-1]) > 16384
    assert journal.may_be_closed(path), "a line longer than what is read: the whole must be judged"
    assert store.recover() == ()
    session = store.resume(CASE, Shelf())
    store.release(session)
    assert not journal.may_be_closed(path)


@pytest.mark.parametrize("how", ["taken away", "another in its place"])
def test_a_journal_that_is_taken_away_while_its_case_is_worked_is_put_back(
    store: CaseStore, tmp_path: Path, how: str
) -> None:
    session = begun(store)
    path = tmp_path / "data" / "open" / f"{CASE}.jsonl"
    whole = path.read_bytes()
    path.unlink()
    if how != "taken away":
        path.write_bytes(b"not ours\n")
    for intent in FIRST_HALF[6:]:
        session.do(intent)
    assert path.read_bytes().startswith(whole)
    assert path.stat().st_mode & 0o777 == 0o600
    if how != "taken away":
        assert path.with_name(f"{path.name}{journal.DISPLACED}").read_bytes() == b"not ours\n"
    store.release(session)
    again = CaseStore(tmp_path / "data", HandClock()).resume(CASE, Shelf())
    assert again.case.ledger == session.case.ledger
    assert again.case.trail == session.case.trail


def test_a_journal_in_which_another_window_writes_is_left_to_it(
    store: CaseStore, tmp_path: Path
) -> None:
    session = begun(store)
    (tmp_path / "data" / "open" / f"{CASE}.lock").unlink()
    other = CaseStore(tmp_path / "data", HandClock())
    taken = other.resume(CASE, Shelf())
    path = tmp_path / "data" / "open" / f"{CASE}.jsonl"
    before = path.read_bytes()
    with pytest.raises(StoreProblem) as refusal:
        session.do(FIRST_HALF[6])
    assert (refusal.value.code, refusal.value.detail) == ("open_elsewhere", CASE)
    assert path.read_bytes() == before
    taken.do(FIRST_HALF[6])
    assert not reading_of(tmp_path / "data", CASE).bad_line


def test_a_journal_that_was_cut_is_said_to_be_damaged(store: CaseStore, tmp_path: Path) -> None:
    session = begun(store)
    path = tmp_path / "data" / "open" / f"{CASE}.jsonl"
    os.truncate(path, 100)
    with pytest.raises(StoreProblem) as refusal:
        session.do(FIRST_HALF[6])
    assert (refusal.value.code, refusal.value.detail) == ("damaged", path.name)
