"""Writing the day log: TinyDB on a storage that is whole at every moment."""

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
    """A day file, read once and replaced as a whole; its user holds the lock of the log."""

    def __init__(
        self, path: Path, access: FileAccess, content: dict[str, dict[str, Any]] | None
    ) -> None:
        self._path, self._access = path, access
        self._tables = content

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables, None for a file that is not there yet."""
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Keep the tables for `save`: several changes of TinyDB are one of the file."""
        self._tables = data

    def save(self) -> None:
        """Write the tables. Raises what the disk refuses, and then the file is what it was."""
        # Escapes, so that TinyDB reads them whatever encoding a system opens text files with.
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
    """Put documents of cases into a day file, each case once.

    A document that is there already stays, or is replaced with `again`. A broken file is kept
    under its name with the ending `aside` before it is replaced by what `lost` returns: what can
    be read again of the day. Return the name it was kept under; empty for a sound file. Raises
    `StoreProblem("busy")` when another program holds the log, and what the disk refuses.
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
            _put(DayStorage(path, access, content), documents, again)
            return name
    except OSError as error:
        raise disk_problem(error, path.name) from None


def _put(storage: DayStorage, documents: Iterable[Plain], again: bool) -> None:
    with TinyDB(storage=lambda: storage) as log:
        ids = {row["case"]: row.doc_id for row in log.search(where("case").exists())}
        new = {row["case"]: row for row in documents}
        if again:
            log.remove(doc_ids=[ids.pop(case) for case in new if case in ids])
        if fresh := [row for case, row in new.items() if case not in ids]:
            log.insert_multiple(fresh)
            storage.save()
