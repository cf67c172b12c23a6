"""Files of the store, and what a disk that refuses is called."""

from pathlib import Path

import pytest

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.store.disk.file_access import PRIVATE_ACCESS


def test_waiting_for_a_folder_ends(tmp_path: Path) -> None:
    with PRIVATE_ACCESS.folder_locked(tmp_path), pytest.raises(StoreProblem, match="busy"):
        PRIVATE_ACCESS.folder_locked(tmp_path, seconds=0).__enter__()
    with PRIVATE_ACCESS.folder_locked(tmp_path, seconds=0):
        pass


def test_a_file_that_cannot_be_written_is_what_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a"
    PRIVATE_ACCESS.write(path, b"before")
    (tmp_path / "b").mkdir()
    with pytest.raises(StoreProblem, match="disk_refused"):
        PRIVATE_ACCESS.write(tmp_path / "b", b"a folder stands there")
    with pytest.raises(StoreProblem, match="disk_refused"):
        PRIVATE_ACCESS.write(tmp_path / "none" / "c", b"x")
    assert path.read_bytes() == b"before"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a", "b"]
