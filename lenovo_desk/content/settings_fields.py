"""The settings that fill blanks, and their defaults."""

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
DOCUMENTED = {"commercial_phone": "400-810-6666", "enterprise_phone": "400-106-8888"}
"""The numbers that a source document gives (002)."""
SWITCHES = ("sms_by_system",)
"""The settings that a company answers yes or no once; a fact of a flow can be one of them."""
_OFFICE = "9:00-12:00 13:00-18:00"
WORKING = "; ".join(f"{day} {_OFFICE}" for day in ("mon", "tue", "wed", "thu", "fri"))
"""The calendar of a desk that sets none, as `core.time.calendar` reads it.

It is our default: no document gives one.
"""
