"""The cases on screens of this program: begun or resumed, and released again.

Real cases and mock calls go the same way here; what differs is how each makes its session.
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
    """A case that this program holds: its lock and, once it is open, its journal."""

    def __init__(self, folder: CaseFolder, case: str) -> None:
        """Take the lock of a case. Raises `StoreProblem` like `CaseFolder.locked`."""
        self.folder, self.case = folder, case
        self.lock = folder.locked(case)
        self._reading: JournalReading | None = None
        self._sealer: Sealer | None = None
        self._journal: CaseJournal | None = None

    def replay(self) -> ReplayedCase:
        """Return the case as its journal tells it.

        Raises `StoreProblem("damaged")` when a line was changed or nothing was accepted,
        `StoreProblem("key_unreadable")`, and what reading a journal raises.
        """
        reading = self.folder.reading(self.folder.layout.journal(self.case))
        if reading.bad_line or not reading.plains:
            raise StoreProblem("damaged", reading.where)
        self._reading = reading
        self._sealer = self.folder.keys.writer(self.case)
        return self.folder.replayed(reading, self._sealer)

    def open_journal(self, library: Library) -> CaseJournal:
        """Open the journal after what was replayed, or begin it. Raises `StoreProblem`."""

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
    """Begins, resumes and releases cases; every one that is open is held by its lock."""

    def __init__(self, notices: Notices) -> None:
        self._notices = notices
        self._locked: dict[str, LockedCase] = {}

    def folder(self, case: str) -> CaseFolder:
        """Return the folder of an open case; KeyError when it is not open here."""
        return self._locked[case].folder

    @contextmanager
    def begun(
        self, folder: CaseFolder, case: str, search_evidence: bool = False
    ) -> Iterator[LockedCase]:
        """Yield a new case, locked; it is open when the block ends.

        When the block fails, nothing of the case stays. Raises `StoreProblem("bad_case_id")`,
        `StoreProblem("case_exists")` for an id that has a journal or a key, and what the lock
        raises. Looking through the evidence costs with its size, so not every case does.
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
        """Yield the journal and the state of an unfinished case, locked; it is open when the
        block ends.

        When the block fails, the case is released as it was. Raises `StoreProblem("closed")` for
        a closed case, which is brought into the log on the way (see `CaseFolder.finish`), and
        what `LockedCase` raises.
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
        """Release an open case; a closed one goes to the day log and its journal to the evidence.

        Nothing happens when it is not open here. When the disk refuses, it raises `StoreProblem`
        and the case stays where `recover` finds it.
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
        """Finish what a killed program left half done; return the ids of cases now in the log."""
        recovered: list[str] = []
        for folder in folders:
            cases, reasons = recover_folder(folder, self._notices.aside())
            recovered += cases
            self._notices.add(reasons)
        return tuple(recovered)


def start(session: Session, intent: OpenCase | ResumeCase) -> None:
    """Do what a case on a screen begins with.

    Raises `StoreProblem("unknown_flow")` for a flow that the library does not have, and
    `StoreProblem` with the reason of a refusal.
    """
    try:
        answer = session.do(intent)
    except KeyError as missing:
        raise StoreProblem("unknown_flow", str(missing.args[0])) from None
    if isinstance(answer, Refusal):
        raise StoreProblem(answer.reasons[0].code, answer.reasons[0].id)
