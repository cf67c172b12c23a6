"""Read and write phone numbers: kept as E.164, an extension after `x`."""

import re

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.values.entry import Entry

DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc\uff0d", "-" * 9)
_EXTENSION = (
    r"(?ai)[\s,;(-]*(?:;ext=|\bextension|ext\b\.?|ext(?=\d)|poste?\b|poste(?=\d)|\bp\.?(?=\s*\d)"
    r"|分机号?码?|内线|转接?|x|#)[\s.:]*(\d{1,7})[\s#)]*$"
    r"|(?<=\d),+(\d{1,5})#?$"
)
"""A comma is a pause in dialling only where no blank follows: else it parts two numbers."""
_DASHED = r"(?a)(.*\d\)?)\s*-\s*(\d{1,6})"
_NUMBER = r"(?a)\(?\s*\+?[\d\s().\-/·]*\d[\d\s().\-/·]*"
_REMARK = r"(?a)(.*\d[\s)]*)[\[(【]([^()\[\]【】]+)[\])】]"
"""What stands in brackets behind a number, such as whose it is: no second number."""
_PARTED = r"(?a)(?<=^9[56]\d\d)-(?=\d{4}$)"
"""The dash within a service number; behind a shorter one stands an extension."""
_TWO = r"(?a)[1-9][\d\s.-]{4,}/.*"
"""Two numbers: an area code before a stroke is shorter, or begins with 0 or +."""
_SHORT = r"(?a)[1-9]\d{2,5}|9[56]\d{6}"
_FIRST_RULES = r"(?a)(?:\+[1-9]\d{7,14}|0\d{8,11}|1[3-9]\d{9}|[48]00\d{7})(?:x\d{1,6})?"
_ANY = ("CN", "FR")
"""Whose numbers are tried, in this order, where a case names no country."""
_ALSO_DIALLED = {"FR": ("RE", "GP", "MQ", "GF", "YT")}
"""Regions whose numbers people of a country dial as their own."""
_FICTION = (
    *("+3319900", "+3326191", "+3335301", "+3346571", "+3353649", "+3363998"),
    *("+447700900", "+441632960", "+443069990"),
)
"""What the French and British regulators keep for films: practice calls use it, no library calls it
valid."""


def parse_phone(spec: FactSpec, text: str, entry: Entry) -> str | Reason:
    """Return a typed phone number as E.164, an extension after `x`; else why not.

    A number without its country code is one of the country of `entry`, or, where that names none,
    of the first of `_ANY` that has such a number.
    """
    if entry.rules < 2 and re.fullmatch(_FIRST_RULES, text):
        return text
    text = text.translate(DASHES).strip()
    compact = re.sub(r"[\s.]", "", re.sub(_PARTED, "", text))
    if spec.short and re.fullmatch(_SHORT, compact):
        return compact
    match = re.search(_EXTENSION, text)
    extension = (match[1] or match[2]) if match else ""
    number = _number(text[: match.start()] if match else text, entry.country)
    dashed = re.fullmatch(_DASHED, text)
    if not number and not match and dashed:
        number, extension = _number(dashed[1], entry.country), dashed[2]
    remark = re.fullmatch(_REMARK, text)
    if not number and remark and _is_remark(remark[2]):
        return parse_phone(spec, remark[1], entry)
    if not number:
        return Reason("not_phone", detail=phone_example(entry.country))
    return f"{number}x{extension}" if extension else number


def warm_phone_numbers(country: str) -> None:
    """Load the numbers of a country: a tenth of a second that the first number would wait for."""
    phone_text(phone_example(country).partition(",")[0], country)


def _is_remark(text: str) -> bool:
    """Return whether a text says something, with too few digits to be a number of its own."""
    return any(map(str.isalpha, text)) and sum(map(str.isdigit, text)) < 4


def _number(text: str, country: str) -> str:
    """Return a number as E.164; empty when there is no such number."""
    text = text.strip()
    if not re.fullmatch(_NUMBER, text) or re.fullmatch(_TWO, text) or len(text) > 40:
        return ""
    digits = re.sub(r"\D", "", text)
    abroad = text.lstrip(" (").startswith("+")
    if not abroad and digits.startswith("00"):
        abroad, digits = True, digits[2:]
    if abroad:
        return _valid(f"+{digits}", "")
    import phonenumbers

    homes = (country,) if country else _ANY
    regions = [region for home in homes for region in (home, *_ALSO_DIALLED.get(home, ()))]
    codes = [str(phonenumbers.country_code_for_region(home)) for home in (*homes, *_ANY)]
    pasted = [f"+{digits}" for code in codes if digits.startswith(code)]
    matches = (
        *(_valid(digits, region) for region in regions),
        *(_valid(number, "") for number in pasted),
    )
    return next(filter(None, matches), "")


def _valid(text: str, region: str) -> str:
    import phonenumbers  # a tenth of a second that a walk without a phone number does not pay

    try:
        number = phonenumbers.parse(text, region or None)
    except phonenumbers.NumberParseException:
        return ""
    e164 = str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    if phonenumbers.is_valid_number(number):
        own = phonenumbers.country_code_for_region(region)
        return e164 if not region or number.country_code == own else ""
    fiction = e164.startswith(_FICTION) and phonenumbers.is_possible_number(number)
    return e164 if fiction else ""


def phone_text(
    value: str, country: str, extension: str = "{number} x{extension}", dialled: bool = False
) -> str:
    """Return a phone number as people of a country write it, or if `dialled`, dial it there.

    Numbers of that country are written as there, others with their country code. `extension` joins
    the number and its extension. Any other text comes back unchanged.
    """
    number, _, inner = value.partition("x")
    if not number.startswith("+"):
        number = _number(number, country)
    if not number or not number[1:].isdecimal() or (inner and not inner.isdecimal()):
        return value
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return value
    form = phonenumbers.PhoneNumberFormat
    at_home = _valid(phonenumbers.format_number(parsed, form.NATIONAL), country) == number
    style = form.NATIONAL if country and at_home else form.INTERNATIONAL
    shown_number = str(phonenumbers.format_number(parsed, style))
    if dialled and country and not at_home:
        shown_number = str(phonenumbers.format_out_of_country_calling_number(parsed, country))
    if not inner:
        return shown_number
    return extension.replace("{number}", shown_number).replace("{extension}", inner)


def phone_example(country: str) -> str:
    """Return a phone number as the people of a country write it, to show what is wanted."""
    import phonenumbers

    if country == "CN":
        return "138 0013 8000"  # the library's own may be somebody's
    mobile = phonenumbers.PhoneNumberType.MOBILE
    number = phonenumbers.example_number_for_type(country, mobile) if country else None
    if number is None:
        return "+33 6 12 34 56 78, +86 138 0013 8000"
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL))
