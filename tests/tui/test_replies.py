"""An agent answers in his own words: begun with the phrase, measured, copied, kept or refused."""

from pathlib import Path

import pytest

from lenovo_desk.tui.desk.reply_editor import ReplyEditor
from lenovo_desk.tui.kit.lines import Lines
from tests.tui.driver import Driver, crash, desk
from tests.tui.own_words import own_library
from tests.tui.scenes import DELAYED, LINK, PUBLIC

pytestmark = pytest.mark.slow

CHILD = "这种问题连小孩子都会"


def label(d: Driver) -> str:
    """Return what stands above the editor; above the line while that asks where."""
    if not isinstance(d.desk.entry, ReplyEditor):
        return " ".join(d.rows[-3].split())
    head = d.desk.editor.query_one("#reply-head", Lines)
    return " ".join(head.render_line(0).text.strip(" ▌▏").split())


def doubted(d: Driver) -> list[str]:
    """Return the words that are underlined."""
    field = d.desk.editor.input
    return [field.value[start:end] for start, end in field.marks]


async def clear(d: Driver) -> None:
    """Empty the line."""
    await d.press("ctrl+u")


async def test_a_reply_begins_with_the_phrase_in_view_and_is_copied_and_kept(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        await d.press(*DELAYED, "r")
        assert label(d) == "PUBLIC visible par tous · votre réponse 241 sur 280"
        assert d.desk.entry.text.startswith("Bonjour, nous regrettons")
        d.shows("Client satisfait", "PUBLIC", "visible par tous", "copier et garder")
        await d.type(" Merci.")
        assert label(d) == "PUBLIC visible par tous · votre réponse 248 sur 280"
        await d.press("enter")
        [reply] = d.case.replies
        assert d.clipboard == reply.text
        assert reply.text.endswith("com Merci. ^AL")
        assert (reply.via, reply.language, reply.phrase) == ("public", "fr", "delayed_support")
        assert d.last_row == "Réponse gardée. Envoyé au terminal."
        assert not d.desk.entry.active
        event = d.events()[-1]
        assert event["event"] == "ReplyWritten"
        assert "regrettons" not in str(event), "always sealed"
        assert d.step == "delayed_support", "nothing moved"


async def test_a_phrase_with_a_gap_is_no_beginning(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*LINK, "r")
        assert d.desk.entry.text == ""
        assert label(d) == "PUBLIC visible par tous · votre réponse 0 sur 280"
        await d.type("Merci !")
        await d.press("enter")
        assert (d.case.replies[0].text, d.case.replies[0].phrase) == ("Merci ! ^AL", "")


async def test_without_a_written_phrase_the_channel_says_where_it_goes(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", "r")
        assert label(d).startswith("Où répondez-vous ?")
        d.shows("1 publication", "2 message privé")
        await d.press("2")
        assert label(d).endswith("[2 message privé]")
        await d.press("enter")
        assert label(d) == "PRIVÉ lu par le client seul · votre réponse 0 caractères"
        await d.press("escape", "r", "x", "enter", "1", "enter")
        assert label(d) == "PUBLIC visible par tous · votre réponse 0 sur 280"
        await d.press("escape", "r", "enter")
        assert not d.desk.entry.active, "Enter alone leaves"
        await d.press("r", "escape")
        assert not d.case.drafts
        await d.press("1", "r")
        assert label(d) == "PUBLIC visible par tous · votre réponse 0 sur 280"
        await d.press("escape", "b", "5", "r")
        assert label(d) == "PRIVÉ lu par le client seul · votre réponse 0 caractères"


async def test_a_text_message_shows_its_segments_and_begins_with_a_phrase_once_it_is_open(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, content=own_library(), language="zh") as d:
        await d.press(*DELAYED, "plus")
        await d.type("风波")
        await d.press("enter", "v", "v", "r")
        assert d.desk.entry.text == "", "a locked phrase is no beginning"
        assert label(d) == "短信 回复 0条短信，0字"
        await d.press("escape", "f")
        await d.type("李律师")
        await d.press("enter", "r")
        assert d.desk.entry.text == "请稍等。"
        assert label(d) == "短信 回复 1条短信，4字"
        await d.press("enter")
        assert d.case.replies[0].phrase == "texted"


async def test_a_post_that_is_too_heavy_is_warned_of_and_goes_out(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "r")
        await d.paste(" et merci encore de votre patience, vraiment")
        d.shows("285 sur 280", "! Trop long pour une publication.")
        await d.press("enter")
        assert len(d.case.replies) == 1


async def test_it_is_held_against_the_rules_and_keeps_its_flags(tmp_path: Path) -> None:
    async with desk(tmp_path, content=own_library(), language="zh", size=(100, 30)) as d:
        await d.press(*DELAYED, "r")
        await clear(d)
        await d.type(CHILD)
        await d.seconds(1)
        assert label(d) == "公开 所有人可见 · 回复 24/280"
        assert doubted(d) == [CHILD]
        d.shows(f"! 像禁语“{CHILD}”", "Tab 我跟您一起看一下。")
        await d.press("enter")
        assert d.case.replies[0].flags == ("child_could",)
        assert d.last_row == "回复已存入个案。已发送到终端。"


async def test_what_is_personal_is_refused_in_public_in_words_and_stays_a_draft(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "r")
        await clear(d)
        await d.type("Merci M. Dupont !")
        await d.seconds(1)
        assert doubted(d) == ["M. Dupont"]
        d.shows("! « M. Dupont » (nom) est une donnée", "Tab Merci !")
        await d.press("enter")
        assert d.message.startswith("! « M. Dupont » (nom) est une donnée personnelle")
        assert d.desk.entry.text == "Merci M. Dupont ! ^AL", "nothing typed is lost"
        assert d.clipboard == ""
        await d.seconds(1)
        assert d.case.drafts["reply"] == "Merci M. Dupont ! ^AL"
        crash(d)
    async with desk(tmp_path) as d:
        await d.press("up", "enter", "r", "enter")
        assert "M. Dupont" in d.message
        await d.press("tab")
        assert d.desk.entry.text == "Merci ! ^AL"
        d.hides("M. Dupont")
        await d.press("ctrl+z")
        assert d.desk.entry.text == "Merci M. Dupont ! ^AL", "it can be had back"
        await d.press("tab", "enter")
        assert d.case.replies[0].text == "Merci ! ^AL"
        assert not d.case.drafts


async def test_the_handle_is_public_and_what_is_left_out_is_said_neutrally(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", "f", "2")
        await d.type("zoe_lh")
        await d.press("enter", "escape", *DELAYED[1:], "r")
        await clear(d)
        await d.type("Merci @Zoe_LH, nous appelons le zéro six douze 34 56 78.")
        await d.press("enter", "tab")
        assert d.desk.entry.text == (
            "Merci @Zoe_LH, nous appelons le numéro que vous nous avez indiqué. ^AL"
        )
        await d.press("enter")
        assert d.case.replies[0].text == d.clipboard
        assert "zéro" not in d.clipboard


async def test_a_public_phrase_whose_blank_names_somebody_is_opened_with_the_place_marked(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        await d.press(*PUBLIC, "2", "3", "1", "f")
        await d.type("https://www.lenovo.com/suivi?email=jean@mail.fr")
        await d.press("enter", "escape", "c")
        assert d.clipboard == ""
        assert "(lien vers des données" in d.last_row
        assert d.desk.entry.active
        assert not d.case.used
        await d.press("tab")
        assert "jean" not in d.desk.entry.text
        await d.press("enter")
        assert "jean" not in d.clipboard
        assert d.clipboard == d.case.replies[0].text


async def test_an_untouched_phrase_is_no_draft_and_a_changed_one_is(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "r")
        await d.seconds(2)
        await d.press("escape")
        assert not d.case.drafts
        assert "FieldDrafted" not in {event["event"] for event in d.events()}
        await d.press("r")
        await d.type("!")
        await d.press("escape", "b", "2", "r")
        assert d.desk.entry.text.endswith("com! ^AL"), "what was typed waits wherever the case goes"
        await clear(d)
        await d.press("enter")
        assert not d.case.drafts, "an emptied line is no draft"
        assert not d.case.replies
        await d.press("r")
        assert d.desk.entry.text != ""


async def test_letters_digits_tab_and_arrows_do_nothing_but_type(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED)
        await d.mash("r", *"1ircx", "tab", "down", "up")
        assert d.desk.entry.text.endswith("1ircx ^AL")
        assert d.desk.entry.field == "reply"
        assert d.step == "delayed_support"


async def test_an_empty_reply_closes_the_line(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", "r", "enter")
        assert not d.desk.entry.active
        assert not d.case.replies


async def test_it_is_in_the_summary_the_log_and_the_record(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*PUBLIC, "4", "r")
        await clear(d)
        await d.type("Un grand merci à vous [x]")
        await d.press("enter", "1")
        d.shows("Dit ou envoyé", "publication : Un grand merci à vous [x]")
        await d.press("enter", "g", "enter")
        d.shows("Réponses libres", "publication : Un grand merci à vous [x]")
        [row] = d.log()
        assert row["replies"][0]["text"] == "Un grand merci à vous [x] ^AL"
        assert (row["figures"]["replies"], row["figures"]["flagged"]) == (1, 0)
        await d.press("e")
        for _ in range(6):
            if "texte libre" in d.flowing:
                break
            await d.press("pagedown")
        d.shows("publication · texte libre", "Un grand merci à vous [x]")


async def test_a_log_older_than_replies_is_shown(tmp_path: Path) -> None:
    from lenovo_desk.tui.log.closed_cases import record_page

    async with desk(tmp_path) as d:
        await d.press(*PUBLIC, "4", "1", "escape", "n", "escape", "1", "enter")
        [row] = d.log()
        del row["replies"]
        row["schema"] = 1
        assert any("Client remercié" in text for text, _ in record_page(d.app, row))


@pytest.mark.parametrize(("language", "said"), [
    ("fr", "Rien par écrit avant « Accord du juridique »."),
    ("zh", "记录“法务同意”之前，请勿以文字形式答复客户。"),
    ("en", 'Nothing in writing before "Cleared by" is recorded.'),
])  # fmt: skip
async def test_an_embargo_is_said_and_lifted_in_the_words_of_its_flow(
    tmp_path: Path, language: str, said: str
) -> None:
    async with desk(tmp_path, content=own_library(), language=language, size=(100, 30)) as d:
        await d.press(*DELAYED, "plus")
        await d.type({"fr": "tempête", "zh": "风波", "en": "storm"}[language])
        await d.press("enter")
        assert d.step == "raise"
        d.shows(said[:50])
        await d.press("c")
        assert d.last_row == f"! {said}"
        await d.press("r")
        assert d.last_row == f"! {said}"
        assert not d.desk.entry.active
        back = next(n for n, o in enumerate(d.desk.view.offers, 1) if o.id == ")")
        await d.press(str(back))
        assert d.step == "delayed_support"
        d.shows(said[:50])
        await d.press("c")
        assert d.last_row == f"! {said}", "it holds in the flow around"
        assert d.clipboard == ""
        await d.press("r")
        assert d.last_row == f"! {said}"
        await d.press("plus")
        await d.type({"fr": "tempête", "zh": "风波", "en": "storm"}[language])
        await d.press("enter", "f")
        await d.type("Me Li, 14 h")
        await d.press("enter", "r")
        assert d.desk.entry.active, "recorded, it is lifted"
