"""The settings as a list; picking one changes it."""

from collections.abc import Sequence
from functools import partial

from lenovo_desk.core.ports import Agent
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.calendar import holidays_end
from lenovo_desk.core.time.moments import iso
from lenovo_desk.core.values.closed_answers import option_meant
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.home.setting_values import refused_setting, setting_value
from lenovo_desk.tui.kit.options import options_of
from lenovo_desk.tui.kit.pages.form import Ask, Form
from lenovo_desk.tui.kit.pages.picker import Picker
from lenovo_desk.tui.kit.pages.picker_rows import Act, PickerRow, act
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
COLOURS = ("dark", "light", "contrast")


def show_settings(shell: Shell) -> None:
    """List the settings; Enter changes the one under the cursor."""
    shell.refresh_settings()
    words, current = shell.words, shell.settings.current
    rows: list[PickerRow[Act]] = [PickerRow(problem, None) for problem in shell.settings.problems]
    for name, value, options in (
        ("language", current.language, shell.library.interface_languages()),
        ("phrases", current.phrases, shell.library.languages()),
        ("theme", current.theme, COLOURS),
    ):
        detail = words.get(f"{name}.{value}", words.get(f"language.{value}", value))
        change = partial(_set_up, shell, name, _after(value, options))
        rows.append(PickerRow(words[f"settings.{name}"], change, detail))
    change = partial(_choose_country, shell)
    rows.append(PickerRow(words["settings.country"], change, _country(shell)))
    for agent in current.agents:
        detail = f"  ({words['settings.at_desk']})" if agent.id == current.agent.id else ""
        role = words.get(f"role.{agent.role}", agent.role)
        label = f"{words['settings.agent']} {agent.name} ({agent.initials}) · {role}"
        rows.append(PickerRow(label, partial(_edit_agent, shell, agent), detail))
    rows.append(PickerRow(words["settings.add_agent"], partial(_edit_agent, shell, None)))
    for name, value in current.values.items():
        label = words.get(f"blanks.{name}", name)
        if f"settings.{name}" in words:  # answered yes or no once
            switch = partial(_set_up, shell, name, "no" if value == "yes" else "yes")
            answer = words[f"value.{value or 'no'}"]
            rows.append(PickerRow(words[f"settings.{name}"], switch, answer))
            continue
        detail = value or f"({words['settings.placeholder']})"
        rows.append(PickerRow(label, partial(edit_value, shell, name, value), detail))

    where = filled(words["settings.in_file"], {"detail": shell.settings.path})
    rows.append(PickerRow(words["settings.calendar"], None, current.calendar, where))
    today = iso(shell.store.clock.now().utc, current.zone)[:10]
    if year := holidays_end(current.calendar, today):
        rows.append(PickerRow(filled(words["calendar.ends"], {"year": year}), None))
    shell.push_screen(Picker(words["settings.title"], rows, words["settings.hint"]), act)


def _after(value: str, options: Sequence[str]) -> str:
    """Return the option after a value, round the end."""
    return options[(options.index(value) + 1) % len(options)] if value in options else options[0]


def _set_up(shell: Shell, name: str, value: str) -> None:
    shell.set_up(name, value)
    show_settings(shell)


def _country(shell: Shell) -> str:
    """Return the desk's country in words, and whether it is only suggested."""
    current, words = shell.settings.current, shell.words
    if not current.country:
        return words["settings.country_unset"]
    name = words.get(f"country.{current.country}", current.country)
    if current.country_set:
        return name
    return filled(words["settings.country_guessed"], {"country": name, "zone": current.zone})


def _choose_country(shell: Shell) -> None:
    """List the countries; Enter sets the one under the cursor, at first the desk's."""
    words, prefix = shell.words, "country."
    names = {key: name for key, name in words.items() if key.startswith(prefix)}
    rows = [PickerRow(name, key.removeprefix(prefix)) for key, name in names.items()]

    def choose(country: str | None) -> None:
        if country is None:
            show_settings(shell)
        else:
            _set_up(shell, "country", country)

    first = shell.settings.current.country
    picker = Picker(words["settings.country"], rows, words["settings.hint"], first)
    shell.push_screen(picker, choose)


def next_agent(shell: Shell) -> None:
    """Switch to the next agent; ask for a new one if there is no other."""
    current = shell.settings.current
    ids = [agent.id for agent in current.agents]
    if len(ids) < 2:
        edit_agent(shell, None)
        return
    index = ids.index(current.agent.id) if current.agent.id in ids else -1
    shell.set_up("agent", ids[(index + 1) % len(ids)])


def edit_value(shell: Shell, name: str, value: str) -> None:
    """Ask for a value that fills blanks: a link, a number or a name."""
    words = shell.words

    label = words.get(f"blanks.{name}", name)

    def check(answers: list[str]) -> str:
        text = setting_value(shell, name, label, answers[0])
        if isinstance(text, Reason):
            return refused_setting(shell, text)
        return shell.refusal(lambda: shell.settings.change(name, text))

    form = Form(words["settings.title"], [Ask(label, value)], check, words["form.hint"])
    shell.push_screen(form, lambda _: show_settings(shell))


def _edit_agent(shell: Shell, agent: Agent | None) -> None:
    edit_agent(shell, agent, lambda: show_settings(shell))


def edit_agent(shell: Shell, agent: Agent | None, then: Act = tuple) -> None:
    """Ask for an agent's details and put that agent at the desk; `then` is done after that."""
    words = shell.words
    before = agent or Agent("", "", "", shell.settings.current.agent.role)
    labels = {role: words.get(f"role.{role}", role) for role in ROLES}
    options = options_of(labels)
    roles = " ".join(label.replace(" ", "\u00a0", 1) for label in options.labels)

    def check(answers: list[str]) -> str:
        values = []
        for ask, text in zip(asks, answers, strict=True):
            kind = "phone" if ask is asks[-1] else ""
            value = setting_value(shell, kind, ask.label, text)
            if isinstance(value, Reason):
                return refused_setting(shell, value)
            values.append(value)
        name, initials, role, phone = values
        if not name or not initials or len(initials) > 4:
            return words["settings.agent_needs"]
        role = option_meant(role, labels)
        if role not in ROLES:
            return words["settings.role_needs"]
        others = {other.id for other in shell.settings.current.agents} - {before.id}
        identity = before.id or _identity(initials, others)

        def put() -> None:
            shell.settings.put_agent(Agent(identity, name, initials, role, phone))
            shell.settings.change("agent", identity)

        return shell.refusal(put)

    asks = [
        Ask(words["settings.name"], before.name),
        Ask(words["settings.initials"], before.initials),
        Ask(words["settings.role"], labels.get(before.role, ""), roles, options=options),
        Ask(words["settings.phone"], before.phone, words["settings.optional"]),
    ]
    form = Form(words["settings.who"], asks, check, words["form.hint"])

    def close(_: object) -> None:
        shell.tell_home()
        then()

    shell.push_screen(form, close)


def _identity(initials: str, others: set[str]) -> str:
    """Return an unused id for an agent."""
    base = "".join(c for c in initials.lower() if c.isascii() and c.isalnum()) or "agent"
    number, identity = 1, base
    while identity in others:
        number += 1
        identity = f"{base}{number}"
    return identity
