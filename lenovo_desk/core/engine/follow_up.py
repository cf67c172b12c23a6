"""Carry shared facts over from a case to the one that follows it."""

from collections.abc import Mapping

from lenovo_desk.core.engine.gates import open_fact
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.model.intents import RecordFact
from lenovo_desk.core.model.values import Value, as_typed


def carry_over(session: Session, facts: Mapping[str, Value]) -> None:
    """Record the shared facts of an earlier case in a new case.

    `facts` are the values of the earlier case by fact key. One fact may open the gate of another,
    so refused facts are tried again until a round accepts none; then they are dropped. Raises
    `StoreProblem` when the journal cannot be written.
    """
    left = [
        RecordFact(key, as_typed(value)) for key, value in facts.items() if _shared(session, key)
    ]
    while left:
        refused = [intent for intent in left if isinstance(session.do(intent), Refusal)]
        if len(refused) == len(left):
            return
        left = refused


def _shared(session: Session, key: str) -> bool:
    match = open_fact(session.flows, session.case, key)
    return match is not None and match[1].shared and not match[1].derive
