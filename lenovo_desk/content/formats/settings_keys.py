"""Check the keys that the settings give to commands."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from lenovo_desk.content.yaml.problems import Placed, Report, nearest


class KeyClash(Protocol):
    """Two commands of one screen with the same key; the first one is remapped."""

    @property
    def id(self) -> str:
        """The id of the remapped command."""
        ...

    @property
    def other(self) -> str:
        """The id of the other command, or `KeyTable.DIGITS`."""
        ...

    @property
    def key(self) -> str:
        """The key as the screens name it."""
        ...


class KeyTable(Protocol):
    """The commands of the screens, as `tui.key_clashes` judges them.

    It is a protocol because content must not import the screens.
    """

    @property
    def BY_ID(self) -> Mapping[str, object]:
        """The commands by id."""
        ...

    @property
    def DIGITS(self) -> str:
        """The id that stands in a clash for the digits of numbered choices."""
        ...

    @property
    def key_parts(self) -> Callable[[str], Sequence[str]]:
        """Returns the keys that a text lists, each by its name on the screens."""
        ...

    @property
    def is_key(self) -> Callable[[str], bool]:
        """Returns whether a name is the name of a key."""
        ...

    @property
    def is_character(self) -> Callable[[str], bool]:
        """Returns whether a key types a character."""
        ...

    @property
    def takes_characters(self) -> Callable[[str], bool]:
        """Returns whether a command may have a key that types a character."""
        ...

    @property
    def clashes(self) -> Callable[[Mapping[str, str]], Sequence[KeyClash]]:
        """Returns the clashes of remapped keys, given by command id."""
        ...


def usable_keys(keys: Mapping[Placed, Placed], table: KeyTable, report: Report) -> dict[str, str]:
    """Return the usable keys by the id of a command; report the others.

    Keys come back as the screens name them, several separated by commas.
    """
    places = {str(name): name for name in keys}
    usable: dict[str, Placed] = {
        name: text for name, text in keys.items() if _is_usable(name, text, table, report)
    }
    while clashes := table.clashes(usable):
        # A clash with a command that nobody remapped is settled first; then the later line loses.
        clash = min(clashes, key=lambda clash: clash.other in usable)
        name, other = clash.id, clash.other
        if other in usable and _order(places[name]) < _order(places[other]):
            name, other = other, name
        text = usable.pop(name)
        key = next(part for part in text.split(",") if clash.key in table.key_parts(part)).strip()
        owner = "the numbered choices" if other == table.DIGITS else f'"{other}"'
        owner += f" (line {places[other].line})" if other in usable else ""
        report.add("key-clash", text, key=key, name=name, owner=owner)
    return {name: ",".join(table.key_parts(text)) for name, text in usable.items()}


def _order(place: Placed) -> tuple[int, int]:
    return place.line, place.column


def _is_usable(name: Placed, text: Placed, table: KeyTable, report: Report) -> bool:
    if name not in table.BY_ID:
        report.add("unknown-command", name, nearest(name, table.BY_ID), name=name)
        return False
    keys = table.key_parts(text)
    wrong = next((key for key in keys if not table.is_key(key)), None if keys else text)
    if wrong is not None:
        guess = wrong.lower() if table.is_key(wrong.lower()) else ""
        report.add("bad-key", text, guess, text=wrong)
        return False
    if any(map(table.is_character, keys)) and not table.takes_characters(name):
        report.add("key-of-text", text, text=text, name=name)
        return False
    return True
