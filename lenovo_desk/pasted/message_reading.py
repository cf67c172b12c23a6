"""What was read in a pasted message: values to propose, and what is in doubt."""

from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple

LABEL, CUE, SHAPE = "label", "cue", "shape"
"""How a value was read: behind its label, by a word that leads to it, or by how it looks."""
SEVERAL, NO_DAY, UNFIT, ASKED, UNSURE = "several", "no_day", "unfit", "asked", "unsure"
"""Why words are not proposed: several values, a date without its day, a value that the fact
refuses, a question, or words of which it is not sure that they are meant."""
Span = tuple[int, int]
"""Where a part of the message begins and ends."""


class Proposal(NamedTuple):
    """A value read for a fact, for the agent to take or refuse."""

    fact: str
    """The id of the fact in the flow."""
    text: str
    """What is to be typed for it: `parse_value` reads `value` from it."""
    value: Value
    """The canonical value."""
    spans: tuple[Span, ...]
    """The parts of the message that it was read from, in order."""
    way: str
    """`LABEL`, `CUE` or `SHAPE`."""
    by: str = ""
    """The words of the message that told it, its label or `ThinkPad`; empty for a shape."""


class Doubt(NamedTuple):
    """Words about a fact that are not proposed, for the agent to ask."""

    fact: str
    text: str
    """The words of the message."""
    span: Span
    reason: str
    """`SEVERAL`, `NO_DAY`, `UNFIT`, `ASKED` or `UNSURE`."""


class MessageReading(NamedTuple):
    """All that was read in a message, in the order of the flow's facts."""

    proposals: tuple[Proposal, ...] = ()
    doubts: tuple[Doubt, ...] = ()


class Candidate(NamedTuple):
    """Words that may be the value of a fact."""

    fact: str
    text: str
    spans: tuple[Span, ...]
    rank: int
    """How sure it is that they are meant; the highest is proposed."""
    way: str
    by: str = ""
    doubt: str = ""
    """Why they cannot be proposed; empty when they can."""
