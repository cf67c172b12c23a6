"""A field keeps its Enter: a digit shows an option, Enter records it, nothing behind hears it."""

from pathlib import Path

import pytest

from lenovo_desk.tui.kit.input_line import Field
from tests.tui.driver import Driver, desk, desk_clock
from tests.tui.left_case import leave
from tests.tui.scenes import ESCALATION, FILE

pytestmark = pytest.mark.slow

CONTACT = ("hotline_inbound", "picked_up\nspeaks\n", "contact")
RECORD = ("phone_complaint", "hotline\n+accepted_told\nin_scope\nneither\n", "record")


async def left_at(tmp_path: Path, where: tuple[str, str, str]) -> None:
    """Leave a case at a step, to be resumed by `up` and Enter."""
    flow, moves, step = where
    assert leave(tmp_path, desk_clock(), "case1", flow, moves) == step


async def at_the_product_line(d: Driver) -> None:
    """Open the fact Gamme of an escalation, the only one without a value."""
    await d.press(*ESCALATION, "f")
    for text in ("Zoé", *FILE[:3]):
        await d.type(text)
        await d.press("enter")
    await d.press("tab")
    await d.type(FILE[4])
    await d.press("enter")
    await d.type("EMEA-1")
    await d.press("enter", "escape", "f")
    d.shows("Gamme :", "1 Think")


async def test_a_digit_and_enter_at_the_last_fact_move_no_case(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await at_the_product_line(d)
        await d.press("1", "enter")
        assert d.fact("product_line") == "think"
        assert (d.step, d.desk.entry.active) == ("enter", False)
        await d.press(*["enter"] * 5)
        assert d.step == "enter", "however often it bounces"
        d.shows("Entrée n’a rien choisi")
        await d.press("down", "up", "enter")
        assert d.step == "end_escalated", "an arrow says where"


@pytest.mark.parametrize("key", ["n", "r"])
async def test_an_enter_that_closes_a_line_is_heard_by_nothing_behind_it(
    tmp_path: Path, key: str
) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", "1", "2", "2", key)
        step = d.step
        await d.mash(*"Merci", *["enter"] * 4)
        assert not d.desk.entry.active
        assert d.step == step
        await d.press("c", "enter")
        assert d.step != step, "after another key it is the agent's own"


async def test_facts_typed_by_habit_are_each_where_they_belong(tmp_path: Path) -> None:
    await left_at(tmp_path, CONTACT)
    async with desk(tmp_path, language="zh") as d:
        await d.press("up", "enter")
        await d.mash("f", "y", "enter", *"陈先生", "enter", "1", "enter", *"13800138000", "enter")
        assert d.fact("hotline_inbound.number_shown") == "yes"
        assert d.fact("customer_title") == "mr"
        assert d.fact("customer_phone") == "+8613800138000"
        assert d.fact("customer_service_number") is None
        assert d.desk.entry.field == "customer_service_number"


@pytest.mark.parametrize("text", ["2025-03-02", "12 mars", "2/3/25", "13800138000", "1x", "99"])
async def test_what_is_no_option_is_refused_whole(tmp_path: Path, text: str) -> None:
    await left_at(tmp_path, RECORD)
    async with desk(tmp_path, language="zh") as d:
        await d.press("up", "enter")
        d.desk.ask_fact("customer_title")
        await d.type(text)
        assert d.desk.entry.text == text
        await d.press("enter")
        d.shows("先生", "女士", text)
        assert d.last_row.startswith("!")
        assert d.desk.entry.text == text
        assert d.fact("customer_title") is None
        await d.press("2")
        assert not d.last_row.startswith("!")
        await d.press("enter")
        assert d.fact("customer_title") == "ms"


async def test_two_closed_questions_are_a_digit_and_an_enter_each(tmp_path: Path) -> None:
    where = ("complaint", "came_by=phone\naccepted\n", "listen")
    await left_at(tmp_path, where)
    async with desk(tmp_path, language="zh") as d:
        await d.press("up", "enter")
        d.desk.ask_fact("customer_title")
        await d.mash("2", "enter")
        d.desk.ask_fact("contact_by")
        await d.mash("3", "1", "enter")
        assert d.fact("customer_title") == "ms"
        assert d.fact("complaint.contact_by") == "phone", "another digit corrects the first"


@pytest.mark.parametrize("count", [2, 3, 7])
async def test_an_enter_that_bounces_skips_no_field_before_it_is_seen(
    tmp_path: Path, count: int
) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION, "f")
        await d.mash(*"Zoé", "enter", "enter")
        assert d.desk.entry.field == "customer_email"
        d.shows("Encore Entrée")
        await d.type("zoe@example.com")
        assert d.last_row.count("Encore Entrée") == 0
        await d.press(*["enter"] * count)
        assert d.fact("customer_email") == "zoe@example.com"
        assert d.step == "enter"


YES = ["y", "1", "o", "oui", "Oui", "yes", "是", "是的", "１", "ou"]
NO = ["n", "2", "non", "Non", "no", "否", "不是", "２", "é"]


@pytest.mark.parametrize(
    ("typed", "value"), [*((text, "yes") for text in YES), *((text, "no") for text in NO)]
)
async def test_yes_and_no_are_taken_in_every_language(
    tmp_path: Path, typed: str, value: str
) -> None:
    await left_at(tmp_path, CONTACT)
    async with desk(tmp_path, language="fr") as d:
        await d.press("up", "enter", "f")
        d.shows("1 Oui (o)", "2 Non (n)")
        await d.type(typed)
        d.shows("[1 Oui (o)]" if value == "yes" else "[2 Non (n)]")
        await d.press("enter")
        assert d.fact("hotline_inbound.number_shown") == value
        d.desk.ask_fact("number_shown")
        await d.settle()
        assert d.desk.entry.text == ("Oui" if value == "yes" else "Non")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("tél", "phone"), ("Site", "web"), ("mail", None), ("E-", "email"), ("55", "in_person"),
        ("5", "in_person"), ("15", "in_person"), ("55555", None), ("x", None),
    ],
)  # fmt: skip
async def test_an_option_is_typed_by_the_beginning_of_its_name(
    tmp_path: Path, typed: str, value: str | None
) -> None:
    await left_at(tmp_path, ("complaint", "came_by=phone\naccepted\n", "listen"))
    async with desk(tmp_path, language="fr") as d:
        await d.press("up", "enter")
        d.desk.ask_fact("contact_by")
        await d.type(typed)
        await d.press("enter")
        assert d.fact("complaint.contact_by") == value


async def test_a_value_gives_way_to_what_is_typed_and_comes_back(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION, "f")
        await d.type("Zoé")
        await d.press("enter")
        d.desk.ask_fact("customer_name")
        await d.type("Léa")
        assert d.desk.entry.text == "Léa"
        await d.press("ctrl+z")
        assert d.desk.entry.text == "Zoé"
        await d.press("backspace", *"ah")
        assert d.desk.entry.text == "Zoah"
        await d.press("ctrl+z", "left", *"D")
        assert d.desk.entry.text == "DZoé"
        await d.press("ctrl+z", "end", *"!")
        assert d.desk.entry.text == "Zoé!"
        await d.press("ctrl+z", "enter")
        assert d.fact("customer_name") == "Zoé"


async def test_a_stray_key_costs_no_draft(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION, "f")
        await d.type("Zoé L’Her")
        await d.press("escape", "f", "x")
        assert d.desk.entry.text == "Zoé L’Herx", "what was begun is gone on with"
        await d.press("ctrl+z")
        assert d.desk.entry.text == "Zoé L’Her"
        await d.press("enter")
        d.desk.ask_fact("customer_name")
        await d.press("x", "escape")
        assert d.fact("customer_name") == "Zoé L’Her"
        d.desk.ask_fact("customer_name")
        await d.settle()
        d.shows("(noté : Zoé L’Her)")


@pytest.mark.parametrize(
    ("language", "question", "hints"),
    [
        (
            "fr",
            ("Encore Entrée : retirer", "Toute autre touche : garder"),
            ("1-2 choisir", "noter Idea"),
        ),
        ("zh", ("再按一次回车即删去", "其他键则保留"), ("1-2 选择", "回车 记录“Idea”")),
        (
            "en",
            ("Enter again takes out", "anything else keeps it"),
            ("1-2 choose", "Enter record Idea"),
        ),
    ],
)
@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_last_row_says_what_the_keys_do_now_and_is_never_cut(
    tmp_path: Path,
    language: str,
    question: tuple[str, ...],
    hints: tuple[str, str],
    size: tuple[int, int],
) -> None:
    async with desk(tmp_path, language=language, phrases="fr", size=size) as d:
        await d.press(*ESCALATION)
        d.desk.ask_fact("product_line")
        await d.settle()
        d.shows(hints[0])
        await d.press("2")
        d.shows(hints[1])
        await d.press("enter")
        d.desk.ask_fact("product_line")
        await d.press("backspace")
        d.shows("Ctrl+Z")
        await d.press("enter")
        d.shows(*question)
        await d.press("x")
        d.hides(question[0])
        await d.press("ctrl+z", "enter")
        assert d.fact("product_line") == "idea"
        d.desk.ask_fact("product_line")
        await d.press("ctrl+u", "enter", "enter")
        assert d.fact("product_line") is None


async def test_facts_of_the_next_step_are_behind_those_of_this_one(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION[:-1])
        assert d.step == "ask"
        await d.press("f", "tab")
        assert d.desk.entry.field == "product_line", "nothing personal while the talk is public"
        await d.press("escape", "f", "2", "enter", "f")
        d.hides("hors de cette étape")
        fields = []
        while True:
            await d.press("tab")
            if d.desk.entry.field == "channel":
                break
            fields.append(d.desk.entry.field)
            d.shows("hors de cette étape")
        assert fields[:2] == ["customer_name", "customer_email"]
        assert "customer_service_number" in fields
        await d.press("tab", "tab", "shift+tab")
        await d.type("Zoé")
        await d.press("enter")
        assert d.fact("customer_name") == "Zoé"
        assert d.step == "ask"


async def test_enter_never_leads_from_this_steps_facts_to_later_ones(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION[:-1], "f", "2", "enter")
        assert not d.desk.entry.active
        await d.press("f")
        assert d.desk.entry.text == "Message privé"
        await d.press("enter")
        assert not d.desk.entry.active


async def test_a_recorded_fact_is_reached_by_tab_and_corrected(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION, "f")
        for text in ("Zoé", "zoe@example.com"):
            await d.type(text)
            await d.press("enter")
        await d.press("shift+tab", "shift+tab")
        assert d.desk.entry.text == "Zoé"
        await d.type("Léa")
        await d.press("enter")
        assert d.fact("customer_name") == "Léa"
        assert d.desk.entry.field == "customer_phone", "on to what is still open"


async def test_a_form_goes_to_the_line_at_fault_and_keeps_every_text(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", "p", "down")
        await d.type("demain 9h")
        await d.press("enter")
        d.shows("!" if d.last_row.startswith("!") else "Motif", "demain 9h")
        assert d.app.screen.focused is d.app.screen.query(Field).first()
        await d.type("rappel")
        await d.press("enter", "enter")
        assert d.app.session is None


@pytest.mark.parametrize(
    ("text", "role"), [("3", "field"), ("13", "field"), ("Terr", "field"), ("2", "hotline")]
)
async def test_the_role_of_an_agent_is_a_digit_or_a_name(
    tmp_path: Path, text: str, role: str
) -> None:
    async with desk(tmp_path) as d:
        await d.press("s")
        await d.type("ajouter")
        await d.press("enter")
        await d.type("Li Qiang")
        await d.press("enter")
        await d.type("LQ")
        await d.press("enter")
        assert "social" not in [field.value for field in d.app.screen.query(Field)]
        await d.type(text)
        await d.press("enter", "enter")
        assert d.app.settings.current.agent.role == role
