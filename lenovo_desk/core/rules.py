"""Rules of wording: what customers should not hear, and what to say instead."""

from lenovo_desk.core.records import NamedTuple

RULE_KINDS = ("phrase", "habit")


class Rule(NamedTuple):
    """One wording to avoid, in one language; a rule of that id may stand in others."""

    id: str
    kind: str
    """`phrase` (these very words) or `habit` (a way of talking they are an example of)."""
    says: str
    instead: str
    near: tuple[tuple[str, ...], ...] = ()
    """Fragments that betray it when they follow one another within a sentence."""
    authority: str = "proposed"
    source: str = ""
    language: str = ""
