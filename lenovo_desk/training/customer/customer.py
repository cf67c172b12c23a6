"""What the scripted customer says and feels, worked out from events and time alone."""

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.training.customer.conversation import Conversation, Utterance
from lenovo_desk.training.model.call import Call

_MOODS = ((2, "calm"), (5, "tense"), (8, "angry"))


class Customer(NamedTuple):
    """The customer at one moment of a call."""

    utterances: tuple[Utterance, ...]
    mood: int
    """0 (calm) to `MAX_MOOD`."""
    revealed: frozenset[str]
    """Keys of the facts that the customer has revealed."""
    hung_up: bool
    """Whether the customer hung up, unprompted or as a trainer had them do; they say no more."""
    next: str = ""
    """What the customer will say once the trainee has spoken or moved on."""


class CustomerReader:
    """Reads the customer of one call, each event of a live call only once."""

    def __init__(self) -> None:
        self._conversation: Conversation | None = None

    def customer(self, call: Call, at: Stamp) -> Customer:
        """Return the customer at a moment not before the last event of the call."""
        talk = self._read(call).copy()
        talk.wait_until(talk.second(at))
        coming = "" if talk.hung_up else talk.next
        utterances, revealed = tuple(talk.utterances), frozenset(talk.revealed)
        return Customer(utterances, talk.mood, revealed, talk.hung_up, coming)

    def _read(self, call: Call) -> Conversation:
        """Return the conversation up to the last event, continuing from the last reading."""
        talk = self._conversation
        if talk and talk.is_of(call) and call.events[: len(talk.events)] == talk.events:
            talk.flows = call.flows
        else:
            talk = Conversation(call.flows, call.scenario)
        for event in call.events[len(talk.events) :]:
            talk.take(event)
        talk.events = call.events
        self._conversation = talk
        return talk


def customer(call: Call, at: Stamp) -> Customer:
    """Return the customer of a call at a moment not before its last event."""
    return CustomerReader().customer(call, at)


def mood_name(mood: int) -> str:
    """Return `calm`, `tense`, `angry` or `furious` for a mood of 0 to 10."""
    return next((name for most, name in _MOODS if mood <= most), "furious")
