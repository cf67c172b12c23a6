"""The program in a real terminal."""

import sys
from pathlib import Path

from rich.color import Color

from tests.bench.terminal import Terminal
from tests.shipped_content import copy_compiled
from tests.tui.scanning import Cell, codes_read, lightness


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


def read_from(at: Terminal) -> str:
    """Return what the only code in a terminal says."""
    rows: list[list[Cell]] = [
        [(char or " ", _light(ink), _light(ground)) for char, ink, ground in row]
        for row in at.painted
    ]
    (text,) = codes_read(rows)
    return text


def _light(color: str) -> int:
    return lightness(None if color == "default" else Color.parse(f"#{color}"))


_WITH_PIPE = """\
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
there, here = os.pipe()
if os.fork() == 0:
    os.write(here, sys.argv[1].encode())
    os._exit(0)
os.close(here)
os.dup2(there, 0)
os.execv(sys.argv[2], sys.argv[2:])
"""
"""Runs a program with a text piped into it, as a shell does: the terminal is its own, not its
standard input."""


def piped(data: Path, size: tuple[int, int], language: str, text: str, *more: str) -> Terminal:
    """Start the program in a terminal with a text in its standard input."""
    copy_compiled(data)
    program = (sys.executable, "-m", "lenovo_desk", "--data", str(data), "--lang", language, *more)
    command = (sys.executable, "-c", _WITH_PIPE, text, *program)
    return Terminal(command, size=size, env={"TZ": "Europe/Paris"})
