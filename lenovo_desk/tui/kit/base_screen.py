"""The base of all screens: the shell, their commands, the rows of messages and of keys."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, ClassVar, cast

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.strip import Strip

from lenovo_desk.tui.command_words import label, with_keys
from lenovo_desk.tui.commands import (
    APP,
    BY_ID,
    SHELL_SCOPES,
    KeyCommand,
    key_parts,
    keys_of,
    of_scope,
)
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.hint_row import KeyOffer, entry_keys, keys_row, message_rows
from lenovo_desk.tui.kit.lines import FittingLines, Lines, repaint
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.shell import Shell


def action_of(command: KeyCommand) -> str:
    """Return the Textual action that carries out a command."""
    return f"command('{command.id}')" if ":" in command.run else command.run


def bindings_of(scope: str) -> list[BindingType]:
    """Return the bindings of one kind of screen."""
    return [
        Binding(
            command.keys,
            action_of(command),
            command.word,
            show=bool(command.word),
            id=command.id,
            priority=command.priority,
        )
        for command in of_scope(scope)
    ]


def run_key_command(id: str, shell: Shell, screen: object) -> None:
    """Run the function of a command; its module is imported on first use."""
    command = BY_ID[id]
    function = function_named(command.run)
    function(shell if command.scopes[0] in SHELL_SCOPES else screen)


def load_commands(scope: str) -> None:
    """Import what the commands of a scope run, so that no key waits for a disk."""
    for command in of_scope(scope):
        if ":" in command.run:
            function_named(command.run)


def function_named(name: str) -> Callable[..., object]:
    """Return a function by `folder.module:function` below `lenovo_desk.tui`."""
    module, _, own = name.partition(":")
    function: Callable[..., object] = getattr(import_module(f"lenovo_desk.tui.{module}"), own)
    return function


class BaseScreen(Screen[ScreenResultType]):
    """The base of all screens. Its last row are its keys, the one above is for messages."""

    SCOPE: ClassVar[str] = ""
    """The scope of its commands in the table."""
    HELP: ClassVar[str] = ""
    """The interface word that help shows below the keys."""
    PLACE: ClassVar[str] = ""
    """The word of `places` by which a screen above it says where Esc goes."""
    READS_PASTE: ClassVar[str] = ""
    """The function, named as in the table, that takes the screen and what is pasted outside a
    field; without one, nothing comes of it."""
    MATTERS: ClassVar[tuple[str, ...]] = ()
    """The ids of the commands that matter most on it, one or two."""
    ENTRY_DOES: ClassVar[str] = ""
    """The word for what Enter does while its line for typing is open."""
    message = ""
    alert = False
    """Whether the message is a warning."""
    leaves_to = ""
    """The word of `places` for where Esc goes, if not to the screen below."""
    offers_help = True
    """Whether help can be asked for on it."""
    confirming = ""
    """The command that has asked for its key once more; any other one makes it forget."""

    def __init_subclass__(cls, scope: str = "", **textual: Any) -> None:
        """Bind the keys of the commands of a scope."""
        if scope:
            cls.SCOPE, cls.BINDINGS = scope, bindings_of(scope)
        super().__init_subclass__(**textual)

    @property
    def shell(self) -> Shell:
        """The app, as screens see it."""
        return cast(Shell, self.app)

    @property
    def words(self) -> Mapping[str, str]:
        """The interface's words."""
        return self.shell.words

    @property
    def face(self) -> Face:
        """The words, inks and keys to paint with."""
        shell, current = self.shell, self.shell.settings.current
        return Face(shell.words, shell.language, current.zone, inks(shell), current.keys)

    def show(self, message: str = "", alert: bool = False) -> None:
        """Show a message, and repaint everything at once."""
        self.message, self.alert = message, alert
        repaint(*self.query(Lines))

    # --- commands

    @property
    def typing(self) -> bool:
        """Whether typing enters text, so that letters are not commands."""
        return False

    def holds(self, condition: str) -> bool:
        """Return whether a command's `when` condition holds now."""
        return True

    def flush_draft(self) -> str:
        """Save the draft; return why it could not be saved, or ""."""
        return ""

    def commands(self) -> list[KeyCommand]:
        """Return the commands that have a word, in display order."""
        commands = (*of_scope(self.SCOPE), *of_scope(APP))
        return [command for command in commands if command.word]

    def keys_of(self, id: str) -> str:
        """Return the keys of a command, as remapped."""
        return keys_of(id, self.shell.settings.current.keys)

    def key_parts(self, id: str) -> tuple[str, ...]:
        """Return the keys of a command, as remapped, one by one."""
        return key_parts(self.keys_of(id))

    def with_keys(self, text: str) -> str:
        """Fill the blanks of a text with the keys of this screen."""
        return with_keys(text, self.SCOPE, self.shell.settings.current.keys, self.words)

    def action_command(self, id: str) -> None:
        """Run the function of a command."""
        if self.confirming != id:
            self.confirming = ""
        run_key_command(id, self.shell, self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action is allowed: a command of another screen is not."""
        return action != "command" or self.SCOPE in BY_ID[str(parameters[0])].scopes

    def on_paste(self, event: events.Paste) -> None:
        """Let what is pasted outside a field be read."""
        if self.READS_PASTE:
            event.stop()
            function_named(self.READS_PASTE)(self, event.text)

    # --- the last rows

    def message_row(self) -> FittingLines:
        """Return the widget of the messages; a long one takes more rows, upwards."""
        return FittingLines(self._draw_message, id="message")

    def keys_row(self) -> Lines:
        """Return the widget of the keys, the last row."""
        return Lines(self.draw_keys, id="hints")

    def notice(self) -> tuple[str, bool]:
        """Return the message to show now, and whether it is a warning."""
        return self.message, self.alert

    def matters(self) -> Sequence[str]:
        """Return the ids of the commands that matter now, one or two."""
        return self.MATTERS

    def does(self, command: KeyCommand) -> str:
        """Return what a command does now, in words."""
        if command.word == "close":
            return self.place_below() or label(command.word, self.words)
        return label(command.word, self.words)

    def place_below(self) -> str:
        """Return where leaving this screen leads, in words; "" for an unnamed place."""
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1] if self in stack[1:] else None
        place = self.leaves_to or (below.PLACE if isinstance(below, BaseScreen) else "")
        return self.words[f"places.{place}"] if place else ""

    def offers(self) -> list[KeyOffer]:
        """Return the keys that apply now, those that matter first; while typing, the line's."""
        if self.ENTRY_DOES and self.typing:
            return entry_keys(self.words[self.ENTRY_DOES], self.words)
        remapped, first = self.shell.settings.current.keys, self.matters()
        commands = [
            command
            for command in self.commands()
            if command.id != HELP_ID and (not command.when or self.holds(command.when))
        ]
        order = {id: place for place, id in enumerate(first)}
        commands.sort(key=lambda command: order.get(command.id, len(order)))
        return [
            KeyOffer(
                keys_of(command.id, remapped),
                self.does(command),
                command.id in order,
                label(command.word, self.words),
            )
            for command in commands
        ]

    def _draw_message(self, width: int, height: int) -> list[Strip]:
        return message_rows(*self.notice(), inks(self.app), width, height)

    def draw_keys(self, width: int, height: int) -> list[Strip]:
        """Return the row of keys."""
        keys = self.keys_of(HELP_ID) if self.offers_help else ""
        return [keys_row(self.offers(), keys, self.typing, self.words, inks(self.app), width)]


class BaseModal(ModalScreen[ScreenResultType], BaseScreen[ScreenResultType]):
    """A screen over another one, which waits for its result."""


HELP_ID = "app.help"
