"""Rows of the tables of problems; `§` marks the place where the problem must be reported."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Row(NamedTuple):
    """One mistake."""

    code: str
    file: str
    text: str
    says: str
    others: Mapping[str, str | None] = MappingProxyType({})


def part(text: str, old: str, new: str) -> str:
    """Return a file with a part changed."""
    assert old in text
    return text.replace(old, new)


def place_of(text: str) -> tuple[str, int, int]:
    """Return the text without its mark, and the line and column of the mark."""
    before = text[: text.index("§")]
    line = before.count("\n") + 1
    return text.replace("§", "", 1), line, len(before) - before.rfind("\n")
