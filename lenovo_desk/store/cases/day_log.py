"""Writes the day log with TinyDB, on a storage that replaces files atomically."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tinydb import TinyDB, where
from tinydb.storages import Storage

from lenovo_desk.core.model.flow import Plain
from lenovo_desk.store.cases.day_files import BrokenDay, day_tables
from lenovo_desk.store.disk.file_access import FileAccess, disk_problem


class DayStorage(Storage):
    """A day file, read once and replaced as a whole; the user holds the lock of the log."""

    def __init__(
        self, path: Path, access: FileAccess, content: dict[str, dict[str, Any]] | None
    ) -> None:
        self._path, self._access = path, access
        self._tables = content

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables; None for a file that does not exist yet."""
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Keep the tables for `save`: several changes by TinyDB write the file once."""
        self._tables = data

    def save(self) -> None:
        """Write the tables.

        Raises `StoreProblem("disk_full")` or `StoreProblem("disk_refused")` and leaves the file
        unchanged.
        """
        # ASCII with escapes: TinyDB reads it whatever the system's encoding of text files is.
        self._access.write(
            self._path, json.dumps(self._tables, separators=(",", ":")).encode("ascii")
        )


def insert_documents(
    path: Path,
    access: FileAccess,
    documents: Iterable[Plain],
    aside: str,
    lost: Callable[[], Iterable[Plain]],
    again: bool = False,
) -> str:
    """Insert the documents of cases into a day file, each case once.

    A document that is already there stays, or is replaced if `again`. A broken file is first kept
    under its name with `aside` appended, and replaced by what `lost` returns: the documents of that
    day that can be made again. Return the name it was kept under; empty when the file was sound.
    Raises `StoreProblem("busy")` when another program holds the log, `disk_full` or `disk_refused`.
    """
    try:
        access.make_folder(path.parent)
        with access.folder_locked(path.parent):
            name = ""
            try:
                content = day_tables(path)
            except BrokenDay:
                name = f"{path.name}.{aside}"
                access.write(path.with_name(name), path.read_bytes())
                content, documents = None, [*lost(), *documents]
            _insert(DayStorage(path, access, content), documents, again)
            return name
    except OSError as error:
        raise disk_problem(error, path.name) from None


def _insert(storage: DayStorage, documents: Iterable[Plain], again: bool) -> None:
    with TinyDB(storage=lambda: storage) as log:
        ids = {row["case"]: row.doc_id for row in log.search(where("case").exists())}
        new = {row["case"]: row for row in documents}
        if again:
            log.remove(doc_ids=[ids.pop(case) for case in new if case in ids])
        if fresh := [row for case, row in new.items() if case not in ids]:
            log.insert_multiple(fresh)
            storage.save()
