"""The commands that a mock call has besides those of any case."""

from lenovo_desk.core.engine.gates import open_fact
from lenovo_desk.core.engine.mock_rules import FAST
from lenovo_desk.core.model import intents as it
from lenovo_desk.tui.kit.pages.page import Page
from lenovo_desk.tui.kit.pages.picker import Picker
from lenovo_desk.tui.kit.pages.picker_rows import PickerRow
from lenovo_desk.tui.training.briefing import briefing_paragraphs
from lenovo_desk.tui.training.customer_line import waiting
from lenovo_desk.tui.training.customer_pane import talk_paragraphs
from lenovo_desk.tui.training.mock_desk import MockDesk
from lenovo_desk.tui.training.mock_panes import hung_up_text


def ask_customer(desk: MockDesk) -> None:
    """Let the trainee pick a fact to ask the customer for, including those already revealed."""
    words = desk.words
    if desk.customer.hung_up:
        desk.show(hung_up_text(desk), alert=True)
        return
    names = desk.customer.askable(desk.view)
    rows = [_row(desk, key, name) for key, name in names.items()]
    if not rows:
        desk.show(words["desk.no_facts"], alert=True)
        return

    def picked(fact: str | None) -> None:
        if fact is not None:
            desk.carry_out(it.AskCustomer(fact))

    desk.shell.push_screen(Picker(words["mock.ask_title"], rows, words["pick.hint"]), picked)


def _row(desk: MockDesk, key: str, name: str) -> PickerRow[str]:
    place = open_fact(desk.session.flows, desk.session.case, name)
    assert place is not None, "what can be asked for is a fact of the case"
    flow, spec = place
    title = desk.shell.library.book(flow.id, desk.shell.language).facts[spec.id]
    person = desk.customer.person or desk.customer.read()
    return PickerRow(title, name, desk.words["mock.told"] if key in person.revealed else "")


def switch_clock(desk: MockDesk) -> None:
    """Switch the clock between its usual speed and fast; fast needs a running wait."""
    fast = desk.session.case.rate == 1.0
    if fast and not waiting(desk.view):
        desk.show(desk.words["mock.no_wait"], alert=True)
        return
    message = desk.words["mock.clock_fast" if fast else "mock.clock_back"]
    desk.carry_out(it.SetClock(FAST if fast else 1.0), message)


def show_talk(desk: MockDesk) -> None:
    """Show everything the customer has said."""
    scenario, words = desk.session.scenario, desk.words
    briefed = briefing_paragraphs(scenario, desk.shell.readings.titles(scenario.flow, "")[0], words)
    person = desk.customer.person or desk.customer.read()
    desk.shell.push_screen(Page(talk_paragraphs(person, briefed, words), end=True))


def say_no_paste(desk: MockDesk, text: str = "") -> None:
    """Show that no message is read in mock calls; a paste goes into the open line."""
    if text and desk.entry.active:
        desk.entry.input.take_paste(text)
    else:
        desk.show(desk.with_keys(desk.words["mock.no_paste"]), alert=True)


def say_not_here(desk: MockDesk) -> None:
    """Show that this command does not exist in mock calls."""
    desk.show(desk.words["mock.not_here"], alert=True)


def say_alone(desk: MockDesk) -> None:
    """Show that a mock call has no other customers beside it."""
    desk.show(desk.with_keys(desk.words["mock.alone"]), alert=True)
