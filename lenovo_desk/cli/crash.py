"""The report of an unexpected error, without anything a customer or agent typed."""

import os
import sys
import time
from traceback import walk_tb

from lenovo_desk import __version__
from lenovo_desk.disk_files import make_folder, write_private


def write_crash_report(error: BaseException, folder: str, command: str) -> str:
    """Write a report into the data folder; return its path, or "" if that fails too.

    Messages of exceptions, values of variables and words of the command line may be a customer's
    data. The report therefore has none of them, only where the error happened.
    """
    lines = [
        f"lenovo-desk {__version__}, Python {sys.version.split()[0]}, {sys.platform}",
        f"command: {command or 'the screen'}",
    ]
    failure: BaseException | None = error
    while failure is not None:
        lines.append(f"{type(failure).__module__}.{type(failure).__qualname__}")
        for frame, line in walk_tb(failure.__traceback__):
            code = frame.f_code
            module = frame.f_globals.get("__name__", "?")
            lines.append(f"  {module}:{line} {code.co_qualname}")
        failure = failure.__cause__ or failure.__context__
    moment = time.strftime("%Y%m%d-%H%M%S", time.gmtime())
    path = os.path.join(folder, "crashes", f"{moment}-{os.getpid()}.txt")
    data = ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")
    try:
        make_folder(os.path.dirname(path))
        write_private(path, data, new=True)
    except OSError:
        return ""
    return path
