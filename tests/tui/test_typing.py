"""An agent who types: facts, notes, drafts, pastes, and what is wrong with them."""

from pathlib import Path

import pytest

from lenovo_desk.core.text import clean_line
from lenovo_desk.tui.kit.pages.form import Form
from tests.shipped_content import library
from tests.tui.driver import CASE, crash, desk, desk_clock
from tests.tui.scenes import DELAYED, ESCALATION, FILE, PUBLIC, THANKED

pytestmark = pytest.mark.slow

HOSTILE = '[/x] [@click=app.quit] "quotes" \u202eabc\u2066 [PF3ABCD1] \\[b] ]'
TAME = '[/x] [@click=app.quit] "quotes" abc [PF3ABCD1] \\[b] ]'


async def test_f_fills_the_facts_one_after_another(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION, "f")
        for text in ("Zoé", *FILE, "EMEA-1"):
            await d.type(text)
            await d.press("enter")
        assert not d.desk.entry.active, "after the last fact the line closes"
        assert d.fact("customer_phone") == "+33612345678"
        assert d.fact("product_line") == "think"
        assert d.fact("customer_service_number") == "CS-1234567"


async def test_a_wrong_value_is_said_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION, "f")
        await d.type("Zoé")
        await d.press("enter")
        await d.type("zoe@")
        await d.press("enter")
        d.shows("E-mail : ce n’est pas une adresse e-mail", "zoe@")
        await d.type("example.com")
        await d.press("enter")
        d.hides("ce n’est pas une adresse")
        assert d.fact("customer_email") == "zoe@example.com"
        await d.type("12")
        await d.press("enter")
        d.shows("ce n’est pas un numéro de téléphone")
        await d.press("escape")
        assert d.fact("customer_phone") is None
        await d.press("f")
        d.shows("12")


@pytest.mark.parametrize(
    ("keys", "typed", "said"),
    [
        ((*DELAYED, "4", "f", "up"), "ab?!", "lettres, chiffres ou tirets"),
        ((*PUBLIC, "1", "2", "2", "f"), "hier ou avant-hier", "date non reconnue"),
        ((*PUBLIC, "1", "2", "2", "f", "up"), "hier", "à choisir parmi"),
    ],
)
async def test_every_kind_of_fact_says_what_is_wrong(
    tmp_path: Path, keys: tuple[str, ...], typed: str, said: str
) -> None:
    async with desk(tmp_path) as d:
        await d.press(*keys)
        await d.type(typed)
        await d.press("enter")
        d.shows("!", said, typed)


async def test_a_digit_shows_an_option_and_enter_records_it(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", "f")
        d.shows("2 Facebook").hides("[2 Facebook]")
        await d.press("2")
        d.shows("[2 Facebook]")
        assert d.desk.entry.text == "Facebook"
        assert d.fact("social_triage.network") is None
        await d.press("enter")
        assert d.fact("social_triage.network") == "facebook"
        d.shows("Compte du client")
        assert d.step == "read_post", "the digit chose nothing else"


async def test_tab_goes_to_the_next_fact_and_keeps_what_is_typed(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION, "f")
        await d.type("Zoé")
        await d.press("tab")
        await d.type("zoe@")
        await d.press("shift+tab")
        assert d.desk.entry.text == "Zoé"
        await d.press("tab")
        assert d.desk.entry.text == "zoe@"


async def test_what_is_typed_is_on_disk_within_two_seconds(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", "n")
        await d.type("à moitié")
        await d.seconds(2)
        assert d.events()[-1]["event"] == "FieldDrafted"
        assert d.case.drafts["note"] == "à moitié"


async def test_a_crash_costs_two_seconds_of_typing_and_no_step(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION, "f")
        await d.type("Zo")
        await d.seconds(2)
        await d.type("é")
        crash(d)
    async with desk(tmp_path) as d:
        d.shows("interrompu", "Escalade")
        await d.press("up", "enter")
        assert d.step == "enter"
        await d.press("f")
        assert d.desk.entry.text == "Zo"


@pytest.mark.parametrize("how", ["a crash", "quitting"])
async def test_last_notes_half_typed_are_there_after(tmp_path: Path, how: str) -> None:
    async with desk(tmp_path) as d:
        await d.press(*THANKED)
        await d.type("presque fini")
        if how == "a crash":
            await d.seconds(2)
            crash(d)
        else:
            await d.press("ctrl+q")
    async with desk(tmp_path) as d:
        await d.press("up", "enter", "1")
        d.shows("presque fini")
        await d.press("ctrl+u", "escape", "1")
        d.hides("presque fini")
        await d.press("enter")
        assert d.log()[0]["closing_notes"] == ""


@pytest.mark.parametrize("how", ["a crash", "quitting", "escape"])
async def test_reasons_half_typed_are_there_after(tmp_path: Path, how: str) -> None:
    clock = desk_clock()
    for key, said in (("p", "attend sa facture"), ("x", "a raccroché"), ("o", "fin de service")):
        async with desk(tmp_path / key, clock=clock) as d:
            await d.press(*DELAYED, key)
            await d.type(said)
            if how == "a crash":
                await d.seconds(2)
                crash(d)
            else:
                await d.press("ctrl+q" if how == "quitting" else "escape")
        async with desk(tmp_path / key, clock=clock) as d:
            await d.press("up", "enter", key)
            d.shows(said)


async def test_a_reason_that_was_given_is_no_draft_any_more(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "p")
        await d.type("attend sa facture")
        await d.seconds(2)
        await d.press("enter")
        await d.type("+2 h")
        await d.press("enter", "up", "enter", "p")
        d.shows("Motif").hides("attend sa facture")


async def test_a_passphrase_is_never_kept(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "o", "down", "down")
        await d.type("neuf oies volent")
        await d.seconds(2)
        await d.press("escape")
        assert not d.case.drafts


async def test_a_note_is_written_with_the_phrase_in_view(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        await d.press(*DELAYED, "n")
        await d.type("rappeler 123 ?")
        d.shows("Bonjour, nous regrettons", "Client satisfait")
        assert "garder la note" in d.last_row
        await d.press("enter")
        assert d.case.notes[-1].text == "rappeler 123 ?"
        assert d.step == "delayed_support", "digits typed chose nothing"
        d.shows("C’est noté.")


async def test_escape_leaves_the_line_and_keeps_the_draft(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", "n")
        await d.type("abc")
        await d.press("escape")
        assert not d.desk.entry.active
        await d.press("n")
        assert d.desk.entry.text == "abc"
        await d.press("backspace", "backspace", "backspace", "escape")
        assert not d.case.drafts.get("note"), "an emptied line is no draft"


async def test_a_long_paste_arrives_whole_and_harmless(tmp_path: Path) -> None:
    pasted = ("ligne\x1b]52;c;AAAA\x07 un\r\nligne\u202e deux\n\x9b31m" * 130)[:5000]
    async with desk(tmp_path) as d:
        await d.press("1", "n")
        await d.paste(pasted)
        assert d.desk.entry.text == clean_line(pasted)
        assert not set(d.screen_text()) & set("\x1b\x07\x9b\u202e")
        await d.press("enter")
        if d.desk.entry.active:
            d.shows("!")
            assert d.desk.entry.text == clean_line(pasted), "a refused text stays"
        else:
            assert d.case.notes[-1].text == clean_line(pasted)


async def test_a_paste_of_two_lines_into_a_fact_is_one_line(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION, "f")
        await d.paste("Zoé\nL’Hermite\n")
        await d.press("enter")
        assert d.fact("customer_name") == "Zoé L’Hermite"


async def test_no_letter_of_a_paste_is_a_command(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.paste("1\n2\n3")
        d.shows("1 2 3", "Quelle procédure")
        await d.press("escape", "1")
        await d.paste("1\n2\nx")
        d.shows("Rien dans ce message")
        await d.press("escape", "s")
        await d.paste("1\n2\nx")
        assert d.step == "read_post"


async def test_a_hostile_name_is_shown_harmlessly_everywhere(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(140, 45)) as d:
        await d.press(*PUBLIC, "f", "escape", "f", "tab")
        await d.paste(HOSTILE)
        await d.press("enter", "escape")
        d.shows(TAME)
        await d.press("n")
        await d.paste(HOSTILE)
        await d.press("enter")
        d.shows(TAME)
        await d.press("4", "slash")
        await d.paste(HOSTILE)
        d.shows(TAME)
        await d.press("escape", "p")
        await d.paste(HOSTILE)
        await d.press("enter")
        await d.type("demain 9h")
        await d.press("enter")
        d.shows(TAME[:20])
        await d.press("up", "enter", "1")
        await d.paste(HOSTILE)
        d.shows(TAME)
        await d.press("enter", "g")
        d.shows(TAME)
        await d.press("enter")
        d.shows(TAME)
        assert d.log()[0]["closing_notes"] == TAME


async def test_a_hostile_agent_name_is_shown_harmlessly(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("s")
        await d.type("ajouter")
        await d.press("enter")
        await d.paste("[/x] [@click=app.quit] é")
        await d.press("enter")
        await d.type("[/x]")
        d.shows("[/x] [@click=app.quit] é")
        while isinstance(d.app.screen, Form):
            await d.press("enter")
        await d.press("escape", "escape")
        assert d.app.screen is d.app.home
        d.shows("[/x] [@click=app.quit] é ([/x])")
        await d.press("s")
        d.shows("[/x] [@click=ap")


async def test_text_typed_while_the_terminal_is_resized_stays(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "n")
        await d.type("avant ")
        for size in ((40, 10), (140, 45), (61, 17), (80, 24)):
            await d.resize(*size)
            await d.type("x")
        d.shows("avant xxxx")
        await d.press("enter")
        assert d.case.notes[-1].text == "avant xxxx"


async def test_everything_can_be_typed_at_40x10(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(40, 10)) as d:
        await d.press(*ESCALATION, "f")
        await d.type("Zoé")
        d.shows("Nom", "Zoé")
        await d.press("enter", "escape", "n")
        await d.type("petit")
        await d.press("enter", "p")
        await d.type("attend")
        await d.press("enter")
        await d.type("demain 9h")
        d.shows("attend", "demain 9h")
        await d.press("enter", "down")
        d.shows(CASE.format(0)[-5:].upper())


async def test_a_form_tells_all_it_has_to_tell_at_40x10(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(40, 10), language="zh") as d:
        await d.press(*DELAYED, "o")
        d.shows("在这里随即结束，不计入完成", "不要和文件一起发送")
        await d.press("enter", "enter")
        await d.type("eight888")
        await d.press("enter", "enter")
        d.shows("两次输入的口令不一致")


async def test_a_fact_of_the_flow_around_is_named_in_the_language_of_the_screen(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, language="zh") as d:
        await d.press("7", "plus")
        await d.type("危机")
        await d.press("enter", "slash")
        await d.type("维修单")
        await d.press("enter")
        await d.type("é?")
        await d.press("enter")
        d.shows("应为4至30位字母、数字或连字符")
        d.hides("Work order")


TRIGGERS = ("9", "f")


@pytest.mark.parametrize("language", ["zh", "fr"])
async def test_every_option_of_a_fact_is_in_view_while_it_is_filled(
    tmp_path: Path, language: str
) -> None:
    async with desk(tmp_path, language=language) as d:
        await d.press(*TRIGGERS)
        options = library().book("crisis", language).options["triggers"].values()
        d.shows(*(f"{number} {option}" for number, option in enumerate(options, start=1)))
        d.shows(d.desk.view.offers[-1].title, d.desk.view.phrases[0].text)
        await d.resize(40, 10)
        d.shows("…", d.desk.view.offers[0].title[:20])
        await d.press("7", "enter", "7")
        assert d.fact("crisis.triggers") == ("lawyer",)


async def test_values_typed_one_by_one_are_taken_back_and_the_only_one_is_replaced(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await d.press(*TRIGGERS, "-", "enter")
        assert d.fact("crisis.triggers") is None
        await d.press("1", "enter", "3", "enter", "-", "enter")
        assert d.fact("crisis.triggers") == ("injury",)
        await d.press("-", "enter")
        assert "remplacera" in d.last_row
        assert d.fact("crisis.triggers") == ("injury",)
        await d.press("7", "enter")
        assert d.fact("crisis.triggers") == ("lawyer",)
        await d.press("2", "enter", "-", "enter", "-", "enter", "escape")
        d.desk.ask_fact("triggers")
        await d.press("2", "enter")
        assert d.fact("crisis.triggers") == ("lawyer", "national_media"), "left, so not replaced"


async def test_a_reference_that_does_not_exist_is_one_digit(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", "2", "1", "f")
        d.shows("0 Aucune")
        await d.type("0")
        await d.press("enter")
        assert d.fact("social_triage.mail_reference") == "none"
        d.shows("Aucune")
        await d.press("1")
        assert d.desk.view.step.id == "answer"


async def test_an_emptied_field_asks_and_a_second_enter_takes_the_value_out(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION, "f")
        await d.type("Zoé")
        await d.press("enter", "escape", *"/nom", "enter")
        d.shows("Zoé")
        await d.press(*["backspace"] * 3, "enter")
        d.shows("Encore Entrée : retirer")
        assert d.fact("customer_name") == "Zoé"
        await d.press("enter")
        d.shows("retiré")
        assert d.fact("customer_name") is None


async def test_a_choice_is_taken_out_by_a_hyphen_and_kept_by_anything_else(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION, "f")
        for text in ("Zoé", *FILE[:3], "1"):
            await d.type(text)
            await d.press("enter")
        assert d.fact("product_line") == "think"
        d.desk.ask_fact("product_line")
        await d.type("-")
        await d.press("enter")
        d.shows("Encore Entrée : retirer")
        await d.type("x")
        await d.press("backspace", "enter")
        assert d.fact("product_line") == "think", "it asks again"
        await d.press("enter")
        assert d.fact("product_line") is None
