"""`python -m tests.bench`: the figures the product is held to, each taken beside its yardstick."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench import desk, disk, screen
from tests.bench.screen import Key, Subject

BARE = Subject(
    command=(sys.executable, str(Path(__file__).with_name("bare.py"))),
    early=("down", r"Pane 2\."),
    keys=(("up", r"Pane 1\."), *screen.there_and_back("down", "up", r"Pane {}\.", 10) * 3),
)
# Cases wait on Home: the arrow that reaches it counts as soon as it is typed. Then a whole triage
# is walked to the escalation and back, with what each key shows; then keys that move round.
TRIAGE: tuple[Key, ...] = (
    ("1", "Choisir le motif"),
    ("2", "Vérifier la garantie"),
    ("1", "Donner le lien"),
    ("2", "Demander les six informations"),
    ("1", "Noter ce que le client"),
    ("b", "Demander les six informations"),
    ("b", "Donner le lien"),
    ("b", "Vérifier la garantie"),
    ("b", "Choisir le motif"),
    ("b", "Lire tout ce que"),
)
DESK = Subject(
    command=(sys.executable, "-m", "lenovo_desk", "--lang", "fr"),
    early=("up", "Entrée reprendre"),
    lead=(("down", "Entrée (choisir|ouvrir)"), ("1", "Lire tout ce que"), *TRIAGE),
    keys=TRIAGE * 3,
)
ROUND = TRIAGE
WALK = ("social_triage", "public_positive", "media", "consent_proof=ok", "agreed")

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
    """The figures of the product itself, on data folders of its own."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        data = Path(folder)
        bench = desk.Bench(data / "desk")
        bench.leave_waiting(3)
        subject = DESK.with_env(LENOVO_DESK_DATA=str(data / "desk"))
        found = screen_rows(subject, rounds)
        drift = screen.drift(subject, ROUND, 1500)
        found.append(
            ("1,500 keys, the last 200", drift, 1.1, "by the first 200, medians of processor time")
        )
        cost, syncs = desk.accepting(data / "events", 60 * rounds)
        found.append(("an accepted event", cost, 2.0, "by an append and sync of the same bytes"))
        found.append(("syncs of an accepted event", syncs, 1, "counted"))
        closing = desk.closing(data / "full", data / "empty", 10 * rounds)
        found.append(("closing beside 100,000 cases", closing, 1.2, "by none, in turn"))
        walk = (sys.executable, "-m", "lenovo_desk", "--data", str(data / "desk"), "walk", *WALK)
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
