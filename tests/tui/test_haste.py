"""Keys pressed faster than they are handled land in order, each where the agent was."""

from pathlib import Path

import pytest

from lenovo_desk.tui.app import warm
from lenovo_desk.tui.kit.input_line import Field
from tests.tui.driver import desk
from tests.tui.scenes import DELAYED, ESCALATION, FILE, PUBLIC, THANKED

pytestmark = pytest.mark.slow


async def test_what_is_typed_in_one_moment_with_the_key_before_is_text(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED)
        await d.mash("n", *"1xbp", "enter")
        assert d.step == "delayed_support"
        assert d.case.notes[-1].text == "1xbp"
        await d.mash("slash", *"compte")
        d.shows("compte", "Compte du client")
        await d.press("escape")
        await d.mash("p", *"rappel")
        d.shows("Motif rappel")
        await d.press("escape")
        await d.mash("x", *"fini")
        d.shows("Motif fini")


async def test_a_whole_form_typed_in_one_moment_lands_where_it_belongs(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION)
        keys = [
            *"fZoé",
            "enter",
            *FILE[0],
            "enter",
            *FILE[1],
            "enter",
            *FILE[2],
            "enter",
            FILE[3],
            "enter",
        ]
        await d.mash(*keys, *FILE[4], "enter", "escape", "1")
        assert d.step == "enter"
        assert d.fact("customer_email") == FILE[0]
        assert d.fact("customer_service_number") == FILE[4]
        await d.mash("slash", *"patienter", "enter", "n", *"x1", "enter")
        assert d.case.holding is not None
        assert d.case.notes[-1].text == "x1"
        await d.mash("p", *"rappel", "enter", *"demain 9h", "enter")
        d.shows("rappel", "CASE0")


async def test_keys_between_two_fields_come_after_what_was_typed_in_the_first(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION)
        await d.mash("f", *"Zoé", "tab", *FILE[0], "enter")
        assert d.fact("customer_name") is None
        assert d.case.drafts["customer_name"] == "Zoé"
        assert d.fact("customer_email") == FILE[0]
        await d.mash("escape", "n", *"abc", "f10", "n")
        assert d.desk.entry.text == "abc"
        await d.press("f10")


async def test_a_slip_put_right_in_the_same_moment_is_put_right(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION)
        await d.mash("n", *"abcx", "backspace", *"d", "left", "left", *"-", "home", *"+", "enter")
        assert d.case.notes[-1].text == "+ab-cd"
        await d.mash("n", *"wrong", "ctrl+u", *"right", "enter")
        assert d.case.notes[-1].text == "right"


@pytest.mark.parametrize("down", ["tab", "down"])
async def test_a_passphrase_typed_in_haste_stands_nowhere_else(tmp_path: Path, down: str) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "o")
        await d.mash(*"fin", down, down, *"secret12", down, *"secret12", "up", *"3")
        fields = list(d.app.screen.query(Field))
        assert [one.value for one in fields if one.password] == ["secret123", "secret12"]
        assert fields[0].value == "fin"
        d.hides("secret12")


async def test_an_arrow_pressed_with_what_is_sought_moves_in_what_is_found(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        await d.mash("plus", *"visite", "down", "up", "enter")
        assert d.case.here.top.flow == "field_visit"
        await d.press("slash")
        await d.type("note")
        first = d.rows
        await d.press("down")
        second = d.rows
        assert second != first
        await d.press("escape")
        await d.mash("slash", *"note", "down")
        assert d.rows == second


async def test_what_is_typed_after_a_command_that_was_sought_is_for_it(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        await d.mash("slash", *"note", "enter", *"1bxp", "enter", "1")
        assert d.case.notes[-1].text == "1bxp"
        assert d.events()[-1]["choice"] == "public_complaint"


async def test_keys_typed_ahead_at_home_are_for_the_one_case_that_opens(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.mash("1", "1", "1")
        assert d.step == "web_store"
        assert len([*(d.data / "open").glob("*.jsonl")]) == 1


async def test_keys_of_a_step_pressed_before_it_is_shown_do_no_harm(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        d.clock.forward(1)
        await d.mash("v", "1", "v", "b", "n", *"text")
        assert d.app._exception is None
        assert d.desk.entry.text == "text"


async def test_leaving_at_once_is_no_failure(tmp_path: Path) -> None:
    for _ in range(3):
        async with desk(tmp_path) as d:
            await d.mash("ctrl+q")
        assert d.app._exception is None
        with d.app._context():
            warm(d.app)  # the timer that was running when the app closed


@pytest.mark.parametrize("opened", ["ctrl+l", "question_mark", "slash", "s", "g"])
async def test_a_screen_left_twice_in_one_moment_is_left_once(tmp_path: Path, opened: str) -> None:
    async with desk(tmp_path) as d:
        await d.mash(opened, "escape", "escape", "escape")
        d.shows("Nouveau dossier")
        if opened != "s" and opened != "g":
            await d.press("1")
            await d.mash(opened, "escape", "escape", "escape")
            assert d.app.screen is d.desk


async def test_a_blanked_screen_survives_mashed_keys(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        await d.mash("ctrl+l", "ctrl+l", "x", "ctrl+l", "c", "c", "question_mark", "ctrl+l", "z")
        await d.press("escape", "escape")
        assert d.app._exception is None


async def test_digits_count_at_once_after_a_jump(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*PUBLIC, "4")
        await d.mash("plus", "enter", "1")
        assert d.step == "enter"


async def test_a_second_enter_at_the_end_of_a_case_begins_no_other(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*THANKED)
        await d.mash("enter", "enter", "enter", "1")
        assert d.app.session is None
        assert len(d.log()) == 1


async def test_keys_mashed_in_one_moment_land_in_order(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        d.clock.forward(1)
        await d.mash("1", "2", "2")
        assert d.step == "no_warranty"
