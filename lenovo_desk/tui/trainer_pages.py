"""What a trainer opens over his window: a hang-up, any line of the script, the person, the score."""

from typing import TYPE_CHECKING

from lenovo_desk.core.sentences import filled, span
from lenovo_desk.training.scenario import Scenario
from lenovo_desk.tui.form import Ask, Form
from lenovo_desk.tui.page import Page, Paragraph
from lenovo_desk.tui.pick import Pick, Row
from lenovo_desk.tui.script import ScriptLine

if TYPE_CHECKING:
    from lenovo_desk.tui.attending import Attending
    from lenovo_desk.tui.trainer import TrainerWindow


def hang_up(window: "TrainerWindow") -> None:
    """Ask for his last words; the customer hangs up once they are entered."""
    words = window.words

    def check(answers: list[str]) -> str:
        spoken = window.say("hang_up", answers[0])
        return "" if spoken else window.message

    def done(gone: bool | None) -> None:
        if gone:
            window.show(words["trainer.told_hang_up"])

    asks = [Ask(words["trainer.last_words"])]
    title, text = words["trainer.hang_up_title"], words["trainer.hang_up_text"]
    window.app.push_screen(Form(title, asks, check, words["form.hint"], text), done)


def find_line(window: "TrainerWindow") -> None:
    """List every line of the script; picking one says nothing, it puts the cursor there."""
    words = window.words
    rows = [
        Row(one.text, one.about or words[f"trainer.{one.block}"], one.text, one)
        for one in window.script
    ]

    def picked(row: Row | None) -> None:
        if row is not None:
            assert isinstance(row.value, ScriptLine), "a row carries its line"
            window.found(row.value)

    window.app.push_screen(Pick(words["trainer.find_title"], rows, words["trainer.find_hint"]), picked)


def show_person(window: "Attending") -> None:
    """Show who the customer is, what he wants and what a good call does."""
    words, app = window.words, window.desk_app
    app.push_screen(Page(person(window.call.scenario, app.words), words["page.hint"]))


def person(scenario: Scenario, words: "dict[str, str] | object") -> list[Paragraph]:
    """Return a scenario for a trainer's eyes."""
    raise NotImplementedError
