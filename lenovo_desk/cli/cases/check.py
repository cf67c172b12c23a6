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
    """Report the problems and a summary; 1 when there is an error among them."""
    from lenovo_desk.content.content_check import check

    found = check(options.paths, services.roots)
    if not options.paths:
        from lenovo_desk.content.checks.placeholders import check_settings

        found += services.settings_file.findings
        found += check_settings(
            services.settings_file.path, services.settings_file.current, services.library
        )
    problems = [one._replace(path=_near(one.path)) for one in found]
    errors = sum(not one.warning for one in problems)
    warnings = len(problems) - errors
    if options.json:
        out.json(
            {
                "problems": [{**one._asdict(), "warning": one.warning} for one in problems],
                "errors": errors,
                "warnings": warnings,
            }
        )
        return FAILED if errors else 0
    for one in problems:
        out.line(str(one))
    out.line(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}")
    return FAILED if errors else 0


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _near(path: str) -> str:
    """Return a path as seen from here, when it lies below."""
    here = os.getcwd() + os.sep
    return path.removeprefix(here)
