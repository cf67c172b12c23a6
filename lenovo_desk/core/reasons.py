"""Reasons why something cannot be done now, as data; the interface file has their sentences."""

from lenovo_desk.core.named_tuple import NamedTuple


class Reason(NamedTuple):
    """One reason why something cannot be done now.

    `code` is a key of the interface's `reasons`.
    """

    code: str
    id: str = ""
    """The fact, item, wait, choice or phrase it is about; a cell of rows as `fact.column`."""
    seconds: float = 0.0
    """Seconds until the reason no longer holds; 0 when that is unknown."""
    detail: str = ""
    """A limit, a unit or a value to show."""
