"""Files that a command writes where it is told to."""

import os

from lenovo_desk.cli.output import Output
from lenovo_desk.core.wording.wording import Wording


def put_out(name: str, text: str, out: Output, wording: Wording) -> None:
    """Write a text into a file and say where; `-` is standard output."""
    if name == "-":
        out.text(text)
        return
    write_private(name, text)
    out.line(wording.fill("class.cli.written", detail=name))


def write_private(name: str, text: str) -> None:
    """Write a file that only this user reads: it names people."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    with open(os.open(name, flags, 0o600), "w", encoding="utf-8", newline="\n") as file:
        if hasattr(os, "fchmod"):
            os.fchmod(file.fileno(), 0o600)
        file.write(text)
