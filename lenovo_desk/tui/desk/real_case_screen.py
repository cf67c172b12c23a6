"""The desk: a real case on the screen."""

from textual import on

from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.desk.case_screen import CaseScreen
from lenovo_desk.tui.desk.live_commands import show_customer_at
from lenovo_desk.tui.desk.settings_now import settings_problem, take_settings
from lenovo_desk.tui.kit.lines import Lines


class Desk(CaseScreen, scope="desk"):
    """Has every command of a real case, and is worked with the settings of now."""

    HELP = "help.desk"
    READS_PASTE = "desk.pasting.paste_commands:read_at_case"

    @on(Lines.Picked, "#status")
    def _customer_picked(self, event: Lines.Picked) -> None:
        """Show the customer whose name was clicked in the second row."""
        if event.number:
            show_customer_at(self, event.cell, event.lines.size.width)

    def _tick(self) -> None:
        if self in self.app.screen_stack:  # else the case has just been let go of
            self._use_settings_of_now()
        super()._tick()

    def _use_settings_of_now(self) -> None:
        """Put in force what was changed since: no key waits for it."""
        outcome = take_settings(self)
        if outcome is None or self.app.screen is not self:  # a form in front is not painted over
            return
        if problem := settings_problem(self):
            self.say(problem, alert=True)
        elif outcome.event:
            name = self.shell.settings.current.agent.name
            self.say(filled(self.words["desk.settings_taken"], {"name": name}))
