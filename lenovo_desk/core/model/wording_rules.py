"""Rules of wording: what customers should not hear, and what to say instead.

A rule finds its own words, near spellings of them included, and sentences that have its fragments:
a few characters compared without blanks, accents and punctuation. `^` before a fragment says that
the sentence begins with it, `$` after it that the sentence ends there: `^肯定是您`, `不可能$`.
"""

from lenovo_desk.core.named_tuple import NamedTuple

RULE_KINDS = ("phrase", "habit")
FIRST, LAST = "^", "$"
"""The marks of a fragment that stands at the beginning and at the end of a sentence."""


class Rule(NamedTuple):
    """One wording to avoid, in one language; a rule of that id may stand in others."""

    id: str
    kind: str
    """`phrase` (these very words) or `habit` (a way of talking they are an example of)."""
    says: str
    instead: str
    near: tuple[tuple[str, ...], ...] = ()
    """Fragments that betray it when they follow one another within a sentence.

    `^` can only stand before the first of them, `$` only after the last.
    """
    unless: tuple[str, ...] = ()
    """Fragments of which one is enough that `near` leaves a sentence alone: 不是您, 不能肯定.

    The wording itself is found all the same.
    """
    authority: str = "proposed"
    source: str = ""
    language: str = ""
