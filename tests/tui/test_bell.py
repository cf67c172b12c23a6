"""The bell rings once for a wait that ends, whatever is in front, and says whose it was."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from lenovo_desk.tui.kit.theme import TOKENS
from tests.tui.driver import Driver, crash, desk, desk_clock
from tests.tui.visit_at_the_door import at_the_door, visit_left_at

pytestmark = pytest.mark.slow

DARK = TOKENS["dark"]
ANYWHERE = {
    "the desk": (),
    "another customer": ("g", "1"),
    "another customer's field": ("g", "1", "n"),
    "Home": ("g",),
    "the board": ("g", "d"),
    "the log": ("g", "shift+l"),
    "the settings": ("g", "s"),
    "training": ("g", "m"),
    "the quizzes": ("g", "m", "k"),
    "help": ("question_mark",),
    "the find box": ("slash",),
    "the form to park": ("p",),
    "the form to close early": ("x",),
    "the summary": ("s",),
    "the cards": ("i",),
    "the code": ("q",),
    "the flows to open": ("plus",),
    "the box for a message": ("y",),
}


def listen(d: Driver) -> list[str]:
    """Return the list that gets the name of the screen in front each time the bell rings."""
    rung = list[str]()
    d.app.bell = lambda: rung.append(type(d.app.screen).__name__)  # type: ignore[method-assign]
    return rung


@pytest.mark.parametrize("keys", ANYWHERE.values(), ids=ANYWHERE)
async def test_it_rings_once_on_whatever_screen_one_is(tmp_path: Path, keys: Sequence[str]) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    async with desk(tmp_path, clock=clock, language="zh", size=(100, 30)) as d:
        await d.press("up", "enter", *keys)
        front, rung = d.app.screen, listen(d)
        live = next(live for live in d.app.live.cases if live.id == "visit1")
        left = d.app.readings.step(live.session).wait
        assert left
        clock.forward(left.left - 5)
        await d.seconds(2)
        assert not rung
        await d.seconds(5)
        assert len(rung) == 1
        assert d.app.screen is front, "nothing is closed or opened"
        said = [n for n, row in enumerate(d.rows) if "时间到" in row]
        assert said, d.screen_text()
        assert any(ground_of(d, row, "时间到") == DARK.time for row in said)
        await d.seconds(20)
        assert len(rung) == 1


def ground_of(d: Driver, row: int, text: str) -> str:
    """Return the colour of the surface on which a text of a row stands."""
    for part in d.strips[row]:
        if text in part.text and part.style and part.style.bgcolor:
            return part.style.bgcolor.name
    return ""


async def test_a_wait_of_a_case_that_nobody_has_open_rings_too(tmp_path: Path) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    async with desk(tmp_path, clock=clock, language="zh") as d:
        await d.press("1")
        rung = listen(d)
        clock.forward(15 * 60)
        await d.seconds(2)
        assert len(rung) == 1
        d.shows("张伟", "已等满")
        await d.press("g")
        await d.seconds(15)
        assert len(rung) == 1, "Home does not ring again"
        await d.press("down", "up", "g")
        d.app.resume("visit1")
        await d.settle()
        await d.seconds(3)
        assert d.step == "waiting"
        assert len(rung) == 1, "nor does the desk"


async def test_two_waits_that_end_in_one_second_ring_once_and_are_both_named(
    tmp_path: Path,
) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    visit_left_at(tmp_path, clock, "waiting", case="visit2")
    async with desk(tmp_path, clock=clock, language="fr") as d:
        await d.press("question_mark")
        rung = listen(d)
        clock.forward(15 * 60)
        await d.seconds(1)
        assert len(rung) == 1
        assert d.flowing.count("attente terminée") == 2


async def test_a_wait_that_ended_while_the_program_was_off_says_so_at_the_return(
    tmp_path: Path,
) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    async with desk(tmp_path, clock=clock, language="fr") as d:
        await d.press("up", "enter")
        crash(d)
    clock.forward(20 * 60)
    async with desk(tmp_path, clock=clock, language="fr", size=(100, 30)) as d:
        d.shows("VISIT1 : attente terminée")
        await d.seconds(1)
        d.shows("张伟 : attente terminée")  # names are unsealed once all else is loaded
        said = [n for n, text in enumerate(d.rows) if "terminée" in text]
        assert any(ground_of(d, row, "terminée") == DARK.time for row in said)
        await d.press("up", "enter")
        d.shows("temps écoulé", "il y a 5:")


async def test_a_wait_stepped_out_of_before_its_end_does_not_ring(tmp_path: Path) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    async with desk(tmp_path, clock=clock, language="fr") as d:
        await d.press("up", "enter", "1")
        assert d.step == "enter"
        rung = listen(d)
        clock.forward(20 * 60)
        await d.seconds(2)
        assert not rung
