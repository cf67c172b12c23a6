"""A gap of the phrase in view opens its setting by `f`, and one is back in the case."""

from pathlib import Path

import pytest

from lenovo_desk.tui.desk.case_screen import CaseScreen
from lenovo_desk.tui.kit.pages.form import Form
from tests.tui.driver import SETTINGS, Driver, desk
from tests.tui.scenes import ESCALATION

pytestmark = pytest.mark.slow

NO_PRIVACY = SETTINGS.replace("  privacy_link: https://privacy.example.com\n", "")
LINK = "https://privacy.example.com/notice"


def phrase(d: Driver) -> str:
    """The text of the phrase in view, as the desk has it."""
    screen = d.app.screen
    assert isinstance(screen, CaseScreen)
    return screen.view.phrases[screen.hand.phrase % len(screen.view.phrases)].text


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_f_fills_the_gap_and_comes_back_to_the_case(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, language=language, size=size, settings=NO_PRIVACY) as d:
        words = d.app.library.words(language)
        await d.press(*ESCALATION)
        assert "____" in phrase(d)
        if size[0] < 100:
            d.shows(words["blanks.privacy_link"])
        step = d.step
        await d.press("f")
        assert isinstance(d.app.screen, Form)
        d.shows(words["blanks.privacy_link"])
        await d.type(LINK)
        await d.press("enter")
        assert d.step == step
        assert LINK in phrase(d)
        d.shows(words["settings.filled_gap"].split("{")[0].strip())
        assert d.app.settings.current.values["privacy_link"] == LINK
        assert [e["event"] for e in d.events()][-1] == "DeskChanged"
        await d.press("c")
        assert LINK in d.clipboard
        await d.press("f")
        assert d.desk.entry.active, "with the gap filled, f asks for the facts"


async def test_escape_goes_back_one_step_and_f_then_asks_for_the_facts(tmp_path: Path) -> None:
    async with desk(tmp_path, settings=NO_PRIVACY) as d:
        await d.press(*ESCALATION, "f")
        await d.type("https://pri")
        before = len(d.events())
        await d.press("escape")
        assert isinstance(d.app.screen, CaseScreen)
        assert "____" in phrase(d)
        assert len(d.events()) == before
        await d.press("f")
        assert d.desk.entry.active


async def test_what_is_no_link_is_refused_at_its_line(tmp_path: Path) -> None:
    async with desk(tmp_path, settings=NO_PRIVACY) as d:
        await d.press(*ESCALATION, "f")
        await d.type("Zoé L’Hermite")
        await d.press("enter")
        d.shows("ce n’est pas un lien")
        assert not d.app.settings.current.values["privacy_link"]
        await d.press("ctrl+u")
        await d.type(LINK)
        await d.press("enter")
        assert LINK in phrase(d)


@pytest.mark.parametrize("missing", [("station_name",), ("station_name", "station_phone")])
async def test_all_that_a_phrase_waits_for_stands_in_one_form(
    tmp_path: Path, missing: tuple[str, ...]
) -> None:
    own = {"station_name": "Lille Centre", "station_phone": "03 20 12 34 56"}
    set_before = "".join(f"{key}: {own[key]}\n" for key in own if key not in missing)
    async with desk(tmp_path, settings=SETTINGS + set_before + "country: FR\n") as d:
        d.app.start("depot_repair")
        await d.settle()
        screen = d.app.screen
        assert isinstance(screen, CaseScreen)
        gaps = [name for name in screen.view.phrases[0].missing if name in own]
        if not gaps:
            pytest.skip("the first phrase of the depot waits for no station")
        await d.press("f")
        for name in gaps:
            await d.type(own[name])
            await d.press("enter")
        assert all(own[name] in phrase(d) for name in gaps)


async def test_the_clock_of_a_case_goes_on_behind_the_form_and_the_settings(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, settings=NO_PRIVACY) as d:
        await d.press(*ESCALATION)
        begun = d.desk.view.seconds
        await d.press("f")
        await d.seconds(30)
        await d.press("escape")
        assert d.desk.view.seconds >= begun + 30
        assert not d.case.away_since
