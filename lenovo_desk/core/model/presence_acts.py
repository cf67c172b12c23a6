"""Acts and intents of an agent who has several customers at once: leaving and returning.

The acts are members of `events.Act`, the intents of `intents.Intent`. `engine.presence` decides
them.
"""

from lenovo_desk.core.named_tuple import NamedTuple


class CaseLeft(NamedTuple):
    """The agent turned to something else; the case stays live, out of view."""


class CaseReturned(NamedTuple):
    """The agent came back to a case that was out of view."""


class LeaveCase(NamedTuple):
    """Turn to something else and keep the case live."""


class ReturnToCase(NamedTuple):
    """Come back to a case that is out of view."""
