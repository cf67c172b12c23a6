"""Figures of the disk and of whole processes: two ways of doing it in turn, side by side."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from unittest import mock


def side_by_side(one: Callable[[], object], other: Callable[[], object], rounds: int) -> float:
    """The median time of one by that of the other, taken in turn, each first every second round."""
    times: dict[int, list[float]] = {0: [], 1: []}
    one(), other()
    for number in range(rounds):
        for which in (0, 1) if number % 2 else (1, 0):
            began = time.perf_counter()
            (other if which else one)()
            times[which].append(time.perf_counter() - began)
    return statistics.median(times[0]) / statistics.median(times[1])


def event_cost(accept: Callable[[], object], journal: Path, beside: Path, rounds: int) -> float:
    """Accepting an event by appending and syncing as many bytes as it put into its journal."""
    before = journal.stat().st_size
    accept()
    data = b"x" * (journal.stat().st_size - before)
    with beside.open("ab", buffering=0) as file:

        def append() -> None:
            file.write(data)
            os.fsync(file.fileno())

        return side_by_side(accept, append, rounds)


def syncs(accept: Callable[[], object]) -> int:
    """How often something syncs to disk."""
    names = [name for name in ("fsync", "fdatasync") if hasattr(os, name)]
    spies = [mock.patch.object(os, name, wraps=getattr(os, name)) for name in names]
    counts = [spy.start() for spy in spies]
    try:
        accept()
    finally:
        for spy in spies:
            spy.stop()
    return sum(count.call_count for count in counts)


def process_cost(command: Sequence[str], beside: Sequence[str], rounds: int) -> float:
    """The wall time of one whole process by that of another."""

    def run(words: Sequence[str]) -> Callable[[], object]:
        return lambda: subprocess.run(words, check=True, capture_output=True)

    return side_by_side(run(command), run(beside), rounds)
