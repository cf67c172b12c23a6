"""Compile flows and scripts to the parts that the library reads."""

from collections.abc import Iterable
from typing import Any

from lenovo_desk.content.checks.phrase_checks import media
from lenovo_desk.content.compile.read_flows import Content, read_content
from lenovo_desk.content.compile.script_books import ENGLISH
from lenovo_desk.content.folders import Source
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.model.structure import structure_digest
from lenovo_desk.core.wording.books import humanise


def flow_parts(files: Iterable[tuple[Source, bytes | OSError]]) -> dict[str, Any]:
    """Return the compiled parts by name.

    They are `index`, `problems`, `rules`, `flow.NAME`, `book.LANGUAGE.NAME`, `cards.LANGUAGE` and
    `interface.LANGUAGE`. `files` are the sources, each with its bytes or its error.
    """
    content = read_content(files)

    def order(name: str) -> tuple[float, str]:
        return float(content.structures[name].get("order", "inf")), name

    parts: dict[str, Any] = {
        "index": {
            "languages": list(content.languages),
            "interface_languages": list(content.interface_languages),
            "cards": {name: _card(name, content) for name in sorted(content.structures, key=order)},
        },
        "problems": [list(problem) for problem in content.problems],
        "rules": content.rules,
    }
    for name, structure in content.structures.items():
        parts[f"flow.{name}"] = structure
    for (language, name), book in content.books.items():
        parts[f"book.{language}.{name}"] = book
    for language, cards in content.cards.items():
        parts[f"cards.{language}"] = cards
    for language, words in content.interface.items():
        parts[f"interface.{language}"] = words
    return parts


def _card(name: str, content: Content) -> Plain:
    structure = content.structures[name]
    titles = {
        language: content.books[language, name].get("title", humanise(name))
        for language in (ENGLISH, *content.languages)
    }
    return {
        "titles": titles,
        "roles": structure["roles"],
        "languages": list(content.scripts[name]),
        "steps": len(structure["steps"]),
        "phrases": len(media(structure)),
        "on_home": structure["start"],
        "problems": content.errors[name],
        "digest": structure_digest(structure),
    }
