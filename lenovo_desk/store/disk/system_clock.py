"""The clocks of this machine.

=========  ===========================  =================================================
system     counts seconds and sleep     identifies the boot
=========  ===========================  =================================================
Linux      CLOCK_BOOTTIME               /proc/sys/kernel/random/boot_id
macOS      CLOCK_MONOTONIC (unlike      kern.bootsessionuuid
           Python's time.monotonic)
Windows    GetTickCount64               the minute of the boot, by the clock at that time
=========  ===========================  =================================================
"""

import sys
import time
from functools import lru_cache
from pathlib import Path

from lenovo_desk.core.time.clock import Stamp


class SystemClock:
    """The real clock; it caches nothing but the identity of the boot."""

    def now(self) -> Stamp:
        """Return the current moment: UTC and seconds since boot, both to the millisecond."""
        return Stamp(round(time.time(), 3), boot_id(), round(seconds_since_boot(), 3))


def seconds_since_boot() -> float:
    """Return the seconds since this boot, time asleep included."""
    if sys.platform == "win32":
        import ctypes

        count = ctypes.windll.kernel32.GetTickCount64
        count.restype = ctypes.c_ulonglong
        return float(count()) / 1000
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


@lru_cache(maxsize=1)
def boot_id() -> str:
    """Return an identifier of this boot, different from every other boot's.

    Where the system has no identifier, it is the minute of the boot. Two programs may then differ
    by one minute, which makes the proof of a wait weaker but never wrong.
    """
    try:
        if sys.platform == "linux":
            return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        if sys.platform == "darwin":
            return _sysctl("kern.bootsessionuuid")
    except (OSError, ValueError):
        pass
    return f"started-{round((time.time() - seconds_since_boot()) / 60)}"


def _sysctl(name: str) -> str:
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    value, size = ctypes.create_string_buffer(64), ctypes.c_size_t(64)
    if libc.sysctlbyname(name.encode(), value, ctypes.byref(size), None, ctypes.c_size_t(0)):
        raise OSError(ctypes.get_errno(), name)
    return value.value.decode("ascii")
