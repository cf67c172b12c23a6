"""The countries that a desk can stand in, and what cases depend on there."""

from lenovo_desk.core.model.country import UNKNOWN_COUNTRY
from lenovo_desk.core.named_tuple import NamedTuple


class Country(NamedTuple):
    """What differs from country to country."""

    mains: tuple[str, str]
    """The lowest and the highest voltage allowed between line and neutral, in volts."""
    currency: str
    """Its code by ISO 4217."""


_EU = ("207", "253")
"""230 V ±10 % (EN 50160)."""
COUNTRIES = {
    # 220 V +7 % / -10 % (GB/T 12325)
    "CN": Country(("198", "235.4"), "CNY"),
    "FR": Country(_EU, "EUR"),
    "BE": Country(_EU, "EUR"),
    "LU": Country(_EU, "EUR"),
    "CH": Country(_EU, "CHF"),
    "MC": Country(_EU, "EUR"),
    "DE": Country(_EU, "EUR"),
    "AT": Country(_EU, "EUR"),
    "IT": Country(_EU, "EUR"),
    "ES": Country(_EU, "EUR"),
    "PT": Country(_EU, "EUR"),
    "NL": Country(_EU, "EUR"),
    "IE": Country(_EU, "EUR"),
    # 230 V +10 % / -6 % (ESQCR 2002)
    "GB": Country(("216.2", "253"), "GBP"),
}
"""By the code of ISO 3166; the code is also the region of phone numbers without a country code."""


def local_values(country: str) -> tuple[tuple[str, str], ...]:
    """Return what a case depends on of a country, by name; nothing for an unknown one."""
    if country not in COUNTRIES:
        return ()
    (low, high), currency = COUNTRIES[country]
    return ("mains_low", low), ("mains_high", high), ("currency", currency)


def stated_country(country: str) -> str:
    """Return the country that a new case states: this one, or the code that says unknown."""
    return country if country in COUNTRIES else UNKNOWN_COUNTRY
