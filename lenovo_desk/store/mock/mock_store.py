"""The mock calls of one folder: begun, resumed, released, played by a trainer, marked."""

from collections.abc import Sequence
from pathlib import Path

from lenovo_desk.core.engine.mock_rules import MOCK
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.model.intents import BeginMockCall, OpenCase, ResumeCase
from lenovo_desk.core.ports import Library
from lenovo_desk.core.time.clock import Clock, Stamp
from lenovo_desk.store.cases import evidence_files
from lenovo_desk.store.cases.case_folder import ReplayedCase
from lenovo_desk.store.cases.open_case import OpenCases, start
from lenovo_desk.store.cases.pinned_flows import CaseFlows
from lenovo_desk.store.disk.append_log import append_entry
from lenovo_desk.store.disk.journal import CaseJournal
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
    """The store of mock calls on disk; see `training.training_ports.CallStore`."""

    def __init__(self, root: Path, clock: Clock) -> None:
        """Work below `root`: `mock` in the data folder or a shared one."""
        super().__init__(root, clock)
        self._open = OpenCases(self._noticed)
        self._unsettled: list[str] = []
        """Closed calls that could not be moved to the log because of the disk."""

    def recover(self) -> tuple[str, ...]:
        """Finish what a killed program left half done; return the ids of calls moved to the log.

        Never raises: what could not be done becomes a notice.
        """
        return self._open.recover((self._folder,))

    def begin(
        self,
        library: Library,
        opening: OpenCase,
        scenario: Scenario,
        scorecard: Scorecard,
        materials: Materials,
    ) -> MockSession:
        """Begin a mock call, locked to this window; if that fails, nothing of it stays on disk.

        Raises `StoreProblem("case_exists")`, `unknown_flow`, `flow_changed` when a file of the
        content has changed since it was shown, the code of a refusal, `disk_full` or
        `disk_refused`.
        """
        begin = BeginMockCall(scenario.id, scenario.language, scenario.digest, scorecard.digest)
        return self._begun(library, opening, begin, scenario, scorecard, materials)

    def begin_again(
        self, library: Library, opening: OpenCase, call: Call, upto: int, materials: Materials
    ) -> MockSession:
        """Begin a new call from an earlier one, replayed up to its event `upto`.

        It is played and scored by the earlier call's scenario and scorecard. Raises `StoreProblem`
        like `begin`, and `StoreProblem("not_again")` with the event that is no longer possible
        because the flow has changed.
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
        opening = opening._replace(mode=MOCK)
        with self._open.begun(self._folder, opening.case, search_evidence=True) as locked:
            events = _first_events(library, opening, begin, before, self.clock.now())
            self._scenarios.keep(begin, materials)
            # One write for the whole journal, so that no call lacks its scenario.
            self._folder.write_journal(opening.case, events, library.structure)
            replayed = locked.replay()
            journal = locked.open_journal(library)
            session = _session(journal, replayed, library, scenario, scorecard, self.clock)
            if session.case.status == "parked":
                start(session, ResumeCase())
            session.tick()
            return session

    def resume(self, case: str, library: Library) -> MockSession:
        """Open an unfinished mock call, locked to this window, at the step it is at.

        Raises `StoreProblem("no_call")`, `not_mock`, `closed`, `open_elsewhere`, `damaged`,
        `flow_missing`, `flow_changed`, `disk_full` or `disk_refused`.
        """
        folder = self._folder
        if self._journal(case) != folder.layout.journal(case):
            raise StoreProblem("closed", case)
        with self._open.resumed(folder, case, library) as (journal, replayed):
            scenario, scorecard = self._scenarios.of(case, replayed.events)
            session = _session(journal, replayed, library, scenario, scorecard, self.clock)
            start(session, ResumeCase())
            return session

    def release(self, session: MockSession) -> None:
        """Release a call; a closed one goes to the log of mock calls.

        Raises `StoreProblem` like `CaseFolder.finish`; `settle` or `recover` then moves the call.
        """
        try:
            self._open.release(session.case)
        except StoreProblem:
            if session.case.status == "closed":
                self._unsettled.append(session.case.id)
            raise

    def settle(self) -> None:
        """Move calls to the log that could not be moved when released; never raises.

        A call that still cannot be moved is tried again next time.
        """
        unsettled, self._unsettled = self._unsettled, []
        for case in unsettled:
            try:
                lock = self._folder.locked(case)
                try:
                    if self._folder.layout.journal(case).exists():  # else recovery moved it
                        self._noticed.add(self._folder.finish(case, self._noticed.aside()))
                finally:
                    lock.release(remove=True)
            except StoreProblem:
                self._unsettled.append(case)

    def line(self, case: str) -> LockedTrainerLine:
        """Open the trainer's file of a live call, locked to this window.

        Raises `StoreProblem("no_call")`, `not_mock`, `closed`, `customer_taken` when another window
        has it, `damaged`, `disk_full` or `disk_refused`.
        """
        folder = self._folder
        reading = folder.reading(self._journal(case))
        replayed = folder.replayed(reading, folder.keys.reader(case))
        if replayed.case.status == "closed":
            raise StoreProblem("closed", case)
        mock_opening(case, replayed.events)
        return LockedTrainerLine(folder, case, replayed.events, self.clock, self._noticed)

    def mark(self, case: str, mark: TrainerMark) -> None:
        """Save a trainer's mark on a call.

        Raises `StoreProblem("no_call")`, `busy`, `disk_full` or `disk_refused`.
        """
        self._journal(case)
        self._append(self._folder.layout.marks(case), mark._asdict())

    def answered(self, agent: str, answer: QuizAnswer) -> None:
        """Save an agent's answer to a quiz question.

        Raises `StoreProblem("busy")`, `disk_full` or `disk_refused`.
        """
        self._append(self._folder.layout.quiz(agent), answer._asdict())

    def _append(self, path: Path, plain: Plain) -> None:
        access, aside = self._folder.layout.access, self._noticed.aside()
        self._noticed.add(append_entry(path, access, plain, aside))

    def keep_report(self, case: str, page: str) -> str:
        """Write the report of a call as a page; return the file's name.

        Raises `StoreProblem("no_call")`, `disk_full` or `disk_refused`.
        """
        self._journal(case)
        return evidence_files.keep_page(self._folder, case, self._folder.layout.report(case), page)

    def keep_file(self, name: str, text: str) -> str:
        """Write a file about several calls beside their reports; return the file's name.

        Raises `StoreProblem("disk_full")` or `StoreProblem("disk_refused")`.
        """
        layout = self._folder.layout
        return evidence_files.keep_text(layout.export(name), layout.access, text)


def _first_events(
    library: Library,
    opening: OpenCase,
    begin: BeginMockCall,
    before: Sequence[Event],
    now: Stamp,
) -> tuple[Event, ...]:
    try:
        return beginning(CaseFlows({}, library), opening, begin, now, before)
    except NotAgain as change:
        if change.n > 2:
            earlier = begin.again.split("#")[0]
            raise StoreProblem("not_again", f"{earlier}#{change.n}") from None
        raise StoreProblem(change.reason.code, change.reason.id) from None
    except KeyError as missing:  # a flow that the library does not have
        raise StoreProblem("unknown_flow", str(missing.args[0])) from None


def _session(
    journal: CaseJournal,
    replayed: ReplayedCase,
    library: Library,
    scenario: Scenario,
    scorecard: Scorecard,
    base: Clock,
) -> MockSession:
    clock = MockClock(base, replayed.events[-1].at)
    flows = CaseFlows(replayed.flows, library)
    return MockSession(flows, journal, clock, scenario, scorecard, replayed.case, replayed.events)
