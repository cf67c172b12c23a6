"""Say how the terminal, the clipboard and the data folder stand, and what to change."""

import os
import shutil
from argparse import Namespace
from collections.abc import Iterator, Mapping

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.doctor.terminal_checks import Check, terminal_checks
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services
from lenovo_desk.core.wording.sentences import filled, pair

_LITTLE = 100 << 20
"""Bytes that should be free on the disk of the data folder."""
_SYNCED = ("dropbox", "onedrive", "google drive", "googledrive", "nextcloud", "icloud", "坚果云")
"""Parts of the names of folders that a program copies between computers."""


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--json", action="store_true", help="write JSON, an object a check")


def run(options: Namespace, services: Services, out: Output) -> int:
    """Write a line for each check and its advice; return 1 when there is advice."""
    words = services.library.words(services.wording)
    settings = services.settings_file
    now = settings.current
    checks = [
        *terminal_checks(os.environ, now.clipboard, now.signs, services.own_signs),
        *_folder_checks(services.data),
        _settings_check(settings.problems),
    ]
    if options.json:
        out.json([_plain(check, words) for check in checks])
    else:
        for check in checks:
            _write(check, words, out)
    return int(any(check.advice for check in checks))


def _folder_checks(data: str) -> Iterator[Check]:
    place = data
    while not os.path.lexists(place) and os.path.dirname(place) != place:
        place = os.path.dirname(place)
    if not (os.path.isdir(place) and os.access(place, os.W_OK | os.X_OK)):
        yield Check("folder", "not_writable", data, "use_folder", "--data DIR")
        return
    if any(part in data.casefold() for part in _SYNCED):
        yield Check("folder", "synced", data, "use_folder", "--data DIR")
    else:
        yield Check("folder", "writable", data)
    free = shutil.disk_usage(place).free
    if free < _LITTLE:
        yield Check("disk", "free", f"{free >> 20} MB", "make_room")


def _settings_check(problems: tuple[str, ...] | list[str]) -> Check:
    if problems:
        return Check("settings", "settings_wrong", problems[0], "run", "lenovo-desk check")
    return Check("settings", "settings_right")


def _texts(check: Check, words: Mapping[str, str]) -> tuple[str, str, str]:
    """Return the name, the state and the advice of a check, in words."""
    state = filled(words[f"doctor.{check.state}"], {"detail": check.detail})
    advice = words[f"doctor.{check.advice}"] if check.advice else ""
    return words[f"doctor.{check.name}"], state, filled(advice, {"setting": check.setting})


def _plain(check: Check, words: Mapping[str, str]) -> dict[str, str]:
    _, state, advice = _texts(check, words)
    return {
        "check": check.name,
        "state": check.state,
        "says": state,
        "advice": advice,
        "setting": check.setting,
    }


def _write(check: Check, words: Mapping[str, str], out: Output) -> None:
    name, state, advice = _texts(check, words)
    out.line(f"{'!' if advice else ' '} {pair(words, name, state)}")
    if advice:
        out.line(f"    {advice}")
