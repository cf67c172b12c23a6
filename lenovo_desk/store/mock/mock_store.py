"""The mock calls of one folder: begun, taken up, let go of, played by a trainer, marked."""

from collections.abc import Sequence
from pathlib import Path

from lenovo_desk.core.engine.mock_calls import MOCK
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.intents import BeginMockCall, OpenCase, ResumeCase
from lenovo_desk.core.ports import Library
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.store.cases import evidence_files as evidence
from lenovo_desk.store.cases.case_folder import ReplayedCase
from lenovo_desk.store.cases.open_case import LockedCase, journal_for, let_go, taken_up
from lenovo_desk.store.cases.pinned_flows import CaseFlows
from lenovo_desk.store.cases.recovery import drop_case, recover_folder
from lenovo_desk.store.disk import append_log as ledger
from lenovo_desk.store.disk.layout import checked_case_id
from lenovo_desk.store.mock.mock_archive import MockArchive
from lenovo_desk.store.mock.pinned_scenarios import mock_opening
from lenovo_desk.store.mock.trainer_line import LockedTrainerLine
from lenovo_desk.training.begin_call import NotAgain, beginning
from lenovo_desk.training.customer.fast_clock import MockClock
from lenovo_desk.training.mock_session import MockSession
from lenovo_desk.training.model.call import Call, TrainerMark
from lenovo_desk.training.model.quiz import QuizAnswer
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.training.model.scorecard import Scorecard
from lenovo_desk.training.training_ports import Materials


class MockStore(MockArchive):
    """The store of mock calls on files; see `training.ports.CallStore`."""

    def __init__(self, root: Path, clock: Clock) -> None:
        """Work in a folder of mock calls: `mock` in the data folder, or in a shared one."""
        super().__init__(root, clock)
        self._live: dict[str, LockedCase] = {}
        self._late: list[str] = []
        """Closed calls that a disk would not take into the log."""

    def recover(self) -> tuple[str, ...]:
        """Finish what a killed program left half done; return the ids of calls now in the log."""
        done, notices = recover_folder(self._place, self._aside())
        self._notice(notices)
        return tuple(done)

    def begin(
        self,
        library: Library,
        opening: OpenCase,
        scenario: Scenario,
        scorecard: Scorecard,
        materials: Materials,
    ) -> MockSession:
        """Begin a mock call, locked to this window; when that fails, nothing of it stays."""
        begin = BeginMockCall(scenario.id, scenario.language, scenario.digest, scorecard.digest)
        return self._begun(library, opening, begin, scenario, scorecard, materials)

    def begin_again(
        self, library: Library, opening: OpenCase, call: Call, upto: int, materials: Materials
    ) -> MockSession:
        """Begin a new call that has gone as an earlier one did up to its event `upto`.

        It is played and scored by the earlier one's scenario and scorecard. `not_again` names
        the event that cannot happen now, since the flow has changed.
        """
        before = call.events[:upto] if upto > 2 else ()
        begin = BeginMockCall(
            call.scenario.id,
            call.scenario.language,
            call.scenario.digest,
            call.scorecard.digest,
            f"{call.id}#{max(upto, 2)}",
        )
        return self._begun(
            library, opening, begin, call.scenario, call.scorecard, materials, before
        )

    def _begun(
        self,
        library: Library,
        opening: OpenCase,
        begin: BeginMockCall,
        scenario: Scenario,
        scorecard: Scorecard,
        materials: Materials,
        before: Sequence[Event] = (),
    ) -> MockSession:
        place, case = self._place, checked_case_id(opening.case)
        opening = opening._replace(mode=MOCK)
        lock = place.locked(case)
        try:
            if evidence.journal_path(place, case) or (place.layout.keys / case).exists():
                raise StoreProblem("case_exists", case)
            flows = CaseFlows({}, library)
            now = self.clock.now()
            try:
                events = beginning(flows, opening, begin, now, before)
            except NotAgain as no:
                if no.n > 2:
                    raise StoreProblem("not_again", f"{begin.again.split('#')[0]}#{no.n}") from None
                raise StoreProblem(no.reason.code, no.reason.id) from None
            except KeyError as missing:  # a flow that the library does not have
                raise StoreProblem("unknown_flow", str(missing.args[0])) from None
            self._scripts.keep(begin, materials)
            place.put_down(case, events, library.structure)
            try:
                reading = place.reading(place.layout.journal(case))
                sealer = place.keys.writer(case)
                record = place.record(reading, sealer)
                live = LockedCase(place, lock, journal_for(place, case, sealer, library, reading))
                session = self._session(live, record, library, scenario, scorecard)
                if session.case.status == "parked":
                    self._do(session, ResumeCase())
                session.tick()
                return session
            except BaseException:
                drop_case(place, case)
                raise
        except BaseException:
            lock.release(remove=True)
            raise

    def resume(self, case: str, library: Library) -> MockSession:
        """Take up an unfinished mock call, locked to this window, at the very step."""
        place = self._place
        if self._journal(case) != place.layout.journal(case):
            raise StoreProblem("closed", case)
        with taken_up(place, case, library, self._aside, self._notice) as (live, record):
            scenario, scorecard = self._scripts.of(case, record.events)
            session = self._session(live, record, library, scenario, scorecard)
            self._do(session, ResumeCase())
            return session

    def _session(
        self,
        live: LockedCase,
        record: ReplayedCase,
        library: Library,
        scenario: Scenario,
        scorecard: Scorecard,
    ) -> MockSession:
        clock = MockClock(self.clock, record.events[-1].at)
        flows = CaseFlows(record.flows, library)
        session = MockSession(
            flows, live.journal, clock, scenario, scorecard, record.case, record.events
        )
        self._live[session.case.id] = live
        return session

    def _do(self, session: MockSession, intent: ResumeCase) -> None:
        """Do what a call on the screen begins with; without it, it is on none."""
        try:
            session.do(intent)
        except BaseException:
            self._live.pop(session.case.id).journal.close()
            raise

    def release(self, session: MockSession) -> None:
        """Let go of a call; a closed one goes to the log of mock calls."""
        live = self._live.pop(session.case.id, None)
        if live is None:
            return
        try:
            let_go(live, session.case, self._aside, self._notice)
        except StoreProblem:
            if session.case.status == "closed":
                self._late.append(session.case.id)
            raise

    def settle(self) -> None:
        """Bring into the log what a disk would not take when it was let go of.

        What it still does not take is left to the next time.
        """
        late, self._late = self._late, []
        for case in late:
            try:
                lock = self._place.locked(case)
                try:
                    if self._place.layout.journal(case).exists():  # else a recovery did it
                        self._notice(self._place.finish(case, self._aside()))
                finally:
                    lock.release(remove=True)
            except StoreProblem:
                self._late.append(case)

    def line(self, case: str) -> LockedTrainerLine:
        """Open the trainer's file of a live call, locked to this window."""
        place = self._place
        record = place.record(place.reading(self._journal(case)), place.keys.reader(case))
        if record.case.status == "closed":
            raise StoreProblem("closed", case)
        mock_opening(case, record.events)
        line = LockedTrainerLine(place, case, record.events, self.clock, self._aside)
        self._notice(line.notices)
        return line

    def mark(self, case: str, mark: TrainerMark) -> None:
        """Keep what a trainer adds to a call."""
        self._journal(case)
        path = self._place.layout.marks(case)
        self._notice(
            ledger.append_entry(path, self._place.layout.access, mark._asdict(), self._aside())
        )

    def answered(self, agent: str, answer: QuizAnswer) -> None:
        """Keep an answer."""
        path = self._place.layout.quiz(agent)
        self._notice(
            ledger.append_entry(path, self._place.layout.access, answer._asdict(), self._aside())
        )

    def keep_report(self, case: str, page: str) -> str:
        """Write the report of a call as a page; return the file's name."""
        self._journal(case)
        return evidence.keep_page(self._place, case, self._place.layout.report(case), page)

    def keep_file(self, name: str, text: str) -> str:
        """Write what tells of several calls beside their reports; return the file's name."""
        return evidence.keep_text(self._place.layout.export(name), self._place.layout.access, text)
