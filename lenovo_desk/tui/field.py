"""An input of one line, as every screen uses it."""

import re

from textual import events
from textual.widgets import Input

from lenovo_desk.core.text import clean


class Field(Input):
    """Whatever is pasted arrives whole, as one line without control characters."""

    def __init__(self, value: str = "", *, id: str | None = None) -> None:
        super().__init__(value, select_on_focus=False, compact=True, id=id)

    def _on_paste(self, event: events.Paste) -> None:
        """Insert all lines; the stock input takes the first one and drops the others unsaid."""
        event.prevent_default()
        event.stop()
        text = re.sub("\n+", " ", clean(event.text).strip("\n"))
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *self.selection)
