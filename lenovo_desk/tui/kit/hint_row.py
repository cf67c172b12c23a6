"""The last row: what was just said, or which keys do what."""

import re
from collections.abc import Mapping
from typing import Any

from rich.cells import cell_len
from textual.screen import Screen
from textual.strip import Strip

from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import fit
from lenovo_desk.tui.kit.theme import Inks

_PRINTED = {"slash": "/", "plus": "+", "question_mark": "?"}
_NAMES = {**_PRINTED, "enter": "↵", "escape": "Esc"}


def key_name(keys: str, words: Mapping[str, str], typing: bool = False) -> str:
    """Return the first key of a binding as people call it; `typing`, the first not typed."""
    names = keys.split(",")
    free = [name for name in names if len(name) > 1 and name not in _PRINTED]
    first = free[0] if typing and free else names[0]
    if re.fullmatch(r"f\d+", first):
        return first.upper()
    if first in _NAMES:
        return _NAMES[first]
    named = words.get(f"keys.{first}", first)
    return named.replace("ctrl+", "^").upper() if "+" in named else named


def key_names(keys: str, words: Mapping[str, str]) -> str:
    """Return every key of a binding as people call them."""
    return "  ".join(key_name(key, words) for key in keys.split(","))


def label(name: str, words: Mapping[str, str], kind: str = "commands") -> str:
    """Return the word of a command, or its tip; `block.name` is one of a block of its own."""
    block, _, own = name.rpartition(".")
    return words.get(f"{block}.{kind}.{own}" if block else f"{kind}.{own}", "")


def commands(screen: Screen[Any]) -> list[tuple[str, str, str]]:
    """Return (all keys, action, word key) of a screen's commands, in the order declared."""
    found = []
    for binding in (*type(screen).BINDINGS, *type(screen.app).BINDINGS):
        if not isinstance(binding, tuple) and binding.description:
            found.append((binding.key, binding.action, binding.description))
    return found


def hint_row(
    screen: Screen[Any],
    message: str,
    alert: bool,
    words: Mapping[str, str],
    ink: Inks,
    width: int,
) -> list[Strip]:
    """Return the row: a message while there is one, else the keys of the screen."""
    if message:
        style = ink.status_warn if alert else ink.status_strong
        mark = "! " if alert else ""
        return [line([(fit(f" {mark}{message}", width - 1), style)], width, ink.status)]
    offered = getattr(screen, "offered", lambda name: True)
    parts = []
    left = width - 1
    typing = getattr(screen, "typing", False)
    help_text = f" {'F1' if typing else '?'} {words['commands.help']}"
    for keys, _, name in commands(screen):
        text = f" {key_name(keys, words, typing)} "
        command = label(name, words) or name
        cells = cell_len(text) + cell_len(command) + 1
        if name == "help" or not offered(name) or left - cells < cell_len(help_text):
            continue
        left -= cells
        parts += [(text, ink.status_strong), (command + " ", ink.status)]
    parts.append((help_text, ink.status_strong))
    return [line(parts, width, ink.status)]
