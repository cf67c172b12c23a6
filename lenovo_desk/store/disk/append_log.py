"""Small files that only grow: a line each, with a sum over all before it, as journals have.

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
"""Bytes of a file that are read: some twenty thousand lines; what follows them is not ours."""
_KEPT = 64
_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def _read(path: Path) -> bytes:
    """Return what a file holds, nothing of one that is none; a pipe would be waited for."""
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
    """Return what a file says as far as it can be believed; a missing one says nothing."""
    return parse_journal(path.stem, _read(path))


class LogReader:
    """Reads files that others may write at the same time: again only when they have changed."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[tuple[int, ...], JournalReading]] = {}

    def reading(self, path: Path) -> JournalReading:
        """Return what a file says; never locks, never repairs. `StoreProblem`."""
        key = file_stamp(path)
        known = self._known.get(path)
        if known is None or known[0] != key:
            if len(self._known) >= _KEPT:  # a whole class was looked through
                self._known.clear()
            known = self._known[path] = key, read_log(path)
        return known[1]


def file_stamp(path: Path) -> tuple[int, ...]:
    """Return what changes when a file does; empty when there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns


def log_entry(kind: type[Entry], plain: Plain) -> Entry | None:
    """Return the record of a line, its texts cleaned; None when its fields are not of their types.

    Sums can be reckoned by anybody: a line that has the right one is still read with distrust.
    """
    values: list[Any] = []
    for name, wanted in kind.__annotations__.items():
        value: Any = plain.get(name)
        if wanted is float and type(value) is int:
            value = float(value) if abs(value) < 1e15 else inf
        if type(value) is not wanted or (wanted is float and not isfinite(value)):
            return None
        values.append(clean(value) if wanted is str else value)
    return kind(*values)


def append_entry(path: Path, access: FileAccess, plain: Plain, aside: str) -> tuple[Reason, ...]:
    """Add a line, its number with it; two that do so at once follow each other.

    The sound lines of a damaged file go on in a new one; the old one is kept with the ending
    `aside`, which is what is returned. Raises `StoreProblem`.
    """
    access.need_folder(path.parent)
    with access.folder_locked(path.parent):
        reading, told = mend_log(path, access, aside)
        pen = log_writer(path, access, reading)
        try:
            pen.write({"n": len(reading.plains) + 1, **plain})
        finally:
            pen.close()
    return told


def mend_log(
    path: Path, access: FileAccess, aside: str
) -> tuple[JournalReading, tuple[Reason, ...]]:
    """Return what can be gone on with, a damaged file set aside; the caller holds the file."""
    reading = read_log(path)
    if not reading.bad_line:
        return reading, ()
    return rewrite_log(path, access, reading.plains, aside)


def rewrite_log(
    path: Path, access: FileAccess, plains: Iterable[Plain], aside: str
) -> tuple[JournalReading, tuple[Reason, ...]]:
    """Write a file anew, what it was kept under its name with the ending `aside`.

    The caller holds the file. Raises `StoreProblem`.
    """
    told: tuple[Reason, ...] = ()
    if was := _read(path):
        access.write(path.with_name(f"{path.name}.{aside}"), was)
        told = (Reason("ledger_rebuilt", path.name, detail=f"{path.name}.{aside}"),)
    lines, last = [], path.stem
    for plain in plains:
        line, last = chained_line(plain, last)
        lines.append(line)
    data = b"".join(lines)
    access.write(path, data)
    return parse_journal(path.stem, data), told


def log_writer(path: Path, access: FileAccess, reading: JournalReading) -> LineWriter:
    """Return what appends to a file after its sound lines; the caller holds the file."""
    return LineWriter(path, access, reading if path.exists() else None)
