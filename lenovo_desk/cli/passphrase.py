"""Reads a passphrase from the environment or a terminal, never from the command line."""

import os
import sys
from collections.abc import Mapping

from lenovo_desk.cli.exits import FAILED, MISUSED, Stop

VARIABLE = "LENOVO_DESK_PASSPHRASE"
NOTE = f"The passphrase is asked for, or stands in {VARIABLE}."


def read_passphrase(words: Mapping[str, str], twice: bool) -> str:
    """Return the passphrase; with `twice`, ask for it a second time to confirm it.

    `words` are those of the interface. Raises `Stop` without a terminal, and when the two differ.
    """
    secret = os.environ.get(VARIABLE, "")
    if secret:
        return secret
    if not sys.stdin.isatty():
        raise Stop(f"there is no terminal to ask for the passphrase; set {VARIABLE}", MISUSED)
    from getpass import getpass

    answer = getpass(_prompt(words["handover.passphrase"]))
    if twice and getpass(_prompt(words["handover.again"])) != answer:
        raise Stop(words["handover.differs"], FAILED)
    return answer


def ask_line(words: Mapping[str, str], key: str) -> str:
    """Return a line typed at a prompt, the interface's word `key`; empty without a terminal."""
    if not sys.stdin.isatty():
        return ""
    try:
        return input(_prompt(words[key]))
    except EOFError:
        return ""


def _prompt(label: str) -> str:
    return f"{label}: "
