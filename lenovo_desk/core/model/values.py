"""Values of facts: parse what the agent types into one canonical text."""

import re
from collections.abc import Callable

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import clean, clean_line, folded
from lenovo_desk.core.time.clock import Stamp

Value = str | tuple[str, ...] | tuple[tuple[str, ...], ...]
"""A single value, the values of a `many` fact, or the rows of a `rows` fact.

The cells of a row are in column order.
"""

MAX_TEXT = 500
"""The most characters of a value."""
MAX_PARTS = 50
"""The most values or rows of a fact."""
_YES = {"yes", "y", "true", "1", "oui", "o", "vrai", "是", "有", "对", "是的"}
_NO = {"no", "n", "false", "0", "non", "faux", "否", "没有", "无", "不是", "不"}
# Kept as text: `re` compiles a pattern at its first use and caches it; few walks use them all.
_EMAIL = (
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([\w]([\w-]{0,61}[\w])?\.)+[^\W\d_][\w-]{0,61}[^\W_]"
)
_PHONE = r"(?a)\+[1-9]\d{7,14}|0\d{8,11}|1[3-9]\d{9}|[48]00\d{7}"
_TRUNK = r"(?a)^((?:\+|00)[\d\s.-]{1,5})\(0\)"
_EXTENSION = r"(?ai)(?:转|ext|poste|x)(\d{1,6})$"
_SERIAL = r"[A-Z0-9][A-Z0-9-]{3,29}"
_URL = r"(?i)https?://([\w]([\w-]*[\w])?\.)+[^\W\d_]{2,}(:\d{1,5})?([/?#]\S*)?"


def parse_value(spec: FactSpec, raw: str, at: Stamp, zone: str) -> Value | Reason:
    """Return the canonical value of a typed text, or why it is invalid.

    Several values are separated by `;`, the cells of a row by `|`. Relative dates count from the
    moment `at` in the time zone `zone` (an IANA name). `2026-11-22`, `2026-11-22T14:00+01:00`,
    `+33612345678` and `198.5` are canonical forms.
    """
    if not (spec.many or spec.rows):
        return _parse_one(spec, raw, at, zone)
    parts = [part for part in re.split(r"[;；\n]", clean(raw)) if part.strip()]
    if not parts:
        return Reason("empty", spec.id)
    if len(parts) > MAX_PARTS:
        return Reason("too_many", spec.id, detail=str(MAX_PARTS))
    if spec.rows:
        return _parse_rows(spec, parts, at, zone)
    values = []
    for part in parts:
        value = _parse_one(spec, part, at, zone)
        if isinstance(value, Reason):
            return value
        values.append(value)
    return tuple(dict.fromkeys(values))


def as_typed(value: Value) -> str:
    """Return a text from which `parse_value` reads the same value."""
    if isinstance(value, str):
        return value
    return "; ".join(part if isinstance(part, str) else " | ".join(part) for part in value)


def _parse_rows(
    spec: FactSpec, parts: list[str], at: Stamp, zone: str
) -> tuple[tuple[str, ...], ...] | Reason:
    rows = []
    for part in parts:
        cells = re.split(r"[|｜]", part)
        if len(cells) != len(spec.rows):
            return Reason("cells", spec.id, detail=" | ".join(col.id for col in spec.rows))
        row = []
        for column, cell in zip(spec.rows, cells, strict=True):
            value = _parse_one(column, cell, at, zone) if cell.strip() else ""
            if isinstance(value, Reason):
                return value
            row.append(value)
        if not any(row):
            return Reason("empty", spec.id)
        rows.append(tuple(row))
    return tuple(rows)


def _parse_one(spec: FactSpec, raw: str, at: Stamp, zone: str) -> str | Reason:
    text = clean_line(raw)
    if not text:
        return Reason("empty", spec.id)
    if len(text) > MAX_TEXT:
        return Reason("too_long", spec.id, detail=str(MAX_TEXT))
    if spec.kind == "text":
        return text
    plain = folded(text)
    if spec.kind in ("date", "datetime"):
        from lenovo_desk.core.time.moments import parse_date, parse_datetime

        parse = parse_date if spec.kind == "date" else parse_datetime
        return parse(plain, at, zone) or Reason(f"not_{spec.kind}", spec.id, detail=text)
    value = _PARSERS[spec.kind](spec, plain)
    if isinstance(value, Reason):
        return value._replace(id=spec.id, detail=value.detail or text)
    return value


def _number(spec: FactSpec, text: str) -> str | Reason:
    from decimal import Decimal

    unit = folded(spec.unit).lower()
    text = text.lower().removesuffix(unit).replace(" ", "").replace("−", "-")
    if not re.fullmatch(r"[+-]?[0-9]{1,15}([.,][0-9]{1,6})?", text):
        return Reason("not_number")
    number = Decimal(text.replace(",", "."))
    if (spec.min and number < Decimal(spec.min)) or (spec.max and number > Decimal(spec.max)):
        limits = f"{spec.min or '…'} – {spec.max or '…'} {spec.unit}".strip()
        return Reason("out_of_range", detail=limits)
    return format(number.normalize() + Decimal(0), "f")


def _choice(spec: FactSpec, text: str) -> str | Reason:
    name = text.lower().replace(" ", "_")
    for option in spec.options:
        if option.lower() == name:
            return option
    if text.isdecimal() and 1 <= int(text) <= len(spec.options):
        return spec.options[int(text) - 1]
    return Reason("not_option", detail=", ".join(spec.options))


def _yes_no(spec: FactSpec, text: str) -> str | Reason:
    answer = text.lower()
    if answer in _YES:
        return "yes"
    return "no" if answer in _NO else Reason("not_yes_no")


def _phone(spec: FactSpec, text: str) -> str | Reason:
    compact = re.sub(r"[\s().\-/–‐]", "", re.sub(_TRUNK, r"\1", text))
    extension = re.search(_EXTENSION, compact)
    number = compact[: extension.start()] if extension else compact
    number = re.sub(r"^00", "+", number)
    if not re.fullmatch(_PHONE, number):
        return Reason("not_phone")
    return f"{number}x{extension[1]}" if extension else number


def _email(spec: FactSpec, text: str) -> str | Reason:
    local, _, domain = text.rpartition("@")
    if len(text) > 254 or len(local) > 64 or not re.fullmatch(_EMAIL, text):
        return Reason("not_email")
    return f"{local}@{domain.lower()}"


def _serial(spec: FactSpec, text: str) -> str | Reason:
    serial = re.sub(r"\s", "", text).upper()
    return serial if re.fullmatch(_SERIAL, serial) else Reason("not_serial")


def _url(spec: FactSpec, text: str) -> str | Reason:
    return text if re.fullmatch(_URL, text) else Reason("not_url")


_PARSERS: dict[str, Callable[[FactSpec, str], str | Reason]] = {
    "number": _number,
    "choice": _choice,
    "yes_no": _yes_no,
    "phone": _phone,
    "email": _email,
    "serial": _serial,
    "url": _url,
}
