"""Searches that found nothing, a file a day: where they were made, never for which words."""

from collections import Counter
from pathlib import Path

from lenovo_desk.core.case_rows import FindMisses
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.core.time.moments import local
from lenovo_desk.store.cases.notices import Notices
from lenovo_desk.store.disk.file_access import PRIVATE_ACCESS

_FILE = ".jsonl"


class FindMissLog:
    """Counts them in a folder of their own; see `core.ports.MissLog`."""

    def __init__(self, folder: Path, clock: Clock, notices: Notices) -> None:
        self._folder, self._clock, self._noticed = folder, clock, notices

    def add(self, place: str, flow: str, zone: str) -> None:
        """Count a search on the current day in a zone.

        Raises `StoreProblem("busy")`, `disk_full` or `disk_refused`.
        """
        from lenovo_desk.store.disk.append_log import append_entry

        day = local(self._clock.now().utc, zone).date().isoformat()
        path, entry = self._folder / f"{day}{_FILE}", {"place": place, "flow": flow}
        self._noticed.add(append_entry(path, PRIVATE_ACCESS, entry, self._noticed.aside()))

    def counts(self) -> tuple[FindMisses, ...]:
        """Return the counts, the earliest day first; torn and foreign lines count nothing.

        Raises `StoreProblem("disk_full")` or `StoreProblem("disk_refused")`.
        """
        from lenovo_desk.store.disk.append_log import read_log

        counts: Counter[tuple[str, str, str]] = Counter()
        for path in sorted(self._folder.glob(f"*{_FILE}")):
            for plain in read_log(path).plains:
                place, flow = plain.get("place"), plain.get("flow")
                if isinstance(place, str) and isinstance(flow, str):
                    counts[path.stem, place, flow] += 1
        return tuple(FindMisses(*where, times) for where, times in sorted(counts.items()))
