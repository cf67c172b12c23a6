"""`python -m tests.bench`: the figures the product is held to, each taken beside its yardstick."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench import disk, screen
from tests.bench.screen import Key, Subject

BARE = Subject(
    command=(sys.executable, str(Path(__file__).with_name("bare.py"))),
    early=("down", r"Pane 2\."),
    keys=(("up", r"Pane 1\."), *screen.there_and_back("down", "up", r"Pane {}\.", 10) * 3),
)
# A key typed while the desk starts and what shows that it counted, then the keys of a whole
# triage with what each shows, then keys that move round and end where they began, and a walk.
DESK = Subject(command=(sys.executable, "-m", "lenovo_desk"), early=("", ""), keys=())
ROUND: tuple[Key, ...] = ()
WALK: tuple[str, ...] = ()

Row = tuple[str, float, float, str]  # the figure, its value, the bar, how it was taken


def screen_rows(desk: Subject, rounds: int) -> list[Row]:
    """The figures taken on a terminal, by those of the bare app."""
    found = screen.compare(desk, BARE, rounds)
    how = f"by the bare app, in turn, {rounds} rounds, {desk.size[0]}x{desk.size[1]} terminal"
    return [
        ("start to first usable screen", found.start, 1.25, f"{how}; a key typed ahead counts"),
        ("key to painted step, median", found.key, 0.4, how),
        ("key to painted step, 95th", found.slow_key, 0.6, how),
        ("peak memory", found.memory, 1.5, f"{how}; VmHWM"),
    ]


def desk_rows(rounds: int) -> list[Row]:
    """The figures of the product itself, on a data folder of its own."""
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        desk = DESK.with_env(LENOVO_DESK_DATA=folder)
        if desk.keys:
            found += screen_rows(desk, rounds)
        if ROUND:
            drift = screen.drift(desk, ROUND, 1500)
            found.append(("1,500 keys, the last 200", drift, 1.1, "by the first 200, medians"))
    if WALK:
        walk = (sys.executable, "-m", "lenovo_desk", "walk", *WALK)
        cost = disk.process_cost(walk, (sys.executable, "-c", "pass"), 5 * rounds)
        found.append(("walk of five steps", cost, 5.0, "by `python -c pass`, whole processes"))
    return found


def main() -> int:
    """Take the figures and print them; 1 when one is over its bar."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument(
        "--noise", action="store_true", help="measure the bare app against itself: all near 1"
    )
    options = parser.parse_args()
    found = screen_rows(BARE, options.rounds) if options.noise else desk_rows(options.rounds)
    for name, value, bar, how in found:
        verdict = "ok  " if value <= bar else "OVER"
        print(f"{name:32}{value:8.2f}  at most {bar:<5} {verdict}  {how}")
    return any(value > bar for _, value, bar, _ in found)


if __name__ == "__main__":
    sys.exit(main())
