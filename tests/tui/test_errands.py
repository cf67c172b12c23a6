"""Errands beside the step: find, another flow, parking, abandoning, help, settings, the log."""

from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from lenovo_desk.tui.app import DeskApp
from lenovo_desk.tui.command_words import key_names, label
from lenovo_desk.tui.desk.real_case_screen import Desk
from lenovo_desk.tui.desk.wrap_up import WrapUp
from lenovo_desk.tui.home.home_screen import Home
from lenovo_desk.tui.kit.base_screen import BaseScreen
from lenovo_desk.tui.training.briefing import Briefing
from lenovo_desk.tui.training.coaching import Coaching
from lenovo_desk.tui.training.mock_desk import MockDesk
from lenovo_desk.tui.training.score_page import ScorePage
from tests.tui.driver import SETTINGS, desk
from tests.tui.parking import parked
from tests.tui.scenes import DELAYED, NO_WARRANTY, PUBLIC

pytestmark = pytest.mark.slow


async def test_plus_opens_another_flow_and_comes_back_to_the_same_step(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "plus", "enter", "1")
        assert [frame.flow for frame in d.case.here.stack] == ["social_triage", "escalation"]
        d.shows("Revenir à « Messages des réseaux sociaux (France) »")
        back = next(n for n, o in enumerate(d.desk.view.offers, 1) if o.id == ")")
        await d.press(str(back))
        assert d.step == "delayed_support"
        assert len(d.case.here.stack) == 1


async def test_a_parked_case_waits_on_home_and_resumes_at_the_very_step(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*NO_WARRANTY)
        await parked(d, "tard", "demain 9h")
        await d.press(*DELAYED)
        await parked(d, "tôt", "+1h")
        rows = [row for row in d.rows if "CASE" in row]
        assert "CASE1" in rows[0], "the next due stands first"
        assert "tôt" in rows[0]
        assert "tard" in rows[1]
    async with desk(tmp_path) as d:
        await d.press("up", "enter")
        assert d.step == "no_warranty"
        assert d.case.status == "open"


async def test_an_overdue_case_is_said_to_be_late(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED)
        await parked(d, "rappel", "+1h")
        d.clock.forward(2 * 3600)
        d.app.home.show()
        d.shows("de retard")


async def test_parking_wants_a_reason_and_a_time_that_is_not_over(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "p", "enter", "enter")
        d.shows("Mettre le dossier en attente", "Motif")
        await d.press("escape")
        assert d.case.status == "open"
        await parked(d, "rappel", "hier 9h")
        d.shows("rappel", "hier 9h")
        assert d.case.status == "open", "what was typed stays, and nothing moves"


async def test_a_choice_that_parks_leads_home_and_on_from_there(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "3")
        assert d.app.session is None
        d.shows("Dossier mis en attente", "Attendre le client")
        await d.press("up", "enter")
        assert d.step == "delayed_support"


async def test_an_abandoned_case_needs_a_reason_and_is_never_completed(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "x", "enter")
        assert d.case.status == "open"
        await d.type("mauvais client")
        await d.press("enter")
        [row] = d.log()
        assert (row["disposition"], row["completed"]) == ("abandoned", False)
        d.shows("clos 1   menés à terme 0 sur 1")


async def test_escape_from_abandoning_changes_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "x")
        await d.type("non")
        await d.press("escape")
        assert d.case.status == "open"
        d.shows("Obtenir le numéro de dossier")


async def test_ctrl_l_blanks_until_a_key_that_does_nothing_else(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "ctrl+l")
        assert not d.screen_text().strip()
        await d.press("1")
        assert d.step == "delayed_support"
        d.shows("Obtenir le numéro de dossier")


async def test_ctrl_q_keeps_a_live_case_and_what_is_typed(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "n")
        await d.type("presque")
        await d.press("ctrl+q")
    assert d.app.return_code == 0
    async with desk(tmp_path) as d:
        await d.press("up", "enter", "n")
        assert d.step == "delayed_support"
        assert d.desk.entry.text == "presque"


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
@pytest.mark.parametrize("screen", [Home, Desk, MockDesk])
async def test_help_lists_every_command_with_its_key(
    tmp_path: Path, language: str, screen: type[BaseScreen[Any]]
) -> None:
    async with desk(tmp_path, size=(100, 40), language=language) as d:
        if screen is Desk:
            await d.press("1")
        if screen is MockDesk:
            await d.press("m", "enter", "enter")
        assert isinstance(d.app.screen, BaseScreen)
        listed = d.app.screen.commands()
        await d.press("question_mark")
        for command in listed:
            tip = label(command.word, d.app.words, "tips")
            assert tip, command
            d.shows(f"{key_names(command.keys, d.app.words)} {tip}")


@pytest.mark.parametrize(
    "screen", [Home, Desk, WrapUp, DeskApp, MockDesk, Briefing, ScorePage, Coaching]
)
def test_no_action_needs_a_letter(screen: type[App[None]] | type[Screen[Any]]) -> None:
    """While an input method is in Chinese mode letters never arrive."""
    reached = {"slash", "enter", "escape", "plus", "space"}
    for binding in screen.BINDINGS:
        assert isinstance(binding, Binding)
        keys = binding.key.split(",")
        free = [key for key in keys if len(key) > 1 and key not in reached]
        in_palette = bool(binding.description) and "ctrl+p" in str(Desk.BINDINGS)
        assert free or in_palette or not binding.show, binding


async def test_every_command_is_in_the_palette(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(100, 60)) as d:
        await d.press("1")
        names = {command.word for command in d.desk.commands()} - {"find"}
        await d.press("ctrl+p")
        for name in names:
            d.shows(d.app.words[f"commands.{name}"])


async def test_a_click_chooses_where_it_lands(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*PUBLIC)
        row = next(at for at, text in enumerate(d.rows) if "expérience positive" in text)
        await d._pilot.click(offset=(10, row))
        await d.settle()
        assert d.step == "positive"


@pytest.mark.parametrize(("language", "said"), [("zh", "空格"), ("fr", "Espace")])
async def test_the_space_bar_has_its_name_in_the_language_of_the_screen(
    tmp_path: Path, language: str, said: str
) -> None:
    async with desk(tmp_path, language=language, size=(140, 45)) as d:
        await d.press("3")
        while not d.desk.view.items:
            await d.press("enter")
        d.shows(f"{said} {d.app.words['commands.tick']}")
        assert " space" not in d.screen_text()
        await d.press("question_mark")
        d.shows(f"{said}  F6")
        assert " space" not in d.screen_text()


HOURS = SETTINGS + 'calendar: {{mon: "13:00-18:00", tue: "13:00-18:00"}}\n'


@pytest.mark.parametrize(
    ("language", "instead", "outside"),
    [
        ("fr", "Hors de vos horaires", "hors de vos horaires"),
        ("zh", "不在您的工作时间内，改为", "该时间不在您的工作时间内"),
    ],
)
async def test_parking_outside_the_hours_is_said(
    tmp_path: Path, language: str, instead: str, outside: str
) -> None:
    async with desk(tmp_path, settings=HOURS, language=language, size=(80, 24)) as d:
        await d.press(*DELAYED, "3")  # on Sunday at 10 for a day
        d.shows(instead, "13")
        await d.press("up", "enter")
        await parked(d, "rappel", "23/11 20h")
        d.shows(outside, "20")


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
@pytest.mark.parametrize("size", [(60, 40), (80, 40)])
async def test_what_a_key_does_stands_in_one_column_in_help(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, size=size, language=language) as d:
        for key in ("", "1"):
            await d.press(*key, "question_mark")
            rows = [row for row in d.rows[3:-3] if row.strip() and "↓" not in row]
            keys = [row for row in rows if row[2] != " "]
            assert len(keys) > 5
            for row in rows:
                if row[2] == " ":
                    assert not row[:17].strip(), row
                    assert row[17:18].strip(), row
            await d.press("escape")
