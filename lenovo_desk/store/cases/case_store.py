"""The cases of one data folder: opened, resumed, released, handed over."""

from collections.abc import Iterable
from pathlib import Path

from lenovo_desk.core.engine.engine import decide
from lenovo_desk.core.engine.follow_up import carry_over, record_all
from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.model.intents import (
    HandOver,
    OpenCase,
    RecordFact,
    ResumeCase,
    TakeOver,
    UseDesk,
)
from lenovo_desk.core.ports import Library
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.store.cases.case_archive import CaseArchive
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.cases.open_case import OpenCases, start
from lenovo_desk.store.cases.pinned_flows import CaseFlows
from lenovo_desk.store.disk.layout import checked_case_id
from lenovo_desk.store.disk.sealing import load_cryptography


class CaseStore(CaseArchive):
    """The store on disk; see `core.ports.Store`."""

    def __init__(self, data: Path, clock: Clock) -> None:
        super().__init__(data, clock)
        self._open = OpenCases(self._noticed)
        self._open_here = self._open.__contains__

    def recover(self) -> tuple[str, ...]:
        """Finish what a killed program left half done; return the ids of cases moved to the log.

        Never raises: what could not be done becomes a notice.
        """
        return self._open.recover(self._folders.values())

    def warm(self) -> None:
        """Load what the first case will need; called while nobody waits."""
        load_cryptography()

    def open_case(
        self, library: Library, intent: OpenCase, facts: Iterable[RecordFact] = ()
    ) -> Session:
        """Open a new case, locked to this window; if that fails, nothing of it stays on disk.

        A case that follows another starts with the facts of that one, then with `facts`. Raises
        `StoreProblem("case_exists")`, `StoreProblem("no_case")` when the followed case does not
        exist, `StoreProblem("unknown_flow")`, `StoreProblem("fact_refused")` when one of `facts`
        cannot be recorded, `StoreProblem` with the code of a refusal, `disk_full` or
        `disk_refused`.
        """
        folder = self._folder(intent.mode)
        earlier = self.known_facts(intent.follows, intent.mode) if intent.follows else {}
        with self._open.begun(folder, intent.case) as locked:
            journal = locked.open_journal(library)
            session = Session(CaseFlows({}, library), journal, self.clock)
            start(session, intent)
            carry_over(session, earlier)
            if refused := record_all(session, facts):
                raise StoreProblem("fact_refused", refused[0].intent.fact)
            return session

    def resume(self, case: str, library: Library, desk: UseDesk | None = None) -> Session:
        """Open an unfinished case, locked to this window, at the step it is at.

        The agent and the settings of `desk` are in force from then on; None keeps the case's.
        Raises `StoreProblem("unknown_case")` when there is no such unfinished case, `is_mock` for a
        mock call, `open_elsewhere`, `closed`, `damaged`, `disk_full` or `disk_refused`.
        """
        return self._resumed(case, library, desk, wake_parked=True)

    def reach(self, case: str, library: Library, desk: UseDesk | None = None) -> Session:
        """Open an unfinished case to close it or hand it over; a parked case stays parked.

        Raises `StoreProblem` like `resume`.
        """
        return self._resumed(case, library, desk, wake_parked=False)

    def _resumed(
        self, case: str, library: Library, desk: UseDesk | None, wake_parked: bool
    ) -> Session:
        folder = self._folder_of(checked_case_id(case))
        with self._open.resumed(folder, case, library) as (journal, replayed):
            if replayed.case.scenario:  # the store of mock calls has its clock and its customer
                raise StoreProblem("is_mock", case)
            flows = CaseFlows(replayed.flows, library)
            session = Session(flows, journal, self.clock, replayed.case)
            if wake_parked or replayed.case.status != "parked":
                start(session, ResumeCase(desk.agent if desk else ""))
            if desk:
                session.do(desk)  # refused when nothing has changed
            return session

    def release(self, session: Session) -> None:
        """Release an open case; a closed one goes to the day log, its journal to the evidence.

        Raises `StoreProblem("busy")`, `disk_full` or `disk_refused` when it cannot; `recover` then
        finishes the work.
        """
        self._open.release(session.case)

    def handover_file(self, case: str) -> str:
        """Return the path of a new file to hand a case over in."""
        from lenovo_desk.store.cases.handover_file import suggested_file

        return suggested_file(case)

    def hand_over(
        self, session: Session, reason: str, file: str, passphrase: str
    ) -> Event | Refusal:
        """Write an open case into an encrypted file, then close it here.

        Only the passphrase opens the file. It is whole and on the disk before the case is closed.
        If the program is killed in between, the case is still open here and the file must not be
        used until it is closed. If the case cannot be closed, the file is deleted again. After a
        refusal or a `StoreProblem` (listed at `write_handover` and `handover_payload`) the case
        goes on.
        """
        from lenovo_desk.store.cases.handover_cases import handover_payload
        from lenovo_desk.store.cases.handover_file import withdraw_handover, write_handover

        intent = HandOver(reason)
        answer = decide(session.flows, session.case, intent, self.clock.now())
        if isinstance(answer, Refusal):
            return answer
        case = session.case.id
        path = write_handover(file, handover_payload(self._open.folder(case), case), passphrase)
        try:
            return session.do(intent)
        except StoreProblem:
            withdraw_handover(path)
            raise

    def take_over(self, file: str, passphrase: str, intent: TakeOver) -> str:
        """Continue the case in a file in the name of this desk's agent; return its new id.

        The case then waits among the unfinished ones. A case cannot be taken over twice, or against
        what its flow allows. Raises `StoreProblem` like `read_handover`, `handed_case` and
        `accept_case`.
        """
        from lenovo_desk.store.cases.handover_cases import accept_case, handed_case
        from lenovo_desk.store.cases.handover_file import read_handover

        incoming = handed_case(read_handover(file, passphrase), Path(file).name)
        return accept_case(self._folder(incoming.opening.mode), incoming, intent, self.clock.now())

    def _folder_of(self, case: str) -> CaseFolder:
        for folder in self._folders.values():
            if folder.layout.journal(case).exists():
                return folder
        raise StoreProblem("unknown_case", case)
