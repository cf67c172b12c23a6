"""Small append-only logs: one entry per line, each with a checksum over everything before it.

They hold what the customer says when a trainer plays them, a trainer's marks, and the answers to a
quiz. Lines have the form of journal lines.
"""

import os
import stat
from collections.abc import Iterable
from math import inf, isfinite
from pathlib import Path
from typing import Any, TypeVar

from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import clean
from lenovo_desk.store.disk.file_access import FileAccess, disk_problem
from lenovo_desk.store.disk.journal import JournalReading, LineWriter, chained_line, parse_journal

Entry = TypeVar("Entry")

LARGEST = 4 * 1024 * 1024
"""The most bytes of a file that are read: about 20,000 lines, more than the program writes."""
_CACHED = 64
"""The most files whose contents are cached."""
_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def _read(path: Path) -> bytes:
    """Return the bytes of a regular file, at most `LARGEST`; empty for anything else.

    A file that does not exist is empty, and so is a pipe, which would block. Raises
    `StoreProblem("disk_full")` or `StoreProblem("disk_refused")`.
    """
    try:
        fd = os.open(path, os.O_RDONLY | _FLAGS)
        try:
            if not stat.S_ISREG(os.fstat(fd).st_mode):
                return b""
            data = b""
            while len(data) < LARGEST and (part := os.read(fd, LARGEST - len(data))):
                data += part
            return data
        finally:
            os.close(fd)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise disk_problem(error, path.name) from None


def read_log(path: Path) -> JournalReading:
    """Return the sound lines of a log; none when the file is missing.

    Raises `StoreProblem("disk_full")` or `StoreProblem("disk_refused")`.
    """
    return parse_journal(path.stem, _read(path))


class LogReader:
    """Reads logs that other programs may be writing, and again only when they have changed."""

    def __init__(self) -> None:
        self._readings: dict[Path, tuple[tuple[int, ...], JournalReading]] = {}

    def reading(self, path: Path) -> JournalReading:
        """Return the sound lines of a log, without lock or repair.

        Raises `StoreProblem("disk_full")` or `StoreProblem("disk_refused")`.
        """
        key = file_stamp(path)
        cached = self._readings.get(path)
        if cached is None or cached[0] != key:
            if len(self._readings) >= _CACHED:  # someone looked through a whole class
                self._readings.clear()
            cached = self._readings[path] = key, read_log(path)
        return cached[1]


def file_stamp(path: Path) -> tuple[int, ...]:
    """Return a file's inode, size in bytes and change time in ns; empty when it is gone."""
    try:
        status = os.stat(path)
    except OSError:
        return ()
    return status.st_ino, status.st_size, status.st_mtime_ns


def log_entry(kind: type[Entry], plain: Plain) -> Entry | None:
    """Return the entry on a line, its texts cleaned; None when a field has the wrong type.

    Anyone can compute a checksum, so a line whose sum is right is still not trusted.
    """
    values: list[Any] = []
    for name, field_type in kind.__annotations__.items():
        value: Any = plain.get(name)
        if field_type is float and type(value) is int:
            value = float(value) if abs(value) < 1e15 else inf
        if type(value) is not field_type or (field_type is float and not isfinite(value)):
            return None
        values.append(clean(value) if field_type is str else value)
    return kind(*values)


def append_entry(path: Path, access: FileAccess, plain: Plain, aside: str) -> tuple[Reason, ...]:
    """Append an entry with its number; programs that append at the same time take turns.

    When the file is damaged, its sound lines continue in a new one. The old one is kept under its
    name with `aside` appended, and the reasons returned say so. Raises `StoreProblem("busy")`,
    `disk_full` or `disk_refused`.
    """
    access.need_folder(path.parent)
    with access.folder_locked(path.parent):
        reading, reasons = mend_log(path, access, aside)
        writer = log_writer(path, access, reading)
        try:
            writer.write({"n": len(reading.plains) + 1, **plain})
        finally:
            writer.close()
    return reasons


def mend_log(
    path: Path, access: FileAccess, aside: str
) -> tuple[JournalReading, tuple[Reason, ...]]:
    """Return the sound lines of a log and, if it was damaged, the reasons for rewriting it.

    The caller holds the lock. Raises `StoreProblem("disk_full")` or `StoreProblem("disk_refused")`.
    """
    reading = read_log(path)
    if not reading.bad_line:
        return reading, ()
    return rewrite_log(path, access, reading.plains, aside)


def rewrite_log(
    path: Path, access: FileAccess, plains: Iterable[Plain], aside: str
) -> tuple[JournalReading, tuple[Reason, ...]]:
    """Replace a log by these lines; return how it now reads, and a reason if a file was set aside.

    The old content is kept under the file's name with `aside` appended. The caller holds the lock.
    Raises `StoreProblem("disk_full")` or `StoreProblem("disk_refused")`.
    """
    reasons: tuple[Reason, ...] = ()
    if original := _read(path):
        access.write(path.with_name(f"{path.name}.{aside}"), original)
        reasons = (Reason("ledger_rebuilt", path.name, detail=f"{path.name}.{aside}"),)
    lines, last = [], path.stem
    for plain in plains:
        line, last = chained_line(plain, last)
        lines.append(line)
    data = b"".join(lines)
    access.write(path, data)
    return parse_journal(path.stem, data), reasons


def log_writer(path: Path, access: FileAccess, reading: JournalReading) -> LineWriter:
    """Return a writer that appends after the sound lines of a log; the caller holds the lock.

    Raises `StoreProblem("disk_full")` or `StoreProblem("disk_refused")`.
    """
    return LineWriter(path, access, reading if path.exists() else None)
