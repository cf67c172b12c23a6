"""Turn the file of a flow into its plain structure and its English words."""

from typing import Any

from lenovo_desk.content.yaml.problems import Placed, Report, nearest
from lenovo_desk.core.model.derivations import DERIVATIONS
from lenovo_desk.core.model.flow import VALUE_RULES, Plain
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
    "cues",
)


def structure_of(plain: Plain, shared: Plain | None, report: Report) -> Plain:
    """Return the structure of a flow, as `core.model.structure.flow_from_plain` reads it.

    Names keep their places. A broken part is reported and left out. `shared` are the facts of
    `facts.yaml`, None when that file cannot be read.
    """
    structure = {
        "flow": plain.get("flow", ""),
        "rules": VALUE_RULES,
        "source": plain.get("source", ""),
        "roles": plain.get("roles", []),
        "start": plain.get("start", True),
        "stages": plain.get("stages", []),
        "facts": {
            name: _fact(name, entry, shared, report)
            for name, entry in plain.get("facts", {}).items()
        },
        "deadlines": {
            name: deadline
            for name, entry in plain.get("deadlines", {}).items()
            if (deadline := _deadline(name, entry, report))
        },
        "steps": {name: _step(entry, report) for name, entry in plain.get("steps", {}).items()},
    }
    _ask_references_anew(structure)
    if "order" in plain:
        structure["order"] = plain["order"]
    forms = {name: form for name, form in plain.get("forms", {}).items() if "fields" in form}
    if forms:
        structure["forms"] = forms
    priority = {
        rank: gate["when"]
        for rank, when in plain.get("priority", {}).items()
        if (gate := gate_of({"when": when}, report))
    }
    if priority:
        structure["priority"] = priority
    embargo = plain.get("embargo", {})
    if {"via", "until"} <= embargo.keys():
        structure["embargo"] = embargo
    return structure


def _key(plain: Plain, key: str) -> Placed:
    """Return a key of a record with its place in the file."""
    return next(name for name in plain if name == key and isinstance(name, Placed))


def gate_of(plain: Plain, report: Report) -> Plain:
    """Return the `when` and `needs` of a line, each unless it is empty."""
    gate: Plain = {}
    when = {}
    for fact, condition in plain.get("when", {}).items():
        values = [condition] if isinstance(condition, str) else condition
        if not values:
            report.add("when-empty", fact)
        else:
            when[fact] = values
    if when:
        gate["when"] = when
    if plain.get("needs"):
        gate["needs"] = plain["needs"]
    return gate


def _fact(name: Placed, plain: Plain, shared: Plain | None, report: Report) -> Plain:
    gate = gate_of(plain, report)
    if not {"type", "rows", "derive"} & plain.keys():
        for key in plain:
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
    spec = {key: value for key, value in plain.items() if key not in _NARROWING}
    return {**_spec(name, spec, report), **gate}


def _spec(name: Placed, plain: Plain, report: Report) -> Plain:
    spec = {str(key): value for key, value in plain.items()}
    if "rows" in spec:
        spec["rows"] = {
            column: {"type": kind} if isinstance(kind, str) else kind
            for column, kind in spec["rows"].items()
        }
    _seal_texts(name, spec, report)
    if "derive" in spec:
        derivation = DERIVATIONS[spec["derive"]]
        if spec.get("type", derivation.kind) != derivation.kind:
            report.add(
                "derive-and-type",
                plain[_key(plain, "type")],
                name=spec["derive"],
                wanted=derivation.kind,
                kind=spec["type"],
            )
        spec["type"] = derivation.kind
        if derivation.options:
            spec["options"] = list(derivation.options)
    return spec


def _seal_texts(name: Placed, spec: Plain, report: Report) -> None:
    """Mark a fact with a text as personal, unless the flow says that it is plain."""
    cells = spec.get("rows", {}).values() if "rows" in spec else (spec,)
    texts = "derive" not in spec and any(cell.get("type", "text") == "text" for cell in cells)
    if "plain" in spec and not texts:
        report.add("odd-key", name, key="plain", kind=spec.get("type", "rows"))
    elif spec.get("plain") and spec.get("personal"):
        report.add("plain-and-personal", name, name=name)
    if not spec.pop("plain", False) and texts:
        spec["personal"] = True


def shared_facts(plain: Plain, report: Report) -> Plain:
    """Return the shared facts of `facts.yaml` in the form of a structure."""
    return {name: _spec(name, entry, report) for name, entry in plain.get("facts", {}).items()}


def _deadline(name: Placed, plain: Plain, report: Report) -> Plain | None:
    if ("within" in plain) == ("every" in plain):
        report.add("deadline-form", name)
        return None
    if "from" not in plain or "until" not in plain:
        return None
    every = "every" in plain
    term = parse_term(plain["every" if every else "within"])
    assert term is not None, "the format of the file has checked the term"
    work = plain.get("clock", "work") == "work"
    deadline = {
        "seconds": 0 if work and term.days else term.seconds,
        **({"days": term.days} if work and term.days else {}),
        **({"work": True} if work else {}),
        "from": plain["from"],
        "until": plain["until"],
        **gate_of(plain, report),
    }
    if plain.get("pause"):
        deadline["pause"] = plain["pause"]
    return deadline | ({"every": True} if every else {})


def _step(plain: Plain, report: Report) -> Plain:
    step: Plain = {}
    for key in ("stage", "run", "then", "end"):
        if key in plain:
            step[key] = plain[key]
    say = [
        {"phrase": line["phrase"], "via": line["via"], **gate_of(line, report)}
        for line in plain.get("say", ())
        if "phrase" in line and "via" in line
    ]
    if say:
        step["say"] = say
    for key in ("items", "facts", "dial"):
        uses = _uses(plain.get(key, []), report)
        if uses:
            step[key] = uses
    wait = plain.get("wait", {})
    if "id" in wait and "for" in wait:
        step["wait"] = wait
    if "due" in plain:
        due = _due(_key(plain, "due"), plain["due"], report)
        if due:
            step["due"] = due
    if "choices" in plain:
        step["choices"] = {
            name: _choice(choice, report) for name, choice in plain["choices"].items()
        }
    return step


def _ask_references_anew(structure: Plain) -> None:
    """Let every choice that leads to a step ask anew for the references which that step needs.

    A reference belongs to the mail, the hand-over or the entry of its own step: an earlier one
    does not meet the need of a later one.
    """
    references = {name for name, spec in structure["facts"].items() if spec.get("none")}
    needed = {
        name: [
            fact
            for fact in step.get("facts", ())
            if fact in references
            and any(fact in choice.get("needs", ()) for choice in step.get("choices", {}).values())
        ]
        for name, step in structure["steps"].items()
    }
    for name, step in structure["steps"].items():
        for choice in step.get("choices", {}).values():
            own = needed.get(choice["goto"], []) if choice["goto"] != name else []
            if anew := [fact for fact in own if fact not in choice.get("again", ())]:
                choice["again"] = [*choice.get("again", ()), *anew]


def _uses(plain: Any, report: Report) -> Plain:
    if isinstance(plain, list):
        return {name: {} for name in plain}
    return {name: {**gate_of(use, report), **_covers(use)} for name, use in plain.items()}


def _covers(plain: Plain) -> Plain:
    """Return what an item or a choice covers, unless it is nothing."""
    return {"covers": plain["covers"]} if plain.get("covers") else {}


def _due(name: Placed, plain: Plain, report: Report) -> Plain | None:
    keys = frozenset(str(key) for key in plain)
    if keys == {"within"}:
        return {"seconds": plain["within"]}
    if keys == {"before", "by"}:
        return {"seconds": -plain["by"], "anchor": plain["before"]}
    if keys == {"after", "by"}:
        return {"seconds": plain["by"], "anchor": plain["after"]}
    report.add("due-form", name)
    return None


def _choice(plain: Plain, report: Report) -> Plain:
    choice = {"goto": plain.get("goto", ""), **gate_of(plain, report)}
    for key in ("set", "again", "park", "covers"):
        if plain.get(key):
            choice[key] = plain[key]
    return choice


def english_of(plain: Plain, structure: Plain, shared: Plain) -> Plain:
    """Return the English words of a flow; `shared` are the words of `facts.yaml`."""
    own_words = plain.get("words", {})
    words: Plain = {"title": plain["title"]} if "title" in plain else {}
    words["steps"] = {name: _step_words(step) for name, step in plain.get("steps", {}).items()}
    if retired := plain.get("retired"):
        words["retired"] = retired
    for kind in _KINDS_OF_WORDS:
        own = own_words.get(kind, {})
        if kind in ("facts", "options"):
            own = {**shared_words(shared.get(kind, {}), structure), **own}
        elif kind == "cues":
            own = more_cues(shared_words(shared.get(kind, {}), structure), own)
        words[kind] = own
    return words


def shared_words(words: Plain, structure: Plain) -> Plain:
    """Return the words of `facts.yaml` that a flow's shared facts need."""
    facts = structure["facts"]
    return {
        name: word
        for name, word in words.items()
        if facts.get(name.partition(".")[0], {}).get("shared")
    }


def more_cues(first: Plain, second: Plain) -> Plain:
    """Return cues by fact, those of the second behind those of the first."""
    return {name: [*first.get(name, ()), *second.get(name, ())] for name in {**first, **second}}


def _step_words(step: Plain) -> Plain:
    words = {key: step[key] for key in ("title", "do", "caution") if key in step}
    labels = {
        name: choice["label"]
        for name, choice in step.get("choices", {}).items()
        if "label" in choice
    }
    return words | ({"choices": labels} if labels else {})
