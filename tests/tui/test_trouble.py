"""What goes wrong: two windows, a full disk, broken files, no colour, a failing handler."""

import os
from pathlib import Path

import pytest
from textual.color import Color

from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.tui.kit.terminals.colours import FewerColours
from tests.full_disk import full_disk
from tests.tui.driver import CASE, SETTINGS, desk
from tests.tui.scenes import DELAYED, NO_WARRANTY, PUBLIC, THANKED

pytestmark = pytest.mark.slow


async def test_two_windows_on_one_case_say_so(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*NO_WARRANTY)
        async with desk(tmp_path, clock=d.clock) as other:
            await other.press("up", "enter")
            assert other.app.session is None
            assert other.last_row.startswith("!")
            other.shows("autre fenêtre")
        await d.press("b")
        assert d.step == "computer_problem"


async def test_a_full_disk_is_said_nothing_moves_and_later_it_works(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED)
        count = len(d.events())
        with full_disk():
            await d.press("1")
            assert d.step == "delayed_support"
            assert d.last_row.startswith("!")
            await d.press("n")
            await d.type("à garder")
            await d.seconds(3)
            await d.press("enter")
            assert d.desk.entry.text == "à garder", "what was typed is still there"
            assert len(d.events()) == count
        await d.press("enter")
        assert d.case.notes[-1].text == "à garder"
        await d.press("1")
        assert d.step == "end_resolved"


async def test_a_full_disk_at_the_end_of_a_case_loses_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*THANKED)
        await d.type("bien")
        with full_disk():
            await d.press("enter")
            assert d.last_row.startswith("!")
            d.shows("bien")
        await d.press("enter")
        assert d.log()[0]["closing_notes"] == "bien"


async def test_no_case_begins_on_a_full_disk(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        with full_disk():
            await d.press("1")
            assert d.app.session is None
            assert d.last_row.startswith("!")
        await d.press("1")
        assert d.step == "read_post"


async def test_quitting_on_a_full_disk_says_so(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "n")
        await d.type("x")
        with full_disk():
            await d.press("ctrl+q")
    assert d.app.return_code in (0, 1)


async def test_a_setting_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        with full_disk():
            await d.press("a")
            assert d.last_row.startswith("!")
            d.shows("Ana (AL)")
        await d.press("a")
        d.shows("Bo (BW)")


async def test_a_broken_day_file_is_said_and_work_goes_on(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*THANKED, "enter")
    [day] = (tmp_path / "data" / "log").rglob("*ana*.json")
    day.write_bytes(day.read_bytes()[:40])
    async with desk(tmp_path) as d:
        await d.press("g", "escape", *THANKED, "enter")
        d.shows("Dossier clos")
        assert len(d.log()) >= 1


async def test_a_case_with_a_bad_line_is_listed_as_damaged_and_not_opened(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED)
    path = tmp_path / "data" / "open" / f"{CASE.format(0)}.jsonl"
    lines = path.read_bytes().split(b"\n")
    lines[1] = lines[1].replace(b"public", b"publik")
    path.write_bytes(b"\n".join(lines))
    for card in path.parent.glob("*"):
        if card != path and card.is_file():
            card.unlink()
    async with desk(tmp_path) as d:
        d.shows("endommagé")
        await d.press("up", "enter")
        assert d.app.session is None
        assert d.last_row.startswith("!")
    (tmp_path / "data" / "settings.yaml").write_text("language: zh\n")
    async with desk(tmp_path) as d:
        d.shows("CASE0", f"个案记录已损坏（{CASE.format(0)}.jsonl:2），原样保留。")
        await d.press("d")
        d.shows("个案记录已损坏")


async def test_a_case_cut_in_half_resumes_at_its_last_sound_step(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED)
    path = tmp_path / "data" / "open" / f"{CASE.format(0)}.jsonl"
    path.write_bytes(path.read_bytes()[:-20])
    async with desk(tmp_path) as d:
        await d.press("up", "enter")
        assert d.step == "complaint"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
async def test_a_data_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        d.data.chmod(0o500)
        try:
            await d.press("1")
            assert d.last_row.startswith("!")
        finally:
            d.data.chmod(0o700)


async def test_a_data_folder_that_is_a_file_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    async with desk(tmp_path, settings=None, language="en") as d:
        await d.press("1")
        assert d.app.session is None
        assert d.last_row.startswith("!")


async def test_a_fresh_folder_without_settings_works(tmp_path: Path) -> None:
    async with desk(tmp_path, settings=None) as d:
        d.shows("Start", "Nothing waits")
        await d.press("1", "1", "4", "c")
        assert d.clipboard or d.last_row.startswith("!")


async def test_broken_settings_are_said_and_the_defaults_serve(tmp_path: Path) -> None:
    async with desk(tmp_path, settings=SETTINGS + "them: dark\nlanguage: [\n") as d:
        assert d.app.settings.problems
        await d.press("1")
        assert d.step == "read_post"
        await d.press("ctrl+q")


async def test_without_colour_every_state_is_still_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with desk(tmp_path) as d:
        await d.press(*DELAYED)
        d.shows("– À renseigner")
        colours = {
            segment.style.color.triplet
            for strip in d.strips
            for segment in strip.apply_filter(FewerColours(0), Color(0, 0, 0))
            if segment.style and segment.style.color and segment.style.color.triplet
        }
        assert all(c.red == c.green == c.blue for c in colours), "shades of grey only"


async def test_a_clipboard_that_is_off_is_said(tmp_path: Path) -> None:
    off = SETTINGS.replace("clipboard: terminal", "clipboard: 'off'")
    async with desk(tmp_path, settings=off) as d:
        await d.press(*DELAYED, "c")
        assert d.clipboard == ""
        d.shows("désactivée")


async def test_without_a_clipboard_tool_the_terminal_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    automatic = SETTINGS.replace("clipboard: terminal", "clipboard: auto")
    async with desk(tmp_path, settings=automatic) as d:
        await d.press(*DELAYED, "c")
        assert d.clipboard.startswith("Bonjour")
        d.shows("Envoyé au terminal")


async def test_the_whole_triage_can_be_walked_at_40x10(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(40, 10)) as d:
        await d.press(*PUBLIC)
        d.shows("expérience positive")
        await d.press("4")
        d.shows("Bonjour", "1", "2")
        await d.press("1", "enter")
        assert d.log()[0]["disposition"] == "thanked"


async def test_any_size_is_survived(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*NO_WARRANTY)
        for size in ((1, 1), (8, 3), (200, 3), (20, 60), (80, 24)):
            await d.resize(*size)
            await d.press("down", "n", "escape", "slash", "escape", "question_mark", "escape")
        d.shows("Acheté quand")


async def test_ctrl_c_says_which_key_quits_and_hides_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "ctrl+c", "ctrl+c")
        d.shows("^Q Quitter", "Client satisfait", "Bonjour, nous regrettons")
        assert not d.app._notifications


async def test_a_close_that_the_disk_does_not_take_into_the_log_is_an_alert(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(session: Session) -> None:
        raise StoreProblem("disk_full", "log/day.json")

    async with desk(tmp_path) as d:
        await d.press(*THANKED)
        monkeypatch.setattr(d.app.store, "release", full)
        await d.press("enter")
        assert d.last_row == "! Disque plein : log/day.json."
