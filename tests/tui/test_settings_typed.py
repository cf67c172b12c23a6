"""What is typed for a setting is judged as facts are, before the file has it."""

from pathlib import Path

import pytest

from tests.tui.driver import desk

pytestmark = pytest.mark.slow

PHONE, LINK = "Téléphone de l’assistance", "Lien du forum"


@pytest.mark.parametrize(
    ("row", "typed", "sentence"),
    [
        (PHONE, "01 99 00 12", "ce n’est pas un numéro de téléphone (06 12 34 56 78)"),
        (PHONE, "01 99 00 12 34 / 01 99 00 12 35", "ce n’est pas un numéro de téléphone"),
        (PHONE, "138 0013 8000", "ce n’est pas un numéro de téléphone"),
        (PHONE, "0" * 501, "500 caractères au plus"),
        (LINK, "forum.example.com", "ce n’est pas un lien"),
        (LINK, "https://a.fr/x;https://b.fr/y", "ce n’est pas un lien"),
        (LINK, "https://a.fr/" + "x" * 500, "500 caractères au plus"),
    ],
)
async def test_what_the_file_would_not_take_is_refused_and_stays_in_its_line(
    tmp_path: Path, row: str, typed: str, sentence: str
) -> None:
    async with desk(tmp_path) as d:
        file = tmp_path / "data" / "settings.yaml"
        file.write_text(file.read_text("utf-8") + "country: FR\n", "utf-8")
        before = file.read_bytes()
        await d.press("s")
        await d.type(row)
        await d.press("enter", "ctrl+u")
        await d.type(typed)
        await d.press("enter")
        d.shows(sentence)
        assert file.read_bytes() == before
        await d.press("escape")
        d.shows(row)


@pytest.mark.parametrize(
    ("row", "typed", "name", "value"),
    [
        (PHONE, "01.99.00.12.34", "hotline_phone", "01.99.00.12.34"),
        (PHONE, "tel:+33199001234", "hotline_phone", "01 99 00 12 34"),
        (PHONE, "Tél. 01 99 00 12 34", "hotline_phone", "01 99 00 12 34"),
        (PHONE, "3900", "hotline_phone", "3900"),
        (PHONE, "+86 138 0013 8000", "hotline_phone", "+86 138 0013 8000"),
        (PHONE, "\u200b", "hotline_phone", ""),
        (LINK, "<https://f.fr/（a）>", "forum_link", "https://f.fr/（a）"),
    ],
)
async def test_what_stands_around_a_setting_is_peeled_off(
    tmp_path: Path, row: str, typed: str, name: str, value: str
) -> None:
    async with desk(tmp_path) as d:
        await d.press("s")
        await d.type(row)
        await d.press("enter", "ctrl+u")
        await d.type(typed)
        await d.press("enter")
        assert d.app.settings.current.values[name] == value
        assert not d.app.settings.problems


async def test_the_number_of_an_agent_is_one(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("s")
        await d.type("Ajouter un conseiller")
        await d.press("enter")
        for text in ("Nora Petit", "NP", "", "06 12 34"):
            await d.type(text)
            await d.press("enter")
        d.shows("ce n’est pas un numéro de téléphone")
        assert d.app.settings.current.agent.name != "Nora Petit"
        await d.press("ctrl+u")
        await d.type("06 39 98 12 34")
        await d.press("enter")
        agent = d.app.settings.current.agent
        assert (agent.name, agent.phone) == ("Nora Petit", "06 39 98 12 34")
