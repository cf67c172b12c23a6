"""Find anything by its words. Finding shows; it moves nothing."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from lenovo_desk.core.engine.mock_rules import MOCK
from lenovo_desk.tui.command_words import key_name, label
from lenovo_desk.tui.commands import APP
from lenovo_desk.tui.desk.cards_page import show_cards
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.desk.dialogs import pick_flow
from lenovo_desk.tui.desk.settings_now import settings_left
from lenovo_desk.tui.finding.content_rows import (
    FoundRow,
    card_row_of,
    flow_titles,
    phrase_rows,
    step_rows,
)
from lenovo_desk.tui.finding.found_cases import read_ahead, seek_cases, waiting_cases
from lenovo_desk.tui.finding.step_here import fact_rows, filled_phrases, here_rows
from lenovo_desk.tui.kit.base_screen import BaseScreen, action_of
from lenovo_desk.tui.kit.pages.picker import Picker
from lenovo_desk.tui.kit.pages.picker_rows import Act, PickerRow, act
from lenovo_desk.tui.setup.settings_list import show_settings
from lenovo_desk.tui.shell import Shell

GROUPS = ("here", "cases", "this_flow", "flows", "cards", "phrases", "commands")
"""The headings in order, as far as they apply: interface words below `find`.

Before anything is typed the commands come before the content, which nobody reads through.
"""


def find_from_home(shell: Shell) -> None:
    """List what can be found from Home."""
    words, language = shell.words, shell.language
    rows = waiting_cases(shell) + _commands(shell)
    rows += [
        PickerRow(
            title, partial(shell.start, flow), "", "", words["find.flow"], words["find.flows"],
            words["find.starts"],
        )
        for flow, title in flow_titles(shell)
    ]  # fmt: skip
    names = [card.id for card in shell.library.cards() if not card.problems]
    for name in names:
        flow, book = shell.library.flow(name), shell.library.book(name, language)
        rows += step_rows(shell, flow, book, words["find.flows"])
    rows += [card_row_of(shell, card) for card in shell.library.customer_cards(language)]
    spoken = shell.settings.current.phrases
    for name in names:
        rows += phrase_rows(shell, shell.library.book(name, spoken), words["find.phrases"])
    _show(shell, rows, Search("home"))


def find_from_case(case: CaseOnScreen) -> None:
    """List what can be found from a case."""
    shell, words, language = case.shell, case.words, case.shell.language
    session, view = case.session, case.view
    own = tuple(session.case.digests)
    mock = session.case.mode == MOCK  # a call is about nobody
    cases = [] if mock else waiting_cases(shell, session.case.id)
    rows = here_rows(case) + cases + _commands(shell)
    rows += [] if mock else [_settings(case)]
    rows += fact_rows(case, words["find.this_flow"])
    for name in own:
        book, at = (
            shell.library.book(name, language),
            view.step.id if name == view.flow.id else None,
        )
        rows += step_rows(shell, session.flows[name], book, words["find.this_flow"], at)
    rows += [
        PickerRow(
            title, partial(pick_flow, case, flow), "", "", words["find.flow"],
            words["find.flows"], words["find.lists"],
        )
        for flow, title in flow_titles(shell)
    ]  # fmt: skip
    others = [card.id for card in shell.library.cards() if not card.problems and card.id not in own]
    for name in others:
        flow, book = shell.library.flow(name), shell.library.book(name, language)
        rows += step_rows(shell, flow, book, words["find.flows"])
    rows += [
        card_row_of(shell, card, partial(show_cards, case, card))
        for card in shell.library.customer_cards(language)
    ]
    for name in own:
        rows += filled_phrases(case, name, words["find.phrases"])
    for name in others:
        book = shell.library.book(name, session.case.language)
        rows += phrase_rows(shell, book, words["find.phrases"])
    _show(shell, rows, Search("mock" if mock else "case", view.flow.id, session.case.id))


def _settings(case: CaseOnScreen) -> FoundRow:
    """Return the row of the settings, which leads back to the case."""
    shell, words = case.shell, case.words
    names = [words.get(f"blanks.{name}", "") for name in shell.settings.current.values]
    return PickerRow(
        words["settings.title"],
        partial(show_settings, shell, partial(settings_left, case)),
        "",
        " · ".join(filter(None, names)),
        words["find.command"],
        words["find.commands"],
        words["find.runs"],
    )


class Search(NamedTuple):
    """Where somebody searches."""

    place: str
    """`home`, `case` or `mock`."""
    flow: str = ""
    case: str = ""
    """The case at hand."""


def _show(shell: Shell, rows: Sequence[FoundRow], at: Search) -> None:
    words = shell.words

    def tell(message: str, alert: bool = False) -> None:
        picker.show(message, alert)

    def missed() -> None:
        zone = shell.settings.current.zone
        shell.attempt(lambda: shell.store.misses.add(at.place, at.flow, zone), shell.tell_home)

    real = at.place != "mock"
    picker: Picker[Act] = Picker(
        words["find.title"],
        rows,
        words["find.hint"],
        groups=[words[f"find.{name}"] for name in GROUPS],
        seek=seek_cases(shell, tell, at.case, bool(at.case)) if real else None,
        ahead=(lambda: read_ahead(shell)) if real else None,
        nothing=words["find.nothing"],
        missed=missed if real else None,
    )
    shell.push_screen(picker, act)


def _commands(shell: Shell) -> list[FoundRow]:
    words, screen = shell.words, shell.screen
    assert isinstance(screen, BaseScreen), "every screen in front has its commands"
    rows: list[FoundRow] = []
    for command in screen.commands():
        word, action = command.word, action_of(command)
        if APP in command.scopes:
            action = f"app.{action}"
        if word != "find":
            rows.append(
                PickerRow(
                    label(word, words) or word,
                    partial(screen.call_later, screen.run_action, action),
                    key_name(screen.keys_of(command.id), words),
                    label(word, words, "tips"),
                    words["find.command"],
                    words["find.commands"],
                    words["find.runs"],
                )
            )
    return rows
