"""The countries that desks are in, as far as what is typed depends on them."""

COUNTRIES = {"CN": ("86", "138 0013 8000"), "FR": ("33", "06 12 34 56 78")}
"""The calling code of each country, and a phone number as its people write it."""
ANYWHERE = "*"
"""The country of a value that is checked before anybody is at a desk: any of `COUNTRIES`."""
_ZONES = {
    "Asia/Shanghai": "CN",
    "Asia/Chongqing": "CN",
    "Asia/Harbin": "CN",
    "Asia/Kashgar": "CN",
    "Asia/Urumqi": "CN",
    "PRC": "CN",
    "Europe/Paris": "FR",
}


def country_in(zone: str) -> str:
    """Return the country of a time zone by its IANA name; empty for a zone of no desk."""
    return _ZONES.get(zone, "")
