"""The values that facts hold."""

Value = str | tuple[str, ...] | tuple[tuple[str, ...], ...]
"""A single value, the values of a `many` fact, or the rows of a `rows` fact.

The cells of a row are in column order.
"""


NONE = "none"
"""The value of a fact of which it is recorded that there is none: a reference, a proof."""


def as_typed(value: Value) -> str:
    """Return a text from which `parse_value` reads the same value."""
    if isinstance(value, str):
        return value
    return "; ".join(part if isinstance(part, str) else " | ".join(part) for part in value)
