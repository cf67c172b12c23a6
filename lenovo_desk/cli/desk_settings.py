"""The settings file of a data folder, with this user as the default agent."""

import os
from typing import TYPE_CHECKING

from lenovo_desk.content.settings import YamlSettings
from lenovo_desk.core.ports import Agent

if TYPE_CHECKING:
    from lenovo_desk.content.formats.settings_keys import KeyTable


def desk_settings(data: str, zone: str) -> YamlSettings:
    """Return the settings of a data folder; `zone` is the IANA name of the local time zone."""
    path, cache = os.path.join(data, "settings.yaml"), os.path.join(data, "cache")
    return YamlSettings(path, cache, zone, _account, _key_table)


def _account() -> Agent:
    """Return the agent for settings that name none: the user who is logged in."""
    from getpass import getuser

    try:
        name = getuser()
    except (KeyError, OSError, ImportError):  # the system does not list this user
        name = "desk"
    return Agent(name.lower(), name, name[:2].upper(), "social")


def _key_table() -> "KeyTable":
    """Return the module of the keys of commands, which is data and imports no screen."""
    from lenovo_desk.tui import key_clashes

    return key_clashes
