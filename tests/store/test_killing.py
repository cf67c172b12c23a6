"""Programs that die: at each call to the disk in turn, and at random moments."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.store.cases.case_store import CaseStore
from tests.hand_clock import HandClock
from tests.store.campaign import LAST, check, heard, owing_round, round_of
from tests.store.house import Shelf, journal_of, stored
from tests.store.signing import SHELF, told_apart

pytestmark = pytest.mark.slow

CASE = "20261122-a"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
@pytest.mark.parametrize("part", range(4))
def test_killed_at_any_call_to_the_disk_nothing_accepted_is_lost(tmp_path: Path, part: int) -> None:
    command = [sys.executable, "-m", "tests.store.killed", str(tmp_path), str(part + 1), "4"]
    subprocess.run(command, check=True)
    runs = sorted(tmp_path.glob("*.told"))
    assert len(runs) > 30, "the calls of a whole case"
    for path in runs:
        lines = [f"{CASE} {line}" for line in path.read_text().splitlines()]
        root = tmp_path / path.stem
        if journal_of(root, CASE) is None:
            assert not lines
            continue
        accepted, _ = heard(lines or [])
        check(root, accepted or {}, set())
        if journal_of(root, CASE) is None:
            assert not lines, "only a case of which nothing was accepted is taken away"
        elif LAST in accepted.get(CASE, {}):
            assert CASE in stored(root)
        elif CASE not in stored(root):
            store = CaseStore(root, HandClock())
            store.release(store.resume(CASE, Shelf()))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
def test_killed_at_any_call_a_changed_fee_and_what_it_owes_are_never_parted(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.store.killed", str(tmp_path), "1", "1", "owe"]
    subprocess.run(command, check=True)
    runs = sorted(tmp_path.glob("*.told"))
    owing = 0
    for path in runs:
        root = tmp_path / path.stem
        store = CaseStore(root, HandClock())
        store.recover()
        assert not store.notices
        flows, events = store.history(CASE)
        accepted = [int(line) for line in path.read_text().splitlines()]
        assert len(events) in (max(accepted, default=4), max(accepted, default=4) + 1)
        assert first_unlawful(flows, events) is None
        by_hand, by_engine = told_apart(flows, events)
        assert by_hand == by_engine
        owing += by_engine
        if CASE not in stored(root):
            session = store.resume(CASE, SHELF)
            at_end = session.case.here.top.step == "over"
            way_on = it.CloseCase() if at_end else it.MakeChoice("repaired")
            assert isinstance(session.do(way_on), Refusal) == by_engine
            store.release(session)
    assert 10 < owing < len(runs) - 10


@pytest.mark.parametrize("seed", range(6))
def test_two_programs_killed_at_random_moments_lose_nothing(tmp_path: Path, seed: int) -> None:
    assert round_of(tmp_path / "data", seed) >= 0
    assert round_of(tmp_path / "data", seed + 1000) >= 0, "and the same folder is worked on"


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_a_random_moment_a_signature_is_owed_as_the_fee_is(
    tmp_path: Path, seed: int
) -> None:
    assert owing_round(tmp_path / "data", seed) > 0


def test_two_programs_closing_into_one_day_lose_no_document(tmp_path: Path) -> None:
    root = tmp_path / "data"
    command = [sys.executable, "-m", "tests.store.desk", str(root)]
    children = [
        subprocess.Popen([*command, name, "25"], stdout=subprocess.DEVNULL) for name in "ab"
    ]
    assert [child.wait() for child in children] == [0, 0]
    assert set(stored(root)) == {f"{name}-{n}" for name in "ab" for n in range(25)}
    assert len(list(root.glob("log/*.json"))) == 1
    assert CaseStore(root, HandClock()).recover() == ()
