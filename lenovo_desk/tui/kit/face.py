"""How a painter puts things on a screen: words, language, time zone, inks, keys."""

from collections.abc import Mapping
from typing import NamedTuple

from lenovo_desk.tui.command_words import key_in_text
from lenovo_desk.tui.kit.theme import Inks


class Face(NamedTuple):
    """What a painter needs besides its data and size."""

    words: Mapping[str, str]
    """The interface's words by dotted key."""
    language: str
    """Their language."""
    zone: str
    """IANA name of the time zone for times."""
    ink: Inks
    remapped: Mapping[str, str] = {}
    """Remapped keys by the id of a command."""

    def key(self, id: str) -> str:
        """Return a command's first key as it is named in a sentence."""
        return key_in_text(id, self.remapped, self.words)
