"""The class on the screen: who stands where, down to the score of one call, and its export."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from lenovo_desk.training.model.call import Call
from lenovo_desk.tui.trainer.class_screen import show_class
from tests.printing.html_tree import loads_nothing, parsed
from tests.tui.class_scenes import fill
from tests.tui.driver import Driver, desk

pytestmark = pytest.mark.slow


async def open_class(d: Driver) -> None:
    fill(d, "fr")
    show_class(d.app)
    await d.settle()


async def test_trainees_stand_with_blocks_and_their_state_in_words(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await open_class(d)
        ana = next(row for row in d.rows if "ana" in row)
        assert "█████" in ana
        assert "certifié (5 sur 5)" in ana
        d.shows(
            "pas certifié (0 sur 2)",
            "entraînement seulement",
            "par critère",
            "par étape",
            "appels : 8",
        )


async def test_a_trainee_leads_to_his_calls_and_a_call_to_its_score(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await open_class(d)
        await d.press("down", "enter")
        assert d.rows[0].strip() == "bo"
        d.shows("non réussi")
        await d.press("down", "enter")
        d.shows("Non réussi", "call-bo-0")
        await d.press("escape")
        assert d.rows[0].strip() == "bo"
        await d.press("escape")
        d.shows("La classe")
        await d.press("escape")
        assert d.app.screen is d.app.home


async def test_an_export_is_written_and_said_where(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await open_class(d)
        await d.press("e")
        folder = d.data / "mock" / "reports"
        assert "class.csv, class.html" in d.last_row
        read = list(csv.DictReader((folder / "class.csv").read_text("utf-8").splitlines()))
        assert len(read) == 8
        assert {one["trainee"] for one in read} == {"ana", "bo", "chen"}
        page = (folder / "class.html").read_text("utf-8")
        loads_nothing(page)
        assert "certifié (5 sur 5)" in parsed(page).text


async def test_a_disk_that_refuses_an_export_is_said(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await open_class(d)
        (d.data / "mock" / "reports").write_text("in the way", "utf-8")
        await d.press("e")
        assert d.last_row.startswith("!")
        assert "Le disque refuse" in d.last_row
        d.shows("ana")


async def test_a_class_without_calls_says_so_and_every_key_is_harmless(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        show_class(d.app)
        await d.press("enter", "down", "up", "pagedown")
        d.shows("Aucun appel d’entraînement")
        await d.press("q")
        assert d.app.screen is d.app.home


async def test_a_long_class_keeps_the_trainee_in_view(tmp_path: Path) -> None:
    from tests.cli.calls import played

    async with desk(tmp_path) as d:
        for number in range(20):
            hurried = ("accepted", "abandon:no time")
            agent = f"stagiaire-{number:02}"
            played(d.data / "mock", f"call-{number}", agent, language="fr", moves=hurried)
        show_class(d.app)
        await d.press("pagedown", "pagedown", "pagedown")
        d.shows("stagiaire-19", "par critère", "par étape")
        d.hides("stagiaire-00")
        await d.resize(60, 12)
        d.shows("stagiaire-19")


async def test_a_hostile_name_is_shown_harmlessly(tmp_path: Path) -> None:
    from tests.cli.calls import played

    async with desk(tmp_path) as d:
        moves = ("accepted", "abandon:no time")
        played(d.data / "mock", "call", "[/x]<b>", language="fr", moves=moves)
        show_class(d.app)
        await d.settle()
        d.shows("[/x]<b>")
        await d.press("enter")
        d.shows("[/x]<b>")


async def test_a_large_class_is_shown_while_it_is_read_and_keys_count(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        fill(d, "fr")
        calls = d.app.training.calls
        closed, clock = calls.closed, d.clock

        def slowly(agent: str = "") -> Iterator[Call]:
            for call in closed(agent):
                clock.forward(0.2)
                yield call

        calls.closed = slowly  # type: ignore[method-assign]  # a disk that takes its time
        show_class(d.app)
        await d.settle()
        d.shows("lecture en cours")
        await d.press("down")
        d.shows("lecture en cours")
        await d.seconds(20)
        d.hides("lecture en cours")
        d.shows("appels : 8")
