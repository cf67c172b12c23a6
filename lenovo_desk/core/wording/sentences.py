"""Reasons as sentences: the words are the interface's, the names those of the flow's book."""

import re
from collections.abc import Iterable, Mapping
from functools import reduce

from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.wording.books import Book, humanise

_BLANK = re.compile(r"\{(\w+)\}")
_SYSTEM = ("disk_refused", "file_unreadable", "settings_refused")
"""Codes whose detail ends with the name of an error of the system."""
_UNITS = (("days", 86400), ("hours", 3600), ("minutes", 60), ("seconds", 1))


def filled(template: str, values: Mapping[str, str]) -> str:
    """Return an interface text with its blanks filled; one that has no value stays as it is."""
    return _BLANK.sub(lambda blank: values.get(blank[1], blank[0]), template)


def pair(words: Mapping[str, str], name: str, value: str) -> str:
    """Return a name and its value, as the language writes them."""
    return filled(words["value.pair"], {"name": name, "value": value}).rstrip()


def name_list(words: Mapping[str, str], names: Iterable[str]) -> str:
    """Return names in a row, separated as the language does."""
    template = words["value.list"]
    return reduce(lambda start, name: filled(template, {"told": start, "name": name}), names)


def sentence(words: Mapping[str, str], book: Book | None, reason: Reason) -> str:
    """Return why something cannot be done now, in the language of the words.

    Without a book, and for ids that it lacks, an id stands for itself as words.
    """
    code = reason.code
    if code == "needs_wait" and not reason.seconds:
        code = "needs_wait_begun"
    template = words.get(f"reasons.{code}") or words.get("reasons.other", "{code}")
    values = {
        "name": _name(words, book, reason.id),
        "time": span(words, reason.seconds),
        "detail": _detail(words, book, reason),
        "id": reason.id or reason.detail,
        "code": reason.code,
    }
    return filled(template, values)


def span(words: Mapping[str, str], seconds: float, days: bool = True) -> str:
    """Return a length of time in its two largest units, never shorter than it is.

    Working time is written without `days`: none of its days has twenty-four hours.
    """
    from math import ceil

    left = ceil(seconds)
    parts: list[str] = []
    if left > 3600:
        left = ceil(left / 60) * 60
    for unit, size in _UNITS if days else _UNITS[1:]:
        count, left = divmod(left, size)
        if count or (unit == "seconds" and not parts):
            template = words.get(f"value.{unit}", "{n} " + unit[0])
            parts.append(filled(template, {"n": str(count)}))
    if len(parts) < 2:
        return parts[0]
    return filled(words.get("value.span", "{long} {short}"), {"long": parts[0], "short": parts[1]})


def _name(words: Mapping[str, str], book: Book | None, name: str) -> str:
    field = words.get(f"reasons.field.{name}") or words.get(f"blanks.{name}")
    if field or not book:
        return field or humanise(name)
    for titles in (book.facts, book.items, book.waits):
        if name in titles:
            return titles[name]
    columns = {title for key, title in book.facts.items() if key.endswith(f".{name}")}
    choices = {step.choices[name] for step in book.steps.values() if name in step.choices}
    for titles_found in (columns, choices):
        if len(titles_found) == 1:
            return titles_found.pop()
    return humanise(name)


def _detail(words: Mapping[str, str], book: Book | None, reason: Reason) -> str:
    """Return a reason's detail with the ids it is made of as words."""
    if reason.code in _SYSTEM:
        where, _, error = reason.detail.rpartition(": ")
        return pair(words, where, words.get(f"system.{error}", error))
    if book and reason.code == "not_option":
        options = book.options.get(reason.id, {})
        return name_list(words, (options.get(name, name) for name in reason.detail.split(", ")))
    if book and reason.code == "needs_fact_when":
        fact, _, value = reason.detail.partition("=")
        return pair(words, book.facts[fact], book.options.get(fact, {}).get(value, value))
    if book and reason.code == "cells":
        cells = reason.detail.split(" | ")
        return " | ".join(book.facts.get(f"{reason.id}.{cell}", cell) for cell in cells)
    return reason.detail
