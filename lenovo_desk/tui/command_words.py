"""Display names of keys and commands: on the screen, in help and in the README."""

import re
from collections.abc import Mapping
from functools import cache

from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.commands import APP, COMMANDS, keys_of, of_scope
from lenovo_desk.tui.key_names import character_of, is_character

_NAMES = {"enter": "↵", "escape": "Esc"}


def key_name(keys: str, words: Mapping[str, str], typing: bool = False) -> str:
    """Return the display name of a binding's first key.

    With `typing`, prefer the first key that types no character.
    """
    first = _first(keys, typing)
    if re.fullmatch(r"f\d+", first):
        return first.upper()
    if first in _NAMES:
        return _NAMES[first]
    named = words.get(f"keys.{first}") or character_of(first) or first
    return named.replace("ctrl+", "^").upper() if "+" in named else named


def key_in_row(keys: str, words: Mapping[str, str], typing: bool = False) -> str:
    """Return the display name of a binding's first key in the last row, written out.

    With `typing`, it is the first one that types no character.
    """
    first = _first(keys, typing)
    return words.get(f"keys.in_text.{first}") or key_name(first, words).replace("^", "Ctrl+")


@cache
def _first(keys: str, typing: bool) -> str:
    names = keys.split(",")
    free = [name for name in names if not is_character(name)]
    return free[0] if typing and free else names[0]


def key_names(keys: str, words: Mapping[str, str]) -> str:
    """Return the display names of all keys of a binding."""
    return "  ".join(key_name(key, words) for key in keys.split(","))


def key_in_text(id: str, remapped: Mapping[str, str], words: Mapping[str, str]) -> str:
    """Return a command's first key as it is named in a sentence."""
    keys = keys_of(id, remapped)
    return words.get(f"keys.in_text.{keys.partition(',')[0]}") or key_name(keys, words)


def with_keys(text: str, scope: str, remapped: Mapping[str, str], words: Mapping[str, str]) -> str:
    """Fill the blanks of a text with the keys of a screen's commands.

    The blank `{close}` gets the key of the command whose id ends in `.close`.
    """
    if "{" not in text:
        return text
    keys = {
        command.id.partition(".")[2]: key_in_text(command.id, remapped, words)
        for command in of_scope(scope)
    }
    return filled(text, keys)


def label(name: str, words: Mapping[str, str], kind: str = "commands") -> str:
    """Return a command's word or tip; `block.name` is looked up in its own block."""
    block, _, own = name.rpartition(".")
    return words.get(f"{block}.{kind}.{own}" if block else f"{kind}.{own}", "")


def key_table(words: Mapping[str, str], scope: str = "desk") -> str:
    """Return the commands of a screen as a Markdown table."""
    rows = ["| key | also | does |", "|---|---|---|"]
    for command in COMMANDS:
        if command.word and {scope, APP} & set(command.scopes):
            names = [key_name(key, words).replace("^", "Ctrl+") for key in command.keys.split(",")]
            tip = label(command.word, words, "tips")
            rows.append(f"| {names[0]} | {', '.join(names[1:])} | {tip} |")
    return "\n".join(rows)
