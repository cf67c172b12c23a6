"""What is too long is refused with the limit and stays typed; what nobody sees is nothing."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.driver import Driver, desk
from tests.tui.scenes import DELAYED, ESCALATION, THANKED

pytestmark = pytest.mark.slow

LONG = " ".join(f"mot{number}" for number in range(1, 1200))
"""A report of 8,486 characters, as it was pasted as a reason."""


def typed(d: Driver) -> list[str]:
    """Return the texts in the fields on the screen."""
    return [field.value for field in d.app.screen.query(Input)]


def test_the_report_is_longer_than_any_limit() -> None:
    assert len(LONG) > 8000


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
@pytest.mark.parametrize("key", ["n", "r"])
async def test_a_note_and_a_reply_too_long_stay_in_the_line(
    tmp_path: Path, language: str, key: str
) -> None:
    async with desk(tmp_path, language=language, phrases="fr") as d:
        await d.press("1", "2", "1", key) if key == "n" else await d.press(*DELAYED, key)
        await d.press("ctrl+u")
        await d.paste(LONG)
        await d.press("enter")
        d.shows("4000" if key == "n" else "280")
        assert d.desk.entry.text == LONG + (" ^AL" if key == "r" else "")
        assert not d.case.notes
        assert not d.case.replies


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
@pytest.mark.parametrize(("key", "limit"), [("p", "500"), ("x", "4000"), ("o", "4000")])
async def test_a_reason_too_long_stays_in_its_form(
    tmp_path: Path, language: str, key: str, limit: str
) -> None:
    async with desk(tmp_path, language=language, phrases="fr") as d:
        await d.press(*DELAYED, key)
        await d.paste(LONG)
        await d.press("enter")
        if key == "p":
            await d.type("+2 h")
            await d.press("enter")
        else:
            await d.press(*["enter"] * (len(typed(d)) - 1))
        assert LONG in typed(d), "it is in the field whole"
        assert d.case.status == "open"
        d.shows(limit)


async def test_closing_notes_too_long_stay_in_their_form(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*THANKED)
        await d.paste(LONG)
        await d.press("enter")
        d.shows("4000")
        assert LONG in typed(d)
        assert d.case.status == "open"


async def test_a_fact_too_long_stays_in_the_line(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION, "f")
        await d.paste(LONG)
        await d.press("enter")
        d.shows("500 caractères au plus")
        assert d.desk.entry.text == LONG


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
async def test_a_name_and_a_setting_too_long_stay_in_their_forms(
    tmp_path: Path, language: str
) -> None:
    async with desk(tmp_path, language=language, phrases="fr") as d:
        words = d.app.library.words(language)
        before = (d.data / "settings.yaml").read_text("utf-8")
        for label, lines in (("settings.add_agent", 4), ("blanks.forum_link", 1)):
            await d.press("s")
            await d.type(words[label])
            await d.press("enter", "ctrl+u")
            await d.paste(LONG)
            await d.press("enter")
            if lines > 1:
                await d.type("ZZ")
                await d.press(*["enter"] * 3)
            d.shows("500")
            assert LONG in typed(d)[0]
            while d.app.screen is not d.app.home:
                await d.press("escape")
        assert (d.data / "settings.yaml").read_text("utf-8") == before


@pytest.mark.parametrize("blank", ["\u200b", "\u3164\u2800", "\u00ad \u2060", "\ufe0f"])
async def test_an_agent_whose_name_nobody_sees_has_none(tmp_path: Path, blank: str) -> None:
    async with desk(tmp_path) as d:
        before = (d.data / "settings.yaml").read_text("utf-8")
        await d.press("s")
        await d.type("ajouter")
        await d.press("enter")
        await d.paste(blank)
        await d.press("enter")
        await d.type("ZZ")
        await d.press(*["enter"] * 3)
        d.shows(d.app.library.words("fr")["settings.agent_needs"])
        assert (d.data / "settings.yaml").read_text("utf-8") == before


async def test_a_setting_of_what_nobody_sees_is_empty(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("s")
        await d.type(d.app.library.words("fr")["blanks.forum_link"])
        await d.press("enter", "ctrl+u")
        await d.paste("\u200b\u3164")
        await d.press("enter")
        assert "\u200b" not in (d.data / "settings.yaml").read_text("utf-8")
        assert not d.app.settings.current.values["forum_link"]
