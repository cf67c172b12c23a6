"""Reads a data folder: unfinished cases, the log, the evidence, today's figures."""

from collections.abc import Callable, Iterator
from pathlib import Path

from lenovo_desk.core.engine.fold import replay
from lenovo_desk.core.engine.gates import valid_facts
from lenovo_desk.core.engine.mock_rules import MOCK
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Flows, Plain
from lenovo_desk.core.model.values import FORGOTTEN, Value
from lenovo_desk.core.ports import CaseHits, CaseSummary, DayFigures
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.core.time.moments import local
from lenovo_desk.store.cases import evidence_files
from lenovo_desk.store.cases.case_finder import CaseFinder
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.cases.case_summaries import WaitingCases
from lenovo_desk.store.cases.day_files import closing_moment, day_figures, log_days
from lenovo_desk.store.cases.find_misses import FindMissLog
from lenovo_desk.store.cases.notices import Notices
from lenovo_desk.store.disk.file_access import PRIVATE_ACCESS, access_below
from lenovo_desk.store.disk.layout import checked_case_id

REAL = "real"


class CaseArchive:
    """Reads the cases of a data folder; see `core.ports.Store`.

    The cases are the real ones unless `mode` asks for mock calls. Mock calls are listed, read and
    counted elsewhere, so that none is ever mistaken for a case.

    `notices` collects what the user should be told once: `log_broken` (a day file cannot be read),
    `log_rebuilt` (a day file was set aside under the name in `detail` and written again), and why a
    case could not be moved to the log.
    """

    def __init__(self, data: Path, clock: Clock) -> None:
        self.clock = clock
        self._noticed = Notices(clock)
        self.notices = self._noticed.reasons
        self.misses = FindMissLog(data / "misses", clock, self._noticed)
        self._folders = {
            REAL: CaseFolder(data, PRIVATE_ACCESS),
            MOCK: CaseFolder(data / MOCK, access_below(data / MOCK)),
        }
        self._waiting = {mode: WaitingCases(folder, mode) for mode, folder in self._folders.items()}
        self._open_here: Callable[[str], bool] = lambda case: False
        """Whether this program itself has a case open; one that only reads has none."""
        self._finder = CaseFinder(self._folders[REAL], self._waiting[REAL])

    def _folder(self, mode: str) -> CaseFolder:
        return self._folders[REAL if mode == REAL else MOCK]

    def unfinished(self, reasons: bool = True, mode: str = REAL) -> tuple[CaseSummary, ...]:
        """Return open and parked cases, next due first, without lock or repair.

        Without `reasons`, customers, their problems and the reasons that agents typed are left out.
        That spares the start of the program the import of what unseals them.
        """
        folder = self._folder(mode)
        summaries = (
            case._replace(elsewhere=not self._open_here(case.id) and folder.in_use(case.id))
            for case in self._waiting[REAL if mode == REAL else MOCK].summaries(reasons)
        )
        return tuple(
            sorted(summaries, key=lambda case: (case.due or float("inf"), case.last, case.id))
        )

    def find(self, text: str, country: str = "", seconds: float = 0.02) -> CaseHits:
        """Find real cases by what is known of the customer; see `core.ports.Store.find`.

        Raises `StoreProblem("key_unreadable")` or `StoreProblem("disk_refused")`.
        """
        return self._finder.find(text, country, seconds)

    def documents(self, mode: str = REAL, personal: bool = True) -> Iterator[Plain]:
        """Yield closed cases, latest first, personal parts unsealed when the key is here.

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
        """Return the document of a closed case, also of one that is still on a screen; else None.

        Raises `StoreProblem` when the journal of such a case cannot be read.
        """
        folder = self._folder(REAL)
        for _, paths in log_days(folder.layout.log):
            for path in paths:
                for row in self._rows(folder, path):
                    if row.get("case") == case:
                        return folder.unsealed(row, True)
        closing = folder.closing_row(case)
        return closing and folder.unsealed(closing, True)

    def history(self, case: str) -> tuple[Flows, tuple[Event, ...]]:
        """Return the flows and the events of a case, unfinished or closed; no lock, no repair.

        Raises `StoreProblem("bad_case_id")`, `StoreProblem("no_journal")` when it has no journal,
        `StoreProblem("damaged")` when the journal cannot be trusted, `flow_missing`,
        `flow_changed`, `disk_full` or `disk_refused`.
        """
        return evidence_files.case_history(self._folder(REAL), case)

    def keep_record(self, case: str, page: str) -> str:
        """Write the record of a case as a page for this user only; return the file's name.

        Raises `StoreProblem("bad_case_id")`, `StoreProblem("no_journal")` when there is no such
        case, `disk_full` or `disk_refused`.
        """
        folder = self._folder(REAL)
        return evidence_files.keep_page(folder, case, folder.layout.record(case), page)

    def known_facts(self, case: str, mode: str = REAL) -> dict[str, Value]:
        """Return the facts of a case, unfinished or closed, by fact key.

        Personal facts of a forgotten case are left out. Raises `StoreProblem("no_case")` when there
        is neither a journal nor a document, and `StoreProblem("damaged")`.
        """
        try:
            flows, events = evidence_files.case_history(self._folder(mode), case)
            facts = valid_facts(flows, replay(flows, events))
        except StoreProblem as problem:
            if problem.code not in ("no_journal", "bad_case_id"):
                raise
            # The journals may have been moved away; the log still has the closed cases.
            documents = (row for row in self.documents(mode) if row["case"] == case)
            document = next(documents, None)
            if document is None:
                raise StoreProblem("no_case", case) from None
            facts = document["facts"]
        return {key: value for key, value in facts.items() if value != FORGOTTEN}

    def today(self, agent: str, zone: str = "") -> DayFigures:
        """Return an agent's figures for today; today is the date in `zone`, else the machine's."""
        utc = self.clock.now().utc
        day = (local(utc, zone) if zone else local(utc, "UTC").astimezone()).date().isoformat()
        folder = self._folder(REAL)
        rows = self._rows(folder, folder.layout.day_file(day, agent))
        return day_figures([row for row in rows if row.get("agent") == agent])

    def rebuild(self, day: str, agent: str) -> int:
        """Rebuild the documents of a day from the evidence; return how many there are.

        `day` has the form `2026-11-22`. A document whose journal is missing stays as it is. Raises
        `StoreProblem("busy")` when another program holds the log, `disk_full` or `disk_refused`.
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
        """Delete the key of a case: its outcome stays, its personal data is gone.

        It is no longer found by them either. Return whether there was a key. Raises
        `StoreProblem("bad_case_id")`, `StoreProblem("open_elsewhere")` when the case is on a
        screen, `busy`, `disk_full` or `disk_refused`.
        """
        forgotten = False
        for folder in self._folders.values():
            if folder.layout.journal(checked_case_id(case)).exists():
                lock = folder.locked(case)
                try:
                    forgotten = evidence_files.forget_case(folder, case) or forgotten
                finally:
                    lock.release(remove=True)
            else:
                forgotten = evidence_files.forget_case(folder, case) or forgotten
        self._finder.forget(case)
        return forgotten

    def _rows(self, folder: CaseFolder, path: Path) -> list[Plain]:
        """Return the stored documents of a day file; a broken file becomes a notice."""
        rows, reasons = folder.rows(path)
        self._noticed.add(reasons)
        return rows
