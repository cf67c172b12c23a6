"""Problems of content files: what is wrong, where, and how to put it right."""

import json
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice
from typing import Any, Protocol

from lenovo_desk.content.yaml.problem_codes import RULES, WARNING
from lenovo_desk.core.named_tuple import NamedTuple

_COMPARED = 500
"""Names that a misspelt one is compared with at most: a huge file must not stall."""


class Problem(NamedTuple):
    """One thing that is wrong in a file."""

    code: str
    path: str
    line: int
    """1 for the first, like the column."""
    column: int
    text: str
    guess: str = ""
    """What was probably meant."""

    @property
    def warning(self) -> bool:
        """Whether the file works all the same."""
        return RULES[self.code].level == WARNING

    def __str__(self) -> str:
        """Return it as `file:line:col CODE message`."""
        hint = f' Did you mean "{self.guess}"?' if self.guess else ""
        return f"{self.path}:{self.line}:{self.column} {self.code} {self.text}{hint}"


class FilePlace(Protocol):
    """Where something stands in a file."""

    @property
    def line(self) -> int:
        """1 for the first."""
        ...

    @property
    def column(self) -> int:
        """1 for the first."""
        ...


class Spot(NamedTuple):
    """A place given by its numbers."""

    line: int = 1
    column: int = 1


class Placed(str):
    """A word of a file that knows where it stands."""

    __slots__ = ("column", "line")

    line: int
    column: int

    def __new__(cls, text: str, line: int = 1, column: int = 1) -> "Placed":
        """Return the word at its place."""
        word = super().__new__(cls, text)
        word.line, word.column = line, column
        return word


TOP = Spot()


def plain_text(plain: Any) -> Any:
    """Return a plain structure whose words no longer know their places."""
    return json.loads(json.dumps(plain, ensure_ascii=False))


class Report:
    """Collects the problems of one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def add(self, code: str, place: FilePlace | str, guess: str = "", **values: object) -> None:
        """Add a problem; an unknown place counts as the top of the file."""
        line, column = getattr(place, "line", 1), getattr(place, "column", 1)
        short = {key: _short(value) for key, value in values.items()}
        text = RULES[code].says.format(**short)
        self.problems.append(Problem(code, self.path, line, column, text, guess))

    @property
    def errors(self) -> int:
        """How many of the problems are not mere warnings."""
        return sum(not problem.warning for problem in self.problems)


def _short(value: object) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= 300 else text[:299] + "…"


def nearest(word: str, words: Iterable[str]) -> str:
    """Return the word that was probably meant, or an empty string."""
    some = [str(name) for name in islice(words, _COMPARED)]
    matches = get_close_matches(word[:80], some, 1, 0.6)
    return matches[0] if matches else ""
