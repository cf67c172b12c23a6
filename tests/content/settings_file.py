"""Settings read at a desk of ours."""

from pathlib import Path

from lenovo_desk.content.settings import YamlSettings, settings_from_plain
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.ports import Agent, Settings
from lenovo_desk.tui import key_clashes

ACCOUNT = Agent("here", "here")


def from_plain(plain: Plain) -> Settings:
    """Return the settings of a plain structure, at a desk of ours."""
    return settings_from_plain(plain, "UTC", lambda: ACCOUNT)


def settings_file(path: Path, cache: Path | None = None) -> YamlSettings:
    """Return a settings file at a desk of ours."""
    return YamlSettings(path, cache, "UTC", lambda: ACCOUNT, lambda: key_clashes)
