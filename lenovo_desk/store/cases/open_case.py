"""The cases that this program has on its screens: opened, resumed and released.

Real cases and mock calls are treated alike here; they differ in how their session is made.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.model.intents import OpenCase, ResumeCase
from lenovo_desk.core.ports import Library
from lenovo_desk.store.cases.case_folder import CaseFolder, ReplayedCase
from lenovo_desk.store.cases.case_summaries import keep_summary
from lenovo_desk.store.cases.evidence_files import journal_path
from lenovo_desk.store.cases.notices import Notices
from lenovo_desk.store.cases.recovery import drop_case, recover_folder
from lenovo_desk.store.disk.journal import CaseJournal, JournalReading
from lenovo_desk.store.disk.layout import checked_case_id
from lenovo_desk.store.disk.sealing import Sealer


class LockedCase:
    """A case that this program has locked, and its journal once that is open."""

    def __init__(self, folder: CaseFolder, case: str) -> None:
        """Acquire the lock of a case. Raises `StoreProblem` like `CaseFolder.locked`."""
        self.folder, self.case = folder, case
        self.lock = folder.locked(case)
        self._reading: JournalReading | None = None
        self._sealer: Sealer | None = None
        self._journal: CaseJournal | None = None

    def replay(self) -> ReplayedCase:
        """Replay the case from its journal.

        Raises `StoreProblem("damaged")` when a line was changed or no event was accepted,
        `StoreProblem("key_unreadable")`, and `StoreProblem` like `CaseFolder.reading` and
        `CaseFolder.replayed`.
        """
        reading = self.folder.reading(self.folder.layout.journal(self.case))
        if reading.bad_line or not reading.plains:
            raise StoreProblem("damaged", reading.where)
        self._reading = reading
        self._sealer = self.folder.keys.writer(self.case)
        return self.folder.replayed(reading, self._sealer)

    def open_journal(self, library: Library) -> CaseJournal:
        """Open the journal after what was replayed, or create it.

        Raises `StoreProblem` like `KeyRing.writer` and `CaseJournal`.
        """

        def keep(digests: Iterable[tuple[str, str]]) -> None:
            self.folder.structures.keep(digests, library.structure)

        layout = self.folder.layout
        self._sealer = self._sealer or self.folder.keys.writer(self.case)
        self._journal = CaseJournal(
            layout.journal(self.case), layout.access, self._sealer, keep, self._reading
        )
        return self._journal

    def close_journal(self) -> None:
        """Close the journal, if it is open."""
        if self._journal is not None:
            self._journal.close()

    def release(self) -> None:
        """Close the journal and release the lock."""
        self.close_journal()
        self.lock.release(remove=True)


class OpenCases:
    """Begins, resumes and releases cases, and holds the lock of each open one."""

    def __init__(self, notices: Notices) -> None:
        self._notices = notices
        self._locked: dict[str, LockedCase] = {}

    def __contains__(self, case: str) -> bool:
        """Return whether a case is open here."""
        return case in self._locked

    def folder(self, case: str) -> CaseFolder:
        """Return the folder of an open case. Raises KeyError when it is not open here."""
        return self._locked[case].folder

    @contextmanager
    def begun(
        self, folder: CaseFolder, case: str, search_evidence: bool = False
    ) -> Iterator[LockedCase]:
        """Yield a new case, locked; after the block it counts as open.

        If the block fails, nothing of the case stays on disk. Raises `StoreProblem("bad_case_id")`,
        `StoreProblem("case_exists")` when the id has a journal or a key, and `StoreProblem` like
        `CaseFolder.locked`. Searching the evidence takes longer the more there is, so only mock
        calls do it.
        """
        locked = LockedCase(folder, checked_case_id(case))
        try:
            journal = folder.layout.journal(case)
            used = journal_path(folder, case) if search_evidence else journal.exists()
            if used or (folder.layout.keys / case).exists():
                raise StoreProblem("case_exists", case)
            try:
                yield locked
            except BaseException:
                locked.close_journal()
                drop_case(folder, case)
                raise
        except BaseException:
            locked.release()
            raise
        self._locked[case] = locked

    @contextmanager
    def resumed(
        self, folder: CaseFolder, case: str, library: Library
    ) -> Iterator[tuple[CaseJournal, ReplayedCase]]:
        """Yield the journal and the state of an unfinished case, locked.

        After the block the case counts as open; if the block fails, it is released unchanged.
        Raises `StoreProblem("closed")` for a closed case, after moving it to the log with
        `CaseFolder.finish`, and `StoreProblem` like `LockedCase`.
        """
        locked = LockedCase(folder, case)
        try:
            replayed = locked.replay()
            if replayed.case.status == "closed":
                self._notices.add(folder.finish(case, self._notices.aside()))
                raise StoreProblem("closed", case)
            yield locked.open_journal(library), replayed
        except BaseException:
            locked.release()
            raise
        self._locked[case] = locked

    def release(self, case: Case) -> None:
        """Release an open case; a closed one goes to the day log, its journal to the evidence.

        Does nothing when the case is not open here. Raises `StoreProblem` like `CaseFolder.finish`;
        the case then stays where `recover` looks for it.
        """
        locked = self._locked.pop(case.id, None)
        if locked is None:
            return
        locked.close_journal()
        try:
            if case.status == "closed":
                self._notices.add(locked.folder.finish(case.id, self._notices.aside()))
            else:
                keep_summary(locked.folder, case.id, case.mode)
        finally:
            locked.release()

    def recover(self, folders: Iterable[CaseFolder]) -> tuple[str, ...]:
        """Finish what a killed program left half done; return the ids of cases moved to the log."""
        recovered: list[str] = []
        for folder in folders:
            cases, reasons = recover_folder(folder, self._notices.aside())
            recovered += cases
            self._notices.add(reasons)
        return tuple(recovered)


def start(session: Session, intent: OpenCase | ResumeCase) -> None:
    """Do the first intent of a case on a screen.

    Raises `StoreProblem("unknown_flow")` when the library does not have the flow, and
    `StoreProblem` with the code of a refusal.
    """
    try:
        answer = session.do(intent)
    except KeyError as missing:
        raise StoreProblem("unknown_flow", str(missing.args[0])) from None
    if isinstance(answer, Refusal):
        raise StoreProblem(answer.reasons[0].code, answer.reasons[0].id)
