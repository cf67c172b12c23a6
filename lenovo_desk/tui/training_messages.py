"""What the screens of training ask for; `tui.training_coordinator` carries it out.

A screen hands a message to `Shell.go`, which returns why it cannot be, in words, or "".
"""

from collections.abc import Callable
from dataclasses import dataclass

from lenovo_desk.training.model.call import Call
from lenovo_desk.training.model.scenario import Scenario


@dataclass(frozen=True)
class ShowMenu:
    """List what can be practised."""


@dataclass(frozen=True)
class ShowBriefing:
    """Show what a trainee reads before a mock call."""

    scenario: Scenario
    """The one to play."""


@dataclass(frozen=True)
class BeginCall:
    """Begin a mock call."""

    scenario: Scenario
    """The one to play."""


@dataclass(frozen=True)
class PlayAgain:
    """Begin a call of a scenario as it is now, which may have changed since it was played."""

    scenario: str
    """Its id."""
    language: str
    """The language it is in."""


@dataclass(frozen=True)
class PlayFrom:
    """Begin a new call that goes as a closed one did up to one of its events."""

    call: str
    """The id of the closed call."""
    event: int
    """The number of the last event that happens again."""


@dataclass(frozen=True)
class ResumeCall:
    """Open an unfinished mock call at the step it is at."""

    call: str
    """Its id."""


@dataclass(frozen=True)
class CallEnded:
    """Show the score of a call that has just been closed."""

    call: Call
    """The call, with what trainers added to it."""
    problem: str
    """Why the store could not keep it, in words, or ""."""


@dataclass(frozen=True)
class ShowScore:
    """Show the score of an earlier call."""

    call: str
    """The id of the closed call."""
    back: Callable[[], object]
    """What leaving the score shows again."""


@dataclass(frozen=True)
class ShowClass:
    """Show the class, and the menu again once it is left."""


@dataclass(frozen=True)
class ShowLiveCalls:
    """Show the live calls to a trainer, and the menu again once they are left."""


TrainingMessage = (
    ShowMenu
    | ShowBriefing
    | BeginCall
    | PlayAgain
    | PlayFrom
    | ResumeCall
    | CallEnded
    | ShowScore
    | ShowClass
    | ShowLiveCalls
)
