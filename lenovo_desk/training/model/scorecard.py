"""The scorecard: sections of lines, measured or judged by a trainer, and failures."""

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
"""The measures, which are computed from the events of a call."""
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
    """Points that each fault costs; 0 for the line's points divided by what there was to do."""
    allowed: int = 0
    """The number of faults that cost nothing."""

    def read(self, text: str) -> float | None:
        """Return points as typed, which may have full-width digits and a decimal comma.

        None when it is not a number, or more than the line's points.
        """
        plain = folded(text)
        points = float(plain.replace(",", ".")) if _POINTS.fullmatch(plain) else None
        return points if points is not None and points <= self.points else None


class Section(NamedTuple):
    """A titled group of lines."""

    id: str
    title: str
    lines: tuple[ScoreLine, ...]

    @property
    def points(self) -> float:
        """The points of all its lines."""
        return sum(line.points for line in self.lines)


class Failure(NamedTuple):
    """Something that fails a call whatever its points."""

    id: str
    title: str
    gates: tuple[str, ...] = ()
    """Facts, items or waits (`flow.id` or `id`): trying a gate while one of these is missing fails
    the call; for facts and items, only the second try after the refusal has named them does."""
    stated: bool = False
    """Whether writing one of its statements in a reply fails the call."""
    posted: bool = False
    """Whether posting the customer's personal data in public fails the call."""


class Scorecard(NamedTuple):
    """The rules by which calls are scored, in one language."""

    digest: str
    """The digest of its plain structure, like a flow's."""
    pass_mark: float
    """The percent of the judged points that passes."""
    certified: int
    """How many of the last `of` calls must pass for certification."""
    of: int
    sections: tuple[Section, ...]
    failures: tuple[Failure, ...]
    statements: tuple[Rule, ...] = ()
    """Statements that fail a call; the id of each is `failure.name`."""

    def lines(self) -> tuple[ScoreLine, ...]:
        """Return all lines in order."""
        return tuple(line for section in self.sections for line in section.lines)


def scorecard_from_plain(plain: Plain, digest: str) -> Scorecard:
    """Return the scorecard of a plain structure that already has the words of its language."""
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
                        line_name,
                        line_words["title"],
                        line_words["measure"],
                        float(line_words["points"]),
                        float(line_words.get("each", "0")),
                        int(line_words.get("allowed", "0")),
                    )
                    for line_name, line_words in section["lines"].items()
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
