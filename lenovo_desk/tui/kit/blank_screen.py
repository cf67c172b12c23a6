"""A blank screen: someone is standing behind the agent."""

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from lenovo_desk.tui.kit.lines import Lines


class Blank(ModalScreen[None]):
    """Nothing, until a key is pressed."""

    CSS = "Blank { background: $background; } Blank > Lines { height: 1fr; }"

    def compose(self) -> ComposeResult:
        yield Lines()

    def on_key(self, event: events.Key) -> None:
        """Show the screen again."""
        event.stop()
        if self.is_active:  # a second key may come in the same moment
            self.dismiss(None)
