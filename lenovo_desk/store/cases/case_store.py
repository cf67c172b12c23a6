"""The cases of one data folder: begun, taken up, let go, handed over."""

from collections.abc import Callable
from pathlib import Path

from lenovo_desk.core.engine.engine import decide
from lenovo_desk.core.engine.follow_up import carry
from lenovo_desk.core.engine.mock_calls import MOCK
from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.model.intents import HandOver, OpenCase, ResumeCase, TakeOver
from lenovo_desk.core.ports import Library
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.store.cases.case_archive import REAL, CaseArchive
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.cases.open_case import LockedCase, journal_for, let_go, taken_up
from lenovo_desk.store.cases.pinned_flows import CaseFlows
from lenovo_desk.store.cases.recovery import drop_case, recover_folder
from lenovo_desk.store.disk.layout import checked_case_id
from lenovo_desk.store.disk.sealing import load_cryptography


class CaseStore(CaseArchive):
    """The store on files; see `core.ports.Store`."""

    def __init__(self, data: Path, clock: Clock) -> None:
        super().__init__(data, clock)
        self._live: dict[str, LockedCase] = {}

    def recover(self) -> tuple[str, ...]:
        """Finish what a killed program left half done; return the ids of cases now in the log."""
        done: list[str] = []
        for place in self._places.values():
            cases, notices = recover_folder(place, self._aside())
            done += cases
            self._notice(notices)
        return tuple(done)

    def warm(self) -> None:
        """Load what the first case will need; called when nobody waits."""
        load_cryptography()

    def open_case(self, library: Library, intent: OpenCase) -> Session:
        """Begin a case, locked to this window; when that fails, nothing of it stays.

        A case that follows another (`no_case` when there is none) begins with what that one knew.
        """
        mode, case = REAL if intent.mode == REAL else MOCK, checked_case_id(intent.case)
        facts = self.known_facts(intent.follows, mode) if intent.follows else {}
        place = self._places[mode]
        lock = place.locked(case)
        try:
            used = place.layout.journal(case).exists() or (place.layout.keys / case).exists()
            if used:
                raise StoreProblem("case_exists", case)
            try:
                journal = journal_for(place, case, place.keys.writer(case), library)
                try:
                    session = Session(CaseFlows({}, library), journal, self.clock)
                    _started(session, intent)
                    carry(session, facts)
                    self._live[case] = LockedCase(place, lock, journal)
                    return session
                except BaseException:
                    journal.close()
                    raise
            except BaseException:
                drop_case(place, case)
                raise
        except BaseException:
            lock.release(remove=True)
            raise

    def resume(self, case: str, library: Library) -> Session:
        """Take up an unfinished case, locked to this window, at the very step."""
        return self._taken_up(case, library, lambda found: True)

    def reach(self, case: str, library: Library) -> Session:
        """Take up an unfinished case to part with it: a parked one stays parked."""
        return self._taken_up(case, library, lambda found: found.status != "parked")

    def _taken_up(self, case: str, library: Library, resumed: Callable[[Case], bool]) -> Session:
        place = self._place_of(checked_case_id(case))
        with taken_up(place, case, library, self._aside, self._notice) as (live, record):
            if record.case.scenario:  # its clock and its customer are another store's
                raise StoreProblem("is_mock", case)
            session = Session(
                CaseFlows(record.flows, library), live.journal, self.clock, record.case
            )
            if resumed(record.case):
                _started(session, ResumeCase())
            self._live[case] = live
            return session

    def release(self, session: Session) -> None:
        """Let go of a live case; a closed one goes to the day log and its journal to evidence.

        When that fails the case stays where `recover` finds it.
        """
        live = self._live.pop(session.case.id, None)
        if live is not None:
            let_go(live, session.case, self._aside, self._notice)

    def handover_file(self, case: str) -> str:
        """Return the whole name of a file that is not there yet, to hand a case over in."""
        from lenovo_desk.store.cases.handover_file import suggested_file

        return suggested_file(case)

    def hand_over(
        self, session: Session, reason: str, file: str, passphrase: str
    ) -> Event | Refusal:
        """Write a live case into a file that only the passphrase opens, then close it here.

        The file is whole and on the disk before the case is closed. A program that is killed
        between the two leaves the case open here, and a file that must not be used until the
        case is closed; one that cannot close the case takes the file back. After a refusal or a
        `StoreProblem` the case goes on.
        """
        from lenovo_desk.store.cases import handover_cases as relay
        from lenovo_desk.store.cases import handover_file as handover

        intent = HandOver(reason)
        answer = decide(session.flows, session.case, intent, self.clock.now())
        if isinstance(answer, Refusal):
            return answer
        payload = relay.handover_payload(self._live[session.case.id].place, session.case.id)
        path = handover.write_handover(file, payload, passphrase)
        try:
            return session.do(intent)
        except StoreProblem:
            handover.withdraw_handover(path)
            raise

    def take_over(self, file: str, passphrase: str, intent: TakeOver) -> str:
        """Go on with the case of a file, in the name of this desk's agent; return its new id.

        It waits among the unfinished cases. Nothing is taken over twice, or that its flow does
        not allow.
        """
        from lenovo_desk.store.cases import handover_cases as relay
        from lenovo_desk.store.cases import handover_file as handover

        parcel = relay.handed_case(handover.read_handover(file, passphrase), Path(file).name)
        place = self._places[REAL if parcel.opening.mode == REAL else MOCK]
        return relay.accept_case(place, parcel, intent, self.clock.now())

    def _place_of(self, case: str) -> CaseFolder:
        for place in self._places.values():
            if place.layout.journal(case).exists():
                return place
        raise StoreProblem("unknown_case", case)


def _started(session: Session, intent: OpenCase | ResumeCase) -> None:
    try:
        answer = session.do(intent)
    except KeyError as missing:  # a flow that the library does not have
        raise StoreProblem("unknown_flow", str(missing.args[0])) from None
    if isinstance(answer, Refusal):
        raise StoreProblem(answer.reasons[0].code, answer.reasons[0].id)
