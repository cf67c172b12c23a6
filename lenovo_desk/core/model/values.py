"""The values that facts hold."""

from lenovo_desk.core.text import without_invisible

Value = str | tuple[str, ...] | tuple[tuple[str, ...], ...]
"""A single value, the values of a `many` fact, or the rows of a `rows` fact.

The cells of a row are in column order.
"""


NONE = "none"
"""The value of a fact of which it is recorded that there is none: a reference, a proof."""
FORGOTTEN = "[forgotten]"
"""Stands for a personal value whose key is gone."""


def as_typed(value: Value) -> str:
    """Return a text from which `parse_value` reads the same value."""
    if isinstance(value, str):
        return value
    return "; ".join(part if isinstance(part, str) else " | ".join(part) for part in value)


def looks_same(first: Value | None, second: Value | None) -> bool:
    """Return whether nobody sees a difference between two values: in kinds of space, say."""
    if first == second or first is None or second is None:
        return first == second
    return _as_seen(first) == _as_seen(second)


def _as_seen(value: Value) -> list[str]:
    return without_invisible(as_typed(value)).split()
