"""Home: who is at the desk, the settings, and the log."""

import re
import shutil
from pathlib import Path

import pytest

from lenovo_desk.content.folders import shipped
from lenovo_desk.content.library import ContentLibrary
from tests.cli.cases import put_shared
from tests.tui.driver import SETTINGS, desk
from tests.tui.mock_call import begin
from tests.tui.parking import parked
from tests.tui.scenes import LINK, NO_WARRANTY, THANKED

pytestmark = pytest.mark.slow


async def test_the_next_agent_is_at_the_desk_by_one_key(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        d.shows("Ana (AL) · Réseaux")
        await d.press("a")
        d.shows("Bo (BW)")
        await d.press("1")
        assert d.case.agent == "bo"
    async with desk(tmp_path) as d:
        d.shows("Bo (BW)")


async def test_a_case_goes_on_with_the_agent_and_the_links_of_today(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*NO_WARRANTY)
        await parked(d, "attend", "demain 9h")
        await d.press("a", "s")
        await d.type("support")
        await d.press("enter")
        await d.press("end")
        await d.type("/fr")
        await d.press("enter", "escape", "escape")
        d.app.resume(d.app.readings.unfinished()[0].id)
        await d.settle()
        assert (d.case.agent, d.case.settings["agent_name"]) == ("bo", "Bo")
        assert d.case.settings["support_link"] == "https://support.example.com/fr"
        await d.press("b")
        assert [event["by"] for event in d.events()[-3:]] == ["bo"] * 3
        assert [event["event"] for event in d.events()[-3:-1]] == ["CaseResumed", "DeskChanged"]


async def test_settings_that_another_window_changed_are_in_force_in_the_next_case(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        path = tmp_path / "data" / "settings.yaml"
        text = path.read_text("utf-8")
        path.write_text(text.replace("agent: ana\n", "agent: bo\ncountry: BE\n"), "utf-8")
        await d.press("1")
        assert (d.case.agent, d.case.settings["agent_initials"]) == ("bo", "BW")
        assert d.case.country == "BE"


@pytest.mark.parametrize("line", ["", "n"])
async def test_settings_that_another_window_changed_reach_the_case_on_the_screen(
    tmp_path: Path, line: str
) -> None:
    async with desk(tmp_path) as d:
        await d.press(*NO_WARRANTY)
        if line:
            await d.press(line, *"note")
        path = tmp_path / "data" / "settings.yaml"
        text = path.read_text("utf-8")
        changed = text.replace("agent: ana\n", "agent: bo\n").replace("support.ex", "aide.ex")
        path.write_text(changed, "utf-8")
        last = len(d.events())
        await d.seconds(1)
        d.shows("Au poste : Bo.")
        assert (d.case.agent, d.case.settings["agent_initials"]) == ("bo", "BW")
        assert d.case.settings["support_link"] == "https://aide.example.com"
        acts = [event["event"] for event in d.events()[last:]]
        assert [act for act in acts if act != "FieldDrafted"] == ["DeskChanged"]
        await d.seconds(3)
        assert len(d.events()) == last + len(acts), "it is said once"
        assert d.desk.entry.text == ("note" if line else "")
        await d.press(*(["enter"] if line else ["b"]))
        assert d.events()[-1]["by"] == "bo"
        assert d.case.country == "FR", "a case stays where it was opened"


async def test_a_settings_file_touched_or_of_the_same_words_changes_no_case(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        path = tmp_path / "data" / "settings.yaml"
        path.write_text(path.read_text("utf-8") + "# nothing new\n", "utf-8")
        last = len(d.events())
        await d.seconds(2)
        assert len(d.events()) == last
        path.unlink()
        await d.seconds(2)
        assert d.case.agent != "ana"
        assert [event["event"] for event in d.events()[last:]] == ["DeskChanged"]


@pytest.mark.parametrize("broken", ["agents: [{\n", ""])
async def test_a_settings_file_broken_while_a_case_is_worked_changes_nobody(
    tmp_path: Path, broken: str
) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        path = tmp_path / "data" / "settings.yaml"
        text = path.read_text("utf-8")
        last = len(d.events())
        path.write_text(broken, "utf-8")
        await d.seconds(2)
        d.shows("settings.yaml:")
        assert d.case.agent == "ana"
        path.write_text(text.replace("agent: ana\n", "agent: bo\n"), "utf-8")
        await d.seconds(2)
        assert d.case.agent == "bo"
        assert [event["event"] for event in d.events()[last:]] == ["DeskChanged"]


async def test_an_open_case_has_the_numbers_of_china_only_where_it_is_of_china(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        path = tmp_path / "data" / "settings.yaml"
        text = path.read_text("utf-8")
        path.write_text(text.replace("agent: ana\n", "agent: bo\ncountry: CN\n"), "utf-8")
        await d.seconds(2)
        assert (d.case.agent, d.case.country) == ("bo", "FR")
        assert "commercial_phone" not in d.case.settings
        await d.press("p")
        await d.type("attend")
        await d.press("enter")
        await d.type("+2h")
        await d.press("enter", "1")
        assert (d.case.country, d.case.settings["commercial_phone"]) == ("CN", "400-810-6666")
        path.write_text(text.replace("agent: ana\n", "agent: bo\ncountry: FR\n"), "utf-8")
        await d.seconds(2)
        assert (d.case.country, d.case.settings.get("commercial_phone")) == ("CN", None)


async def test_a_setting_that_is_none_is_named_at_once_where_the_file_was_changed(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        path = tmp_path / "data" / "settings.yaml"
        path.write_text(path.read_text("utf-8").replace("agent: ana\n", "agent: nadia\n"), "utf-8")
        await d.seconds(2)
        assert d.last_row.startswith("!")
        d.shows("settings.yaml:")


async def test_a_mock_call_keeps_the_desk_it_began_with(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await begin(d, "floppy_drive")
        path = tmp_path / "data" / "settings.yaml"
        path.write_text(path.read_text("utf-8").replace("agent: ana\n", "agent: bo\n"), "utf-8")
        await d.seconds(3)
        assert d.case.agent == "ana"


async def test_home_names_the_agent_that_another_window_has_set(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        d.shows("Ana (AL)")
        path = tmp_path / "data" / "settings.yaml"
        path.write_text(path.read_text("utf-8").replace("agent: ana\n", "agent: bo\n"), "utf-8")
        await d.seconds(12)
        d.shows("Bo (BW)")


async def test_what_the_company_decides_once_is_switched_by_enter(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        for answer in ("oui", "non"):
            await d.press("s")
            await d.type("par SMS")
            await d.press("enter")
            rows = [row for row in d.rows if "Notre système" in row]
            assert any(answer in row.casefold() for row in rows)
            await d.press("escape", "escape")
            value = d.app.settings.current.values["sms_by_system"]
            assert value == {"oui": "yes", "non": ""}[answer]


async def test_the_country_is_suggested_until_it_is_set(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("s")
        await d.type("pays")
        d.shows("Pays", "France", "d’après le fuseau")
        await d.press("enter")
        await d.type("belg")
        await d.press("enter")
        d.shows("Belgique").hides("fuseau")
        await d.press("escape", "escape", "1")
        assert (d.case.country, d.case.local["mains_high"]) == ("BE", "253")
    assert 'country: "BE"' in (tmp_path / "data" / "settings.yaml").read_text("utf-8")


async def test_a_changed_setting_is_kept_with_the_comments_of_the_file(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("s")
        await d.type("forum")
        await d.press("enter")
        await d.press("end")
        await d.type("/fr")
        await d.press("enter")
        d.shows("https://forum.example.com/fr")
    before = SETTINGS.format(language="fr", phrases="fr").splitlines()
    after = (tmp_path / "data" / "settings.yaml").read_text("utf-8").splitlines()
    [changed] = [old for old, new in zip(before, after, strict=True) if old != new]
    assert "forum_link" in changed, "every other line is as somebody wrote it"
    async with desk(tmp_path) as d:
        assert d.app.settings.current.values["forum_link"] == "https://forum.example.com/fr"


async def test_the_interface_changes_its_language_while_a_case_waits(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(140, 45)) as d:
        await d.press(*NO_WARRANTY)
        await parked(d, "attend", "demain 9h")
        for row, name, waiting, step in (
            ("Langue de l’écran", "English", "Waiting", "When was it bought"),
            ("Language of the screens", "中文", "待恢复", "何时买的"),
        ):
            await d.press("s")
            await d.type(row)
            await d.press("enter")
            await d.type(name)
            await d.press("enter", "escape", "escape")
            d.shows(waiting, step, "attend")
        await d.press("up", "enter")
        assert d.step == "no_warranty"
        d.shows("何时买的", "avant de vous répondre".capitalize()[:5])


async def test_the_screens_speak_any_language_that_a_folder_brings(tmp_path: Path) -> None:
    own = tmp_path / "own" / "scripts_de"
    shutil.copytree(Path(shipped()) / "scripts_fr", own)
    words = (own / "interface.yaml").read_text("utf-8")
    words = words.replace("  fr: français\n", "  de: Deutsch\n  fr: Französisch\n")
    (own / "interface.yaml").write_text(words.replace("Réglages", "Einstellungen"), "utf-8")
    library = ContentLibrary([shipped(), tmp_path / "own"])
    assert not library.problems()
    async with desk(tmp_path, content=library) as d:
        await d.press("s")
        await d.type("Langue de l’écran")
        await d.press("enter")
        await d.type("de")
        await d.press("enter")
        d.shows("Einstellungen", "Deutsch")
        await d.press("enter")
        await d.type("fran")
        await d.press("enter")
        d.shows("Réglages", "français")


async def test_settings_are_reached_from_home_only_and_home_shows_what_changed(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await d.press("s")
        await d.type("couleurs")
        await d.press("enter", "down", "enter")
        assert d.app.theme == "desk-light"
        d.shows("clair")


async def test_the_log_shows_a_case_and_comes_back_to_the_list(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*THANKED, "enter", *LINK)
        await d.press("x")
        await d.type("fini")
        await d.press("enter", "g")
        d.shows("Dossiers clos", "CASE0", "CASE1")
        await d.type("abandon")
        d.hides("CASE0")
        await d.press("enter")
        d.shows("fini")
        await d.press("escape")
        d.shows("Dossiers clos")
        assert "CASE1" in d.cursor_row, "where one was"
        await d.press("escape")
        d.shows("Nouveau dossier")


async def test_a_case_left_on_another_day_shows_the_day(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", *["ctrl+q"])
        d.clock.forward(60)
    async with desk(tmp_path, clock=d.clock) as d:
        d.shows("interrompu 10 h 00")
        d.clock.forward(86400)
        d.app.home.show()
        d.shows("interrompu 22/11/2026")


async def test_the_flows_stand_in_one_column_where_there_is_room(tmp_path: Path) -> None:
    for language, size in (("fr", (80, 24)), ("en", (80, 24)), ("zh", (100, 30))):
        async with desk(tmp_path / language, language=language, size=size) as d:
            starts = [row[2] for row in d.rows if re.match(r"  \d  ", row)]
            assert starts == [*"1234567890"]
            cards = [card for card in d.app.library.cards() if card.on_home]
            titles = [card.titles[language] for card in cards]
            assert all([row[5:] for row in d.rows].count(title) == 1 for title in titles), titles
            await d.press("right", "left", "down", "enter")
            assert d.case.flow == "field_visit"


async def test_the_flows_stand_in_two_columns_and_arrows_go_across(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(80, 18)) as d:
        row = next(row for row in d.rows if row.startswith("  1  "))
        assert "7" in row
        assert d.cursor_row.split()[0] == "1", "the column of the other one is not lit"
        assert "7" not in d.cursor_row
        await d.press("right", "enter")
        assert d.case.flow == "complaint"
    async with desk(tmp_path / "other", size=(80, 18)) as d:
        await d.press("right", "right", "left", "enter")
        assert d.case.flow == "social_triage"


async def test_the_log_names_all_who_acted_in_a_case(tmp_path: Path) -> None:
    put_shared(tmp_path / "data", "20261122-000000-shared")
    async with desk(tmp_path, size=(100, 30)) as d:
        await d.press("g")
        d.shows("ana · bo")
        await d.press("enter")
        d.shows("20261122-000000-shared  ana · bo")


@pytest.mark.parametrize("sought", ["pays", "Bo (BW)", "Ajouter", "assistance"])
async def test_escape_goes_back_to_the_settings_and_changes_none(
    tmp_path: Path, sought: str
) -> None:
    async with desk(tmp_path) as d:
        path = tmp_path / "data" / "settings.yaml"
        before = path.read_text("utf-8")
        await d.press("s")
        await d.type(sought)
        await d.press("enter")
        d.hides("Équipe")
        await d.press("escape")
        d.shows("Réglages", sought)
        if "Réglages ›" in d.screen_text():
            await d.press("escape")
        d.shows("Réglages", "Équipe").hides("Réglages ›")
        assert path.read_text("utf-8") == before
        await d.press("escape")
        d.shows("Nouveau dossier")


async def test_the_list_of_countries_begins_at_the_desk_s(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("s")
        await d.type("pays")
        await d.press("enter", "enter")
        d.shows("Réglages ›", "Pays", "France")
        assert d.app.settings.current.country_set
        assert d.app.settings.current.country == "FR"
