"""Measure what the reader proposes against what people read in the same messages."""

from collections.abc import Iterable, Mapping

from lenovo_desk.core.model.flow import Flow
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.pasted.message_reading import MessageReading
from lenovo_desk.pasted.read_message import same_value


class FactVerdict(NamedTuple):
    """What became of one fact of a message."""

    language: str
    fact: str
    expected: bool
    proposed: bool
    correct: bool


class ReadingScore(NamedTuple):
    """How many facts were there, were proposed and were proposed rightly."""

    facts: int = 0
    proposed: int = 0
    correct: int = 0

    @property
    def recall(self) -> float:
        """The part of the facts that was proposed rightly; 1 when there was none."""
        return self.correct / self.facts if self.facts else 1.0

    @property
    def precision(self) -> float:
        """The part of the proposals that is right; 1 when there was none."""
        return self.correct / self.proposed if self.proposed else 1.0


def verdicts(
    language: str, flow: Flow, expected: Mapping[str, Value], reading: MessageReading
) -> list[FactVerdict]:
    """Return what became of each fact that a message holds or for which something is proposed."""
    proposed = {proposal.fact: proposal.value for proposal in reading.proposals}
    return [
        FactVerdict(
            language,
            fact,
            fact in expected,
            fact in proposed,
            fact in expected
            and fact in proposed
            and same_value(flow.facts[fact], proposed[fact], expected[fact]),
        )
        for fact in flow.facts
        if fact in expected or fact in proposed
    ]


def reading_score(verdicts_of: Iterable[FactVerdict]) -> ReadingScore:
    """Return the score of verdicts."""
    score = ReadingScore()
    for verdict in verdicts_of:
        score = ReadingScore(
            score.facts + verdict.expected,
            score.proposed + verdict.proposed,
            score.correct + verdict.correct,
        )
    return score
