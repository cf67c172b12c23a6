"""The forms of settings: values that fill blanks, an agent, the country."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from lenovo_desk.core.ports import Agent
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.setting_uses import SettingUse
from lenovo_desk.core.values.closed_answers import option_meant
from lenovo_desk.core.wording.sentences import filled, pair
from lenovo_desk.tui.kit.options import options_of
from lenovo_desk.tui.kit.pages.form import Ask, Form, Wrong
from lenovo_desk.tui.kit.pages.picker import Picker
from lenovo_desk.tui.kit.pages.picker_rows import PickerRow
from lenovo_desk.tui.setup.setting_values import refused_setting, setting_value
from lenovo_desk.tui.shell import Shell

ROLES = (
    "social",
    "hotline",
    "field",
    "depot",
    "complaints",
    "quality",
    "trainer",
    "supervisor",
)
AGENT = "agent_"
"""Begins the names of the blanks that the agent at the desk fills."""
INITIALS = 4
"""The most letters of an agent's initials."""
NAMED = 3
"""How many phrases are named that wait for a setting."""
Then = Callable[[bool], object]
"""Called when a form is left, with whether anything was changed."""


def value_now(shell: Shell, name: str) -> str:
    """Return what a setting that fills a blank is now; "" for a gap."""
    current = shell.settings.current
    if name == "country":
        return current.country
    if name.startswith(AGENT):
        return str(getattr(current.agent, name.removeprefix(AGENT), ""))
    return current.values.get(name, "")


def needed_by(shell: Shell, uses: Sequence[SettingUse], brief: bool = False) -> str:
    """Return what waits for a setting: how many phrases, and the steps that say them, by flow.

    If `brief`, only how many there are in each flow.
    """
    if not uses:
        return ""
    words, parts = shell.words, []
    for flow in dict.fromkeys(use.flow for use in uses):
        book, own = shell.library.book(flow, shell.language), [u for u in uses if u.flow == flow]
        if brief:
            parts.append(f"{book.title} ({len(own)})" if len(own) < len(uses) else book.title)
            continue
        titles = list(dict.fromkeys(book.steps[step].title for use in own for step in use.steps))
        more = f" (+{len(titles) - NAMED})" if len(titles) > NAMED else ""
        parts.append(pair(words, book.title, " · ".join(titles[:NAMED]) + more))
    where = " · ".join(parts) if brief else "\n".join(("", *parts))
    text = filled(words["settings.needed_by"], {"n": str(len(uses))})
    return pair(words, text, where).replace(" \n", "\n")


def edit_settings(
    shell: Shell, names: Sequence[str], then: Then, uses: Mapping[str, Sequence[SettingUse]]
) -> None:
    """Ask for settings that fill blanks, all in one form; the country has a list of its own.

    `uses` are the phrases that wait for them.
    """
    if "country" in names:
        choose_country(shell, then)
        return
    words, asks = shell.words, []
    for name in names:
        label = words.get(f"blanks.{name}", name)
        asks.append(Ask(label, value_now(shell, name), wrong=partial(_wrong, shell, name, label)))

    def check(answers: list[str]) -> str:
        changes = {}
        for name, ask, text in zip(names, asks, answers, strict=True):
            value = setting_value(shell, name, ask.label, text)
            assert isinstance(value, str), "each line has been checked"
            if value != ask.value:
                changes[name] = value
        return shell.refusal(partial(_change, shell, changes)) if changes else ""

    waiting = dict.fromkeys(use for name in names for use in uses.get(name, ()))
    about = needed_by(shell, tuple(waiting), brief=True)
    form = Form(words["settings.title"], asks, check, words["form.hint"], about)

    def close(accepted: bool | None) -> None:
        shell.refresh_settings()
        then(bool(accepted))

    shell.push_screen(form, close)


def _wrong(shell: Shell, name: str, label: str, text: str) -> str:
    """Return why a text is no value of a setting, or ""."""
    value = setting_value(shell, name, label, text)
    if isinstance(value, Reason):
        return refused_setting(shell, value)
    if name in ("agent_name", "agent_initials"):
        return _unnamed(shell, value, value if name == "agent_initials" else "x")
    return ""


def _unnamed(shell: Shell, name: str, initials: str) -> str:
    fits = name and initials and len(initials) <= INITIALS
    return "" if fits else shell.words["settings.agent_needs"]


def _change(shell: Shell, changes: Mapping[str, str]) -> None:
    """Write settings that fill blanks, in one go: those of the agent with the agent."""
    own = {
        name.removeprefix(AGENT): value for name, value in changes.items() if name.startswith(AGENT)
    }
    values = {name: value for name, value in changes.items() if not name.startswith(AGENT)}
    agent = shell.settings.current.agent._replace(**own) if own else None
    shell.settings.change_all(values, agent)


def choose_country(shell: Shell, then: Then) -> None:
    """List the countries; Enter sets the one under the cursor, at first the desk's."""
    prefix = "country."
    countries = {
        key.removeprefix(prefix): name
        for key, name in shell.words.items()
        if key.startswith(prefix)
    }
    choose_option(shell, "country", countries, shell.settings.current.country, then)


def choose_option(
    shell: Shell, name: str, options: Mapping[str, str], now: str, then: Then
) -> None:
    """List what a setting can be; Enter sets what is under the cursor, at first what it is."""
    words = shell.words
    rows = [PickerRow(text, value) for value, text in options.items()]

    def choose(value: str | None) -> None:
        if value:
            shell.set_up(name, value)
        then(bool(value))

    picker = Picker(words[f"settings.{name}"], rows, words["settings.hint"], now)
    shell.push_screen(picker, choose)


def edit_agent(shell: Shell, agent: Agent | None, then: Then) -> None:
    """Ask for an agent's details and put that agent at the desk."""
    words = shell.words
    before = agent or Agent("", "", "", shell.settings.current.agent.role)
    labels = {role: words.get(f"role.{role}", role) for role in ROLES}
    options = options_of(labels)
    roles = " ".join(label.replace(" ", "\u00a0", 1) for label in options.labels)

    def check(answers: list[str]) -> str | Wrong:
        values = []
        for ask, text in zip(asks, answers, strict=True):
            kind = "phone" if ask is asks[-1] else ""
            value = setting_value(shell, kind, ask.label, text)
            if isinstance(value, Reason):
                return Wrong(refused_setting(shell, value), asks.index(ask))
            values.append(value)
        name, initials, role, phone = values
        if problem := _unnamed(shell, name, initials):
            return Wrong(problem, 1 if name else 0)
        role = option_meant(role, labels)
        if role not in ROLES:
            return Wrong(words["settings.role_needs"], 2)
        others = {other.id for other in shell.settings.current.agents} - {before.id}
        identity = before.id or agent_id(initials, others)
        changed = Agent(identity, name, initials, role, phone)
        return shell.refusal(lambda: shell.settings.change_all({}, changed))

    asks = [
        Ask(words["settings.name"], before.name),
        Ask(words["settings.initials"], before.initials),
        Ask(words["settings.role"], labels.get(before.role, ""), roles, options=options),
        Ask(words["settings.phone"], before.phone, words["settings.optional"]),
    ]

    def close(accepted: bool | None) -> None:
        shell.tell_home()
        then(bool(accepted))

    shell.push_screen(Form(words["settings.who"], asks, check, words["form.hint"]), close)


def agent_id(initials: str, others: set[str]) -> str:
    """Return an unused id for an agent."""
    base = "".join(c for c in initials.lower() if c.isascii() and c.isalnum()) or "agent"
    number, identity = 1, base
    while identity in others:
        number += 1
        identity = f"{base}{number}"
    return identity
