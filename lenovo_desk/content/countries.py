"""The countries that a desk can stand in, and what cases depend on there."""

from lenovo_desk.core.model.country import UNKNOWN_COUNTRY
from lenovo_desk.core.named_tuple import NamedTuple


class Country(NamedTuple):
    """What differs from country to country."""

    mains: tuple[str, str]
    """The lowest and the highest voltage allowed between line and neutral, in volts."""
    currency: str
    """Its code by ISO 4217."""
    zones: tuple[str, ...]
    """IANA names of the time zones that suggest it."""


_EU = ("207", "253")
"""230 V ±10 % (EN 50160)."""
COUNTRIES = {
    # 220 V +7 % / -10 % (GB/T 12325)
    "CN": Country(
        ("198", "235.4"),
        "CNY",
        ("Asia/Shanghai", "Asia/Chongqing", "Asia/Harbin", "Asia/Urumqi", "Asia/Kashgar", "PRC"),
    ),
    "FR": Country(_EU, "EUR", ("Europe/Paris",)),
    "BE": Country(_EU, "EUR", ("Europe/Brussels",)),
    "LU": Country(_EU, "EUR", ("Europe/Luxembourg",)),
    "CH": Country(_EU, "CHF", ("Europe/Zurich",)),
    "MC": Country(_EU, "EUR", ("Europe/Monaco",)),
    "DE": Country(_EU, "EUR", ("Europe/Berlin", "Europe/Busingen")),
    "AT": Country(_EU, "EUR", ("Europe/Vienna",)),
    "IT": Country(_EU, "EUR", ("Europe/Rome",)),
    "ES": Country(_EU, "EUR", ("Europe/Madrid", "Atlantic/Canary", "Africa/Ceuta")),
    "PT": Country(_EU, "EUR", ("Europe/Lisbon", "Atlantic/Madeira", "Atlantic/Azores")),
    "NL": Country(_EU, "EUR", ("Europe/Amsterdam",)),
    "IE": Country(_EU, "EUR", ("Europe/Dublin",)),
    # 230 V +10 % / -6 % (ESQCR 2002)
    "GB": Country(("216.2", "253"), "GBP", ("Europe/London", "GB")),
}
"""By the code of ISO 3166; the code is also the region of phone numbers without a country code."""


def country_of_zone(zone: str) -> str:
    """Return the country that a time zone suggests; empty when it suggests none."""
    return next((code for code, country in COUNTRIES.items() if zone in country.zones), "")


def local_values(country: str) -> tuple[tuple[str, str], ...]:
    """Return what a case depends on of a country, by name; nothing for an unknown one."""
    if country not in COUNTRIES:
        return ()
    (low, high), currency, _ = COUNTRIES[country]
    return ("mains_low", low), ("mains_high", high), ("currency", currency)


def stated_country(country: str) -> str:
    """Return the country that a new case states: this one, or the code that says unknown."""
    return country if country in COUNTRIES else UNKNOWN_COUNTRY
