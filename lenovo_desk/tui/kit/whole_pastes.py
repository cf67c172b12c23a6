"""Makes a paste one message, whatever it holds.

Textual's reader of the terminal takes an escape character inside a paste for the beginning of a
key: what follows it overtakes what stands before it, and from the 33rd character on it is typed,
so that letters of a customer's message would be commands.
"""

import re
import sys
from collections.abc import Iterable
from importlib import import_module

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START
from textual.message import Message

from lenovo_desk.tui.kit.escape_keys import EscapeKeys

_CODES = re.compile("\x1b\\[[0-9;:<=>?]*[ -/]*[@-~]|\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)|\x1b")
"""What a terminal would obey, such as a change of colour; else the escape character alone."""


class WholePastes(EscapeKeys):
    """Reads what a terminal sends; of a paste, the stock reader sees no escape character."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._before = ""
        """The last characters read outside a paste, where one may have begun."""
        self._pasted: str | None = None
        """What has arrived of a paste; None outside one."""

    def feed(self, data: str) -> Iterable[Message]:
        """Yield the messages of what was read, in order."""
        if not data:
            yield from super().feed(data)
        while data:
            if self._pasted is None:
                read = self._before + data
                at = read.find(BRACKETED_PASTE_START)
                end = len(read) if at < 0 else at + len(BRACKETED_PASTE_START)
                outside, data = data[: end - len(self._before)], read[end:]
                self._before = read[max(0, end - len(BRACKETED_PASTE_START) + 1) : end]
                self._pasted = None if at < 0 else ""
                yield from super().feed(outside)
            else:
                # Of a long paste only the new part is searched, and where the two meet.
                start = max(0, len(self._pasted) - len(BRACKETED_PASTE_END))
                self._pasted, data = self._pasted + data, ""
                at = self._pasted.find(BRACKETED_PASTE_END, start)
                if at >= 0:
                    text = _CODES.sub("", self._pasted[:at])
                    data = self._pasted[at + len(BRACKETED_PASTE_END) :]
                    self._pasted, self._before = None, ""
                    yield from super().feed(text + BRACKETED_PASTE_END)


def keep_pastes_whole() -> None:
    """Let the driver of this system read the terminal with `WholePastes`."""
    name = "win32" if sys.platform == "win32" else "linux_driver"
    vars(import_module(f"textual.drivers.{name}"))["XTermParser"] = WholePastes
