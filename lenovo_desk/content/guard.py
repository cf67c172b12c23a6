"""Rules of wording, and what can be wrong with them."""

from collections.abc import Iterable

from lenovo_desk.content.problems import Report
from lenovo_desk.content.sheets import GUARD, Sheet
from lenovo_desk.core.flow import Plain
from lenovo_desk.core.text import bare

_ENGLISH = "en"


def read_rules(sheets: Iterable[Sheet]) -> list[Plain]:
    """Return the rules of all languages that can be used; every problem is noted."""
    found = []
    for sheet in sheets:
        if sheet.source.name != GUARD:
            continue
        language = sheet.source.language or _ENGLISH
        for name, rule in sheet.plain.get("rules", {}).items():
            _check(name, rule, sheet.report)
            near = [way for way in rule.get("near", ()) if way and all(map(bare, way))]
            if {"kind", "says", "instead"} <= rule.keys() and bare(rule["says"]):
                found.append(
                    {
                        "authority": "proposed",
                        **rule,
                        "id": name,
                        "near": near,
                        "language": language,
                    }
                )
    return found


def _check(name: str, rule: Plain, report: Report) -> None:
    if rule.get("authority") == "reference" and "source" not in rule:
        report.add("no-source", name, name=name)
    near = rule.get("near", ())
    if "near" in rule and not (near and all(near)):
        report.add("empty-near", name, name=name)
    for text in [rule.get("says", name), *(one for way in near for one in way)]:
        if not bare(text):
            report.add("nothing-to-compare", text, text=text)
