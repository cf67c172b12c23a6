"""A gap of the phrase in view opens its setting by `f`, and one is back in the case."""

from pathlib import Path

import pytest

from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.tui.desk.case_screen import CaseScreen
from lenovo_desk.tui.kit.pages.form import Form
from lenovo_desk.tui.setup.setting_forms import edit_settings
from tests.tui.driver import SETTINGS, Driver, desk
from tests.tui.scenes import ESCALATION, NO_WARRANTY

pytestmark = pytest.mark.slow

ASKED = (*NO_WARRANTY, "1")
"""A public phrase that names the forum; no way on waits for a fact there."""
NO_FORUM = SETTINGS.replace("  forum_link: https://forum.example.com\n", "")
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
    async with desk(tmp_path, language=language, size=size, settings=NO_FORUM) as d:
        words = d.app.library.words(language)
        await d.press(*ASKED)
        assert "____" in phrase(d)
        if size[0] < 100:
            d.shows(words["blanks.forum_link"])
        step = d.step
        await d.press("f")
        assert isinstance(d.app.screen, Form)
        d.shows(words["blanks.forum_link"])
        await d.type(LINK)
        await d.press("enter")
        assert d.step == step
        assert LINK in phrase(d)
        d.shows(words["settings.filled_gap"].split("{")[0].strip())
        assert d.app.settings.current.values["forum_link"] == LINK
        assert [e["event"] for e in d.events()][-1] == "DeskChanged"
        await d.press("c")
        assert LINK in d.clipboard
        await d.press("f")
        assert isinstance(d.app.screen, CaseScreen), "nothing is left for the settings to fill"


async def test_escape_goes_back_one_step_and_f_then_asks_for_the_facts(tmp_path: Path) -> None:
    async with desk(tmp_path, settings=NO_FORUM) as d:
        await d.press(*ASKED, "f")
        await d.type("https://pri")
        before = len(d.events())
        await d.press("escape")
        assert isinstance(d.app.screen, CaseScreen)
        assert "____" in phrase(d)
        assert len(d.events()) == before
        await d.press("f")
        assert isinstance(d.app.screen, CaseScreen), "nobody is kept from the facts"


async def test_what_is_no_link_is_refused_at_its_line(tmp_path: Path) -> None:
    async with desk(tmp_path, settings=NO_FORUM) as d:
        await d.press(*ASKED, "f")
        await d.type("Zoé L’Hermite")
        await d.press("enter")
        d.shows("ce n’est pas un lien")
        assert not d.app.settings.current.values["forum_link"]
        await d.press("ctrl+u")
        await d.type(LINK)
        await d.press("enter")
        assert LINK in phrase(d)


OWN = {"station_name": "Lille Centre", "station_phone": "03 20 12 34 56"}
ORDER = {
    "work_order": "R20261122001", "order_level": "normal", "order_nature": "in_warranty",
    "customer_name": "张伟", "customer_title": "mr", "customer_phone": "06 39 98 12 34",
    "model_number": "天逸510", "reported_fault": "开不了机",
}  # fmt: skip


async def not_reached(d: Driver) -> None:
    """Begin a visit whose customer does not answer: the text names the station and its number."""
    d.app.start("field_visit")
    await d.settle()
    session = d.app.session
    assert session is not None
    for name, text in ORDER.items():
        spec = session.flows["field_visit"].facts[name]
        answer = text if not spec.options or text in spec.options else spec.options[0]
        assert not isinstance(session.do(it.RecordFact(name, answer)), Refusal), name
    for intent in (
        it.TickItem("order_read"),
        it.MakeChoice("to_make"),
        it.MakeChoice("not_reached"),
    ):
        assert not isinstance(session.do(intent), Refusal), intent
    d.desk.show()
    while "station_name" not in d.desk.view.phrases[d.desk.hand.phrase].blanks:
        await d.press("v")


@pytest.mark.parametrize("missing", [("station_name",), ("station_phone",), tuple(OWN)])
async def test_all_that_a_phrase_waits_for_stands_in_one_form(
    tmp_path: Path, missing: tuple[str, ...]
) -> None:
    set_before = "".join(f"{key}: {OWN[key]}\n" for key in OWN if key not in missing)
    async with desk(tmp_path, settings=SETTINGS + set_before + "country: FR\n") as d:
        await not_reached(d)
        assert "____" in phrase(d)
        await d.press(
            "f", "escape", "f"
        )  # a way on waits for a fact of this step: that comes first
        assert isinstance(d.app.screen, Form)
        for name in missing:
            await d.type(OWN[name])
            await d.press("enter")
        assert all(text in phrase(d) for text in OWN.values())
        written = (tmp_path / "data" / "settings.yaml").read_text("utf-8")
        assert all(text in written for text in OWN.values())


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
async def test_the_settings_open_from_a_live_case_and_lead_back_to_it(
    tmp_path: Path, language: str
) -> None:
    async with desk(tmp_path, language=language, settings=NO_FORUM) as d:
        words = d.app.library.words(language)
        await d.press(*ASKED)
        begun = d.desk.view.seconds
        await d.press("slash")
        await d.type(words["settings.title"])
        await d.press("enter")
        d.shows(words["settings.title"], words["settings.groups.team"])
        await d.type(words["settings.groups.numbers"])
        await d.press("enter")
        d.shows(f"{words['settings.title']} › {words['settings.groups.numbers']}")
        await d.type(words["blanks.forum_link"])
        await d.press("enter")
        assert isinstance(d.app.screen, Form)
        await d.press("escape")
        d.shows(f"{words['settings.title']} › {words['settings.groups.numbers']}")
        await d.type(words["blanks.forum_link"])
        await d.press("enter")
        await d.type(LINK)
        await d.press("enter", "escape")
        d.shows(words["settings.groups.team"]).hides("›  ›")
        await d.seconds(30)
        await d.press("escape")
        assert isinstance(d.app.screen, CaseScreen)
        assert LINK in phrase(d)
        assert d.desk.view.seconds >= begun + 30
        assert not d.case.away_since


async def test_what_is_needed_says_by_which_phrases_and_the_own_role_comes_first(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, settings=NO_FORUM, size=(140, 45)) as d:
        await d.press("s")
        d.shows("À renseigner : 14", "phrases en attente")
        d.shows("Phrases qui l’attendent (2)", "Messages des réseaux sociaux")
        rows = [row for row in d.rows if "____" in row]
        assert "Lien du forum" in rows[0], "the flows of a social agent come first"


async def test_the_last_row_names_what_f_fills(tmp_path: Path) -> None:
    async with desk(tmp_path, settings=NO_FORUM, size=(140, 45)) as d:
        await d.press(*ASKED)
        assert d.last_row.startswith("f Lien du forum")
        await d.press("f", "escape")
        assert "Lien du forum" not in d.last_row


async def test_what_a_locked_way_waits_for_comes_before_a_setting(tmp_path: Path) -> None:
    async with desk(tmp_path, settings=NO_PRIVACY) as d:
        await d.press(*ESCALATION)
        assert "____" in phrase(d)
        assert d.last_row.startswith("f Nom")
        await d.press("f")
        assert d.desk.entry.field == "customer_name"
        await d.type("Z")
        await d.press("escape", "f")
        assert d.desk.entry.field == "customer_name", "what was begun is gone on with"
        await d.press("backspace", "escape", "f", "escape", "f")
        assert isinstance(d.app.screen, Form), "a fact left untouched gives way to the gap"
        await d.type(LINK)
        await d.press("enter")
        assert LINK in phrase(d)


async def test_the_clock_of_a_case_goes_on_behind_the_form_and_the_settings(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, settings=NO_FORUM) as d:
        await d.press(*ASKED)
        begun = d.desk.view.seconds
        await d.press("f")
        await d.seconds(30)
        await d.press("escape")
        assert d.desk.view.seconds >= begun + 30
        assert not d.case.away_since


async def test_the_country_that_a_phrase_waits_for_is_picked_from_its_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.tui.driver.ZONE", "America/New_York")
    async with desk(tmp_path) as d:
        d.app.start("field_visit")
        await d.settle()
        assert "country: " not in (d.data / "settings.yaml").read_text("utf-8")
        names = ("country",)
        edit_settings(d.app, names, lambda changed: d.desk.show(), {})
        await d.settle()
        await d.type("belg")
        await d.press("enter")
        assert d.app.settings.current.country == "BE"
        await d.seconds(1)
        assert d.case.country == "BE"
        assert d.case.local["mains_low"] == "207"
