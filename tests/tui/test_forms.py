"""Forms: what is typed is never lost, and the cursor goes to what is wrong."""

from pathlib import Path

import pytest

from lenovo_desk.tui.kit.input_line import Field
from lenovo_desk.tui.kit.pages.form import Form
from tests.tui.driver import Driver, desk
from tests.tui.scenes import DELAYED

pytestmark = pytest.mark.slow


def line(d: Driver) -> int:
    """Return the line of the form in front that the cursor is in, counted from 0."""
    return list(d.app.screen.query(Field)).index(d.app.focused)  # type: ignore[arg-type]


def texts(d: Driver) -> list[str]:
    """Return what stands in the lines of the form in front."""
    assert isinstance(d.app.screen, Form)
    return [field.value for field in d.app.screen.query(Field)]


async def test_an_agent_half_typed_stands_there_again(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("s")
        await d.type("ajouter")
        await d.press("enter")
        await d.type("Zoé Leroy")
        await d.press("enter", *"ZL", "escape")
        await d.type("ajouter")
        await d.press("enter")
        assert texts(d)[:2] == ["Zoé Leroy", "ZL"]
        assert d.message == "Votre saisie précédente est reprise."
        await d.press("tab", "tab", "3", "enter", "enter")
        assert "Zoé Leroy" in [agent.name for agent in d.app.settings.current.agents]


async def test_a_form_that_was_accepted_is_empty_the_next_time(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("s")
        await d.type("ajouter")
        await d.press("enter", *"Bo Wu", "escape")
        await d.type("ajouter")
        await d.press("enter", "tab", *"BW", "tab", "1", "enter", "enter")
        await d.type("ajouter")
        await d.press("enter")
        assert texts(d)[:2] == ["", ""]


async def test_the_file_of_a_hand_over_is_kept_and_its_passphrase_is_not(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "o")
        await d.type("garde finie")
        await d.press("enter")
        await d.type("/tmp/autre.desk")
        await d.press("enter")
        await d.type("secret-secret")
        await d.press("escape", "o")
        assert texts(d) == ["garde finie", "/tmp/autre.desk", "", ""]
        assert "secret-secret" not in str(d.app.half_typed)


async def test_a_form_of_another_case_or_of_another_value_is_its_own(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("s")
        await d.type("forum")
        await d.press("enter", "ctrl+u")
        await d.type("https://forum.fr/neuf")
        await d.press("escape")
        await d.type("boutique en ligne")
        await d.press("enter")
        assert texts(d) == ["https://shop.example.com"]
        await d.press("escape")
        await d.type("forum")
        await d.press("enter")
        assert texts(d) == ["https://forum.fr/neuf"]


async def test_the_file_to_take_over_from_is_kept(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("t")
        await d.type("/tmp/recu.desk")
        await d.press("enter")
        await d.type("le secret")
        await d.press("escape", "t")
        assert texts(d) == ["/tmp/recu.desk", ""]


async def test_the_reason_and_time_of_a_parked_case_are_kept_by_its_journal(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "p")
        await d.type("attend")
        await d.press("enter")
        await d.type("demain")
        await d.press("escape", "p")
        assert texts(d) == ["attend", "demain"]
        assert d.case.drafts == {"park.reason": "attend", "park.until": "demain"}


@pytest.mark.parametrize(
    ("answers", "at", "sentence"),
    [
        (("raison", "\x15", "secret-secret", "secret-secret"), 1, "Fichier"),
        (("raison", "", "secret-secret", "autre-secret"), 3, "différentes"),
        (("raison", "", "court", "court"), 2, "caractères"),
        (("raison", "/nulle/part/x.desk", "secret-secret", "secret-secret"), 1, "/nulle/part"),
        (("", "", "secret-secret", "secret-secret"), 0, "Motif"),
    ],
)
async def test_a_hand_over_goes_to_the_line_at_fault(
    tmp_path: Path, answers: tuple[str, ...], at: int, sentence: str
) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "o")
        for answer in answers:
            if answer == "\x15":
                await d.press("ctrl+u")
            elif answer:
                await d.press("ctrl+u")
                await d.type(answer)
            await d.press("enter")
        assert line(d) == at, d.screen_text()
        assert d.message.startswith("!")
        assert sentence in d.message


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        (("enter", *"ZL", "enter", "1", "enter", "enter"), 0),
        ((*"Zoé", "enter", "enter", "1", "enter", "enter"), 1),
        ((*"Zoé", "enter", *"ZL", "enter", *"chef", "enter", "enter"), 2),
        ((*"Zoé", "enter", *"ZL", "enter", "1", "enter", *"12", "enter"), 3),
    ],
)
async def test_an_agent_s_form_goes_to_the_line_at_fault(
    tmp_path: Path, keys: tuple[str, ...], at: int
) -> None:
    async with desk(tmp_path) as d:
        await d.press("s")
        await d.type("ajouter")
        await d.press("enter", *keys)
        assert line(d) == at, d.screen_text()
        assert d.message.startswith("!")
