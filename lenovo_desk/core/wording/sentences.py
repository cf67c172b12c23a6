"""Word reasons as sentences, with interface words and the names of a flow's book."""

import re
from collections.abc import Iterable, Mapping
from functools import reduce

from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.wording.books import Book, humanise
from lenovo_desk.core.wording.language_formats import (
    datetime_text,
    day_text,
    formats_of,
    moment_text,
    weekday_text,
)

_BLANK = re.compile(r"\{(\w+)\}")
_SYSTEM = ("disk_refused", "file_unreadable", "settings_refused")
"""Codes whose detail ends with the name of a system error, such as `EACCES`."""
_UNITS = (("days", 86400), ("hours", 3600), ("minutes", 60), ("seconds", 1))


def filled(template: str, values: Mapping[str, str]) -> str:
    """Return an interface text with its blanks filled; a blank without a value stays."""
    return _BLANK.sub(lambda blank: values.get(blank[1], blank[0]), template)


def pair(words: Mapping[str, str], name: str, value: str) -> str:
    """Return a name and its value joined as the language does."""
    return filled(words["value.pair"], {"name": name, "value": value}).rstrip()


def name_list(words: Mapping[str, str], names: Iterable[str]) -> str:
    """Return names as a list in words, separated as the language does."""
    template = words["value.list"]
    return reduce(lambda start, name: filled(template, {"told": start, "name": name}), names)


def sentence(words: Mapping[str, str], book: Book | None, reason: Reason, detail: str = "") -> str:
    """Return the sentence of a reason in the language of the words.

    Without a book, and for ids that the book lacks, the id itself is made readable. `detail` are
    words for the detail of the reason that need the case, as `CaseSentences` has them.
    """
    code = reason.code
    if code == "needs_wait" and not reason.seconds:
        code = "needs_wait_begun"
    if code == "hidden" and reason.detail:
        code = "hidden_by"
    template = words.get(f"reasons.{code}") or words.get("reasons.other", "{code}")
    values = {
        "name": _name(words, book, reason.id),
        "time": span(words, reason.seconds),
        "detail": detail or _detail(words, book, reason),
        "id": reason.id or reason.detail,
        "code": reason.code,
        **_moments(words, book, reason),
    }
    return filled(template, values)


def _moments(words: Mapping[str, str], book: Book | None, reason: Reason) -> dict[str, str]:
    """Return the words for a moment that is not possible: it, and what it was held against."""
    if reason.code in ("moment_ahead", "moment_behind"):
        moment, clock = reason.detail.split(" ")
        same_day = len(clock) > 10 and moment[:10] == clock[:10]
        text = _moment_text(words, clock, "time" if same_day else "")
        return {"moment": _moment_text(words, moment), "clock": text}
    if reason.code in ("before_other", "after_other"):
        moment, other, limit = reason.detail.split(" ")
        same_day = len(limit) > 10 and moment[:10] == limit[:10]
        return {
            "moment": _moment_text(words, moment),
            "other": _name(words, book, other),
            "clock": _moment_text(words, limit, "time" if same_day else ""),
        }
    return {}


def span(words: Mapping[str, str], seconds: float, days: bool = True) -> str:
    """Return a length of time in its two largest units, rounded up.

    Working time is written without `days`, since its days do not have 24 hours.
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
    fact, _, column = name.partition(".")
    if column and fact in book.facts:
        texts = {"name": book.facts[fact], "column": book.facts.get(name, humanise(column))}
        return filled(words["value.cell"], texts)
    for titles in (book.facts, book.items, book.waits):
        if name in titles:
            return titles[name]
    choices = {step.choices[name] for step in book.steps.values() if name in step.choices}
    return choices.pop() if len(choices) == 1 else humanise(name)


def _moment_text(words: Mapping[str, str], value: str, part: str = "") -> str:
    """Return a canonical date or datetime in full, or its time alone, at its own offset."""
    from datetime import datetime

    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    formats = formats_of(words)
    if part == "time":
        return moment_text(formats.time, moment)
    return day_text(formats, moment) if len(value) == 10 else datetime_text(formats, moment)


def dated_text(words: Mapping[str, str], value: str) -> str:
    """Return a canonical date or datetime in full, with its day of the week."""
    from datetime import datetime

    weekday = weekday_text(formats_of(words), datetime.fromisoformat(value))
    template = words.get("value.dated", "{weekday} {moment}")
    return filled(template, {"weekday": weekday, "moment": _moment_text(words, value)})


def _either(words: Mapping[str, str], texts: Iterable[str]) -> str:
    """Return the texts of which one is meant as a question."""
    template = words.get("value.either", "{told} / {name}")
    return reduce(lambda first, more: filled(template, {"told": first, "name": more}), texts)


def _detail(words: Mapping[str, str], book: Book | None, reason: Reason) -> str:
    """Return the detail of a reason, with words in place of ids."""
    if reason.code in ("not_date", "not_datetime"):
        lean, _, moment = reason.detail.partition(" ")
        examples = words.get(f"examples.{reason.code[4:]}_{lean}", "")
        return name_list(words, filter(None, (_moment_text(words, moment), examples)))
    if reason.code in _SYSTEM:
        where, _, error = reason.detail.rpartition(": ")
        return pair(words, where, words.get(f"system.{error}", error))
    mark = words.get("format.decimal", ".")
    if reason.code in ("not_number", "out_of_range"):
        return reason.detail.replace(".", mark)
    if reason.code == "other_currency":
        return words.get(f"currency.{reason.detail}", reason.detail).replace("{amount}", "").strip()
    if reason.code == "ambiguous_number":
        return _either(words, reason.detail.replace(".", mark).split(" | "))
    if reason.code == "hour_twice":
        return _either(words, reason.detail.split(" "))
    if reason.code == "moment_either":
        return _either(words, (dated_text(words, value) for value in reason.detail.split(" ")))
    if book and reason.code == "not_option":
        options = book.options.get(reason.id, {})
        return name_list(words, (options.get(name, name) for name in reason.detail.split(", ")))
    if book and reason.code == "needs_fact_when":
        fact, _, value = reason.detail.partition("=")
        return pair(words, book.facts[fact], book.options.get(fact, {}).get(value, value))
    if book and reason.code == "cells":
        cells = reason.detail.split(" | ")
        return " | ".join(book.facts.get(f"{reason.id}.{cell}", cell) for cell in cells)
    if reason.code == "signed_otherwise" and not reason.detail:
        return words["consent.confirmed"]
    if reason.code == "signed_otherwise":
        facts = (_name(words, book, key.rpartition(".")[2]) for key in reason.detail.split(", "))
        return filled(words["consent.differs"], {"names": name_list(words, facts)})
    if reason.code in ("hidden", "unfit"):
        return _name(words, book, reason.detail)
    return words["consent.fast"] if reason.code == "decided" else reason.detail
