"""What the screens have in common: the shell, their commands, and a last row to say things."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.strip import Strip

from lenovo_desk.tui.command_words import with_keys
from lenovo_desk.tui.commands import (
    APP,
    BY_ID,
    SHELL_SCOPES,
    KeyCommand,
    key_parts,
    keys_of,
    of_scope,
)
from lenovo_desk.tui.kit.hint_row import keys_row, message_row
from lenovo_desk.tui.kit.lines import Lines, repaint
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
    """Do what the function of a command does, imported now if it was not before."""
    command = BY_ID[id]
    module, _, name = command.run.partition(":")
    function = getattr(import_module(f"lenovo_desk.tui.{module}"), name)
    function(shell if command.scopes[0] in SHELL_SCOPES else screen)


class BaseScreen(Screen[ScreenResultType]):
    """Its last row, drawn by `_draw_hints`, has a message while there is one, else its keys."""

    SCOPE: ClassVar[str] = ""
    """Which commands of the table it has."""
    HELP: ClassVar[str] = ""
    """Key of what its help says below the keys."""
    message = ""
    alert = False
    """Whether the message is a warning."""

    def __init_subclass__(cls, scope: str = "", **textual: Any) -> None:
        """Bind the keys of the commands of a scope."""
        if scope:
            cls.SCOPE, cls.BINDINGS = scope, bindings_of(scope)
        super().__init_subclass__(**textual)

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

    # --- commands

    @property
    def typing(self) -> bool:
        """Whether what is typed becomes text, so that letters are no commands."""
        return False

    def holds(self, condition: str) -> bool:
        """Return whether a condition that a command names in `when` holds now."""
        return True

    def flush_draft(self) -> str:
        """Keep what is half typed; return why it cannot be kept, or an empty string."""
        return ""

    def commands(self) -> list[KeyCommand]:
        """Return the commands that have a word, in the order in which they are listed."""
        commands = (*of_scope(self.SCOPE), *of_scope(APP))
        return [command for command in commands if command.word]

    def keys_of(self, id: str) -> str:
        """Return the keys of a command at this desk."""
        return keys_of(id, self.shell.settings.current.keys)

    def key_parts(self, id: str) -> tuple[str, ...]:
        """Return the keys of a command at this desk, each by itself."""
        return key_parts(self.keys_of(id))

    def with_keys(self, text: str) -> str:
        """Return a text of the interface with the keys of this screen in its blanks."""
        return with_keys(text, self.SCOPE, self.shell.settings.current.keys, self.words)

    def action_command(self, id: str) -> None:
        """Run the function of a command."""
        run_key_command(id, self.shell, self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action may be done here: a command of another screen may not."""
        return action != "command" or self.SCOPE in BY_ID[str(parameters[0])].scopes

    # --- the last row

    def hint_row(self, message: str, alert: bool, width: int) -> list[Strip]:
        """Return a message while there is one, else the keys that matter now."""
        ink = inks(self.app)
        if message:
            return [message_row(message, alert, ink, width)]
        remapped = self.shell.settings.current.keys
        offered = [
            (keys_of(command.id, remapped), command.word)
            for command in self.commands()
            if command.id != HELP_ID and (not command.when or self.holds(command.when))
        ]
        help_keys = keys_of(HELP_ID, remapped)
        return [keys_row(offered, help_keys, self.typing, self.words, ink, width)]

    def _draw_hints(self, width: int, height: int) -> list[Strip]:
        return self.hint_row(self.message, self.alert, width)


class BaseModal(ModalScreen[ScreenResultType], BaseScreen[ScreenResultType]):
    """A screen over another one, which waits for what this one answers."""


HELP_ID = "app.help"
