"""The blanks that settings fill, and sample values to measure phrases with."""

import re
from collections.abc import Mapping

from lenovo_desk.content.checks.fact_checks import kind_of, values_of
from lenovo_desk.content.settings_fields import CONTACTS, LINKS, NUMBERS
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.wording.books import BLANK

SETTINGS = {
    "agent_name": "Camille Martin",
    "agent_initials": "CM",
    "agent_phone": "+33612345678",
    "station_name": "Lenovo Service Paris",
    "station_phone": "+33 1 23 45 67 89",
    **dict.fromkeys(LINKS, "https://lenovo.com"),
    **dict.fromkeys(NUMBERS, "400-810-6666"),
    "station_address": "12 rue de la République, 69002 Lyon",
    "station_hours": "9:00-12:00, 13:00-18:00",
    **dict.fromkeys(CONTACTS, "Camille Martin, +33 1 23 45 67 89"),
}
"""A value of usual length for each blank that a setting fills."""
BLANKS = {**SETTINGS, "mains_low": "216.2", "mains_high": "235.4"}
"""The same, and what the country of a case fills."""
_USUAL = {
    "text": "x" * 20,
    "number": "198.5",
    "date": "22/11/2026",
    "datetime": "22/11/2026 à 14 h 30",
    "phone": "+33612345678",
    "email": "camille.martin@example.fr",
    "serial": "PF3ABCD1234",
    "url": "https://lenovo.com",
}
ODD_BLANK = re.compile(r"\{[^{}\n]{0,60}\}?|\}")


def odd_blanks(text: str) -> list[str]:
    """Return the parts of a text in braces that are not blanks."""
    return ODD_BLANK.findall(BLANK.sub("", text))


def usual(text: str, facts: Plain, options: Mapping[str, Mapping[str, str]]) -> str:
    """Return a phrase's text with every blank filled at usual length.

    A fact with options gets the longest of them. `options` are the words of the options by fact.
    """

    def value(match: re.Match[str]) -> str:
        name = match[1]
        if name in facts:
            words = [options.get(name, {}).get(option, option) for option in values_of(facts[name])]
            return max(words, key=len, default=_USUAL.get(kind_of(facts[name]), "x" * 20))
        return BLANKS.get(name, "x" * 20)

    return BLANK.sub(value, text)
