"""Where each file of a data folder lies."""

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.store.disk.file_access import PRIVATE_ACCESS, FileAccess

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
_UNSAFE = re.compile(r"[^a-z0-9_-]+")
_CASE = ".jsonl"
FIND_FOLDER = "find"
"""The folder of what cases are found again by, as digests; it can be made again from the cases."""


def is_case_id(name: str) -> bool:
    """Return whether a name can be a case's id, which is also its file name."""
    return _ID.fullmatch(name) is not None


def checked_case_id(case: str) -> str:
    """Return the case id unchanged. Raises `StoreProblem("bad_case_id")` when it cannot be one."""
    if not is_case_id(case):
        raise StoreProblem("bad_case_id")
    return case


def agent_file_part(agent: str) -> str:
    """Return an agent's id as part of a file name; no two agents have the same one."""
    part = _UNSAFE.sub("_", agent)[:40]
    if part == agent and part:
        return part
    return f"{part}-{hashlib.sha256(agent.encode('utf-8', 'replace')).hexdigest()[:8]}"


class Layout(NamedTuple):
    """The paths below a folder of real cases, or of mock calls."""

    root: Path
    access: FileAccess = PRIVATE_ACCESS
    """Who can read what is created below `root`."""

    @property
    def open(self) -> Path:
        """The journals of unfinished cases."""
        return self.root / "open"

    @property
    def log(self) -> Path:
        """The day log."""
        return self.root / "log"

    @property
    def keys(self) -> Path:
        """One key per case, and the folder's own."""
        return self.root / "keys"

    @property
    def flows(self) -> Path:
        """Flow structures, named by digest."""
        return self.root / "flows"

    @property
    def records(self) -> Path:
        """Records that agents wrote out, in clear text."""
        return self.root / "records"

    def record(self, case: str) -> Path:
        """Return the path of a case's record as an HTML page."""
        return self.records / f"{case}.html"

    def journal(self, case: str) -> Path:
        """Return the path of an unfinished case's journal."""
        return self.open / f"{case}{_CASE}"

    def lock(self, case: str) -> Path:
        """Return the path of an unfinished case's lock."""
        return self.open / f"{case}.lock"

    def card(self, case: str) -> Path:
        """Return the path of an unfinished case's summary, which Home shows."""
        return self.open / f"{case}.card"

    def month(self, day: str) -> Path:
        """Return the folder of journals closed in the month of a day (`2026-11-22`)."""
        return self.root / "evidence" / day[:7]

    def evidence(self, case: str, day: str) -> Path:
        """Return the path of the journal of a case that was closed on a day."""
        return self.month(day) / f"{case}{_CASE}"

    def day_file(self, day: str, agent: str) -> Path:
        """Return the path of the cases that an agent closed on a day."""
        return self.log / f"{day}.{agent_file_part(agent)}.json"

    def customer(self, case: str) -> Path:
        """Return the path of the trainer's file for the customer of a live call."""
        return self.open / f"{case}.customer{_CASE}"

    def customer_lock(self, case: str) -> Path:
        """Return the path of the lock held by the trainer who plays the customer."""
        return self.open / f"{case}.customer.lock"

    def marks(self, case: str) -> Path:
        """Return the path of the trainers' marks for a mock call."""
        return self.root / "marks" / f"{case}{_CASE}"

    def quiz(self, agent: str) -> Path:
        """Return the path of an agent's answers to quizzes."""
        return self.root / "quiz" / f"{agent_file_part(agent)}{_CASE}"

    def report(self, case: str) -> Path:
        """Return the path of a mock call's report as an HTML page."""
        return self.root / "reports" / f"{case}.html"

    def export(self, name: str) -> Path:
        """Return the path of a file about several mock calls; `name` never comes from a user."""
        return self.root / "reports" / name

    def cases(self) -> tuple[str, ...]:
        """Return the ids of the unfinished cases; none when the folder cannot be read."""
        return cases_in(self.open)


def cases_in(folder: Path) -> tuple[str, ...]:
    """Return the ids of the cases whose journals are in a folder, sorted; none when unreadable."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return ()
    ids = (name.removesuffix(_CASE) for name in names if name.endswith(_CASE))
    return tuple(case for case in ids if is_case_id(case))
