"""Kills programs at random moments and looks at what is left: `python -m tests.store.campaign`.

The long form of a test; it says how many were killed and fails at the first loss.
"""

import random
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.store.cases.case_store import CaseStore
from tests.hand_clock import HandClock
from tests.store.house import events_of, fingerprint, leftovers, stored
from tests.store.signing import told_apart

LAST = 28
"""The number of the event that closes a case."""


def check(root: Path, accepted: dict[str, dict[int, str]], logged: set[str]) -> None:
    """Recover a folder and find every accepted event, and at most one more a case."""
    store = CaseStore(root, HandClock())
    recovered = set(store.recover())
    assert not store.notices, store.notices
    assert not leftovers(root)
    assert store.recover() == (), "recovering is done once"
    log = stored(root)
    assert logged <= log.keys()
    for case, told in accepted.items():
        events = events_of(root, case)
        on_disk = {event.n: fingerprint(event) for event in events}
        assert {n: on_disk.get(n) for n in told} == told, f"{case}: an accepted event is lost"
        assert len(on_disk) <= len(told) + 1, f"{case}: an event from nowhere"
        assert (case in log) == (len(events) == LAST), f"{case}: closed and not in the log"
        assert case not in recovered or case in log
    unfinished = {summary.id for summary in store.unfinished()}
    assert unfinished.isdisjoint(log)
    assert not any(summary.damage for summary in store.unfinished())


def heard(lines: list[str]) -> tuple[dict[str, dict[int, str]], set[str]]:
    """Return the events by case that a program told of, and the cases it saw in the log."""
    accepted: dict[str, dict[int, str]] = {}
    logged: set[str] = set()
    for line in lines:
        case, number, mark = line.split()
        if number == "logged":
            logged.add(case)
        else:
            accepted.setdefault(case, {})[int(number)] = mark
    return accepted, logged


def round_of(root: Path, seed: int, programs: int = 2) -> int:
    """Start programs on one folder, kill each at a random moment, check; return events told."""
    luck = random.Random(seed)
    children = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.store.desk", str(root), f"r{seed}-{number}", "400"],
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(programs)
    ]
    lines: list[str] = []
    for child in children:
        assert child.stdout is not None
        for _ in range(luck.randrange(0, 90)):
            lines.append(child.stdout.readline())
        try:  # between two lines, and anywhere within the next ones
            child.wait(luck.random() * 0.02)
        except subprocess.TimeoutExpired:
            child.kill()
        rest = child.stdout.read()
        lines += [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
        child.wait()
        child.stdout.close()
    check(root, *heard(lines))
    return len(lines)


def owing_round(root: Path, seed: int) -> int:
    """Kill a program while a signed fee changes and is signed again; return events told."""
    luck, case = random.Random(seed), f"o{seed}"
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.store.desk", str(root), case, "owe"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    lines = [child.stdout.readline() for _ in range(luck.randrange(1, 40))]
    with suppress(subprocess.TimeoutExpired):
        child.wait(luck.random() * 0.005)
    child.kill()
    rest = child.stdout.read()
    lines += [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    child.wait()
    child.stdout.close()
    store = CaseStore(root, HandClock())
    assert store.recover() == ()
    assert not store.notices, store.notices
    flows, events = store.history(case)
    assert int(lines[-1]) <= len(events) <= int(lines[-1]) + 1, f"{case}: {len(events)} events"
    assert first_unlawful(flows, events) is None
    by_hand, by_engine = told_apart(flows, events)
    assert by_hand == by_engine, f"{case}: what is owed is parted from what changed"
    return len(lines)


def main(rounds: int) -> None:
    """Run so many rounds, ten in each folder."""
    events = 0
    for start in range(0, rounds, 10):
        with tempfile.TemporaryDirectory() as folder:
            for seed in range(start, min(start + 10, rounds)):
                events += round_of(Path(folder) / "data", seed)
                events += owing_round(Path(folder) / "data", seed)
        print(f"{min(start + 10, rounds)} rounds, {events} accepted events, none lost", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
