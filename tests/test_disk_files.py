"""What differs between systems, in one module."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lenovo_desk import disk_files
from lenovo_desk.disk_files import GROUP, FileLock


def test_a_lock_is_held_once_and_leaves_no_file_when_removed(tmp_path: Path) -> None:
    path = tmp_path / "c1.lock"
    first, second = FileLock(path), FileLock(path)
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
    path, real = tmp_path / "c1.lock", disk_files._try_lock
    turns: list[int] = []

    def late(descriptor: int) -> bool:
        if not turns:
            path.unlink()  # its holder releases it between our opening and our locking
            path.touch()  # and a third window makes a new one
        turns.append(descriptor)
        return real(descriptor)

    monkeypatch.setattr(disk_files, "_try_lock", late)
    lock = FileLock(path)
    assert lock.acquire()
    assert len(turns) == 2
    assert not FileLock(path).acquire()
    lock.release()


@pytest.mark.parametrize("durable", [True, False])
def test_a_file_that_cannot_be_written_is_what_it_was(tmp_path: Path, durable: bool) -> None:
    path = tmp_path / "a"
    disk_files.write_atomic(path, b"before", durable=durable)
    (tmp_path / "b").mkdir()
    with pytest.raises(OSError, match="directory"):
        disk_files.write_atomic(tmp_path / "b", b"a folder stands there", durable=durable)
    with pytest.raises(FileNotFoundError):
        disk_files.write_atomic(tmp_path / "none" / "c", b"x", durable=durable)
    assert path.read_bytes() == b"before"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a", "b"]


def test_a_durable_file_and_its_name_are_on_the_disk_before_it_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []

    def counted(name: str, real: Callable[..., None]) -> Callable[..., None]:
        def call(*arguments: object) -> None:
            calls.append(name)
            real(*arguments)

        return call

    for name in ("fsync", "replace"):
        monkeypatch.setattr(os, name, counted(name, getattr(os, name)))
    disk_files.write_atomic(tmp_path / "a", b"x")
    assert calls == ["fsync", "replace", "fsync"][: 2 if os.name == "nt" else 3]
    calls.clear()
    disk_files.write_atomic(tmp_path / "a", b"y", durable=False)
    assert calls == ["replace"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists instead")
@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_modes_do_not_depend_on_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        disk_files.make_folder(tmp_path / "own" / "below")
        disk_files.write_atomic(tmp_path / "own" / "below" / "a", b"x")
        (tmp_path / "own" / "page").write_bytes(b"was there, for all to read")
        disk_files.write_private(tmp_path / "own" / "page", b"x")
        disk_files.make_folder(tmp_path / "class" / "mock", GROUP)
        disk_files.write_atomic(tmp_path / "class" / "mock" / "a", b"x", GROUP)
    finally:
        os.umask(before)
    modes = {
        str(path.relative_to(tmp_path)): stat.S_IMODE(path.stat().st_mode)
        for path in tmp_path.rglob("*")
    }
    assert modes == {
        "own": 0o700,
        "own/below": 0o700,
        "own/below/a": 0o600,
        "own/page": 0o600,
        "class": 0o2770,
        "class/mock": 0o2770,
        "class/mock/a": 0o660,
    }


def test_a_page_that_must_be_new_replaces_none(tmp_path: Path) -> None:
    disk_files.write_private(tmp_path / "report", b"first", new=True)
    with pytest.raises(FileExistsError):
        disk_files.write_private(tmp_path / "report", b"second", new=True)
    assert (tmp_path / "report").read_bytes() == b"first"


def test_leftovers_are_swept_and_nothing_else(tmp_path: Path) -> None:
    old, new = tmp_path / ".a.part-1", tmp_path / ".b.part-2"
    for path in (old, new, tmp_path / "c", tmp_path / ".hidden"):
        path.touch()
    os.utime(old, (0, 0))
    disk_files.sweep_leftovers(tmp_path, 3600)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".b.part-2", ".hidden", "c"]
    disk_files.sweep_leftovers(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".hidden", "c"]
    disk_files.sweep_leftovers(tmp_path / "none")
