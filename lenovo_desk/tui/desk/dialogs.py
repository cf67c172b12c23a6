"""Short errands at the desk: help, the phrase alone, parking, another flow, the log."""

from typing import TYPE_CHECKING, Any

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.wording.sentences import sentence
from lenovo_desk.tui.kit.form import Ask, Form
from lenovo_desk.tui.kit.hint_row import commands, key_names, label
from lenovo_desk.tui.kit.page import Page, Paragraph
from lenovo_desk.tui.kit.picker import Pick, Row
from lenovo_desk.tui.kit.text_layout import pad
from lenovo_desk.tui.log.closed_cases import closed_rows, record_page
from lenovo_desk.tui.log.record_page import ClosedPage
from lenovo_desk.tui.shell import Shell

if TYPE_CHECKING:
    from lenovo_desk.tui.desk.desk_screen import Desk


def show_help(shell: Shell) -> None:
    """Show the keys of the screen in front, read from its bindings."""
    screen: Any = shell.screen
    if isinstance(screen, Page):
        return
    words = shell.words
    page: list[Paragraph] = [("", "plain"), (words["help.title"], "title"), ("", "plain")]
    for keys, _, name in commands(screen):
        tip = label(name, words, "tips") or label(name, words) or name
        page.append((f"{pad(key_names(keys, words), 14)} {tip}", "plain"))
    extra = words.get(f"help.{type(screen).__name__.lower()}", "")
    page += [("", "plain"), (extra, "dim")] if extra else []
    shell.push_screen(Page(page, words["page.hint"]))


def zoom(desk: "Desk") -> None:
    """Show the phrase in view alone, full screen."""
    from lenovo_desk.tui.desk.step_column import measure, say_label

    words = desk.words
    if not desk.view.said:
        desk.show(words["desk.no_phrase"], alert=True)
        return
    said = desk.view.said[desk.hand.phrase % len(desk.view.said)]
    label = "  ".join(part for part in (say_label(said, words), measure(said, words)) if part)
    page = [(label, "dim"), ("", "plain"), (said.filled.text, "strong")]

    def copy() -> str:
        desk.action_copy()
        return desk.message

    desk.app.push_screen(Page(page, words["page.hint_copy"], True, copy))


def park(desk: "Desk") -> None:
    """Ask for a reason and a time, then put the case aside."""
    words, shell = desk.words, desk.shell

    def check(answers: list[str]) -> str:
        try:
            answer = desk.session.do(it.ParkCase(*answers))
        except StoreProblem as problem:
            return shell.store_problem(problem)
        if isinstance(answer, Refusal):
            return sentence(words, desk.view.book, answer.reasons[0])
        return ""

    def parked(done: bool | None) -> None:
        if done:
            desk.put_down(words["home.parked_now"])

    until = words["park.until_hint"]
    asks = [
        Ask(words["park.reason"], desk.drafted("park.reason"), draft="park.reason"),
        Ask(words["park.until"], desk.drafted("park.until"), until, draft="park.until"),
    ]
    form = Form(words["park.title"], asks, check, words["form.hint"], keep=desk.keep_draft)
    shell.push_screen(form, parked)


def pick_flow(desk: "Desk") -> None:
    """Open another flow inside the case, and come back to this very step later."""
    words, shell = desk.words, desk.shell
    opened = {frame.flow for frame in desk.session.case.here.stack}
    role = shell.settings.current.agent.role
    cards = sorted(shell.library.cards(), key=lambda card: role not in card.roles)
    rows = [
        Row(card.titles.get(shell.language, card.titles["en"]), value=card.id)
        for card in cards
        if card.id not in opened and not card.problems
    ]

    def picked(row: Row | None) -> None:
        if row is not None:
            desk.move(it.EnterFlow(str(row.value)))

    shell.push_screen(Pick(words["desk.open_flow"], rows, words["pick.hint"]), picked)


def pick_following(shell: Shell, case: str) -> None:
    """Begin a case that follows another one, in the flow that is picked."""
    rows = [
        Row(card.titles.get(shell.language, card.titles["en"]), value=card.id)
        for card in shell.library.cards()
        if card.on_home and not card.problems
    ]

    def picked(row: Row | None) -> None:
        if row is not None:
            shell.follow(case, str(row.value))

    shell.push_screen(Pick(shell.words["follow.title"], rows, shell.words["pick.hint"]), picked)


def show_log(shell: Shell) -> None:
    """List closed cases, latest first; Enter shows one whole."""
    words = shell.words
    try:
        rows = closed_rows(shell)
    except StoreProblem as problem:
        shell.tell_home(shell.store_problem(problem), alert=True)
        return

    def picked(row: Row | None) -> None:
        if row is None:
            return
        assert isinstance(row.value, dict), "a row of the log carries its document"
        page = ClosedPage(record_page(shell, row.value), row.value["case"], shell)
        shell.push_screen(page, lambda _: listed(row))

    def listed(here: Row | None) -> None:
        shell.push_screen(Pick(words["log.title"], rows, words["log.hint"], here), picked)

    listed(None)
