"""Dialogs of the trainer's window: hang up, find a line, the customer, the score."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lenovo_desk.core.model.card import CustomerCard
from lenovo_desk.core.wording.sentences import filled, span
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.tui.kit.pages.form import Ask, Form
from lenovo_desk.tui.kit.pages.page import Page, Paragraph
from lenovo_desk.tui.kit.pages.picker import Picker
from lenovo_desk.tui.kit.pages.picker_rows import PickerRow
from lenovo_desk.tui.trainer.script_pane import ScriptLine

if TYPE_CHECKING:
    from lenovo_desk.tui.trainer.trainer_window import TrainerWindow


def hang_up(window: "TrainerWindow") -> None:
    """Ask for the customer's last words, and have the customer hang up with them."""
    if not window.may_speak():
        return
    words = window.words

    def check(answers: list[str]) -> str:
        spoken = window.say("hang_up", answers[0])
        return "" if spoken else window.message

    def done(entered: bool | None) -> None:
        if entered:
            window.show(words["trainer.told_hang_up"])

    asks = [Ask(words["trainer.last_words"])]
    title, text = words["trainer.hang_up_title"], words["trainer.hang_up_text"]
    enter, call = words["trainer.enter_hang_up"], window.watched.id
    window.app.push_screen(Form(title, asks, check, enter, text, about=call), done)


def find_line(window: "TrainerWindow") -> None:
    """List every line of the script; picking one moves the cursor there and says nothing."""
    words = window.words
    rows = [
        PickerRow(
            script_line.text,
            script_line,
            script_line.about or words[f"trainer.{script_line.block}"],
            script_line.text,
        )
        for script_line in window.script
    ]

    def picked(line: ScriptLine | None) -> None:
        if line is not None and line in window.script:
            window.put_cursor(window.script.index(line))

    title, hint = words["trainer.find_title"], words["trainer.find_hint"]
    window.app.push_screen(Picker(title, rows, hint), picked)


def show_person(window: "TrainerWindow") -> None:
    """Show who the customer is, what they want and what a good call does."""
    shell, scenario = window.shell, window.panes.call.scenario
    cards = shell.library.customer_cards(shell.language)
    card = next((card for card in cards if card.id == scenario.persona.type), None)
    page = _person(scenario, card, window.words)
    window.app.push_screen(Page(page))


def _person(
    scenario: Scenario, card: CustomerCard | None, words: Mapping[str, str]
) -> list[Paragraph]:
    """Return a scenario as a trainer reads it; `card` is the card of the customer's type."""
    who = scenario.persona
    kind = card.title if card else words["trainer.easy"]
    page: list[Paragraph] = [
        ("", "plain"), (f"{scenario.title} · {who.name} · {kind}", "title"), ("", "plain")
    ]  # fmt: skip
    for key, texts in (
        ("about", (who.about,)),
        ("signs", (card.signs,) if card else ()),
        ("goal", (scenario.goal,)),
        ("good_call", scenario.good_call),
        ("trainee_knows", (scenario.about,)),
        ("target", (span(words, scenario.target),)),
    ):
        if any(texts):
            page += [(words[f"trainer.{key}"], "title"), *((text, "plain") for text in texts)]
            page.append(("", "plain"))
    if scenario.limit:
        limit = filled(
            words["trainer.limit"], {"start": str(scenario.start), "limit": str(scenario.limit)}
        )
        page.append((limit, "dim"))
    return page


def show_score_so_far(window: "TrainerWindow") -> None:
    """Show the score of the call up to now."""
    from lenovo_desk.training.reports.score_sheet import score_sheet
    from lenovo_desk.tui.training.score_page import score_paragraphs

    shell, words = window.shell, window.words
    wording = Wording(shell.library, shell.language)
    page = score_paragraphs(score_sheet(window.panes.call, shell.library, wording), shell)
    if window.watched.case.status != "closed":
        page.insert(0, (words["trainer.so_far"], "warn"))
    shell.push_screen(Page(page))


def mark_watched_call(window: "TrainerWindow") -> None:
    """Open the watched call for marking."""
    from lenovo_desk.tui.trainer.marking.marking_screen import mark_call

    if problem := mark_call(window.shell, window.watched.id):
        window.show(problem, alert=True)
