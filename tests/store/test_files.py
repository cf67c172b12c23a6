"""The few things that differ between systems."""

import os
from pathlib import Path

import pytest

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.store.disk import files


def test_a_lock_is_held_once_and_leaves_no_file_when_removed(tmp_path: Path) -> None:
    path = tmp_path / "c1.lock"
    first, second = files.Lock(path), files.Lock(path)
    assert first.acquire()
    assert not second.acquire()
    first.release(remove=True)
    assert not path.exists()
    assert second.acquire()
    first.release(remove=True)
    assert path.exists(), "who holds nothing removes nothing"
    second.release()


@pytest.mark.skipif(os.name == "nt", reason="Windows removes no open file")
def test_a_lock_on_a_file_removed_meanwhile_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = tmp_path / "c1.lock", files._try_lock
    turns: list[int] = []

    def late(fd: int) -> bool:
        if not turns:
            path.unlink()  # its holder lets go between our opening and our locking
            path.touch()  # and a third window makes a new one
        turns.append(fd)
        return real(fd)

    monkeypatch.setattr(files, "_try_lock", late)
    lock = files.Lock(path)
    assert lock.acquire()
    assert len(turns) == 2
    assert not files.Lock(path).acquire()
    lock.release()


def test_waiting_for_a_folder_ends(tmp_path: Path) -> None:
    with files.held(tmp_path), pytest.raises(StoreProblem, match="busy"):
        files.held(tmp_path, seconds=0).__enter__()
    with files.held(tmp_path, seconds=0):
        pass


def test_a_file_that_cannot_be_written_is_what_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a"
    files.write_atomic(path, b"before")
    (tmp_path / "b").mkdir()
    with pytest.raises(StoreProblem, match="disk_refused"):
        files.write_atomic(tmp_path / "b", b"a folder stands there")
    with pytest.raises(StoreProblem, match="disk_refused"):
        files.write_atomic(tmp_path / "none" / "c", b"x")
    assert path.read_bytes() == b"before"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a", "b"]
