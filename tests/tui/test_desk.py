"""An agent at the desk: from the first key to the log, and every key on the way."""

from pathlib import Path

import pytest

from lenovo_desk.core.model.intents import SwitchLanguage
from lenovo_desk.tui.digits import digit
from tests.tui.driver import CASE, desk
from tests.tui.scenes import DELAYED, ESCALATION, FILE, LINK, PERSON, PUBLIC, THANKED

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("language", "asked", "ended", "done"),
    [
        ("fr", "de quoi s’agit-il ?", "Escalade enregistrée", "Dossier clos"),
        ("zh", "客户说的是哪类事？", "已升级", "已结案"),
    ],
)
async def test_a_triage_goes_from_the_first_key_to_the_log(
    tmp_path: Path, language: str, asked: str, ended: str, done: str
) -> None:
    async with desk(tmp_path, language=language) as d:
        await d.press(*PUBLIC)
        d.shows(asked)
        await d.press(*ESCALATION[1:], "f")
        for text in (PERSON[language], *FILE):
            await d.type(text)
            await d.press("enter")
        await d.press("0", "enter", "c", "1")
        d.shows(ended)
        await d.press("enter")
        d.shows(done)
        [row] = d.log()
        assert (row["disposition"], row["completed"]) == ("escalated", True)
        assert row["facts"]["customer_name"] == PERSON[language]
        assert [used["id"] for used in row["phrases"]] == ["registered"]
        await d.press("g")
        d.shows(ended)


async def test_a_gate_refuses_in_the_last_row_and_the_try_is_kept(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*LINK)
        step = d.step
        await d.press("1")
        assert d.step == step
        assert d.last_row == "! À renseigner d’abord : Adresse de la page."
        assert d.events()[-1]["event"] == "GateTried"
        await d.press("v", "z", "escape")
        assert d.events()[-1]["event"] == "GateTried", "keys that only look leave nothing"


@pytest.mark.parametrize("key", ["2", "２", "é"])
async def test_a_digit_chooses_however_it_is_typed(tmp_path: Path, key: str) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", key)
        assert d.events()[-1]["choice"] == "public_query"


def test_every_digit_of_every_keyboard_is_known() -> None:
    for row in ("1234567890", "１２３４５６７８９０", "&é\"'(-è_çà"):
        assert [digit(one) for one in row] == [*range(1, 11)]
    assert digit("a") is digit(None) is None


async def test_a_digit_without_a_choice_does_nothing_and_says_so(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*PUBLIC, "1")
        count = len(d.events())
        for key, number in (("9", "9"), ("0", "10"), ("8", "8")):
            await d.press(key)
            assert d.last_row.endswith(f"Aucune suite ne porte ici le numéro {number}.")
        assert len(d.events()) == count


async def test_arrows_and_enter_choose_and_go_round(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", "down", "enter")
        assert d.events()[-1]["choice"] == "public_query"
        await d.press("up", "enter")
        assert d.step == "press"


async def test_a_copied_phrase_goes_to_the_clipboard_filled(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "c")
        assert d.clipboard.startswith("Bonjour, nous regrettons")
        assert d.clipboard.endswith("https://support.example.com ^AL")
        assert d.last_row.startswith("Envoyé")
        assert d.events()[-1]["event"] == "PhraseCopied"


async def test_a_phrase_with_an_unfilled_blank_is_not_copied(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*LINK, "c")
        assert d.clipboard == ""
        assert d.last_row.startswith("!")
        assert "Adresse de la page" in d.last_row
        await d.press("f")
        await d.type("https://www.example.com/a")
        await d.press("enter", "c")
        assert "https://www.example.com/a" in d.clipboard


async def test_a_step_without_a_phrase_says_so(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", "c")
        d.shows("Pas de phrase à cette étape.")
        await d.press("z")
        d.shows("Pas de phrase à cette étape.")
        await d.press("v", "l")


async def test_v_goes_round_the_phrases(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*PUBLIC, "1", "5")
        d.shows("1/3 v", "revendeurs agréés : https://stores.example.com ou sur")
        await d.press("v")
        d.shows("2/3 v", "En voici la liste")
        await d.press("v", "v")
        d.shows("1/3 v")


async def test_l_changes_the_language_of_the_phrases_and_of_nothing_else(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "l")
        assert d.case.language == "zh"
        d.shows("Obtenir le numéro de dossier", "客服案件号", "Phrases en chinois")
        await d.press("l")
        d.shows("Phrases en français").hides("客服")


async def test_phrases_of_a_language_nobody_wrote_are_those_of_one_that_there_is(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, phrases="xx") as d:
        await d.press(*DELAYED)
        assert d.case.language == "fr"
        d.desk.do(SwitchLanguage("xx"))
        await d.press("l")
        assert d.case.language == "fr"
        d.shows("Bonjour, nous regrettons")


async def test_z_shows_the_phrase_alone(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "z")
        d.shows("Bonjour, nous regrettons").hides("Client satisfait")
        await d.press("c")
        assert d.clipboard.startswith("Bonjour, nous regrettons")
        assert d.last_row.startswith("Envoyé"), "said at once, not when the page is closed"
        await d.press("escape")
        d.shows("Client satisfait", "Envoyé")


async def test_a_phrase_that_cannot_be_copied_says_so_full_screen_too(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*LINK, "z", "c")
        assert d.clipboard == ""
        assert "Adresse de la page" in d.last_row


async def test_hold_runs_and_its_length_is_kept(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        await d.press(*DELAYED, "h")
        await d.seconds(65)
        d.shows("Le client patiente 1:05")
        await d.press("h")
        assert d.case.holding is None
        assert d.case.holds == (66.0,)


async def test_b_steps_back_and_what_was_recorded_stays(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", "b")
        assert d.last_row == "! C’est la première étape."
        await d.press("f", "2", "enter", "escape", "1", "4", "b", "b")
        assert d.step == "read_post"
        d.shows("Facebook")


async def test_stepping_back_far_names_the_nearest_answers_in_one_row(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(120, 40)) as d:
        await d.press(*ESCALATION, "b", "b", "b")
        assert d.last_row.startswith("Ne compte plus :")
        assert "(+" not in d.last_row
        await d.press("b")
        assert d.last_row.endswith("(+1)")
        assert d.last_row.count("·") == 2


async def test_at_an_end_the_case_is_wrapped_up_with_its_summary(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*THANKED)
        d.shows("Clôture du dossier", "Client remercié")
        await d.press("f2")
        assert CASE.format(0) in d.clipboard
        await d.type("tout va bien")
        await d.press("escape")
        d.shows("Clore ce dossier")
        await d.press("x")
        d.shows("tout va bien")
        await d.press("enter")
        assert d.log()[0]["closing_notes"] == "tout va bien"


async def test_a_case_begun_from_the_command_line_is_there_at_once(tmp_path: Path) -> None:
    async with desk(tmp_path, start="social_triage") as d:
        d.shows("Lire tout l’échange")


async def test_the_screen_moves_only_after_the_event_is_on_disk(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        for key in ("1", "1", "4", "4"):
            await d.press(key)
            assert d.events()[-1]["n"] == d.case.n
