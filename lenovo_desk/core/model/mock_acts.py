"""What happens in a mock call alone, and what leads to it: a scripted customer, a fast clock.

The acts are members of `events.Act`, the intents of `intents.Intent`; how they are decided and
folded stands in `engine.mock_rules`.
"""

from lenovo_desk.core.named_tuple import NamedTuple


class MockCallBegun(NamedTuple):
    """A case is a mock call: a scripted customer in place of a real one."""

    scenario: str
    language: str
    """Language of the scenario, as in `scripts_xx`."""
    digest: str
    """Of the scenario's structure, like a flow's."""
    scorecard: str
    """Digest of the scorecard by which it is scored."""
    again: str = ""
    """The call it continues, as `case#n`: the events up to that one are the same."""


class CustomerAsked(NamedTuple):
    """The trainee asked the scripted customer for a fact."""

    fact: str
    """The key under which the case keeps it."""


class CustomerSpoke(NamedTuple):
    """A trainer who plays the customer said or did something."""

    heard: int
    """Its number in the trainer's own file."""
    kind: str
    """`line`, `objection` or `hang_up`."""
    text: str


class ClockSet(NamedTuple):
    """The clock of a mock call runs at another rate; 1 is real time."""

    rate: float


class ReplyBarred(NamedTuple):
    """A public reply that names a personal fact was attempted in a mock call; always sealed."""

    text: str
    via: str
    fact: str
    """The personal fact that it names."""


class BeginMockCall(NamedTuple):
    """Make a case that has just been opened a mock call."""

    scenario: str
    language: str
    digest: str
    scorecard: str
    again: str = ""


class AskCustomer(NamedTuple):
    """Ask the scripted customer for a fact."""

    fact: str


class HearCustomer(NamedTuple):
    """Take in what a trainer who plays the customer said or did."""

    n: int
    kind: str
    text: str


class SetClock(NamedTuple):
    """Make the clock of a mock call run faster while a wait lasts, or normally again."""

    rate: float
