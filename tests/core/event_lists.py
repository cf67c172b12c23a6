"""Lists of events that somebody meddled with."""

import json

from lenovo_desk.core.model.event_codec import event_to_plain
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Plain
from tests.core.checker import Checker, Gap
from tests.core.machine import Machine, same


def numbered(events: list[Event]) -> list[Event]:
    """Return events numbered without a gap, as whoever leaves one out would do it."""
    return [event._replace(n=n) for n, event in enumerate(events, 1)]


def gap_in(structures: dict[str, Plain], events: list[Event]) -> str:
    """Return what the independent checker finds wrong, or nothing."""
    checker = Checker(structures)
    try:
        for event in events:
            checker.read(event_to_plain(event, same))
    except (Gap, IndexError, KeyError, StopIteration) as gap:
        return str(gap) or "lost"
    return ""


def plains(machine: Machine) -> list[Plain]:
    """Return the raw lines of a case."""
    return [json.loads(line) for line in machine.lines]


def lawful(structures: dict[str, Plain], lines: list[Plain]) -> bool:
    """Tell whether the checker reads lines to their end."""
    checker = Checker(structures)
    try:
        for line in lines:
            checker.read(line)
    except (Gap, IndexError, KeyError, ValueError):
        return False
    return True
