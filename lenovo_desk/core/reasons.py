"""Why something cannot be done now, as data; the interface file holds the sentences."""

from lenovo_desk.core.named_tuple import NamedTuple


class Reason(NamedTuple):
    """One reason; `code` is a key of the interface's `reasons`."""

    code: str
    id: str = ""
    """The fact, item, wait, choice or phrase it is about."""
    seconds: float = 0.0
    """Seconds until it no longer holds, where that is known."""
    detail: str = ""
    """A limit, a unit or a value to show."""
