"""Short dialogs at the desk: the phrase alone, parking, another flow, the record."""

from typing import TYPE_CHECKING

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.wording.sentences import sentence
from lenovo_desk.tui.kit.form import Ask, Form
from lenovo_desk.tui.kit.page import Page
from lenovo_desk.tui.kit.picker import Picker, PickerRow

if TYPE_CHECKING:
    from lenovo_desk.tui.desk.desk_screen import Desk


def zoom(desk: "Desk") -> None:
    """Show the phrase in view alone, full screen."""
    from lenovo_desk.tui.desk.step_column import message_size, say_label

    words = desk.words
    if not desk.view.phrases:
        desk.show(words["desk.no_phrase"], alert=True)
        return
    phrase = desk.view.phrases[desk.hand.phrase % len(desk.view.phrases)]
    parts = (say_label(phrase, words), message_size(phrase.text, phrase.via))
    label = "  ".join(part for part in parts if part)
    page = [(label, "dim"), ("", "plain"), (phrase.text, "strong")]

    def copy() -> str:
        desk.action_copy()
        return desk.message

    desk.app.push_screen(Page(page, words["page.hint_copy"], True, copy))


def park(desk: "Desk") -> None:
    """Ask for a reason and a time, then put the case aside."""
    desk.flush_draft()
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
        PickerRow(card.titles.get(shell.language, card.titles["en"]), card.id)
        for card in cards
        if card.id not in opened and not card.problems
    ]

    def picked(flow: str | None) -> None:
        if flow is not None:
            desk.move(it.EnterFlow(flow))

    shell.push_screen(Picker(words["desk.open_flow"], rows, words["pick.hint"]), picked)


def show_record_of(desk: "Desk") -> None:
    """Write the record of the case as a page to print, and show it."""
    desk.flush_draft()
    if problem := desk.show_record():
        desk.show(problem, alert=True)
