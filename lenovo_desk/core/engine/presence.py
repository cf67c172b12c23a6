"""Decide and fold leaving a live case for another and returning to it.

`engine`, `fold` and `audit` merge the tables at the end of this module into theirs. Everything of a
case goes on while it is out of view: waits, promises, a hold. Only its handling time stands still;
`fold_act` keeps since when, as the next act always ends it.
"""

from collections.abc import Callable
from typing import Any

from lenovo_desk.core.engine.mock_rules import MOCK
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import Act, Answer, Event
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp

ON_AWAY = it.ReturnToCase | it.ResumeCase | it.AbandonCase | it.HandOver | it.TakeOver
"""What can be done with a case out of view; each of these acts brings it back or closes it."""


def _leave(flows: Flows, case: Case, intent: it.LeaveCase, at: Stamp) -> Answer:
    """Decide whether a case stays live out of view; the customer of a mock call would not wait."""
    return Reason("is_mock", detail=case.id) if case.mode == MOCK else ev.CaseLeft()


def _return(flows: Flows, case: Case, intent: it.ReturnToCase, at: Stamp) -> Answer:
    return ev.CaseReturned() if case.away_since else Reason("no_change", "case")


def _unmoved(flows: Flows, case: Case, event: Event, act: Act) -> Case:
    """Return the case as it is: what changes is its time, which `fold_act` counts."""
    return case


DECISIONS: dict[type[Any], Callable[..., Answer]] = {
    it.LeaveCase: _leave,
    it.ReturnToCase: _return,
}
FOLDS: dict[type[Any], Callable[..., Case]] = {ev.CaseLeft: _unmoved, ev.CaseReturned: _unmoved}
INTENTS: dict[type[Any], Callable[[Case, Any], it.Intent]] = {
    ev.CaseLeft: lambda case, act: it.LeaveCase(),
    ev.CaseReturned: lambda case, act: it.ReturnToCase(),
}
"""Returns the intent behind an act, by the act's class."""
