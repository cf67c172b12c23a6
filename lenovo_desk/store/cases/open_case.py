"""A case on a screen of this program: taken up, and let go of."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.ports import Library
from lenovo_desk.core.reasons import Reason
from lenovo_desk.disk_files import FileLock
from lenovo_desk.store.cases.case_folder import CaseFolder, ReplayedCase
from lenovo_desk.store.cases.case_summaries import keep_summary
from lenovo_desk.store.disk.journal import CaseJournal, JournalReading
from lenovo_desk.store.disk.sealing import Sealer

Notice = Callable[[Iterable[Reason]], None]


class LockedCase(NamedTuple):
    """What holds a case."""

    place: CaseFolder
    lock: FileLock
    journal: CaseJournal


def journal_for(
    place: CaseFolder,
    case: str,
    sealer: Sealer,
    library: Library,
    reading: JournalReading | None = None,
) -> CaseJournal:
    """Return the journal of a case, open for its next event; raises `StoreProblem`."""

    def keep(digests: Iterable[tuple[str, str]]) -> None:
        place.structures.keep(digests, library.structure)

    return CaseJournal(place.layout.journal(case), place.layout.access, sealer, keep, reading)


@contextmanager
def taken_up(
    place: CaseFolder, case: str, library: Library, aside: Callable[[], str], notice: Notice
) -> Iterator[tuple[LockedCase, ReplayedCase]]:
    """Yield an unfinished case, locked; when the work in the block fails it is let go of.

    A closed one is brought into the log (see `Place.finish`) and refused. Raises `StoreProblem`.
    """
    lock = place.locked(case)
    try:
        reading = place.reading(place.layout.journal(case))
        if reading.bad_line or not reading.plains:
            raise StoreProblem("damaged", reading.where)
        sealer = place.keys.writer(case)
        record = place.record(reading, sealer)
        if record.case.status == "closed":
            notice(place.finish(case, aside()))
            raise StoreProblem("closed", case)
        journal = journal_for(place, case, sealer, library, reading)
        try:
            yield LockedCase(place, lock, journal), record
        except BaseException:
            journal.close()
            raise
    except BaseException:
        lock.release(remove=True)
        raise


def let_go(live: LockedCase, case: Case, aside: Callable[[], str], notice: Notice) -> None:
    """Let go of a case; a closed one goes to the day log and its journal to the evidence.

    When that fails the case stays where recovery finds it. Raises `StoreProblem`.
    """
    live.journal.close()
    try:
        if case.status == "closed":
            notice(live.place.finish(case.id, aside()))
        else:
            keep_summary(live.place, case.id, case.mode)
    finally:
        live.lock.release(remove=True)
