"""The settings file as the screens know it."""

import os
from functools import cached_property
from typing import TYPE_CHECKING

from lenovo_desk.content import settings as content
from lenovo_desk.content.settings_fields import SECTIONS
from lenovo_desk.core.ports import Agent, Settings

if TYPE_CHECKING:
    from lenovo_desk.content.yaml.problems import Problem


def _account() -> Agent:
    """Return the agent of a desk that names none yet: whoever is logged in here."""
    from getpass import getuser

    try:
        name = getuser()
    except (KeyError, OSError, ImportError):  # no such user in the system's list
        name = "desk"
    return Agent(name.lower(), name, name[:2].upper(), "social")


class DeskSettings:
    """Implements `core.ports.SettingsFile` on the file of a data folder."""

    def __init__(self, data: str, zone: str) -> None:
        """Name the data folder and the time zone."""
        path = os.path.join(data, "settings.yaml")
        self._file = content.SettingsFile(path, os.path.join(data, "cache"))
        self._zone = zone
        self._language = self._phrases = ""

    def prefer(self, language: str) -> None:
        """Let a language go before the file's, until one is chosen at the desk."""
        self._language = language
        self._phrases = "" if language == "en" else language

    @cached_property
    def _read(self) -> "tuple[content.Settings, list[Problem]]":
        return self._file.read()

    @property
    def own_content(self) -> str:
        """The folder laid over the shipped content; empty for none."""
        return os.path.expanduser(self._read[0].content)

    @property
    def classroom(self) -> str:
        """The folder of the class that this desk practises in; empty for none."""
        return os.path.expanduser(self._read[0].classroom)

    @property
    def path(self) -> str:
        """Where the file is, or will be once something is changed."""
        return self._file.path

    @property
    def said(self) -> content.Settings:
        """What the file says."""
        return self._read[0]

    @property
    def found(self) -> "list[Problem]":
        """What is wrong with the file."""
        return self._read[1]

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the file, one line each."""
        return tuple(str(problem) for problem in self._read[1])

    @property
    def current(self) -> Settings:
        """The settings as they are now."""
        now = self._read[0]
        agents = tuple(Agent(*agent) for agent in now.agents)
        here = next((agent for agent in agents if agent.id == now.agent), None)
        values = {
            **{
                name: getattr(now, section).get(name, "")
                for section, names in SECTIONS.items()
                for name in names
            },
            "station_name": now.station_name,
            "station_phone": now.station_phone,
        }
        return Settings(
            agents=agents,
            agent=here or (agents[0] if agents else _account()),
            language=self._language or now.language,
            phrases=self._phrases or now.phrases,
            theme=now.theme,
            values=values,
            zone=self._zone,
            clipboard=now.clipboard,
            calendar=now.calendar,
            times=now.times,
        )

    def change(self, name: str, value: str) -> None:
        """Set `agent` (an id), `language`, `phrases`, `theme` or one of the values."""
        section = next((key for key, names in SECTIONS.items() if name in names), "")
        self._change((section, name) if section else (name,), value)
        if name == "language":
            self._language = ""
        elif name == "phrases":
            self._phrases = ""

    def put_agent(self, agent: Agent) -> None:
        """Add an agent, or replace the one with this id."""
        self._change(("agents", agent.id), agent._asdict())

    def _change(self, path: tuple[str, ...], value: str | dict[str, str]) -> None:
        import errno

        from lenovo_desk.core.engine.session import StoreProblem

        try:
            self._file.change(*path, value=value)
        except OSError as error:
            name = errno.errorcode.get(error.errno or errno.EIO, "EIO")
            raise StoreProblem("settings_refused", f"{self.path}: {name}") from None
        except ValueError as error:
            raise StoreProblem("settings_broken", str(error)) from None
        self.__dict__.pop("_read", None)
