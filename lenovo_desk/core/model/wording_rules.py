"""Rules of wording: what customers should not hear, and what to say instead.

A rule matches its own wording, including near spellings, and any sentence that contains its
fragments. Fragments are short texts, compared without spaces, accents and punctuation. A `^`
before a fragment means that the sentence begins with it, a `$` after it that the sentence ends
with it: `^肯定是您`, `不可能$`.
"""

from lenovo_desk.core.named_tuple import NamedTuple

RULE_KINDS = ("phrase", "habit")
FIRST, LAST = "^", "$"
"""The marks of a fragment at the beginning and at the end of a sentence."""


class Rule(NamedTuple):
    """One wording to avoid in one language; other languages may have a rule of the same id."""

    id: str
    kind: str
    """`phrase` (exactly these words) or `habit` (a way of talking that they exemplify)."""
    says: str
    instead: str
    near: tuple[tuple[str, ...], ...] = ()
    """Lists of fragments; a sentence with all fragments of a list, in order, breaks the rule.

    Only the first fragment of a list can have `^`, only the last one `$`.
    """
    unless: tuple[str, ...] = ()
    """Fragments that exempt a sentence from `near`; one is enough: 不是您, 不能肯定.

    They do not exempt a sentence from the wording itself.
    """
    authority: str = "proposed"
    source: str = ""
    language: str = ""
