"""Read numbers as people of several countries group and mark them."""

import re
from typing import TYPE_CHECKING

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import folded
from lenovo_desk.core.values.entry import Entry

if TYPE_CHECKING:  # a case without a number starts faster without it
    from decimal import Decimal

_CURRENCY = r"人民币|rmb|cny|yuan|元|块钱?|[¥€]|eur(?:os?)?"
_TIMES = {"千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
_THREES = r"\d{1,3}(?:%s\d{3})+"
_FIRST_RULES = r"-?[0-9]{1,15}(\.[0-9]{1,6})?"


def parse_number(spec: FactSpec, text: str, entry: Entry) -> str | Reason:
    """Return a typed number in its shortest form; else why not.

    Exactly three digits behind a single comma or point may be thousands or decimals: such a number
    is asked back. A number of three decimals is kept with a zero behind them, so that it is not.
    """
    from decimal import Decimal

    text, shift = _bare(spec, text.lower())
    sign, body = ("-", text[1:].strip()) if text.startswith("-") else ("", text.removeprefix("+"))
    if entry.rules < 2 and re.fullmatch(_FIRST_RULES, text):
        readings = [text.lstrip("-")]
    else:
        readings = _readings(body.strip())
    numbers = [Decimal(sign + reading).scaleb(shift) for reading in readings]
    if not numbers or any(abs(number) >= 10**15 for number in numbers):
        return Reason("not_number")
    if len(numbers) > 1:
        return Reason("ambiguous_number", detail=" | ".join(map(_canonical, numbers)))
    number = numbers[0]
    if (spec.min and number < Decimal(spec.min)) or (spec.max and number > Decimal(spec.max)):
        limits = f"{spec.min or '…'} – {spec.max or '…'} {spec.unit}".strip()
        return Reason("out_of_range", detail=limits)
    if entry.rules < 2:
        return format(number.normalize() + Decimal(0), "f")
    return _canonical(number)


def _bare(spec: FactSpec, text: str) -> tuple[str, int]:
    """Return the digits and marks of a number, and the power of ten that a word behind it means."""
    text, shift = text.translate({0x2212: "-", 0x2019: "'"}).strip(), 0
    text = text.removesuffix(folded(spec.unit).lower()).strip()
    unit = folded(spec.unit).lower()
    if spec.matters == "money" or spec.money or (unit and re.fullmatch(_CURRENCY, unit)):
        text = re.sub(rf"^([+-]?)\s*(?:{_CURRENCY})\s*|\s*(?:{_CURRENCY})$", r"\1", text)
        if text[-1:] in _TIMES:
            text, shift = text[:-1].strip(), _TIMES[text[-1]]
    return text, shift


def _readings(text: str) -> list[str]:
    """Return what digits with marks can mean, each with a point for decimals; most mean one."""
    if not re.fullmatch(r"[0-9][0-9 ',.]*", text) or not text[-1].isdigit():
        return []
    if " " in text or "'" in text:
        mark = " " if " " in text else "'"
        whole, *behind = re.split("[,.]", text, maxsplit=1)
        if not re.fullmatch(_THREES % mark, whole):
            return []
        return _checked(whole.replace(mark, ""), "".join(behind))
    marks = re.findall("[,.]", text)
    if not marks:
        return _checked(text, "")
    last = marks[-1]
    if marks.count(last) > 1:
        grouped = re.fullmatch(_THREES % re.escape(last), text)
        return _checked(text.replace(last, ""), "") if grouped else []
    whole, _, decimals = text.rpartition(last)
    if len(marks) > 1:
        if not re.fullmatch(_THREES % re.escape(marks[0]), whole):
            return []
        return _checked(whole.replace(marks[0], ""), decimals)
    if len(decimals) == 3 and len(whole) <= 3 and not whole.startswith("0"):
        return [*_checked(whole + decimals, ""), *_checked(whole, decimals)]
    return _checked(whole, decimals)


def _checked(whole: str, decimals: str) -> list[str]:
    """Return one reading of at most 15 digits and 6 decimals; else none."""
    if not re.fullmatch("[0-9]{1,15}", whole) or not re.fullmatch("[0-9]{0,6}", decimals):
        return []
    return [f"{whole}.{decimals}" if decimals else whole]


def _canonical(number: "Decimal") -> str:
    from decimal import Decimal

    text = format(number.normalize() + Decimal(0), "f")
    return f"{text}0" if len(_readings(text.lstrip("-"))) > 1 else text
