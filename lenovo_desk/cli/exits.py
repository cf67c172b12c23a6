"""Ends of a command that are not its success, each with one line for standard error."""

from collections.abc import Iterable

PROGRAM = "lenovo-desk"
FAILED, MISUSED = 1, 2


class Stop(Exception):
    """The command ends here; `status` is what the process answers."""

    def __init__(self, line: str, status: int = FAILED) -> None:
        super().__init__(line)
        self.line = line
        self.status = status


def guess(word: str, known: Iterable[str]) -> str:
    """Return what was probably meant, ready to stand behind a sentence, or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), list(known), 1, 0.6)
    return f' Did you mean "{near[0]}"?' if near else ""
