"""The content as screens and commands use it: compiled once, read when asked for."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from zlib import crc32

from lenovo_desk import __version__
from lenovo_desk.content.cache import Cache
from lenovo_desk.content.folders import Source, load, shipped, sources
from lenovo_desk.core.model.flow import Flow, Plain
from lenovo_desk.core.model.structure import flow_from_plain
from lenovo_desk.core.ports import FlowCard
from lenovo_desk.core.wording.books import Book, book_from_plain

if TYPE_CHECKING:  # reading YAML is for authors; a start that finds its cache does without
    from lenovo_desk.content.yaml.problems import Problem
    from lenovo_desk.core.model.card import CustomerCard
    from lenovo_desk.core.model.wording_rules import Rule

_INDEX = "index"
_ENGLISH = "en"
Path = str | os.PathLike[str]


class ContentLibrary:
    """Implements `core.ports.Library` over content folders, later ones laid over earlier."""

    def __init__(
        self,
        roots: Sequence[Path] | None = None,
        cache: Path | None = None,
        files: Iterable[Source] | None = None,
    ) -> None:
        """Take stock of the folders (the shipped one when none is named); `cache` may be none.

        `files` are read in place of those that the folders have.
        """
        if files is None:
            files = sources(roots if roots is not None else [shipped()])
        self._sources = tuple(files)
        self._read = [(source, load(source)) for source in self._sources]
        self.made_from = listed(self._read, "content")
        self._cache = Cache(os.fspath(cache), self.made_from) if cache is not None else None
        self._parts: dict[str, Any] | None = None
        self._index: Plain = self._part(_INDEX)
        self._read = []  # a megabyte that a start which finds its cache does not need again
        self._flows: dict[str, Flow] = {}
        self._books: dict[tuple[str, str], Book] = {}
        self._rules: tuple[Rule, ...] | None = None

    def _part(self, name: str) -> Any:
        """Return a compiled part; KeyError when there is none of that name."""
        if self._parts is None and self._cache is not None:
            part = self._cache.read(name)
            if part is not None:
                return part
        if self._parts is None:
            self._parts = self._compile()
        return self._parts[name]

    def _compile(self) -> dict[str, Any]:
        from lenovo_desk.content.compile.compile_flows import compiled

        read = self._read or [(source, load(source)) for source in self._sources]
        parts = compiled(read)
        if self._cache is not None and listed(read, "content") == self.made_from:
            self._cache.write(parts, _INDEX)
        return parts

    def cards(self) -> tuple[FlowCard, ...]:
        """Return every flow, also those with problems."""
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

    def problems(self) -> "list[Problem]":
        """Return everything that is wrong with the content."""
        from lenovo_desk.content.yaml.problems import Problem

        return [Problem(*problem) for problem in self._part("problems")]

    def structure(self, name: str) -> Plain:
        """Return the plain structure of a flow; KeyError when none is without problems."""
        if self._index["cards"][name]["problems"]:
            raise KeyError(name)
        structure: Plain = self._part(f"flow.{name}")
        return structure

    def flow(self, name: str) -> Flow:
        """Return a flow; KeyError when there is none of that name without problems."""
        if name not in self._flows:
            structure = self.structure(name)
            self._flows[name] = flow_from_plain(structure, self._index["cards"][name]["digest"])
        return self._flows[name]

    def closure(self, name: str) -> dict[str, Flow]:
        """Return a flow and all it can run, by id; KeyError."""
        found: dict[str, Flow] = {}
        todo = [name]
        while todo:
            current = todo.pop()
            if current not in found:
                found[current] = self.flow(current)
                todo += found[current].runs()
        return found

    def book(self, name: str, language: str) -> Book:
        """Return a flow's wording; what a language lacks is the English guidance. KeyError."""
        if (name, language) not in self._books:
            structure = self.structure(name)
            spoken = language if language in self.languages() else _ENGLISH
            words = self.words(language)
            known = (key for key in ("yes", "no") if f"value.{key}" in words)
            yes_no = {key: words[f"value.{key}"] for key in known}
            plain = self._part(f"book.{spoken}.{name}")
            self._books[name, language] = book_from_plain(plain, language, structure, yes_no)
        return self._books[name, language]

    def words(self, language: str) -> Mapping[str, str]:
        """Return the interface words by dotted key; English fills gaps."""
        spoken = language if language in self.languages() else _ENGLISH
        words: Mapping[str, str] = self._part(f"interface.{spoken}")
        return words

    def customer_cards(self, language: str) -> "tuple[CustomerCard, ...]":
        """Return the cards on customers in a language; what it lacks is English, and proposed."""
        from lenovo_desk.core.model.card import CustomerCard

        spoken = language if language in self.languages() else _ENGLISH
        return tuple(CustomerCard(**card) for card in self._part(f"cards.{spoken}"))

    def guard_rules(self) -> "tuple[Rule, ...]":
        """Return what customers should not hear, in every language."""
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
                for rule in self._part("rules")
            )
        return self._rules


def listed(files: Iterable[tuple[Source, bytes | OSError]], *rooms: str) -> bytes:
    """Return what the compiled form of files is made from: they and the code of some rooms."""
    made_from = [__version__, *map(_code, rooms)]
    for source, data in files:
        size = f"{len(data)} {crc32(data):08x}" if isinstance(data, bytes) else "unreadable"
        made_from += source.path, size
    return "\0".join(made_from).encode("utf-8", "surrogatepass")


def _code(room: str) -> str:
    """Return what changes when the code that compiles does: no version tells a checkout apart."""
    house = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    try:
        return repr(sorted(_modules(os.path.join(house, room), "")))
    except OSError:  # not installed as files
        return ""


def _modules(folder: str, prefix: str) -> Iterator[tuple[str, int, int]]:
    """Yield name, bytes and time of change of each module below a folder. Raises `OSError`."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = prefix + entry.name
            if entry.name.endswith(".py"):
                yield name, (stat := entry.stat()).st_size, stat.st_mtime_ns
            elif not entry.name.startswith("__") and entry.is_dir():
                yield from _modules(entry.path, f"{name}/")
