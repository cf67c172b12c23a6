"""Check that a script has exactly the words that its flow needs."""

from collections.abc import Iterable

from lenovo_desk.content.checks.fact_checks import values_of
from lenovo_desk.content.checks.phrase_checks import media
from lenovo_desk.content.yaml.problems import TOP, FilePlace, Placed, Report, nearest
from lenovo_desk.core.model.flow import Plain

_GUIDANCE = ("title", "do", "caution")


def check_script(plain: Plain, structure: Plain, english: Plain,
                 language: str, report: Report) -> None:  # fmt: skip
    """Report words that a script lacks, and words that its flow lacks.

    `english` are the English words of the flow. Words of shared facts are in another file.
    """
    if plain.get("flow", structure["flow"]) != structure["flow"]:
        report.add("script-name", plain["flow"], name=plain["flow"], file=structure["flow"])
    if "title" not in plain:
        report.add("missing-words", TOP, what="The title of the flow", language=language)
    needed = needed_words(structure)
    for kind, names in needed.items():
        words = plain.get(kind, {})
        _unknown(words, names, kind[:-1], report)
        for name in names:
            elsewhere = kind == "facts" and _shared(name, structure["facts"])
            if name not in words and not elsewhere:
                place = _place(plain, kind)
                what = f'The {kind[:-1]} "{name}"'
                report.add("missing-words", place, what=what, language=language)
    _options(plain, structure["facts"], language, report)
    check_cues(plain, structure["facts"], report)
    _steps(plain, structure, english, language, report)
    _retired(plain, english, language, report)
    phrases = plain.get("phrases", {})
    used = media(structure)
    for name in used:
        if name not in phrases:
            guess = nearest(name, [other for other in phrases if other not in used])
            report.add(
                "unknown-phrase", _place(plain, "phrases"), guess, name=name, language=language
            )


def check_retired(retired: Plain, structure: Plain, report: Report) -> None:
    """Report steps and choices of a flow that it calls retired but still has."""
    for name, words in retired.items():
        if name not in structure["steps"]:
            continue
        if any(key in words for key in _GUIDANCE):
            report.add("not-retired", name, name=name)
        for choice in words.get("choices", ()):
            if choice in structure["steps"][name].get("choices", ()):
                report.add("not-retired", choice, name=choice)


def check_shared_script(plain: Plain, facts: Plain, language: str, report: Report) -> None:
    """Report words of shared facts that are missing, and words of unknown facts."""
    named = _fact_names(facts)
    _unknown(plain.get("facts", {}), named, "fact", report)
    for name in named:
        if name not in plain.get("facts", {}):
            what = f'The fact "{name}"'
            report.add("missing-words", _place(plain, "facts"), what=what, language=language)
    _options(plain, facts, language, report)
    check_cues(plain, facts, report)


def check_english(words: Plain, structure: Plain, report: Report) -> None:
    """Report English words in a flow's file for names it does not have."""
    for kind, names in needed_words(structure).items():
        _unknown(words.get(kind, {}), names, kind[:-1], report)
    check_cues(words, structure["facts"], report)
    sets = _option_sets(structure["facts"])
    _unknown(words.get("options", {}), sets, "choice", report)
    for fact, own in words.get("options", {}).items():
        if fact in sets:
            _unknown(own, sets[fact], f"{fact} value", report)


def needed_words(structure: Plain) -> dict[str, list[str]]:
    """Return the names of a flow that need words, by kind.

    Options, steps and phrases are not among them.
    """
    steps = structure["steps"].values()
    items = dict.fromkeys(name for step in steps for name in step.get("items", ()))
    waits = dict.fromkeys(step["wait"]["id"] for step in steps if "wait" in step)
    ends = dict.fromkeys(step["end"] for step in steps if "end" in step)
    return {
        "stages": list(structure["stages"]),
        "facts": _fact_names(structure["facts"]),
        "items": list(items),
        "waits": list(waits),
        "ends": list(ends),
        "deadlines": list(structure["deadlines"]),
        "forms": list(structure.get("forms", ())),
        "signers": signers(structure),
    }


def signers(structure: Plain) -> list[str]:
    """Return the signers of a flow's forms, each once."""
    forms = structure.get("forms", {}).values()
    return list(dict.fromkeys(name for form in forms for name in form.get("sign", ())))


def _fact_names(facts: Plain) -> list[str]:
    names = []
    for name, spec in facts.items():
        names.append(name)
        names += [f"{name}.{column}" for column in spec.get("rows", ())]
    return names


def _shared(name: str, facts: Plain) -> bool:
    """Return whether a fact, or the fact of a column, is shared."""
    return bool(facts.get(name.partition(".")[0], {}).get("shared"))


def _option_sets(facts: Plain) -> dict[str, tuple[str, ...]]:
    """Return the options that need words, by fact; `yes_no` has words of the interface."""
    sets = {}
    for name, spec in facts.items():
        cells = {f"{name}.{column}": cell for column, cell in spec.get("rows", {}).items()}
        for key, field in {name: spec, **cells}.items():
            if field.get("type") == "choice":
                sets[key] = values_of(field)
    return sets


def check_cues(plain: Plain, facts: Plain, report: Report) -> None:
    """Report cues of facts, or of values as `fact.value`, that there are not."""
    names = [*facts]
    for fact, values in _option_sets(facts).items():
        names += [f"{fact}.{value}" for value in values]
    for fact, spec in facts.items():
        if spec == "yes_no" or (isinstance(spec, dict) and spec.get("type") == "yes_no"):
            names += [f"{fact}.{value}" for value in ("yes", "no")]
    _unknown(plain.get("cues", {}), names, "fact or value", report)


def _place(plain: Plain, key: str) -> FilePlace:
    """Return the place of a section, or the top of the file without it."""
    return next((name for name in plain if name == key and isinstance(name, Placed)), TOP)


def _unknown(words: Iterable[str], names: Iterable[str], what: str, report: Report) -> None:
    names = dict.fromkeys(names)
    for name in words:
        if name not in names:
            report.add("unknown-words", name, nearest(name, names), what=what, name=name)


def _options(plain: Plain, facts: Plain, language: str, report: Report) -> None:
    sets = _option_sets(facts)
    words = plain.get("options", {})
    _unknown(words, sets, "choice", report)
    for fact, values in sets.items():
        own = words.get(fact, {})
        _unknown(own, values, f"{fact} value", report)
        place = next((name for name in words if name == fact), _place(plain, "options"))
        for value in () if _shared(fact, facts) else values:
            if value not in own:
                what = f'The value "{value}" of {fact}'
                report.add("missing-words", place, what=what, language=language)


def _steps(plain: Plain, structure: Plain, english: Plain, language: str, report: Report) -> None:
    all_words = plain.get("steps", {})
    _unknown(all_words, structure["steps"], "step", report)
    for name, step in structure["steps"].items():
        words, english_words = all_words.get(name, {}), english["steps"].get(name, {})
        place = next((key for key in all_words if key == name), _place(plain, "steps"))
        # A step that is only an end is passed without being shown, so it needs no title.
        titled = {"title"} if set(step) - {"stage", "end"} else set[str]()
        needed = [key for key in _GUIDANCE if key in {*english_words, *titled}]
        _step_words(name, words, needed, step.get("choices", ()), place, language, report)


def _retired(plain: Plain, english: Plain, language: str, report: Report) -> None:
    all_words, retired = plain.get("retired", {}), english.get("retired", {})
    _unknown(all_words, retired, "retired step", report)
    for name, english_words in retired.items():
        words = all_words.get(name, {})
        place = next((key for key in all_words if key == name), _place(plain, "retired"))
        needed = [key for key in _GUIDANCE if key in english_words]
        labels = english_words.get("choices", ())
        _step_words(name, words, needed, labels, place, language, report)


def _step_words(
    name: str,
    words: Plain,
    needed: Iterable[str],
    choices: Iterable[str],
    place: FilePlace,
    language: str,
    report: Report,
) -> None:
    """Report words of a step that a script lacks, and those of choices that it has not."""
    for key in needed:
        if key not in words:
            what = f'The {key} of step "{name}"'
            report.add("missing-words", place, what=what, language=language)
    labels = words.get("choices", {})
    _unknown(labels, choices, f"choice of {name}", report)
    for choice in choices:
        if choice not in labels:
            what = f'The choice "{choice}" of step "{name}"'
            report.add("missing-words", place, what=what, language=language)
