"""The index that cases are found by: digests of what is known of each customer.

A digest is an HMAC under a key of the data folder, so that the index tells nothing without that
key. It is made from the cases and can be made again at any time: a lost one costs only time. Its
lines are added one after the other: the row of each case, then, once all rows of a file of cases
are there, the stamp of that file. So a killed program goes on where it was, and a file that has
changed is read again.
"""

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.disk_files import write_all
from lenovo_desk.search.customer_marks import Meaning
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.cases.index_rows import Digester, IndexRow, RowReader, is_journal
from lenovo_desk.store.disk.append_log import file_stamp
from lenovo_desk.store.disk.layout import FIND_FOLDER

CASE = "case"
"""How a case is found by its id; the other kinds are those of `Meaning`."""
_FORMAT = "lenovo-desk index 1"
_END = "."
"""The last cell of each line: a line without it is torn."""
_CHUNK = 64
"""Rows between two writes."""


class FindIndex:
    """The index of one folder of cases."""

    def __init__(self, folder: CaseFolder) -> None:
        self._folder = folder
        self._path = folder.layout.root / FIND_FOLDER / "index"
        self._stamp: tuple[int, ...] | None = None
        """The stamp of the index as it was last read or written."""
        self._digester = Digester(None)
        self._whole = False
        """Whether the next write writes the whole index."""
        self._rows: dict[str, IndexRow] = {}
        self._read: dict[str, str] = {}
        """The stamps of the files whose cases are all in the index."""
        self._present: dict[str, str] = {}
        """The stamps of the files that there are."""

    def refresh(self, seconds: float) -> int:
        """Read cases that are not in the index for at most about `seconds`.

        Return how many files are left to be read. While another window is at it, this one waits for
        its rows. Raises `StoreProblem("key_unreadable")` or `StoreProblem("disk_refused")`.
        """
        until = time.monotonic() + seconds
        self._load()
        self._present = dict(self._sources())
        self._drop_days_gone()
        if self._todo() or self._stale:
            access = self._folder.layout.access
            try:
                access.need_folder(self._path.parent)
                with access.folder_locked(self._path.parent, 0.0):
                    self._load()  # another window may have read some
                    self._read_more(until)
            except StoreProblem as problem:
                if problem.code != "busy":  # the disk takes nothing; memory does
                    self._read_more(until)
        return len(self._todo())

    @property
    def _stale(self) -> bool:
        """Whether the index on the disk has what it should not."""
        return self._whole and bool(self._stamp)

    def _read_more(self, until: float) -> None:
        for source in self._todo():
            if time.monotonic() > until or not self._index(source, until):
                break
        if self._stale:
            self._add([])

    def search(
        self, meanings: Iterable[Meaning], case: str
    ) -> Iterator[tuple[IndexRow, tuple[str, ...]]]:
        """Yield the rows of the cases that a typed text may mean, each with what it matches by.

        `case` is the text as the end of a case's id, in lower case; empty when it is none.
        """
        sought = [
            (meaning.kind, digests[0], digests[1:])
            for meaning in meanings
            if (digests := self._digester.digests(meaning.marks))
        ]
        for row in self._rows.values():
            marks = row.digests
            kinds = [
                kind
                for kind, first, others in sought
                if first in marks and all(digest in marks for digest in others)
            ]
            if case and row.case.lower().endswith(case) and _is_end(case, row.case):
                kinds.append(CASE)
            if kinds and row.source in self._present:
                yield row, tuple(dict.fromkeys(kinds))

    def forget(self, case: str) -> None:
        """Take what a case is found by out of the index; its id stays.

        Raises `StoreProblem("busy")`, `disk_full` or `disk_refused`.
        """
        if not self._path.exists():
            self._rows.pop(case, None)
            return
        with self._folder.layout.access.folder_locked(self._path.parent):
            self._load()
            if row := self._rows.get(case):
                self._rows[case] = row._replace(digests="", token="")
                self._write_whole()

    # --- what is to be read

    def _sources(self) -> Iterator[tuple[str, str]]:
        """Yield the files of cases with their stamps: unfinished cases, then the latest days."""
        layout = self._folder.layout
        for case in layout.cases():
            path = layout.journal(case)
            yield path.name, _stamp_text(file_stamp(path))
        with suppress(OSError), os.scandir(layout.log) as entries:
            names = sorted((entry.name for entry in entries), reverse=True)
            for name in names:
                if name.endswith(".json") and name[0] != "." and name.isprintable():
                    yield name, _stamp_text(file_stamp(layout.log / name))

    def _todo(self) -> list[str]:
        return [name for name, stamp in self._present.items() if self._read.get(name) != stamp]

    def _index(self, source: str, until: float) -> bool:
        """Add the cases of a file; return False when the time was over before all were read."""
        rows: list[IndexRow] = []
        late = False
        for row in self._rows_of(source):
            rows.append(row)
            if late:
                self._add(rows)
                return False
            late = time.monotonic() > until
            if len(rows) == _CHUNK:
                self._add(rows)
                rows = []
        self._add(rows, (source, self._present[source]))
        return True

    def _rows_of(self, source: str) -> Iterator[IndexRow]:
        """Yield the rows of a file that are not in the index; drop those of what it has no more."""
        reader = RowReader(self._folder, self._digester)
        if is_journal(source):
            yield reader.from_journal(source)
            return
        documents = reader.documents(source)
        self._drop(
            case
            for case, row in self._rows.items()
            if row.source == source and case not in documents
        )
        for case, document in documents.items():
            if case not in self._rows or self._rows[case].in_journal:
                yield reader.closed(source, case, document)

    def _drop(self, cases: Iterable[str]) -> None:
        """Drop rows; the next write leaves them out."""
        for case in tuple(cases):
            del self._rows[case]
            self._whole = True

    def _drop_days_gone(self) -> None:
        """Drop what was read from day files that are no more; other files may have their cases."""
        days = [source for source in self._read if not is_journal(source)]
        if all(source in self._present for source in days):
            return
        self._drop(
            case
            for case, row in self._rows.items()
            if not row.in_journal and row.source not in self._present
        )
        for source in days:
            del self._read[source]

    # --- the file

    @property
    def _head(self) -> str:
        """The first line: under another key, or in another form, an index is made anew."""
        return f"{_FORMAT} {self._digester.check}"

    def _load(self) -> None:
        """Read the index if another program has changed it, or the key has."""
        key, stamp = self._folder.keys.finder_key(), file_stamp(self._path)
        if key == self._digester.key and stamp == self._stamp:
            return
        self._digester, self._stamp = Digester(key), stamp
        self._rows, self._read = {}, {}
        try:
            text = self._path.read_bytes().decode("utf-8", "replace")
        except OSError:
            text = ""
        lines = text.split("\n")
        self._whole = lines[0] != self._head or lines[-1] != ""
        for line in lines[1:] if lines[0] == self._head else ():
            cells = line.split("\t")
            if cells.pop() != _END:
                continue
            if len(cells) == len(IndexRow._fields):
                self._rows[cells[1]] = IndexRow(*cells)
            elif len(cells) == 2:
                self._read[cells[0]] = cells[1]
        lines_needed = len(self._rows) + len(self._read)
        self._whole = self._whole or len(lines) > 2 * lines_needed + _CHUNK

    def _add(self, rows: list[IndexRow], stamp: tuple[str, str] | None = None) -> None:
        """Add rows, and the stamp of a file whose rows are all there.

        What the disk does not take stays in memory, and is made again by the next program.
        """
        self._rows.update({row.case: row for row in rows})
        if stamp:
            self._read[stamp[0]] = stamp[1]
        try:
            if self._whole:
                self._write_whole()
            else:
                self._append("".join(map(_line, chain(rows, [stamp] if stamp else ()))))
        except (OSError, StoreProblem):
            self._whole = True

    def _append(self, lines: str) -> None:
        fd = self._folder.layout.access.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        try:
            write_all(fd, lines.encode())
        finally:
            os.close(fd)
        self._stamp = file_stamp(self._path)

    def _write_whole(self) -> None:
        """Write the index anew, without what has gone.

        Raises `StoreProblem("disk_full")` or `StoreProblem("disk_refused")`.
        """
        present = self._present or dict(self._sources())
        rows = (row for row in self._rows.values() if row.source in present)
        stamps = (pair for pair in self._read.items() if pair[0] in present)
        text = "".join((f"{self._head}\n", *map(_line, chain(rows, stamps))))
        self._folder.layout.access.write(self._path, text.encode())
        self._stamp, self._whole = file_stamp(self._path), False


def _is_end(end: str, case: str) -> bool:
    """Return whether a text that a case's id ends in is all of it, or the part that people read."""
    return len(end) == len(case) or case[-len(end) - 1] == "-"


def _line(cells: Iterable[str]) -> str:
    return "\t".join((*cells, _END)) + "\n"


def _stamp_text(stamp: tuple[int, ...]) -> str:
    return " ".join(map(str, stamp))
