"""Files of the store: an error of the disk becomes a `StoreProblem`.

`StoreProblem("disk_full")` has the file as its detail; `StoreProblem("disk_refused")` the file and
the system's name of the error. The interface words both.
"""

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lenovo_desk import disk_files
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.disk_files import GROUP, PRIVATE, FileLock, Permissions, errno_name, open_private

FOLDER_LOCK = ".lock"
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


def disk_problem(error: OSError, where: str) -> StoreProblem:
    """Return `StoreProblem` `disk_full` or `disk_refused` for an OSError on the file `where`."""
    if error.errno in _FULL:
        return StoreProblem("disk_full", where)
    return StoreProblem("disk_refused", f"{where}: {errno_name(error)}")


class FileAccess:
    """Creates files, folders and locks, all with the same permissions."""

    def __init__(self, permissions: Permissions = PRIVATE) -> None:
        self.permissions = permissions

    def open(self, path: Path, flags: int) -> int:
        """Open a file with `os.open` flags; return its descriptor. Raises OSError."""
        return open_private(path, flags, self.permissions)

    def lock(self, path: Path) -> FileLock:
        """Return a lock on a file, not yet acquired."""
        return FileLock(path, self.permissions)

    def make_folder(self, path: Path) -> None:
        """Create a folder and its missing parents. Raises OSError."""
        disk_files.make_folder(path, self.permissions)

    def need_folder(self, path: Path) -> None:
        """Create a folder and its missing parents.

        Raises `StoreProblem("disk_full")` or `StoreProblem("disk_refused")` when that fails.
        """
        try:
            self.make_folder(path)
        except OSError as error:
            raise disk_problem(error, str(path)) from None

    def write(self, path: Path, data: bytes) -> None:
        """Replace a file atomically; it is on the disk when this returns.

        Raises `StoreProblem("disk_full")` or `StoreProblem("disk_refused")` and leaves the file
        unchanged.
        """
        try:
            disk_files.write_atomic(path, data, self.permissions)
        except OSError as error:
            raise disk_problem(error, path.name) from None

    @contextmanager
    def folder_locked(self, folder: Path, seconds: float = 10.0) -> Iterator[None]:
        """Hold a folder's lock for a short piece of work.

        Raises `StoreProblem("busy")` when another program still holds it after `seconds`, and
        `StoreProblem("disk_full")` or `StoreProblem("disk_refused")` when the lock cannot be
        created.
        """
        lock, give_up_at = self.lock(folder / FOLDER_LOCK), time.monotonic() + seconds
        try:
            while not lock.acquire():
                if time.monotonic() > give_up_at:
                    raise StoreProblem("busy", folder.name)
                time.sleep(0.002)
        except OSError as error:
            raise disk_problem(error, folder.name) from None
        try:
            yield
        finally:
            lock.release()

    def sweep(self, folder: Path) -> None:
        """Remove temporary files that killed programs left in a folder, if the folder exists.

        Raises `StoreProblem` like `folder_locked`.
        """
        if folder.is_dir():
            with self.folder_locked(folder):
                disk_files.sweep_leftovers(folder)


PRIVATE_ACCESS = FileAccess()
"""Files and folders that only this user can read."""


def access_below(root: Path) -> FileAccess:
    """Return the access for a folder of mock calls: its group's when it is shared, else private.

    Folders of real cases are never passed here: they stay private.
    """
    try:
        mode = stat.S_IMODE(os.stat(root).st_mode)
    except OSError:
        return PRIVATE_ACCESS
    return FileAccess(GROUP) if mode == GROUP.folder else PRIVATE_ACCESS
