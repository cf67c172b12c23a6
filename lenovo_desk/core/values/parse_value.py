"""Parse what the agent types for a fact into one canonical value."""

import re
from collections.abc import Callable

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.model.values import NONE, Value
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import (
    clean,
    clean_line,
    folded,
    has_content,
    is_blank,
    without_invisible,
)
from lenovo_desk.core.values.entry import Entry as Entry

MAX_TEXT = 500
"""The most characters of a value."""
MAX_PARTS = 50
"""The most values or rows of a fact."""


_NUMBER_SIGNS = {ord("№"): "N°", ord("º"): "°"}
"""Signs of a label that folding makes letters of: № would be `No`."""


def parse_value(spec: FactSpec, raw: str, entry: Entry) -> Value | Reason:
    """Return the canonical value of a typed text, or why it is invalid.

    Several values are separated by `;`, the cells of a row by `|`. Relative dates count from the
    moment and zone of `entry`. `2026-11-22`, `2026-11-22T14:00+01:00`,
    `+33612345678` and `198.5` are canonical forms.
    """
    if not (spec.many or spec.rows):
        return _parse_one(spec, raw, entry)
    parts = [part for part in re.split(r"[;；\n]", clean(raw)) if not _nothing(part, entry)]
    if not parts:
        return Reason("empty", spec.id)
    if len(parts) > MAX_PARTS:
        return Reason("too_many", spec.id, detail=str(MAX_PARTS))
    if spec.rows:
        return _parse_rows(spec, parts, entry)
    values = []
    for part in parts:
        value = _parse_one(spec, part, entry)
        if isinstance(value, Reason):
            return value
        values.append(value)
    return tuple(dict.fromkeys(values))


def _parse_rows(
    spec: FactSpec, parts: list[str], entry: Entry
) -> tuple[tuple[str, ...], ...] | Reason:
    rows = []
    for part in parts:
        cells = re.split(r"[|｜]", part)
        if len(cells) != len(spec.rows):
            return Reason("cells", spec.id, detail=" | ".join(col.id for col in spec.rows))
        row = []
        for column, cell in zip(spec.rows, cells, strict=True):
            value = _parse_one(column, cell, entry) if not _nothing(cell, entry) else ""
            if isinstance(value, Reason):
                return value._replace(id=f"{spec.id}.{column.id}")
            row.append(value)
        if not any(row):
            return Reason("empty", spec.id)
        rows.append(tuple(row))
    return tuple(rows)


def _nothing(text: str, entry: Entry) -> bool:
    return is_blank(text) if entry.rules > 1 else not text.strip()


def _parse_one(spec: FactSpec, raw: str, entry: Entry) -> str | Reason:
    text = clean_line(raw)
    if entry.rules > 1:
        text = clean_line(without_invisible(text))
    if not text or (entry.rules > 1 and not has_content(text)):
        return Reason("empty", spec.id)
    if len(text) > MAX_TEXT:
        return Reason("too_long", spec.id, detail=str(MAX_TEXT))
    # Full-width characters of a link are part of it: another path begins behind a plain `?`.
    plain = text if spec.kind == "url" else folded(text.translate(_NUMBER_SIGNS))
    if entry.rules > 1 and spec.kind not in ("text", "url") and _raised(text):
        plain = text  # 5² is not 52
    if spec.none:
        from lenovo_desk.core.values.closed_answers import is_none

        if is_none(plain):
            return NONE
    if spec.kind == "text":
        if entry.rules > 1 and spec.id.endswith("name"):
            from lenovo_desk.core.values.labels import bare_name

            return bare_name(text)
        return text
    if spec.kind in ("date", "datetime"):
        value = _moment(spec, plain, entry)
    else:
        from lenovo_desk.core.values.labels import without_label

        value = _reader(spec.kind)(spec, without_label(spec.kind, plain), entry)
    if isinstance(value, Reason):
        return value._replace(id=spec.id, detail=value.detail or text)
    return value


def _raised(text: str) -> bool:
    """Return whether a text has digits that folding would put in line: raised, lowered, circled."""
    return not text.isascii() and any(c.isdigit() and not c.isdecimal() for c in text)


def _moment(spec: FactSpec, text: str, entry: Entry) -> str | Reason:
    from lenovo_desk.core.time.typed_days import date_order
    from lenovo_desk.core.time.typed_moments import (
        Sense,
        example,
        typed_date,
        typed_datetime,
    )

    order = date_order(entry.language, entry.country)
    sense = Sense(entry.at, entry.zone, spec.future - spec.past, order)
    value = (typed_date if spec.kind == "date" else typed_datetime)(text, sense)
    if isinstance(value, Reason) and value.code.startswith("not_"):
        return value._replace(detail=example(sense, spec.kind))
    return value


def _reader(kind: str) -> Callable[[FactSpec, str, Entry], str | Reason]:
    """Return the function that reads a kind: a walk imports only those it needs."""
    if kind == "number":
        from lenovo_desk.core.values.numbers import parse_number

        return parse_number
    if kind == "phone":
        from lenovo_desk.core.values.phone_numbers import parse_phone

        return parse_phone
    if kind in ("choice", "yes_no"):
        from lenovo_desk.core.values.closed_answers import parse_option, parse_yes_no

        return parse_option if kind == "choice" else parse_yes_no
    from lenovo_desk.core.values.identifiers import parse_email, parse_serial, parse_url

    return {"email": parse_email, "serial": parse_serial, "url": parse_url}[kind]
