"""Finishes what a killed program left half done; cases on a screen are not touched."""

import os
from contextlib import suppress

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.events import CaseClosed
from lenovo_desk.core.reasons import Reason
from lenovo_desk.disk_files import LEFTOVER
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.disk.journal import cut_torn_line, may_be_closed
from lenovo_desk.store.disk.layout import is_case_id


def recover_folder(folder: CaseFolder, aside: str) -> tuple[list[str], list[Reason]]:
    """Recover a folder; return the cases moved to the log and the problems met.

    Removes orphaned locks, cuts torn last lines, removes cases without any accepted event, finishes
    closed ones and sweeps temporary files. A damaged journal is left alone. A broken day file is
    kept under its name with `aside` appended. Never raises, never waits long.
    """
    recovered: list[str] = []
    reasons: list[Reason] = []
    crash_found = False
    try:
        names = sorted(os.listdir(folder.layout.open))
    except OSError:
        return recovered, reasons
    traces = {_case(name) for name in names if name.endswith(".lock") or LEFTOVER in name}
    for case in dict.fromkeys(map(_case, names)):
        if not is_case_id(case):
            continue
        path = folder.layout.journal(case)
        with suppress(OSError):
            if case not in traces and path.name in names and not may_be_closed(path):
                continue
            lock = folder.layout.access.lock(folder.layout.lock(case))
            if not lock.acquire():
                continue
            # A program that ends normally leaves no trace, so a sweep is only worth it after one.
            crash_found = crash_found or case in traces
            try:
                finished, problems = _settle(folder, case, names, aside)
                recovered += finished
                reasons += problems
            except StoreProblem as problem:
                reasons.append(Reason(problem.code, case, detail=problem.detail))
            finally:
                lock.release(remove=True)
    if crash_found:
        with suppress(StoreProblem, OSError):
            folder.sweep()
    return recovered, reasons


def _case(name: str) -> str:
    return name.lstrip(".").partition(".")[0]


def _settle(
    folder: CaseFolder, case: str, names: list[str], aside: str
) -> tuple[list[str], tuple[Reason, ...]]:
    """Bring one case into order; return it if it was finished, and what to report.

    The caller holds its lock. Raises OSError and `StoreProblem`.
    """
    for name in names:
        if name.startswith(f".{case}.") and LEFTOVER in name:
            (folder.layout.open / name).unlink(missing_ok=True)
    customer = folder.layout.customer(case).stem + "."
    path = folder.layout.journal(case)
    if not path.exists():
        folder.layout.card(case).unlink(missing_ok=True)
        if any(name.startswith(customer) for name in names):
            folder.settle_leftovers(case)
        return [], ()
    if folder.layout.customer_lock(case).name in names:
        lock = folder.layout.access.lock(folder.layout.customer_lock(case))
        if lock.acquire():
            lock.release(remove=True)
    reading = folder.reading(path)
    if reading.bad_line:
        return [], ()
    if not reading.plains:
        drop_case(folder, case)
        return [], ()
    if reading.torn:
        cut_torn_line(path, reading)
    if reading.plains[-1]["event"] != CaseClosed.__name__:
        return [], ()
    return [case], folder.finish(case, aside)


def drop_case(folder: CaseFolder, case: str) -> None:
    """Remove a case without any accepted event; the caller holds its lock."""
    with suppress(OSError, StoreProblem):
        folder.layout.journal(case).unlink(missing_ok=True)
        folder.layout.customer(case).unlink(missing_ok=True)
        folder.keys.forget(case)
