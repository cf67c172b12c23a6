"""The last row: a message, which takes as many rows as it needs, or the keys and what they do."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from textual.strip import Strip

from lenovo_desk.tui.command_words import key_name, label
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import wrap_within
from lenovo_desk.tui.kit.theme import Inks


def message_rows(message: str, alert: bool, ink: Inks, width: int, most: int) -> list[Strip]:
    """Return a message as the last rows, at most `most`."""
    style = ink.status_warn if alert else ink.status_strong
    mark = " ! " if alert else " "
    rows = wrap_within(message, width - 1 - len(mark), most)
    starts = (mark, *[" " * len(mark)] * (len(rows) - 1))
    lines = zip(starts, rows, strict=True)
    return [line([(start + row, style)], width, ink.status) for start, row in lines]


def keys_row(
    offered: Sequence[tuple[str, str]],
    help_keys: str,
    typing: bool,
    words: Mapping[str, str],
    ink: Inks,
    width: int,
) -> Strip:
    """Return as many commands as fit, and always help.

    `offered` has the keys and the word of each command.
    """
    parts = []
    left = width - 1
    help_text = f" {key_name(help_keys, words, typing)} {words['commands.help']}"
    for keys, word in offered:
        text = f" {key_name(keys, words, typing)} "
        command = label(word, words) or word
        cells = cell_len(text) + cell_len(command) + 1
        if left - cells < cell_len(help_text):
            continue
        left -= cells
        parts += [(text, ink.status_strong), (command + " ", ink.status)]
    parts.append((help_text, ink.status_strong))
    return line(parts, width, ink.status)
