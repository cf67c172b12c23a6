"""What a key ticks is named, and nothing is ticked or unticked unseen."""

from pathlib import Path

import pytest

from lenovo_desk.store.disk.journal import read_journal
from tests.tui.driver import Driver, desk, desk_clock
from tests.tui.left_case import leave

pytestmark = pytest.mark.slow

LISTEN = ("complaint", "came_by=phone\naccepted\n", "listen")


async def resumed(d: Driver) -> list[str]:
    """Resume the case that was left; return the titles of the items there."""
    await d.press("up", "enter")
    return [item.title for item in d.desk.view.items]


def ticks(d: Driver) -> list[object]:
    """Return the names of the items that are ticked at this step."""
    return [item.title for item in d.desk.view.items if item.ticked]


def left(tmp_path: Path, where: tuple[str, str, str]) -> None:
    flow, moves, step = where
    assert leave(tmp_path, desk_clock(), "case1", flow, moves) == step


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
@pytest.mark.parametrize("size", [(80, 24), (60, 18), (140, 45)])
async def test_the_next_item_is_named_before_its_key_and_what_was_ticked_after_it(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    left(tmp_path, LISTEN)
    async with desk(tmp_path, language=language, size=size, phrases="fr") as d:
        for title in await resumed(d):
            d.shows(title)
            await d.press("space")
            if title not in ticks(d):
                d.shows(title)
                await d.press("space")
            assert ticks(d)[-1] == title
            assert title.replace(" ", "") in d.last_row.replace(" ", "")


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
async def test_nothing_is_unticked_by_one_key(tmp_path: Path, language: str) -> None:
    left(tmp_path, LISTEN)
    async with desk(tmp_path, language=language, phrases="fr") as d:
        titles = await resumed(d)
        await d.press(*["space"] * len(titles))
        assert ticks(d) == titles
        await d.press("space")
        assert ticks(d) == titles
        d.shows(titles[-1])
        await d.press("c", "space")
        assert ticks(d) == titles, "another key makes it forget"
        await d.press("down", "space")
        assert ticks(d) == titles, "an arrow too"
        await d.press("space")
        assert ticks(d) == titles[:-1]
        d.shows(titles[-1])


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_all_are_ticked_by_a_second_press_once_they_are_named(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    left(tmp_path, LISTEN)
    async with desk(tmp_path, language=language, size=size, phrases="fr") as d:
        titles = await resumed(d)
        await d.press("A")
        assert ticks(d) == []
        for title in titles:
            assert title.replace(" ", "") in d.last_row.replace(" ", "")
        before = len(d.case.path)
        for other in ("v", "down", "c", "n"):
            await d.press(other, *(["escape"] if other == "n" else []), "A")
            assert ticks(d) == [], f"{other} makes it forget"
        await d.press("A")
        assert ticks(d) == titles
        assert len(d.case.path) == before
        await d.press("A")
        assert ticks(d) == titles, "there is nothing left, and nothing is taken back"


async def test_each_is_an_event_of_its_own(tmp_path: Path) -> None:
    left(tmp_path, LISTEN)
    async with desk(tmp_path) as d:
        titles = await resumed(d)
        await d.press("A", "A")
        plains = read_journal(d.data / "open" / "case1.jsonl").plains
        assert [plain["event"] for plain in plains].count("ItemTicked") == len(titles)


async def test_what_is_locked_is_left_out_with_the_reason(tmp_path: Path) -> None:
    """A signature that needs its fact stays what it is: it is never ticked along with others."""
    moves = "came_by=phone\naccepted\ncomplaint_problem=x\ncustomer_demand=y\ncontact_by=phone\n"
    moves += "+recapped\n+heard_out\nrecorded\nno\n"
    step = leave(tmp_path, desk_clock(), "case1", "complaint", moves)
    async with desk(tmp_path) as d:
        titles = await resumed(d)
        locked = [item.title for item in d.desk.view.items if not item.open]
        assert d.step == step
        assert locked
        await d.press("A")
        assert "Laissé de côté" in d.last_row
        assert all(title.replace(" ", "") in d.last_row.replace(" ", "") for title in locked)
        await d.press("A")
        assert ticks(d) == [title for title in titles if title not in locked]
