"""Read and compile all training files: scenarios, quizzes and the scorecard."""

from collections.abc import Iterable, Mapping
from typing import Any

from lenovo_desk.content.checks.quiz_checks import check_quiz
from lenovo_desk.content.checks.scenario_checks import check_scenario
from lenovo_desk.content.checks.scorecard_checks import EMPTY, check_scorecard, worded_scorecard
from lenovo_desk.content.folders import (
    CALLS,
    FLOWS,
    QUIZZES,
    SCORECARD,
    Source,
    drills,
    load,
    shipped,
)
from lenovo_desk.content.formats.documents import ParsedFile, read_by
from lenovo_desk.content.formats.scenario_and_quiz_formats import QUIZ, SCENARIO
from lenovo_desk.content.formats.scorecard_format import SCORECARD as CARD
from lenovo_desk.content.formats.scorecard_format import SCORECARD_SCRIPT
from lenovo_desk.content.yaml.collections import RecordOf
from lenovo_desk.content.yaml.problems import Problem, plain_text
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.model.structure import structure_digest
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.ports import Library

_ENGLISH = "en"
Files = Iterable[tuple[Source, bytes | OSError]]
"""The sources, each with its bytes or the error when it cannot be read."""


class Drills(NamedTuple):
    """The content of a set of training files."""

    scenarios: dict[str, dict[str, Plain]]
    """Scenarios without errors, by language and name."""
    quizzes: dict[str, list[Plain]]
    """Quizzes without errors, by language."""
    scorecards: dict[str, Plain]
    """The scorecard by language, including English."""
    problems: list[Problem]


def read_drills(files: Files, library: Library) -> Drills:
    """Return the content of training files, checked against a library's flows."""
    sheets = [read_by(source, data, *_shape(source)) for source, data in files]
    scenarios: dict[str, dict[str, Plain]] = {}
    quizzes: dict[str, list[Plain]] = {}
    for sheet in sorted(sheets, key=_order):
        language = sheet.source.language
        if sheet.source.folder.endswith(CALLS):
            plain = check_scenario(sheet, library)
            if plain is not None:
                scenarios.setdefault(language, {})[sheet.source.name] = plain
        elif sheet.source.folder.endswith(QUIZZES):
            plain = check_quiz(sheet, library)
            if plain is not None:
                quizzes.setdefault(language, []).append(plain)
    scorecards = _scorecards(sheets, library)
    problems = [problem for sheet in sheets for problem in sheet.report.problems]
    problems.sort(key=lambda problem: (problem.path, problem.line, problem.column))
    return Drills(plain_text(scenarios), plain_text(quizzes), plain_text(scorecards), problems)


def training_parts(files: Files, library: Library) -> dict[str, Any]:
    """Return the compiled parts by name.

    They are `index`, `problems`, `scenarios.LANGUAGE`, `quizzes.LANGUAGE` and
    `scorecard.LANGUAGE`.
    """
    training = read_drills(files, library)
    parts: dict[str, Any] = {
        "index": {
            "scenarios": {
                language: {name: structure_digest(plain) for name, plain in plains.items()}
                for language, plains in training.scenarios.items()
            },
            "quizzes": list(training.quizzes),
            "scorecards": {
                language: structure_digest(plain) for language, plain in training.scorecards.items()
            },
        },
        "problems": [list(problem) for problem in training.problems],
    }
    for language, scenarios in training.scenarios.items():
        parts[f"scenarios.{language}"] = scenarios
    for language, quizzes in training.quizzes.items():
        parts[f"quizzes.{language}"] = quizzes
    for language, scorecard in training.scorecards.items():
        parts[f"scorecard.{language}"] = scorecard
    return parts


def _shape(source: Source) -> tuple[RecordOf, str]:
    if source.folder.endswith(CALLS):
        return SCENARIO, f"../../{FLOWS}/scenario.schema.json"
    if source.folder.endswith(QUIZZES):
        return QUIZ, f"../../{FLOWS}/quiz.schema.json"
    if source.folder == FLOWS:
        return CARD, "./scorecard.schema.json"
    return SCORECARD_SCRIPT, f"../{FLOWS}/scorecard.schema.json"


def _order(sheet: ParsedFile) -> tuple[int, str]:
    return int(sheet.plain.get("order", "100")), sheet.source.name


def _scorecards(sheets: Iterable[ParsedFile], library: Library) -> dict[str, Plain]:
    """Return the scorecard by language; the shipped one replaces one with errors."""
    parsed = {sheet.source.folder: sheet for sheet in sheets if sheet.source.name == SCORECARD}
    own = check_scorecard(parsed, library)
    if own is None and parsed.get(FLOWS):
        spare = [
            (source, load(source)) for source in drills([shipped()]) if source.name == SCORECARD
        ]
        parsed = {source.folder: read_by(source, data, *_shape(source)) for source, data in spare}
        own = check_scorecard(parsed, library)
    own = own or EMPTY
    spoken: Mapping[str, Plain] = {
        sheet.source.language: sheet.plain for sheet in parsed.values() if sheet.source.language
    }
    return {
        language: worded_scorecard(own, spoken.get(language, {}), language)
        for language in (_ENGLISH, *library.languages())
    }
