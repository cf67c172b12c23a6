"""Kills a program at each of its calls to the disk in turn, with a real SIGKILL.

`python -m tests.store.killed FOLDER FIRST STEP` works one case in FOLDER/n for n = FIRST,
FIRST + STEP ..., killing itself at the n-th call, until a run comes to its end. What was accepted
stands in FOLDER/n.told, a line an event.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from lenovo_desk.core.events import Event
from lenovo_desk.store.sealing import warm
from lenovo_desk.store.store import CaseStore
from tests.store.house import HandClock, fingerprint, worked

CALLS = ("open", "write", "fsync", "replace", "unlink", "mkdir", "ftruncate", "chmod", "fchmod")
REAL: dict[str, Any] = {name: getattr(os, name) for name in CALLS}


def run(folder: Path, n: int) -> None:
    """Work a case and die at the n-th call; a write is half done then."""
    told = REAL["open"](folder / f"{n}.told", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    calls = 0

    def counted(name: str) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == n:
                if name == "write":
                    REAL["write"](args[0], args[1][: len(args[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            return REAL[name](*args, **kwargs)

        return call

    def tell(event: Event) -> None:
        REAL["write"](told, f"{event.n} {fingerprint(event)}\n".encode())

    for name in CALLS:
        setattr(os, name, counted(name))
    store = CaseStore(folder / str(n), HandClock())
    store.recover()
    worked(store, "20261122-a", tell)
    store.recover()


def main(folder: Path, first: int, step: int) -> None:
    """Fork a run for each call until one comes to its end."""
    warm()
    import tinydb  # noqa: F401  (imported before the fork, so that each run is short)

    for n in range(first, 2000, step):
        child = os.fork()
        if child == 0:
            run(folder, n)
            os._exit(0)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
            (folder / f"{n}.told").unlink()
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
