"""A trainer's file for playing the customer of a mock call, beside its journal."""

from collections.abc import Iterable

from lenovo_desk.core.engine.mock_rules import MOST, SPOKEN
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.events import CustomerSpoke, Event
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.text import is_blank
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.cases.notices import Notices
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
    """Return the customer's lines in a trainer's file, and its first bad line's number.

    The number is 0 when every line is sound.
    """
    lines: list[SpokenLine] = []
    for number, plain in enumerate(reading.plains, 1):
        spoken = _spoken(plain)
        if spoken is None or spoken.n != number:
            return tuple(lines), number
        lines.append(spoken)
    return tuple(lines), reading.bad_line


def _spoken(plain: Plain) -> SpokenLine | None:
    """Return the line as a trainer's; None when it only looks like one."""
    spoken = log_entry(SpokenLine, plain)
    if spoken is None or spoken.kind not in SPOKEN:
        return None
    text = spoken.text[:MOST].strip()
    return spoken._replace(text=text) if not is_blank(text) or spoken.kind == "hang_up" else None


class LockedTrainerLine:
    """The locked file of a live call, to append to; see `training.training_ports.TrainerLine`."""

    def __init__(
        self,
        folder: CaseFolder,
        case: str,
        events: tuple[Event, ...],
        clock: Clock,
        notices: Notices,
    ) -> None:
        """Open and lock the file of a call with these events.

        Lines that the call has already received are never said again: if they are missing in the
        file, they are written into it. A file that makes no sense is set aside, with a notice.
        Raises `StoreProblem("customer_taken")` when another window has it, `disk_full` or
        `disk_refused`.
        """
        self._clock, self._layout, self._case = clock, folder.layout, case
        self._notices = notices
        self._path = path = folder.layout.customer(case)
        self._lock = folder.layout.access.lock(folder.layout.customer_lock(case))
        try:
            if not self._lock.acquire():
                raise StoreProblem("customer_taken", case)
        except OSError as error:
            raise disk_problem(error, path.name) from None
        try:
            self._lines = _heard_lines(events)
            self._open()
        except BaseException:
            self._lock.release(remove=True)
            raise

    def _open(self) -> None:
        """Open the file for appending, after restoring the lines that it lacks."""
        reading = read_log(self._path)
        access = self._layout.access
        lines, bad_line = trainer_entries(reading)
        if len(lines) >= len(self._lines):
            self._lines = lines
        if bad_line or len(lines) < len(self._lines):
            plains = (line._asdict() for line in self._lines)
            reading, reasons = rewrite_log(self._path, access, plains, self._notices.aside())
            self._notices.add(reasons)
        self._writer = log_writer(self._path, access, reading)
        self._stamp = file_stamp(self._path)

    def say(self, kind: str, text: str) -> SpokenLine:
        """Have the customer say or do something; return the line with its number and time.

        Raises `StoreProblem("nothing_said")` for an empty text or an unknown kind,
        `StoreProblem("said_too_long")` for one of more than `MOST` characters,
        `StoreProblem("hung_up")` after the customer hung up, `StoreProblem("closed")` when the call
        is no longer live, `disk_full` or `disk_refused`.
        """
        if len(text.strip()) > MOST:
            raise StoreProblem("said_too_long", str(MOST))
        at = self._clock.now().utc
        spoken = _spoken({"n": len(self._lines) + 1, "kind": kind, "text": text, "at": at})
        if spoken is None:
            raise StoreProblem("nothing_said")
        if any(line.kind == "hang_up" for line in self._lines):
            raise StoreProblem("hung_up", self._case)
        if not self._layout.journal(self._case).exists():
            raise StoreProblem("closed", self._case)
        if file_stamp(self._path) != self._stamp:  # someone removed it or wrote to it
            self._writer.close()
            self._open()
            spoken = spoken._replace(n=len(self._lines) + 1)
        self._writer.write(spoken._asdict())
        self._lines = (*self._lines, spoken)
        self._stamp = file_stamp(self._path)
        return spoken

    def close(self) -> None:
        """Close the file and release its lock."""
        self._writer.close()
        self._lock.release(remove=True)


def _heard_lines(events: Iterable[Event]) -> tuple[SpokenLine, ...]:
    """Return what the customer of a call has already said or done."""
    acts = ((event.act, event.at.utc) for event in events)
    return tuple(SpokenLine(*act, at) for act, at in acts if isinstance(act, CustomerSpoke))
