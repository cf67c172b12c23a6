"""The output of a command: text for people, JSON for programs, one line for an error."""

import os
import sys
from collections.abc import Sequence
from typing import Any, TextIO

from lenovo_desk.core.text import clean, clean_line


def open_streams() -> None:
    """Make pipes UTF-8 whatever the locale; a terminal shows what it can.

    A stream that was closed before the program began is sent to nothing. Otherwise the next file to
    be opened would take its place.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 (open to the end)
            setattr(sys, name, nowhere)
    for stream in (sys.stdout, sys.stderr):
        change = getattr(stream, "reconfigure", None)
        if change is None:
            continue
        if stream.isatty():
            change(errors="replace")
        else:
            change(encoding="utf-8", errors="replace")


def complain(program: str, line: str) -> None:
    """Write one line to standard error."""
    print(clean_line(f"{program}: {line}"), file=sys.stderr, flush=True)


class Output:
    """Standard output."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdout
        self.terminal = self._stream.isatty()

    def line(self, text: str = "") -> None:
        """Write a line."""
        self.text(f"{text}\n")

    def text(self, text: str) -> None:
        """Write text, unchanged to a pipe and cleaned to a terminal."""
        self._stream.write(clean(text) if self.terminal else text)

    def json(self, value: Any) -> None:
        """Write a value as JSON, indented on a terminal."""
        import json

        indent = 2 if self.terminal else None
        self.line(json.dumps(value, ensure_ascii=False, indent=indent))

    def table(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Write rows in aligned columns; wide characters count as two cells."""
        if not rows:
            return
        widths = [max(map(_cells, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = (
                cell + " " * (width - _cells(cell)) for cell, width in zip(row, widths, strict=True)
            )
            self.line("  ".join(cells).rstrip())


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text
    )
