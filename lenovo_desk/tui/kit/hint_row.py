"""The last rows of a screen: messages, and below them, always, the keys and what they do now."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.tui.command_words import key_in_row
from lenovo_desk.tui.kit.edges import TEXT_AT, edged
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import wrap_within
from lenovo_desk.tui.kit.theme import Inks

NARROW = 80
"""Cells below which the last row ends in the key of help without its words; from there on the words
give way only to the first two keys."""


class TimeUp(str):
    """A message that a time has come: it stands on amber, with no sign of a warning."""


class KeyOffer(NamedTuple):
    """A key of the last row and what it does now."""

    keys: str
    """Textual's names, separated by commas, of which one is shown; or what is shown, as `1-4`."""
    text: str
    lit: bool = False
    """Whether it is one of those that matter now."""
    short: str = ""
    """The text where the other one would take more than half of the row."""


def entry_keys(enter: str, words: Mapping[str, str], leave: str = "") -> list[KeyOffer]:
    """Return the keys of a line for typing; `enter` and `leave` are what Enter and Esc do."""
    return [
        KeyOffer("enter", enter, lit=True),
        KeyOffer("escape", leave or words["entry.leave"], short=words["commands.close"]),
    ]


def message_rows(message: str, alert: bool, ink: Inks, width: int, most: int) -> list[Strip]:
    """Return a message as rows, at most `most`; a blank row for none."""
    if message and isinstance(message, TimeUp):
        rows = wrap_within(message, max(8, width - TEXT_AT - 2), most)
        return [edged(None, [(f" {row} ", ink.late)], ink, width) for row in rows]
    sign = ("!", ink.warn) if message and alert else None
    rows = wrap_within(message, max(8, width - TEXT_AT - 1), most) if message else [""]
    return [
        edged(None if at else sign, [(row, ink.plain)], ink, width) for at, row in enumerate(rows)
    ]


def keys_row(
    offers: Sequence[KeyOffer],
    help_keys: str,
    typing: bool,
    words: Mapping[str, str],
    ink: Inks,
    width: int,
) -> Strip:
    """Return as many keys as fit, none of them cut, in their order, and always help at the end.

    Without `help_keys` there is no help. With `typing`, keys that type no character are shown.
    """
    keys = [f" {key_in_row(offer.keys, words, typing)} " for offer in offers]
    first = 0
    for key, offer in zip(keys, offers[:2], strict=False):
        cells = cell_len(f"{key}{offer.text} ")
        first += (
            cells if cells <= width // 2 or not offer.short else cell_len(key + offer.short) + 1
        )
    tail: list[tuple[str, Style]] = []
    if help_keys:
        help_key, about = f" {key_in_row(help_keys, words, typing)}", f" {words['commands.help']} "
        room = width - 1 - cell_len(help_key)
        if width < NARROW or room - cell_len(about) < first <= room:
            about = " "
        tail = [(help_key, ink.status_half), (about, ink.status)]
    left = width - 1 - sum(cell_len(text) for text, _ in tail)
    parts: list[tuple[str, Style]] = [(" ", ink.status)]
    for key, offer in zip(keys, offers, strict=True):
        text = f"{offer.text} "
        cells = cell_len(key) + cell_len(text)
        if offer.short and cells > min(left, width // 2):
            text = f"{offer.short} "
            cells = cell_len(key) + cell_len(text)
        if cells > left:
            continue
        left -= cells
        inks = (ink.lit_key, ink.lit_label) if offer.lit else (ink.status_half, ink.status)
        parts += [(key, inks[0]), (text, inks[1])]
    return line([*parts, (" " * left, ink.status), *tail], width, ink.status)
