"""What the first start asks: at most five questions, and the settings that their answers make."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from lenovo_desk.core.model.country import LANGUAGE_BY_COUNTRY
from lenovo_desk.core.ports import Agent, FlowCard
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.setting_uses import SettingUse, setting_uses
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.setup.setting_forms import AGENT, INITIALS, ROLES, agent_id
from lenovo_desk.tui.setup.setting_rows import language_name
from lenovo_desk.tui.setup.setting_values import refused_setting, setting_value
from lenovo_desk.tui.shell import Shell

QUESTIONS = ("language", "name", "role", "country", "values")
"""The questions in order: interface words below `first`."""
_PHONE = "agent_phone"


class Answers(NamedTuple):
    """What has been answered so far."""

    language: str
    name: str = ""
    role: str = ""
    country: str = ""
    values: Mapping[str, str] = {}
    """Settings that fill blanks, by name."""

    @property
    def initials(self) -> str:
        """What a post is signed with: the first letters of the name, or a short name whole."""
        words = self.name.replace("-", " ").split()
        if len(words) == 1 and len(words[0]) <= INITIALS and not words[0].isascii():
            return words[0]
        return "".join(word[0] for word in words)[:INITIALS].upper()

    def answered(self, question: str, answer: str) -> "Answers":
        """Return them with the answer to a question other than the last."""
        changed: dict[str, Any] = {question: answer}
        return self._replace(**changed)

    def text_of(self, shell: Shell, question: str) -> str:
        """Return an answer in words."""
        if question == "values":
            names = needed_values(shell, self)
            count = sum(bool(self.values.get(name)) for name in names)
            counts = {"n": str(count), "most": str(len(names))}
            return filled(shell.words["settings.filled_in"], counts)
        value = str(getattr(self, question))
        if question == "name" and value != self.initials:
            return f"{value} ({self.initials})"
        return options_for(shell, question).get(value, value)


def suggested(shell: Shell, language: str) -> Answers:
    """Return the answers that the settings suggest, and a language."""
    current = shell.settings.current
    agent = current.agent if current.agents else Agent("", "")
    return Answers(language or current.language, agent.name, agent.role, current.country)


def typed_answer(
    shell: Shell, answers: Answers, question: str, setting: str, text: str
) -> Answers | str:
    """Return the answers with what was typed as a name or a setting, or why it is none."""
    words = shell.words
    label = words[f"blanks.{setting}"] if setting else words["first.name"]
    value = setting_value(shell, setting, label, text, answers.country)
    if isinstance(value, Reason):
        return refused_setting(shell, value)
    if setting:
        return answers._replace(values={**answers.values, setting: value})
    return answers.answered(question, value) if value else words["first.name_needs"]


def options_for(shell: Shell, question: str) -> dict[str, str]:
    """Return what can be answered, by value; nothing for a question that is answered in words.

    Countries of another language than the screen's come last: without a time zone the first is
    suggested.
    """
    words = shell.words
    if question == "language":
        names = shell.library.interface_languages()
        return {language: language_name(shell, language) for language in names}
    if question == "role":
        return {role: words.get(f"role.{role}", role) for role in ROLES}
    if question == "country":
        prefix = "country."
        keys = [key for key in words if key.startswith(prefix)]
        countries = {key.removeprefix(prefix): words[key] for key in keys}
        language = shell.language

        def elsewhere(country: str) -> bool:
            return LANGUAGE_BY_COUNTRY.get(country, language) != language

        return {country: countries[country] for country in sorted(countries, key=elsewhere)}
    return {}


def first_flow(shell: Shell, role: str) -> FlowCard:
    """Return the flow that Home lists first for a role."""
    cards = [card for card in shell.library.cards() if card.on_home and not card.problems]
    return min(cards, key=lambda card: role not in card.roles)


def flow_title(shell: Shell, role: str) -> str:
    """Return the title of the flow that one begins with."""
    titles = first_flow(shell, role).titles
    return titles.get(shell.language, titles["en"])


def needed_values(shell: Shell, answers: Answers) -> dict[str, tuple[SettingUse, ...]]:
    """Return the settings that the first flow's phrases wait for, with those phrases.

    The flows that it runs and that Home does not list count as its own.
    """
    cards = {card.id: card for card in shell.library.cards()}
    first = first_flow(shell, answers.role).id
    own = [
        name for name in shell.library.closure(first) if name == first or not cards[name].on_home
    ]
    uses = {
        name: tuple(use for use in each if use.flow in own)
        for name, each in setting_uses(shell.library).items()
    }
    there = dict(shell.settings.values_in(answers.country))
    if shell.settings.current.agents:
        there[_PHONE] = shell.settings.current.agent.phone
    order = (_PHONE, *there)
    return {
        name: uses[name]
        for name in dict.fromkeys(order)
        if uses.get(name) and (name in answers.values or not there.get(name))
    }


def write_answers(shell: Shell, answers: Answers) -> None:
    """Write what was answered in one go: all of it or nothing. Raises `StoreProblem`."""
    current, languages = shell.settings.current, shell.library.languages()
    spoken = (answers.language, LANGUAGE_BY_COUNTRY.get(answers.country, ""), current.phrases)
    phrases = next((language for language in spoken if language in languages), current.phrases)
    changes = {"language": answers.language, "phrases": phrases}
    if answers.country:
        changes["country"] = answers.country
    values = {name: text for name, text in answers.values.items() if text}
    changes |= {name: text for name, text in values.items() if not name.startswith(AGENT)}
    shell.settings.change_all(changes, _agent(current.agents, current.agent, answers))


def _agent(agents: Sequence[Agent], before: Agent, answers: Answers) -> Agent | None:
    """Return who is at the desk by the answers; None while there is no name."""
    if not answers.name:
        return None
    others = {agent.id for agent in agents} - {before.id}
    identity = before.id if before in agents else agent_id(answers.initials, others)
    initials = before.initials if before.name == answers.name else answers.initials
    phone = answers.values.get(_PHONE, "") or (before.phone if before in agents else "")
    return Agent(identity, answers.name, initials, answers.role or before.role, phone)
