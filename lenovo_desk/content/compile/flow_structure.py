"""From what a flow's file says to the plain structure that core reads, and its English words."""

from typing import Any

from lenovo_desk.content.yaml.problems import Placed, Report, nearest
from lenovo_desk.core.model.derivations import DERIVATIONS
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.time.calendar import parse_term

_NARROWING = ("when", "needs")
_KINDS_OF_WORDS = (
    "stages",
    "facts",
    "options",
    "items",
    "waits",
    "ends",
    "deadlines",
    "forms",
    "signers",
)


def structure_of(plain: Plain, shared: Plain | None, report: Report) -> Plain:
    """Return the structure of a flow, as `core.flow.flow_from_plain` takes it.

    Names keep their places. What is broken is noted and left out. `shared` are the facts of
    `facts.yaml`, None when that file cannot be read.
    """
    structure = {
        "flow": plain.get("flow", ""),
        "source": plain.get("source", ""),
        "roles": plain.get("roles", []),
        "start": plain.get("start", True),
        "stages": plain.get("stages", []),
        "facts": {
            name: _fact(name, given, shared, report)
            for name, given in plain.get("facts", {}).items()
        },
        "deadlines": {
            name: deadline
            for name, given in plain.get("deadlines", {}).items()
            if (deadline := _deadline(name, given, report))
        },
        "steps": {name: _step(given, report) for name, given in plain.get("steps", {}).items()},
    }
    if "order" in plain:
        structure["order"] = plain["order"]
    forms = {name: form for name, form in plain.get("forms", {}).items() if "fields" in form}
    if forms:
        structure["forms"] = forms
    embargo = plain.get("embargo", {})
    if {"via", "until"} <= embargo.keys():
        structure["embargo"] = embargo
    return structure


def _key(plain: Plain, key: str) -> Placed:
    """Return a key of a record as it stands in the file."""
    return next(name for name in plain if name == key and isinstance(name, Placed))


def gate_of(plain: Plain, report: Report) -> Plain:
    """Return `when` and `needs` of a line, those that say something."""
    gate: Plain = {}
    when = {}
    for fact, wanted in plain.get("when", {}).items():
        values = [wanted] if isinstance(wanted, str) else wanted
        if not values:
            report.add("when-empty", fact)
        else:
            when[fact] = values
    if when:
        gate["when"] = when
    if plain.get("needs"):
        gate["needs"] = plain["needs"]
    return gate


def _fact(name: Placed, given: Plain, shared: Plain | None, report: Report) -> Plain:
    gate = gate_of(given, report)
    if not {"type", "rows", "derive"} & given.keys():
        for key in given:
            if key not in _NARROWING:
                report.add("narrow-only", key, key=key, name=name)
        if shared is None:
            return {"type": "text", "shared": True, **gate}
        if name not in shared:
            report.add("unknown-shared", name, nearest(name, shared), name=name)
            return {"type": "text", **gate}
        return {**shared[name], "shared": True, **gate}
    if name in (shared or ()):
        report.add("fact-is-shared", name, name=name)
    spec = {key: value for key, value in given.items() if key not in _NARROWING}
    return {**_spec(name, spec, report), **gate}


def _spec(name: Placed, given: Plain, report: Report) -> Plain:
    spec = {str(key): value for key, value in given.items()}
    if "rows" in spec:
        spec["rows"] = {
            column: {"type": what} if isinstance(what, str) else what
            for column, what in spec["rows"].items()
        }
    if "derive" in spec:
        derivation = DERIVATIONS[spec["derive"]]
        if spec.get("type", derivation.kind) != derivation.kind:
            report.add(
                "derive-and-type",
                given[_key(given, "type")],
                name=spec["derive"],
                wanted=derivation.kind,
                kind=spec["type"],
            )
        spec["type"] = derivation.kind
        if derivation.options:
            spec["options"] = list(derivation.options)
    return spec


def shared_facts(plain: Plain, report: Report) -> Plain:
    """Return the shared facts of `facts.yaml` as structures keep them."""
    return {name: _spec(name, given, report) for name, given in plain.get("facts", {}).items()}


def _deadline(name: Placed, given: Plain, report: Report) -> Plain | None:
    if ("within" in given) == ("every" in given):
        report.add("deadline-form", name)
        return None
    if "from" not in given or "until" not in given:
        return None
    every = "every" in given
    term = parse_term(given["every" if every else "within"])
    assert term is not None, "its shape was checked"
    work = given.get("clock", "work") == "work"
    deadline = {
        "seconds": 0 if work and term.days else term.seconds,
        **({"days": term.days} if work and term.days else {}),
        **({"work": True} if work else {}),
        "from": given["from"],
        "until": given["until"],
        **gate_of(given, report),
    }
    if given.get("pause"):
        deadline["pause"] = given["pause"]
    return deadline | ({"every": True} if every else {})


def _step(given: Plain, report: Report) -> Plain:
    step: Plain = {}
    for key in ("stage", "run", "end"):
        if key in given:
            step[key] = given[key]
    say = [
        {"phrase": line["phrase"], "via": line["via"], **gate_of(line, report)}
        for line in given.get("say", ())
        if "phrase" in line and "via" in line
    ]
    if say:
        step["say"] = say
    for key in ("items", "facts"):
        uses = _uses(given.get(key, []), report)
        if uses:
            step[key] = uses
    wait = given.get("wait", {})
    if "id" in wait and "for" in wait:
        step["wait"] = wait
    if "due" in given:
        due = _due(_key(given, "due"), given["due"], report)
        if due:
            step["due"] = due
    if "choices" in given:
        step["choices"] = {
            name: _choice(choice, report) for name, choice in given["choices"].items()
        }
    return step


def _uses(given: Any, report: Report) -> Plain:
    if isinstance(given, list):
        return {name: {} for name in given}
    return {name: gate_of(gate, report) for name, gate in given.items()}


def _due(name: Placed, given: Plain, report: Report) -> Plain | None:
    keys = frozenset(str(key) for key in given)
    if keys == {"within"}:
        return {"seconds": given["within"]}
    if keys == {"before", "by"}:
        return {"seconds": -given["by"], "anchor": given["before"]}
    if keys == {"after", "by"}:
        return {"seconds": given["by"], "anchor": given["after"]}
    report.add("due-form", name)
    return None


def _choice(given: Plain, report: Report) -> Plain:
    choice = {"goto": given.get("goto", ""), **gate_of(given, report)}
    for key in ("set", "again", "park"):
        if given.get(key):
            choice[key] = given[key]
    return choice


def english_of(plain: Plain, structure: Plain, shared: Plain) -> Plain:
    """Return the English words of a flow; `shared` are the words of `facts.yaml`."""
    given = plain.get("words", {})
    words: Plain = {"title": plain["title"]} if "title" in plain else {}
    words["steps"] = {name: _step_words(step) for name, step in plain.get("steps", {}).items()}
    for kind in _KINDS_OF_WORDS:
        own = given.get(kind, {})
        if kind in ("facts", "options"):
            own = {**shared_words(shared.get(kind, {}), structure), **own}
        words[kind] = own
    return words


def shared_words(words: Plain, structure: Plain) -> Plain:
    """Return those words of `facts.yaml` that are of shared facts of a flow."""
    facts = structure["facts"]
    return {
        name: word
        for name, word in words.items()
        if facts.get(name.partition(".")[0], {}).get("shared")
    }


def _step_words(step: Plain) -> Plain:
    words = {key: step[key] for key in ("title", "do", "caution") if key in step}
    labels = {
        name: choice["label"]
        for name, choice in step.get("choices", {}).items()
        if "label" in choice
    }
    return words | ({"choices": labels} if labels else {})
