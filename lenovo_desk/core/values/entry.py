"""When, where and under which rules a value is typed."""

from lenovo_desk.core.model.flow import VALUE_RULES
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.time.clock import Stamp


class Entry(NamedTuple):
    """When and where a value is typed."""

    at: Stamp
    zone: str
    """IANA name of the time zone."""
    language: str = ""
    """The language whose decimal mark and day names apply first, such as `fr`."""
    country: str = ""
    """The country whose phone numbers need no country code, such as `FR`; empty for any."""
    rules: int = VALUE_RULES
    """The rules on values of the flow: under the first ones a value kept by them stays as it is."""
    currency: str = ""
    """Of amounts, by the code of ISO 4217; an amount in another is refused. Empty for any."""
