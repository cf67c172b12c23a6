"""The settings of the desk, in one commented YAML file."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lenovo_desk import __version__
from lenovo_desk.content.cache import Cache
from lenovo_desk.content.settings_fields import SECTIONS, SWITCHES, WORKING, values_in
from lenovo_desk.core.model.country import COUNTRY_BY_ZONE
from lenovo_desk.core.ports import Agent, Settings
from lenovo_desk.core.time.calendar import WEEKDAYS

if TYPE_CHECKING:  # a start with a valid cache reads no YAML
    from lenovo_desk.content.formats.settings_keys import KeyTable
    from lenovo_desk.content.yaml.problems import Problem

_TEMPLATE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "settings.yaml")
_PART = "settings"
_FIRST_READ = ("_contents", "current")
"""Cached properties, forgotten when the file changes."""
_STALE = 3600.0
"""Seconds after which no program can still be writing the file."""


class YamlSettings:
    """Implements `core.ports.SettingsFile`: reads the file once, changes it in place.

    Comments stay. A setting with a problem counts as not set. When nothing of a changed file can be
    read, as while an editor writes it, the settings read before hold.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        cache: str | os.PathLike[str] | None,
        zone: str,
        account: Callable[[], Agent],
        key_table: "Callable[[], KeyTable]",
    ) -> None:
        """Read nothing yet; `path` is the settings file, `zone` the IANA name of the time zone.

        `cache` is the folder of the compiled form, None for no cache. `account` returns the agent
        of a desk that names none, `key_table` the commands that can have keys.
        """
        self._path = os.fspath(path)
        self._cache = os.path.join(os.fspath(cache), "settings") if cache is not None else ""
        self._zone, self._account, self._key_table = zone, account, key_table
        self._language = self._phrases = ""
        self._read_at = (0, 0)
        self._usable: Mapping[str, Any] = {}

    @property
    def path(self) -> str:
        """The path of the file; the first change creates it."""
        return self._path

    @cached_property
    def current(self) -> Settings:
        """The settings as they are now."""
        settings = settings_from_plain(self._contents[0], self._zone, self._account)
        return settings._replace(
            language=self._language or settings.language,
            phrases=self._phrases or settings.phrases,
        )

    @property
    def findings(self) -> "list[Problem]":
        """The problems of the file, each with its place."""
        return self._contents[1]

    @property
    def problems(self) -> tuple[str, ...]:
        """The problems of the file, one line each."""
        return tuple(map(str, self.findings))

    def prefer(self, language: str) -> None:
        """Use a language instead of the file's until someone chooses one at the desk."""
        self._language = language
        self._phrases = "" if language == "en" else language
        self.__dict__.pop("current", None)

    def reread(self) -> None:
        """Read the file again at the next use if another program has changed it."""
        if self._stamp() != self._read_at:
            self._forget()

    def _stamp(self) -> tuple[int, int]:
        try:
            file = os.stat(self._path)
        except OSError:
            return 0, 0
        return file.st_mtime_ns, file.st_size

    def _forget(self) -> None:
        for name in _FIRST_READ:
            self.__dict__.pop(name, None)

    def change(self, name: str, value: str) -> None:
        """Set `agent` (an id), `language`, `phrases`, `theme`, `country` or one of the values.

        Raises `StoreProblem("settings_broken")` when the file cannot be changed in place, and
        `StoreProblem("settings_refused")` when it cannot be written.
        """
        self.change_all({name: value})

    def change_all(self, values: Mapping[str, str], agent: Agent | None = None) -> None:
        """Set several values, and put an agent at the desk, in one write: all of it or nothing.

        Raises `StoreProblem` as `change` does.
        """
        from lenovo_desk.content.yaml.edit_in_place import change

        def edit(text: str) -> str:
            if agent is not None:
                text = change(text, ("agents", agent.id), agent._asdict())
                text = change(text, ("agent",), agent.id)
            for name, value in values.items():
                text = change(text, _path(name), value)
            return text

        self._write(edit)
        self._language = "" if "language" in values else self._language
        self._phrases = "" if "phrases" in values else self._phrases

    def values_in(self, country: str) -> Mapping[str, str]:
        """Return the values that fill blanks as they would be with another country."""
        return values_in(country, _own_values(self._contents[0]))

    def add_days(self, holidays: Sequence[str], workdays: Sequence[str]) -> None:
        """Add dates to the lists of the calendar; those it has stay. Raises as `change` does."""
        self._write(lambda text: _with_days(text, holidays, workdays))

    @cached_property
    def _contents(self) -> "tuple[Mapping[str, Any], list[Problem]]":
        """The plain settings and their problems."""
        plain, problems = self._read()
        self._usable = plain or self._usable
        return self._usable, problems

    def _read(self) -> "tuple[Mapping[str, Any], list[Problem]]":
        self._read_at = self._stamp()
        try:
            with open(self._path, "rb") as file:
                data = file.read()
        except FileNotFoundError:
            self._usable = {}
            return {}, []
        except OSError as error:
            from lenovo_desk.content.yaml.problems import Report, Spot

            report = Report(self._path)
            report.add("unreadable", Spot(), why=error.strerror or "the system refuses")
            return {}, report.problems
        made_from = (
            f"{__version__}\0{self._path}\0{self._zone}\0".encode(errors="surrogatepass") + data
        )
        cache = Cache(self._cache, made_from) if self._cache else None
        compiled = cache.read(_PART) if cache else None
        if compiled is None:
            from lenovo_desk.content.formats.settings_format import read_settings

            plain, problems = read_settings(data, self._path, self._zone, self._key_table)
            if cache:
                cache.write({_PART: {"plain": plain, "problems": problems}}, _PART)
            return plain, problems
        if not compiled["problems"]:
            return compiled["plain"], []
        from lenovo_desk.content.yaml.problems import Problem

        return compiled["plain"], [Problem(*problem) for problem in compiled["problems"]]

    def _write(self, edit: Callable[[str], str]) -> None:
        from lenovo_desk.core.engine.session import StoreProblem
        from lenovo_desk.disk_files import errno_name, make_folder, sweep_leftovers, write_atomic

        try:
            data = edit(self._text()).encode()
            folder = os.path.dirname(os.path.abspath(self._path))
            make_folder(folder)
            write_atomic(self._path, data)
        except OSError as error:
            raise StoreProblem("settings_refused", f"{self._path}: {errno_name(error)}") from None
        except ValueError as error:
            raise StoreProblem("settings_broken", f"{self._path}: {error}") from None
        sweep_leftovers(folder, _STALE)
        self._forget()

    def _text(self) -> str:
        """Return the present text of the file; without a file, the template."""
        try:
            with open(self._path, encoding="utf-8", newline="") as file:
                return file.read()
        except FileNotFoundError:
            return template()


def template() -> str:
    """Return the text of a settings file that explains every setting."""
    with open(_TEMPLATE, encoding="utf-8") as file:
        return file.read()


def _with_days(text: str, holidays: Sequence[str], workdays: Sequence[str]) -> str:
    """Return a settings file with dates in its calendar; the template's if it has none.

    One without a line below its name is none either: with dates alone, no day would have hours.
    """
    from lenovo_desk.content.yaml.edit_in_place import add_dates

    if re.search(r"(?m)^[ \t]*[^#\s]", text):
        add_dates(text, ("calendar", "holidays"), ())  # names the line of a broken file as it is
    text = re.sub(
        r"(?m)^calendar:[ \t]*(#.*)?\r?\n(?![ \t]+[^ \t#\r\n])",
        "",
        text if text.endswith("\n") else f"{text}\n",
    )
    if not re.search(r"(?m)^calendar:", text):
        block = re.search(r"(?ms)^(# [^\n]*\n)*calendar:.*?(?=\n\n)", template())
        assert block, "the template has a calendar"
        text = f"{text.rstrip()}\n\n{block[0]}\n"
    text = add_dates(text, ("calendar", "holidays"), holidays)
    return add_dates(text, ("calendar", "workdays"), workdays)


def settings_from_plain(
    plain: Mapping[str, Any], zone: str, account: Callable[[], Agent]
) -> Settings:
    """Return the settings that a checked plain structure describes.

    `account` returns the agent of a desk that names none.
    """
    agents = tuple(Agent(**agent) for agent in plain.get("agents", ()))
    at_desk = next((agent for agent in agents if agent.id == plain.get("agent")), None)
    country = plain.get("country", "").upper() or COUNTRY_BY_ZONE.get(zone, "")
    return Settings(
        agents=agents,
        agent=at_desk or (agents[0] if agents else account()),
        language=plain.get("language", "en"),
        phrases=plain.get("phrases", "fr"),
        theme=plain.get("theme", "dark"),
        values=values_in(country, _own_values(plain)),
        zone=zone,
        clipboard=plain.get("clipboard", "auto"),
        signs=plain.get("signs", "auto"),
        calendar=_calendar(plain["calendar"]) if "calendar" in plain else WORKING,
        times=plain.get("times", {}),
        keys=plain.get("keys", {}),
        content=os.path.expanduser(plain.get("content", "")),
        classroom=os.path.expanduser(plain.get("classroom", "")),
        country=country,
        country_set=bool(plain.get("country")),
    )


def _path(name: str) -> tuple[str, ...]:
    """Return the keys that lead to a setting in the file."""
    section = next((key for key, names in SECTIONS.items() if name in names), "")
    return (section, name) if section else (name,)


def _own_values(plain: Mapping[str, Any]) -> dict[str, str]:
    """Return the values that fill blanks as the file has them, by setting."""
    set_values = {
        name: value for section in SECTIONS for name, value in plain.get(section, {}).items()
    }
    values = {name: set_values.get(name, "") for names in SECTIONS.values() for name in names}
    for name in ("station_name", "station_phone"):
        values[name] = plain.get(name, "")
    return values | {name: "yes" if plain.get(name) else "" for name in SWITCHES}


def _calendar(plain: Mapping[str, Any]) -> str:
    """Return a calendar as one text for `core.time.calendar`; days left out have no hours.

    Exceptions alone are those of the usual week.
    """
    days = [f"{day} {hours}" for day, hours in plain.items() if isinstance(hours, str) and hours]
    exceptions = (("off", plain.get("holidays", ())), ("on", plain.get("workdays", ())))
    if not any(day in plain for day in WEEKDAYS) and any(dates for _, dates in exceptions):
        days = [WORKING]
    return "; ".join([*days, *(f"{name} {' '.join(dates)}" for name, dates in exceptions if dates)])
