"""The app: its services, its screens, and the opening and closing of cases."""

import gc
import os
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.ports import Library, SettingsFile, Store
from lenovo_desk.tui.command_words import key_name
from lenovo_desk.tui.commands import APP
from lenovo_desk.tui.home.home_screen import Home
from lenovo_desk.tui.kit.base_screen import (
    BaseScreen,
    bindings_of,
    load_commands,
    run_key_command,
)
from lenovo_desk.tui.kit.keyboard import Keyboard, Typed
from lenovo_desk.tui.kit.terminals.asking import SignsAsked
from lenovo_desk.tui.kit.terminals.colours import ALL, FewerColours, colours_of
from lenovo_desk.tui.kit.theme import THEMES
from lenovo_desk.tui.kit.whole_pastes import keep_pastes_whole
from lenovo_desk.tui.live_cases import LiveCases
from lenovo_desk.tui.live_desk import LiveDesk
from lenovo_desk.tui.shell import HalfTyped, Shell, ShowMessage, T
from lenovo_desk.tui.shell_readings import ShellReadings

if TYPE_CHECKING:  # neither Home nor a real case needs training
    from lenovo_desk.training.training_ports import Training
    from lenovo_desk.tui.training_messages import TrainingMessage


class DeskApp(App[None]):
    """Home at the bottom, on top at most one of the live cases."""

    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = ""
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(APP)

    def __init__(
        self,
        library: Library,
        store: Store,
        settings: SettingsFile,
        opening: Callable[[str], OpenCase],
        first: Callable[[Shell], object] | None = None,
        greeting: str = "",
        training: "Callable[[], Training] | None" = None,
        signs: str = "",
    ) -> None:
        """Take the services; `first` is called once Home is shown.

        `training` builds the training services on first use; `signs` stands for the setting.
        """
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.library = library
        self.store = store
        self.settings = settings
        self.readings = ShellReadings(library, store, settings)
        self.readings.greeting = greeting
        self.opening = opening
        self._first = first
        self._training = training
        self._own_signs = signs
        self.home = Home()
        self.tell_home = self.home.show
        self.keyboard = Keyboard(self)
        self.live = LiveCases()
        self.half_typed: dict[HalfTyped, tuple[str, ...]] = {}
        cases = LiveDesk(self)
        self.start, self.resume, self.show_case = cases.start, cases.resume, cases.show_case
        self.show_live, self.turn_to = cases.show_live, cases.turn_to
        self.turn_away = cases.turn_away
        self.leave, self.release_case, self._ring = cases.leave, cases.release_case, cases.ring
        self._applied = settings.current
        self.filters: list[LineFilter] = []
        self.signs = SignsAsked(self, self.filters)
        self.theme = _theme(self._applied.theme)
        self.set_keymap(self._applied.keys)

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the interface."""
        return self.readings.words

    @property
    def language(self) -> str:
        """The language of the interface."""
        return self.readings.language

    def attempt(self, act: Callable[[], T], tell: ShowMessage) -> T | None:
        """Return the result of `act`; if the store refuses, tell it and return None."""
        try:
            return act()
        except StoreProblem as problem:
            tell(self.readings.store_problem(problem), True)
            return None

    def refusal(self, act: Callable[[], object]) -> str:
        """Call `act`; return the store's refusal in words, or ""."""
        try:
            act()
        except StoreProblem as problem:
            return self.readings.store_problem(problem)
        return ""

    def _fatal_error(self) -> None:
        """Close without Textual's traceback, which could show customer data; see `run_app`."""
        self._close_messages_no_wait()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what changes the styles and signs of a screen to those of the terminal."""
        return self.filters

    def get_default_screen(self) -> Screen[Any]:
        """Return Home, so that Textual creates no empty screen."""
        return self.home

    async def on_event(self, event: events.Event) -> None:
        """Carry out keys and pasted texts in their order, everything else as ever."""
        if isinstance(event, Typed) and not event.is_forwarded:
            await self.keyboard.take(event)
        else:
            await super().on_event(event)

    def on_mount(self) -> None:
        """Ask the terminal about signs before the first painting covers the question."""
        if not self.is_headless:
            self.signs.choose(self._own_signs or self._applied.signs)

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """Take the terminal's answer."""
        self.signs.take(event)

    async def on_ready(self) -> None:
        """Show what was asked for, then load what the first case needs."""
        if self._first:
            self._first(self)
        await self.keyboard.begin()
        self.set_timer(0.05, lambda: warm(self))
        self.set_interval(1.0, self._ring)

    # --- cases

    @property
    def session(self) -> Session | None:
        """The case in view; None at Home."""
        return self.live.in_view.session if self.live.in_view else None

    def follow(self, case: str, flow: str) -> None:
        """Close every other screen and begin a case that follows another."""
        self.go_home()
        self.start(flow, case)

    def go_home(self) -> None:
        """Close every screen but Home."""
        while self.screen is not self.home:
            self.pop_screen()

    def go(self, message: "TrainingMessage") -> str:
        """Carry out a training request; return why it failed, in words, or ""."""
        from lenovo_desk.tui.training_coordinator import carry_out

        return carry_out(self, message)

    def keep(self) -> None:
        """Release the live cases, with what is being typed."""
        if self.live.in_view:
            for screen in self.screen_stack:  # the desk, and the wrap-up if it is open
                if isinstance(screen, BaseScreen):
                    screen.flush_draft()
        self.live.release_all()

    on_unmount = keep

    async def action_quit(self) -> None:
        """Quit; the live cases are saved."""
        if problem := self.refusal(self.keep):
            self.exit(message=problem, return_code=1)
        else:
            self.exit()

    # --- settings and dialogs

    def set_up(self, name: str, value: str) -> None:
        """Change a setting and apply it to every screen."""
        if problem := self.refusal(lambda: self.settings.change(name, value)):
            self.home.show(problem, alert=True)
            return
        self.refresh_settings()
        self.home.show()

    def refresh_settings(self) -> None:
        """Apply the settings to every screen if they have changed, here or in another window."""
        self.settings.reread()
        current = self.settings.current
        if current is not self._applied:
            self._applied = current
            self.readings.reword()
            self.theme = _theme(current.theme)
            self.set_keymap(current.keys)
            if not self.is_headless:
                self.signs.choose(self._own_signs or current.signs)

    def action_command(self, id: str) -> None:
        """Run a command that every screen has."""
        run_key_command(id, self, self.screen)

    def action_help_quit(self) -> None:
        """Show in the last row which key quits; Textual's toast is English and hides choices."""
        if isinstance(self.screen, BaseScreen):
            keys = key_name(self.screen.keys_of("app.quit"), self.words)
            self.screen.show(f"{keys}  {self.words['tips.quit']}")

    @cached_property
    def training(self) -> "Training":
        """The training services, built on first use."""
        assert self._training, "the app was given a way to build them"
        return self._training()

    def copy(self, text: str) -> str:
        """Copy text without waiting for it; return what is known of that, in words."""
        from lenovo_desk.tui.kit.copying import copy_text

        return copy_text(self, self, text)


def warm(app: DeskApp) -> None:
    """Load what the first case needs."""
    if not gc.isenabled():  # off since the start: what is there now stays
        gc.freeze()
        # What Textual draws refers to itself. Rarely looked for, as a command does, it piles up.
        gc.set_threshold(2000, 10, 10)
        gc.enable()
    from lenovo_desk.tui import terminal_hangup
    from lenovo_desk.tui.desk.real_case_screen import Desk
    from lenovo_desk.tui.kit.text_layout import warm_layout

    load_commands(Desk.SCOPE)
    warm_layout()
    app.store.warm()
    app.readings.warmed = True
    app.home.look_again()
    if not app.is_headless:
        terminal_hangup.watch(app)


def _theme(name: str) -> str:
    names = {theme.name for theme in THEMES}
    return f"desk-{name}" if f"desk-{name}" in names else THEMES[0].name


def run_app(
    library: Library,
    store: Store,
    settings: SettingsFile,
    opening: Callable[[str], OpenCase],
    first: Callable[[Shell], object] | None = None,
    greeting: str = "",
    training: "Callable[[], Training] | None" = None,
    signs: str = "",
) -> int:
    """Run the app; return the exit status."""
    app = DeskApp(library, store, settings, opening, first, greeting, training, signs)
    keep_pastes_whole()
    if (colours := colours_of(os.environ, app.console.color_system)) != ALL:
        app.filters.append(FewerColours(colours))
    app.run()
    if app._exception is not None:
        raise app._exception
    return app.return_code or 0
