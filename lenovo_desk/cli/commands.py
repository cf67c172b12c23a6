"""All commands by name; the module of a command is imported when it is run."""

from argparse import REMAINDER, Namespace
from importlib import import_module
from typing import Protocol

from lenovo_desk import __version__
from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.exits import MISUSED, PROGRAM, Stop, guess
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services
from lenovo_desk.core.named_tuple import NamedTuple


class ProgramCommand(NamedTuple):
    """A row of the list of commands in the help."""

    module: str
    usage: str
    says: str


class CommandModule(Protocol):
    """What the module of every command has."""

    def arguments(self, parser: CommandParser) -> None:
        """Add the arguments of the command."""
        ...

    def run(self, options: Namespace, services: Services, out: Output) -> int:
        """Run the command; return the exit status."""
        ...


COMMANDS = {
    "start": ProgramCommand(
        "cases.start", "start FLOW", "open the screen with a new case (--follows, --fact, --stdin)"
    ),
    "walk": ProgramCommand("walk.walk", "walk FLOW [MOVE...]", "work a flow without a screen"),
    "paste": ProgramCommand(
        "cases.paste", "paste FLOW", "read a pasted message for facts (--evaluate FILE: how well)"
    ),
    "flows": ProgramCommand("cases.flows", "flows", "list the flows"),
    "check": ProgramCommand(
        "cases.check", "check [PATH...]", "report every problem in flows and scripts"
    ),
    "log": ProgramCommand("cases.log", "log", "list closed cases"),
    "log show": ProgramCommand(
        "cases.log_show", "log show ID", "show a case whole, or write it as a page (--html)"
    ),
    "log find": ProgramCommand(
        "cases.log_find", "log find", "find a customer's cases again; asks for what to find"
    ),
    "log export": ProgramCommand(
        "cases.log_export", "log export", "write closed cases as CSV or JSON lines"
    ),
    "hand-over": ProgramCommand(
        "cases.hand_over", "hand-over ID FILE", "hand a case to another desk"
    ),
    "take-over": ProgramCommand(
        "cases.take_over", "take-over FILE", "go on with a case handed over"
    ),
    "doctor": ProgramCommand(
        "doctor.doctor", "doctor", "say how terminal, clipboard and data folder stand"
    ),
    "calendar fill": ProgramCommand(
        "cases.calendar_fill", "calendar fill XX YEAR", "put a country's holidays into the settings"
    ),
    "board": ProgramCommand("cases.board", "board", "list open and parked cases, next due first"),
    "mock": ProgramCommand("mock.mock_list", "mock", "list scenarios and unfinished mock calls"),
    "mock play": ProgramCommand(
        "mock.mock_play", "mock play SCENARIO", "open the screen with a mock call"
    ),
    "mock customer": ProgramCommand(
        "mock.mock_customer", "mock customer [ID]", "see a mock call live and play its customer"
    ),
    "mock calls": ProgramCommand(
        "mock.mock_calls_command", "mock calls", "list closed mock calls with their scores"
    ),
    "mock score": ProgramCommand(
        "mock.mock_score", "mock score ID", "show a score with its evidence, or as a page (--html)"
    ),
    "mock mark": ProgramCommand(
        "mock.mock_mark", "mock mark ID LINE POINTS", "mark or overrule a line of a score"
    ),
    "mock remark": ProgramCommand(
        "mock.mock_remark", "mock remark ID TEXT", "add a remark to a mock call"
    ),
    "mock class": ProgramCommand(
        "mock.mock_class", "mock class", "show how trainees come on (--html: plots)"
    ),
    "mock share": ProgramCommand(
        "mock.mock_share", "mock share DIR", "set a folder up for a class"
    ),
    "quiz": ProgramCommand("mock.quiz_command", "quiz [DECK]", "list quizzes, or ask what is due"),
}
ENVIRONMENT = """\
LENOVO_DESK_DATA, LENOVO_DESK_CLASS, LENOVO_DESK_LANG stand for --data, --class, --lang,
LENOVO_DESK_SIGNS (auto, plain, full) for the setting signs.
Exit status: 0 done, 1 problems or a refusal, 2 bad usage."""


def top_parser() -> CommandParser:
    """Return the parser of the options before a command, and of its name."""
    rows = "\n".join(f"  {each.usage:26}{each.says}" for each in COMMANDS.values())
    parser = CommandParser(
        PROGRAM,
        "Guided flows for support agents. Without a command it opens the screen.",
        usage=f"{PROGRAM} [--data DIR] [--content DIR] [--class DIR] [--lang XX] [COMMAND ...]",
        epilog=f"commands:\n{rows}\n\n{ENVIRONMENT}",
    )
    parser.add_common()
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    parser.add_argument("command", nargs="?", help="one of the commands below")
    parser.add_argument("words", nargs=REMAINDER, help="what the command takes")
    return parser


def run_words(words: list[str], services: Services) -> int:
    """Run the command that the words name; return its exit status. Raises `Stop`."""
    options = top_parser().parse_args(words)
    name, rest = options.command, options.words
    if name is None:
        from lenovo_desk.cli.new_desk import first_start
        from lenovo_desk.cli.open_screen import run_screen

        services.take_options(options)
        return run_screen(services, first_start(services))
    if rest and f"{name} {rest[0]}" in COMMANDS:
        name, rest = f"{name} {rest[0]}", rest[1:]
    if name not in COMMANDS:
        hint = guess(name, COMMANDS) or f" See {PROGRAM} --help."
        raise Stop(f'there is no command "{name}".{hint}', MISUSED)
    services.command = name
    command = COMMANDS[name]
    module: CommandModule = import_module(f"lenovo_desk.cli.{command.module}")
    parser = CommandParser(f"{PROGRAM} {name}", module.__doc__ or "", epilog=ENVIRONMENT)
    module.arguments(parser)
    parser.add_common()
    options = parser.read(rest, options)
    if extra_words := getattr(options, "word", None):  # a second word that names no command
        raise _no_second_word(name, extra_words[0])
    services.take_options(options)
    return module.run(options, services, Output())


def _no_second_word(name: str, word: str) -> Stop:
    """Return the `Stop` for a second word that names none of the commands of `name`."""
    words = [key.removeprefix(f"{name} ") for key in COMMANDS if key.startswith(f"{name} ")]
    hint = guess(word, words) or f" There are: {', '.join(words)}."
    return Stop(f'there is no command "{name} {word}".{hint}', MISUSED)
