"""The one-line input; it carries out each key at once, before the next one is handled."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events
from textual.widgets import Input
from textual.widgets.input import Selection

from lenovo_desk.core.text import clean
from lenovo_desk.tui.kit.options import Options

Keys = Mapping[str, Callable[[], object]]
"""Actions by the name of their key."""
_NONE: Keys = {}


def steps(move: Callable[[int], object]) -> Keys:
    """Return the keys that call `move` with 1 (next) and -1 (previous)."""
    ahead, back = partial(move, 1), partial(move, -1)
    return {"tab": ahead, "down": ahead, "shift+tab": back, "up": back}


class _Marks(Highlighter):
    """Underlines and reverses parts of a text."""

    def __init__(self, spans: tuple[tuple[int, int], ...]) -> None:
        self._spans = spans

    def highlight(self, text: Text) -> None:
        for start, end in self._spans:
            text.stylize("reverse underline", start, end)


class Field(Input):
    """An input that takes a pasted text whole, as one clean line."""

    DEFAULT_CSS = """
    Field > .input--selection { background: $primary; color: $background; text-style: bold; }
    """

    def __init__(
        self,
        enter_text: Callable[[], object],
        value: str = "",
        *,
        changed: Callable[[], object] | None = None,
        keys: Keys = _NONE,
        id: str | None = None,
        secret: bool = False,
    ) -> None:
        """Take the callbacks; each runs while its key is handled.

        `changed` follows every change of the text; `keys` are keys that do not type.
        """
        self._changed = changed
        self._keys = keys
        super().__init__(value, select_on_focus=False, compact=True, id=id, password=secret)
        self._enter_text = enter_text
        self.options: Options | None = None
        """What digits choose; the field shows its name, and Enter enters it."""
        self._digits = ("", "")
        """The digits that have chosen an option, and its name."""
        self._opened = self._back = value

    def open(self, text: str, whole: bool = False, options: Options | None = None) -> None:
        """Show a text to go on with, or `whole`: what is typed next takes its place."""
        self.options, self._digits, self._opened = options, ("", ""), text
        self._back = text
        self.value = text
        self.cursor_position = len(text)
        if whole:
            self.choose_all()

    def choose_all(self) -> None:
        """Let what is typed next take the place of the text; arrows and Backspace edit it."""
        self._back = self.value
        self.selection = Selection(0, len(self.value))

    @property
    def untouched(self) -> bool:
        """Whether the text is the one that the field was opened with."""
        return self.value == self._opened

    def bring_back(self) -> None:
        """Show again the text whose place was taken, else the one the field was opened with."""
        self._digits = ("", "")
        self.value = self._back
        self.choose_all()

    def watch_value(self) -> None:
        """Report a change at once; the stock input posts its message later."""
        if self._changed:
            self._changed()

    def mark(self, spans: tuple[tuple[int, int], ...]) -> None:
        """Mark parts of the text by index; none takes the marks away."""
        self.highlighter = _Marks(spans) if spans else None
        self.refresh()

    def _on_paste(self, event: events.Paste) -> None:
        """Insert all lines; the stock input silently drops all but the first."""
        event.prevent_default()
        event.stop()
        self.take_paste(event.text)

    def take_paste(self, pasted: str) -> None:
        """Insert a pasted text as one clean line, in place of what is selected."""
        text = re.sub("\n+", " ", clean(pasted).strip("\n"))
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *self.selection)

    async def _on_key(self, event: events.Key) -> None:
        await self.receive(event)

    async def receive(self, event: events.Key) -> None:
        """Handle a key at once, also one that the stock input would queue."""
        edits = self._bindings.key_to_bindings.get(event.key)
        if not self.take(event) and edits:
            event.stop()
            event.prevent_default()
            if event.key == "backspace" and self._whole and not self.options:
                self.cursor_position = len(self.value)
            await self.app.run_action(edits[0].action, self)

    def take(self, event: events.Key) -> bool:
        """Type a character, enter the text or run a key's action; return whether it was any."""
        act, character = self._keys.get(event.key), event.character or ""
        if event.key != "enter" and not event.is_printable and not act:
            return False
        event.stop()
        event.prevent_default()
        if act:
            act()
        elif event.key == "enter":
            self._enter_text()
        elif self._choose(character):
            pass
        elif self.selection.is_empty:
            self.insert_text_at_cursor(character)
        else:
            self.replace(character, *self.selection)
        return True

    @property
    def _whole(self) -> bool:
        """Whether all of the text is chosen."""
        return sorted(self.selection) == [0, len(self.value)]

    def _choose(self, character: str) -> bool:
        """Show the option that digits choose; return whether the character has been dealt with.

        Digits that turn out to begin something else, as a date does, are text again.
        """
        digits, name = self._digits
        if self.options is None or not self._whole:
            return False
        before = digits if digits and self.value == name else ""
        text = before + character
        chosen = self.options.chosen(text)
        if not (chosen or before):
            return False
        self._digits = (text, chosen) if chosen else ("", "")
        self.value = chosen or text
        self.selection = Selection(0 if chosen else len(self.value), len(self.value))
        return True
