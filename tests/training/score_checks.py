"""What must hold for every score: its evidence accounts for the points and can be told."""

from collections.abc import Iterable

import pytest

from lenovo_desk.training.reports.evidence_text import DETAIL_PARTS, evidence_place, evidence_text
from lenovo_desk.training.scoring.evidence import FREE, Evidence
from lenovo_desk.training.scoring.score import Score, score
from tests.shipped_content import library
from tests.training.shipped_scenarios import LANGUAGES
from tests.training.trainee import Trainee


def scored(trainee: Trainee) -> Score:
    return score(trainee.call(), library())


def explains(result: Score) -> None:
    """Check that the evidence of each line accounts for every point that it lost."""
    for line in result.lines:
        lost = line.line.points - line.measured
        if line.state == "measured":
            explained = min(line.line.points, line.each * len(line.faults))
            assert lost == pytest.approx(explained), line
        else:
            assert not line.faults, line
    points = sum(one.points for one in result.lines if one.judged)
    assert result.points == pytest.approx(points)
    assert 0.0 <= result.points <= result.judged
    assert result.percent == pytest.approx(100 * points / result.judged)


def evidence(result: Score) -> list[Evidence]:
    found = [one for line in result.lines for one in (*line.faults, *line.right)]
    return found + [one for failed in result.failures for one in failed.evidence]


def tells(found: Iterable[Evidence], trainee: Trainee) -> None:
    """Check that evidence says which second and step, and can be told in every language."""
    seconds = trainee.case.handled
    statements = trainee.session.scorecard.statements
    for one in found:
        assert 0.0 <= one.at <= seconds + 0.001, one
        code = one.code.removeprefix(FREE)
        assert len(one.parts) <= max(1, len(DETAIL_PARTS[code])), one
        for language in (*LANGUAGES, "en"):
            sentence = evidence_text(one, library(), language, statements)
            assert sentence, one
            assert "{" not in sentence, one
            assert evidence_place(one, library(), language), one
