"""Read numbers as people of several countries group and mark them."""

import re
from typing import TYPE_CHECKING

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import folded
from lenovo_desk.core.values.chinese_numerals import chinese_number
from lenovo_desk.core.values.entry import Entry

if TYPE_CHECKING:  # a case without a number starts faster without it
    from decimal import Decimal

_ONES = "一二三四五六七八九"
_CURRENCIES = {
    "EUR": r"欧元|€|eur(?:os?)?",
    "CNY": r"人民币|rmb|cny|yuans?|(?<!欧)元|圆|块钱?|¥",
    "GBP": r"英镑|£|gbp|livres?(?: sterling)?|pounds?",
    "CHF": r"瑞士法郎|chf|(?:swiss )?francs?(?: suisses?)?",
}
"""What is written for each currency, by its code."""
_CURRENCY = "|".join(_CURRENCIES.values())
_UNKNOWN_CURRENCIES = (
    r"[a-z]{0,2}\$|usd|dollars?|hkd|jpy|yens?|[美港日台]元|[港台]币|美金|卢布|roubles?"
)
"""What is written for currencies of no country that a desk stands in."""
_TAX = r"ttc|ht|toutes taxes comprises|hors taxes?|含税|不含税|整|正"
"""What is written beside an amount: whether tax is in it, and that it is whole."""
_CENTS = (
    r"([-+]?[\d ']*\d)\s*(?:€|£|eur(?:os?)?|元|圆|块)\s*(?:et\s+)?(\d\d)\s*(?:c|cts?|centimes?)?"
)
_JIAO = rf"([-+]?.+?)\s*(?:元|圆|块钱?)(?=.)(?:([0-9{_ONES}])[角毛])?(?:零?([0-9{_ONES}])分)?"
_HALF = rf"([-+]?.+?)块([0-9{_ONES}])"
"""Amounts whose cents stand behind the sign: 1299€99, 12元5角, 3块5."""
_NO_CENTS = r"(?<=\d)[.,][-–—―]{1,2}(?!\d)"
"""What stands for `00`: 1280.-"""
_UNITS = {"v": "v|volts?|伏特?"}
"""How people write a unit in words."""
_TIMES = {"千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
_MONEY_TIMES = {"k": 3, "w": 4}
"""Thousands in French offices, 万 as Chinese type it."""
_THREES = r"\d{1,3}(?:%s\d{3})+"
_FOURS = r"\d{1,4}(?:%s\d{4})+"
_FIRST_RULES = r"-?[0-9]{1,15}(\.[0-9]{1,6})?"


def parse_number(spec: FactSpec, text: str, entry: Entry) -> str | Reason:
    """Return a typed number in its shortest form; else why not.

    Exactly three digits behind a single comma or point may be thousands or decimals, four behind a
    comma those of a myriad: such a number is asked back. A number of three decimals is kept with a
    zero behind them, so that it is not. An amount with the sign of another currency than that of
    `entry` is none: nothing is converted.
    """
    from decimal import Decimal

    text = text.lower()
    if entry.rules > 1 and entry.currency and _is_money(spec) and _foreign(text, entry.currency):
        return Reason("other_currency", detail=entry.currency)
    text, shift = _bare(spec, text)
    sign, body = ("-", text[1:].strip()) if text.startswith("-") else ("", text.removeprefix("+"))
    if entry.rules < 2 and re.fullmatch(_FIRST_RULES, text):
        readings = [text.lstrip("-")]
    elif body.isascii():
        readings = _readings(body.strip(), entry.language)
    else:
        readings = list(filter(None, [chinese_number(body.strip())]))
    numbers = [Decimal(sign + reading).scaleb(shift) for reading in readings]
    if not numbers or any(abs(number) >= 10**15 for number in numbers):
        return Reason("not_number", detail=number_example(spec, entry.country))
    if len(numbers) > 1:
        return Reason("ambiguous_number", detail=" | ".join(map(_canonical, numbers)))
    number = numbers[0]
    if (spec.min and number < Decimal(spec.min)) or (spec.max and number > Decimal(spec.max)):
        limits = f"{spec.min or '…'} – {spec.max or '…'} {spec.unit}".strip()
        return Reason("out_of_range", detail=limits)
    if entry.rules < 2:
        return format(number.normalize() + Decimal(0), "f")
    return _canonical(number)


def number_example(spec: FactSpec, country: str) -> str:
    """Return a number that is possible for a fact, with a point for decimals."""
    from decimal import Decimal

    likely = ("89.90", "1280", "50") if _is_money(spec) and country != "CN" else ()
    low, high = Decimal(spec.min or "-Infinity"), Decimal(spec.max or "Infinity")
    for number in (*likely, "1280", "220", "12", "5", "2.5", "1", "0.5"):
        if low <= Decimal(number) <= high:
            return f"{number} {spec.unit}".strip()
    return f"{spec.min or spec.max} {spec.unit}".strip()


def _is_money(spec: FactSpec) -> bool:
    unit = folded(spec.unit).lower()
    return bool(spec.matters == "money" or spec.money or (unit and re.fullmatch(_CURRENCY, unit)))


def _foreign(text: str, currency: str) -> bool:
    """Return whether an amount has the sign of another currency than this one."""
    signs = (signs for code, signs in _CURRENCIES.items() if code != currency)
    others = "|".join((*signs, _UNKNOWN_CURRENCIES))
    return bool(re.search(rf"(?<![a-z])(?:{others})(?![a-z])", text))


def _bare(spec: FactSpec, text: str) -> tuple[str, int]:
    """Return the digits and marks of a number, and the power of ten that a word behind it means."""
    text = text.translate({0x2212: "-", 0x2019: "'"}).strip()
    unit = folded(spec.unit).lower()
    text = re.sub(rf"\s*(?:{_UNITS.get(unit, re.escape(unit))})$", "", text)
    if _is_money(spec):
        text = _without_signs(text)
    times = {**_TIMES, **_MONEY_TIMES} if _is_money(spec) else _TIMES
    if text[-1:] in times and (number := text[:-1].strip()).isascii():
        return number, times[text[-1]]
    return text, 0


def _without_signs(text: str) -> str:
    """Return an amount without its currency and what is said of its tax, cents behind a point."""
    text = re.sub(_NO_CENTS, "", re.sub(rf"\s*\(?(?:{_TAX})\)?$", "", text)).strip()
    if cents := re.fullmatch(_CENTS, text):
        return f"{cents[1].strip()}.{cents[2]}"
    if jiao := re.fullmatch(_JIAO, text) or re.fullmatch(_HALF, text):
        tenths, hundredths = (chinese_number(part or "零") for part in (*jiao.groups(), "")[1:3])
        whole = jiao[1].strip()
        return f"{whole if whole.isdecimal() else chinese_number(whole)}.{tenths}{hundredths}"
    before = ""
    while text != before:
        before = text
        text = re.sub(rf"^([+-]?)\s*(?:{_CURRENCY})\s*|\s*(?:{_CURRENCY}|{_TAX})$", r"\1", text)
    return text


def _readings(text: str, language: str = "") -> list[str]:
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
        return _checked(text.replace(last, ""), "") if _grouped(text, last) else []
    whole, _, decimals = text.rpartition(last)
    if len(marks) > 1:
        return _checked(whole.replace(marks[0], ""), decimals) if _grouped(whole, marks[0]) else []
    groups = len(decimals) == 3 and len(whole) <= 3
    if last == "," and len(decimals) == 4 and len(whole) <= 4:  # 1,2340 is how French shows 1.234
        groups = language == "zh" or not re.fullmatch(r"\d\d[1-9]0", decimals)
    if groups and not whole.startswith("0"):
        return [*_checked(whole + decimals, ""), *_checked(whole, decimals)]
    return _checked(whole, decimals)


def _grouped(whole: str, mark: str) -> bool:
    """Return whether digits stand in threes, or behind commas in fours."""
    threes = re.fullmatch(_THREES % re.escape(mark), whole)
    return bool(threes or (mark == "," and re.fullmatch(_FOURS % mark, whole)))


def _checked(whole: str, decimals: str) -> list[str]:
    """Return one reading of at most 15 digits and 6 decimals; else none."""
    if not re.fullmatch("[0-9]{1,15}", whole) or not re.fullmatch("[0-9]{0,6}", decimals):
        return []
    return [f"{whole}.{decimals}" if decimals else whole]


def _canonical(number: "Decimal") -> str:
    """Return a number so that it is read as itself, written with a point or with a comma."""
    from decimal import Decimal

    text = format(number.normalize() + Decimal(0), "f")
    bare = text.lstrip("-")
    ambiguous = len(_readings(bare)) > 1 or len(_readings(bare.replace(".", ","))) > 1
    return f"{text}0" if ambiguous else text
