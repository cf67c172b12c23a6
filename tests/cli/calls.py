"""Mock calls put into a folder by simulated trainees, as the desk would have left them."""

from collections.abc import Callable
from pathlib import Path

from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.store.mock.mock_store import MockStore
from lenovo_desk.training.model.call import TrainerMark
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.training.model.scorecard import MANUAL
from tests.hand_clock import HandClock
from tests.shipped_content import library, materials
from tests.training.trainee import ZONES, Careless, Trainee, settings

FLOPPY = "floppy_drive"
SUNDAY = 1_795_330_800.0
"""2026-11-22T07:00Z."""


def scenario(name: str = FLOPPY, language: str = "zh") -> Scenario:
    """Return a shipped scenario."""
    return next(one for one in materials().scenarios(language) if one.id == name)


def careless(seed: int) -> Callable[[Scenario], Trainee]:
    """Return a trainee who forgets things, the same ones for the same seed."""
    return lambda scenario: Careless(scenario, seed)


def played(
    folder: Path,
    case: str,
    agent: str = "ana",
    *,
    make: Callable[[Scenario], Trainee] = Trainee,
    name: str = FLOPPY,
    language: str = "zh",
    at: float = SUNDAY,
    moves: tuple[str, ...] | None = None,
    close: bool = True,
    heard: float = 0.0,
) -> Trainee:
    """Play a scenario into a folder of mock calls and let go of the call; `heard`: a trainer gives
    this share of the points to what only ears can judge."""
    script = scenario(name, language)
    trainee = make(script)
    trainee.base = HandClock(at, "boot", tick=0.0)
    calls = MockStore(folder, trainee.base)
    opening = OpenCase(
        case, script.flow, agent, "hotline", language, ZONES[language], settings(language), "mock"
    )
    card = materials().scorecard(language)
    trainee.session = calls.begin(library(), opening, script, card, materials())
    trainee.plays(moves)
    if close and not trainee.over:
        trainee.closes()
    calls.release(trainee.session)
    for line in card.lines() if heard else ():
        if line.measure == MANUAL:
            calls.mark(case, TrainerMark("line", line.id, line.points * heard, "", "trainer", at))
    return trainee
