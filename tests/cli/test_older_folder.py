"""Every command over a data folder as the version before consents held fast left it."""

import csv
import hashlib
import io
from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.store.frozen.older_folder import CLOSED, CLOSED_CALL, LIVE_CALL, readings, unpacked

pytestmark = pytest.mark.slow


@pytest.fixture
def older(desk: Program) -> Program:
    """The program with an older data folder."""
    assert unpacked(desk.folder) == desk.data
    return desk


def contents(data: Path) -> dict[str, str]:
    """Return what every file of a data folder holds but the compiled content."""
    files = (
        path for path in data.rglob("*") if path.is_file() and data / "cache" not in path.parents
    )
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_every_command_reads_it_and_changes_nothing(older: Program) -> None:
    before = contents(older.data)
    shown = {}
    for words in (
        "log", "board --why", "board --json", "check", "mock", "mock calls", "log export",
        "log export --with-personal", f"mock score {CLOSED_CALL}", f"log show {CLOSED[0]}",
        f"log show {CLOSED[0]} --json", "log show escalation-half",
        "log show crisis-claimed --html -",
    ):  # fmt: skip
        told = older(*words.split())
        assert (told.status, told.err) == (0, ""), words
        shown[words] = told.out
    assert contents(older.data) == before
    assert shown["log"].count("\n") == len(CLOSED)
    assert all(case in shown["board --why"] for case in readings())
    assert "Yoga" not in shown["log export"], "no personal data unless asked"
    assert "张伟" not in shown["log export"]
    rows = {row["case"]: row for row in csv.DictReader(io.StringIO(shown["log export"]))}
    assert rows.keys() == set(CLOSED)
    assert (rows["closed-visit"]["disposition"], rows["closed-visit"]["kept"]) == ("no_show", "2")
    assert "张伟" in shown["log export --with-personal"]
    assert LIVE_CALL[-5:].upper() in shown["mock"].upper()
    assert "50" in shown["log show crisis-claimed --html -"]
    assert "012345678" in shown["log show escalation-half"]
