"""Read and check the rules of wording."""

import re
from collections.abc import Iterable, Sequence

from lenovo_desk.content.formats.documents import GUARD, ParsedFile
from lenovo_desk.content.yaml.problems import Report
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.model.wording_rules import FIRST, LAST
from lenovo_desk.core.text import bare

_ENGLISH = "en"
_MARK = re.compile("[$^＄＾]")
"""A mark of a fragment, or its full-width form from a Chinese keyboard."""


def read_rules(sheets: Iterable[ParsedFile]) -> list[Plain]:
    """Return the usable rules of all languages, and report every problem.

    A `near` with an unusable fragment is dropped; the rule works without it.
    """
    rules = []
    for sheet in sheets:
        if sheet.source.name != GUARD:
            continue
        language = sheet.source.language or _ENGLISH
        for name, rule in sheet.plain.get("rules", {}).items():
            check_wording(name, rule, sheet.report)
            if "kind" in rule and (wording := usable(rule, language)):
                rules.append({**wording, "id": name})
    return rules


def usable(rule: Plain, language: str) -> Plain | None:
    """Return the usable part of a rule; None when it lacks a required key."""
    if not ({"says", "instead"} <= rule.keys() and bare(rule["says"])):
        return None
    return {
        "authority": "proposed",
        **rule,
        "near": [fragments for fragments in rule.get("near", ()) if _usable(fragments)],
        "unless": [fragment for fragment in rule.get("unless", ()) if _usable([fragment])],
        "language": language,
    }


def check_wording(name: str, rule: Plain, report: Report) -> None:
    """Report the problems of a rule."""
    if rule.get("authority") == "reference" and "source" not in rule:
        report.add("no-source", name, name=name)
    near = rule.get("near", ())
    if "near" in rule and not (near and all(near)):
        report.add("empty-near", name, name=name)
    fragment_lists = [*near, *([fragment] for fragment in rule.get("unless", ()))]
    for text in [
        rule.get("says", name),
        *(fragment for fragments in fragment_lists for fragment in fragments),
    ]:
        if not bare(text):
            report.add("nothing-to-compare", text, text=text)
    for fragments in fragment_lists:
        for text in _misplaced(fragments):
            report.add("misplaced-mark", text, text=text)


def _usable(fragments: Sequence[str]) -> bool:
    return bool(fragments) and all(map(bare, fragments)) and not _misplaced(fragments)


def _misplaced(fragments: Sequence[str]) -> list[str]:
    """Return the fragments with a mark elsewhere than at their list's ends."""
    last = len(fragments) - 1
    return [
        fragment
        for n, fragment in enumerate(fragments)
        if _MARK.search(
            fragment.removeprefix("" if n else FIRST).removesuffix("" if n < last else LAST)
        )
    ]
