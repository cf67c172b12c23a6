"""The words that announce the facts of a flow or tell their values, found in a text."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from lenovo_desk.core.model.flow import FactSpec, Flow
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.privacy.readings import read
from lenovo_desk.core.wording.books import Book

_NUMBER_OF = ("n° ", "n°", "no ", "no. ", "num ", "num. ", "numero ", "nr ", "nr. ")
"""How people write `number` before what it is of; a cue with one of them stands for all."""
_FORENAME = frozenset(
    ("prenom", "prenoms", "prenom du client", "first name", "given name", "forename", "firstname")
)
"""What announces the first name where the last one has a place of its own."""


_ALONE = "="
"""What begins a word that tells a value only as the answer behind a label."""


class CuePlace(NamedTuple):
    """A cue in a text."""

    start: int
    end: int
    facts: tuple[str, ...]
    """The facts that it announces, in the order of the flow."""
    values: tuple[tuple[str, str], ...]
    """The facts whose value it tells, each with the value."""
    forename: bool = False
    """Whether it announces the first name alone."""


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
        for words in {**self._facts, **self._values, **dict.fromkeys(_FORENAME)}:
            self._by_first.setdefault(words[:2], []).append(words)
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
                    own.setdefault(_plain(words.removeprefix(_ALONE)), value)
                    if not (spec.personal or words.startswith(_ALONE)):
                        self._values.setdefault(_plain(words), {})[name, value] = None

    def spelled(self, fact: str) -> list[str]:
        """Return the cues of a fact in lower case without accents."""
        return [words for words, facts in self._facts.items() if fact in facts]

    def places(self, low: str) -> Iterator[CuePlace]:
        """Yield the cues in a text in lower case, the longest at each place, in order.

        Words that only tell a value may hold what announces a fact: `shown the invoice no.`
        """
        at, end, valued = 0, len(low), 0
        while at < end:
            group = self._by_first.get(low[at : at + 2], ())
            single = self._by_first.get(low[at], ())
            if (group or single) and not (_latin(low[at]) and at and _latin(low[at - 1])):
                matches = [
                    words for each in (group, single) for words in each if stands_at(words, low, at)
                ]
                if at < valued:
                    matches = [words for words in matches if words in self._facts]
                if matches:
                    longest = matches[0]
                    facts = self._facts.get(longest, {})
                    values = [pair for words in matches for pair in self._values.get(words, ())]
                    values = [] if at < valued else values
                    yield CuePlace(
                        at,
                        at + len(longest),
                        tuple(name for name in self.specs if name in facts),
                        tuple(dict.fromkeys(values)) if len(values) < 2 else _first_of_each(values),
                        longest in _FORENAME,
                    )
                    if facts or longest in _FORENAME:
                        at += len(longest) - 1
                    else:
                        valued = max(valued, at + len(longest))
            at += 1


def _first_of_each(values: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the value of the longest cue for each fact: `hors garantie` is not `garantie`."""
    return tuple(dict(reversed(values)).items())


def stands_at(words: str, low: str, at: int) -> bool:
    """Return whether words stand at a place and are not the begin of a longer one."""
    after = at + len(words)
    return low.startswith(words, at) and not (
        _latin(words[-1]) and after < len(low) and _latin(low[after])
    )


@lru_cache(maxsize=32_768)
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
