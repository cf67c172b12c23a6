"""Check phrases: their blanks, and what may be said in public."""

from collections.abc import Mapping

from lenovo_desk.content.checks.blanks import BLANKS, odd_blanks, usual
from lenovo_desk.content.checks.fact_checks import kind_of
from lenovo_desk.content.yaml.problems import FilePlace, Report, nearest
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.privacy.public_text import breaches
from lenovo_desk.core.wording.books import BLANK, PARTS
from lenovo_desk.core.wording.message_length import MAX_POST, post_weight

_BETWEEN = "…"
"""What stands for a blank where the fixed words of a phrase are judged."""
_MOMENTS = ("date", "datetime")


def media(structure: Plain) -> dict[str, set[str]]:
    """Return the media of each phrase that a flow uses."""
    media_of: dict[str, set[str]] = {}
    for step in structure["steps"].values():
        for line in step.get("say", ()):
            media_of.setdefault(line["phrase"], set()).add(str(line["via"]))
    return media_of


def check_phrases(
    phrases: Plain, structure: Plain, options: Mapping[str, Mapping[str, str]], report: Report
) -> set[str]:
    """Report the problems of phrases; return the ids of those that must not be shown.

    These are public phrases that name a personal fact, or somebody in their own words.
    """
    facts, used = structure["facts"], media(structure)
    barred = set()
    for name, phrase in phrases.items():
        text = phrase.get("text", "")
        if name not in used:
            report.add("unused-phrase", name, nearest(name, used), name=name)
        for odd in odd_blanks(text):
            report.add("bad-blank", text, blank=odd)
        for match in BLANK.finditer(text):
            _blank(match[1], match[2] or "", facts, text, report)
        if "public" not in used.get(name, ()):
            continue
        blanks = dict.fromkeys(match[1] for match in BLANK.finditer(text))
        for fact in blanks:
            spec = facts.get(fact, {})
            if spec.get("personal") and not spec.get("public"):
                report.add("personal-in-public", text, name=fact)
                barred.add(str(name))
        fixed = BLANK.sub(_BETWEEN, text)
        for place in breaches(fixed):
            report.add("named-in-public", text, words=fixed[place.start : place.end])
            barred.add(str(name))
        weight = post_weight(usual(text, facts, options))
        if weight > MAX_POST:
            report.add("post-too-long", text, weight=weight)
    return barred


def _blank(name: str, part: str, facts: Plain, place: FilePlace, report: Report) -> None:
    if name in facts:
        kind = kind_of(facts[name])
        if part and kind not in _MOMENTS:
            report.add("part-of-no-moment", place, name=name, kind=kind)
        elif part and part not in PARTS:
            parts = ", ".join(PARTS)
            report.add("bad-part", place, nearest(part, PARTS), name=name, part=part, known=parts)
    elif name not in BLANKS or part:
        report.add("unknown-blank", place, nearest(name, [*facts, *BLANKS]), name=name)
