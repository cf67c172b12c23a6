"""The desk: a real case on the screen."""

import os

from textual import on

from lenovo_desk.core.model.intents import desk_of
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.desk.case_screen import CaseScreen
from lenovo_desk.tui.desk.live_commands import show_customer_at
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
        """Put in force what was changed since, here or in another window: no key waits for it.

        What a full disk refuses is tried again at the next tick.
        """
        self.shell.refresh_settings()
        live, current = self.shell.live.in_view, self.shell.settings.current
        if live is None or current is live.settings:
            return
        outcome = self.do(desk_of(self.shell.opening("")))
        if outcome.event or outcome.code:
            live.settings = current
        if self.app.screen is not self:  # a form in front is not painted over
            return
        if problems := self.shell.settings.problems:
            folder = os.path.dirname(self.shell.settings.path)
            self.say(problems[0].removeprefix(folder).lstrip(os.sep), alert=True)
        elif outcome.event:
            self.say(filled(self.words["desk.settings_taken"], {"name": current.agent.name}))
