"""What the scripted customer says and how he feels: a pure reading of events and time."""

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.training.customer.conversation import Conversation, Utterance
from lenovo_desk.training.model.call import Call

_MOODS = ((2, "calm"), (5, "tense"), (8, "angry"))
_KEPT = 8
"""Conversations remembered, so that each event of a live call is read once."""


class Customer(NamedTuple):
    """The customer at one moment of a call."""

    utterances: tuple[Utterance, ...]
    mood: int
    revealed: frozenset[str]
    """Keys of the facts that he has told."""
    hung_up: bool
    """Whether he hung up, of himself or by a trainer; nothing is heard after it."""
    next: str = ""
    """What he will say once the trainee has spoken or gone on; until then he listens."""


def customer(call: Call, at: Stamp) -> Customer:
    """Return the customer of a call at a moment no earlier than its last event."""
    talk = _read(call).copy()
    talk.wait_until(talk.second(at))
    coming = "" if talk.hung_up else talk.next
    return Customer(
        tuple(talk.utterances), talk.mood, frozenset(talk.revealed), talk.hung_up, coming
    )


def mood_name(temper: int) -> str:
    """Return `calm`, `tense`, `angry` or `furious` for a temper of 0 to 10."""
    return next((name for most, name in _MOODS if temper <= most), "furious")


_read_already: dict[str, Conversation] = {}
"""By call: what was read of it last. It only saves time: the answer is the same without it."""


def _read(call: Call) -> Conversation:
    """Return the conversation up to the last event, going on from what was read before."""
    talk, read = _read_already.pop(call.id, None) or Conversation(call.flows, call.scenario), 0
    if call.events[: len(talk.events)] == talk.events and talk.is_of(call):
        talk.flows, read = call.flows, len(talk.events)
    else:
        talk = Conversation(call.flows, call.scenario)
    for event in call.events[read:]:
        talk.take(event)
    talk.events = call.events
    _read_already[call.id] = talk
    while len(_read_already) > _KEPT:
        del _read_already[next(iter(_read_already))]
    return talk
