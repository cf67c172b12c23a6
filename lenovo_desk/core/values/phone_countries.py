"""The countries that desks are in, as far as what is typed depends on them."""

from lenovo_desk.core.model.case import Case

COUNTRIES = {"CN": ("86", "138 0013 8000"), "FR": ("33", "06 12 34 56 78")}
"""The calling code of each country, and a phone number as its people write it."""
_ZONES = {
    "Asia/Shanghai": "CN",
    "Asia/Chongqing": "CN",
    "Asia/Harbin": "CN",
    "Asia/Kashgar": "CN",
    "Asia/Urumqi": "CN",
    "PRC": "CN",
    "Europe/Paris": "FR",
}


def country_of(case: Case) -> str:
    """Return the country whose people a case is about; empty for a mock call of any desk."""
    return "" if case.mode == "mock" else case.country or country_in(case.zone)


def country_in(zone: str) -> str:
    """Return the country of a time zone by its IANA name; empty for a zone of no desk."""
    return _ZONES.get(zone, "")
