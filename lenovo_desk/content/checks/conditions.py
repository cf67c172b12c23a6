"""Check the `when` and `needs` of a flow's lines."""

from collections.abc import Iterator, Mapping

from lenovo_desk.content.checks.fact_checks import kind_of, values_of
from lenovo_desk.content.yaml.problems import FilePlace, Report, nearest
from lenovo_desk.core.engine.gates import RESULT
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.named_tuple import NamedTuple


class Gated(NamedTuple):
    """A line of a flow that has a gate."""

    name: str
    gate: Plain
    step: Plain
    """The step that the line belongs to; empty for facts and deadlines."""
    own: str = ""
    """The fact that the gate belongs to; empty for other lines."""


def gated(structure: Plain) -> Iterator[Gated]:
    """Yield every line of a flow that has a gate."""
    for name, spec in structure["facts"].items():
        yield Gated(name, spec, {}, name)
    for name, deadline in structure["deadlines"].items():
        yield Gated(name, deadline, {})
    for rank, when in structure.get("priority", {}).items():
        yield Gated(rank, {"when": when}, {})
    for step in structure["steps"].values():
        for line in step.get("say", ()):
            yield Gated(line["phrase"], line, step)
        for name, gate in step.get("items", {}).items():
            yield Gated(name, gate, step)
        for name, gate in step.get("facts", {}).items():
            yield Gated(name, gate, step, name)
        for name, gate in step.get("dial", {}).items():
            yield Gated(name, gate, step, name)
        for name, choice in step.get("choices", {}).items():
            yield Gated(name, choice, step)


def check_conditions(
    structure: Plain, results: Mapping[str, tuple[str, ...]], report: Report
) -> None:
    """Report the problems of a flow's gates; `results` are the ends of each flow, by id."""
    facts, needed = structure["facts"], _needed(structure)
    for step in structure["steps"].values():
        for result in step.get("then", {}):
            _result(result, [result], Gated("then", {}, step), results, report)
    for line in gated(structure):
        for fact, condition in line.gate.get("when", {}).items():
            if fact == RESULT and RESULT not in facts:
                _result(fact, condition, line, results, report)
            elif fact == "known" and fact not in facts:
                report.add("known-misplaced", fact)
            elif fact not in facts:
                report.add("unknown-fact", fact, nearest(fact, facts), name=fact)
            elif fact == line.own:
                report.add("gate-on-itself", fact, name=fact)
            else:
                _values(fact, condition, facts[fact], report)
        for need in line.gate.get("needs", ()):
            if need not in needed:
                report.add("unknown-need", need, nearest(need, needed), name=need)
            elif need == line.own:
                report.add("gate-on-itself", need, name=need)


def _needed(structure: Plain) -> set[str]:
    names = set(structure["facts"])
    for step in structure["steps"].values():
        names |= set(step.get("items", ()))
        if "wait" in step:
            names.add(step["wait"]["id"])
    return names


def _result(
    fact: FilePlace,
    condition: Plain | list[str],
    line: Gated,
    results: Mapping[str, tuple[str, ...]],
    report: Report,
) -> None:
    run = line.step.get("run", "")
    if not run:
        report.add("result-without-run", fact)
    elif isinstance(condition, list) and run in results:
        _among("result", condition, results[run], report)


def _values(fact: str, condition: Plain | list[str], spec: Plain, report: Report) -> None:
    if not isinstance(condition, list):
        return
    options = values_of(spec)
    if spec.get("personal"):
        report.add("when-personal", fact, name=fact)
    elif not options:
        report.add("when-no-options", fact, name=fact, kind=kind_of(spec))
    else:
        _among(fact, condition, options, report)


def _among(name: str, values: list[str], options: tuple[str, ...], report: Report) -> None:
    for value in values:
        if value not in options:
            possible = ", ".join(options)
            guess = nearest(value, options)
            report.add("when-value", value, guess, value=value, name=name, known=possible)
