"""The reply as an editor: signed at its end, wrapped, measured; whatever is typed or pasted."""

from pathlib import Path

import pytest

from lenovo_desk.tui.kit.editing.editor import Editor
from lenovo_desk.tui.kit.text_layout import typed_lines
from tests.tui.driver import Driver, desk
from tests.tui.scenes import DELAYED

pytestmark = pytest.mark.slow

FAMILY = "👨\u200d👩\u200d👧"
RULE = "C’est la règle, c’est comme ça"


def editor(d: Driver) -> Editor:
    """Return the editor."""
    return d.desk.editor.input


async def private(d: Driver) -> None:
    """Open a private reply without a phrase."""
    await d.press("1", "r", "2", "enter")


async def public(d: Driver, text: str = "") -> None:
    """Open a public reply and put a text in place of the phrase."""
    await d.press(*DELAYED, "r", "ctrl+u")
    if text:
        await d.paste(text)


async def test_it_stands_where_the_phrase_stood_with_title_ways_and_keys(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "r")
        rows = d.rows
        title = next(at for at, row in enumerate(rows) if "Obtenir le numéro" in row)
        assert "PUBLIC" in rows[title + 2]
        assert rows[title + 3].startswith(" ▌   Bonjour, nous regrettons")
        d.shows("^AL signature comptée", "1 Client satisfait", "4 Le client écrit en privé")
        d.shows("Entrée copier et garder", "Échap")
        assert sum("Bonjour, nous regrettons" in row for row in rows) == 1


@pytest.mark.parametrize("size", [(100, 30), (140, 45)])
async def test_with_room_beside_the_phrase_stays_in_view(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, size=size) as d:
        await public(d, "Merci !")
        d.shows("Merci !", "nous regrettons")


async def test_the_signature_stays_at_the_end_until_it_is_taken_off(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await public(d, "Bonjour")
        await d.type(" à vous")
        assert d.desk.entry.text == "Bonjour à vous ^AL"
        d.shows("18 sur 280")
        await d.press("delete")
        assert d.desk.entry.text == "Bonjour à vous"
        d.hides("signature comptée")
        await d.press("ctrl+z")
        assert d.desk.entry.text == "Bonjour à vous ^AL"
        await d.type(" ^AL")
        assert d.desk.entry.text == "Bonjour à vous ^AL", "it is never doubled"
        await d.press("enter")
        assert d.case.replies[0].text == "Bonjour à vous ^AL" == d.clipboard


async def test_a_draft_without_signature_is_opened_without(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await public(d, "Bonjour")
        await d.press("delete", "escape", "r")
        assert d.desk.entry.text == "Bonjour"
        await d.press("enter", "r")
        assert d.desk.entry.text.endswith("^AL"), "the next one begins anew"


@pytest.mark.parametrize("key", ["ctrl+j", "shift+enter", "alt+enter", "ctrl+enter"])
async def test_a_private_reply_has_paragraphs_and_a_post_has_one(tmp_path: Path, key: str) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        await private(d)
        d.shows("Ctrl+J à la ligne")
        await d.type("Bonjour,")
        await d.press(key, key)
        await d.type("Merci.")
        assert not d.case.replies
        await d.press("enter")
        assert d.case.replies[0].text == "Bonjour,\n\nMerci." == d.clipboard
        await d.press("1", "r", "ctrl+u")
        await d.type("Un")
        await d.press(key)
        await d.type(" deux")
        assert not d.case.replies[1:]
        assert "\n" not in d.desk.entry.text


async def test_paragraphs_are_in_summary_log_and_record(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("4", "r", "ctrl+u")
        if d.desk.editor.via != "private":
            await d.press("escape", "b", "5", "r", "ctrl+u")
        await d.paste("Premier point.\n\nSecond point.\r\nTroisième.")
        await d.press("enter")
        assert d.case.replies[0].text == "Premier point.\n\nSecond point.\nTroisième."
        await d.press("s")
        for part in ("Premier point.", "Second point.", "Troisième."):
            d.shows(part)


async def test_pasted_lines_become_one_paragraph_in_public(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await public(d, "Un\r\ndeux\n\n\x07trois\t!")
        assert d.desk.entry.text == "Un deux trois ! ^AL"


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (100, 30), (140, 45)])
@pytest.mark.parametrize("text", ["mot " * 500, "很抱歉" * 700, "x" * 2000, FAMILY * 200])
async def test_a_long_paste_leaves_title_and_keys_in_view(
    tmp_path: Path, size: tuple[int, int], text: str
) -> None:
    async with desk(tmp_path, size=size) as d:
        await public(d, text)
        await d.seconds(1)
        d.shows("Obtenir le numéro", "Entrée")
        assert 1 <= editor(d).size.height <= 10
        assert editor(d).text == text.rstrip() or editor(d).text == text
        last = editor(d).region
        assert last.y <= editor(d).cursor_screen_offset.y < last.bottom, "the cursor is in view"
        await d.press("enter")
        assert bool(d.case.replies) == (len(text) <= 4000)


@pytest.mark.parametrize(
    ("text", "left"),
    [(FAMILY, ""), (f"a{FAMILY}", "a"), ("e\u0301", ""), ("👍🏽", ""), ("您好", "您")],
)
async def test_backspace_takes_a_character_as_a_reader_counts_them(
    tmp_path: Path, text: str, left: str
) -> None:
    async with desk(tmp_path) as d:
        await public(d, text)
        await d.press("backspace")
        assert editor(d).text == left
        await d.press("ctrl+z")
        await d.press("left", "x")
        assert editor(d).text.startswith(f"{left}x")


async def test_keys_edit_within_and_undo(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await public(d, "un deux trois")
        await d.press("home", "X", "end", "Y", "ctrl+left", "Z")
        assert editor(d).text == "Xun deux ZtroisY"
        await d.press("ctrl+k", "ctrl+u")
        assert editor(d).text == ""
        await d.press("ctrl+z")
        assert "deux" in editor(d).text
        await d.press("end", "ctrl+u", "enter")
        assert not d.desk.entry.active
        assert not d.case.replies


async def test_a_resize_while_typing_keeps_text_cursor_and_place(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(140, 45)) as d:
        await public(d, f"{'mot ' * 40}fin")
        for size in ((80, 24), (60, 18), (40, 10), (100, 30), (140, 45)):
            await d.resize(*size)
            await d.type("!")
            area = editor(d).region
            assert area.y <= editor(d).cursor_screen_offset.y < area.bottom
        assert d.desk.entry.text == f"{'mot ' * 40}fin!!!!! ^AL"


async def test_words_are_looked_at_after_the_key_and_their_marks_move_with_them(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        await public(d, f"Bonjour. {RULE} : voyez le 06 39 98 12 45.")
        assert editor(d).marks == (), "no key waits for it"
        await d.seconds(1)
        words = [editor(d).text[start:end] for start, end in editor(d).marks]
        assert words == ["06 39 98 12 45", RULE]
        editor(d).move_cursor((0, 0))
        await d.press("O", "h", " ")
        assert [editor(d).text[start:end] for start, end in editor(d).marks] == words
        await d.seconds(1)
        await d.press("tab")
        assert "06" not in editor(d).text
        await d.press("tab")
        assert RULE not in editor(d).text
        assert "regardons ensemble ce qui est possible : voyez" in editor(d).text
        assert editor(d).marks == ()
        await d.press("ctrl+z", "ctrl+z")
        assert RULE in editor(d).text
        assert "06 39 98 12 45" in editor(d).text


async def test_enter_judges_what_was_not_looked_at_yet(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await public(d)
        await d.mash(*"Au 06 39 98 12 45", "enter")
        assert not d.case.replies
        assert d.clipboard == ""
        assert editor(d).marks
        assert d.message.startswith("!")


async def test_typed_at_once_it_is_as_typed_slowly(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.mash(*DELAYED, "r", "ctrl+u", *"Merci à vous", "enter")
        assert [reply.text for reply in d.case.replies] == ["Merci à vous ^AL"]
        assert d.step == "delayed_support"


@pytest.mark.parametrize(
    "text", ["a b " * 90, "您好，很抱歉。" * 30, "x" * 300, " " * 200 + "a", "é" * 99]
)
@pytest.mark.parametrize("width", [8, 30, 72])
def test_lines_put_together_are_the_text_and_fit(text: str, width: int) -> None:
    from rich.cells import cell_len

    lines = typed_lines(text, width)
    assert "".join(lines) == text
    assert all(cell_len(line.rstrip()) <= width or not line[:width].strip() for line in lines)
