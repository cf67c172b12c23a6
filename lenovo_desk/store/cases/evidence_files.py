"""The evidence of a case: its journal, read again, and the record an agent wrote out."""

from pathlib import Path

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.disk_files import sync_folder
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.disk.file_access import FileAccess, disk_problem
from lenovo_desk.store.disk.journal import last_event_moment, opening_agent
from lenovo_desk.store.disk.layout import cases_in, checked_case_id


def journal_path(folder: CaseFolder, case: str) -> Path | None:
    """Return the path of a case's journal, unfinished or closed; None when it is not here."""
    path = folder.layout.journal(case)
    if path.exists():
        return path
    months = sorted(folder.layout.root.glob("evidence/*/"), reverse=True)
    return next((file for month in months if (file := month / path.name).exists()), None)


def latest_closed(folder: CaseFolder, agent: str = "") -> tuple[str, ...]:
    """Return the ids of a folder's closed cases, the last closed first.

    With `agent`, only the cases that this agent opened. Raises OSError.
    """
    cases: list[str] = []
    for month in sorted(folder.layout.root.glob("evidence/*/"), reverse=True):
        paths = [month / f"{case}.jsonl" for case in cases_in(month)]
        ends = [
            (last_event_moment(path), path.stem)
            for path in paths
            if agent in ("", opening_agent(path))
        ]
        cases += [case for _, case in sorted(ends, reverse=True)]
    return tuple(cases)


def case_history(folder: CaseFolder, case: str) -> tuple[Flows, tuple[Event, ...]]:
    """Return the flows and the events of a case.

    Raises `StoreProblem("no_journal")` when it has no journal, `bad_case_id`, `damaged`,
    `flow_missing`, `flow_changed`, `disk_full` or `disk_refused`.
    """
    path = journal_path(folder, checked_case_id(case))
    if path is not None:
        replayed = folder.replayed(folder.reading(path), folder.keys.reader(case))
        if replayed.events:
            return replayed.flows, replayed.events
    raise StoreProblem("no_journal", case)


def keep_page(folder: CaseFolder, case: str, path: Path, page: str) -> str:
    """Write a page about a case, as private as its folder; return the file's name.

    Raises `StoreProblem("bad_case_id")`, `StoreProblem("no_journal")` when there is no such case,
    `disk_full` or `disk_refused`.
    """
    if journal_path(folder, checked_case_id(case)) is None:
        raise StoreProblem("no_journal", case)
    return keep_text(path, folder.layout.access, page)


def keep_text(path: Path, access: FileAccess, text: str) -> str:
    """Write a text into a file; return the file's name.

    Raises `StoreProblem("disk_full")` or `StoreProblem("disk_refused")`.
    """
    access.need_folder(path.parent)
    access.write(path, text.encode())
    return str(path)


def forget_case(folder: CaseFolder, case: str) -> bool:
    """Delete the key of a case and the pages about it, which name the customer.

    Return whether there was a key. Raises `StoreProblem("disk_full")` or
    `StoreProblem("disk_refused")`.
    """
    for path in (folder.layout.record(case), folder.layout.report(case)):
        try:
            if path.exists():
                path.unlink()
                sync_folder(path.parent)
        except OSError as error:
            raise disk_problem(error, f"{path.parent.name}/{path.name}") from None
    return folder.keys.forget(case)
