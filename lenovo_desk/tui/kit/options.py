"""The options of a closed question on the line: a digit chooses one and shows its name."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from lenovo_desk.core.values.closed_answers import option_meant
from lenovo_desk.tui.digits import digit

_ZEROS = "0０à"


class Options(NamedTuple):
    """What can be chosen on the line, beside its label."""

    names: tuple[str, ...]
    """What the line shows for an option once a digit has chosen it."""
    labels: tuple[str, ...]
    """The options in the label of the line, as `1 ThinkPad`."""
    meant: Callable[[str], int | None]
    """Returns the index of the option that a text means, from 0; None for none."""
    apart: str = ""
    """A character that means something else here: `-` is 6 on a French keyboard."""

    def digits(self, text: str) -> str:
        """Return a text of digits, however they are typed, in plain ones; "" for any other text.

        A character that begins a name is no digit: on a French keyboard `é` is one.
        """
        if any(name.casefold().startswith(text.casefold()) for name in self.names):
            return ""
        if self.apart and self.apart in text:
            return ""
        plain = ["0" if c in _ZEROS else str(digit(c) or "") for c in text]
        return "".join(plain) if all(plain) else ""

    def chosen(self, text: str) -> str:
        """Return the name of the option that digits choose; "" when they choose none."""
        digits = self.digits(text)
        index = self.meant(digits) if digits else None
        return "" if index is None else self.names[index]


def options_of(
    labels: Mapping[str, str], kind: str = "choice", numbering: Mapping[str, str] | None = None
) -> Options:
    """Return options by their ids, numbered as in the label of the line: by `numbering`."""
    ids = tuple(labels)
    texts = (numbering or labels).values()

    def meant(text: str) -> int | None:
        option = option_meant(text, labels, kind)
        return ids.index(option) if option else None

    numbered = tuple(f"{n} {text}" for n, text in enumerate(texts, start=1))
    return Options(tuple(labels.values()), numbered, meant)
