"""Read and check all files of flows and scripts together."""

import os
from collections.abc import Iterable, Mapping

from lenovo_desk.content.checks.card_checks import read_cards
from lenovo_desk.content.checks.conditions import check_conditions
from lenovo_desk.content.checks.consent_checks import check_consents
from lenovo_desk.content.checks.fact_checks import check_facts
from lenovo_desk.content.checks.guard_rules import read_rules
from lenovo_desk.content.checks.interface_words import check_interface, language_key
from lenovo_desk.content.checks.moment_checks import check_moments
from lenovo_desk.content.checks.reachability import check_paths, results
from lenovo_desk.content.checks.references import check_references
from lenovo_desk.content.checks.translations import check_cues, check_english, check_retired
from lenovo_desk.content.compile.flow_structure import english_of, shared_facts, structure_of
from lenovo_desk.content.compile.script_books import ENGLISH, ScriptBooks
from lenovo_desk.content.folders import FLOWS, Source
from lenovo_desk.content.formats.documents import (
    APART,
    INTERFACE,
    SHARED,
    ParsedFile,
    ParsedFlow,
    read_sheet,
)
from lenovo_desk.content.yaml.problems import TOP, Problem, plain_text
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.named_tuple import NamedTuple


class Content(NamedTuple):
    """The content of a set of files."""

    structures: dict[str, Plain]
    """The structures by flow, including those with errors."""
    errors: dict[str, int]
    """The number of errors by flow, including those of flows that it runs."""
    books: dict[tuple[str, str], Plain]
    """The words by language and flow; English fills gaps."""
    scripts: dict[str, tuple[str, ...]]
    """The languages that have phrases, by flow."""
    languages: tuple[str, ...]
    """The languages that have scripts."""
    interface: dict[str, dict[str, str]]
    """The interface words by language and dotted key; English fills gaps."""
    interface_languages: tuple[str, ...]
    """The languages that have interface words of their own."""
    cards: dict[str, list[Plain]]
    """The fields of each `CustomerCard`, by language."""
    rules: list[Plain]
    """The fields of each `Rule`, of all languages."""
    problems: list[Problem]


def read_content(files: Iterable[tuple[Source, bytes | OSError]]) -> Content:
    """Return the content of files with all their problems.

    `files` are the sources, each with its bytes or the error when it cannot be read.
    """
    sheets = {(source.folder, source.name): read_sheet(source, data) for source, data in files}
    shared_sheet = sheets.get((FLOWS, SHARED))
    facts: Plain | None = {}
    if shared_sheet and shared_sheet.report.errors and "facts" not in shared_sheet.plain:
        facts = None
    elif shared_sheet:
        facts = shared_facts(shared_sheet.plain, shared_sheet.report)
        check_facts(facts, shared_sheet.report)
        check_cues(shared_sheet.plain.get("words", {}), facts, shared_sheet.report)
    english = shared_sheet.plain.get("words", {}) if shared_sheet else {}
    flows = _flows(sheets, facts, english)
    errors = _errors(flows, shared_sheet.report.errors if shared_sheet else 0)
    languages = tuple(sorted({s.source.language for s in sheets.values()} - {""}))
    books, scripts = ScriptBooks(flows, sheets, facts).books(languages)
    interface = _interfaces(sheets, languages)
    own_words = tuple(name for name in languages if (f"scripts_{name}", INTERFACE) in sheets)
    cards, rules = read_cards(sheets, languages), read_rules(sheets.values())
    problems = [problem for sheet in sheets.values() for problem in sheet.report.problems]
    problems.sort(key=lambda problem: (problem.path, problem.line, problem.column))
    structures = {name: flow.structure for name, flow in flows.items()}
    return Content(
        plain_text(structures),
        errors,
        {key: plain_text(book) for key, book in books.items()},
        scripts,
        languages,
        plain_text(interface),
        own_words,
        plain_text(cards),
        plain_text(rules),
        problems,
    )


def _flows(
    sheets: Mapping[tuple[str, str], ParsedFile], facts: Plain | None, words: Plain
) -> dict[str, ParsedFlow]:
    flows: dict[str, ParsedFlow] = {}
    files = [
        (file, sheet)
        for (folder, file), sheet in sheets.items()
        if folder == FLOWS and file not in APART
    ]
    files.sort(key=lambda entry: entry[1].plain.get("flow", entry[0]) != entry[0])
    for file, sheet in files:
        name = sheet.plain.get("flow", file)
        if name in flows:
            first = os.path.basename(flows[name].sheet.source.path)
            sheet.report.add("flow-twice", name, name=name, file=first)
            continue
        if name != file:
            sheet.report.add("flow-name", name, name=name, file=file)
        structure = structure_of({**sheet.plain, "flow": name}, facts, sheet.report)
        shares = any(spec.get("shared") for spec in structure["facts"].values())
        checkable = "steps" in sheet.plain and not (shares and facts is None)
        flows[str(name)] = ParsedFlow(
            sheet, structure, english_of(sheet.plain, structure, words), checkable
        )
    structures = {name: flow.structure for name, flow in flows.items()}
    ends = {name: results(structure) for name, structure in structures.items()}
    for flow in flows.values():
        report = flow.sheet.report
        if "steps" in flow.sheet.plain:
            check_paths(flow.structure, structures, report)
        if not flow.checkable:
            continue
        check_facts(flow.structure["facts"], report)
        check_references(flow.structure, flows, report)
        check_conditions(flow.structure, ends, report)
        check_consents(flow.structure, report)
        check_moments(flow.structure, report)
        check_english(flow.sheet.plain.get("words", {}), flow.structure, report)
        check_retired(flow.sheet.plain.get("retired", {}), flow.structure, report)
    return flows


def _errors(flows: Mapping[str, ParsedFlow], common: int) -> dict[str, int]:
    """Return the number of errors by flow.

    Errors of flows that it runs and of facts that it shares count as well. `common` is the number
    of errors in the file of shared facts.
    """
    own = {}
    for name, flow in flows.items():
        shares = any(spec.get("shared") for spec in flow.structure["facts"].values())
        own[name] = flow.sheet.report.errors + (common if shares else 0)
    total = {}
    for name in flows:
        reached, todo = {name}, [name]
        while todo:
            steps = flows[todo.pop()].structure["steps"].values()
            inner = {str(step["run"]) for step in steps if "run" in step} & flows.keys() - reached
            reached |= inner
            todo += inner
        total[name] = sum(own[flow] for flow in reached)
    return total


def _interfaces(
    sheets: Mapping[tuple[str, str], ParsedFile], languages: Iterable[str]
) -> dict[str, dict[str, str]]:
    main = sheets.get((FLOWS, INTERFACE))
    english = main.plain if main else {}
    own_names = {}
    for language in languages:
        own, key = sheets.get((f"scripts_{language}", INTERFACE)), language_key(language)
        if own and key in own.plain and key not in english:
            own_names[key] = own.plain[key]
    interfaces = {ENGLISH: {**own_names, **english}}
    for language in languages:
        own = sheets.get((f"scripts_{language}", INTERFACE))
        if own and main:
            check_interface(own.plain, english, language, own.report)
        elif main:
            main.report.add("no-script", TOP, file=f"scripts_{language}/{INTERFACE}.yaml")
        interfaces[language] = {**own_names, **english, **(own.plain if own else {})}
    return interfaces
