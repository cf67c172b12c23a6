"""What a case can prove: its journal read again, and the record an agent wrote out."""

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
    """Return the journal of a case, unfinished or closed; None when it is not in this folder."""
    path = folder.layout.journal(case)
    if path.exists():
        return path
    months = sorted(folder.layout.root.glob("evidence/*/"), reverse=True)
    return next((file for month in months if (file := month / path.name).exists()), None)


def latest_closed(folder: CaseFolder, agent: str = "") -> tuple[str, ...]:
    """Return the ids of the closed cases of a folder, the one closed last first.

    Only those that `agent` opened, when one is named. Raises OSError.
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

    Raises `StoreProblem("no_journal")` when it has none, `bad_case_id`, `damaged`,
    `flow_missing`, `flow_changed`, and what the disk refuses.
    """
    path = journal_path(folder, checked_case_id(case))
    if path is not None:
        replayed = folder.replayed(folder.reading(path), folder.keys.reader(case))
        if replayed.events:
            return replayed.flows, replayed.events
    raise StoreProblem("no_journal", case)


def keep_page(folder: CaseFolder, case: str, path: Path, page: str) -> str:
    """Write a page about a case of this folder, as private as the folder; return the file's name.

    Raises `StoreProblem("no_journal")` when there is no such case, and what the disk refuses.
    """
    if journal_path(folder, checked_case_id(case)) is None:
        raise StoreProblem("no_journal", case)
    return keep_text(path, folder.layout.access, page)


def keep_text(path: Path, access: FileAccess, text: str) -> str:
    """Write a text; return the file's name. Raises what the disk refuses."""
    access.need_folder(path.parent)
    access.write(path, text.encode())
    return str(path)


def forget_case(folder: CaseFolder, case: str) -> bool:
    """Delete a case's key and the pages about it, which name the customer.

    Return whether there was a key. Raises what the disk refuses.
    """
    for path in (folder.layout.record(case), folder.layout.report(case)):
        try:
            if path.exists():
                path.unlink()
                sync_folder(path.parent)
        except OSError as error:
            raise disk_problem(error, f"{path.parent.name}/{path.name}") from None
    return folder.keys.forget(case)
