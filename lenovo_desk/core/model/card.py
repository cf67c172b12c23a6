"""Cards on customers and on the agent's own conduct, read beside the live case."""

from lenovo_desk.core.named_tuple import NamedTuple


class CustomerCard(NamedTuple):
    """One card in one language."""

    id: str
    group: str
    """The title of the group it belongs to."""
    title: str
    signs: str
    """How to recognise that it applies; empty when that is obvious."""
    advice: str
    authority: str
    """`reference` where the source has it in this language, else `proposed`."""
    source: str = ""
