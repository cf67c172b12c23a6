"""Measure what the reader proposes against what people read in the same messages."""

from collections.abc import Iterable, Mapping

from lenovo_desk.core.model.flow import FactSpec, Flow
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.pasted.message_reading import LABEL, MessageReading
from lenovo_desk.pasted.read_message import same_value


class FactVerdict(NamedTuple):
    """What became of one fact of a message."""

    language: str
    fact: str
    expected: bool
    proposed: bool
    correct: bool
    unjudged: bool = False
    """Whether it is prose that is proposed, and of which the sample says nothing."""


class ReadingScore(NamedTuple):
    """How many facts were there, were proposed and were proposed rightly."""

    facts: int = 0
    proposed: int = 0
    correct: int = 0
    unjudged: int = 0
    """How many proposals of prose the samples leave out: they count for nothing else."""

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
    prose = {
        proposal.fact
        for proposal in reading.proposals
        if proposal.way == LABEL and _is_prose(flow.facts[proposal.fact])
    }
    return [
        FactVerdict(
            language,
            fact,
            fact in expected,
            fact in proposed,
            fact in expected
            and fact in proposed
            and same_value(flow.facts[fact], proposed[fact], expected[fact]),
            fact in prose and fact not in expected,
        )
        for fact in flow.facts
        if fact in expected or fact in proposed
    ]


def _is_prose(spec: FactSpec) -> bool:
    """Return whether a fact is told in words of one's own, as a fault or an address is."""
    named = ("name", "number", "reference", "handle")
    return spec.kind == "text" and not spec.id.endswith(named)


def reading_score(verdicts_of: Iterable[FactVerdict]) -> ReadingScore:
    """Return the score of verdicts."""
    score = ReadingScore()
    for verdict in verdicts_of:
        score = ReadingScore(
            score.facts + verdict.expected,
            score.proposed + (verdict.proposed and not verdict.unjudged),
            score.correct + verdict.correct,
            score.unjudged + verdict.unjudged,
        )
    return score
