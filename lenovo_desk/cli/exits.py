"""How a command ends without success: a status, and one line for standard error."""

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
    """Return what was probably meant as a sentence to append; empty when nothing is near."""
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), list(names), 1, 0.6)
    return f' Did you mean "{near[0]}"?' if near else ""
