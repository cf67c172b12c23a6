"""A box to paste or type a message into, for terminals that do not mark a paste as one."""

from collections.abc import Callable
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.strip import Strip
from textual.widgets import TextArea

from lenovo_desk.core.text import clean, has_content
from lenovo_desk.tui.desk.pasting.proposed_facts import warm_reader
from lenovo_desk.tui.kit.base_screen import BaseModal
from lenovo_desk.tui.kit.lines import Lines, line
from lenovo_desk.tui.kit.text_layout import fit
from lenovo_desk.tui.kit.theme import inks


class PlainEditor(TextArea):
    """An editor of several lines into which nothing is pasted that a terminal would obey."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert(clean(event.text))


class MessageBox(BaseModal[None], scope="message"):
    """Takes a message of several lines; nothing of it is kept."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    MATTERS = ("message.read",)

    def __init__(self, read: Callable[[str], object]) -> None:
        """Take what reads the message once it is whole."""
        super().__init__()
        self._read = read

    def compose(self) -> ComposeResult:
        yield Lines(self._draw_title, id="message-title")
        yield PlainEditor(soft_wrap=True, highlight_cursor_line=False)
        yield self.message_row()
        yield self.keys_row()

    def on_mount(self) -> None:
        """Type into the box, and load meanwhile what reads it."""
        self.set_focus(self.query_one(PlainEditor))
        country = self.shell.settings.current.country
        self.set_timer(0.05, lambda: warm_reader(country))

    def _draw_title(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        title = fit(self.words["pasted.box_title"], width - 1)
        return [line([(f" {title}", ink.status_strong)], width, ink.status)]

    @property
    def typing(self) -> bool:
        """Letters are text."""
        return True

    def action_read(self) -> None:
        """Read what stands in the box."""
        text = self.query_one(PlainEditor).text
        if not has_content(clean(text)):
            self.show(self.words["pasted.empty"], alert=True)
        elif self.is_active:
            self._read(text)

    def action_drop(self) -> None:
        """Forget what stands in the box."""
        if self.is_active:
            self.dismiss(None)
