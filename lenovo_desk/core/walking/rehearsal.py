"""A case that is opened nowhere, to know what could be recorded in a real one."""

from lenovo_desk.core.engine.session import NoJournal, Session
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.ports import Library
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.core.walking.walker import LibraryFlows


def rehearsed(library: Library, opening: OpenCase, clock: Clock) -> Session:
    """Return a new case whose events are stored nowhere."""
    session = Session(LibraryFlows(library), NoJournal(), clock)
    session.do(opening)
    return session
