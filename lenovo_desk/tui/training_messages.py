"""The requests of training screens; `tui.training_coordinator` carries them out.

A screen passes one to `Shell.go`, which returns why it failed, in words, or "".
"""

from collections.abc import Callable
from dataclasses import dataclass

from lenovo_desk.training.model.call import Call
from lenovo_desk.training.model.scenario import Scenario


@dataclass(frozen=True)
class ShowMenu:
    """Show the training menu."""


@dataclass(frozen=True)
class ShowBriefing:
    """Show what a trainee reads before a mock call."""

    scenario: Scenario
    """The scenario to play."""


@dataclass(frozen=True)
class BeginCall:
    """Begin a mock call."""

    scenario: Scenario
    """The scenario to play."""


@dataclass(frozen=True)
class PlayAgain:
    """Play a scenario again, in its current version."""

    scenario: str
    """Its id."""
    language: str
    """The language it is in."""


@dataclass(frozen=True)
class PlayFrom:
    """Begin a new call that replays a closed one up to an event."""

    call: str
    """The id of the closed call."""
    event: int
    """The number of the last event to replay."""


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
    """Why the store could not save it, in words, or ""."""


@dataclass(frozen=True)
class ShowScore:
    """Show the score of an earlier call."""

    call: str
    """The id of the closed call."""
    back: Callable[[], object]
    """Called when the score is closed."""


@dataclass(frozen=True)
class ShowClass:
    """Show the class; closing it returns to the menu."""


@dataclass(frozen=True)
class ShowLiveCalls:
    """Show the live calls to a trainer; closing them returns to the menu."""


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
