"""The mock calls of one folder: begun, taken up, read while they run, kept with their marks."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from lenovo_desk.core.clock import Clock
from lenovo_desk.core.events import Event
from lenovo_desk.core.intents import BeginMockCall, OpenCase, ResumeCase
from lenovo_desk.core.mock import MOCK
from lenovo_desk.core.ports import Library, Summary
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.session import StoreProblem
from lenovo_desk.store import evidence, ledger
from lenovo_desk.store.cards import card_of
from lenovo_desk.store.customer import TrainersLine, spoken_in
from lenovo_desk.store.files import follow_group
from lenovo_desk.store.layout import checked
from lenovo_desk.store.ledger import Entry
from lenovo_desk.store.live import Live, journal_for, let_go, taken_up
from lenovo_desk.store.place import Place, Record
from lenovo_desk.store.recovery import drop, recovered
from lenovo_desk.store.scripted import Scripts, begun
from lenovo_desk.store.shared import Sharing, sharing
from lenovo_desk.store.structures import CaseFlows
from lenovo_desk.training.again import NotAgain, beginning
from lenovo_desk.training.call import MARKS, Call, Mark, Spoken
from lenovo_desk.training.clock import MockClock
from lenovo_desk.training.ports import Materials
from lenovo_desk.training.quiz import Answer
from lenovo_desk.training.scenario import Scenario
from lenovo_desk.training.scorecard import Scorecard
from lenovo_desk.training.session import MockSession


class MockCalls:
    """The store of mock calls on files; see `training.ports.CallStore`.

    `notices` collects what somebody should be told once.
    """

    def __init__(self, root: Path, clock: Clock) -> None:
        """Work in a folder of mock calls: `mock` in the data folder, or in a shared one."""
        self.clock = clock
        self.notices: list[Reason] = []
        follow_group(root)
        self._place = Place(root)
        self._scripts = Scripts(self._place.structures)
        self._ledgers = ledger.Ledgers()
        self._live: dict[str, Live] = {}
        self._read: tuple[tuple[object, ...], Call] | None = None

    @property
    def folder(self) -> str:
        """Where the mock calls lie."""
        return str(self._place.layout.root)

    @property
    def sharing(self) -> Sharing:
        """Who can read the calls as things are."""
        return sharing(self.folder)

    def recover(self) -> tuple[str, ...]:
        """Finish what a killed program left half done; return the ids of calls now in the log."""
        done, notices = recovered(self._place, self._aside())
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
        place, case = self._place, checked(opening.case)
        opening = opening._replace(mode=MOCK)
        lock = place.locked(case)
        try:
            if evidence.journal(place, case) or (place.layout.keys / case).exists():
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
                journal = journal_for(place, case, sealer, library, reading)
            except BaseException:
                drop(place, case)
                raise
            live = Live(place, lock, journal)
            return self._session(live, record, library, scenario, scorecard)
        except BaseException:
            lock.release(remove=True)
            raise

    def resume(self, case: str, library: Library) -> MockSession:
        """Take up an unfinished mock call, locked to this window, at the very step."""
        place = self._place
        if not place.layout.journal(checked(case)).exists():
            raise StoreProblem("unknown_case", case)
        with taken_up(place, case, library, self._aside(), self._notice) as (live, record):
            scenario, scorecard = self._scripts.of(case, record.events)
            session = self._session(live, record, library, scenario, scorecard)
            try:
                session.do(ResumeCase())
            except BaseException:
                del self._live[case]
                raise
            return session

    def _session(
        self,
        live: Live,
        record: Record,
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
        session.tick()
        return session

    def release(self, session: MockSession) -> None:
        """Let go of a call; a closed one goes to the log of mock calls."""
        live = self._live.pop(session.case.id, None)
        if live is not None:
            let_go(live, session.case, self._aside(), self._notice)

    def live(self) -> tuple[Summary, ...]:
        """Return the unfinished mock calls, latest event first; no lock, no repair."""
        found = []
        for case in self._place.layout.cases():
            try:
                card = card_of(self._place, case, MOCK)
            except OSError:  # closed by another window since the folder was read
                continue
            if card is not None:
                found.append(card.shown(self._place, True))
        return tuple(sorted(found, key=lambda one: (-one.last, one.id)))

    def call(self, case: str) -> Call:
        """Return a mock call, live or closed, with the trainers' marks; no lock, no repair.

        It is read anew only when something has changed, so it may be asked for twice a second.
        """
        path = evidence.journal(self._place, checked(case))
        if path is None:
            raise StoreProblem("no_call", case)
        marks = self._place.layout.marks(case)
        key = (path, ledger.stamp_of(path), ledger.stamp_of(marks))
        if self._read is None or self._read[0] != key:
            self._read = key, self._whole(path, marks)
        return self._read[1]

    def _whole(self, path: Path, marks: Path) -> Call:
        case = path.stem
        record = self._place.record(self._place.reading(path), self._place.keys.reader(case))
        scenario, scorecard = self._scripts.of(case, record.events)
        kept = tuple(mark for mark in self._entries(Mark, marks) if mark.what in MARKS)
        return Call(case, record.flows, record.events, scenario, scorecard, kept)

    def closed(self) -> Iterator[Call]:
        """Yield the closed mock calls, latest first; one that cannot be read is a notice."""
        for case in evidence.latest(self._place):
            try:
                yield self.call(case)
            except StoreProblem as problem:
                self._notice((Reason(problem.code, case, detail=problem.detail),))

    def spoken(self, case: str, after: int = 0) -> tuple[Spoken, ...]:
        """Return what a trainer had the customer do after the `after`th; no lock, no repair.

        Nothing that lies in the file is a problem: what makes no sense ends it, and is a notice.
        """
        layout = self._place.layout
        path = layout.customer(checked(case))
        try:
            if not path.exists():
                found = layout.root.glob(f"evidence/*/{path.name}")
                path = next(found, path)
            said, wrong = spoken_in(self._ledgers.reading(path))
        except StoreProblem as problem:
            self._notice((Reason(problem.code, case, detail=problem.detail),))
            return ()
        if wrong:
            self._notice((Reason("customer_broken", case, detail=f"{path.name}:{wrong}"),))
        return said[after:] if after >= 0 else said

    def line(self, case: str) -> TrainersLine:
        """Open the trainer's file of a live call, locked to this window."""
        place = self._place
        path = evidence.journal(place, checked(case))
        if path is None:
            raise StoreProblem("no_call", case)
        record = place.record(place.reading(path), place.keys.reader(case))
        if record.case.status == "closed":
            raise StoreProblem("closed", case)
        begun(case, record.events)
        line = TrainersLine(place, case, record.events, self.clock, self._aside())
        self._notice(line.notices)
        return line

    def mark(self, case: str, mark: Mark) -> None:
        """Keep what a trainer adds to a call."""
        if evidence.journal(self._place, checked(case)) is None:
            raise StoreProblem("no_call", case)
        path = self._place.layout.marks(case)
        self._notice(ledger.append(path, mark._asdict(), self._aside()))

    def answers(self, agent: str) -> tuple[Answer, ...]:
        """Return how an agent answered quizzes, earliest first."""
        return tuple(self._entries(Answer, self._place.layout.quiz(agent)))

    def answered(self, agent: str, answer: Answer) -> None:
        """Keep an answer."""
        path = self._place.layout.quiz(agent)
        self._notice(ledger.append(path, answer._asdict(), self._aside()))

    def keep_report(self, case: str, page: str) -> str:
        """Write the report of a call as a page; return the file's name."""
        return evidence.keep_page(self._place, case, self._place.layout.report(case), page)

    def keep_file(self, name: str, text: str) -> str:
        """Write what tells of several calls beside their reports; return the file's name."""
        return evidence.keep_text(self._place.layout.export(name), text)

    def _entries(self, kind: type[Entry], path: Path) -> Iterator[Entry]:
        """Yield the lines of a ledger that are of a kind; damage is a notice."""
        reading = self._ledgers.reading(path)
        if reading.bad_line:
            self._notice((Reason("ledger_broken", path.name, detail=reading.where),))
        found = (ledger.entry(kind, plain) for plain in reading.plains)
        yield from (one for one in found if one is not None)

    def _aside(self) -> str:
        return f"broken-{datetime.fromtimestamp(self.clock.now().utc, UTC):%Y%m%dT%H%M%S%f}"

    def _notice(self, reasons: Iterable[Reason]) -> None:
        self.notices += [reason for reason in reasons if reason not in self.notices]
