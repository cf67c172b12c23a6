"""Terminals that say where their cursor is, one as Chinese consoles are: é and → take two cells."""

import os
from unicodedata import east_asian_width

import pyte.screens

from tests.bench.terminal import BellScreen, Terminal

_ASKED = b"\x1b[6n"


class WideScreen(BellScreen):
    """A screen on which characters of ambiguous width are wide."""

    def draw(self, data: str) -> None:
        """Draw a text."""
        narrow = pyte.screens.wcwidth
        pyte.screens.wcwidth = lambda char: 2 if east_asian_width(char) == "A" else narrow(char)
        try:
            super().draw(data)
        finally:
            pyte.screens.wcwidth = narrow


class AskedTerminal(Terminal):
    """A terminal that says where its cursor is, and counts how often it was asked."""

    asked = 0

    def _feed(self, data: bytes) -> None:
        before, *after = data.split(_ASKED)
        super()._feed(before)
        for part in after:
            self.asked += 1
            cursor = self._screen.cursor
            os.write(self._fd, f"\x1b[{cursor.y + 1};{cursor.x + 1}R".encode())
            super()._feed(part)


class WideTerminal(AskedTerminal):
    """A terminal of wide characters."""

    SCREEN = WideScreen
