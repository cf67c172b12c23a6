"""The cases of one data folder: begun, taken up, let go, and found again."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from lenovo_desk.core.case import Case
from lenovo_desk.core.clock import Clock
from lenovo_desk.core.events import Event, Refusal
from lenovo_desk.core.flow import Flows, Plain
from lenovo_desk.core.fold import replay
from lenovo_desk.core.following import carry, known
from lenovo_desk.core.intents import OpenCase, ResumeCase
from lenovo_desk.core.moments import local
from lenovo_desk.core.ports import Library, Summary, Today
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.session import Session, StoreProblem
from lenovo_desk.core.values import Value
from lenovo_desk.store import evidence
from lenovo_desk.store.cards import card_of, keep_card
from lenovo_desk.store.dayfiles import days, moment
from lenovo_desk.store.files import Lock
from lenovo_desk.store.journal import CaseJournal, Reading
from lenovo_desk.store.layout import checked
from lenovo_desk.store.place import Place
from lenovo_desk.store.recovery import drop, recovered
from lenovo_desk.store.sealing import FORGOTTEN, Sealer, warm
from lenovo_desk.store.structures import CaseFlows

REAL, MOCK = "real", "mock"


class _Live(NamedTuple):
    """A case on a screen of this program."""

    place: Place
    lock: Lock
    journal: CaseJournal


class CaseStore:
    """The store on files; see `core.ports.Store`.

    `notices` collects what somebody should be told once: `log_broken` (a day file cannot be
    read), `log_rebuilt` (one was set aside, `detail`, and written anew), and why a case could
    not be brought into the log.
    """

    def __init__(self, data: Path, clock: Clock) -> None:
        self.clock = clock
        self.notices: list[Reason] = []
        self._places = {REAL: Place(data), MOCK: Place(data / MOCK)}
        self._live: dict[str, _Live] = {}

    def recover(self) -> tuple[str, ...]:
        """Finish what a killed program left half done; return the ids of cases now in the log."""
        done: list[str] = []
        for place in self._places.values():
            cases, notices = recovered(place, self._aside())
            done += cases
            self._notice(notices)
        return tuple(done)

    def warm(self) -> None:
        """Load what the first case will need; called when nobody waits."""
        warm()

    def open_case(self, library: Library, intent: OpenCase) -> Session:
        """Begin a case, locked to this window; when that fails, nothing of it stays.

        A case that follows another (`no_case` when there is none) begins with what that one knew.
        """
        mode, case = REAL if intent.mode == REAL else MOCK, checked(intent.case)
        facts = self.known_facts(intent.follows, mode) if intent.follows else {}
        place = self._places[mode]
        lock = place.locked(case)
        try:
            used = place.layout.journal(case).exists() or (place.layout.keys / case).exists()
            if used:
                raise StoreProblem("case_exists", case)
            try:
                journal = self._journal(place, case, place.keys.writer(case), library)
                try:
                    session = Session(CaseFlows({}, library), journal, self.clock)
                    _started(session, intent)
                    carry(session, facts)
                    self._live[case] = _Live(place, lock, journal)
                    return session
                except BaseException:
                    journal.close()
                    raise
            except BaseException:
                drop(place, case)
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

    def _taken_up(
        self, case: str, library: Library, resumed: Callable[[Case], bool]
    ) -> Session:
        place = self._place_of(checked(case))
        lock = place.locked(case)
        try:
            reading = place.reading(place.layout.journal(case))
            if reading.bad_line or not reading.plains:
                raise StoreProblem("damaged", f"{case}: line {reading.bad_line or 1}")
            sealer = place.keys.writer(case)
            record = place.record(reading, sealer)
            if record.case.status == "closed":
                self._notice(place.finish(case, self._aside()))
                raise StoreProblem("closed", case)
            journal = self._journal(place, case, sealer, library, reading)
            try:
                flows = CaseFlows(record.flows, library)
                session = Session(flows, journal, self.clock, record.case)
                if resumed(record.case):
                    _started(session, ResumeCase())
                self._live[case] = _Live(place, lock, journal)
                return session
            except BaseException:
                journal.close()
                raise
        except BaseException:
            lock.release(remove=True)
            raise

    def release(self, session: Session) -> None:
        """Let go of a live case; a closed one goes to the day log and its journal to evidence.

        When that fails the case stays where `recover` finds it.
        """
        live = self._live.pop(session.case.id, None)
        if live is None:
            return
        live.journal.close()
        try:
            if session.case.status == "closed":
                self._notice(live.place.finish(session.case.id, self._aside()))
            else:
                keep_card(live.place, session.case.id, session.case.mode)
        finally:
            live.lock.release(remove=True)

    def unfinished(self, reasons: bool = True) -> tuple[Summary, ...]:
        """Return open and parked cases, next due first; no lock, no repair.

        Without `reasons` those that agents wrote are left out, which spares a start the import
        of what unseals them.
        """
        found = []
        for mode, place in self._places.items():
            for case in place.layout.cases():
                try:
                    card = card_of(place, case, mode)
                except OSError:  # closed by another window since the folder was read
                    continue
                if card is not None:
                    found.append(card.shown(place, reasons))
        return tuple(sorted(found, key=lambda one: (one.due or float("inf"), one.last, one.id)))

    def documents(self, mode: str = REAL, personal: bool = True) -> Iterator[Plain]:
        """Yield closed cases, latest first, their personal part unsealed when its key is here.

        Without `personal` no key is read; figures need none.
        """
        place = self._places[mode]
        for _, paths in days(place.layout.log):
            rows: list[Plain] = []
            for path in paths:
                found, notices = place.rows(path)
                rows += found
                self._notice(notices)
            for row in sorted(rows, key=moment, reverse=True):
                yield place.shown(row, personal)

    def document(self, case: str) -> Plain | None:
        """Return one closed case by its id."""
        for place in self._places.values():
            for _, paths in days(place.layout.log):
                for path in paths:
                    found, notices = place.rows(path)
                    self._notice(notices)
                    for row in found:
                        if row.get("case") == case:
                            return place.shown(row, True)
        return None

    def history(self, case: str) -> tuple[Flows, tuple[Event, ...]]:
        """Return the flows and the events of a case, unfinished or closed; no lock, no repair."""
        return evidence.history(self._places.values(), case)

    def keep_record(self, case: str, page: str) -> str:
        """Write the record of a case as a page, for this user only; return the file's name."""
        return evidence.keep_record(self._places.values(), case, page)

    def known_facts(self, case: str, mode: str = REAL) -> dict[str, Value]:
        """Return what a case knows, unfinished or closed, by fact key; `no_case`.

        Nothing personal of a forgotten case is known.
        """
        try:
            flows, events = evidence.history((self._places[mode],), case)
            facts = known(replay(flows, events))
        except StoreProblem as problem:
            if problem.code not in ("no_journal", "bad_case_id"):
                raise
            # Journals may have been put away: what was closed is still in the log.
            found = (row for row in self.documents(mode) if row["case"] == case)
            document = next(found, None)
            if document is None:
                raise StoreProblem("no_case", case) from None
            facts = document["facts"]
        return {key: value for key, value in facts.items() if value != FORGOTTEN}

    def today(self, agent: str, zone: str = "") -> Today:
        """Return the figures of an agent on today's date, the machine's own or a zone's."""
        utc = self.clock.now().utc
        day = (local(utc, zone) if zone else datetime.fromtimestamp(utc)).date().isoformat()
        place = self._places[REAL]
        rows, notices = place.rows(place.layout.day_file(day, agent))
        self._notice(notices)
        mine = [row for row in rows if row.get("agent") == agent]
        return Today(
            len(mine),
            sum(bool(row.get("completed")) for row in mine),
            sum(row.get("figures", {}).get("handled", 0.0) for row in mine),
        )

    def rebuild(self, day: str, agent: str) -> int:
        """Read the documents of a day anew from the evidence and return how many there are.

        Documents whose journal is not there stay as they are.
        """
        from lenovo_desk.store import daylog

        place = self._places[REAL]
        rows = list(place.evidence(day, agent))
        if rows:
            target = place.layout.day_file(day, agent)
            broken = daylog.insert(target, rows, self._aside(), tuple, again=True)
            if broken:
                self._notice((Reason("log_rebuilt", target.name, detail=broken),))
        return len(rows)

    def forget(self, case: str) -> bool:
        """Delete the key of a case that is on no screen; its outcome stays, the person is gone."""
        found = False
        for place in self._places.values():
            if place.layout.journal(checked(case)).exists():
                lock = place.locked(case)
                try:
                    found = evidence.forget(place, case) or found
                finally:
                    lock.release(remove=True)
            else:
                found = evidence.forget(place, case) or found
        return found

    def _journal(
        self,
        place: Place,
        case: str,
        sealer: Sealer,
        library: Library,
        reading: Reading | None = None,
    ) -> CaseJournal:
        def keep(digests: Iterable[tuple[str, str]]) -> None:
            place.structures.keep(digests, library.structure)

        return CaseJournal(place.layout.journal(case), sealer, keep, reading)

    def _place_of(self, case: str) -> Place:
        for place in self._places.values():
            if place.layout.journal(case).exists():
                return place
        raise StoreProblem("unknown_case", case)

    def _aside(self) -> str:
        return f"broken-{datetime.fromtimestamp(self.clock.now().utc, UTC):%Y%m%dT%H%M%S%f}"

    def _notice(self, reasons: Iterable[Reason]) -> None:
        self.notices += [reason for reason in reasons if reason not in self.notices]


def _started(session: Session, intent: OpenCase | ResumeCase) -> None:
    try:
        answer = session.do(intent)
    except KeyError as missing:  # a flow that the library does not have
        raise StoreProblem("unknown_flow", str(missing.args[0])) from None
    if isinstance(answer, Refusal):
        raise StoreProblem(answer.reasons[0].code, answer.reasons[0].id)
