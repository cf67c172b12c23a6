"""The record of a case, one key away at the desk, at wrap-up and in the log."""

import sys
from pathlib import Path

import pytest

from lenovo_desk.tui.log.log_screen import show_log
from tests.printing.html_tree import parsed
from tests.tui.driver import CASE, Driver, desk
from tests.tui.scenes import DELAYED, THANKED

pytestmark = pytest.mark.slow


def page_of(d: Driver) -> Path:
    return d.data / "records" / f"{CASE.format(0)}.html"


async def test_the_record_of_a_live_case_is_written_shown_and_copied(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(100, 45)) as d:
        await d.press(*DELAYED, "e")
        d.shows("Fiche du dossier", str(page_of(d)), "Réception")
        assert CASE.format(0) in parsed(page_of(d).read_text("utf-8")).text
        if sys.platform != "win32":
            assert page_of(d).stat().st_mode & 0o777 == 0o600
        await d.press("c")
        assert d.clipboard.startswith("Fiche du dossier")
        assert "Envoyé" in d.last_row
        await d.press("escape")
        assert d.app.screen is d.desk
        assert d.case.status == "open"


async def test_what_is_half_typed_is_kept_before_the_record_is_read(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "n")
        await d.type("rappeler à 18 h")
        await d.press("enter", "e")
        assert "rappeler à 18 h" in page_of(d).read_text("utf-8")


async def test_the_record_is_at_hand_at_wrap_up_and_in_the_log(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        await d.press(*THANKED)
        await d.press("f3")
        d.shows("Fiche du dossier")
        await d.press("escape", "enter")
        page_of(d).unlink()
        show_log(d.app)
        await d.settle()
        await d.press("enter", "e")
        d.shows("Fiche du dossier", "Clôture")
        assert "Clôture" in parsed(page_of(d).read_text("utf-8")).text


async def test_a_disk_that_refuses_is_said_and_the_record_still_shown(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        (d.data / "records").write_text("in the way", "utf-8")
        await d.press(*DELAYED, "e")
        d.shows("records", "Fiche du dossier")


async def test_the_summary_is_at_hand_at_every_step_in_every_language(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "s")
        d.shows("Le dossier en quelques lignes", "réclamation")
        await d.press("l")
        d.shows("个案摘要")
        await d.press("c")
        assert "个案" in d.clipboard
        await d.press("escape")
        assert d.step == "delayed_support"


async def test_the_summary_at_wrap_up_changes_its_language(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*THANKED, "f4", "f2")
        assert "个案" in d.clipboard


async def test_the_record_is_written_in_the_language_it_is_shown_in(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "e", "l")
        d.shows("个案记录")
        [page] = (tmp_path / "data" / "records").glob("*.html")
        assert 'lang="zh-Hans"' in page.read_text("utf-8")
