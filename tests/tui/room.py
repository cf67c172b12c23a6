"""A room with a trainee at one terminal and a trainer at another, over one data folder."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lenovo_desk.core.model import events as ev
from lenovo_desk.store.disk.journal import read_journal
from lenovo_desk.training.model.call import Call, SpokenLine, TrainerMark
from lenovo_desk.tui.trainer.live_calls import show_live_calls
from lenovo_desk.tui.trainer.trainer_window import TrainerWindow
from lenovo_desk.tui.training.mock_desk import MockDesk
from tests.tui.driver import Driver, desk

CALL = "20261122-090000-mock0"
"""The id of the first mock call of a folder."""


async def begin(trainee: Driver) -> None:
    """Begin the first scenario of the trainee's language."""
    await trainee.press("m", "enter", "enter")
    assert isinstance(trainee.app.screen, MockDesk)


@asynccontextmanager
async def trainer(folder: Path, like: Driver, **how: Any) -> AsyncIterator[Driver]:
    """Run a trainer's terminal over the trainee's folder, in front of the first live call."""
    how.setdefault("language", like.app.language)
    async with desk(folder, clock=like.clock, **how) as d:
        show_live_calls(d.app)
        await d.settle()
        await d.press("enter")
        assert isinstance(d.app.screen, TrainerWindow), d.screen_text()
        yield d


async def looks(d: Driver) -> Driver:
    """Let the trainer's window look at the call, as it does twice a second."""
    screen: Any = d.app.screen
    with d.app._context():  # of two apps in one test, the one that started last is at hand
        screen._tick()
    return await d.settle()


async def listens(d: Driver) -> Driver:
    """Let the trainee's desk listen to the customer, as it does twice a second."""
    screen: Any = d.app.screen
    with d.app._context():
        screen.listen()
    return await d.settle()


def window(d: Driver) -> TrainerWindow:
    """The trainer's window, also when another screen is in front of it."""
    return next(one for one in d.app.screen_stack if isinstance(one, TrainerWindow))


def journal(d: Driver) -> Path:
    """The journal of the first mock call while it is live."""
    return d.data / "mock" / "open" / f"{CALL}.jsonl"


def call(d: Driver) -> Call:
    """The first mock call as it is on disk."""
    return d.app.training.calls.call(CALL)


def spoken(d: Driver) -> list[tuple[int, str, str]]:
    """What the trainee's desk has taken in of the trainer's part, as its journal has it."""
    acts = [event.act for event in call(d).events]
    return [tuple(act) for act in acts if isinstance(act, ev.CustomerSpoke)]  # type: ignore[misc]


def said(d: Driver) -> tuple[SpokenLine, ...]:
    """What stands in the trainer's own file."""
    return d.app.training.calls.spoken(CALL)


def marks(d: Driver) -> list[tuple[str, str, float, str]]:
    """The marks of the first call, without by whom and when."""
    return [_bare(mark) for mark in call(d).marks]


def _bare(mark: TrainerMark) -> tuple[str, str, float, str]:
    return mark.what, mark.name, mark.points, mark.reason


def lines(path: Path) -> int:
    """The sound lines of a journal."""
    return len(read_journal(path).plains)
