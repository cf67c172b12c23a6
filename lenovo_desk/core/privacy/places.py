"""Where a text for the public names somebody."""

from lenovo_desk.core.named_tuple import NamedTuple


class Breach(NamedTuple):
    """A part of a text that names somebody."""

    kind: str
    """A kind of `hits.KINDS`, or the id of the fact whose value it is."""
    start: int
    end: int
