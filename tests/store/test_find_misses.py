"""Searches that found nothing: counted a day, whatever happens to the file meanwhile."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lenovo_desk.core.case_rows import FindMisses
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.store.cases.case_store import CaseStore
from tests.full_disk import full_disk
from tests.hand_clock import HandClock

START = 1_795_338_000.0
"""2026-11-22 10:00 in Paris."""
TODAY = "2026-11-22"


def store(data: Path, at: float = START) -> CaseStore:
    return CaseStore(data, HandClock(at, "boot-1", tick=0.0))


def test_they_are_counted_by_day_place_and_flow(tmp_path: Path) -> None:
    misses = store(tmp_path).misses
    assert misses.counts() == ()
    for place, flow in (("home", ""), ("case", "hotline"), ("home", ""), ("case", "depot_repair")):
        misses.add(place, flow, "Europe/Paris")
    late = store(tmp_path, START + 14 * 3600).misses
    late.add("home", "", "Europe/Paris")
    assert late.counts() == (
        FindMisses(TODAY, "case", "depot_repair", 1),
        FindMisses(TODAY, "case", "hotline", 1),
        FindMisses(TODAY, "home", "", 2),
        FindMisses("2026-11-23", "home", "", 1),
    )


def test_the_day_is_that_of_the_desk_s_zone(tmp_path: Path) -> None:
    misses = store(tmp_path, START + 8 * 3600).misses
    misses.add("home", "", "Asia/Shanghai")
    misses.add("home", "", "Europe/Paris")
    assert [miss.day for miss in misses.counts()] == [TODAY, "2026-11-23"]


@pytest.mark.parametrize("torn", [b'{"n": 2, "pla', b"\x00" * 30, b"not a line\n", b"\n"])
def test_a_torn_line_costs_itself_only(tmp_path: Path, torn: bytes) -> None:
    misses = store(tmp_path).misses
    misses.add("home", "", "Europe/Paris")
    path = tmp_path / "misses" / f"{TODAY}.jsonl"
    with path.open("ab") as file:
        file.write(torn)
    assert [miss.times for miss in misses.counts()] == [1]
    misses.add("home", "", "Europe/Paris")
    assert [miss.times for miss in misses.counts()] == [2]


@pytest.mark.skipif(os.name == "nt", reason="modes of files are those of POSIX")
def test_only_this_user_can_read_them(tmp_path: Path) -> None:
    store(tmp_path).misses.add("home", "", "Europe/Paris")
    path = tmp_path / "misses" / f"{TODAY}.jsonl"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_full_disk_is_said_and_counts_nothing(tmp_path: Path) -> None:
    misses = store(tmp_path).misses
    misses.add("home", "", "Europe/Paris")
    with full_disk(), pytest.raises(StoreProblem):
        misses.add("home", "", "Europe/Paris")
    assert [miss.times for miss in misses.counts()] == [1]


COUNTING = """
import sys
from pathlib import Path
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.disk.system_clock import SystemClock
misses = CaseStore(Path(sys.argv[1]), SystemClock()).misses
while True:
    misses.add("home", "", "Europe/Paris")
    print(flush=True)
"""


@pytest.mark.slow
def test_a_killed_program_loses_none_that_it_had_counted(tmp_path: Path) -> None:
    for _ in range(5):
        before = sum(miss.times for miss in store(tmp_path).misses.counts())
        command = [sys.executable, "-c", COUNTING, str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout
            lines = [child.stdout.readline() for _ in range(20)]
            child.kill()
            told = len(lines) + len(child.stdout.read().splitlines())
        after = sum(miss.times for miss in store(tmp_path).misses.counts())
        assert told <= after - before <= told + 1
