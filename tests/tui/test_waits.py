"""A wait at the door: it counts on the desk and on Home, rings when over, and takes its calls."""

from pathlib import Path

import pytest

from tests.big_digits import big_time, lit_cells
from tests.tui.driver import crash, desk, desk_clock
from tests.tui.visit_at_the_door import at_the_door

pytestmark = pytest.mark.slow


async def test_home_counts_a_wait_and_rings_when_it_is_over(tmp_path: Path) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    clock.forward(60)
    async with desk(tmp_path, clock=clock, language="zh") as d:
        d.shows("还等14:00")
        rung: list[bool] = []
        d.app.bell = lambda: rung.append(True)  # type: ignore[method-assign]
        clock.forward(14 * 60)
        await d.seconds(1)
        d.shows("已等满")
        assert rung == [True]
        await d.seconds(12)
        assert rung == [True], "once"


async def test_a_wait_goes_on_through_a_crash_and_rings_once_at_the_desk(tmp_path: Path) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    async with desk(tmp_path, clock=clock, language="zh", size=(100, 30)) as d:
        await d.press("up", "enter")
        assert big_time(lit_cells(d.strips))[0][:4] == "14:5"
        crash(d)
    clock.forward(14 * 60)
    async with desk(tmp_path, clock=clock, language="zh", size=(100, 30)) as d:
        await d.press("up", "enter")
        d.shows("– 现场等待")
        assert big_time(lit_cells(d.strips))[0][:3] == "0:5"
        rung: list[bool] = []
        d.app.bell = lambda: rung.append(True)  # type: ignore[method-assign]
        assert d.desk.view.wait is not None
        await d.seconds(int(d.desk.view.wait.left) - 1)
        assert not rung
        await d.seconds(3)
        assert rung == [True]
        d.hides("– 现场等待")
        assert big_time(lit_cells(d.strips)) == ("0:00", True)
        await d.press("4")
        assert d.step == "last_call"


async def test_rows_are_typed_one_at_a_time(tmp_path: Path) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    async with desk(tmp_path, clock=clock, language="zh") as d:
        await d.press("up", "enter")
        clock.forward(1)
        await d.press("f")
        d.shows("时间 | 号码")
        await d.type("10:01|01062345678")
        await d.press("enter")
        await d.type("不是时间|01062345678")
        await d.press("enter")
        d.shows("!")
        assert len(d.fact("field_visit.attempts")) == 1  # type: ignore[arg-type]
        await d.press(*["backspace"] * 20)
        await d.type("10:06|01062345678")
        await d.press("enter")
        assert len(d.fact("field_visit.attempts")) == 2  # type: ignore[arg-type]
        await d.type("-")
        await d.press("enter")
        assert len(d.fact("field_visit.attempts")) == 1  # type: ignore[arg-type]
        await d.press("enter")
        assert not d.desk.entry.active
