"""Kills a program at each of its calls to the disk in turn, with a real SIGKILL.

`python -m tests.store.killed FOLDER FIRST STEP [WORK]` does a piece of work in FOLDER/n for n =
FIRST, FIRST + STEP ..., killing itself at the n-th call, until a run comes to its end: one case
from its opening to the log, the handing over or the taking over of one, a mock call, a trainer who
plays its customer, a fee that changes behind its signature, closed cases being indexed. What was
accepted stands in FOLDER/n.told, a line each.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.store.cases import handover_file
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.disk.sealing import load_cryptography
from lenovo_desk.store.mock.mock_store import MockStore
from tests.hand_clock import START, HandClock
from tests.store.house import (
    PASSPHRASE,
    TAKER,
    Shelf,
    fingerprint,
    halfway,
    worked,
)
from tests.store.many_cases import many_closed
from tests.store.mockhouse import called
from tests.store.signing import CHANGED, SHELF, SIGNED_AGAIN, signed

CALLS = ("open", "write", "fsync", "replace", "unlink", "mkdir", "ftruncate", "chmod", "fchmod")
REAL: dict[str, Any] = {name: getattr(os, name) for name in CALLS}
CASE = "20261122-a"
Tell = Callable[[str], None]
PREPARED = "prepared.handover"


def whole_case(root: Path, tell: Tell) -> None:
    """Work a case from its opening to the log."""

    def tell_event(event: Event) -> None:
        tell(f"{event.n} {fingerprint(event)}")

    store = CaseStore(root, HandClock())
    store.recover()
    worked(store, CASE, tell_event)
    store.recover()


def handing_over(root: Path, tell: Tell) -> None:
    """Hand a case that waits over, into the file beside its folder."""
    store = CaseStore(root, HandClock(START + 60, up=1060.0))
    session = store.resume(CASE, Shelf())
    done = store.hand_over(session, "my shift ends", f"{root}.handover", PASSPHRASE)
    assert not isinstance(done, Refusal)
    tell("handed over")
    store.release(session)


def taking_over(root: Path, tell: Tell) -> None:
    """Take the case over whose file was prepared."""
    store = CaseStore(root, HandClock(boot="boot-b"))
    tell(store.take_over(str(root.parent / PREPARED), PASSPHRASE, TAKER))


def playing(root: Path, tell: Tell) -> None:
    """Play the customer of a call that waits."""
    calls = MockStore(root / "mock", HandClock(START + 60, up=1060.0))
    line = calls.line(CASE)
    for word in ("one", "two", "three"):
        tell(str(line.say("line", word).n))
    line.close()


def whole_call(root: Path, tell: Tell) -> None:
    """Work a mock call from its beginning to the log, a trainer at the other window."""
    calls = MockStore(root / "mock", HandClock())
    calls.recover()
    session = called(calls, CASE)
    tell("2")
    line = calls.line(CASE)
    for word in ("one", "two"):
        line.say("line", word)
    line.close()
    intents: list[it.Intent] = [
        it.HearCustomer(one.n, one.kind, one.text) for one in calls.spoken(CASE)
    ]
    for intent in (*intents, it.MakeChoice("begin"), it.SetClock(15.0)):
        tell(str(_number(session.do(intent))))
    calls.release(session)
    session = calls.resume(CASE, Shelf())
    tell(str(session.case.n))
    tell(str(_number(session.do(it.AbandonCase("he rang off")))))
    calls.release(session)


def owing(root: Path, tell: Tell) -> None:
    """Change the fee of a case behind its signature, park it, have it signed again, close it."""
    store = CaseStore(root, HandClock(START + 60, up=1060.0))
    store.recover()
    for intents in (CHANGED, SIGNED_AGAIN):
        session = store.resume(CASE, SHELF)
        tell(str(session.case.n))
        for intent in intents:
            session.do(intent)
            tell(str(session.case.n))
        store.release(session)


def finding(root: Path, tell: Tell) -> None:
    """Index the closed cases of a folder, to find a customer."""
    store = CaseStore(root, HandClock())
    tell(str(store.find("", seconds=60.0).unread))


def _number(answer: Event | Refusal) -> int:
    assert isinstance(answer, Event)
    return answer.n


WORKS = {
    "play": playing,
    "call": whole_call,
    "whole": whole_case,
    "hand_over": handing_over,
    "take_over": taking_over,
    "owe": owing,
    "find": finding,
}


def prepared(folder: Path, work: str) -> None:
    """Prepare what every run begins with: a case that waits, or the file of one."""
    if work == "play":
        calls = MockStore(folder / "waits" / "mock", HandClock())
        calls.release(called(calls, CASE))
    elif work == "owe":
        store = CaseStore(folder / "waits", HandClock())
        store.release(signed(store, CASE))
    elif work == "find":
        many_closed(folder / "waits", 130)
    elif work not in ("whole", "call"):
        store = CaseStore(folder / "waits", HandClock())
        session = halfway(store, CASE, release=False)
        if work == "take_over":
            store.hand_over(session, "my shift ends", str(folder / PREPARED), PASSPHRASE)
        store.release(session)


def run(folder: Path, n: int, work: str) -> None:
    """Work and die at the n-th call; a write is half done then."""
    told = REAL["open"](folder / f"{n}.told", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    if work in ("hand_over", "play", "owe", "find"):
        shutil.copytree(folder / "waits", folder / str(n))
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

    for name in CALLS:
        setattr(os, name, counted(name))
    WORKS[work](folder / str(n), lambda line: REAL["write"](told, f"{line}\n".encode()))


def main(folder: Path, first: int, step: int, work: str = "whole") -> None:
    """Fork a run for each call until one comes to its end."""
    load_cryptography()
    handover_file._N = min(handover_file._ALLOWED_N)  # every run makes the key of its file
    import tinydb  # noqa: F401  (imported before the fork, so that each run is short)

    prepared(folder, work)
    for n in range(first, 2000, step):
        child = os.fork()
        if child == 0:
            run(folder, n, work)
            os._exit(0)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
            (folder / f"{n}.told").unlink()
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
