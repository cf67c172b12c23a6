"""Every flow that covers values shows in a transcript what becomes of one that is changed later."""

from functools import cache
from typing import NamedTuple

import pytest

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.events import Event, ItemTicked, Refusal
from lenovo_desk.core.model.intents import Intent
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.walking.walker import LibraryFlows, Walker
from tests.memory_journal import MemoryJournal
from tests.shipped_content import library
from tests.walks.stored_walks import DESKS, STORED, clock_of, moves_of, names_of, opening

pytestmark = pytest.mark.slow


class Watched(Session):
    """A session that remembers why something was refused."""

    refusals: list[Reason]

    def do(self, intent: Intent) -> Event | Refusal:
        """Do it, and keep the reasons."""
        answer = super().do(intent)
        if isinstance(answer, Refusal):
            self.refusals += answer.reasons
        return answer


class Way(NamedTuple):
    """What happens on the way of a transcript, up to its end."""

    refusals: list[Reason]
    events: list[Event]


@cache
def way_of(name: str) -> Way:
    """Follow a transcript to its end."""
    clock, journal = clock_of(name), MemoryJournal()
    session = Watched(LibraryFlows(library()), journal, clock)
    session.refusals = []
    session.do(opening(name, "zh"))
    walker = Walker(library(), session, clock)
    for move in moves_of(name):
        assert not walker.take(move), move.text
    assert session.case.status == "closed"
    return Way(session.refusals, journal.events)


def shows_all(way: Way, flow: str) -> bool:
    """Tell whether an item falls, locks, is owed and ticked again in place, all on one way."""
    locked = {reason.id for reason in way.refusals if reason.code == "signed_otherwise"}
    fell = {mark.item for event in way.events for mark in event.consents if mark.what == "fell"}
    again = {event.act.item for event in way.events if isinstance(event.act, ItemTicked)}
    return any(name in fell & again for name in (f"{flow}.{item}" for item in locked))


def covering(flow: str, kind: str) -> set[str]:
    """Return the items or choices of a flow that cover facts."""
    steps = library().flow(flow).steps.values()
    return {use.id for step in steps for use in getattr(step, kind) if use.covers}


WITH_ITEMS = [flow for flow in DESKS if covering(flow, "items")]
WITH_CHOICES = [flow for flow in DESKS if covering(flow, "choices")]


def test_most_flows_cover_something() -> None:
    assert {"callback", "hotline_outbound"} <= set(WITH_ITEMS)
    assert {"phone_complaint", "social_triage"} <= set(WITH_CHOICES)


@pytest.mark.parametrize("flow", WITH_ITEMS)
def test_a_value_changed_later_locks_and_is_signed_again_where_the_case_stands(flow: str) -> None:
    assert any(shows_all(way_of(name), flow) for name in names_of(flow) if name in STORED)


@pytest.mark.parametrize("flow", WITH_CHOICES)
def test_a_decision_holds_fast(flow: str) -> None:
    ways = [way_of(name) for name in names_of(flow) if name in STORED]
    facts = {reason.id for way in ways for reason in way.refusals if reason.code == "decided"}
    steps = library().flow(flow).steps.values()
    covered = {name for step in steps for choice in step.choices for name in choice.covers}
    assert facts & covered
