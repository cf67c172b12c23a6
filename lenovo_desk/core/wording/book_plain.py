"""Make the book of a flow from its plain wording and structure."""

from collections.abc import Iterable, Mapping

from lenovo_desk.core.model.flow import CURRENCY, Plain
from lenovo_desk.core.model.values import NONE
from lenovo_desk.core.wording.books import Book, Phrase, StepWords, WordsById, humanise
from lenovo_desk.core.wording.language_formats import formats_of

_CURRENCY = "currency."
_YES_NO = ("yes", "no")
_ONLY_NONE = (NONE,)


class _Steps(dict[str, StepWords]):
    def __missing__(self, name: str) -> StepWords:
        return StepWords(humanise(name), choices=WordsById())


def book_from_plain(
    plain: Plain, language: str, structure: Plain, words: Mapping[str, str] | None = None
) -> Book:
    """Return the wording of a flow; an id of its structure without words gets its own name.

    `words` are those of the interface, which has the language's formats and its yes and no.
    """
    words = words or {}
    closed = {
        key: words[f"value.{key}"] for key in (*_YES_NO, *_ONLY_NONE) if f"value.{key}" in words
    }
    step_plains = plain.get("steps", {})
    steps = _Steps()
    for name, step in structure["steps"].items():
        step_words = step_plains.get(name, {})
        labels = step_words.get("choices", {})
        steps[name] = StepWords(
            step_words["title"] if "title" in step_words else humanise(name),
            step_words.get("do", ""),
            step_words.get("caution", ""),
            _named(step.get("choices", ()), labels),
        )
    for name, step_words in plain.get("retired", {}).items():
        labels = WordsById({**steps[name].choices, **step_words.get("choices", {})})
        if name in structure["steps"]:
            steps[name] = steps[name]._replace(choices=labels)
        else:
            title = step_words.get("title", humanise(name))
            do, caution = step_words.get("do", ""), step_words.get("caution", "")
            steps[name] = StepWords(title, do, caution, labels)
    specs = _fact_specs(structure.get("facts", {}))
    options = plain.get("options", {})
    return Book(
        language=language,
        title=plain.get("title", humanise(structure["flow"])),
        stages=_named(structure.get("stages", ()), plain.get("stages", {})),
        steps=steps,
        facts=_named(specs, plain.get("facts", {})),
        options={
            key: _named(_closed(spec), closed)
            if _closed(spec)
            else _named(spec.get("options", ()), options.get(key, {}))
            for key, spec in specs.items()
        },
        items=_named(
            (item for step in structure["steps"].values() for item in step.get("items", ())),
            plain.get("items", {}),
        ),
        waits=_named(
            (step["wait"]["id"] for step in structure["steps"].values() if "wait" in step),
            plain.get("waits", {}),
        ),
        phrases={
            key: Phrase(key, phrase["text"], phrase["authority"], phrase.get("source", ""))
            for key, phrase in plain.get("phrases", {}).items()
        },
        ends=_named(
            (step["end"] for step in structure["steps"].values() if "end" in step),
            plain.get("ends", {}),
        ),
        deadlines=_named(structure.get("deadlines", ()), plain.get("deadlines", {})),
        forms=_named(structure.get("forms", ()), plain.get("forms", {})),
        signers=_named(
            (name for form in structure.get("forms", {}).values() for name in form.get("sign", ())),
            plain.get("signers", {}),
        ),
        formats=formats_of(words),
        money=frozenset(key for key, spec in specs.items() if spec.get("unit") == CURRENCY),
        cues={name: tuple(cues) for name, cues in plain.get("cues", {}).items()},
        currencies={
            key.removeprefix(_CURRENCY): text
            for key, text in words.items()
            if key.startswith(_CURRENCY)
        },
    )


def _fact_specs(facts: Plain) -> Plain:
    """Return the facts by id, and the columns of their rows by `fact.column`."""
    specs = dict(facts)
    for key, spec in facts.items():
        for column, cell in spec.get("rows", {}).items():
            specs[f"{key}.{column}"] = cell
    return specs


def _closed(spec: Plain) -> tuple[str, ...]:
    """Return the values of a fact that are named alike in all flows."""
    if spec.get("type") == "yes_no":
        return _YES_NO
    return _ONLY_NONE if spec.get("none") else ()


def _named(ids: Iterable[str], words: Mapping[str, str]) -> WordsById:
    titles = WordsById()
    for name in ids:
        titles[name] = words[name] if name in words else titles.__missing__(name)
    return titles
