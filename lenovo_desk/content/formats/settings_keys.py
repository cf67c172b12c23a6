"""The keys that settings give to commands, and what can be wrong with them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from lenovo_desk.content.yaml.problems import Placed, Report, nearest


class KeyClash(Protocol):
    """Two commands of one screen on the same key, the first one of them remapped."""

    @property
    def id(self) -> str:
        """The remapped command."""
        ...

    @property
    def other(self) -> str:
        """The other command, or `KeyTable.DIGITS`."""
        ...

    @property
    def key(self) -> str:
        """The key as the screens name it."""
        ...


class KeyTable(Protocol):
    """The commands of the screens, as `tui.commands` declares them; content knows no screen."""

    @property
    def BY_ID(self) -> Mapping[str, object]:
        """The commands by id."""
        ...

    @property
    def DIGITS(self) -> str:
        """Stands in a clash for the digits that choose."""
        ...

    @property
    def key_parts(self) -> Callable[[str], Sequence[str]]:
        """Returns the keys of a text, each by the screens' name for it."""
        ...

    @property
    def is_key(self) -> Callable[[str], bool]:
        """Returns whether a name is that of a key."""
        ...

    @property
    def is_character(self) -> Callable[[str], bool]:
        """Returns whether a key writes a character."""
        ...

    @property
    def takes_characters(self) -> Callable[[str], bool]:
        """Returns whether a command may have such a key."""
        ...

    @property
    def clashes(self) -> Callable[[Mapping[str, str]], Sequence[KeyClash]]:
        """Returns the clashes once keys are remapped, given by the id of a command."""
        ...


def usable_keys(keys: Mapping[Placed, Placed], table: KeyTable, report: Report) -> dict[str, str]:
    """Return the usable keys by command, as the screens name them; report the others."""
    places = {str(name): name for name in keys}
    usable: dict[str, Placed] = {
        name: text for name, text in keys.items() if _is_usable(name, text, table, report)
    }
    while clashes := table.clashes(usable):
        # What clashes with a command that nobody remapped gives way first, then the later line.
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
