"""The scorecard: sections of lines, each measured or judged by a trainer, and what fails a call."""

import re

from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.model.wording_rules import Rule
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.text import folded

MEASURES = (
    "path",
    "gates",
    "ticks",
    "facts_complete",
    "facts_right",
    "outcome",
    "phrases_said",
    "phrases_copied",
    "phrases_altered",
    "wording",
    "holds",
    "repeats",
    "time",
)
"""What can be computed from the events of a call."""
_POINTS = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?")
MANUAL = "ears"
"""The measure of a line that only a trainer can judge."""


class ScoreLine(NamedTuple):
    """One line of a scorecard."""

    id: str
    title: str
    measure: str
    """One of `MEASURES`, or `MANUAL`."""
    points: float
    each: float = 0.0
    """Points that each fault costs; 0: the share that it is of all there was to do."""
    allowed: int = 0
    """Faults that cost nothing."""

    def read(self, text: str) -> float | None:
        """Return points as they are typed, also full-width and with a comma.

        None for what is no number, or more than the line has.
        """
        plain = folded(text)
        points = float(plain.replace(",", ".")) if _POINTS.fullmatch(plain) else None
        return points if points is not None and points <= self.points else None


class Section(NamedTuple):
    """Lines that belong together."""

    id: str
    title: str
    lines: tuple[ScoreLine, ...]

    @property
    def points(self) -> float:
        """What it weighs."""
        return sum(line.points for line in self.lines)


class Failure(NamedTuple):
    """What fails a call whatever its points."""

    id: str
    title: str
    gates: tuple[str, ...] = ()
    """A gate tried while one of these was missing: facts, items or waits, `flow.id` or `id`; facts
    and items only when it is tried again after the refusal had named them."""
    stated: bool = False
    """Whether a statement of this failure, in a reply that was written, is one."""
    posted: bool = False
    """Whether something personal of the customer in a public text is one."""


class Scorecard(NamedTuple):
    """How calls are scored, in one language."""

    digest: str
    """Of its plain structure, like a flow's."""
    pass_mark: float
    """Percent of the points that were judged."""
    certified: int
    """Passed calls, among the last `of`, that certify."""
    of: int
    sections: tuple[Section, ...]
    failures: tuple[Failure, ...]
    statements: tuple[Rule, ...] = ()
    """Wordings that fail a call; the id of each is `failure.name`."""

    def lines(self) -> tuple[ScoreLine, ...]:
        """Return all lines in their order."""
        return tuple(line for section in self.sections for line in section.lines)


def scorecard_from_plain(plain: Plain, digest: str) -> Scorecard:
    """Return the scorecard of a plain structure that has the words of its language in it."""
    return Scorecard(
        digest=digest,
        pass_mark=float(plain["pass"]),
        certified=int(plain["certification"]["passed"]),
        of=int(plain["certification"]["of"]),
        sections=tuple(
            Section(
                name,
                section["title"],
                tuple(
                    ScoreLine(
                        name_of_line,
                        line_words["title"],
                        line_words["measure"],
                        float(line_words["points"]),
                        float(line_words.get("each", "0")),
                        int(line_words.get("allowed", "0")),
                    )
                    for name_of_line, line_words in section["lines"].items()
                ),
            )
            for name, section in plain["sections"].items()
        ),
        failures=tuple(
            Failure(
                name,
                failure["title"],
                tuple(failure.get("tried", ())),
                failure.get("stated", False),
                failure.get("posted", False),
            )
            for name, failure in plain.get("failures", {}).items()
        ),
        statements=tuple(
            Rule(
                id=f"{statement['failure']}.{name}",
                kind="statement",
                says=statement["says"],
                instead=statement["instead"],
                near=tuple(map(tuple, statement.get("near", ()))),
                unless=tuple(statement.get("unless", ())),
                authority=statement.get("authority", "proposed"),
                source=statement.get("source", ""),
                language=statement.get("language", ""),
            )
            for name, statement in plain.get("statements", {}).items()
        ),
    )
