"""A small flow whose signature covers a fee, and a case in which the fee changes after it."""

from lenovo_desk.core.engine.consents import debts
from lenovo_desk.core.engine.fold import replay
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Flows, Plain
from lenovo_desk.store.cases.case_store import CaseStore
from tests.store.house import Shelf, opening

SIGNING: Plain = {
    "flow": "signing",
    "source": "test",
    "stages": ["desk"],
    "facts": {"fee": {"type": "number", "matters": "money"}},
    "steps": {
        "quote": {
            "stage": "desk",
            "facts": {"fee": {}},
            "items": {"fee_signed": {"needs": ["fee"], "covers": ["fee"]}},
            "choices": {"agreed": {"goto": "repair", "needs": ["fee_signed"]}},
        },
        "repair": {"stage": "desk", "choices": {"repaired": {"goto": "over"}}},
        "over": {"stage": "desk", "end": "repaired"},
    },
    "rules": 2,
}
SHELF = Shelf(SIGNING)
SIGNED: tuple[it.Intent, ...] = (
    it.RecordFact("fee", "100"),
    it.TickItem("fee_signed"),
    it.MakeChoice("agreed"),
)
CHANGED: tuple[it.Intent, ...] = (
    it.RecordFact("fee", "900"),
    it.MakeChoice("repaired"),
    it.ParkCase("asks her husband", "+2h"),
)
SIGNED_AGAIN: tuple[it.Intent, ...] = (
    it.RecordFact("fee", "100"),
    it.ClearFact("fee"),
    it.RecordFact("fee", "350"),
    it.TickItem("fee_signed"),
    it.MakeChoice("repaired"),
    it.CloseCase(),
)


def signed(store: CaseStore, case: str) -> Session:
    """Open a case and bring it to behind the signature of its fee."""
    session = store.open_case(SHELF, opening(case)._replace(flow="signing"))
    for intent in SIGNED:
        session.do(intent)
    return session


def told_apart(flows: Flows, events: tuple[Event, ...]) -> tuple[bool, bool]:
    """Return whether a fee stands that was not signed, by hand and by the engine.

    By hand, from the events alone, it is also held that each event says what it does to the
    signature, and that no other does.
    """
    fee = paper = None
    owed = False
    for event in events:
        before, act = owed, event.act
        if isinstance(act, ev.FactRecorded):
            fee = act.value
        elif isinstance(act, ev.FactCleared):
            fee = None
        elif isinstance(act, ev.ItemTicked):
            paper = fee
        owed = paper is not None and fee != paper
        turns = [(mark.item, mark.what) for mark in event.consents]
        expected = [("signing.fee_signed", "fell" if owed else "stands")] if owed != before else []
        assert turns == expected, event
    return owed, bool(debts(flows, replay(flows, events)))
