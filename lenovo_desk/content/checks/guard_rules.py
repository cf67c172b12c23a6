"""Rules of wording, and what can be wrong with them."""

import re
from collections.abc import Iterable, Sequence

from lenovo_desk.content.formats.documents import GUARD, ParsedFile
from lenovo_desk.content.yaml.problems import Report
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.model.wording_rules import FIRST, LAST
from lenovo_desk.core.text import bare

_ENGLISH = "en"
_MARK = re.compile("[$^＄＾]")
"""A mark, or what a Chinese keyboard writes in its place."""


def read_rules(sheets: Iterable[ParsedFile]) -> list[Plain]:
    """Return the rules of all languages that can be used; every problem is noted.

    A way to say it that has a fragment which cannot be used is left out; the rule works without.
    """
    found = []
    for sheet in sheets:
        if sheet.source.name != GUARD:
            continue
        language = sheet.source.language or _ENGLISH
        for name, rule in sheet.plain.get("rules", {}).items():
            check_wording(name, rule, sheet.report)
            if "kind" in rule and (wording := usable(rule, language)):
                found.append({**wording, "id": name})
    return found


def usable(rule: Plain, language: str) -> Plain | None:
    """Return what can be used of a wording to avoid; None when it has not all it needs."""
    if not ({"says", "instead"} <= rule.keys() and bare(rule["says"])):
        return None
    return {
        "authority": "proposed",
        **rule,
        "near": [way for way in rule.get("near", ()) if _usable(way)],
        "unless": [one for one in rule.get("unless", ()) if _usable([one])],
        "language": language,
    }


def check_wording(name: str, rule: Plain, report: Report) -> None:
    """Note what is wrong with a wording to avoid."""
    if rule.get("authority") == "reference" and "source" not in rule:
        report.add("no-source", name, name=name)
    near = rule.get("near", ())
    if "near" in rule and not (near and all(near)):
        report.add("empty-near", name, name=name)
    ways = [*near, *([one] for one in rule.get("unless", ()))]
    for text in [rule.get("says", name), *(one for way in ways for one in way)]:
        if not bare(text):
            report.add("nothing-to-compare", text, text=text)
    for way in ways:
        for text in _misplaced(way):
            report.add("misplaced-mark", text, text=text)


def _usable(way: Sequence[str]) -> bool:
    return bool(way) and all(map(bare, way)) and not _misplaced(way)


def _misplaced(way: Sequence[str]) -> list[str]:
    """Return the fragments of a way with a mark elsewhere than at its very beginning or end."""
    last = len(way) - 1
    return [
        one
        for n, one in enumerate(way)
        if _MARK.search(one.removeprefix("" if n else FIRST).removesuffix("" if n < last else LAST))
    ]
