"""Cards on customers and on oneself: what to know at a glance, beside the live case."""

from lenovo_desk.core.named_tuple import NamedTuple


class CustomerCard(NamedTuple):
    """One card in one language."""

    id: str
    group: str
    """The title of the group it stands in."""
    title: str
    signs: str
    """How to tell that it applies; empty when that needs no words."""
    advice: str
    authority: str
    """`reference` where the source has it in this language, else `proposed`."""
    source: str = ""
