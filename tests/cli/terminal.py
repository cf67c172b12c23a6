"""The program in a real terminal."""

import sys
from pathlib import Path

from tests.bench.terminal import Terminal
from tests.shipped_content import copy_compiled


def terminal(data: Path, size: tuple[int, int], language: str, *more: str) -> Terminal:
    copy_compiled(data)
    command = (sys.executable, "-m", "lenovo_desk", "--data", str(data), "--lang", language, *more)
    return Terminal(command, size=size, env={"TZ": "Europe/Paris"})


def press(at: Terminal, *keys: str) -> None:
    """Press keys one after the other; they count in order, however late they are handled."""
    for key in keys:
        at.type(key)
        at.idle(0.15)


def leave(at: Terminal) -> None:
    """Quit, and wait until the program has ended: what it keeps is on the disk then."""
    at.type("ctrl+q")
    assert at.wait_for_end() == 0
