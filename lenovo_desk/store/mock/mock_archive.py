"""Reads a folder of mock calls: live and closed ones, what was said, marks and answers."""

import os
from collections.abc import Iterator
from pathlib import Path

from lenovo_desk.core.engine.mock_rules import MOCK
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.ports import CaseSummary
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.store.cases import evidence_files
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.cases.case_summaries import WaitingCases
from lenovo_desk.store.cases.notices import Notices
from lenovo_desk.store.disk.append_log import Entry, LogReader, file_stamp, log_entry
from lenovo_desk.store.disk.file_access import access_below, disk_problem
from lenovo_desk.store.disk.layout import checked_case_id
from lenovo_desk.store.mock.class_folder import FolderSharing, folder_sharing
from lenovo_desk.store.mock.pinned_scenarios import PinnedScenarios
from lenovo_desk.store.mock.trainer_line import trainer_entries
from lenovo_desk.training.model.call import MARK_KINDS, Call, SpokenLine, TrainerMark
from lenovo_desk.training.model.quiz import QuizAnswer


class MockArchive:
    """Reads the mock calls of a folder; nothing here locks or repairs.

    `notices` collects what the user should be told once: `ledger_broken` (a file of marks or
    answers was changed), `customer_broken` (a trainer's file was), and why a call cannot be read.
    """

    def __init__(self, root: Path, clock: Clock) -> None:
        """Read the mock calls below `root`: `mock` in the data folder or a shared one."""
        self.clock = clock
        self._noticed = Notices(clock)
        self.notices = self._noticed.reasons
        self._folder = CaseFolder(root, access_below(root))
        self._waiting = WaitingCases(self._folder, MOCK)
        self._scenarios = PinnedScenarios(self._folder.structures)
        self._logs = LogReader()
        self._last_call: tuple[tuple[object, ...], Call] | None = None

    @property
    def folder(self) -> str:
        """The path of the mock calls."""
        return str(self._folder.layout.root)

    @property
    def sharing(self) -> FolderSharing:
        """Who can currently read the calls. Raises `StoreProblem("disk_refused")`."""
        return folder_sharing(self.folder)

    def live(self) -> tuple[CaseSummary, ...]:
        """Return the unfinished mock calls, latest event first, without lock or repair.

        Raises `StoreProblem("disk_full")` or `StoreProblem("disk_refused")` when the folder cannot
        be read.
        """
        try:
            os.listdir(self._folder.layout.open)
        except FileNotFoundError:
            return ()
        except OSError as error:  # a folder that may not be read is not an empty one
            raise disk_problem(error, self.folder) from None
        return tuple(sorted(self._waiting.summaries(True), key=lambda call: (-call.last, call.id)))

    def call(self, case: str) -> Call:
        """Return a mock call, live or closed, with the trainers' marks.

        Nothing is locked or repaired. The call is read again only when something has changed, so
        callers may poll twice a second. Raises `StoreProblem("bad_case_id")`, `no_call` when there
        is none, `not_mock` for a real case, `damaged` when its journal cannot be trusted,
        `flow_missing` or `flow_changed` when its flow or scenario cannot, `disk_full` or
        `disk_refused`.
        """
        path, marks = self._journal(case), self._folder.layout.marks(case)
        key = (path, file_stamp(path), file_stamp(marks))
        if self._last_call is None or self._last_call[0] != key:
            try:
                self._last_call = key, self._whole(path, marks)
            except StoreProblem as problem:
                if problem.code != "unknown_case":
                    raise
                # It was closed in the meantime, and its journal moved.
                self._last_call = key, self._whole(self._journal(case), marks)
        return self._last_call[1]

    def _journal(self, case: str) -> Path:
        try:
            path = evidence_files.journal_path(self._folder, checked_case_id(case))
        except OSError as error:
            raise disk_problem(error, self.folder) from None
        if path is None:
            raise StoreProblem("no_call", case)
        return path

    def _whole(self, path: Path, marks: Path) -> Call:
        case = path.stem
        keys = self._folder.keys.reader(case)
        replayed = self._folder.replayed(self._folder.reading(path), keys)
        scenario, scorecard = self._scenarios.of(case, replayed.events)
        entries = self._entries(TrainerMark, marks)
        valid = tuple(mark for mark in entries if mark.what in MARK_KINDS)
        return Call(case, replayed.flows, replayed.events, scenario, scorecard, valid)

    def closed(self, agent: str = "") -> Iterator[Call]:
        """Yield the closed mock calls, of everyone or of one agent, latest first.

        A call that cannot be read becomes a notice; one whose opening is lost belongs to no agent.
        Raises `StoreProblem("disk_refused")` when the folder cannot be read.
        """
        try:
            cases = evidence_files.latest_closed(self._folder, agent)
        except OSError as error:
            raise disk_problem(error, self.folder) from None
        for case in cases:
            try:
                yield self.call(case)
            except StoreProblem as problem:
                self._noticed.add((Reason(problem.code, case, detail=problem.detail),))

    def spoken(self, case: str, after: int = 0) -> tuple[SpokenLine, ...]:
        """Return what a trainer had the customer say after line `after`.

        A negative `after` returns all lines. No lock, no repair: a line that makes no sense ends
        the list and becomes a notice, as does a file that cannot be read. Raises
        `StoreProblem("bad_case_id")`.
        """
        layout = self._folder.layout
        path = layout.customer(checked_case_id(case))
        try:
            if not (path.exists() or layout.journal(case).exists()):
                path = next(layout.root.glob(f"evidence/*/{path.name}"), path)
            lines, bad_line = trainer_entries(self._logs.reading(path))
        except (StoreProblem, OSError) as error:
            problem = disk_problem(error, path.name) if isinstance(error, OSError) else error
            self._noticed.add((Reason(problem.code, case, detail=problem.detail),))
            return ()
        if bad_line:
            self._noticed.add((Reason("customer_broken", case, detail=f"{path.name}:{bad_line}"),))
        return lines[after:] if after >= 0 else lines

    def answers(self, agent: str) -> tuple[QuizAnswer, ...]:
        """Return an agent's answers to quizzes, earliest first.

        Raises `StoreProblem("disk_refused")` when their file cannot be read.
        """
        return tuple(self._entries(QuizAnswer, self._folder.layout.quiz(agent)))

    def _entries(self, kind: type[Entry], path: Path) -> Iterator[Entry]:
        """Yield the entries of one kind in a log; a damaged file becomes a notice."""
        reading = self._logs.reading(path)
        if reading.bad_line:
            self._noticed.add((Reason("ledger_broken", path.name, detail=reading.where),))
        for plain in reading.plains:
            entry = log_entry(kind, plain)
            if entry is not None:
                yield entry
