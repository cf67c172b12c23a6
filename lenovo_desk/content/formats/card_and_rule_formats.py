"""The language of files that are of no flow: cards on customers, rules of wording."""

from collections.abc import Mapping

from lenovo_desk.content.yaml.collections import ListOf, MapOf, Must, Record
from lenovo_desk.content.yaml.scalars import Shape, Text, Word
from lenovo_desk.core.model.wording_rules import RULE_KINDS

_AUTHORITY = Word(
    "Whether the source has it, or it is ours.", ("reference", "proposed"), instead="proposed"
)


_WORDS: dict[str, Shape | Must] = {
    "title": Must(Text("What or whom it is about.")),
    "signs": Text("How to tell that it applies.", lines=True),
    "advice": Must(Text("What to do and to say.", lines=True)),
}
_ORIGIN: dict[str, Shape | Must] = {
    "group": Must(Word("A group of groups.")),
    "authority": Must(_AUTHORITY),
    "source": Text("The document it comes from."),
}
_GROUPS = MapOf(Text("Its title."), "The groups, in their order.")
CARD_FILE = Record(
    {
        "cards": Must(MapOf(Record({**_ORIGIN, **_WORDS}, "A card."), "The cards.")),
        "groups": Must(_GROUPS),
    },
    "Cards on customers, with their English words.",
)
CARD_SCRIPT = Record(
    {
        "cards": Must(MapOf(Record(_WORDS, "The words of a card."), "The cards.")),
        "groups": Must(_GROUPS),
    },
    "The words of the cards in one language.",
)


def _optional(fields: Mapping[str, Shape | Must]) -> dict[str, Shape | Must]:
    return {key: one.shape if isinstance(one, Must) else one for key, one in fields.items()}


CARDS_ANYWHERE = Record(
    {
        **CARD_FILE.fields,
        "cards": Must(MapOf(Record({**_optional(_ORIGIN), **_WORDS}, "A card."), "The cards.")),
    },
    "Cards on customers; group, authority and source stand in flows/cards.yaml alone.",
)
"""What editors check both kinds of files by."""


_FRAGMENT = Text(
    "A few characters of a sentence; ^ before them: it begins with them; $ after them: it ends so."
)
_FRAGMENTS = ListOf(
    _FRAGMENT,
    "Fragments that follow one another within a sentence; ^ before the first, $ after the last.",
    twice=True,
)
_WORDING: dict[str, Shape | Must] = {
    "authority": Must(_AUTHORITY),
    "source": Text("The document it comes from."),
    "says": Must(Text("What is not said to customers.")),
    "near": ListOf(_FRAGMENTS, "Other ways to say it."),
    "unless": ListOf(_FRAGMENT, "A sentence that has one of these is left alone by near."),
    "instead": Must(Text("What to say in its place.", lines=True)),
}
_RULE = Record(
    {
        "kind": Must(Word("These very words, or an example of a habit.", RULE_KINDS)),
        **_WORDING,
    },
    "A wording to avoid.",
)
STATEMENT = Record(
    {"failure": Must(Word("The failure of the scorecard that it is.")), **_WORDING},
    "A wording that fails a mock call when it is written.",
)
GUARD_FILE = Record(
    {"rules": Must(MapOf(_RULE, "The rules."))},
    "What customers should not hear, in one language.",
)
