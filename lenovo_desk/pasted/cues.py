"""The words that announce the facts of a flow or tell their values, found in a text."""

from collections.abc import Iterable, Iterator, Mapping

from lenovo_desk.core.model.flow import FactSpec, Flow
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.privacy.readings import read
from lenovo_desk.core.wording.books import Book

_NUMBER_OF = ("n° ", "n°", "no ", "no. ", "num ", "num. ", "numero ", "nr ", "nr. ")
"""How people write `number` before what it is of; a cue with one of them stands for all."""


class CuePlace(NamedTuple):
    """A cue in a text."""

    start: int
    end: int
    facts: tuple[str, ...]
    """The facts that it announces, in the order of the flow."""
    values: tuple[tuple[str, str], ...]
    """The facts whose value it tells, each with the value."""


class FlowCues:
    """The cues of a flow in all languages: its titles and those that its authors wrote."""

    def __init__(self, flow: Flow, books: Iterable[Book]) -> None:
        """Collect the cues of the facts that an agent can type."""
        self.specs: Mapping[str, FactSpec] = {
            name: spec
            for name, spec in flow.facts.items()
            if not (spec.derive or spec.chosen or spec.rows)
        }
        self.answers: dict[str, dict[str, str]] = {}
        """By closed fact: its values by the words for them."""
        self._facts: dict[str, dict[str, None]] = {}
        self._values: dict[str, dict[tuple[str, str], None]] = {}
        for book in books:
            self._take(book)
        self._by_first: dict[str, list[str]] = {}
        for words in {**self._facts, **self._values}:
            self._by_first.setdefault(words[0], []).append(words)
        for group in self._by_first.values():
            group.sort(key=len, reverse=True)

    def _take(self, book: Book) -> None:
        for name, spec in self.specs.items():
            for words in (book.facts[name], *book.cues.get(name, ())):
                for plain in _spellings(words):
                    self._facts.setdefault(plain, {})[name] = None
            own = self.answers.setdefault(name, {})
            for value, title in book.options.get(name, {}).items():
                own.setdefault(_plain(title), value)
                for words in book.cues.get(f"{name}.{value}", ()):
                    own.setdefault(_plain(words), value)
                    if not spec.personal:
                        self._values.setdefault(_plain(words), {})[name, value] = None

    def places(self, low: str) -> Iterator[CuePlace]:
        """Yield the cues in a text in lower case, the longest at each place, in order."""
        at, end = 0, len(low)
        while at < end:
            char = low[at]
            group = self._by_first.get(char)
            if group and not (_latin(char) and at and _latin(low[at - 1])):
                for words in group:
                    after = at + len(words)
                    if low.startswith(words, at) and not (
                        _latin(words[-1]) and after < end and _latin(low[after])
                    ):
                        facts = tuple(
                            name for name in self.specs if name in self._facts.get(words, ())
                        )
                        yield CuePlace(at, after, facts, tuple(self._values.get(words, ())))
                        at = after - 1
                        break
            at += 1


def _plain(words: str) -> str:
    return " ".join(read(words).low.split())


def _spellings(words: str) -> tuple[str, ...]:
    """Return a cue as it may be written: `numéro de série` is `n° de série` as well."""
    plain = _plain(words)
    for head in _NUMBER_OF:
        if plain.startswith(head) and len(plain) > len(head) + 1:
            rest = plain.removeprefix(head)
            return tuple(f"{other}{rest}" for other in _NUMBER_OF)
    return (plain,) if plain else ()


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
