"""Read what was typed at one moment, for tests of values."""

from typing import Any

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.values.parse_value import Entry, parse_value

NOON = Stamp(1_795_604_400.0, "boot", 0.0)
"""Wednesday 25 November 2026, 11:00 UTC."""


def read(kind: str, raw: str, country: str = "FR", rules: int = 2, **more: Any) -> Value | str:
    """Return the value of what was typed, or `!` and the code of the reason why it is none."""
    entry = Entry(NOON, "UTC", "fr", country, rules)
    value = parse_value(FactSpec("fact", kind, **more), raw, entry)
    return f"!{value.code}" if isinstance(value, Reason) else value
