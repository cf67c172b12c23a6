"""What a screen may ask of the app that it is on."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from textual.screen import Screen

from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.ports import Library, SettingsFile, Store
from lenovo_desk.tui.shell_readings import ShellReadings

if TYPE_CHECKING:  # a real case needs nothing of training
    from lenovo_desk.training.training_ports import Training
    from lenovo_desk.tui.training_messages import TrainingMessage

T = TypeVar("T")
"""What an act returns."""
R = TypeVar("R")
"""What a screen is dismissed with."""
S = TypeVar("S", bound=Session)
"""A live case, real or mock."""

Tell = Callable[[str, bool], object]
"""Shows a message; the second argument says whether it is a warning."""


class Shell(Protocol):
    """What the screens were handed, how cases come and go, and the ways to other screens."""

    library: Library
    store: Store
    settings: SettingsFile
    opening: Callable[[str], OpenCase]
    """Returns how a case in a flow begins at this desk."""
    readings: ShellReadings

    @property
    def training(self) -> "Training":
        """The rooms of training, made when first asked for."""

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the interface."""

    @property
    def language(self) -> str:
        """The language of the interface."""

    def store_problem(self, problem: StoreProblem) -> str:
        """Return what the store refused, in words."""

    def attempt(self, act: Callable[[], T], tell: Tell) -> T | None:
        """Return what an act returns, or tell what the store refused and return None."""

    def refusal(self, act: Callable[[], object]) -> str:
        """Do something; return what the store refused, in words, or ""."""

    # --- cases come and go

    def start(self, flow: str, follows: str = "") -> None:
        """Begin a case, perhaps one that follows another, and show it."""

    def follow(self, case: str, flow: str) -> None:
        """Leave the screens in front, and begin a case that follows another."""

    def resume(self, case: str) -> None:
        """Open an unfinished case at the step it is at."""

    def take(
        self,
        open_session: Callable[[], S],
        desk: Callable[[S], Screen[Any]],
        release: Callable[[S], None],
    ) -> str:
        """Show a live case on its desk, or say on Home why there is none, which is returned."""

    def put_down(self, message: str) -> str:
        """Release the live case and return to Home; return why it could not be kept."""

    def go(self, message: "TrainingMessage") -> str:
        """Do what a screen of training asks for; return why it cannot be, in words, or ""."""

    # --- settings and other screens

    def set_up(self, name: str, value: str) -> None:
        """Change a setting and show everything by it."""

    def tell_home(self, message: str = "", alert: bool = False) -> None:
        """Show Home again, with a message in its last row."""

    def copy(self, text: str) -> str:
        """Copy text; return how: `system`, `terminal` when only it was asked, or `off`."""

    # --- what Textual's own app gives

    @property
    def screen(self) -> Screen[object]:
        """The screen in front."""

    @property
    def theme(self) -> str:
        """The name of the theme."""

    @property
    def theme_variables(self) -> dict[str, str]:
        """The colours of the theme by their roles."""

    def push_screen(
        self, screen: Screen[R], callback: Callable[[R | None], None] | None = None
    ) -> Awaitable[None]:
        """Show a screen over the one in front; `callback` takes what it is dismissed with."""
