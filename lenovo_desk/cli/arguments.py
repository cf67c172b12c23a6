"""Parses the arguments of a command line; options may stand between other words."""

from argparse import (
    SUPPRESS,
    Action,
    ArgumentParser,
    HelpFormatter,
    Namespace,
    RawDescriptionHelpFormatter,
)
from itertools import islice
from typing import Any, NoReturn

from lenovo_desk.cli.exits import MISUSED, Stop


def _formatter(prog: str) -> HelpFormatter:
    """Return a help formatter for 79 cells; reading the terminal's width costs an import."""
    return RawDescriptionHelpFormatter(prog, width=79)


class CommandParser(ArgumentParser):
    """An argument parser that reports misuse in one line."""

    def __init__(self, prog: str, description: str, **more: Any) -> None:
        self._valued: set[str] = set()
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=_formatter,
            allow_abbrev=False,
            **more,
        )

    def add_argument(self, *names: Any, **how: Any) -> Action:
        """Add an argument and remember whether it takes a value."""
        action = super().add_argument(*names, **how)
        if action.option_strings and action.nargs != 0:
            self._valued.update(action.option_strings)
        return action

    def add_common(self) -> None:
        """Add the options that every command has."""
        self.add_argument("--data", metavar="DIR", default=SUPPRESS, help="the data folder")
        self.add_argument(
            "--content", metavar="DIR", default=SUPPRESS, help="flows and scripts of your own"
        )
        self.add_argument(
            "--class",
            metavar="DIR",
            dest="classroom",
            default=SUPPRESS,
            help="the folder of a class, where mock calls go",
        )
        self.add_argument("--lang", metavar="XX", default=SUPPRESS, help="the language: fr, zh, en")

    def read(self, words: list[str], before: Namespace) -> Namespace:
        """Parse the words of a command into the options parsed before it; return both.

        Only `--name` and `-h` are options, since `-item` is a move. Raises `Stop` for misuse.
        """
        options: list[str] = []
        others: list[str] = []
        rest = iter(words)
        for word in rest:
            if word == "--":
                others.extend(rest)
            elif word.startswith("--") or word == "-h":
                options.append(word)
                if word in self._valued:
                    options.extend(islice(rest, 1))
            else:
                others.append(word)
        return self.parse_args([*options, "--", *others] if others else options, before)

    def error(self, message: str) -> NoReturn:
        """Raise `Stop` with the message and a pointer to the help."""
        line = message.replace("arguments: -- ", "arguments: ")  # see `read`
        raise Stop(f"{line}; see {self.prog} --help", MISUSED)
