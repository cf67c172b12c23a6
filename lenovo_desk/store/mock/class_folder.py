"""A shared folder for the mock calls of a class, and who can read it."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lenovo_desk.core.engine.mock_rules import MOCK
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.disk_files import GROUP, PRIVATE, sync_folder
from lenovo_desk.store.disk.file_access import disk_problem

if sys.platform != "win32":
    import grp
    import pwd

_REAL = {"open", "log", "evidence", "keys", "records", "flows"}
_OURS = {MOCK, ".DS_Store"}


class FolderSharing(NamedTuple):
    """Who can read a folder of mock calls, with every mark and name in it."""

    folder: str
    """The path of the folder above `mock`: the one that others enter as their class folder."""
    owner: str
    """The user who owns it; empty where the system does not say."""
    group: str = ""
    """The group whose members read and write it; empty when only the owner does."""
    members: tuple[str, ...] = ()
    """The members that this system lists, sorted; other machines may know of more."""
    closed: str = ""
    """A folder above it that the group cannot enter, so that only the owner can read it yet."""
    modes: bool = True
    """Whether the system has file modes; without them the folder's access list decides."""


def share_folder(folder: str, group: str = "") -> FolderSharing:
    """Make a folder for the mock calls of a group, or of this user alone.

    Without `group` it is for this user. Called again, it gives the folder to another group, or back
    to this user. A folder that holds anything else, above all real cases, is never shared. Return
    who can read it. Raises `StoreProblem("no_groups")` where the system has none, `no_group`,
    `not_in_group`, `no_folder` when the parent is missing, `file_exists`, `real_cases_here`,
    `not_empty`, `disk_full` or `disk_refused`.
    """
    path = Path(os.path.abspath(os.path.expanduser(folder)))
    gid = _gid(group) if group else -1
    new = _checked(path)
    try:
        for folder_path in (path, path / MOCK):
            if not folder_path.exists():
                os.mkdir(folder_path, PRIVATE.folder)
                sync_folder(folder_path.parent)
        if sys.platform != "win32":
            for entry, is_folder in (*_below(path / MOCK), (path / MOCK, True), (path, True)):
                _set_permissions(entry, gid, is_folder)
    except OSError as error:
        if new:
            _remove_new_folder(path)
        raise disk_problem(error, str(path)) from None
    return folder_sharing(str(path / MOCK))


def folder_sharing(root: str) -> FolderSharing:
    """Return who can currently read the mock calls in a folder; `root` is its `mock` folder.

    Raises `StoreProblem("disk_refused")` when the folder cannot be read.
    """
    path = Path(root).parent
    if sys.platform == "win32":
        return FolderSharing(str(path), "", modes=False)
    try:
        status = os.stat(root if os.path.exists(root) else path)
    except OSError as error:
        raise disk_problem(error, root) from None
    owner = _name_of(status.st_uid)
    if not status.st_mode & stat.S_IRGRP:
        return FolderSharing(str(path), owner)
    try:
        entry = grp.getgrgid(status.st_gid)
        group, members = entry.gr_name, set(entry.gr_mem)
    except KeyError:
        group, members = str(status.st_gid), set()
    members |= {user.pw_name for user in pwd.getpwall() if user.pw_gid == status.st_gid}
    return FolderSharing(
        str(path), owner, group, tuple(sorted(members)), _closed_parent(path, status.st_gid)
    )


def _gid(group: str) -> int:
    if sys.platform == "win32":
        raise StoreProblem("no_groups")
    try:
        gid = grp.getgrnam(group).gr_gid
    except KeyError:
        raise StoreProblem("no_group", group) from None
    if os.geteuid() != 0 and gid not in (os.getegid(), *os.getgroups()):
        raise StoreProblem("not_in_group", group)
    return gid


def _checked(path: Path) -> bool:
    """Return whether the folder must be created.

    Raises `StoreProblem` like `share_folder` when the path must not be shared.
    """
    if not path.parent.is_dir():
        raise StoreProblem("no_folder", str(path.parent))
    if not os.path.lexists(path):
        return True
    if not path.is_dir():
        raise StoreProblem("file_exists", str(path))
    try:
        names = set(os.listdir(path))
    except OSError as error:
        raise disk_problem(error, str(path)) from None
    if names & _REAL:
        raise StoreProblem("real_cases_here", str(path))
    if names - _OURS or (path / MOCK).is_symlink():
        raise StoreProblem("not_empty", str(path))
    return False


def _below(root: Path) -> Iterator[tuple[Path, bool]]:
    """Yield each file and folder below a folder, and whether it is a folder; follow no links.

    Raises OSError.
    """
    for entry in os.scandir(root):
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path))
            yield Path(entry.path), True
        elif entry.is_file(follow_symlinks=False):
            yield Path(entry.path), False


def _set_permissions(path: Path, gid: int, is_folder: bool) -> None:
    """Set the group and mode of a file or folder, unless they are right already. Raises OSError."""
    if sys.platform == "win32":
        return
    permissions = GROUP if gid >= 0 else PRIVATE
    mode = permissions.folder if is_folder else permissions.file
    status = os.stat(path)
    if gid >= 0 and status.st_gid != gid:
        os.chown(path, -1, gid)
        status = os.stat(path)  # changing the group clears mode bits
    if stat.S_IMODE(status.st_mode) != mode:
        os.chmod(path, mode)


def _remove_new_folder(path: Path) -> None:
    """Remove a folder that could not be completed."""
    for folder in (path / MOCK, path):
        if folder.is_dir():
            try:
                folder.rmdir()
            except OSError:
                return


def _name_of(uid: int) -> str:
    if sys.platform == "win32":
        return ""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def _closed_parent(path: Path, gid: int) -> str:
    """Return the first folder above a path that a group cannot enter; empty when there is none."""
    for parent in path.parents:
        status = os.stat(parent)
        of_group = status.st_gid == gid and status.st_mode & stat.S_IXGRP
        if not (of_group or status.st_mode & stat.S_IXOTH):
            return str(parent)
    return ""
