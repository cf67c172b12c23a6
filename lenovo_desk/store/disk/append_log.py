"""Small files that only grow: an entry a line, each with a sum over all before it, as in journals.

The customer that a trainer plays, a trainer's marks and the answers to a quiz are kept in them.
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
"""Bytes of a file that are read, some twenty thousand lines; what follows them is not ours."""
_CACHED = 64
"""Files whose reading is kept in memory."""
_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def _read(path: Path) -> bytes:
    """Return what a regular file holds; nothing of another kind, since a pipe would block."""
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
    """Return what a file says as far as it can be believed; a missing one says nothing.

    Raises what the disk refuses.
    """
    return parse_journal(path.stem, _read(path))


class LogReader:
    """Reads files that others may write at the same time: again only when they have changed."""

    def __init__(self) -> None:
        self._readings: dict[Path, tuple[tuple[int, ...], JournalReading]] = {}

    def reading(self, path: Path) -> JournalReading:
        """Return what a file says; never locks, never repairs. Raises what the disk refuses."""
        key = file_stamp(path)
        cached = self._readings.get(path)
        if cached is None or cached[0] != key:
            if len(self._readings) >= _CACHED:  # a whole class was looked through
                self._readings.clear()
            cached = self._readings[path] = key, read_log(path)
        return cached[1]


def file_stamp(path: Path) -> tuple[int, ...]:
    """Return inode, size and moment of a file, which change when it does; empty when it is gone."""
    try:
        status = os.stat(path)
    except OSError:
        return ()
    return status.st_ino, status.st_size, status.st_mtime_ns


def log_entry(kind: type[Entry], plain: Plain) -> Entry | None:
    """Return the entry of a line, its texts cleaned; None when its fields are not of their types.

    Anybody can compute a sum, so a line that has the right one is still read with distrust.
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
    """Add an entry with its number; programs that do so at once follow each other.

    The sound lines of a damaged file go on in a new one; the old one is kept with the ending
    `aside`, which is what is returned. Raises `StoreProblem("busy")`, and what the disk refuses.
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
    """Return the sound lines of a file, rewritten if it was damaged; the caller holds the file.

    Raises what the disk refuses.
    """
    reading = read_log(path)
    if not reading.bad_line:
        return reading, ()
    return rewrite_log(path, access, reading.plains, aside)


def rewrite_log(
    path: Path, access: FileAccess, plains: Iterable[Plain], aside: str
) -> tuple[JournalReading, tuple[Reason, ...]]:
    """Rewrite a file; what it was is kept under its name with the ending `aside`.

    The caller holds the file. Raises what the disk refuses.
    """
    reasons: tuple[Reason, ...] = ()
    if damaged := _read(path):
        access.write(path.with_name(f"{path.name}.{aside}"), damaged)
        reasons = (Reason("ledger_rebuilt", path.name, detail=f"{path.name}.{aside}"),)
    lines, last = [], path.stem
    for plain in plains:
        line, last = chained_line(plain, last)
        lines.append(line)
    data = b"".join(lines)
    access.write(path, data)
    return parse_journal(path.stem, data), reasons


def log_writer(path: Path, access: FileAccess, reading: JournalReading) -> LineWriter:
    """Return what appends to a file after its sound lines; the caller holds the file.

    Raises what the disk refuses.
    """
    return LineWriter(path, access, reading if path.exists() else None)
