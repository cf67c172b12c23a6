"""Find flows, steps, phrases, facts and commands. Finding previews; it moves nothing."""

from functools import partial

from lenovo_desk.core.wording.books import BLANK, GAP, fill_phrase
from lenovo_desk.tui.command_words import key_name, label
from lenovo_desk.tui.commands import APP
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.kit.base_screen import BaseScreen, action_of
from lenovo_desk.tui.kit.pages.picker import Act, Picker, PickerRow, act
from lenovo_desk.tui.shell import Shell

FoundRow = PickerRow[Act]


def find_from_home(shell: Shell) -> None:
    """List what can be found from Home; Enter starts a flow or runs a command."""
    rows = _commands(shell)
    for name in _startable(shell):
        rows += _steps(shell, name) + _phrases(shell, name, None)
    rows += [
        PickerRow(title, partial(shell.start, flow), kind) for flow, title, kind in _flows(shell)
    ]
    _show(shell, rows)


def find_from_case(case: CaseOnScreen) -> None:
    """List what can be found from a case; Enter opens a fact or runs a command."""
    shell = case.shell
    rows = _commands(shell) + _facts(shell, case)
    for name in case.session.case.digests:
        rows += _steps(shell, name) + _phrases(shell, name, case)
    rows += [PickerRow(title, None, kind) for _, title, kind in _flows(shell)]
    _show(shell, rows)


def _show(shell: Shell, rows: list[FoundRow]) -> None:
    shell.push_screen(Picker(shell.words["find.title"], rows, shell.words["find.hint"]), act)


def _startable(shell: Shell) -> tuple[str, ...]:
    return tuple(card.id for card in shell.library.cards() if not card.problems)


def _commands(shell: Shell) -> list[FoundRow]:
    words, screen = shell.words, shell.screen
    assert isinstance(screen, BaseScreen), "every screen in front has its commands"
    rows: list[FoundRow] = []
    for command in screen.commands():
        word, action = command.word, action_of(command)
        keys = key_name(screen.keys_of(command.id), words)
        if APP in command.scopes:
            action = f"app.{action}"
        if word != "find":
            rows.append(
                PickerRow(
                    label(word, words) or word,
                    partial(screen.call_later, screen.run_action, action),
                    f"{words['find.command']} {keys}",
                    label(word, words, "tips"),
                )
            )
    return rows


def _facts(shell: Shell, case: CaseOnScreen) -> list[FoundRow]:
    rows: list[FoundRow] = []
    keys_listed = set()
    for frame in reversed(case.session.case.here.stack):
        flow = case.session.flows[frame.flow]
        book = shell.library.book(flow.id, shell.language)
        for name, spec in flow.facts.items():
            if not (spec.derive or spec.chosen) and flow.key(name) not in keys_listed:
                keys_listed.add(flow.key(name))
                ask = partial(case.ask_fact, name)
                rows.append(PickerRow(book.facts[name], ask, shell.words["find.fact"]))
    return rows


def _steps(shell: Shell, name: str) -> list[FoundRow]:
    book = shell.library.book(name, shell.language)
    return [
        PickerRow(step.title, None, f"{shell.words['find.step']} {book.title}", step.do)
        for step in book.steps.values()
        if step.do
    ]


def _phrases(shell: Shell, name: str, case: CaseOnScreen | None) -> list[FoundRow]:
    language = case.session.case.language if case else shell.settings.current.phrases
    book = shell.library.book(name, language)
    rows: list[FoundRow] = []
    for phrase in book.phrases.values():
        if case:
            text = fill_phrase(phrase, book, case.session.flows[name], case.session.case).text
        else:
            text = BLANK.sub(GAP, phrase.text)
        kind = f"{shell.words['find.phrase']} · {shell.words[f'authority.{phrase.authority}']}"
        rows.append(PickerRow(text, None, kind, text))
    return rows


def _flows(shell: Shell) -> list[tuple[str, str, str]]:
    """Return the id, title and kind of each flow that can be started."""
    return [
        (card.id, card.titles.get(shell.language, card.titles["en"]), shell.words["find.flow"])
        for card in shell.library.cards()
        if card.on_home and not card.problems
    ]
