"""Locks, file modes, replacing and syncing: the only module that depends on the system.

Every package that writes files uses it. It raises `OSError`, which each of them turns into its own
problem.

=============================  ==========  ============  ======================================
what                           Linux       macOS         Windows
=============================  ==========  ============  ======================================
a lock that dies with its      flock       flock         locking of the file's first byte
process, however that ends
removing a lock file           while held  while held    after the release, unless it is taken
0600 files, 0700 folders       chmod       chmod         the profile's own access list
0660 files, 2770 folders,      chmod;      chmod; the    the shared folder's own access list
for mock calls that a group    setgid      folder gives
shares                         gives the   the group
                               group       anyway
a file is on the disk          fsync       F_FULLFSYNC   _commit, which is what os.fsync calls
a name is on the disk          fsync of    fsync of      not offered: NTFS journals its names
                               the folder  the folder
os.replace on an open file     works       works         refused while open: tried again
=============================  ==========  ============  ======================================
"""

import errno
import os
import sys
import time
from contextlib import suppress
from typing import NamedTuple

StrPath = str | os.PathLike[str]

LEFTOVER = ".part-"
"""Part of the name of a temporary file; a killed program leaves such files behind."""
_BINARY = getattr(os, "O_BINARY", 0)


class Permissions(NamedTuple):
    """The modes of what is created below a folder."""

    file: int
    folder: int


PRIVATE = Permissions(0o600, 0o700)
"""Access for this user only, whatever the umask."""
GROUP = Permissions(0o660, 0o2770)
"""Access for the folder's group as well."""


def errno_name(error: OSError) -> str:
    """Return the name of a system error, such as `EACCES`; `EIO` for an unknown number.

    The interface has words for these names.
    """
    return errno.errorcode.get(error.errno or errno.EIO, "EIO")


def open_private(path: StrPath, flags: int, permissions: Permissions = PRIVATE) -> int:
    """Open a file and return its descriptor; a new file gets these permissions.

    `flags` are those of `os.open`. Raises `OSError`.
    """
    new = flags & os.O_CREAT and not os.path.exists(path)
    descriptor = os.open(path, flags | _BINARY, permissions.file)
    if new and sys.platform != "win32":
        try:
            os.fchmod(descriptor, permissions.file)
        except PermissionError:  # another user created it first; their program sets the mode
            if permissions == PRIVATE:
                os.close(descriptor)
                raise
    return descriptor


def make_folder(path: StrPath, permissions: Permissions = PRIVATE) -> None:
    """Create a folder and its missing parents with these permissions. Raises `OSError`."""
    path = os.path.abspath(path)
    if os.path.isdir(path):
        return
    parent = os.path.dirname(path)
    if parent != path:  # equal at the root of a drive that does not exist
        make_folder(parent, permissions)
    try:
        os.mkdir(path, permissions.folder)
    except FileExistsError:
        if os.path.isdir(path):  # another window created it first
            return
        raise
    os.chmod(path, permissions.folder)
    sync_folder(parent)


def sync_file(descriptor: int) -> None:
    """Flush a file to the disk before returning. Raises `OSError`."""
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
        except OSError as error:  # some network disks do not offer it
            if error.errno not in (errno.ENOTSUP, errno.EINVAL, errno.ENOTTY):
                raise
    os.fsync(descriptor)


def sync_folder(path: StrPath) -> None:
    """Flush the names in a folder to the disk before returning. Raises `OSError`."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_all(descriptor: int, data: bytes) -> None:
    """Write all bytes, in one call unless the disk takes only a part. Raises `OSError`."""
    done = os.write(descriptor, data)
    while done < len(data):  # a full disk raises only at the second call
        done += os.write(descriptor, data[done:])


def replace_file(source: StrPath, target: StrPath) -> None:
    """Replace a file by another in one step. Raises `OSError`.

    Windows refuses this while the target is open, so there it is tried for 0.4 seconds.
    """
    for _ in range(20 if sys.platform == "win32" else 0):
        try:
            os.replace(source, target)
            return
        except PermissionError:
            time.sleep(0.02)
    os.replace(source, target)


def write_atomic(
    path: StrPath, data: bytes, permissions: Permissions = PRIVATE, durable: bool = True
) -> None:
    """Write a file atomically: even if the program dies, it is either old or complete.

    A `durable` file is on the disk before this returns; another may be lost, or empty, after a
    power cut. Raises `OSError` when the disk refuses, and leaves the file as it was.
    """
    folder, name = os.path.split(os.fspath(path))
    temporary = os.path.join(folder, f".{name}{LEFTOVER}{os.getpid()}")
    try:
        descriptor = open_private(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, permissions)
        try:
            write_all(descriptor, data)
            if durable:
                sync_file(descriptor)
        finally:
            os.close(descriptor)
        replace_file(temporary, path)
        if durable:
            sync_folder(folder or os.curdir)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def write_private(path: StrPath, data: bytes, new: bool = False) -> None:
    """Write a file to a path that the user chose, always with mode 0600.

    It is written in place, since the path may be a device, a pipe or a link. Raises `OSError`, and
    `FileExistsError` when the file must be `new` but exists.
    """
    flags = os.O_WRONLY | os.O_CREAT | (os.O_EXCL if new else os.O_TRUNC)
    descriptor = os.open(path, flags | _BINARY, PRIVATE.file)
    try:
        if sys.platform != "win32":
            os.fchmod(descriptor, PRIVATE.file)
        write_all(descriptor, data)
    finally:
        os.close(descriptor)


def sweep_leftovers(folder: StrPath, seconds: float = 0.0) -> None:
    """Remove temporary files of killed programs that are at least `seconds` old.

    The caller must hold the lock that all writers to the folder take, or pass an age at which no
    program can still be writing. A file that cannot be removed stays.
    """
    newest = time.time() - seconds
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") and LEFTOVER in entry.name:
                if seconds and entry.stat(follow_symlinks=False).st_mtime > newest:
                    continue
                os.unlink(entry)


class FileLock:
    """A lock on a file, which this process holds until release or its end."""

    def __init__(self, path: StrPath, permissions: Permissions = PRIVATE) -> None:
        self._path, self._permissions = path, permissions
        self._descriptor = -1

    def acquire(self) -> bool:
        """Try to take the lock without waiting; return whether it is held. Raises `OSError`."""
        while True:
            descriptor = open_private(self._path, os.O_RDWR | os.O_CREAT, self._permissions)
            if not _try_lock(descriptor):
                os.close(descriptor)
                return False
            # Its last holder may have removed the file after it was opened here.
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(descriptor), os.stat(self._path)):
                    self._descriptor = descriptor
                    return True
            os.close(descriptor)

    def release(self, remove: bool = False) -> None:
        """Release the lock; `remove` also deletes its file, or leaves it when that fails.

        Pass `remove` only for a lock that nobody waits for at length.
        """
        if self._descriptor < 0:
            return
        with suppress(OSError):
            if remove and sys.platform != "win32":
                os.unlink(self._path)
        os.close(self._descriptor)
        self._descriptor = -1
        with suppress(OSError):
            if remove and sys.platform == "win32":
                os.unlink(self._path)


def is_locked(path: StrPath) -> bool:
    """Return whether a lock on a file is held, by this process or another. Raises `OSError`.

    Looking holds the lock for a moment itself: `FileLock.acquire` may fail for as long.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | _BINARY)
    except FileNotFoundError:
        return False
    try:
        return not _try_lock(descriptor)
    finally:
        os.close(descriptor)


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
