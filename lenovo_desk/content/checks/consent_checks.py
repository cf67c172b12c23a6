"""Check what the items and choices of a flow cover: signatures, approvals, decisions."""

from collections.abc import Iterable, Iterator, Mapping

from lenovo_desk.content.yaml.problems import Report, nearest
from lenovo_desk.core.model.flow import BY_HAND, Plain
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.wording.books import BLANK


class Covering(NamedTuple):
    """An item or a choice that covers facts."""

    name: str
    covers: tuple[str, ...]
    line: Plain
    step: str


def check_consents(structure: Plain, report: Report) -> None:
    """Report consents that cover nothing or lock nothing, and facts that need one and have none."""
    facts, steps = structure["facts"], structure["steps"]
    items, choices = list(_covering(steps, "items")), list(_covering(steps, "choices"))
    for covering in (*items, *choices):
        for name in covering.covers:
            if name not in facts:
                report.add("unknown-fact", name, nearest(name, facts), name=name)
            elif facts[name].get("shared") and "matters" not in facts[name]:
                report.add("shared-covered", name, name=name)
        if covering.covers and not _assured(covering.line, facts) & _bases(covering.covers, facts):
            report.add(
                "covers-nothing-yet", covering.name, name=covering.name, fact=covering.covers[0]
            )
    _signatures(structure, items, report)
    _uncovered(facts, (*items, *choices), report)
    _locks(steps, facts, items, report)
    _held(steps, facts, choices, report)


def unconsented_blanks(structure: Plain) -> dict[str, dict[str, str]]:
    """Return the covered facts that phrases say after the consent without needing it.

    By phrase, then by fact, with the item that covers the fact.
    """
    facts, steps = structure["facts"], structure["steps"]
    lines: dict[str, dict[str, str]] = {}
    covers: dict[str, set[str]] = {}
    for covering in _covering(steps, "items"):
        covers.setdefault(covering.name, set()).update(_bases(covering.covers, facts))
    for item, covered in covers.items():
        for step in _after(item, covered, structure):
            for line in steps[step].get("say", ()):
                needed = [covers.get(need, set()) for need in line.get("needs", ())]
                for fact in covered.difference(*needed):
                    lines.setdefault(line["phrase"], {}).setdefault(fact, item)
    return lines


def check_consent_blanks(phrases: Plain, structure: Plain, report: Report) -> None:
    """Report phrases of a script that say a covered fact although the consent may have fallen."""
    facts, covered = structure["facts"], unconsented_blanks(structure)
    for name, phrase in phrases.items():
        text = phrase.get("text", "")
        for blank in dict.fromkeys(match[1] for match in BLANK.finditer(text)):
            for fact in sorted(_bases([blank], facts) & covered.get(name, {}).keys()):
                item = covered[name][fact]
                report.add("said-unconsented", text, name=name, fact=fact, item=item)


def _covering(steps: Plain, kind: str) -> Iterator[Covering]:
    for step, plain in steps.items():
        for name, line in plain.get(kind, {}).items():
            if line.get("covers"):
                yield Covering(name, tuple(line["covers"]), line, step)


def _bases(names: Iterable[str], facts: Plain) -> set[str]:
    """Return the recorded facts among `names`; a derived fact stands for those it reads."""
    bases, todo, visited = set(), list(names), set[str]()
    while todo:
        name = str(todo.pop())
        if name in facts and name not in visited:
            visited.add(name)
            if "derive" in facts[name]:
                todo += facts[name].get("of", ())
            else:
                bases.add(name)
    return bases


def _assured(line: Plain, facts: Plain) -> set[str]:
    """Return the facts that are recorded whenever a line is open, or that it records itself."""
    names = [*line.get("needs", ()), *line.get("set", ())]
    for name, condition in line.get("when", {}).items():
        if not isinstance(condition, Mapping) or condition.get("known"):
            names.append(name)
    return _bases(names, facts)


def _signatures(structure: Plain, items: list[Covering], report: Report) -> None:
    """Report signatures that are no item, and those that cover nothing."""
    named = {str(name) for step in structure["steps"].values() for name in step.get("items", ())}
    for form in structure.get("forms", {}).values():
        signers = form.get("sign", ())
        for entry in signers.values() if isinstance(signers, Mapping) else ():
            for item in [entry] if isinstance(entry, str) else entry:
                if item == BY_HAND:
                    continue
                if item not in named:
                    report.add("unknown-item", item, nearest(item, named), name=item)
                elif item not in [covering.name for covering in items]:
                    report.add("signs-nothing", item, name=item)


def _uncovered(facts: Plain, coverings: Iterable[Covering], report: Report) -> None:
    """Report facts that matter and that nothing covers."""
    covered = _bases((fact for covering in coverings for fact in covering.covers), facts)
    for name, spec in facts.items():
        if "matters" in spec and not _bases([name], facts) <= covered:
            report.add("not-covered", name, name=name, matters=spec["matters"])


def _locks(steps: Plain, facts: Plain, items: list[Covering], report: Report) -> None:
    """Report consents that no choice needs, and choices that undo the consent they need."""
    choices = [choice for step in steps.values() for choice in step.get("choices", {}).items()]
    for item in items:
        relying = [choice for choice in choices if item.name in choice[1].get("needs", ())]
        if not relying:
            report.add("consent-not-needed", item.name, name=item.name)
    undone = {}
    for name, choice in choices:
        for item in items:
            if item.name in choice.get("needs", ()):
                for fact in _bases(item.covers, facts) & set(choice.get("set", ())):
                    undone[name, fact] = item.name
    for (name, fact), consent in undone.items():
        report.add("consent-undone", name, name=consent, fact=fact)


def _held(steps: Plain, facts: Plain, choices: list[Covering], report: Report) -> None:
    """Report decided facts that nothing ahead asks anew and whose step nothing ahead leads to.

    A choice that asks a fact anew and is reached by stepping back only does not count: what was
    decided would be taken back first.
    """
    for choice in choices:
        ahead = _onwards(choice.line["goto"], steps)
        if choice.step in ahead:
            continue
        renewed = (
            fact
            for step in ahead
            for way in steps[step].get("choices", {}).values()
            for fact in way.get("again", ())
        )
        again = _bases(renewed, facts)
        for fact in choice.covers:
            if fact in facts and not _bases([fact], facts) <= again:
                report.add("never-asked-anew", fact, name=fact)


def _onwards(start: str, steps: Plain) -> set[str]:
    """Return the steps that can follow a step, itself included."""
    reached, todo = set[str](), [str(start)]
    while todo:
        step = todo.pop()
        if step in steps and step not in reached:
            reached.add(step)
            todo += [str(choice["goto"]) for choice in steps[step].get("choices", {}).values()]
    return reached


def _after(item: str, covered: set[str], structure: Plain) -> set[str]:
    """Return the steps that may follow a choice relying on an item, until it is asked anew.

    Steps that have the item themselves are left out.
    """
    facts, steps = structure["facts"], structure["steps"]
    reached = set[str]()
    todo = [
        str(choice["goto"])
        for step in steps.values()
        for choice in step.get("choices", {}).values()
        if item in choice.get("needs", ()) and not covered & _bases(choice.get("again", ()), facts)
    ]
    while todo:
        step = todo.pop()
        if step not in steps or step in reached or item in steps[step].get("items", ()):
            continue
        reached.add(step)
        todo += [
            str(choice["goto"])
            for choice in steps[step].get("choices", {}).values()
            if not covered & _bases(choice.get("again", ()), facts)
        ]
    return reached
