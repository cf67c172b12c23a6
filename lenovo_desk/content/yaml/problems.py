"""Problems of content files: what is wrong, where, and what was probably meant."""

import json
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice
from typing import Any, Protocol

from lenovo_desk.content.yaml.problem_codes import RULES, WARNING
from lenovo_desk.core.named_tuple import NamedTuple

_COMPARED = 500
"""The most names that a misspelt one is compared with, so that a huge file does not stall."""


class Problem(NamedTuple):
    """One problem of a file."""

    code: str
    path: str
    line: int
    """The line, from 1."""
    column: int
    """The column, from 1."""
    text: str
    guess: str = ""
    """The name that was probably meant; empty when there is no guess."""

    @property
    def warning(self) -> bool:
        """Whether the file works in spite of the problem."""
        return RULES[self.code].level == WARNING

    def __str__(self) -> str:
        """Return the problem as `file:line:col CODE message`."""
        hint = f' Did you mean "{self.guess}"?' if self.guess else ""
        return f"{self.path}:{self.line}:{self.column} {self.code} {self.text}{hint}"


class FilePlace(Protocol):
    """A place in a file."""

    @property
    def line(self) -> int:
        """The line, from 1."""
        ...

    @property
    def column(self) -> int:
        """The column, from 1."""
        ...


class Spot(NamedTuple):
    """A place without a word."""

    line: int = 1
    column: int = 1


class Placed(str):
    """A word of a file together with its place."""

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
    """Return a copy of a plain structure whose words have no places."""
    return json.loads(json.dumps(plain, ensure_ascii=False))


class Report:
    """Collects the problems of one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def add(self, code: str, place: FilePlace | str, guess: str = "", **values: object) -> None:
        """Add a problem; `values` fill the sentence of its code.

        A place without a line counts as the top of the file.
        """
        line, column = getattr(place, "line", 1), getattr(place, "column", 1)
        short = {key: _short(value) for key, value in values.items()}
        text = RULES[code].says.format(**short)
        self.problems.append(Problem(code, self.path, line, column, text, guess))

    @property
    def errors(self) -> int:
        """The number of problems that are not warnings."""
        return sum(not problem.warning for problem in self.problems)


def _short(value: object) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= 300 else text[:299] + "…"


def nearest(word: str, words: Iterable[str]) -> str:
    """Return the word most similar to `word`; empty when none is similar."""
    candidates = [str(name) for name in islice(words, _COMPARED)]
    matches = get_close_matches(word[:80], candidates, 1, 0.6)
    return matches[0] if matches else ""
