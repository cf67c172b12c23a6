"""Locks, file modes, replacing and syncing: the one place where the systems differ.

=============================  ==========  ============  ======================================
what                           Linux       macOS         Windows
=============================  ==========  ============  ======================================
a lock that dies with its      flock       flock         locking of the file's first byte
process, however that ends
removing a lock file           while held  while held    after letting go, unless it is taken
0600 files, 0700 folders       chmod       chmod         the profile's own access list
0660 files, 2770 folders,      chmod;      chmod; the    the shared folder's own access list
below a folder of mock calls   setgid      folder gives
that a group shares            gives the   the group
                               group       anyway
a file is on the disk          fsync       F_FULLFSYNC   _commit, which is what os.fsync calls
a name is on the disk          fsync of    fsync of      not offered: NTFS journals its names
                               the folder  the folder
os.replace on an open file     works       works         refused while open: tried again
=============================  ==========  ============  ======================================
"""

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lenovo_desk.core.engine.session import StoreProblem

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LEFTOVER = ".part-"
"""In the name of a temporary file; one that stays was left by a killed program."""
FOLDER_LOCK = ".lock"
FILE, FOLDER = 0o600, 0o700
GROUP_FILE, GROUP_FOLDER = 0o660, 0o2770
_SHARED: set[str] = set()
"""Folders of mock calls that a group shares, each with a separator at its end."""
_BINARY = getattr(os, "O_BINARY", 0)
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


def refused(error: OSError, where: str) -> StoreProblem:
    """Return the problem of a disk that would not: `disk_full` or `disk_refused`."""
    if error.errno in _FULL:
        return StoreProblem("disk_full", where)
    return StoreProblem("disk_refused", f"{where}: {errno_name(error)}")


def errno_name(error: OSError) -> str:
    """Return the name of a system's error, such as `EACCES`, for which the interface has words."""
    return errno.errorcode.get(error.errno or errno.EIO, "EIO")


def follow_group(root: Path) -> bool:
    """Let what is made below a folder be its group's as well when the folder is, and tell so.

    Only folders of mock calls are ever given to this: real cases stay their user's.
    """
    name = os.path.abspath(root) + os.sep
    try:
        given = stat.S_IMODE(os.stat(root).st_mode) == GROUP_FOLDER
    except OSError:
        given = False
    (_SHARED.add if given else _SHARED.discard)(name)
    return given


def _shared(path: Path) -> bool:
    return bool(_SHARED) and os.path.abspath(path).startswith(tuple(_SHARED))


def open_private(path: Path, flags: int) -> int:
    """Return a descriptor of a file, created 0600 whatever the umask; OSError.

    Below a folder that a group shares it is created 0660.
    """
    shared = _shared(path)
    mode = GROUP_FILE if shared else FILE
    new = flags & os.O_CREAT and not path.exists()
    fd = os.open(path, flags | _BINARY, mode)
    if new and sys.platform != "win32":
        try:
            os.fchmod(fd, mode)
        except PermissionError:  # another user was faster, and his program does it
            if not shared:
                os.close(fd)
                raise
    return fd


def make_folder(path: Path) -> None:
    """Create a folder and its missing parents, 0700 whatever the umask; OSError.

    Below a folder that a group shares it is created 2770.
    """
    if path.is_dir():
        return
    make_folder(path.parent)
    mode = GROUP_FOLDER if _shared(path) else FOLDER
    try:
        os.mkdir(path, mode)
    except FileExistsError:
        if path.is_dir():  # another window was faster
            return
        raise
    os.chmod(path, mode)
    sync_folder(path.parent)


def sync(fd: int) -> None:
    """Return when what was written to a file is on the disk; OSError."""
    if sys.platform == "darwin":
        try:
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
            return
        except OSError as error:  # some network disks do not offer it
            if error.errno not in (errno.ENOTSUP, errno.EINVAL, errno.ENOTTY):
                raise
    os.fsync(fd)


def sync_folder(path: Path) -> None:
    """Return when the names in a folder are on the disk; OSError."""
    if sys.platform == "win32":
        return
    fd = os.open(path, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def write_all(fd: int, data: bytes) -> None:
    """Write all bytes, in one call unless the disk takes only a part; OSError."""
    done = os.write(fd, data)
    while done < len(data):  # a disk that is full says so at the second call
        done += os.write(fd, data[done:])


def replace(source: Path, target: Path) -> None:
    """Put a file in the place of another in one step; OSError."""
    for _ in range(20 if sys.platform == "win32" else 0):
        try:
            os.replace(source, target)
            return
        except PermissionError:
            time.sleep(0.02)
    os.replace(source, target)


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file that is seen whole or not at all, whenever the program dies.

    Raises `StoreProblem`, and then the file is what it was.
    """
    temp = path.with_name(f".{path.name}{LEFTOVER}{os.getpid()}")
    try:
        fd = open_private(temp, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        try:
            write_all(fd, data)
            sync(fd)
        finally:
            os.close(fd)
        replace(temp, path)
        sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            temp.unlink()
        raise refused(error, path.name) from None


def sweep(folder: Path) -> None:
    """Remove the temporary files of killed programs; the caller holds the folder's lock."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if entry.name.startswith(".") and LEFTOVER in entry.name:
                os.unlink(entry)


class Lock:
    """Holds a file for this process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._fd = -1

    def acquire(self) -> bool:
        """Take the lock and tell whether that was possible at once; OSError."""
        while True:
            fd = open_private(self._path, os.O_RDWR | os.O_CREAT)
            if not _try_lock(fd):
                os.close(fd)
                return False
            # Between the opening and the locking its last holder may have removed it.
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(fd), os.stat(self._path)):
                    self._fd = fd
                    return True
            os.close(fd)

    def release(self, remove: bool = False) -> None:
        """Let go, and take the file away when nobody waits at it for long."""
        if self._fd < 0:
            return
        with suppress(OSError):
            if remove and sys.platform != "win32":
                self._path.unlink()
        os.close(self._fd)
        self._fd = -1
        with suppress(OSError):
            if remove and sys.platform == "win32":
                self._path.unlink()


def _try_lock(fd: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


@contextmanager
def held(folder: Path, seconds: float = 10.0) -> Iterator[None]:
    """Hold a folder's own lock for a short piece of work; `StoreProblem` after so many seconds."""
    lock, patience = Lock(folder / FOLDER_LOCK), time.monotonic() + seconds
    try:
        while not lock.acquire():
            if time.monotonic() > patience:
                raise StoreProblem("busy", folder.name)
            time.sleep(0.002)
    except OSError as error:
        raise refused(error, folder.name) from None
    try:
        yield
    finally:
        lock.release()
