"""The board screen: what is promised, why, and taking a case up from there."""

from pathlib import Path

import pytest

from lenovo_desk.core.ports import CaseSummary, DueTime
from lenovo_desk.core.promise_board import board_entries
from lenovo_desk.tui.home.board_screen import board_rows
from tests.cli.cases import put
from tests.tui.driver import START, desk, desk_clock
from tests.tui.visit_at_the_door import at_the_door

pytestmark = pytest.mark.slow

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
        d.shows("Engagements", "3:00:01 de retard  Joindre le client")
        d.shows("Rappeler dans 30 min (en attente)", "Visite sur site")
        d.shows("en retard depuis le 22/11/2026 à", "4 h à partir du", "jour et nuit")


@pytest.mark.parametrize("language", ["zh", "fr", "en"])
async def test_a_wait_that_is_over_is_nobodys_delay(tmp_path: Path, language: str) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    clock.forward(60)
    async with desk(tmp_path, clock=clock, language=language) as d:
        words = d.app.words
        await d.press("d")
        d.shows(words["home.wait_left"].format(time="13:59"))
        await d.press("escape")
        clock.forward(14 * 60)
        await d.press("d")
        d.shows(words["home.wait_over"])
        d.hides(words["home.late"].format(time="0:01"))
        [entry] = board_entries(d.app.readings.unfinished(), clock.now().utc)
        assert entry.come(clock.now().utc)
        assert not entry.overdue(clock.now().utc)
    async with desk(tmp_path, clock=clock, language=language) as d:
        d.shows(words["home.wait_over"])
        d.hides(words["home.overdue_now"].partition("{name}")[0].format(n=1))


async def test_what_stands_still_says_so_and_not_when_it_would_be_due(tmp_path: Path) -> None:
    clock = desk_clock()
    async with desk(tmp_path, clock=clock, language="zh") as d:
        await d.press("d")
        due = DueTime("complaint.closing", "paused", START - 3600.0)
        case = CaseSummary(
            "c1", "complaint", "accept", "listen", "ana", "zh", "open", START, START, 0.0, "", "",
            "Europe/Paris", dues=(due,),
        )  # fmt: skip
        [entry] = board_entries([case], START)
        assert board_rows(d.app, [entry])[0].when == "暂停"
        assert entry.words(START) == "cli.paused"


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


async def test_the_desk_shows_every_due_time_beside_the_step(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        await d.press("7", "f", "1", "enter", "1")
        d.shows("11 h 00       Désigner", "ven. 18 h 00  Répondre au")


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "确定处理人：已到时限"), ("fr", "Désigner le référent : échéance atteinte")],
)
async def test_a_promise_that_falls_due_at_the_desk_rings_once_with_a_word(
    tmp_path: Path, language: str, said: str
) -> None:
    async with desk(tmp_path, language=language) as d:
        await d.press("7", "f", "1", "enter", "1")
        assert d.case.promises["complaint.handler"].state == "running"
        rung: list[bool] = []
        d.app.bell = lambda: rung.append(True)  # type: ignore[method-assign]
        d.clock.forward(3600)
        await d.seconds(2)
        assert rung == [True]
        assert said in d.last_row


async def test_home_and_the_board_put_danger_first_with_its_word(tmp_path: Path) -> None:
    visit(tmp_path / "data")  # three hours late
    put(
        tmp_path / "data", "20261122-080000-smoke1", "triggers=injury", at=START - 60, flow="crisis"
    )
    async with desk(tmp_path, size=(140, 45)) as d:
        waiting = d.rows[next(n for n, row in enumerate(d.rows) if "Promesses" in row) + 1 :]
        assert "Danger" in waiting[0]
        assert "SMOK" in waiting[0].upper()
        await d.press("d")
        lines = [row for row in d.rows if "Danger" in row or "de retard" in row]
        assert "Danger" in lines[0]
