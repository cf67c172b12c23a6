"""Tells Esc from what is typed right after it.

Terminals send Esc as the character with which the other keys begin that type none. Textual's reader
waits a tenth of a second for more: of Esc and Enter, or Esc and 1, typed sooner, it makes one key
that means neither, and a form that was left would be submitted. Of Esc and b or f it makes Ctrl and
an arrow, which terminals of a Mac mean by these two when they send them at once: they are that in a
field only (see `Keyboard`), and anywhere else, or when they come apart, the two keys that they are.
"""

import re
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.message import Message

ESCAPE = "\x1b"
_NO_SEQUENCE = r"[^A-Za-z\[\]\\^_\x1b\x7f]"
"""What begins no sequence after Esc. With a letter it is Alt, which `Keyboard` takes apart."""
_LONE = re.compile(rf"\x1b(?={_NO_SEQUENCE})|\x1b[bf]")
_AFTER = re.compile(rf"{_NO_SEQUENCE}|[bf]")


class EscapeKeys(XTermParser):
    """Reads what a terminal sends; an Esc that begins no sequence is a key of its own at once."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._open = False
        """Whether the last character was an Esc."""

    def feed(self, data: str) -> Iterable[Message]:
        """Yield the messages of what was read, in order."""
        if self._open and _AFTER.match(data):
            yield from self._let_go()
        start = 0
        for lone in _LONE.finditer(data):
            letter = lone[0][1:]
            before = data[start : lone.start() if letter else lone.end()]
            if before:  # nothing would mean that the terminal has gone
                yield from super().feed(before)
            yield from self._let_go()
            if letter:
                yield Key(f"alt+{letter}", letter)
            start = lone.end()
        self._open = data.endswith(ESCAPE)
        if start < len(data) or not data:
            yield from super().feed(data[start:])

    def _let_go(self) -> Iterable[Message]:
        """Yield the Esc that waits for more; none if it has been taken for a key already."""
        if self._timeout_time is not None:
            self._timeout_time = 0.0
            yield from self.tick()
