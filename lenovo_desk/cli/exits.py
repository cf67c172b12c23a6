"""The exit of a command without success: a status, and a line for standard error."""

from collections.abc import Iterable

PROGRAM = "lenovo-desk"
FAILED, MISUSED = 1, 2


class Stop(Exception):
    """Ends the command; `status` is the exit status of the process."""

    def __init__(self, line: str, status: int = FAILED) -> None:
        super().__init__(line)
        self.line = line
        self.status = status


def guess(word: str, names: Iterable[str]) -> str:
    """Return a sentence that suggests the closest of the names; empty when none is close."""
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), list(names), 1, 0.6)
    return f' Did you mean "{near[0]}"?' if near else ""
