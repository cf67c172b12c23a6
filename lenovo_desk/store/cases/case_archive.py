"""What there is in a data folder: unfinished cases, the log, the evidence, today's figures."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from lenovo_desk.core.engine.fold import replay
from lenovo_desk.core.engine.mock_rules import MOCK
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.case import standing
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Flows, Plain
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.ports import CaseSummary, DayFigures
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.core.time.moments import local
from lenovo_desk.store.cases import evidence_files as evidence
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.cases.case_summaries import unfinished_summaries
from lenovo_desk.store.cases.day_files import closing_moment, log_days
from lenovo_desk.store.cases.notices import Notices
from lenovo_desk.store.disk.file_access import PRIVATE_ACCESS, access_below
from lenovo_desk.store.disk.layout import checked_case_id
from lenovo_desk.store.disk.sealing import FORGOTTEN

REAL = "real"


class CaseArchive:
    """The cases of a data folder as they can be read; see `core.ports.Store`.

    They are the real ones unless mock calls are asked for: those are listed, read and counted
    elsewhere, so that none is ever taken for a case.

    `notices` collects what somebody should be told once: `log_broken` (a day file cannot be
    read), `log_rebuilt` (one was set aside, `detail`, and written again), and why a case could
    not be brought into the log.
    """

    def __init__(self, data: Path, clock: Clock) -> None:
        self.clock = clock
        self._noticed = Notices(clock)
        self.notices = self._noticed.reasons
        self._folders = {
            REAL: CaseFolder(data, PRIVATE_ACCESS),
            MOCK: CaseFolder(data / MOCK, access_below(data / MOCK)),
        }

    def _folder(self, mode: str) -> CaseFolder:
        return self._folders[REAL if mode == REAL else MOCK]

    def unfinished(self, reasons: bool = True, mode: str = REAL) -> tuple[CaseSummary, ...]:
        """Return open and parked cases, next due first; no lock, no repair.

        Without `reasons` those that agents wrote are left out, which spares a start the import
        of what unseals them.
        """
        folder = self._folder(mode)
        sealed = unfinished_summaries(folder, mode)
        summaries = (summary.unsealed(folder, reasons) for summary in sealed)
        return tuple(
            sorted(summaries, key=lambda case: (case.due or float("inf"), case.last, case.id))
        )

    def documents(self, mode: str = REAL, personal: bool = True) -> Iterator[Plain]:
        """Yield closed cases, latest first, their personal part unsealed when its key is here.

        Without `personal` no key is read; figures need none.
        """
        folder = self._folder(mode)
        for _, paths in log_days(folder.layout.log):
            rows: list[Plain] = []
            for path in paths:
                rows += self._rows(folder, path)
            for row in sorted(rows, key=closing_moment, reverse=True):
                yield folder.unsealed(row, personal)

    def document(self, case: str) -> Plain | None:
        """Return one closed case by its id."""
        folder = self._folder(REAL)
        for _, paths in log_days(folder.layout.log):
            for path in paths:
                for row in self._rows(folder, path):
                    if row.get("case") == case:
                        return folder.unsealed(row, True)
        return None

    def history(self, case: str) -> tuple[Flows, tuple[Event, ...]]:
        """Return the flows and the events of a case, unfinished or closed; no lock, no repair.

        Raises `StoreProblem("bad_case_id")`, `StoreProblem("no_journal")` when there is none, and
        `StoreProblem("damaged")` when it cannot be believed.
        """
        return evidence.case_history(self._folder(REAL), case)

    def keep_record(self, case: str, page: str) -> str:
        """Write the record of a case as a page, for this user only; return the file's name.

        Raises `StoreProblem("bad_case_id")`, `StoreProblem("no_journal")` when there is no such
        case, and what the disk refuses.
        """
        folder = self._folder(REAL)
        return evidence.keep_page(folder, case, folder.layout.record(case), page)

    def known_facts(self, case: str, mode: str = REAL) -> dict[str, Value]:
        """Return what a case knows, unfinished or closed, by fact key.

        Nothing personal of a forgotten case is known. Raises `StoreProblem("no_case")` when there
        is neither a journal nor a document, and `StoreProblem("damaged")`.
        """
        try:
            flows, events = evidence.case_history(self._folder(mode), case)
            facts = standing(replay(flows, events))
        except StoreProblem as problem:
            if problem.code not in ("no_journal", "bad_case_id"):
                raise
            # Journals may have been put away: what was closed is still in the log.
            documents = (row for row in self.documents(mode) if row["case"] == case)
            document = next(documents, None)
            if document is None:
                raise StoreProblem("no_case", case) from None
            facts = document["facts"]
        return {key: value for key, value in facts.items() if value != FORGOTTEN}

    def today(self, agent: str, zone: str = "") -> DayFigures:
        """Return the figures of an agent on today's date, the machine's own or a zone's."""
        utc = self.clock.now().utc
        day = (local(utc, zone) if zone else datetime.fromtimestamp(utc)).date().isoformat()
        folder = self._folder(REAL)
        rows = self._rows(folder, folder.layout.day_file(day, agent))
        mine = [row for row in rows if row.get("agent") == agent]
        return DayFigures(
            len(mine),
            sum(bool(row.get("completed")) for row in mine),
            sum(row.get("figures", {}).get("handled", 0.0) for row in mine),
        )

    def rebuild(self, day: str, agent: str) -> int:
        """Read the documents of a day again from the evidence and return how many there are.

        `day` is as in `2026-11-22`. Documents whose journal is not there stay as they are. Raises
        `StoreProblem("busy")` when another program holds the log, and what the disk refuses.
        """
        from lenovo_desk.store.cases.day_log import insert_documents

        folder = self._folder(REAL)
        rows = list(folder.evidence(day, agent))
        if rows:
            path = folder.layout.day_file(day, agent)
            aside = self._noticed.aside()
            broken = insert_documents(path, folder.layout.access, rows, aside, tuple, again=True)
            if broken:
                self._noticed.add((Reason("log_rebuilt", path.name, detail=broken),))
        return len(rows)

    def forget(self, case: str) -> bool:
        """Delete the key of a case that is on no screen; its outcome stays, the person is gone.

        Return whether there was a key. Raises `StoreProblem("bad_case_id")`,
        `StoreProblem("open_elsewhere")` when the case is on a screen, and what the disk refuses.
        """
        forgotten = False
        for folder in self._folders.values():
            if folder.layout.journal(checked_case_id(case)).exists():
                lock = folder.locked(case)
                try:
                    forgotten = evidence.forget_case(folder, case) or forgotten
                finally:
                    lock.release(remove=True)
            else:
                forgotten = evidence.forget_case(folder, case) or forgotten
        return forgotten

    def _rows(self, folder: CaseFolder, path: Path) -> list[Plain]:
        """Return the stored documents of a day file; a broken one is a notice."""
        rows, reasons = folder.rows(path)
        self._noticed.add(reasons)
        return rows
