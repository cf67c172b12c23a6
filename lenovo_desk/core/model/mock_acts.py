"""Acts and intents that occur only in mock calls: a scripted customer, a fast clock.

The acts are members of `events.Act`, the intents of `intents.Intent`. `engine.mock_rules` decides
and folds them.
"""

from lenovo_desk.core.named_tuple import NamedTuple


class MockCallBegun(NamedTuple):
    """A case became a mock call: its customer is scripted."""

    scenario: str
    language: str
    """Language of the scenario, as in `scripts_xx`."""
    digest: str
    """The digest of the scenario's structure, computed like a flow's."""
    scorecard: str
    """The digest of the scorecard that the call is scored by."""
    again: str = ""
    """The call it continues, as `case#n`: both calls share the events up to number `n`."""


class CustomerAsked(NamedTuple):
    """The trainee asked the scripted customer for a fact."""

    fact: str
    """The key under which the case keeps it."""


class CustomerSpoke(NamedTuple):
    """The trainer who plays the customer said or did something."""

    heard: int
    """Its number in the trainer's own file."""
    kind: str
    """`line`, `objection` or `hang_up`."""
    text: str


class ClockSet(NamedTuple):
    """The rate of a mock call's clock was changed; 1 is real time."""

    rate: float


class ReplyBarred(NamedTuple):
    """The agent attempted a public text that names somebody.

    Only mock calls record it; its text is always sealed.
    """

    text: str
    via: str
    fact: str
    """The fact whose value it says, or a kind of `privacy.hits`."""


class BeginMockCall(NamedTuple):
    """Turn a case that has just been opened into a mock call."""

    scenario: str
    language: str
    digest: str
    scorecard: str
    again: str = ""


class AskCustomer(NamedTuple):
    """Ask the scripted customer for a fact."""

    fact: str


class HearCustomer(NamedTuple):
    """Record what the trainer who plays the customer said or did."""

    n: int
    kind: str
    text: str


class SetClock(NamedTuple):
    """Change the rate of a mock call's clock: faster during a wait, or normal again."""

    rate: float
