"""What a case can prove: its journal read again, and the record an agent had written out."""

from collections.abc import Iterable
from pathlib import Path

from lenovo_desk.core.events import Event
from lenovo_desk.core.flow import Flows
from lenovo_desk.core.session import StoreProblem
from lenovo_desk.store.files import make_folder, refused, sync_folder, write_atomic
from lenovo_desk.store.layout import checked
from lenovo_desk.store.place import Place


def journal(place: Place, case: str) -> Path | None:
    """Return the journal of a case, unfinished or closed; None when it is not in this place."""
    path = place.layout.journal(case)
    if path.exists():
        return path
    months = sorted(place.layout.root.glob("evidence/*/"), reverse=True)
    return next((one for month in months if (one := month / path.name).exists()), None)


def history(places: Iterable[Place], case: str) -> tuple[Flows, tuple[Event, ...]]:
    """Return the flows and the events of a case; `no_journal` when it has none."""
    for place in places:
        path = journal(place, checked(case))
        if path is not None:
            record = place.record(place.reading(path), place.keys.reader(case))
            if record.events:
                return record.flows, record.events
    raise StoreProblem("no_journal", case)


def keep_record(places: Iterable[Place], case: str, page: str) -> str:
    """Write a case's record where only this user reads it, and return the file's name."""
    for place in places:
        if journal(place, checked(case)) is not None:
            path = place.layout.record(case)
            try:
                make_folder(path.parent)
            except OSError as error:
                raise refused(error, str(path.parent)) from None
            write_atomic(path, page.encode())
            return str(path)
    raise StoreProblem("no_journal", case)


def forget(place: Place, case: str) -> bool:
    """Delete a case's key and, since it names the customer, the record written out of it."""
    path = place.layout.record(case)
    try:
        if path.exists():
            path.unlink()
            sync_folder(path.parent)
    except OSError as error:
        raise refused(error, f"records/{path.name}") from None
    return place.keys.forget(case)
