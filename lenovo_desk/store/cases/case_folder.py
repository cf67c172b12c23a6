"""One folder of cases, real ones or mock calls: its journals, flows, keys and log."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from lenovo_desk.core.engine.fold import replay
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import CaseClosed, Event
from lenovo_desk.core.model.flow import Flow, Plain
from lenovo_desk.core.reasons import Reason
from lenovo_desk.disk_files import FileLock, is_locked, replace_file, sync_folder
from lenovo_desk.store.cases.day_files import BrokenDay, day_documents
from lenovo_desk.store.cases.pinned_flows import PinnedFlows, digests_of
from lenovo_desk.store.disk.file_access import FileAccess, disk_problem
from lenovo_desk.store.disk.journal import JournalReading, journal_bytes, read_journal
from lenovo_desk.store.disk.layout import FIND_FOLDER, Layout, cases_in, is_case_id
from lenovo_desk.store.disk.sealing import KeyRing, Sealer

LOOKED_AT = 0.005
"""Seconds for which a lock that somebody only looks at may be held, many times over."""


class ReplayedCase(NamedTuple):
    """A journal replayed: its events, the flows that they refer to, and the resulting case."""

    events: tuple[Event, ...]
    flows: dict[str, Flow]
    case: Case


class CaseFolder:
    """The cases below one folder."""

    def __init__(self, root: Path, access: FileAccess) -> None:
        self.layout = Layout(root, access)
        self.keys = KeyRing(self.layout)
        self.structures = PinnedFlows(self.layout)

    def locked(self, case: str) -> FileLock:
        """Acquire and return the lock of a case.

        Raises `StoreProblem("open_elsewhere")` when another window holds it, `disk_full`, and
        `StoreProblem("data_folder")` when no lock can be created in this folder.
        """
        access = self.layout.access
        lock, root = access.lock(self.layout.lock(case)), str(self.layout.root)
        try:
            access.make_folder(self.layout.open)
            if not lock.acquire():
                time.sleep(LOOKED_AT)  # another window may just be looking whether it is held
                if not lock.acquire():
                    raise StoreProblem("open_elsewhere", case)
        except OSError as error:
            problem = disk_problem(error, root)
            if problem.code != "disk_full":
                problem = StoreProblem("data_folder", root)
            raise problem from None
        return lock

    def in_use(self, case: str) -> bool:
        """Return whether a window, this one too, holds the lock of a case; it is not waited for."""
        with suppress(OSError):
            return is_locked(self.layout.lock(case))
        return False

    def reading(self, path: Path) -> JournalReading:
        """Read a journal of this folder.

        Raises `StoreProblem("unknown_case")` when it does not exist, `disk_full` or `disk_refused`.
        """
        try:
            return read_journal(path)
        except FileNotFoundError:
            raise StoreProblem("unknown_case", path.stem) from None
        except OSError as error:
            raise disk_problem(error, path.name) from None

    def replayed(self, reading: JournalReading, sealer: Sealer) -> ReplayedCase:
        """Replay the case of a journal.

        Raises `StoreProblem("damaged")` with the bad line, `flow_missing` or `flow_changed`.
        """
        if reading.bad_line:
            raise StoreProblem("damaged", reading.where)
        try:
            events = reading.events(sealer.unseal)
            flows = self.structures.pinned(digests_of(events))
            return ReplayedCase(events, flows, replay(flows, events))
        except StoreProblem:
            raise
        except Exception:  # sound sums, nonsense inside; the cause could show personal data
            raise StoreProblem("damaged", f"{reading.case}.jsonl") from None

    def write_journal(
        self, case: str, events: Iterable[Event], structure: Callable[[str], Plain]
    ) -> None:
        """Write a whole journal at once, with the structures of its flows.

        `structure` returns a flow's structure by the flow's id. The caller holds the lock of the
        case. Raises `StoreProblem("flow_changed")`, `busy`, `key_unreadable`, `disk_full` or
        `disk_refused`; then nothing of the case stays on disk.
        """
        events = tuple(events)
        key_existed = (self.layout.keys / case).exists()
        try:
            self.structures.keep(digests_of(events).items(), structure)
            lines = journal_bytes(case, events, self.keys.writer(case).seal)
            self.layout.access.write(self.layout.journal(case), lines)
        except BaseException:
            self.layout.journal(case).unlink(missing_ok=True)
            if not key_existed:
                self.keys.forget(case)
            raise

    def row(self, reading: JournalReading) -> tuple[str, str, Plain]:
        """Return a closed case's day, agent and stored document, from its journal.

        Raises `StoreProblem("not_closed")`, and `StoreProblem` like `replayed`.
        """
        from lenovo_desk.store.cases.case_document import case_document, local_day

        sealer = self.keys.reader(reading.case)
        replayed = self.replayed(reading, sealer)
        if replayed.case.status != "closed" or replayed.case.last is None:
            raise StoreProblem("not_closed", reading.case)
        plain, secret = case_document(replayed.flows, replayed.events)
        if secret and not sealer.forgotten:
            plain |= sealer.seal(secret, "document")
        return local_day(replayed.case.last, replayed.case.zone), replayed.case.agent, plain

    def closing_row(self, case: str) -> Plain | None:
        """Return the row of a closed case that a screen has not let go of yet; else None.

        Its journal still lies among the unfinished ones. Raises `StoreProblem` like `replayed`.
        """
        path = self.layout.journal(case)
        if not is_case_id(case) or not path.exists():
            return None
        try:
            return self.row(self.reading(path))[2]
        except StoreProblem as problem:
            if problem.code != "not_closed":
                raise
            return None

    def finish(self, case: str, aside: str) -> tuple[Reason, ...]:
        """Put a closed case into the day log and move its journal to the evidence.

        The caller holds the lock of the case. Calling it again does no harm: after an error, the
        next call does what is left. It never lists the log or the evidence, unless the day's file
        is broken: then that file is kept under its name with `aside` appended, written again from
        the evidence, and the reason returned says so. Raises `StoreProblem("busy")`, `damaged`,
        `disk_full` or `disk_refused`.
        """
        from lenovo_desk.store.cases.day_log import insert_documents

        path = self.layout.journal(case)
        day, agent, plain = self.row(self.reading(path))
        target = self.layout.day_file(day, agent)
        broken = insert_documents(
            target, self.layout.access, [plain], aside, lambda: self.evidence(day, agent)
        )
        try:
            self.layout.access.make_folder(self.layout.month(day))
            self._settle_customer(case, self.layout.month(day))
            replace_file(path, self.layout.evidence(case, day))
            sync_folder(self.layout.month(day))
            sync_folder(self.layout.open)
        except OSError as error:
            raise disk_problem(error, path.name) from None
        with suppress(OSError):
            self.layout.card(case).unlink(missing_ok=True)
        return (Reason("log_rebuilt", target.name, detail=broken),) if broken else ()

    def _settle_customer(self, case: str, folder: Path) -> None:
        """Move the file in which a trainer played the customer; leave one in use to recovery."""
        path = self.layout.customer(case)
        if path.exists():
            for file in sorted(path.parent.glob(f"{path.name}*")):
                with suppress(OSError):
                    replace_file(file, folder / file.name)

    def settle_leftovers(self, case: str) -> None:
        """Move a trainer's file left behind by a finished call beside the call's journal.

        Without such a journal the file is deleted. The caller holds the lock of the case. Raises
        OSError.
        """
        lock = self.layout.access.lock(self.layout.customer_lock(case))
        path = self.layout.customer(case)
        if lock.acquire():
            journal = next(self.layout.root.glob(f"evidence/*/{case}.jsonl"), None)
            if journal is not None:
                self._settle_customer(case, journal.parent)
            else:
                path.unlink(missing_ok=True)
            lock.release(remove=True)

    def evidence(self, day: str, agent: str) -> Iterator[Plain]:
        """Yield the stored documents of cases that an agent closed on a day.

        They are made from the journals; one that cannot be trusted is left out.
        """
        for case in cases_in(self.layout.month(day)):
            with suppress(StoreProblem):
                reading = self.reading(self.layout.evidence(case, day))
                if not reading.plains:
                    continue
                first, last = reading.plains[0], reading.plains[-1]
                if (last.get("by") or first.get("agent")) != agent:
                    continue
                if last["event"] == CaseClosed.__name__:
                    closed, _, plain = self.row(reading)
                    if closed == day:
                        yield plain

    def unsealed(self, row: Plain, personal: bool) -> Plain:
        """Return a stored document for reading, its personal values unsealed if `personal`."""
        from lenovo_desk.store.cases.case_document import reveal_document

        secret = None
        if personal and "sealed" in row:
            secret = self.keys.reader(row["case"]).unseal({"sealed": row["sealed"]}, "document")
        return reveal_document(row, secret if isinstance(secret, dict) else None)

    def rows(self, path: Path) -> tuple[list[Plain], tuple[Reason, ...]]:
        """Return a day file's stored documents; for a broken file none, and a reason."""
        try:
            return day_documents(path), ()
        except (BrokenDay, OSError):
            return [], (Reason("log_broken", path.name),)

    def sweep(self) -> None:
        """Remove temporary files of killed programs among keys, structures, log, records and index.

        Raises `StoreProblem("busy")` when another program holds one of the folders.
        """
        self.keys.sweep()
        self.structures.sweep()
        for folder in (self.layout.log, self.layout.records, self.layout.root / FIND_FOLDER):
            self.layout.access.sweep(folder)
