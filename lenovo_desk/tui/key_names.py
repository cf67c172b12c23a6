"""Textual's names of keys."""

import unicodedata
from functools import cache

_SPELLED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Characters whose Textual name differs from the Unicode one."""
_NAMED = {"escape", "enter", "tab", "backspace", "insert", "delete", "home", "end", "pageup"}
_NAMED |= {"pagedown", "up", "down", "left", "right", *(f"f{number}" for number in range(1, 25))}
_MODIFIERS = frozenset(("ctrl", "shift", "alt", "super", "hyper", "meta"))


def key_parts(keys: str) -> tuple[str, ...]:
    """Return the keys of a comma-separated list by Textual's names."""
    return tuple(_textual_name(key.strip()) for key in keys.split(",") if key.strip())


def _textual_name(key: str) -> str:
    if len(key) > 1 or key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return _SPELLED.get(name, name)


def is_key(key: str) -> bool:
    """Return whether a text is a Textual key name, such as `ctrl+y`."""
    *modifiers, name = key.split("+")
    if modifiers == ["shift"] and is_character(name):
        return False  # what is pressed is another character
    return set(modifiers) <= _MODIFIERS and (name in _NAMED or is_character(name))


def is_character(key: str) -> bool:
    """Return whether a key types a character."""
    return bool(character_of(key))


@cache
def character_of(key: str) -> str:
    """Return the character that a key types; "" for none."""
    name = next((name for name, own in _SPELLED.items() if own == key), key)
    try:
        character = key if len(key) == 1 else unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""
    return character if character.isprintable() else ""
