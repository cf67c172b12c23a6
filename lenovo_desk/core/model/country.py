"""What a case depends on of its country, and how the values of its people are written."""

from collections.abc import Mapping

from lenovo_desk.core.model.case import Case
from lenovo_desk.core.named_tuple import NamedTuple

UNKNOWN_COUNTRY = "ZZ"
"""The country of a case whose desk knew none, as CLDR codes it."""
_BEFORE = {"mains_low": "198", "mains_high": "235.4", "currency": "CNY"}
"""What cases depended on before they stated a country: the values of China."""
_ZONES = {
    "CN": "Asia/Shanghai Asia/Chongqing Asia/Harbin Asia/Urumqi Asia/Kashgar PRC",
    "FR": "Europe/Paris",
    "BE": "Europe/Brussels",
    "LU": "Europe/Luxembourg",
    "CH": "Europe/Zurich",
    "MC": "Europe/Monaco",
    "DE": "Europe/Berlin Europe/Busingen",
    "AT": "Europe/Vienna",
    "IT": "Europe/Rome",
    "ES": "Europe/Madrid Atlantic/Canary Africa/Ceuta",
    "PT": "Europe/Lisbon Atlantic/Madeira Atlantic/Azores",
    "NL": "Europe/Amsterdam",
    "IE": "Europe/Dublin",
    "GB": "Europe/London GB",
}
COUNTRY_BY_ZONE = {zone: code for code, zones in _ZONES.items() for zone in zones.split()}
"""The country that a time zone suggests, by IANA name."""

LANGUAGE_BY_COUNTRY = {"CN": "zh"}
"""The language of the phrases where it is not the desk's own default."""


class Place(NamedTuple):
    """Where a case is, as far as the way its values are written depends on it."""

    zone: str
    """The IANA name of its time zone."""
    country: str = ""
    """Whose phone numbers need no country code, as a code of two letters; empty for nobody's."""
    currency: str = ""
    """Of its amounts, by the code of ISO 4217; without one, amounts are written without unit."""


def place_of(case: Case) -> Place:
    """Return where a case is."""
    return Place(case.zone, country_of(case), currency_of(case))


def country_of(case: Case) -> str:
    """Return the country whose people a case is about; empty while it is unknown."""
    return country_stated(case.country, case.mode, case.zone)


def country_stated(country: str, mode: str, zone: str) -> str:
    """Return the country of a case that states this one; empty while it is unknown.

    Before cases stated a country it was that of the time zone, and of no country in a mock call.
    """
    if country:
        return "" if country == UNKNOWN_COUNTRY else country
    return "" if mode == "mock" else COUNTRY_BY_ZONE.get(zone, "")


def currency_of(case: Case) -> str:
    """Return the currency of a case by its code; empty while its country is unknown."""
    return local_of(case).get("currency", "")


def local_of(case: Case) -> Mapping[str, str]:
    """Return what a case depends on of its country, by name; nothing while that is unknown."""
    return case.local if case.country else _BEFORE
