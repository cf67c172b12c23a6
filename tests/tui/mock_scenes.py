"""What the snapshots of mock calls show, from an empty Home."""

from collections.abc import Awaitable, Callable

from lenovo_desk.core.engine.mock_rules import MOCK
from lenovo_desk.store.mock.mock_store import MockStore
from tests.tui.driver import Driver

TYPED = {"fr": "Odile", "zh": "马"}
SAID = {"fr": "Vous m’écoutez ?", "zh": "您在听吗？"}


async def _training(d: Driver, language: str) -> None:
    await d.press("m")


async def _briefing(d: Driver, language: str) -> None:
    await d.press("m", "enter")


async def _mock(d: Driver, language: str) -> None:
    """The customer of document 004 has begun, and was just asked for something."""
    await d.press("m", "enter", "enter", "f", "1", "enter", "1", "f")


async def _mock_hung_up(d: Driver, language: str) -> None:
    """A trainer had him hang up while something was being typed."""
    await _mock(d, language)
    await d.type(TYPED[language])
    line = MockStore(d.data / MOCK, d.clock).line(d.case.id)
    line.say("line", SAID[language])
    line.say("hang_up", "")
    line.close()
    await d.seconds(1)


async def _score(d: Driver, language: str) -> None:
    """Left by the trainee himself, early: the good call goes on without him."""
    await _mock(d, language)
    await d.press("escape", "x")
    await d.type(TYPED[language])
    await d.press("enter")


async def _coaching(d: Driver, language: str) -> None:
    await _score(d, language)
    await d.press("r", "up")


MOCK_SCENES: dict[str, Callable[[Driver, str], Awaitable[object]]] = {
    "training": _training,
    "briefing": _briefing,
    "mock": _mock,
    "mock-hung-up": _mock_hung_up,
    "score": _score,
    "coaching": _coaching,
}
