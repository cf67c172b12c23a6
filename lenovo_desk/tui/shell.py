"""What a screen may ask of the app it runs in."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from textual.screen import Screen

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.intents import OpenCase, RecordFact
from lenovo_desk.core.ports import Library, SettingsFile, Store
from lenovo_desk.tui.live_cases import LiveCase, LiveCases
from lenovo_desk.tui.shell_readings import ShellReadings

if TYPE_CHECKING:  # a real case needs nothing of training
    from lenovo_desk.training.training_ports import Training
    from lenovo_desk.tui.training_messages import TrainingMessage

T = TypeVar("T")
"""What a function passed to `attempt` returns."""
R = TypeVar("R")
"""The result of a screen."""
S = TypeVar("S", bound=Session)
"""A live case, real or mock."""

ShowMessage = Callable[[str, bool], object]
"""Shows a message; the second argument is whether it is a warning."""


HalfTyped = tuple[str, str, str, tuple[tuple[str, str], ...]]
"""A form that was left half typed: the agent, title, what it is about, labels with values."""


class Shell(Protocol):
    """The services of the screens, the opening of cases, and navigation."""

    library: Library
    store: Store
    settings: SettingsFile
    opening: Callable[[str], OpenCase]
    """Returns the opening intent for a case in a flow at this desk."""
    readings: ShellReadings
    live: LiveCases
    """The cases that this window has open."""
    half_typed: dict[HalfTyped, tuple[str, ...]]
    """The texts of forms that were left half typed; they are in memory only."""

    @property
    def training(self) -> "Training":
        """The training services, built on first use."""

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the interface."""

    @property
    def language(self) -> str:
        """The language of the interface."""

    def attempt(self, act: Callable[[], T], tell: ShowMessage) -> T | None:
        """Return the result of `act`; if the store refuses, tell it and return None."""

    def refusal(self, act: Callable[[], object]) -> str:
        """Call `act`; return the store's refusal in words, or ""."""

    # --- cases

    def start(self, flow: str, follows: str = "", facts: Iterable[RecordFact] = ()) -> str:
        """Begin a case with some facts and show it; `follows` is the case it continues.

        Return why it cannot be opened, which Home shows, or "".
        """

    def follow(self, case: str, flow: str) -> None:
        """Close every other screen and begin a case that follows another."""

    def resume(self, case: str) -> None:
        """Show a live case again, or open an unfinished one at the step it is at."""

    def show_case(
        self,
        open_session: Callable[[], S],
        desk: Callable[[S], Screen[Any]],
        release: Callable[[S], None],
    ) -> str:
        """Show a live case; return why it cannot be opened, which Home shows, or ""."""

    def show_live(self, live: LiveCase) -> None:
        """Show a live case again, on a screen of its own."""

    def turn_to(self, live: LiveCase) -> str:
        """Bring a live case into view; return what could not be written, or ""."""

    def turn_away(self) -> str:
        """Take the case in view, if any, out of view as it is; return why that failed, or ""."""

    def leave(self) -> str:
        """Take the case in view out of view and go to Home; return why that failed, or ""."""

    def release_case(self, message: str) -> str:
        """Release the case in view and go to Home; return why it could not be saved, or ""."""

    def go_home(self) -> None:
        """Close every screen but Home."""

    def go(self, message: "TrainingMessage") -> str:
        """Carry out a training request; return why it failed, in words, or ""."""

    # --- settings and other screens

    def set_up(self, name: str, value: str) -> None:
        """Change a setting and apply it to every screen."""

    def refresh_settings(self) -> None:
        """Apply the settings to every screen if they have changed, here or in another window."""

    def tell_home(self, message: str = "", alert: bool = False) -> None:
        """Refresh Home, with a message in its last row."""

    def copy(self, text: str) -> str:
        """Copy text without waiting for it; return what is known of that, in words."""

    # --- what Textual's app provides

    @property
    def screen(self) -> Screen[object]:
        """The screen in front."""

    @property
    def theme(self) -> str:
        """The name of the theme."""

    @property
    def theme_variables(self) -> dict[str, str]:
        """The colours of the theme by role."""

    def bell(self) -> None:
        """Ring the terminal's bell."""

    def push_screen(
        self, screen: Screen[R], callback: Callable[[R | None], None] | None = None
    ) -> Awaitable[None]:
        """Show a screen over the one in front; `callback` gets its result."""
