"""A program in a real pseudo-terminal: what it paints, and when, to the microsecond."""

import codecs
import contextlib
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

from lenovo_desk.tui.kit.theme import TOKENS

KEYS = {
    "up": b"\x1b[A", "down": b"\x1b[B", "right": b"\x1b[C", "left": b"\x1b[D",
    "enter": b"\r", "tab": b"\t", "escape": b"\x1b", "space": b" ", "backspace": b"\x7f",
    "home": b"\x1b[H", "end": b"\x1b[F", "f1": b"\x1bOP", "f2": b"\x1bOQ",
}  # fmt: skip
_CTRL = re.compile(r"ctrl\+([a-z])")
# What pyte would print as text: private modes, strings to the terminal, queries.
_SILENT = re.compile(
    r"\x1b\[[<=>][0-9;:]*[ -/]*[@-~]|\x1b\[\?[0-9;]*\$?[mup]|\x1b\[[0-9;]*[tn]"
    r"|\x1b[P_^X\]][^\x07\x1b]*(?:\x07|\x1b\\)"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-9;:<=>?]*[ -/]*|[P_^X\]][^\x07\x1b]*\x1b?)?$")

LONG = 60.0
"""Seconds after which nobody waits any longer, on a machine that does much else as well."""


@dataclass(frozen=True)
class Reply:
    """What one key led to: milliseconds to the first byte, the last one and the text expected."""

    first: float
    last: float
    shown: float
    painted: int
    cpu: float


def key_bytes(key: str) -> bytes:
    """The bytes a terminal sends for a key name; any other text is sent as typed."""
    if match := _CTRL.fullmatch(key):
        return bytes([ord(match[1]) & 0x1F])
    return KEYS.get(key) or key.encode()


LIT = TOKENS["dark"].lit.removeprefix("#")
"""The ground of the row under the cursor, in the colours that settings begin with."""


class BellScreen(pyte.Screen):
    """A screen that counts its bells."""

    bells = 0

    def bell(self, *args: object) -> None:
        """Ring."""
        self.bells += 1


class Terminal:
    """A command running in a terminal of its own, killed with everything it started at the end."""

    SCREEN = BellScreen

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (120, 40),
        env: dict[str, str] | None = None,
    ) -> None:
        columns, rows = size
        self._screen = self.SCREEN(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._tail = ""
        self._unread: list[tuple[float, bytes]] = []
        self._ended = False
        master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        unwanted = ("NO_COLOR", "COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE")
        own = {name: value for name, value in os.environ.items() if "LENOVO_DESK_" not in name}
        own |= env or {}
        own = {name: value for name, value in own.items() if name not in unwanted}
        own |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        self.began = time.perf_counter()
        self._child = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=own,
            start_new_session=True,
        )
        os.close(slave)
        self._fd = master

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.kill()
        os.close(self._fd)

    def kill(self) -> None:
        """Kill the program and all it started, as `kill -9` does."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._child.pid, signal.SIGKILL)
        self._child.wait()

    def hang_up(self) -> int:
        """Take the terminal away; return the status with which the program ended by itself."""
        gone, self._fd = self._fd, os.open(os.devnull, os.O_RDWR)
        os.close(gone)
        return self._child.wait(LONG)

    def type(self, key: str) -> float:
        """Send a key and return when, in seconds of the performance counter."""
        at = time.perf_counter()
        os.write(self._fd, key_bytes(key))
        return at

    def type_at_once(self, *keys: str) -> None:
        """Send keys with no time between them, as a slow line delivers what was typed."""
        os.write(self._fd, b"".join(map(key_bytes, keys)))

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, as its window does, and tell the program."""
        self._parse()
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.kill(self._child.pid, signal.SIGWINCH)

    def idle(self, seconds: float) -> None:
        """Take what is painted for so long."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0 and not self._ended:
            self._pump(left)
        self._parse()

    def settle(self, quiet: float = 0.15, limit: float = 5.0) -> None:
        """Wait until nothing was painted for so many seconds."""
        end = time.perf_counter() + limit
        while self._pump(quiet) and time.perf_counter() < end:
            pass
        self._parse()

    def wait_for(self, pattern: str, limit: float = LONG) -> float:
        """When the bytes arrived that made the screen show the pattern; TimeoutError if never.

        Now, if it is in view already and nothing has arrived since.
        """
        wanted = re.compile(pattern)
        end = time.perf_counter() + limit
        if not self._unread and wanted.search(self.text):
            return time.perf_counter()
        while True:
            while self._unread:
                at, data = self._unread.pop(0)
                self._feed(data)
                if wanted.search(self.text):
                    return at
            if self._ended or time.perf_counter() > end:
                raise TimeoutError(f"never saw {pattern!r} in:\n{self.text}")
            self._pump(0.005)

    def wait_until(self, is_so: Callable[[], bool], limit: float = LONG) -> None:
        """Wait until something is so elsewhere, on the disk say; TimeoutError if never."""
        end = time.perf_counter() + limit
        while not is_so():
            self.idle(0.02)
            if self._ended or time.perf_counter() > end:
                raise TimeoutError(f"it never came to be so; in view:\n{self.text}")

    def wait_for_end(self, limit: float = LONG) -> int:
        """Wait until the program has ended by itself, and return its exit status."""
        end = time.perf_counter() + limit
        while not self._ended:
            self._pump(0.1)
            if time.perf_counter() > end:
                raise TimeoutError(f"it never ended; in view:\n{self.text}")
        self._parse()
        return self._child.wait(limit)

    def press(self, key: str, expect: str = "", *, quiet: float = 0.06) -> Reply:
        """Send a key and time what it paints until a silence; without `expect`, shown is last."""
        if expect and re.search(expect, self.text):
            raise ValueError(f"the screen shows {expect!r} before the key {key!r}")
        before = self.cpu()
        sent = self.type(key)
        if not self._pump(2.0):
            raise TimeoutError(f"key {key!r} painted nothing in:\n{self.text}")
        while self._pump(quiet):
            pass
        spent = self.cpu() - before
        first, last = self._unread[0][0], self._unread[-1][0]
        painted = sum(len(data) for _, data in self._unread)
        shown = self.wait_for(expect, 2.0) if expect else last
        self._parse()
        first, last, shown = ((at - sent) * 1e3 for at in (first, last, shown))
        return Reply(first, last, shown, painted, spent * 1e3)

    @property
    def text(self) -> str:
        """The screen as a person sees it; `>` before a row whose second cell is lit."""
        rows, columns = range(self._screen.lines), range(1, self._screen.columns)
        buffer = self._screen.buffer  # its own `display` trips over a wide character cut in half
        starts = (">" if buffer[y][1].bg == LIT else buffer[y][0].data for y in rows)
        ends = ("".join(buffer[y][x].data for x in columns) for y in rows)
        return "\n".join(start + end for start, end in zip(starts, ends, strict=True))

    @property
    def painted(self) -> list[list[tuple[str, str, str]]]:
        """Its cells by row: a character, the colours of its ink and its ground, as in "ffffff"."""
        rows, columns = range(self._screen.lines), range(self._screen.columns)
        cells = [[self._screen.buffer[y][x] for x in columns] for y in rows]
        return [
            [
                (cell.data, cell.bg, cell.fg) if cell.reverse else (cell.data, cell.fg, cell.bg)
                for cell in row
            ]
            for row in cells
        ]

    @property
    def bells(self) -> int:
        """How often the bell has rung."""
        return self._screen.bells

    def cpu(self) -> float:
        """Seconds of processor time the program has used so far, all its threads together."""
        total = 0
        for task in Path(f"/proc/{self._child.pid}/task").glob("*/schedstat"):
            try:
                total += int(task.read_text().split()[0])
            except (OSError, IndexError):
                continue  # a thread that ended meanwhile
        return total / 1e9

    def peak_memory(self) -> float:
        """The most memory the program held at once, in megabytes."""
        status = Path(f"/proc/{self._child.pid}/status").read_text()
        match = re.search(r"VmHWM:\s+(\d+) kB", status)
        return int(match[1]) / 1024 if match else 0.0

    def _pump(self, seconds: float) -> bool:
        """Stamp what arrives within that time; the emulator waits, it would delay the stamps."""
        if not select.select([self._fd], [], [], max(0.0, seconds))[0]:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # Linux reports the end of a pseudo-terminal as an error
            data = b""
        if not data:
            self._ended = True
            return False
        self._unread.append((time.perf_counter(), data))
        return True

    def _parse(self) -> None:
        for _, data in self._unread:
            self._feed(data)
        self._unread.clear()

    def _feed(self, data: bytes) -> None:
        text = self._tail + self._decode(data)
        match = _UNFINISHED.search(text)
        self._tail = match[0] if match else ""
        if match:
            text = text[: match.start()]
        self._stream.feed(_SILENT.sub("", text))
