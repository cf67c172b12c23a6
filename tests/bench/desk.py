"""The desk itself, without a screen: accepting an event, closing a case beside a long log."""

import json
import time
from collections.abc import Callable
from pathlib import Path

from lenovo_desk.content.folders import shipped
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model import intents as it
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.disk.system_clock import SystemClock
from tests.bench import disk

FLOW = "social_triage"
TO_AN_END = ("public_positive", "no_media")
DAYS, A_DAY = 1000, 100


class Bench:
    """A data folder with real cases in it."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.library = ContentLibrary([shipped()], data / "cache")
        self.store = CaseStore(data, SystemClock())
        self._count = 0

    def open(self) -> Session:
        """Begin a case."""
        self._count += 1
        case = f"20261122-{self._count:06d}-bench{self._count}"
        opening = it.OpenCase(case, FLOW, "ab", "social", "fr", "Europe/Paris")
        return self.store.open_case(self.library, opening)

    def leave_waiting(self, count: int) -> None:
        """Leave cases parked, as a desk has them in the morning."""
        for _ in range(count):
            session = self.open()
            session.do(it.MakeChoice("public_positive"))
            session.do(it.ParkCase("waiting", "+2h"))
            self.store.release(session)

    def close_one(self) -> Callable[[], object]:
        """Return what closes a case that has come to its end, from the key to the log."""
        session = self.open()
        for choice in TO_AN_END:
            session.do(it.MakeChoice(choice))

        def close() -> None:
            session.do(it.CloseCase())
            self.store.release(session)

        return close

    def fill_log(self) -> None:
        """Copy one closed case into day files and evidence of other days, 100,000 times."""
        self.close_one()()
        document = next(iter(self.store.documents()))
        folder = self.data / "log"
        for day in range(DAYS):
            name = time.strftime("%Y-%m-%d", time.gmtime(1577836800 + day * 86400))
            rows = {
                str(n): {**document, "case": f"{name}-{n}", "closed": f"{name}T12:00:00.000+01:00"}
                for n in range(1, A_DAY + 1)
            }
            (folder / f"{name}.ab.json").write_text(json.dumps({"_default": rows}))
            month = self.data / "evidence" / name[:7]
            month.mkdir(parents=True, exist_ok=True)
            for case in range(1, A_DAY + 1):
                (month / f"{name}-{case}.jsonl").touch()


def accepting(data: Path, rounds: int) -> tuple[float, int]:
    """Return the cost of an accepted event beside a bare append and sync, and its syncs."""
    bench = Bench(data)
    session = bench.open()
    there_and_back: list[it.Intent] = [it.MakeChoice("public_positive"), it.StepBack()]
    moves = iter(there_and_back * (rounds + 10))

    def accept() -> None:
        session.do(next(moves))

    accept()
    journal = next((data / "open").glob("*.jsonl"))
    cost = disk.event_cost(accept, journal, data / "beside", rounds)
    return cost, disk.syncs(accept)


def closing(full: Path, empty: Path, rounds: int) -> float:
    """Return the cost of closing a case with 100,000 in the log beside one with none before."""
    long, short = Bench(full), Bench(empty)
    long.fill_log()
    prepared = {id(b): iter([b.close_one() for _ in range(rounds + 2)]) for b in (long, short)}
    return disk.side_by_side(
        lambda: next(prepared[id(long)])(), lambda: next(prepared[id(short)])(), rounds
    )
