"""How things are put on a screen: the words, their language, the zone of times, the inks."""

from collections.abc import Mapping
from typing import NamedTuple

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
