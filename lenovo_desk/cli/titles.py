"""Titles of flows, steps, facts and ends; the id of what the content no longer has."""

from collections.abc import Mapping
from typing import Any

from lenovo_desk.core.model.dispositions import LEFT
from lenovo_desk.core.ports import Library
from lenovo_desk.core.wording.books import Book, humanise


class CaseTitles:
    """Titles in one language."""

    def __init__(self, library: Library, language: str) -> None:
        self._library = library
        self.language = language
        self._books: dict[str, Book | None] = {}
        self.words: Mapping[str, str] = library.words(language)

    def _book(self, flow: str) -> Book | None:
        if flow not in self._books:
            try:
                self._books[flow] = self._library.book(flow, self.language)
            except KeyError:
                self._books[flow] = None
        return self._books[flow]

    def flow(self, flow: str) -> str:
        """Return the title of a flow."""
        book = self._book(flow)
        return book.title if book else flow

    def step(self, flow: str, step: str) -> str:
        """Return the title of a step."""
        book = self._book(flow)
        return book.steps[step].title if book and step in book.steps else step

    def choice(self, flow: str, step: str, choice: str) -> str:
        """Return the label of a choice, or words for the sign of another move."""
        moves = {"<": "cli.stepped_back", "(": "cli.flow_opened", ")": "cli.flow_left"}
        if choice in moves:
            return self.words[moves[choice]]
        book = self._book(flow)
        return book.steps[step].choices[choice] if book else choice

    def end(self, flow: str, end: str) -> str:
        """Return the title of a disposition."""
        if end in LEFT:
            return self.words[f"ends.{end}"]
        book = self._book(flow)
        return book.ends.get(end, humanise(end)) if book else humanise(end)

    def fact(self, flow: str, key: str) -> str:
        """Return the title of a fact by its key: `purchase_date`, `social_triage.problem`."""
        inner, dot, short = key.rpartition(".")
        book = self._book(inner if dot else flow)
        return book.facts[short] if book else humanise(short)

    def value(self, flow: str, key: str, value: Any) -> str:
        """Return the text of a fact's value."""
        if isinstance(value, list):
            return "; ".join(self.value(flow, key, each) for each in value)
        if isinstance(value, dict):
            return ", ".join(f"{name}: {each}" for name, each in value.items())
        inner, dot, short = key.rpartition(".")
        book = self._book(inner if dot else flow)
        options = book.options.get(short, {}) if book else {}
        return options.get(str(value), str(value))
