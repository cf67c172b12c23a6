"""Checks of quizzes."""

import re

from lenovo_desk.content.formats.documents import ParsedFile
from lenovo_desk.content.yaml.problems import TOP, nearest
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.ports import Library
from lenovo_desk.core.text import folded

_OWN = re.compile(r"flows/([a-z0-9_]+)\.yaml")
_FILES = ("facts", "cards", "scorecard")
"""Files beside the flows that a question can be about."""


def check_quiz(sheet: ParsedFile, library: Library) -> Plain | None:
    """Note what is wrong with a quiz; return it when nothing keeps it from being asked."""
    plain, report, file = sheet.plain, sheet.report, sheet.source.name
    if plain.get("quiz", file) != file:
        report.add("file-name", plain["quiz"], file, name=plain["quiz"], file=file)
    questions = plain.get("questions", {})
    if "questions" in plain and not questions:
        report.add("no-questions", next(key for key in plain if key == "questions"))
    known = [*(card.id for card in library.cards()), *_FILES]
    asked: dict[str, str] = {}
    for name, one in questions.items():
        if "ask" in one:
            first = asked.setdefault(_said(one["ask"]), name)
            if first != name:
                report.add("asked-twice", one["ask"], first=first)
        right = one.get("right")
        for wrong in one.get("wrong", ()):
            if right is not None and _said(wrong) == _said(right):
                report.add("right-among-wrong", wrong, text=wrong)
        own = _OWN.fullmatch(one.get("source", ""))
        if own and own[1] not in known:
            report.add("unknown-flow", one["source"], nearest(own[1], known), name=own[1])
    if not plain and not report.errors:
        report.add("empty-file", TOP)
    return None if report.errors else plain


def _said(text: str) -> str:
    """Return a text by which those that read alike are equal."""
    return " ".join(folded(text).lower().split())
