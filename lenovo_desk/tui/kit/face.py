"""How things are put on a screen: the words, their language, the zone of times, the inks."""

from collections.abc import Mapping
from typing import NamedTuple

from lenovo_desk.tui.command_words import key_in_text
from lenovo_desk.tui.kit.theme import Inks


class Face(NamedTuple):
    """What a painter needs beside what it paints and the size."""

    words: Mapping[str, str]
    """The interface's words by dotted key."""
    language: str
    """Their language."""
    zone: str
    """IANA name of the time zone in which times are told."""
    ink: Inks
    remapped: Mapping[str, str] = {}
    """Keys of the settings by the id of a command."""

    def key(self, id: str) -> str:
        """Return the first key of a command as a sentence names it."""
        return key_in_text(id, self.remapped, self.words)
