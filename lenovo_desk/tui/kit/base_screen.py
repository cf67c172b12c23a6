"""What the screens have in common: the shell around them, and a last row to say things."""

from collections.abc import Mapping
from typing import cast

from textual.screen import Screen, ScreenResultType
from textual.strip import Strip

from lenovo_desk.tui.kit.hint_row import hint_row
from lenovo_desk.tui.kit.lines import Lines, repaint
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.shell import Shell


class DeskScreen(Screen[ScreenResultType]):
    """Its last row, drawn by `_draw_hints`, has a message while there is one, else its keys."""

    message = ""
    alert = False
    """Whether the message is a warning."""

    @property
    def shell(self) -> Shell:
        """The app, as far as a screen knows it."""
        return cast(Shell, self.app)

    @property
    def words(self) -> Mapping[str, str]:
        """The interface's words."""
        return self.shell.words

    def show(self, message: str = "", alert: bool = False) -> None:
        """Say something in the last row, and paint everything in this very turn."""
        self.message, self.alert = message, alert
        repaint(*self.query(Lines))

    def _draw_hints(self, width: int, height: int) -> list[Strip]:
        return hint_row(self, self.message, self.alert, self.words, inks(self.app), width)
