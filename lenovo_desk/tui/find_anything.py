"""Find flows, steps, phrases, facts and commands. Finding previews; it moves nothing."""

from typing import TYPE_CHECKING

from lenovo_desk.core.wording.books import BLANK, GAP, fill
from lenovo_desk.tui.command_words import key_name, label
from lenovo_desk.tui.commands import APP
from lenovo_desk.tui.kit.base_screen import DeskScreen, action_of
from lenovo_desk.tui.kit.picker import Pick, Row
from lenovo_desk.tui.shell import Shell

if TYPE_CHECKING:
    from lenovo_desk.tui.desk.desk_screen import Desk


def find_from_home(shell: Shell) -> None:
    """List everything that can be found from Home; Enter starts a flow or runs a command."""
    rows = _commands(shell)
    for name in _startable(shell):
        rows += _steps(shell, name) + _phrases(shell, name, None)
    _show(shell, rows + _flows(shell), None)


def find_from_case(desk: "Desk") -> None:
    """List everything that can be found from a case; Enter asks a fact or runs a command."""
    shell = desk.shell
    rows = _commands(shell) + _facts(shell, desk)
    for name in desk.session.case.digests:
        rows += _steps(shell, name) + _phrases(shell, name, desk)
    _show(shell, rows + _flows(shell), desk)


def _show(shell: Shell, rows: list[Row], desk: "Desk | None") -> None:
    screen = shell.screen

    def picked(row: Row | None) -> None:
        if row is None:
            return
        assert isinstance(row.value, tuple)
        kind, value = row.value
        if kind == "command":
            screen.call_later(screen.run_action, value)
        elif kind == "fact" and desk:
            desk.ask_fact(value)
        elif kind == "flow" and desk is None:
            shell.start(value)

    shell.push_screen(Pick(shell.words["find.title"], rows, shell.words["find.hint"]), picked)


def _startable(shell: Shell) -> tuple[str, ...]:
    return tuple(card.id for card in shell.library.cards() if not card.problems)


def _commands(shell: Shell) -> list[Row]:
    words, screen = shell.words, shell.screen
    assert isinstance(screen, DeskScreen), "every screen in front has its commands"
    rows = []
    for command in screen.commands():
        word, action = command.word, action_of(command)
        keys = key_name(screen.keys_of(command.id), words)
        if APP in command.scopes:
            action = f"app.{action}"
        if word != "find":
            rows.append(
                Row(
                    label(word, words) or word,
                    f"{words['find.command']} {keys}",
                    label(word, words, "tips"),
                    ("command", action),
                )
            )
    return rows


def _facts(shell: Shell, desk: "Desk") -> list[Row]:
    rows, seen = [], set()
    for frame in reversed(desk.session.case.here.stack):
        flow = desk.session.flows[frame.flow]
        book = shell.library.book(flow.id, shell.language)
        for name, spec in flow.facts.items():
            if not (spec.derive or spec.chosen) and flow.key(name) not in seen:
                seen.add(flow.key(name))
                rows.append(Row(book.facts[name], shell.words["find.fact"], "", ("fact", name)))
    return rows


def _steps(shell: Shell, name: str) -> list[Row]:
    book = shell.library.book(name, shell.language)
    return [
        Row(step.title, f"{shell.words['find.step']} {book.title}", step.do, ("step", key))
        for key, step in book.steps.items()
        if step.do
    ]


def _phrases(shell: Shell, name: str, desk: "Desk | None") -> list[Row]:
    language = desk.session.case.language if desk else shell.settings.current.phrases
    book = shell.library.book(name, language)
    rows = []
    for phrase in book.phrases.values():
        if desk:
            text = fill(phrase, book, desk.session.flows[name], desk.session.case).text
        else:
            text = BLANK.sub(GAP, phrase.text)
        kind = f"{shell.words['find.phrase']} · {shell.words[f'authority.{phrase.authority}']}"
        rows.append(Row(text, kind, text, ("phrase", phrase.id)))
    return rows


def _flows(shell: Shell) -> list[Row]:
    return [
        Row(
            card.titles.get(shell.language, card.titles["en"]),
            shell.words["find.flow"],
            "",
            ("flow", card.id),
        )
        for card in shell.library.cards()
        if card.on_home and not card.problems
    ]
