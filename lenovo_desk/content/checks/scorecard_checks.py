"""Check the scorecard, and lay the words of a language over its structure."""

from collections.abc import Mapping

from lenovo_desk.content.checks.guard_rules import check_wording, usable
from lenovo_desk.content.folders import FLOWS, SCORECARD, SCRIPTS
from lenovo_desk.content.formats.documents import ParsedFile
from lenovo_desk.content.yaml.problems import TOP, FilePlace, Placed, Report, nearest
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.ports import Library
from lenovo_desk.core.wording.books import humanise

EMPTY: Plain = {
    "pass": "85",
    "certification": {"passed": "4", "of": "5"},
    "sections": {},
    "failures": {},
}
"""The scorecard of content without a usable one; it judges nothing."""
_WHOLE = 100
"""The sum of all points, so that one point is one percent."""


def check_scorecard(sheets: Mapping[str, ParsedFile], library: Library) -> Plain | None:
    """Report the problems of the scorecard and of its words.

    `sheets` are its parsed files by folder. Return the plain structure without words, or None when
    it cannot be used.
    """
    main = sheets.get(FLOWS)
    own = main.plain if main else {}
    if main:
        _check(own, library, main.report)
    for language in library.languages():
        script = sheets.get(f"{SCRIPTS}{language}")
        file = f"{SCRIPTS}{language}/{SCORECARD}.yaml"
        if main and not script:
            main.report.add("no-script", TOP, file=file)
        elif script and not main:
            script.report.add("no-script", TOP, file=f"{FLOWS}/{SCORECARD}.yaml")
        elif script and "sections" in own:
            _check_words(script.plain, own, language, script.report)
    return None if main is None or main.report.errors else own


def worded_scorecard(own: Plain, words: Plain, language: str) -> Plain:
    """Return a scorecard with the words of a language; English fills gaps."""
    lines = words.get("lines", {})
    sections = {
        name: {
            "title": _title(name, words.get("sections", {}), section),
            "lines": {
                line: {**entry, "title": _title(line, lines, entry)}
                for line, entry in section.get("lines", {}).items()
            },
        }
        for name, section in own["sections"].items()
    }
    failures = {
        name: {**entry, "title": _title(name, words.get("failures", {}), entry)}
        for name, entry in own.get("failures", {}).items()
    }
    statements = {}
    for name, entry in words.get("statements", {}).items():
        wording = usable(entry, language)
        if wording and entry.get("failure") in failures:
            statements[name] = wording
    return {**own, "sections": sections, "failures": failures, "statements": statements}


def _title(name: str, words: Mapping[str, str], plain: Plain) -> str:
    return words.get(name) or str(plain.get("title") or humanise(name))


def _check(own: Plain, library: Library, report: Report) -> None:
    certification = own.get("certification", {})
    if {"passed", "of"} <= certification.keys():
        passed, of = certification["passed"], certification["of"]
        if int(passed) > int(of):
            report.add("odd-certification", passed, passed=passed, of=of)
    if "sections" in own:
        _lines(own, report)
    gates = _gates(library)
    for name, failure in own.get("failures", {}).items():
        for gate in failure.get("tried", ()):
            if gate not in gates:
                report.add("unknown-gate", gate, nearest(gate, gates), name=gate)
        if not (failure.get("tried") or failure.get("stated") or failure.get("posted")):
            report.add("idle-failure", name, name=name)


def _lines(own: Plain, report: Report) -> None:
    total, lines = 0.0, dict[str, int]()
    for section in own["sections"].values():
        for name, line in section.get("lines", {}).items():
            total += float(line.get("points", "0"))
            if name in lines:
                report.add("line-twice", name, name=name, first=lines[name])
            lines.setdefault(name, getattr(name, "line", 1))
    place = _place(own, "sections")
    if not lines:
        report.add("no-lines", place)
    elif total != _WHOLE and not report.errors:
        report.add("points-sum", place, sum=f"{total:g}", whole=_WHOLE)


def _gates(library: Library) -> dict[str, None]:
    """Return the facts, items and waits of all flows, as `id` and `flow.id`."""
    gates: dict[str, None] = {}
    for card in library.cards():
        if card.problems:
            continue
        flow = library.flow(card.id)
        for step in flow.steps.values():
            names = [*flow.facts, *(use.id for use in step.items)]
            names += [step.wait.id] if step.wait else []
            for name in names:
                gates[name] = gates[f"{flow.id}.{name}"] = None
    return gates


def _check_words(words: Plain, own: Plain, language: str, report: Report) -> None:
    sections, failures = own["sections"], own.get("failures", {})
    lines = [line for section in sections.values() for line in section.get("lines", ())]
    for kind, names in (("sections", sections), ("lines", lines), ("failures", failures)):
        titles = words.get(kind, {})
        for name in titles:
            if name not in names:
                what = kind[:-1]
                report.add("unknown-title", name, nearest(name, names), what=what, name=name)
        for name in names:
            if name not in titles:
                what = f'The {kind[:-1]} "{name}"'
                report.add("missing-words", _place(words, kind), what=what, language=language)
    stated = {name for name, failure in failures.items() if failure.get("stated")}
    for name, statement in words.get("statements", {}).items():
        check_wording(name, statement, report)
        failure = statement.get("failure")
        if failure is not None and failure not in stated:
            code = "not-stated" if failure in failures else "unknown-failure"
            report.add(code, failure, nearest(failure, stated), name=failure)
    worded = {statement.get("failure") for statement in words.get("statements", {}).values()}
    for name in sorted(stated - worded):
        what = f'A statement of "{name}"'
        report.add("missing-words", _place(words, "statements"), what=what, language=language)


def _place(plain: Plain, key: str) -> FilePlace:
    """Return the place of a section, or the top of the file without it."""
    return next((name for name in plain if name == key and isinstance(name, Placed)), TOP)
