"""Report every problem in flows, scripts and settings, each as file:line:col CODE message."""

import os
from argparse import Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.exits import FAILED
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="files or folders; everything, unless given",
    )
    parser.add_argument("--json", action="store_true", help="write JSON")


def run(options: Namespace, services: Services, out: Output) -> int:
    """Report the problems and a summary; return 1 when there is an error among them."""
    from lenovo_desk.content.all_problems import check

    problems = check(options.paths, services.roots)
    if not options.paths:
        from lenovo_desk.content.checks.placeholders import check_settings

        file = services.settings_file
        problems += file.findings
        problems += check_settings(file.path, file.current, services.library, services.today)
    problems = [problem._replace(path=_shorter(problem.path)) for problem in problems]
    errors = sum(not problem.warning for problem in problems)
    warnings = len(problems) - errors
    if options.json:
        out.json(
            {
                "problems": [
                    {**problem._asdict(), "warning": problem.warning} for problem in problems
                ],
                "errors": errors,
                "warnings": warnings,
            }
        )
        return FAILED if errors else 0
    for problem in problems:
        out.line(str(problem))
    out.line(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}")
    return FAILED if errors else 0


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _shorter(path: str) -> str:
    """Return a path relative to the current folder if it lies below it."""
    return path.removeprefix(os.getcwd() + os.sep)
