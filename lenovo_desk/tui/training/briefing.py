"""The briefing before a mock call; the call's clock starts when it is dismissed."""

from collections.abc import Mapping

from lenovo_desk.core.wording.sentences import filled, span
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.tui.kit.pages.page import Page, Paragraph
from lenovo_desk.tui.shell import Shell
from lenovo_desk.tui.training_messages import BeginCall, ShowMenu


class Briefing(Page, scope="briefing"):
    """The briefing: Enter begins the call, Esc goes back to the training menu."""

    leaves_to = "training"
    MATTERS = ("briefing.begin",)

    def __init__(self, shell: Shell, scenario: Scenario) -> None:
        self._shell, self._scenario = shell, scenario
        page = briefing_paragraphs(
            scenario, shell.readings.titles(scenario.flow, "")[0], shell.words
        )
        super().__init__(page)

    def action_begin(self) -> None:
        """Begin the call."""
        if self.is_active:  # a second key may come in the same moment
            self.dismiss(None)
            self._shell.go(BeginCall(self._scenario))

    def action_dismiss_page(self) -> None:
        """Go back to the training menu."""
        if self.is_active:
            self.dismiss(None)
            self._shell.go(ShowMenu())


def briefing_paragraphs(scenario: Scenario, flow: str, words: Mapping[str, str]) -> list[Paragraph]:
    """Return the briefing as paragraphs; it says nothing about who the customer is."""
    target = filled(words["mock.row.target"], {"time": span(words, scenario.target)})
    return [
        ("", "plain"),
        (f"{scenario.title} · {flow}", "title"),
        ("", "plain"),
        (scenario.about, "plain"),
        ("", "plain"),
        (target, "dim"),
    ]
