"""The settings that fill blanks, and their defaults."""

from collections.abc import Mapping

LINKS = (
    "support_link",
    "forum_link",
    "stores_link",
    "shop_link",
    "privacy_link",
    "status_link",
)
NUMBERS = ("hotline_phone", "commercial_phone", "enterprise_phone")
ADDRESSES = ("station_address", "station_hours")
CONTACTS = ("legal_contact", "brand_contact", "region_contact", "market_contact")
SECTIONS = {"links": LINKS, "numbers": NUMBERS, "addresses": ADDRESSES, "contacts": CONTACTS}
"""The settings that fill blanks, by their section of the file."""
DIALLED = (*NUMBERS, "station_phone", *CONTACTS)
"""The settings that a step can have dialled."""
DOCUMENTED = {"commercial_phone": "400-810-6666", "enterprise_phone": "400-106-8888"}
"""The numbers that a source document gives (002): they can be called in China only."""
_DOCUMENTED_IN = "CN"
SWITCHES = ("sms_by_system",)
"""The settings that a company answers yes or no once; a fact of a flow can be one of them."""
_OFFICE = "9:00-12:00 13:00-18:00"
WORKING = "; ".join(f"{day} {_OFFICE}" for day in ("mon", "tue", "wed", "thu", "fri"))
"""The calendar of a desk that sets none, as `core.time.calendar` reads it.

It is our default: no document gives one.
"""


def values_in(country: str, values: Mapping[str, str]) -> dict[str, str]:
    """Return values of settings as a case in a country has them: Chinese numbers only in China."""
    own = {name: text for name, text in values.items() if text and text != DOCUMENTED.get(name)}
    defaults = DOCUMENTED if country == _DOCUMENTED_IN else {}
    return {**dict.fromkeys(values, ""), **defaults, **own}
