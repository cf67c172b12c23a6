"""What a case depends on of its country."""

from collections.abc import Mapping

from lenovo_desk.core.model.case import Case

UNKNOWN_COUNTRY = "ZZ"
"""The country of a case whose desk knew none, as CLDR codes it."""
_BEFORE = {"mains_low": "198", "mains_high": "235.4", "currency": "CNY"}
"""What cases depended on before they stated a country: the values of China."""


def currency_of(case: Case) -> str:
    """Return the currency of a case by its code; empty while its country is unknown."""
    return local_of(case).get("currency", "")


def local_of(case: Case) -> Mapping[str, str]:
    """Return what a case depends on of its country, by name; nothing while that is unknown."""
    return case.local if case.country else _BEFORE
