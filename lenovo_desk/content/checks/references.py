"""Check that every name in a flow refers to something that exists."""

from collections.abc import Iterable

from lenovo_desk.content.checks.fact_checks import kind_of, values_of
from lenovo_desk.content.settings_fields import DIALLED
from lenovo_desk.content.yaml.problems import Placed, Report, nearest
from lenovo_desk.core.engine.gates import RESULT
from lenovo_desk.core.model.dispositions import LEFT
from lenovo_desk.core.model.flow import FactSpec, Plain
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.values.parse_value import Entry, parse_value

RESERVED = ("back", "leave", "resume", "hold")
"""Moves of a walk; a walk could not make a choice with one of these names."""
_MOMENTS = ("date", "datetime")
_SOME_DAY = Stamp(0.0, "", 0.0)


def check_references(structure: Plain, flows: Iterable[str], report: Report) -> None:
    """Report names that refer to nothing, and names that two things share."""
    known_flows = set(flows)
    _clashes(structure, report)
    for step in structure["steps"].values():
        _check_names("unknown-stage", _name_under(step, "stage"), structure["stages"], report)
        _check_names("unknown-fact", step.get("facts", ()), structure["facts"], report)
        for name in step.get("facts", ()):
            if structure["facts"].get(name, {}).get("chosen"):
                report.add("chosen-asked", name, name=name)
        _check_names("unknown-flow", _name_under(step, "run"), known_flows, report)
        _check_names("unknown-step", step.get("then", {}).values(), structure["steps"], report)
        for word in step.get("choices", ()):
            if word in RESERVED:
                report.add("reserved-choice", word, name=word)
        for choice in step.get("choices", {}).values():
            if choice["goto"]:
                _check_names("unknown-step", [choice["goto"]], structure["steps"], report)
            _sets(choice.get("set", {}), structure["facts"], report)
            _recorded(choice.get("again", ()), "asked for again", structure["facts"], report)
        if step.get("end") in LEFT:
            report.add(f"{step['end'].replace('_', '-')}-end", step["end"])
        _dialled(step, structure["facts"], report)
        anchor = step.get("due", {}).get("anchor", "")
        if anchor and _check_names("unknown-fact", [anchor], structure["facts"], report):
            kind = kind_of(structure["facts"][anchor])
            if kind not in _MOMENTS:
                report.add("not-a-moment", anchor, name=anchor, kind=kind)
    sets = {fact for s in structure["steps"].values() for c in s.get("choices", {}).values()
            for fact in c.get("set", ())}  # fmt: skip
    for name, spec in structure["facts"].items():
        if spec.get("chosen") and name not in sets:
            report.add("never-chosen", name, name=name)
    moments = _moments(structure)
    for deadline in structure["deadlines"].values():
        _check_names("unknown-moment", [deadline["from"], deadline["until"]], moments, report)
        _check_names("unknown-step", deadline.get("pause", ()), structure["steps"], report)
    _forms(structure, report)
    used = {step.get("stage") for step in structure["steps"].values()}
    for stage in structure["stages"]:
        if stage not in used:
            report.add("unused-stage", stage, name=stage)


def _dialled(step: Plain, facts: Plain, report: Report) -> None:
    """Report what cannot be dialled at a step, and a number beside a public phrase."""
    names = list(step.get("dial", ()))
    _check_names("unknown-number", names, [*facts, *DIALLED], report)
    for name in names:
        if name in facts and (kind := kind_of(facts[name])) != "phone":
            report.add("not-a-phone", name, name=name, kind=kind)
    if names and any(line["via"] == "public" for line in step.get("say", ())):
        report.add("dial-in-public", names[0])


def _forms(structure: Plain, report: Report) -> None:
    """Report unknown form fields, and unknown facts that lift a channel lock."""
    steps = structure["steps"].values()
    fields = [*structure["facts"], *(item for step in steps for item in step.get("items", ()))]
    for form in structure.get("forms", {}).values():
        _check_names("unknown-field", form["fields"], fields, report)
    embargo = structure.get("embargo")
    if embargo:
        _check_names("unknown-fact", embargo["until"], structure["facts"], report)


def _name_under(step: Plain, key: str) -> list[Placed]:
    return [step[key]] if key in step else []


def _check_names(code: str, names: Iterable[str], defined: Iterable[str], report: Report) -> bool:
    """Report names that are not defined; return whether all are."""
    all_defined, defined = True, dict.fromkeys(defined)
    for name in names:
        if name not in defined:
            report.add(code, name, nearest(name, defined), name=name)
            all_defined = False
    return all_defined


def _clashes(structure: Plain, report: Report) -> None:
    kinds: dict[str, str] = dict.fromkeys(structure["facts"], "fact")
    for name in structure["facts"]:
        if name == RESULT:
            report.add("reserved-fact", name, name=name)
    for step in structure["steps"].values():
        names = [("item", name) for name in step.get("items", ())]
        if "wait" in step:
            names.append(("wait", step["wait"]["id"]))
        for kind, name in names:
            other = kinds.setdefault(name, kind)
            if other != kind:
                report.add("id-clash", name, name=name, kind=kind, other=other)


def _recorded(names: Iterable[str], done: str, facts: Plain, report: Report) -> None:
    _check_names("unknown-fact", names, facts, report)
    for name in names:
        if "derive" in facts.get(name, {}):
            report.add("derived-fact", name, name=name, done=done)


def _sets(sets: Plain, facts: Plain, report: Report) -> None:
    _recorded(sets, "set", facts, report)
    for name, value in sets.items():
        spec = facts.get(name)
        if spec is None or "derive" in spec:
            continue
        if spec.get("many") or "rows" in spec:
            report.add("set-many", name, name=name)
            continue
        options = values_of(spec)
        if options:
            fits = value in options
        elif kind_of(spec) == "datetime":
            fits = value == "now" or _canonical(name, spec, value)
        else:
            fits = _canonical(name, spec, value)
        if not fits:
            possible = f"; possible are: {', '.join(options)}" if options else ""
            report.add(
                "bad-set", value, nearest(value, options), value=value, name=name, known=possible
            )


def _canonical(name: str, spec: Plain, value: str) -> bool:
    fact = FactSpec(
        str(name),
        kind=str(spec.get("type", "text")),
        unit=spec.get("unit", ""),
        min=spec.get("min", ""),
        max=spec.get("max", ""),
    )
    return parse_value(fact, str(value), Entry(_SOME_DAY, "UTC")) == str(value)


def _moments(structure: Plain) -> list[str]:
    names = [*structure["facts"], *structure["steps"]]
    for name, step in structure["steps"].items():
        names += step.get("items", ())
        for choice in step.get("choices", ()):
            names += [choice, f"{name}.{choice}"]
    return names
