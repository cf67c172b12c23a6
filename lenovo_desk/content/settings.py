"""The settings of the desk: one commented YAML file."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lenovo_desk import __version__
from lenovo_desk.content.cache import Cache
from lenovo_desk.content.settings_fields import DOCUMENTED, WORKING
from lenovo_desk.core.named_tuple import NamedTuple

if TYPE_CHECKING:
    from lenovo_desk.content.yaml.problems import Problem

_TEMPLATE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "settings.yaml")
_PART = "settings"


class Agent(NamedTuple):
    """Someone who works at this desk."""

    id: str
    name: str
    initials: str = ""
    role: str = ""
    phone: str = ""


class Settings(NamedTuple):
    """What the desk is set to; the defaults are what the template says."""

    agents: tuple[Agent, ...] = ()
    agent: str = ""
    """The id of the agent who is at the desk now."""
    language: str = "en"
    """Of the screens."""
    phrases: str = "fr"
    """The language of the phrases."""
    theme: str = "dark"
    clipboard: str = "auto"
    links: Mapping[str, str] = {}
    numbers: Mapping[str, str] = DOCUMENTED
    addresses: Mapping[str, str] = {}
    contacts: Mapping[str, str] = {}
    station_name: str = ""
    station_phone: str = ""
    calendar: str = WORKING
    """As `core.time.calendar` reads it."""
    times: Mapping[str, str] = {}
    """Terms of deadlines by `flow.deadline`."""
    content: str = ""
    """A folder laid over the shipped content; empty for none."""
    classroom: str = ""
    """The folder of a class, where mock calls go; empty: they stay in the data folder."""

    def at_desk(self) -> Agent | None:
        """Return the agent who is at the desk now."""
        return next((agent for agent in self.agents if agent.id == self.agent), None)


class SettingsFile:
    """The settings file of a data folder."""

    def __init__(self, path: str | os.PathLike[str], cache: str | os.PathLike[str] | None) -> None:
        """Name the file; `cache` is the folder for its compiled form."""
        self.path = os.fspath(path)
        self._cache = os.path.join(os.fspath(cache), "settings") if cache is not None else ""

    def read(self) -> "tuple[Settings, list[Problem]]":
        """Return the settings and what is wrong with them; what is wrong counts as the default."""
        try:
            with open(self.path, "rb") as file:
                data = file.read()
        except FileNotFoundError:
            return Settings(), []
        except OSError as error:
            from lenovo_desk.content.yaml.problems import Problem, Report, Spot

            report = Report(self.path)
            report.add("unreadable", Spot(), why=error.strerror or "the system refuses")
            return Settings(), report.problems
        made_from = f"{__version__}\0{self.path}\0".encode("utf-8", "surrogatepass") + data
        cache = Cache(self._cache, made_from) if self._cache else None
        kept = cache.read(_PART) if cache else None
        if kept is None:
            from lenovo_desk.content.formats.settings_format import read_settings

            plain, problems = read_settings(data, self.path)
            if cache:
                cache.write({_PART: {"plain": plain, "problems": problems}}, _PART)
            return settings_from_plain(plain), problems
        if not kept["problems"]:
            return settings_from_plain(kept["plain"]), []
        from lenovo_desk.content.yaml.problems import Problem

        return settings_from_plain(kept["plain"]), [Problem(*one) for one in kept["problems"]]

    def change(self, *path: str, value: "str | Mapping[str, str] | None") -> None:
        """Change one setting in place and write the file; ValueError, OSError.

        The path is `language`, `links` and `support_link`, or `agents` and an id with the agent's
        fields as value; None removes an agent.
        """
        from lenovo_desk.content.yaml.edit_in_place import change

        try:
            with open(self.path, encoding="utf-8", newline="") as file:
                text = file.read()
        except FileNotFoundError:
            text = template()
        _write(self.path, change(text, path, value))


def template() -> str:
    """Return the text of a settings file with every setting explained."""
    with open(_TEMPLATE, encoding="utf-8") as file:
        return file.read()


def settings_from_plain(plain: Mapping[str, Any]) -> Settings:
    """Return the settings that a checked plain structure describes."""
    fields = {**plain, "agents": tuple(Agent(**agent) for agent in plain.get("agents", ()))}
    if "numbers" in fields:
        fields["numbers"] = {**DOCUMENTED, **fields["numbers"]}
    if "calendar" in fields:
        fields["calendar"] = _calendar(fields["calendar"])
    return Settings(**fields)


def _calendar(plain: Mapping[str, Any]) -> str:
    """Return a calendar as one text; a day that is not named is not worked."""
    days = [f"{day} {hours}" for day, hours in plain.items() if isinstance(hours, str) and hours]
    dates = (("off", plain.get("holidays", ())), ("on", plain.get("workdays", ())))
    return "; ".join([*days, *(f"{name} {' '.join(listed)}" for name, listed in dates if listed)])


def _write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path) or ".", mode=0o700, exist_ok=True)
    passing = f"{path}.{os.getpid()}"
    handle = os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with open(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(passing, path)
    except OSError:
        os.unlink(passing)
        raise
