"""What there is in a folder of mock calls: live and closed ones, what was said and marked."""

import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from lenovo_desk.core.engine.mock_calls import MOCK
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.ports import Summary
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.store.cases import evidence_files as evidence
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.cases.case_summaries import unfinished_summaries
from lenovo_desk.store.disk import append_log as ledger
from lenovo_desk.store.disk.append_log import Entry
from lenovo_desk.store.disk.file_access import access_below, disk_problem
from lenovo_desk.store.disk.layout import checked_case_id
from lenovo_desk.store.mock.class_folder import FolderSharing, folder_sharing
from lenovo_desk.store.mock.pinned_scenarios import PinnedScenarios
from lenovo_desk.store.mock.trainer_line import trainer_entries
from lenovo_desk.training.model.call import MARK_KINDS, Call, SpokenLine, TrainerMark
from lenovo_desk.training.model.quiz import QuizAnswer


class MockArchive:
    """The mock calls of a folder as they can be read: nothing here locks or repairs.

    `notices` collects what somebody should be told once.
    """

    def __init__(self, root: Path, clock: Clock) -> None:
        """Read a folder of mock calls: `mock` in the data folder, or in a shared one."""
        self.clock = clock
        self.notices: list[Reason] = []
        self._place = CaseFolder(root, access_below(root))
        self._scripts = PinnedScenarios(self._place.structures)
        self._ledgers = ledger.LogReader()
        self._read: tuple[tuple[object, ...], Call] | None = None

    @property
    def folder(self) -> str:
        """Where the mock calls lie."""
        return str(self._place.layout.root)

    @property
    def sharing(self) -> FolderSharing:
        """Who can read the calls as things are."""
        return folder_sharing(self.folder)

    def live(self) -> tuple[Summary, ...]:
        """Return the unfinished mock calls, latest event first; no lock, no repair."""
        try:
            os.listdir(self._place.layout.open)
        except FileNotFoundError:
            return ()
        except OSError as error:  # somebody else's folder: that is not the same as an empty one
            raise disk_problem(error, self.folder) from None
        found = (card.shown(self._place, True) for card in unfinished_summaries(self._place, MOCK))
        return tuple(sorted(found, key=lambda one: (-one.last, one.id)))

    def call(self, case: str) -> Call:
        """Return a mock call, live or closed, with the trainers' marks; no lock, no repair.

        It is read anew only when something has changed, so it may be asked for twice a second.
        """
        path, marks = self._journal(case), self._place.layout.marks(case)
        key = (path, ledger.file_stamp(path), ledger.file_stamp(marks))
        if self._read is None or self._read[0] != key:
            try:
                self._read = key, self._whole(path, marks)
            except StoreProblem as problem:
                if problem.code != "unknown_case":
                    raise  # else it was closed since it was looked for: it lies elsewhere now
                self._read = key, self._whole(self._journal(case), marks)
        return self._read[1]

    def _journal(self, case: str) -> Path:
        try:
            path = evidence.journal_path(self._place, checked_case_id(case))
        except OSError as error:
            raise disk_problem(error, self.folder) from None
        if path is None:
            raise StoreProblem("no_call", case)
        return path

    def _whole(self, path: Path, marks: Path) -> Call:
        case = path.stem
        record = self._place.record(self._place.reading(path), self._place.keys.reader(case))
        scenario, scorecard = self._scripts.of(case, record.events)
        kept = tuple(mark for mark in self._entries(TrainerMark, marks) if mark.what in MARK_KINDS)
        return Call(case, record.flows, record.events, scenario, scorecard, kept)

    def closed(self, agent: str = "") -> Iterator[Call]:
        """Yield the closed mock calls, of all or of an agent, latest first.

        One that cannot be read is a notice; one whose opening is lost is nobody's.
        """
        try:
            cases = evidence.latest_closed(self._place, agent)
        except OSError as error:
            raise disk_problem(error, self.folder) from None
        for case in cases:
            try:
                yield self.call(case)
            except StoreProblem as problem:
                self._notice((Reason(problem.code, case, detail=problem.detail),))

    def spoken(self, case: str, after: int = 0) -> tuple[SpokenLine, ...]:
        """Return what a trainer had the customer do after the `after`th; no lock, no repair.

        Nothing that lies in the file is a problem: what makes no sense ends it, and is a notice.
        """
        layout = self._place.layout
        path = layout.customer(checked_case_id(case))
        try:
            if not (path.exists() or layout.journal(case).exists()):
                found = layout.root.glob(f"evidence/*/{path.name}")
                path = next(found, path)
            said, wrong = trainer_entries(self._ledgers.reading(path))
        except (StoreProblem, OSError) as error:
            problem = disk_problem(error, path.name) if isinstance(error, OSError) else error
            self._notice((Reason(problem.code, case, detail=problem.detail),))
            return ()
        if wrong:
            self._notice((Reason("customer_broken", case, detail=f"{path.name}:{wrong}"),))
        return said[after:] if after >= 0 else said

    def answers(self, agent: str) -> tuple[QuizAnswer, ...]:
        """Return how an agent answered quizzes, earliest first."""
        return tuple(self._entries(QuizAnswer, self._place.layout.quiz(agent)))

    def _entries(self, kind: type[Entry], path: Path) -> Iterator[Entry]:
        """Yield the lines of a ledger that are of a kind; damage is a notice."""
        reading = self._ledgers.reading(path)
        if reading.bad_line:
            self._notice((Reason("ledger_broken", path.name, detail=reading.where),))
        found = (ledger.log_entry(kind, plain) for plain in reading.plains)
        yield from (one for one in found if one is not None)

    def _aside(self) -> str:
        return f"broken-{datetime.fromtimestamp(self.clock.now().utc, UTC):%Y%m%dT%H%M%S%f}"

    def _notice(self, reasons: Iterable[Reason]) -> None:
        self.notices += [reason for reason in reasons if reason not in self.notices]
