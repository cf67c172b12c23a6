"""The library of content for screens and commands: compiled once, read at first use."""

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lenovo_desk.content.compiled_parts import CompiledParts, Files
from lenovo_desk.content.folders import Source, shipped, sources
from lenovo_desk.core.model.flow import Flow, Plain
from lenovo_desk.core.model.structure import flow_from_plain
from lenovo_desk.core.ports import FlowCard
from lenovo_desk.core.wording.book_plain import book_from_plain
from lenovo_desk.core.wording.books import Book

if TYPE_CHECKING:  # a start with a valid cache reads no YAML
    from lenovo_desk.content.yaml.problems import Problem
    from lenovo_desk.core.model.card import CustomerCard
    from lenovo_desk.core.model.wording_rules import Rule

_ENGLISH = "en"
Path = str | os.PathLike[str]


class ContentLibrary:
    """Implements `core.ports.Library` on content folders, each laid over those before it."""

    def __init__(
        self,
        roots: Sequence[Path] | None = None,
        cache: Path | None = None,
        files: Iterable[Source] | None = None,
    ) -> None:
        """Compile or load the index; `roots` are the content folders, by default the shipped one.

        `cache` is the folder of the compiled form, None for no cache. `files` replace those of the
        content folders.
        """
        if files is None:
            files = sources(roots if roots is not None else [shipped()])
        self._parts = CompiledParts(cache, files, ("content",), _compile)
        self.made_from = self._parts.made_from
        """Bytes that identify the files and the code behind the compiled form."""
        self._index = self._parts.index
        self._flows: dict[str, Flow] = {}
        self._books: dict[tuple[str, str], Book] = {}
        self._rules: tuple[Rule, ...] | None = None

    def cards(self) -> tuple[FlowCard, ...]:
        """Return every flow, including those with problems."""
        return tuple(
            FlowCard(
                name,
                card["titles"],
                tuple(card["roles"]),
                tuple(card["languages"]),
                card["steps"],
                card["phrases"],
                card["on_home"],
                card["problems"],
            )
            for name, card in self._index["cards"].items()
        )

    def languages(self) -> tuple[str, ...]:
        """Return the languages that have scripts."""
        return tuple(self._index["languages"])

    def interface_languages(self) -> tuple[str, ...]:
        """Return the languages of the interface, English last."""
        return (*reversed(self._index["interface_languages"]), _ENGLISH)

    def problems(self) -> "list[Problem]":
        """Return every problem of the content."""
        return self._parts.problems()

    def structure(self, name: str) -> Plain:
        """Return the plain structure of a flow.

        Raises `KeyError` when no flow of that name is free of problems.
        """
        if self._index["cards"][name]["problems"]:
            raise KeyError(name)
        structure: Plain = self._parts.part(f"flow.{name}")
        return structure

    def flow(self, name: str) -> Flow:
        """Return a flow. Raises `KeyError` as `structure` does."""
        if name not in self._flows:
            structure = self.structure(name)
            self._flows[name] = flow_from_plain(structure, self._index["cards"][name]["digest"])
        return self._flows[name]

    def closure(self, name: str) -> dict[str, Flow]:
        """Return a flow and all it can run, by id. Raises `KeyError` as `structure` does."""
        flows: dict[str, Flow] = {}
        todo = [name]
        while todo:
            current = todo.pop()
            if current not in flows:
                flows[current] = self.flow(current)
                todo += flows[current].runs()
        return flows

    def book(self, name: str, language: str) -> Book:
        """Return a flow's wording; English guidance fills the gaps of a language.

        Raises `KeyError` as `structure` does.
        """
        if (name, language) not in self._books:
            structure = self.structure(name)
            book_language = language if language in self.languages() else _ENGLISH
            words = self.words(language)
            plain = self._parts.part(f"book.{book_language}.{name}")
            self._books[name, language] = book_from_plain(plain, language, structure, words)
        return self._books[name, language]

    def words(self, language: str) -> Mapping[str, str]:
        """Return the interface words by dotted key; English fills gaps."""
        word_language = language if language in self.languages() else _ENGLISH
        words: Mapping[str, str] = self._parts.part(f"interface.{word_language}")
        return words

    def customer_cards(self, language: str) -> "tuple[CustomerCard, ...]":
        """Return the cards on customers; gaps of a language are filled in English, as proposed."""
        from lenovo_desk.core.model.card import CustomerCard

        card_language = language if language in self.languages() else _ENGLISH
        return tuple(CustomerCard(**card) for card in self._parts.part(f"cards.{card_language}"))

    def guard_rules(self) -> "tuple[Rule, ...]":
        """Return the rules of wording in every language."""
        if self._rules is None:
            from lenovo_desk.core.model.wording_rules import Rule

            self._rules = tuple(
                Rule(
                    **{
                        **rule,
                        "near": tuple(map(tuple, rule["near"])),
                        "unless": tuple(rule["unless"]),
                    }
                )
                for rule in self._parts.part("rules")
            )
        return self._rules


def _compile(files: Files) -> dict[str, Any]:
    from lenovo_desk.content.compile.compile_flows import flow_parts

    return flow_parts(files)
