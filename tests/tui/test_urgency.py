"""Time presses on one scale: quiet, half, amber, filled amber, on every row that shows it."""

from pathlib import Path

import pytest
from rich.style import Style

from lenovo_desk.tui.kit.theme import TOKENS, inks
from lenovo_desk.tui.kit.times_and_ids import near_moment
from lenovo_desk.tui.kit.urgency import Urgency, time_ink, urgency, wait_urgency
from tests.tui.driver import Driver, desk, desk_clock
from tests.tui.visit_at_the_door import at_the_door, visit_left_at

DAY = 86400.0
ZONE = "Asia/Shanghai"
DARK = TOKENS["dark"]


@pytest.mark.parametrize(
    ("left", "today", "degree"),
    [
        (2 * DAY, False, Urgency.LATER),
        (3601.0, False, Urgency.LATER),
        (5 * 3600.0, True, Urgency.TODAY),
        (3600.0, True, Urgency.TODAY),
        (3599.0, True, Urgency.HOUR),
        (3599.0, False, Urgency.HOUR),  # half an hour before midnight
        (60.0, True, Urgency.HOUR),
        (59.9, True, Urgency.UP),
        (0.0, True, Urgency.UP),
        (-DAY, False, Urgency.UP),
    ],
)
def test_a_due_time_presses_by_the_hour_and_the_minute(
    left: float, today: bool, degree: Urgency
) -> None:
    assert urgency(left, today) is degree


@pytest.mark.parametrize(
    ("left", "degree"),
    [(900.0, 1), (60.0, 1), (59.9, 2), (0.1, 2), (0.0, 3), (-5.0, 3)],
)
def test_a_wait_presses_in_its_last_minute_only(left: float, degree: int) -> None:
    assert wait_urgency(left) == degree


def colours(style: Style) -> tuple[str, str]:
    """Return the text's colour and the surface's as they are written in the theme."""
    assert style.color
    assert style.bgcolor
    return style.color.name, style.bgcolor.name


async def test_each_degree_has_its_ink_and_anothers_is_never_filled(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        ink = inks(d.app)
        texts = [colours(time_ink(ink, degree)) for degree in Urgency]
        assert texts == [
            (DARK.quiet, DARK.ground),
            (DARK.half, DARK.ground),
            (DARK.time, DARK.ground),
            (DARK.ground, DARK.time),
        ]
        edges = [colours(time_ink(ink, degree, edge=True)) for degree in Urgency]
        assert edges == [
            (DARK.quiet, DARK.rise),
            (DARK.half, DARK.rise),
            (DARK.time, DARK.rise),
            (DARK.ground, DARK.time),
        ]
        bare = time_ink(ink, Urgency.UP, edge=True, filled=False)
        assert colours(bare) == (DARK.time, DARK.rise)


def shown(d: Driver, text: str, row: int) -> tuple[str, str]:
    """Return the colours of a text in a row of the screen."""
    for segment in d.strips[row]:
        if text in segment.text and segment.style:
            return colours(segment.style)
    raise AssertionError(f"{text!r} is not in row {row}:\n{d.screen_text()}")


async def test_a_promise_goes_from_half_to_filled_at_the_edge_and_in_the_pane(
    tmp_path: Path,
) -> None:
    clock = desk_clock()
    visit_left_at(tmp_path, clock, "five_minute_call", "+3 h")
    async with desk(tmp_path, clock=clock, size=(140, 45)) as d:
        await d.press("up", "enter")
        for left, ink in (
            (3601, (DARK.half, DARK.rise)),
            (3500, (DARK.time, DARK.rise)),
            (59, (DARK.ground, DARK.time)),
            (-60, (DARK.ground, DARK.time)),
        ):
            (deadline,) = (x for x in d.desk.view.deadlines if x.state == "running")
            clock.forward(deadline.due - clock.utc - left - 1)
            await d.seconds(1)
            assert shown(d, "Appel", 0) == ink, left
            when = near_moment(d.app.words, deadline.due, ZONE, clock.utc)
            timer = next(n for n, text in enumerate(d.rows[1:], 1) if when in text)
            pane = {DARK.half: DARK.half, DARK.time: DARK.time}.get(ink[0], DARK.ground)
            assert shown(d, when, timer)[0] == pane, left


async def test_a_promise_of_tomorrow_is_quiet(tmp_path: Path) -> None:
    clock = desk_clock()
    visit_left_at(tmp_path, clock, "five_minute_call", "+24 h")
    async with desk(tmp_path, clock=clock, size=(140, 45)) as d:
        await d.press("up", "enter")
        assert shown(d, "Appel", 0) == (DARK.quiet, DARK.rise)


async def test_beside_a_phrase_another_customers_time_is_not_filled(tmp_path: Path) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    async with desk(tmp_path, clock=clock) as d:
        await d.press("up", "enter", "g", "1")
        clock.forward(900)
        await d.seconds(1)
        assert not d.desk.view.phrases
        assert shown(d, "attente terminée", 1) == (DARK.ground, DARK.time)
        while not d.desk.view.phrases:
            await d.press("1")
        assert shown(d, "attente terminée", 1) == (DARK.time, DARK.rise)
