"""What is typed in free words is held against the rules of wording at once, and never blocked."""

import statistics
import time
from pathlib import Path

import pytest

from tests.tui.driver import desk, key_event
from tests.tui.own_words import own_library
from tests.tui.scenes import DELAYED, THANKED

pytestmark = pytest.mark.slow

CHILD = "这种问题连小孩子都会"
FRAME = 1 / 60


@pytest.mark.parametrize(
    ("language", "typed", "label", "hint"),
    [
        ("zh", "这种问题，连小孩都会。", f"备注 ! 像禁语“{CHILD}”", "! 可以说：我跟您一起看一下。"),
        ("zh", "这是常有的事情", "备注 ! 像应避免的做法“这是常有的事”", "! 可以说：我很理解。"),
        ("fr", "MEME UN ENFAN saurait le faire",
         "Note ! Proche d’une phrase interdite : « Même un enfant saurait le faire »",
         "! Dites plutôt : Regardons [ensemble]."),
        ("fr", CHILD, f"Note ! Proche d’une phrase interdite : « {CHILD} »",
         "! Dites plutôt : 我跟您一起看一下。"),
        ("en", CHILD, f'Note ! Like the forbidden "{CHILD}"', "! Say rather: 我跟您一起看一下。"),
    ],
)  # fmt: skip
async def test_a_note_says_what_it_is_like_and_what_to_say(
    tmp_path: Path, language: str, typed: str, label: str, hint: str
) -> None:
    async with desk(tmp_path, content=own_library(), language=language) as d:
        await d.press(*DELAYED, "n")
        await d.type(typed[:4])
        assert "!" not in d.rows[-3] + d.message
        await d.type(typed[4:])
        d.shows(label)
        assert d.rows[-2].strip() == typed
        assert d.last_row == hint


async def test_it_is_said_in_the_turn_of_the_key_and_unsaid_in_that_of_another(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, content=own_library(), language="zh") as d:
        await d.press(*DELAYED, "n")
        await d.type(CHILD[:-2])
        entry, hints = d.desk.entry, d.desk.panes._lines["message"]
        painted: list[str] = []
        d.app.post_display_hook = lambda: painted.append(hints.render_line(0).text)  # type: ignore[method-assign]
        for char in CHILD[-2:]:
            entry.input.take(key_event(char))  # no turn of the loop lies between
        assert "可以说" in hints.render_line(0).text
        assert "可以说" in painted[-1], "it has been written to the terminal"
        entry.input.action_delete_left_all()
        assert "可以说" not in hints.render_line(0).text
        await d.settle()


async def test_nothing_typed_is_blocked_and_the_note_keeps_its_flags(tmp_path: Path) -> None:
    async with desk(tmp_path, content=own_library(), language="zh") as d:
        await d.press(*DELAYED, "n")
        text = f"客户说：{CHILD}。这是常有的事。Même un enfant, abc 123"
        await d.type(text)
        d.shows("(+1)")
        await d.press("enter")
        note = d.case.notes[-1]
        assert note.text == text
        assert note.flags == ("child_could", "normal"), "each rule once, in the order of the text"
        assert d.last_row == "备注已保存。"
        assert d.events()[-1]["flags"] == ["child_could", "normal"]
        assert CHILD not in str(d.events()[-1]), "the text is sealed, the flags are not"
        await d.press("n")
        await d.type("客户很满意")
        await d.press("enter")
        assert d.case.notes[-1].flags == ()


async def test_a_draft_is_read_again_when_the_line_opens(tmp_path: Path) -> None:
    async with desk(tmp_path, content=own_library(), language="zh") as d:
        await d.press(*DELAYED, "n")
        await d.paste(CHILD)
        await d.press("escape")
        d.hides("像禁语")
        await d.press("n")
        d.shows("像禁语", "可以说")
        await d.press("escape", "f", "escape")
        d.hides("像禁语", "可以说")


async def test_a_fact_is_not_held_against_rules(tmp_path: Path) -> None:
    async with desk(tmp_path, content=own_library(), language="zh") as d:
        await d.press("1", "f", "tab")
        await d.type(CHILD)
        d.hides("像禁语", "可以说")


async def test_last_notes_are_told_as_well_and_closed_all_the_same(tmp_path: Path) -> None:
    async with desk(tmp_path, content=own_library(), language="zh") as d:
        await d.press(*THANKED)
        await d.type(f"客户说{CHILD}")
        assert " ".join(d.rows[-3].split()).endswith(f"! 像禁语“{CHILD}”")
        assert d.last_row == "! 可以说：我跟您一起看一下。"
        await d.press("backspace", "backspace", "backspace")
        d.hides("像禁语", "可以说")
        await d.type(CHILD[-3:])
        await d.press("enter")
        assert d.log()[0]["closing_notes"] == f"客户说{CHILD}"
        assert d.log()[0]["figures"]["flagged"] == 0


async def test_at_40x10_the_hint_is_in_view(tmp_path: Path) -> None:
    async with desk(tmp_path, content=own_library(), language="zh", size=(40, 10)) as d:
        await d.press(*DELAYED, "n")
        await d.type(CHILD)
        d.shows("像禁语", "可以说：我跟您一起看一下", CHILD)


@pytest.mark.parametrize("key", ["n", "r"])
async def test_a_key_in_a_long_text_stays_well_within_a_frame(tmp_path: Path, key: str) -> None:
    """Processor time from the key to the end of its turn; 500 characters are there already."""
    long = "您好，非常抱歉给您带来不便，我们已经收到您的反馈，会尽快安排工程师与您联系。" * 13
    async with desk(tmp_path, content=own_library(), language="zh") as d:
        await d.press(*DELAYED, key)
        await d.paste(long[:500])
        spent = []
        for char in "请您放心" + CHILD + "，我们一起看。":
            began = time.process_time()
            await d.desk.entry.input.receive(key_event(char))
            spent.append(time.process_time() - began)
            await d.settle()
        assert statistics.median(spent) < FRAME / 2
