"""Where a passphrase comes from: the environment or a terminal, never the command line."""

import os
import sys
from collections.abc import Mapping

from lenovo_desk.cli.exits import FAILED, MISUSED, Stop

VARIABLE = "LENOVO_DESK_PASSPHRASE"
NOTE = f"The passphrase is asked for, or stands in {VARIABLE}."


def read_passphrase(words: Mapping[str, str], twice: bool) -> str:
    """Return the passphrase, asked for twice when it is a new one."""
    given = os.environ.get(VARIABLE, "")
    if given:
        return given
    if not sys.stdin.isatty():
        raise Stop(f"there is no terminal to ask for the passphrase; set {VARIABLE}", MISUSED)
    from getpass import getpass

    typed = getpass(_prompt(words["handover.passphrase"]))
    if twice and getpass(_prompt(words["handover.again"])) != typed:
        raise Stop(words["handover.differs"], FAILED)
    return typed


def ask_line(words: Mapping[str, str], key: str) -> str:
    """Return what is typed on the terminal for a word of the interface; nothing without one."""
    if not sys.stdin.isatty():
        return ""
    try:
        return input(_prompt(words[key]))
    except EOFError:
        return ""


def _prompt(label: str) -> str:
    return f"{label}: "
