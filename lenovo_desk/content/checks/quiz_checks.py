"""Check quizzes."""

import re

from lenovo_desk.content.formats.documents import ParsedFile
from lenovo_desk.content.yaml.problems import TOP, nearest
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.ports import Library
from lenovo_desk.core.text import folded

_OWN = re.compile(r"flows/([a-z0-9_]+)\.yaml")
_FILES = ("facts", "cards", "scorecard")
"""Files beside the flows that a question can have as its source."""


def check_quiz(sheet: ParsedFile, library: Library) -> Plain | None:
    """Report the problems of a quiz; return it, or None when it has errors."""
    plain, report, file = sheet.plain, sheet.report, sheet.source.name
    if plain.get("quiz", file) != file:
        report.add("file-name", plain["quiz"], file, name=plain["quiz"], file=file)
    questions = plain.get("questions", {})
    if "questions" in plain and not questions:
        report.add("no-questions", next(key for key in plain if key == "questions"))
    sources = [*(card.id for card in library.cards()), *_FILES]
    first_asked: dict[str, str] = {}
    for name, question in questions.items():
        if "ask" in question:
            first = first_asked.setdefault(_comparable(question["ask"]), name)
            if first != name:
                report.add("asked-twice", question["ask"], first=first)
        right = question.get("right")
        for wrong in question.get("wrong", ()):
            if right is not None and _comparable(wrong) == _comparable(right):
                report.add("right-among-wrong", wrong, text=wrong)
        own = _OWN.fullmatch(question.get("source", ""))
        if own and own[1] not in sources:
            report.add("unknown-flow", question["source"], nearest(own[1], sources), name=own[1])
    if not plain and not report.errors:
        report.add("empty-file", TOP)
    return None if report.errors else plain


def _comparable(text: str) -> str:
    """Return a text without differences of case, width and spacing."""
    return " ".join(folded(text).lower().split())
