"""Evidence that something in a call was right or wrong: where, when, and which words."""

from lenovo_desk.core.named_tuple import NamedTuple

APART = "\t"
"""Separates the parts of a detail; no text of a case contains it."""
FREE = "free_"
"""The prefix of the code of a fault that the scorecard allows."""


class Evidence(NamedTuple):
    """One piece of evidence from a call."""

    n: int
    """The number of the event that shows it; 0 for something that never happened."""
    at: float
    """Seconds into the call; time parked or away is not counted."""
    flow: str
    step: str
    code: str
    """Its key below `score` in the interface."""
    detail: str
    """The parts that fill its words; `reports.evidence_text.DETAIL_PARTS` names them by code."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the detail."""
        return tuple(self.detail.split(APART))


def detail(*parts: object) -> str:
    """Join parts into a detail."""
    return APART.join(str(part).replace(APART, " ") for part in parts)
