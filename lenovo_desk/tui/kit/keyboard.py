"""The keys of the hand, carried out one after the other, each by what stands in front by then.

Textual puts each key on the queue of the widget in focus, and runs bindings, results of dialogs and
the mounting of screens on other queues. Of two keys that arrive together, while the program starts
or a screen is on its way, the second could overtake the first, or reach a screen that it was not
meant for. Here the app takes every key itself. It waits until the screen in front stands, hands the
key from the widget in focus up to the app in one turn, and carries out all that it leads to, before
it looks at the next one: **keys mean at any speed what they mean typed slowly.**

A second press that comes too soon to be meant is the one exception, and then nothing is done:

- **Again.** The key that brought something to the front (opened a screen, closed one, closed the
  line for typing) is not taken by what came to the front. An Enter that closes a case would
  otherwise take up another customer's; one that opens the wrap-up would close the case unread. For
  Enter this holds for whatever came to the front. A digit may choose again at the case that it
  opened (`1 1` from Home is typed ahead), but not where it has left a case or is text.
- **Held.** The fourth of the same key at the pace of a keyboard's repeat, which no hand has. So a
  digit held down goes a few steps on, each to be taken back, and never closes a case: that takes
  another key. Keys that only move, and text, may be held down.

Either way all that follows was typed ahead of a screen that did not come: it is dropped as well,
until the hand rests for `PAUSE`, and the screen says so. After such a rest, or another key, the
same key counts. No other key is ever dropped.
"""

import asyncio
import re
from typing import Any

from textual import events
from textual._callback import invoke
from textual.app import App
from textual.message_pump import MessagePump

from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.command_words import key_name
from lenovo_desk.tui.commands import of_scope
from lenovo_desk.tui.digits import digit
from lenovo_desk.tui.key_names import key_parts
from lenovo_desk.tui.kit.base_screen import BaseScreen

PAUSE = 0.8
"""Seconds without a key after which the next one is meant: longer than before a key repeats."""
HELD = 4
"""The place in a row of equal keys from which on a key is held down, if the row is that quick."""
REPEAT = (0.01, 0.045)
"""Seconds between two repeats of a key held down. What comes quicker is typed ahead or pasted."""
MOVING = ("", "scroll")
"""Words of commands that only move a cursor or a page."""
SETTLING = 25
"""Turns in which what a key has posted may be carried out before the next one."""
_BY_WORDS = {"alt+b": "ctrl+left", "alt+f": "ctrl+right"}
"""What terminals of a Mac send for Alt and an arrow, and the key that does that in a field."""

Typed = events.Key | events.Paste


class Keyboard:
    """Takes what an app is sent by the hand, one after the other."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._early: list[Typed] | None = []
        """What was typed before the first screen was there; None since."""
        self._hand = _Hand()

    async def begin(self) -> None:
        """Carry out what was typed while the program started: the first screen is there now."""
        early, self._early = self._early or [], None
        for event in early:
            if isinstance(event, events.Key) and event.key == "ctrl+j":
                enter = events.Key("enter", "\r")  # the program had not the terminal to itself yet
                enter.time = event.time
                event = enter
            await self.take(event)

    async def take(self, event: Typed) -> None:
        """Carry out a key or a pasted text with all that it leads to."""
        if self._early is not None:
            self._early.append(event)
            return
        await self._settle()
        if isinstance(event, events.Paste):
            self._hand.pasted()
            await self._hand_up(event)
            return
        for key in self._keys(event):
            await self._settle()
            await self._press(key)

    def _keys(self, event: events.Key) -> list[events.Key]:
        """Return the keys that were pressed for what the terminal sent."""
        if event.key == "ctrl+j" and not self._bound(event.key):
            keys = [events.Key("enter", "\r")]
        elif event.key in _BY_WORDS and self._app.focused is not None:
            # In a field it is Alt and an arrow, which terminals of a Mac send in this way.
            keys = [events.Key(_BY_WORDS[event.key], None)]
        elif re.fullmatch(r"alt\+(shift\+)?[a-z]", event.key) and not self._bound(event.key):
            # Esc and a letter right after it: a terminal sends nothing else for Alt and the letter.
            letter = event.key[-1].upper() if "shift" in event.key else event.key[-1]
            keys = [events.Key("escape", "\x1b"), events.Key(letter, letter)]
        else:
            return [event]
        for key in keys:
            key.time = event.time
        return keys

    def _bound(self, key: str) -> bool:
        chain = self._app.screen._binding_chain
        return any(key in bindings.key_to_bindings for _, bindings in chain)

    async def _press(self, event: events.Key) -> None:
        """Carry out a key with all that it leads to, unless it came too soon to be meant."""
        app = self._app
        app.app_focus = True
        if await app._check_bindings(event.key, priority=True):
            return
        screen = app.screen
        word = self._hand.drops(event, screen, text=app.focused is not None)
        if word is None:
            before, focused = app.screen_stack, app.focused
            await self._hand_up(event)
            await app._flush_next_callbacks()
            now = app.screen_stack
            other = now[-1:] != before[-1:]
            self._hand.brought = other or app.focused is not focused
            self._hand.left = other and now[-1] in before
        elif word and isinstance(screen, BaseScreen):
            name = key_name(event.key, screen.words)
            screen.show(filled(screen.words[word], {"key": name}), alert=True)

    async def _settle(self) -> None:
        """Wait until the screen in front stands and has done what the last key led to."""
        app = self._app
        await app._flush_next_callbacks()
        for _ in range(SETTLING):
            screen, focused = app.screen, app.focused
            await screen._mounted_event.wait()
            busy = not screen._message_queue.empty()
            if focused is not None:
                busy = busy or not focused._message_queue.empty()
            if screen is app.screen and not busy:
                return
            await asyncio.sleep(0)

    async def _hand_up(self, event: Typed) -> None:
        """Hand an event from what is in focus up to the app, at once; the stock way queues it."""
        event._set_forwarded()
        pump: MessagePump | None = self._app.focused or self._app.screen
        while pump is not None and not event._stop_propagation:
            for _, method in pump._get_dispatch_methods(event.handler_name, event):
                await invoke(method, event)
            pump = pump._parent


class _Hand:
    """Remembers the last keys, to tell a second press that comes too soon to be meant."""

    def __init__(self) -> None:
        self._key, self._at = "", 0.0
        self._row: list[float] = []
        """When each of the last equal keys was typed, in seconds."""
        self.brought = self.left = False
        """Whether the last key brought something to the front, and by closing a screen."""
        self._dropping = False

    def pasted(self) -> None:
        """Take note that a paste stands between two keys: equal ones are no second press."""
        self._key = ""

    def drops(self, event: events.Key, screen: object, text: bool) -> str | None:
        """Return the word for why a key is dropped, with all that follows; None if it is not.

        It is empty for what follows. `text` says that the key types text on this screen.
        """
        rested = event.time - self._at >= PAUSE
        same = event.key == self._key and not rested
        self._key, self._at = event.key, event.time
        self._row = [*self._row[1 - HELD :], event.time] if same else [event.time]
        if self._dropping and not rested:
            return ""
        self._dropping = True
        astray = event.key == "enter" or ((self.left or text) and digit(event.character))
        if same and self.brought and astray:
            return "typed.again"
        if not text and self._held() and not _only_moves(event.key, screen):
            return "typed.held"
        self._dropping = False
        return None

    def _held(self) -> bool:
        least, most = REPEAT
        gaps = HELD - 1
        return (
            len(self._row) == HELD and least * gaps <= self._row[-1] - self._row[0] <= most * gaps
        )


def _only_moves(key: str, screen: object) -> bool:
    commands = of_scope(screen.SCOPE) if isinstance(screen, BaseScreen) else ()
    moving = (command for command in commands if command.word in MOVING)
    return any(key in key_parts(command.keys) for command in moving)
