"""Signs of uncertain width: their plain forms, and how a terminal is asked for their cells."""

import os
import re
import select
import sys
import time
from collections.abc import Sequence

from lenovo_desk.core.ports import SIGNS

AUTO, PLAIN, FULL = SIGNS
"""Ask the terminal; always the plain forms; the signs as they are drawn here."""
_SIGNS = "→  ↑ ↓ ↵  …  › − ✓ ☐ ─ ▌ ▏ ░ ▀ ▄ █ ▁ ▂ ▃ ▅ ▆ ▇"
_FORMS = "-> ^ v <- .. > - x o - | | . ' . # _ _ . = = #"
FORMS = dict(zip(_SIGNS.split(), _FORMS.split(), strict=True))
"""The plain form of each sign, as many cells as it is then counted for."""
GROUPS = (
    ("é", 0x00A1, 0x04FF),
    ("“", 0x2010, 0x206F),
    ("№", 0x2070, 0x218F),
    ("→", 0x2190, 0x24FF),
    ("─", 0x2500, 0x257F),
    ("█", 0x2580, 0x259F),
    ("●", 0x25A0, 0x1FFFF),
)
"""A character to ask for, and the first and last of those that are as wide as it."""
_SIGNS_FROM = 0x2190
"""The groups from here on hold our signs; below, there is text only."""
_ANSWER = re.compile(rb"\x1b\[\d+;(\d+)R")
ANSWERS = len(GROUPS)
Cells = Sequence[int]
"""How many cells the character of each group takes; empty when the terminal has not said."""


def question(at: str) -> str:
    """Return what a terminal answers with a position for each group.

    `at` moves the cursor to the first column of a row, which is blank afterwards.
    """
    return "".join(f"{at}{sign}\x1b[6n" for sign, _, _ in GROUPS) + f"{at}\x1b[K"


def need_plain(setting: str, cells: Cells) -> bool:
    """Return whether signs are painted in their plain forms."""
    if setting == AUTO:
        wide = zip(GROUPS, cells, strict=False)
        return any(width > 1 for (_, first, _), width in wide if first >= _SIGNS_FROM)
    return setting == PLAIN


def ask_now(limit: float) -> list[int]:
    """Ask the terminal of a command and wait for so many seconds; return its cells.

    They are empty without a terminal, without an answer, and where keys wait to be read: those are
    for the shell.
    """
    streams = sys.__stdin__, sys.__stdout__
    if sys.platform == "win32" or not all(stream and stream.isatty() for stream in streams):
        return []
    import termios
    import tty

    assert sys.__stdin__
    keys = sys.__stdin__.fileno()
    before = termios.tcgetattr(keys)
    try:
        tty.setcbreak(keys, termios.TCSANOW)
        if select.select([keys], [], [], 0)[0]:
            return []
        print(question("\r"), end="", flush=True)
        end, answers = time.monotonic() + limit, b""
        while len(cells := _ANSWER.findall(answers)) < ANSWERS:
            if not select.select([keys], [], [], max(0.0, end - time.monotonic()))[0]:
                return []
            answers += os.read(keys, 4096)
        return [int(column) - 1 for column in cells]
    finally:
        termios.tcsetattr(keys, termios.TCSANOW, before)
