"""What shows that something was right or wrong in a call: where, when, and which words."""

from lenovo_desk.core.named_tuple import NamedTuple

APART = "\t"
"""Stands between the parts of a detail; no text of a case has one."""
FREE = "free_"
"""Before the code of a fault that the scorecard lets pass."""


class Evidence(NamedTuple):
    """One thing found in a call."""

    n: int
    """The event that shows it; 0 for what never happened."""
    at: float
    """Seconds into the call, parked and away not counted."""
    flow: str
    step: str
    code: str
    """A key of the interface's `score`."""
    detail: str
    """The parts that its words are filled with, as `training.telling` lists them by code."""

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the parts of the detail."""
        return tuple(self.detail.split(APART))


def detail(*parts: object) -> str:
    """Return parts as one detail."""
    return APART.join(str(part).replace(APART, " ") for part in parts)
