"""A blank screen: someone is standing behind the agent."""

from pathlib import Path

from textual import events
from textual.app import ComposeResult

from lenovo_desk.tui.kit.base_screen import BaseModal
from lenovo_desk.tui.kit.lines import Lines
from lenovo_desk.tui.shell import Shell


def show_blank(shell: Shell) -> None:
    """Blank the screen until a key is pressed."""
    shell.push_screen(Blank())


class Blank(BaseModal[None]):
    """An empty screen until a key is pressed."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def compose(self) -> ComposeResult:
        yield Lines()

    def on_key(self, event: events.Key) -> None:
        """Show the screen again."""
        event.stop()
        if self.is_active:  # a second key may arrive at the same moment
            self.dismiss(None)
