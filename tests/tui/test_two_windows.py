"""Two windows on one data folder while something is owed, signed or changed in the settings."""

from pathlib import Path

import pytest

from lenovo_desk.core.model.events import PhraseCopied
from tests.full_disk import full_disk
from tests.tui.driver import Driver, desk, desk_clock
from tests.tui.left_case import OWED, leave
from tests.tui.scenes import DELAYED

pytestmark = pytest.mark.slow

SIZE = (140, 45)


def tail(d: Driver, case: str) -> list[tuple[str, str]]:
    """Return what was done last in a case, and by whom, as its journal tells it."""
    _, events = d.app.store.history(case)
    return [(type(event.act).__name__, event.by) for event in events[-3:]]


async def sign_again(d: Driver) -> None:
    """Tick every box of the step, what is owed last."""
    await d.press(*["space"] * len(d.desk.view.items))


async def test_what_is_owed_is_given_in_one_window_at_a_time(tmp_path: Path) -> None:
    clock = desk_clock()
    leave(tmp_path, clock, "case1", "complaint", OWED)
    async with desk(tmp_path, clock=clock, language="zh", size=SIZE) as a:
        await a.press("up", "enter")
        before = a.app.store.history("case1")[1]
        async with desk(tmp_path, clock=clock, language="zh", size=SIZE) as b:
            await b.press("up", "enter")
            assert b.app.session is None
            assert b.last_row.startswith("!")
            assert b.app.store.history("case1")[1] == before, "nothing is written from there"
            await a.press("p")
            await a.type("等客户")
            await a.press("enter")
            await a.type("+2h")
            await a.press("enter")
            assert a.app.session is None
            b.app.home.look_again()
            await b.press("enter")
            b.shows("需重新确认", "李静")
            await sign_again(b)
            b.hides("需重新确认")
            assert tail(b, "case1")[-1] == ("ItemTicked", "ana")
            await a.press("enter")
            assert a.app.session is None
            assert a.last_row.startswith("!")


async def test_who_signs_is_who_was_chosen_in_the_other_window(tmp_path: Path) -> None:
    clock = desk_clock()
    leave(tmp_path, clock, "case1", "complaint", OWED)
    async with desk(tmp_path, clock=clock, language="zh", size=SIZE) as a:
        await a.press("up", "enter")
        async with desk(tmp_path, clock=clock, language="zh", size=SIZE) as b:
            await b.press("a")
            b.shows("Bo (BW)")
        await a.seconds(1)
        await sign_again(a)
        assert tail(a, "case1")[-1] == ("ItemTicked", "bo")
        assert a.app.store.history("case1")[1][-1].consents[0].what == "stands"
        assert ("DeskChanged", "bo") in [
            (type(event.act).__name__, event.by) for event in a.app.store.history("case1")[1]
        ]


async def test_an_agent_chosen_while_the_disk_is_full_signs_once_there_is_room(
    tmp_path: Path,
) -> None:
    clock = desk_clock()
    leave(tmp_path, clock, "case1", "complaint", OWED)
    async with desk(tmp_path, clock=clock, language="zh", size=SIZE) as a:
        await a.press("up", "enter")
        async with desk(tmp_path, clock=clock, language="zh", size=SIZE) as b:
            await b.press("a")
        count = len(a.app.store.history("case1")[1])
        with full_disk():
            await a.seconds(2)
            await a.press("space")
            assert a.last_row.startswith("!")
            assert not any(item.ticked for item in a.desk.view.items)
            assert len(a.app.store.history("case1")[1]) == count
        await a.seconds(1)
        await sign_again(a)
        assert tail(a, "case1")[-1] == ("ItemTicked", "bo")
        a.hides("需重新确认")


async def test_a_form_in_front_is_sent_off_by_who_was_chosen_meanwhile(tmp_path: Path) -> None:
    clock = desk_clock()
    leave(tmp_path, clock, "case1", "complaint", OWED)
    async with desk(tmp_path, clock=clock, language="zh", size=SIZE) as a:
        await a.press("up", "enter", "p")
        await a.type("等客户")
        before = a.screen_text()
        async with desk(tmp_path, clock=clock, language="zh", size=SIZE) as b:
            await b.press("a")
        await a.seconds(2)
        assert a.screen_text() == before, "the form is as it was"
        await a.press("enter")
        await a.type("+2h")
        await a.press("enter")
        assert tail(a, "case1")[-1] == ("CaseParked", "bo")
        [summary] = a.app.store.unfinished()
        assert (summary.agent, summary.reason) == ("bo", "等客户")


async def test_a_link_changed_in_the_other_window_fills_the_blank_in_view(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await a.press(*DELAYED)
        a.shows("https://support.example.com ^AL")
        async with desk(tmp_path, clock=a.clock) as b:
            await b.press("a")
            b.app.set_up("support_link", "https://aide.example.com")
        await a.seconds(1)
        a.shows("https://aide.example.com ^BW")
        await a.press("c")
        _, events = a.app.store.history(a.case.id)
        act = events[-1].act
        assert isinstance(act, PhraseCopied)
        assert act.text.endswith("https://aide.example.com ^BW")
        assert (act.settings, events[-1].by) == (("support_link", "agent_initials"), "bo")


async def test_a_journal_nobody_can_read_beside_it_hides_no_debt(tmp_path: Path) -> None:
    clock = desk_clock()
    leave(tmp_path, clock, "case1", "complaint", OWED)
    folder = tmp_path / "data" / "open"
    torn = (folder / "case1.jsonl").read_bytes()
    (folder / "case2.jsonl").write_bytes(torn.replace(b"FactRecorded", b"FactRecordex"))
    (folder / "case3.jsonl").mkdir()
    (folder / "notes of somebody.txt").write_text("buy milk", "utf-8")
    async with desk(tmp_path, clock=clock, language="zh", size=SIZE) as d:
        waiting = [summary.id for summary in d.app.home._cases]
        assert "case1" in waiting
        await d.press(*["up"] * (len(waiting) - waiting.index("case1")), "enter")
        d.shows("需重新确认")
        await sign_again(d)
        d.hides("需重新确认")
        await d.press("ctrl+q")
    assert (folder / "notes of somebody.txt").read_text("utf-8") == "buy milk"
    assert (folder / "case2.jsonl").read_bytes() == torn.replace(b"FactRecorded", b"FactRecordex")


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "ouvert dans une autre fenêtre"), ("zh", "已在另一个窗口打开")]
)
async def test_a_case_live_in_another_window_is_said_to_be_there(
    tmp_path: Path, language: str, words: str
) -> None:
    async with desk(tmp_path, language=language, size=SIZE) as a:
        await a.press("1", "g", "1")
        async with desk(tmp_path, clock=a.clock, language=language, size=SIZE) as b:
            b.shows(words)
            b.hides("interrompu", "已中断")
            assert sum(words in row for row in b.rows[:-1]) == 2, "the one in view and the other"
            await b.press("d")
            b.shows(words)
            await b.press("enter")
            assert b.app.session is None
            assert b.last_row.startswith("!")
            assert "20261122-090000-case" in b.last_row
            await a.press("tab", "n", *"ici", "enter")
            assert a.case.notes, "nothing is in the way there"
            await a.press("x", *"fini", "enter")
            b.app.home.look_again()
            assert sum(words in row for row in b.rows[:-2]) == 1
            await a.press("ctrl+q")
            b.app.home.look_again()
            assert not any(words in row for row in b.rows[:-2])
            await b.press("up", "enter")
            assert b.app.session is not None


async def test_looking_whether_a_case_is_open_is_in_nobodys_way(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await a.press("1", "g")
        before = sorted(path.name for path in (a.data / "open").iterdir())
        async with desk(tmp_path, clock=a.clock) as b:
            for _ in range(3):
                assert [case.elsewhere for case in b.app.store.unfinished()] == [True]
                assert [case.elsewhere for case in a.app.store.unfinished()] == [False]
        assert sorted(path.name for path in (a.data / "open").iterdir()) == before
    assert [case.elsewhere for case in a.app.store.unfinished()] == [False]
