"""An input of one line, as every screen uses it, and keys in the order they were typed.

Textual gives each key to the queue of the widget that has the focus, and runs bindings in the
app's. A key typed in the same moment as the one before, as a slow line delivers them, would
overtake it: `n 1` would choose 1. So a key is carried out in the turn of the widget that gets it,
and one that comes too late for a widget is passed on to where the agent is by now.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from textual import events
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from lenovo_desk.core.text import clean
from lenovo_desk.tui.kit.digits import digit

Keys = Mapping[str, Callable[[], object]]
"""What keys do, by their names."""
_NONE: Keys = {}


def steps(move: Callable[[int], object]) -> Keys:
    """Return the keys that move forward (1) and back (-1)."""
    ahead, back = partial(move, 1), partial(move, -1)
    return {"tab": ahead, "down": ahead, "shift+tab": back, "up": back}


class Field(Input):
    """Whatever is pasted arrives whole, as one line without control characters."""

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
        """`changed` is called in the turn of the key that changed the text.

        `keys` are those that do something else than type, each done in its own turn as well.
        """
        self._changed = changed
        self._keys = keys
        super().__init__(value, select_on_focus=False, compact=True, id=id, password=secret)
        self._enter_text = enter_text
        self.quick = 0
        """An empty field takes a digit up to this one as its whole answer."""

    def watch_value(self) -> None:
        """Tell of a change at once; the stock input's message comes a turn later."""
        if self._changed:
            self._changed()

    def _on_paste(self, event: events.Paste) -> None:
        """Insert all lines; the stock input takes the first one and drops the others unsaid."""
        event.prevent_default()
        event.stop()
        text = re.sub("\n+", " ", clean(event.text).strip("\n"))
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *self.selection)

    async def _on_key(self, event: events.Key) -> None:
        if self.app.focused is self:
            await self.receive(event)
        else:
            pass_on(self, event)

    async def receive(self, event: events.Key) -> None:
        """Do what a key is for in its turn; one that edits what the stock input would do later."""
        edits = self._bindings.key_to_bindings.get(event.key)
        if not self.take(event) and edits:
            event.stop()
            event.prevent_default()
            await self.app.run_action(edits[0].action, self)

    def take(self, event: events.Key) -> bool:
        """Type a character, enter the text or do what a key is for; tell whether it was any."""
        number, act = digit(event.character) or 0, self._keys.get(event.key)
        if event.key != "enter" and not event.is_printable and not act:
            return False
        event.stop()
        event.prevent_default()
        if act:
            act()
        elif event.key == "enter":
            self._enter_text()
        elif 0 < number <= self.quick and not self.value:
            self.value = str(number)
            self._enter_text()
        elif self.selection.is_empty:
            self.insert_text_at_cursor(event.character or "")
        else:
            self.replace(event.character or "", *self.selection)
        return True


def pass_on(widget: Widget, event: events.Key) -> None:
    """Give a key that came too late for a widget to where the agent is by now."""
    event.stop()
    event.prevent_default()
    app = widget.app
    (app.focused or app.screen)._forward_event(event.copy())


async def catch(screen: Screen[Any], event: events.Key, field: Field) -> None:
    """Give a field what was typed in the moment before it had the focus."""
    if screen.app.screen is not screen:
        pass_on(screen, event)
    else:
        await field.receive(event)


async def in_turn(screen: Screen[Any], event: events.Key) -> None:
    """Run the command of a key at once, before the next key is looked at."""
    if screen.app.screen is not screen:
        pass_on(screen, event)
    else:
        event.stop()
        await screen.app._check_bindings(event.key)
