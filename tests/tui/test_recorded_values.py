"""What is recorded is in view when its line opens again, and can be taken out again."""

from pathlib import Path

import pytest

from tests.lapsed_answers import library
from tests.tui.driver import Driver, desk, desk_clock
from tests.tui.scenes import ESCALATION, FILE
from tests.tui.visit_at_the_door import at_the_door

pytestmark = pytest.mark.slow

TRIGGERS = ("9", "f")


async def file_up_to_the_product_line(d: Driver) -> None:
    """Record all facts of an escalation up to its closed question."""
    await d.press(*ESCALATION, "f")
    for text in ("Zoé", *FILE[:3], "1"):
        await d.type(text)
        await d.press("enter")
    assert d.fact("product_line") == "think"


@pytest.mark.parametrize("language", ["fr", "zh"])
@pytest.mark.parametrize("size", [(80, 24), (40, 10), (140, 45)])
async def test_a_choice_opens_with_what_was_chosen_and_a_digit_still_chooses(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, language=language, size=size) as d:
        await file_up_to_the_product_line(d)
        d.desk.ask_fact("product_line")
        await d.settle()
        d.shows("[1 Think]")
        assert d.desk.entry.text == "Think"
        await d.press("2")
        d.shows("[2 Idea]").hides("[1 Think]")
        assert d.fact("product_line") == "think", "a digit only shows what Enter records"
        await d.press("enter")
        assert d.fact("product_line") == "idea"
        d.desk.ask_fact("product_line")
        await d.settle()
        d.shows("[2 Idea]")
        before = len(d.events())
        await d.press("enter")
        assert d.fact("product_line") == "idea"
        assert len(d.events()) == before, "Enter alone keeps it"


@pytest.mark.parametrize(
    ("language", "recorded"), [("fr", "(noté"), ("zh", "（已填"), ("en", "(recorded")]
)
async def test_several_values_are_in_view_and_the_last_of_them_goes_by_enter_twice(
    tmp_path: Path, language: str, recorded: str
) -> None:
    async with desk(tmp_path, language=language, phrases="fr") as d:
        await d.press(*TRIGGERS)
        d.hides(recorded)
        await d.press("1", "enter", "7", "enter", "escape")
        d.desk.ask_fact("triggers")
        await d.settle()
        options = d.desk.view.book.options["triggers"]
        d.shows(recorded, options["injury"], options["lawyer"])
        await d.press("-", "enter", "-", "enter")
        assert d.fact("crisis.triggers") == ("injury",)
        await d.press("enter")
        assert d.fact("crisis.triggers") == ("injury",), "the first Enter asks"
        await d.press("enter")
        assert d.fact("crisis.triggers") is None
        d.hides(recorded)
        await d.press("3", "enter")
        assert d.fact("crisis.triggers") == ("lawsuit",)


async def test_the_only_value_stays_when_the_question_is_not_answered_by_enter(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await d.press(*TRIGGERS, "1", "enter", "-", "enter")
        assert "retirer" in d.last_row
        await d.press("enter", "escape")
        assert d.fact("crisis.triggers") == ("injury",)


async def test_rows_are_in_view_and_the_last_row_can_be_taken_out(tmp_path: Path) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    async with desk(tmp_path, clock=clock, language="zh") as d:
        await d.press("up", "enter", "f")
        await d.press("escape")
        before = d.fact("field_visit.attempts")
        d.desk.ask_fact("attempts")
        await d.type("09:31|13800138000")
        await d.press("enter")
        d.shows("已填", "09:31", "138 0013 8000")
        assert d.fact("field_visit.attempts") != before
        while len(d.fact("field_visit.attempts") or ()) > 1:  # type: ignore[arg-type]
            await d.press("-", "enter")
        await d.press("-", "enter", "enter")
        d.shows("删去")
        assert d.fact("field_visit.attempts")
        await d.press("enter")
        assert d.fact("field_visit.attempts") is None


async def test_a_value_typed_as_text_opens_in_the_line_itself(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await file_up_to_the_product_line(d)
        d.desk.ask_fact("customer_phone")
        assert d.desk.entry.text == "06 12 34 56 78"
        await d.press("enter")
        assert d.fact("customer_phone") == "+33612345678"


async def test_an_answer_that_lapsed_is_in_no_phrase_and_no_summary_on_the_screen(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, content=library(), start="irrelevant") as d:
        await d.press("f", "1", "enter")
        await d.type("Chez Léa")
        await d.press("enter")
        d.shows("magasin Chez Léa")
        d.desk.ask_fact("bought")
        await d.press("2", "enter", "escape")
        d.hides("magasin Chez Léa", "Chez Léa.").shows("Acheté : Web, magasin ____.")
        await d.press("2")
        assert d.step == "ask", "the shop of a machine bought on the web refunds nothing"
        await d.press("1", "1")
        d.shows("Web").hides("Léa")
        await d.press("enter")
        assert "irrelevant.shop_name" not in d.log()[0]["facts"]
