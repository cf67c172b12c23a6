"""The file in which a trainer plays the customer of a mock call, beside its journal."""

from collections.abc import Callable, Iterable

from lenovo_desk.core.engine.mock_calls import MOST, SPOKEN
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.events import CustomerSpoke, Event
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.disk.append_log import (
    file_stamp,
    log_entry,
    log_writer,
    read_log,
    rewrite_log,
)
from lenovo_desk.store.disk.file_access import disk_problem
from lenovo_desk.store.disk.journal import JournalReading
from lenovo_desk.training.model.call import SpokenLine


def trainer_entries(reading: JournalReading) -> tuple[tuple[SpokenLine, ...], int]:
    """Return what the customer does by a trainer's file, and the line that is none; 0: all are."""
    found: list[SpokenLine] = []
    for number, plain in enumerate(reading.plains, 1):
        spoken = _spoken(plain)
        if spoken is None or spoken.n != number:
            return tuple(found), number
        found.append(spoken)
    return tuple(found), reading.bad_line


def _spoken(plain: Plain) -> SpokenLine | None:
    """Return the line of a trainer; None for one that only has the form of a line."""
    spoken = log_entry(SpokenLine, plain)
    if spoken is None or spoken.kind not in SPOKEN:
        return None
    text = spoken.text[:MOST].strip()
    return spoken._replace(text=text) if text or spoken.kind == "hang_up" else None


class LockedTrainerLine:
    """Locks and appends to the file of a live call; see `training.ports.Line`."""

    def __init__(
        self,
        place: CaseFolder,
        case: str,
        events: tuple[Event, ...],
        clock: Clock,
        aside: Callable[[], str],
    ) -> None:
        """Open the file, `customer_taken` when another window has it; raises `StoreProblem`.

        What the call has heard is never said again: it is in the file, or is written into it. A
        file that makes no sense is kept with the ending `aside`, which is in `notices`.
        """
        self.notices: tuple[Reason, ...] = ()
        self._clock, self._layout, self._case = clock, place.layout, case
        self._aside = aside
        self._path = path = place.layout.customer(case)
        self._lock = place.layout.access.lock(place.layout.customer_lock(case))
        try:
            if not self._lock.acquire():
                raise StoreProblem("customer_taken", case)
        except OSError as error:
            raise disk_problem(error, path.name) from None
        try:
            self._said = _heard(events)
            self._open()
        except BaseException:
            self._lock.release(remove=True)
            raise

    def _open(self) -> None:
        """Open the file behind all that was said, which is written anew where it is not there."""
        reading = read_log(self._path)
        access = self._layout.access
        said, wrong = trainer_entries(reading)
        if len(said) >= len(self._said):
            self._said = said
        if wrong or len(said) < len(self._said):
            plains = (one._asdict() for one in self._said)
            reading, told = rewrite_log(self._path, access, plains, self._aside())
            self.notices += told
        self._pen = log_writer(self._path, access, reading)
        self._stamp = file_stamp(self._path)

    def say(self, kind: str, text: str) -> SpokenLine:
        """Have the customer say or do something. Raises `StoreProblem`."""
        at = self._clock.now().utc
        spoken = _spoken({"n": len(self._said) + 1, "kind": kind, "text": text, "at": at})
        if spoken is None:
            raise StoreProblem("nothing_said")
        if any(one.kind == "hang_up" for one in self._said):
            raise StoreProblem("hung_up", self._case)
        if not self._layout.journal(self._case).exists():
            raise StoreProblem("closed", self._case)
        if file_stamp(self._path) != self._stamp:  # somebody took it away, or wrote into it
            self._pen.close()
            self._open()
            spoken = spoken._replace(n=len(self._said) + 1)
        self._pen.write(spoken._asdict())
        self._said = (*self._said, spoken)
        self._stamp = file_stamp(self._path)
        return spoken

    def close(self) -> None:
        """Let go of the file."""
        self._pen.close()
        self._lock.release(remove=True)


def _heard(events: Iterable[Event]) -> tuple[SpokenLine, ...]:
    """Return what a call has heard already."""
    acts = ((event.act, event.at.utc) for event in events)
    return tuple(SpokenLine(*act, at) for act, at in acts if isinstance(act, CustomerSpoke))
