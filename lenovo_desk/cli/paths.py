"""The data folder of this machine, its time zone, and the ids of new cases."""

import os
import sys

_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"


def data_folder(folder: str | None = None) -> str:
    """Return the path of the data folder: `folder`, `LENOVO_DESK_DATA`, or the platform's own.

    platformdirs knows the same three places, but importing it takes longer than a whole walk.
    """
    folder = folder or os.environ.get("LENOVO_DESK_DATA")
    if folder:
        return os.path.abspath(os.path.expanduser(folder))
    if sys.platform == "win32":
        home = os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
        return os.path.join(home, "Lenovo Desk")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Application Support/Lenovo Desk")
    home = os.environ.get("XDG_DATA_HOME", "")
    # The XDG specification says to ignore relative paths.
    home = home if os.path.isabs(home) else os.path.expanduser("~/.local/share")
    return os.path.join(home, "lenovo-desk")


def local_zone() -> str:
    """Return the IANA name of the local time zone; UTC when the system does not say."""
    named = _named_zone(os.environ.get("TZ", "").removeprefix(":"))
    if named:
        return named
    if sys.platform == "win32":
        from tzlocal import get_localzone_name

        return str(get_localzone_name())
    return _after_zoneinfo(os.path.realpath("/etc/localtime")) or _zone_file() or "UTC"


def _named_zone(name: str) -> str:
    """Return the zone that the TZ variable names; empty for a rule such as `CET-1CEST`."""
    if os.path.isabs(name):
        return _after_zoneinfo(os.path.realpath(name))
    if not name or "/" in name:
        return name
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError):
        return ""


def _after_zoneinfo(path: str) -> str:
    _, marker, name = path.partition("/zoneinfo/")
    return name.removeprefix("posix/").removeprefix("right/") if marker else ""


def _zone_file() -> str:
    """Return the zone in Debian's /etc/timezone, for when /etc/localtime is a copy."""
    try:
        with open("/etc/timezone", encoding="ascii") as file:
            return file.readline().strip()
    except (OSError, ValueError):
        return ""


def new_case_id(utc: float) -> str:
    """Return a unique id that sorts by time, such as `20261122-031512-k3v9x2`.

    `utc` is in seconds since 1970. Thirty random bits tell apart cases of the same second, also
    across machines.
    """
    from lenovo_desk.core.time.moments import local

    moment = f"{local(utc, 'UTC'):%Y%m%d-%H%M%S}"
    bits = int.from_bytes(os.urandom(4), "big")
    return f"{moment}-" + "".join(_ALPHABET[bits >> shift & 31] for shift in range(0, 30, 5))
