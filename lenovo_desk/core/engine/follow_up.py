"""Record many facts of a new case at once: those of an earlier case, or of another program."""

from collections.abc import Iterable, Mapping

from lenovo_desk.core.engine.gates import open_fact
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.model.intents import RecordFact
from lenovo_desk.core.model.values import Value, as_typed
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.reasons import Reason


class RefusedFact(NamedTuple):
    """A fact that could not be recorded, and why."""

    intent: RecordFact
    reason: Reason


def record_all(session: Session, intents: Iterable[RecordFact]) -> list[RefusedFact]:
    """Record facts, each by its own event; return those that are refused.

    One fact may open the gate of another, so refused ones are tried again until a round accepts
    none. Raises `StoreProblem` when the journal cannot be written.
    """
    left = list(intents)
    while True:
        refused = []
        for intent in left:
            answer = session.do(intent)
            if isinstance(answer, Refusal):
                refused.append(RefusedFact(intent, answer.reasons[0]))
        if len(refused) == len(left):
            return refused
        left = [fact.intent for fact in refused]


def carry_over(session: Session, facts: Mapping[str, Value]) -> None:
    """Record the shared facts of an earlier case in a new case; what is refused is dropped.

    `facts` are the values of the earlier case by fact key. Raises `StoreProblem` like `record_all`.
    """
    record_all(
        session,
        [RecordFact(key, as_typed(value)) for key, value in facts.items() if _shared(session, key)],
    )


def _shared(session: Session, key: str) -> bool:
    match = open_fact(session.flows, session.case, key)
    return match is not None and match[1].shared and not match[1].derive
