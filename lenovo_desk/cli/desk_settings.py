"""The settings file of a data folder, at the desk of whoever is logged in."""

import os
from typing import TYPE_CHECKING

from lenovo_desk.content.settings import YamlSettings
from lenovo_desk.core.ports import Agent

if TYPE_CHECKING:
    from lenovo_desk.content.formats.settings_keys import KeyTable


def desk_settings(data: str, zone: str) -> YamlSettings:
    """Return the settings of a data folder in a local time zone."""
    path, cache = os.path.join(data, "settings.yaml"), os.path.join(data, "cache")
    return YamlSettings(path, cache, zone, _account, _key_table)


def _account() -> Agent:
    """Return the agent of a desk that names none yet: whoever is logged in here."""
    from getpass import getuser

    try:
        name = getuser()
    except (KeyError, OSError, ImportError):  # no such user in the system's list
        name = "desk"
    return Agent(name.lower(), name, name[:2].upper(), "social")


def _key_table() -> "KeyTable":
    """Return the commands of the screens; they are data and import no screen."""
    from lenovo_desk.tui import commands

    return commands
