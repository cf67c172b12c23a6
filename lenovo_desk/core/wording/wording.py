"""The words of reports on a case: those of the interface and of the flows."""

from collections.abc import Mapping
from typing import Protocol

from lenovo_desk.core.model.country import Place
from lenovo_desk.core.model.dispositions import LEFT
from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.time.moments import local, seconds_of
from lenovo_desk.core.wording.book_plain import book_from_plain
from lenovo_desk.core.wording.books import Book, value_text
from lenovo_desk.core.wording.language_formats import formats_of, moment_text
from lenovo_desk.core.wording.sentences import filled

_MINUTES, _SECONDS = " HH:mm", " HH:mm:ss"
"""The times of a record, in 24 hours in every language so that they compare with clocks."""


class Bookshelf(Protocol):
    """The part of a library that holds words."""

    def book(self, name: str, language: str) -> Book:
        """Return a flow's wording. Raises `KeyError` when the library has no such flow."""
        ...

    def words(self, language: str) -> Mapping[str, str]:
        """Return the interface words by dotted key."""
        ...


class Wording:
    """Words in one language and times in one zone; a key without words returns its last part."""

    def __init__(self, library: Bookshelf, language: str) -> None:
        self.language = language
        self.place = Place("UTC")
        """Where the case is; whoever makes its record sets it."""
        self.words: Mapping[str, str] = library.words(language)
        self.formats = formats_of(self.words)
        self._library = library
        self._tags: dict[str, str] = {}
        self._books: dict[str, Book] = {}

    def word(self, key: str) -> str:
        """Return a word of the interface."""
        return self.words.get(key) or key.rpartition(".")[2]

    def fill(self, key: str, **values: str) -> str:
        """Return a text of the interface with its blanks filled."""
        return filled(self.word(key), values)

    def book(self, flow: str) -> Book:
        """Return the wording of a flow; for a flow no longer in the content, its ids as words."""
        if flow not in self._books:
            try:
                self._books[flow] = self._library.book(flow, self.language)
            except KeyError:
                bare = {"flow": flow, "steps": {}}
                self._books[flow] = book_from_plain({}, self.language, bare, self.words)
        return self._books[flow]

    def end(self, flow: str, end: str) -> str:
        """Return the title of a flow's end, or of a disposition outside flows."""
        return self.word(f"ends.{end}") if end in LEFT else self.book(flow).ends[end]

    def value(self, book: Book, spec: FactSpec, value: Value | None) -> str:
        """Return a fact's value as people read it, dates always with their year."""
        if isinstance(value, str) and spec.kind in ("date", "datetime"):
            utc = seconds_of(value, self.place.zone)
            if utc is not None:
                return self._local(utc, _MINUTES if spec.kind == "datetime" else "")
        return value_text(book, spec, value, self.place)

    def moment(self, utc: float) -> str:
        """Return seconds since 1970 UTC as a local date and time, to the second."""
        return self._local(utc, _SECONDS)

    def date(self, utc: float, beside: float) -> str:
        """Return a local date, without its year where that of the moment `beside` is the same.

        Both are in seconds since 1970 UTC.
        """
        day = local(utc, self.place.zone)
        same = day.year == local(beside, self.place.zone).year
        return moment_text(self.formats.short_date if same else self.formats.record_date, day)

    def tag(self, language: str) -> str:
        """Return the BCP 47 tag of a language, for browsers."""
        if language not in self._tags:
            template = formats_of(self._library.words(language)).tag
            self._tags[language] = filled(template, {"language": language})
        return self._tags[language]

    def _local(self, utc: float, time: str) -> str:
        return moment_text(self.formats.record_date + time, local(utc, self.place.zone))
