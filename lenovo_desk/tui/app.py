"""The app: its services, its screens, and the opening and closing of cases."""

import gc
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.core.model.intents import OpenCase, RecordFact, desk_of
from lenovo_desk.core.ports import Library, SettingsFile, Store
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.wording.sentences import sentence
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
from lenovo_desk.tui.kit.theme import THEMES
from lenovo_desk.tui.kit.whole_pastes import keep_pastes_whole
from lenovo_desk.tui.shell import S, Shell, ShowMessage, T
from lenovo_desk.tui.shell_readings import ShellReadings

if TYPE_CHECKING:  # neither Home nor a real case needs training
    from lenovo_desk.training.training_ports import Training
    from lenovo_desk.tui.training_messages import TrainingMessage


class DeskApp(App[None]):
    """Home at the bottom, at most one live case on top."""

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
    ) -> None:
        """Take the services; `first` is called once Home is shown.

        `training` builds the training services on first use.
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
        self.home = Home()
        self.tell_home = self.home.show
        self.session: Session | None = None
        self._release: Callable[[], object] = tuple
        self.keyboard = Keyboard(self)
        self._applied = settings.current
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

    def get_default_screen(self) -> Screen[Any]:
        """Return Home, so that Textual creates no empty screen."""
        return self.home

    async def on_event(self, event: events.Event) -> None:
        """Carry out keys and pasted texts in their order, everything else as ever."""
        if isinstance(event, Typed) and not event.is_forwarded:
            await self.keyboard.take(event)
        else:
            await super().on_event(event)

    async def on_ready(self) -> None:
        """Show what was asked for, then load what the first case needs."""
        if self._first:
            self._first(self)
        await self.keyboard.begin()
        self.set_timer(0.05, lambda: warm(self))

    # --- opening and closing cases

    def start(self, flow: str, follows: str = "", facts: Iterable[RecordFact] = ()) -> None:
        """Begin a case with some facts and show it; `follows` is the case it continues."""
        opening = self.opening(flow)._replace(follows=follows)
        self._take(lambda: self.store.open_case(self.library, opening, facts))

    def follow(self, case: str, flow: str) -> None:
        """Close every other screen and begin a case that follows another."""
        self.go_home()
        self.start(flow, case)

    def go_home(self) -> None:
        """Close every screen but Home."""
        while self.screen is not self.home:
            self.pop_screen()

    def resume(self, case: str) -> None:
        """Open an unfinished case at the step it is at."""
        self._take(lambda: self.store.resume(case, self.library, desk_of(self.opening(""))))

    def _take(self, open_session: Callable[[], Session]) -> None:
        from lenovo_desk.tui.desk.real_case_screen import Desk

        self.show_case(open_session, Desk, lambda session: self.store.release(session))

    def show_case(
        self,
        open_session: Callable[[], S],
        desk: Callable[[S], Screen[Any]],
        release: Callable[[S], None],
    ) -> str:
        """Show a live case; return why it cannot be opened, which Home shows, or ""."""
        try:
            session = open_session()
        except (StoreProblem, KeyError) as error:
            if isinstance(error, StoreProblem):
                problem = self.readings.store_problem(error)
            else:
                problem = sentence(self.words, None, Reason("unknown_flow", str(error.args[0])))
            self.home.show(problem, alert=True)
            return problem
        self.go_home()  # any page may ask for a case
        self.session, self._release = session, partial(release, session)
        self.push_screen(desk(session))
        return ""

    def go(self, message: "TrainingMessage") -> str:
        """Carry out a training request; return why it failed, in words, or ""."""
        from lenovo_desk.tui.training_coordinator import carry_out

        return carry_out(self, message)

    def release_case(self, message: str) -> str:
        """Release the live case and return to Home; return why it could not be saved, or ""."""
        refused = self.refusal(self._release)
        self.session = None
        self.go_home()
        self.home.show(refused or message, alert=bool(refused))
        return refused

    def keep(self) -> None:
        """Release the live case, with its draft."""
        session, self.session = self.session, None
        if session is None:
            return
        for screen in self.screen_stack:  # the desk, and the wrap-up if it is open
            if isinstance(screen, BaseScreen):
                screen.flush_draft()
        self._release()

    on_unmount = keep

    async def action_quit(self) -> None:
        """Quit; a live case is saved."""
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
) -> int:
    """Run the app; return the exit status."""
    app = DeskApp(library, store, settings, opening, first, greeting, training)
    keep_pastes_whole()
    app.run()
    if app._exception is not None:
        raise app._exception
    return app.return_code or 0
