"""The formats of cards on customers and of rules of wording."""

from collections.abc import Mapping

from lenovo_desk.content.yaml.collections import ListOf, MapOf, RecordOf, Required
from lenovo_desk.content.yaml.scalars import Shape, Text, Word
from lenovo_desk.core.model.wording_rules import RULE_KINDS

_AUTHORITY = Word(
    "Whether the source has it, or it is ours.", ("reference", "proposed"), instead="proposed"
)


_WORDS: dict[str, Shape | Required] = {
    "title": Required(Text("What or whom it is about.")),
    "signs": Text("How to tell that it applies.", lines=True),
    "advice": Required(Text("What to do and to say.", lines=True)),
}
_ORIGIN: dict[str, Shape | Required] = {
    "group": Required(Word("A group of groups.")),
    "authority": Required(_AUTHORITY),
    "source": Text("The document it comes from."),
}
_GROUPS = MapOf(Text("Its title."), "The groups, in their order.")
CARD_FILE = RecordOf(
    {
        "cards": Required(MapOf(RecordOf({**_ORIGIN, **_WORDS}, "A card."), "The cards.")),
        "groups": Required(_GROUPS),
    },
    "Cards on customers, with their English words.",
)
CARD_SCRIPT = RecordOf(
    {
        "cards": Required(MapOf(RecordOf(_WORDS, "The words of a card."), "The cards.")),
        "groups": Required(_GROUPS),
    },
    "The words of the cards in one language.",
)


def _optional(fields: Mapping[str, Shape | Required]) -> dict[str, Shape | Required]:
    return {
        key: field.shape if isinstance(field, Required) else field for key, field in fields.items()
    }


CARDS_ANYWHERE = RecordOf(
    {
        **CARD_FILE.fields,
        "cards": Required(
            MapOf(RecordOf({**_optional(_ORIGIN), **_WORDS}, "A card."), "The cards.")
        ),
    },
    "Cards on customers; group, authority and source stand in flows/cards.yaml alone.",
)
"""The format for editors, which accepts both kinds of card files."""


_FRAGMENT = Text(
    "A few characters of a sentence; ^ before them: it begins with them; $ after them: it ends so."
)
_FRAGMENTS = ListOf(
    _FRAGMENT,
    "Fragments that follow one another within a sentence; ^ before the first, $ after the last.",
    twice=True,
)
_WORDING: dict[str, Shape | Required] = {
    "authority": Required(_AUTHORITY),
    "source": Text("The document it comes from."),
    "says": Required(Text("What is not said to customers.")),
    "near": ListOf(_FRAGMENTS, "Other ways to say it."),
    "unless": ListOf(_FRAGMENT, "A sentence that has one of these is left alone by near."),
    "instead": Required(Text("What to say in its place.", lines=True)),
}
_RULE = RecordOf(
    {
        "kind": Required(Word("These very words, or an example of a habit.", RULE_KINDS)),
        **_WORDING,
    },
    "A wording to avoid.",
)
STATEMENT = RecordOf(
    {"failure": Required(Word("The failure of the scorecard that it is.")), **_WORDING},
    "A wording that fails a mock call when it is written.",
)
GUARD_FILE = RecordOf(
    {"rules": Required(MapOf(_RULE, "The rules."))},
    "What customers should not hear, in one language.",
)
