"""Find personal facts of a case in a text that others will read."""

import re
from collections.abc import Iterator
from itertools import accumulate

from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.flow import FactSpec, Flows
from lenovo_desk.core.model.values import NONE, Value
from lenovo_desk.core.text import bare, folded, plain_words

_SHORTEST, _SHORTEST_NAME = 4, 3
"""The fewest letters and digits that a value, and a name, must have to be searched for."""
_CHINESE, _CHINESE_NAME = 3, 2
"""The same for a value or a name in Chinese characters."""
_KINDS = ("text", "email", "serial", "url", "phone")
"""The kinds that are searched for: an option, a number or a date identifies nobody."""
_PHONE_DIGITS = 8
"""How many last digits of a phone number are compared; a country code does not change them."""
_NUMBER = re.compile(r"\d(?:[\s().+/·‐–-]*\d){7,}")


def personal_fact_in(flows: Flows, case: Case, text: str) -> str:
    """Return the id of the first personal fact in a text; empty without one.

    Every value ever recorded counts. Upper case, accents, character width and spacing are ignored.
    """
    words = plain_words(text)
    numbers = [re.sub(r"\D", "", number) for number in _NUMBER.findall(folded(text))]
    for spec, value in _personal(flows, case):
        if spec.kind == "phone":
            digits = re.sub(r"\D", "", value.partition("x")[0])[-_PHONE_DIGITS:]
            if len(digits) == _PHONE_DIGITS and any(digits in number for number in numbers):
                return spec.id
        else:
            needle = bare(value.partition("://")[2] if spec.kind == "url" else value)
            if _long_enough(spec.id, needle) and _occurs(needle, words):
                return spec.id
    return ""


def _personal(flows: Flows, case: Case) -> Iterator[tuple[FactSpec, str]]:
    """Yield the personal values of a case, each with its fact.

    The fact of a cell has the `kind` of its column.
    """
    for name in case.digests:
        flow = flows[name]
        for spec in flow.facts.values():
            if spec.personal:
                for entry in case.ledger.get(flow.key(spec.id), ()):
                    if not (spec.none and entry.value == NONE):
                        yield from _single(spec, entry.value)


def _single(spec: FactSpec, value: Value | None) -> Iterator[tuple[FactSpec, str]]:
    for part in (value,) if isinstance(value, str) else value or ():
        if isinstance(part, str):
            cells = [(spec.kind, part)]
        else:
            cells = [(column.kind, cell) for column, cell in zip(spec.rows, part, strict=False)]
        for kind, cell in cells:
            if kind in _KINDS:
                yield spec._replace(kind=kind), cell


def _long_enough(fact: str, needle: str) -> bool:
    name = fact.endswith("name")
    if any(map(_is_chinese, needle)):
        return len(needle) >= (_CHINESE_NAME if name else _CHINESE)
    return len(needle) >= (_SHORTEST_NAME if name else _SHORTEST)


def _occurs(needle: str, words: list[str]) -> bool:
    """Return whether a text occurs in some words, from word start to word end.

    Chinese has no spaces, so a word may start or end next to any Chinese character.
    """
    text, edges = "".join(words), {0, *accumulate(map(len, words))}
    at = text.find(needle)
    while at >= 0:
        sides = (at, at + len(needle))
        if all(i in edges or _is_chinese(text[i - 1]) or _is_chinese(text[i]) for i in sides):
            return True
        at = text.find(needle, at + 1)
    return False


def _is_chinese(char: str) -> bool:
    return char >= "\u2e80"
