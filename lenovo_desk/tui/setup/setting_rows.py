"""The settings by group: what each is called, what it is, what waits for it, what changes it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from lenovo_desk.core.ports import SIGNS, Agent
from lenovo_desk.core.setting_uses import SettingUse, setting_uses
from lenovo_desk.core.time.calendar import holidays_end
from lenovo_desk.core.time.moments import iso
from lenovo_desk.core.wording.calendar_words import week_text
from lenovo_desk.core.wording.language_formats import formats_of
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.setup.setting_forms import (
    Then,
    choose_country,
    choose_option,
    edit_agent,
    edit_settings,
    needed_by,
    value_now,
)
from lenovo_desk.tui.shell import Shell

GROUPS = ("you", "desk", "numbers", "times", "look", "team")
"""The groups in order: interface words below `settings.groups`."""
COLOURS = ("dark", "light", "contrast")
OWN = ("agent_name", "agent_initials", "agent_phone")
"""The blanks that the agent at the desk fills."""


class SettingRow(NamedTuple):
    """A setting as it is now."""

    id: str
    group: str
    label: str
    value: str
    state: str = ""
    """What waits for it, or where the value comes from."""
    gap: bool = False
    """Whether phrases cannot be said until it is filled in."""
    waiting: Sequence[SettingUse] = ()
    """The phrases that it fills."""
    about: str = ""
    """What it is for, in full."""
    change: Callable[[Then], object] | None = None
    """Lets somebody change it; None where only the file does."""


def setting_rows(shell: Shell) -> list[SettingRow]:
    """Return every setting, by group; within the numbers and links what is needed comes first."""
    uses = setting_uses(shell.library)
    return [
        *_you(shell, uses),
        *_desk(shell, uses),
        *by_need(shell, _numbers(shell, uses)),
        *_times(shell),
        *_look(shell),
        *_team(shell),
    ]


def by_need(shell: Shell, rows: Iterable[SettingRow]) -> list[SettingRow]:
    """Return rows with the gaps first, among them those of the flows of the agent's role."""
    role = shell.settings.current.agent.role
    own = [card.id for card in shell.library.cards() if role in card.roles]
    return sorted(
        rows, key=lambda row: (not row.gap, not any(use.flow in own for use in row.waiting))
    )


def _blank_row(
    shell: Shell, group: str, name: str, uses: Mapping[str, Sequence[SettingUse]]
) -> SettingRow:
    """Return the row of a setting that fills blanks."""
    words, value, waiting = shell.words, value_now(shell, name), uses.get(name, ())
    gap = not value and bool(waiting)
    state = filled(words["settings.used"], {"n": str(len(waiting))})
    return SettingRow(
        name,
        group,
        words.get(f"blanks.{name}", name),
        value,
        state if waiting else words["settings.unused"],
        gap,
        waiting,
        needed_by(shell, waiting),
        lambda then: edit_settings(shell, [name], then, uses),
    )


def _you(shell: Shell, uses: Mapping[str, Sequence[SettingUse]]) -> list[SettingRow]:
    agent, words = shell.settings.current.agent, shell.words
    role = SettingRow(
        "role",
        "you",
        words["settings.role"],
        words.get(f"role.{agent.role}", agent.role),
        change=partial(edit_agent, shell, agent),
    )
    rows = [_blank_row(shell, "you", name, uses) for name in OWN]
    return [*rows[:2], role, *rows[2:]]


def _desk(shell: Shell, uses: Mapping[str, Sequence[SettingUse]]) -> list[SettingRow]:
    words, current = shell.words, shell.settings.current
    value = words.get(f"country.{current.country}", current.country)
    state = ""
    if current.country and not current.country_set:
        state = filled(words["settings.country_guessed"], {"zone": current.zone})
    country = _blank_row(shell, "desk", "country", uses)._replace(
        label=words["settings.country"],
        value=value,
        about="" if value else words["settings.country_unset"],
        change=lambda then: choose_country(shell, then),
    )
    switches = [
        SettingRow(
            name,
            "desk",
            words[f"settings.{name}"],
            words[f"value.{answer or 'no'}"],
            change=partial(_set_up, shell, name, "no" if answer == "yes" else "yes"),
        )
        for name, answer in current.values.items()
        if f"settings.{name}" in words  # answered yes or no once
    ]
    return [country._replace(state=state or country.state), *switches]


def _numbers(shell: Shell, uses: Mapping[str, Sequence[SettingUse]]) -> list[SettingRow]:
    words = shell.words
    names = [name for name in shell.settings.current.values if f"settings.{name}" not in words]
    return [_blank_row(shell, "numbers", name, uses) for name in names]


def _times(shell: Shell) -> list[SettingRow]:
    words, current = shell.words, shell.settings.current
    where = filled(words["settings.in_file"], {"detail": shell.settings.path})
    today = iso(shell.store.clock.now().utc, current.zone)[:10]
    year = holidays_end(current.calendar, today)
    end = filled(words["calendar.ends"], {"year": year}) if year else ""
    week = week_text(formats_of(words), current.calendar)
    terms = ", ".join(f"{name} {term}" for name, term in current.times.items())
    return [
        SettingRow("calendar", "times", words["settings.calendar"], week,
                   about="\n".join(text for text in (end, where) if text)),
        SettingRow("times", "times", words["settings.times"], terms or words["settings.as_shipped"],
                   about=where),
    ]  # fmt: skip


def _look(shell: Shell) -> list[SettingRow]:
    words, current = shell.words, shell.settings.current
    rows = []
    for name, value, options in (
        ("language", current.language, shell.library.interface_languages()),
        ("phrases", current.phrases, shell.library.languages()),
        ("theme", current.theme, COLOURS),
        ("signs", current.signs, SIGNS),
    ):
        names = {
            each: words.get(f"{name}.{each}", each)
            if options in (COLOURS, SIGNS)
            else language_name(shell, each)
            for each in options
        }
        text, change = names.get(value, value), partial(choose_option, shell, name, names, value)
        rows.append(SettingRow(name, "look", words[f"settings.{name}"], text, change=change))
    keys = ", ".join(f"{name} {key}" for name, key in current.keys.items())
    where = filled(words["settings.in_file"], {"detail": shell.settings.path})
    value = keys or words["settings.as_shipped"]
    return [*rows, SettingRow("keys", "look", words["settings.keys"], value, about=where)]


def language_name(shell: Shell, language: str) -> str:
    """Return what a language is called in itself."""
    name = f"language.{language}"
    return shell.library.words(language).get(name, shell.words.get(name, language))


def _team(shell: Shell) -> list[SettingRow]:
    words, current = shell.words, shell.settings.current

    def row(agent: Agent) -> SettingRow:
        at_desk = words["settings.at_desk"] if agent.id == current.agent.id else ""
        role = words.get(f"role.{agent.role}", agent.role)
        label = f"{agent.name} ({agent.initials})"
        change = partial(edit_agent, shell, agent)
        return SettingRow(f"agent:{agent.id}", "team", label, role, at_desk, change=change)

    add = words["settings.add_agent"]
    new = SettingRow("agent:", "team", add, "", change=partial(edit_agent, shell, None))
    return [*map(row, current.agents), new]


def _set_up(shell: Shell, name: str, value: str, then: Then) -> None:
    shell.set_up(name, value)
    then(True)
