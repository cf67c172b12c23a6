"""Keys that a user gives to commands: which may be given, and which two commands would share.

With the table of commands, this module is all that the reader of settings needs of the screens.
"""

from collections.abc import Iterator, Mapping

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.tui.commands import APP, CASE, SCOPES, KeyCommand, keys_of, of_scope
from lenovo_desk.tui.commands import BY_ID as BY_ID
from lenovo_desk.tui.commands import key_parts as key_parts
from lenovo_desk.tui.digits import DIGIT_CHARACTERS
from lenovo_desk.tui.key_names import is_character as is_character
from lenovo_desk.tui.key_names import is_key as is_key

DIGITS = "digits"
"""Stands for a command in a `Clash` where digits choose."""
_DIGIT_SCOPES = ("home", *CASE, "paste", "begin", "quiz", "calls", "trainer", "marking")
_INPUT_SCOPES = frozenset(("pick", "form", "wrap", "message"))
"""Screens where every character is text."""


class Clash(NamedTuple):
    """Two commands of a screen on one key after remapping."""

    id: str
    """The remapped command."""
    other: str
    """The id of the other one, or `DIGITS`."""
    key: str


def takes_characters(id: str) -> bool:
    """Return whether a character key may be assigned to a command: not where text is typed."""
    command = BY_ID[id]
    return not command.priority and _INPUT_SCOPES.isdisjoint(command.scopes)


def clashes(remapped: Mapping[str, str]) -> tuple[Clash, ...]:
    """Return which commands of a screen share a key after remapping.

    `remapped` maps ids of commands to keys. Commands of every screen clash with those of any one.
    """
    pairs: dict[Clash, None] = {}
    for scope in SCOPES:
        for clash in _clashes_in(scope, remapped):
            if clash._replace(id=clash.other, other=clash.id) not in pairs:
                pairs[clash] = None
    return tuple(pairs)


def _clashes_in(scope: str, remapped: Mapping[str, str]) -> Iterator[Clash]:
    commands = of_scope(scope) if scope == APP else (*of_scope(scope), *of_scope(APP))
    digits = key_parts(",".join(DIGIT_CHARACTERS)) if scope in _DIGIT_SCOPES else ()
    for command in commands:
        if command.id not in remapped:
            continue
        for key in key_parts(remapped[command.id]):
            if key in digits:
                yield Clash(command.id, DIGITS, key)
            for other in commands:
                if other.id == command.id or _share(command, other, key):
                    continue
                if key in key_parts(keys_of(other.id, remapped)):
                    yield Clash(command.id, other.id, key)


def _share(command: KeyCommand, other: KeyCommand, key: str) -> bool:
    """Return whether the table itself gives both commands the key: what opens a page closes it."""
    return key in key_parts(command.keys) and key in key_parts(other.keys)
