"""A journal in memory."""

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.events import Event


class MemoryJournal:
    """Holds the events of one case, and refuses more while its disk is said to be full."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.full = False

    def append(self, event: Event) -> None:
        """Add an event. Raises `StoreProblem("disk_full")` while `full`."""
        if self.full:
            raise StoreProblem("disk_full")
        self.events.append(event)
