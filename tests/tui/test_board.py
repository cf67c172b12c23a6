"""The board screen: what is promised, why, and taking a case up from there."""

from pathlib import Path

import pytest

from tests.cli.cases import put
from tests.tui.driver import START, desk

ORDERED = ("to_make", "dispatched_at=2026-11-22 3:00", "not_reached", "later")


def visit(data: Path) -> None:
    put(data, "20261122-020000-visit1", *ORDERED, at=START - 6 * 3600, flow="field_visit")


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_it_lists_each_promise_with_its_arithmetic(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    visit(tmp_path / "data")
    async with desk(tmp_path, size=size) as d:
        await d.press("d", "down")
        d.shows("Engagements", "Joindre le client", "en retard", "Dossier à reprendre")
        d.shows("4 h à partir du", "jour et nuit")


async def test_enter_takes_the_case_up(tmp_path: Path) -> None:
    visit(tmp_path / "data")
    async with desk(tmp_path) as d:
        await d.press("d", "enter")
        assert d.case.flow == "field_visit"
        assert d.step == "dial"


async def test_home_says_at_its_start_what_fell_due_while_nobody_looked(tmp_path: Path) -> None:
    visit(tmp_path / "data")
    async with desk(tmp_path) as d:
        assert "en retard" in d.last_row
        assert "Dossier à reprendre" in d.last_row


async def test_an_empty_board_is_said_in_words(tmp_path: Path) -> None:
    async with desk(tmp_path, language="zh") as d:
        await d.press("d")
        d.shows("没有承诺")
