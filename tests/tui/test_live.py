"""Several customers at once: the next one is a key away, and each case goes on by itself."""

from pathlib import Path

import pytest

from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Event
from lenovo_desk.tui.live_cases import MOST
from tests.full_disk import full_disk
from tests.tui.driver import Driver, crash, desk
from tests.tui.scenes import PUBLIC

pytestmark = pytest.mark.slow


async def second(d: Driver, *keys: str) -> None:
    """Go to Home and begin another case there."""
    await d.press("g", *(keys or ("1",)))


def acts(d: Driver, number: int) -> list[str]:
    return [event["event"] for event in d.events(number)]


async def test_tab_goes_round_the_live_cases_in_place(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*PUBLIC)
        first, step = d.case.id, d.step
        await second(d)
        await second(d, "2")
        third, screen = d.case.id, d.app.screen
        await d.press("tab")
        assert (d.case.id, d.step, d.app.screen) == (first, step, screen)
        await d.press("shift+tab")
        assert d.case.id == third
        await d.press("shift+tab", "shift+tab")
        assert d.case.id == first
        assert d.app.screen is screen, "no screen is mounted anew"
        d.shows(d.desk.view.title)


async def test_what_is_typed_ahead_goes_to_the_next_customer(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        await second(d)
        before = d.case
        d.clock.forward(1)
        await d.mash("tab", "1", "1", "n", *"bonjour", "enter", "tab")
        assert d.case.here.top == before.here.top
        assert not d.case.notes
        await d.press("tab")
        assert d.case.notes[-1].text == "bonjour"
        assert len(d.case.trail) == 3


async def test_the_hand_is_kept_a_case(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*PUBLIC, "down")
        assert d.desk.hand.cursor == 2
        await second(d)
        assert d.desk.hand.cursor == 0
        await d.press("tab")
        assert d.desk.hand.cursor == 2
        await d.press("g", "tab")
        assert d.desk.hand.cursor == 2


async def test_a_draft_is_there_after_a_round(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        await second(d)
        await d.press("tab", "n")
        await d.type("à demi écrit")
        await d.press("escape", "tab", "n")
        assert d.desk.entry.text == ""
        await d.type("l’autre")
        await d.press("escape", "tab", "n")
        assert d.desk.entry.text == "à demi écrit"
        await d.press("escape", "g", "tab", "n")
        assert d.desk.entry.text == "à demi écrit"


async def test_in_a_field_tab_stays_the_next_field(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        await second(d)
        case, d_acts = d.case.id, acts(d, 1)
        await d.press("n", "tab", "shift+tab")
        assert d.case.id == case
        assert acts(d, 1) == d_acts


async def test_with_one_case_tab_says_so_and_names_the_way_to_another(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        before = acts(d, 0)
        await d.press("tab")
        assert "seul client" in d.last_row
        assert " g " in d.last_row
        await d.press("shift+tab")
        assert "seul client" in d.last_row
        assert acts(d, 0) == before


async def test_each_case_counts_what_it_is_in_view(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.at_once("1")
        d.clock.forward(60)
        await d.at_once("g")
        d.clock.forward(1000)
        await d.at_once("1")
        d.clock.forward(30)
        await d.at_once("tab")
        d.clock.forward(15)
        await d.at_once("tab")
        cases = {live.id[-1]: live.session.case for live in d.app.live.cases}
        assert (cases["0"].handled, cases["1"].handled) == (75.0, 30.0)
        assert acts(d, 0) == ["CaseOpened", "CaseLeft", "CaseReturned", "CaseLeft"]


async def test_what_is_exported_agrees_with_what_was_in_view(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.at_once("1")
        d.clock.forward(100)
        await d.at_once("g")
        d.clock.forward(1)  # on Home: nobody is in view
        await d.at_once("1")
        d.clock.forward(40)
        for case, seconds in (("1", 40.0), ("0", 125.0)):
            await d.at_once("x", *"fini", "enter")
            document = d.log()[0]
            assert document["case"][-1] == case
            assert document["figures"]["handled"] == seconds
            d.clock.forward(500)
            if case == "1":
                await d.at_once("tab")
                d.clock.forward(25)
        figures = d.app.readings.today()
        assert figures is not None
        assert (figures.closed, figures.handled) == (2, 165.0)


async def test_a_closed_case_leaves_the_others_live(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        await second(d)
        await second(d)
        ids = [live.id for live in d.app.live.cases]
        await d.press("tab", "tab", "x", *"fini", "enter")
        assert d.app.session is None
        assert [live.id for live in d.app.live.cases] == [ids[0], ids[2]]
        await d.press("tab")
        assert d.case.id == ids[2], "the next one in the ring"


async def test_a_tenth_customer_is_refused_with_a_sentence(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        for _ in range(MOST):
            await d.press("1", "g")
        await d.press("1")
        assert d.app.session is None
        assert len(d.app.live.cases) == MOST
        assert "9 clients" in d.last_row
        await d.press("tab", "p", *"plus tard", "enter", *"+1h", "enter", "1")
        assert len(d.app.live.cases) == MOST


async def test_a_crash_with_three_live_cases_leaves_all_three(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        await second(d)
        await second(d)
        await d.press("tab", "n")
        await d.type("presque fini")
        await d.seconds(1)
        typed, clock = d.case.id, d.clock
        before = {live.id: live.session.case for live in d.app.live.cases}
        clock.forward(3600)
        crash(d)
    async with desk(tmp_path, clock=clock) as d:
        assert len(d.app.store.unfinished()) == 3
        for case, seen in before.items():
            d.app.resume(case)
            await d.settle()
            assert d.case.handled == seen.handled, "the hour after it counts for none"
            assert d.case.away_since is None
            if case == typed:
                await d.press("n")
                assert d.desk.entry.text == "presque fini"
                await d.press("escape")
            assert not d.app.leave()
        assert len(d.app.live.cases) == 3


async def test_quitting_keeps_all(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        await second(d)
        await d.press("n")
        await d.type("à garder")
        await d.press("ctrl+q")
    async with desk(tmp_path, clock=d.clock) as d:
        assert len(d.app.store.unfinished()) == 2
        d.app.resume(d.app.store.unfinished()[1].id)
        await d.settle()
        await d.press("n")
        assert d.desk.entry.text == "à garder"
    assert not [*(d.data / "open").glob("*.lock")]


async def test_a_hold_goes_on_while_another_customer_is_in_view(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.at_once("1", "h")
        d.clock.forward(10)
        await d.at_once("g", "1")
        d.clock.forward(50)
        await d.at_once("tab")
        d.clock.forward(5)
        await d.at_once("h")
        assert d.case.holds == (65.0,)


async def test_on_a_full_disk_nobody_is_left_and_nothing_is_lost(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        await second(d)
        case = d.case.id
        with full_disk():
            await d.press("tab")
            assert d.last_row.startswith("!")
            assert d.case.id == case
            await d.press("g")
            assert d.last_row.startswith("!")
            assert d.case.id == case
        await d.press("tab")
        assert d.case.id != case
        assert d.case.away_since is None


async def test_a_return_that_could_not_be_written_is_made_up_for(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*PUBLIC, "g")
        with full_disk():
            await d.press("tab")
            assert d.last_row.startswith("!")
            assert d.case.away_since is not None
            await d.press("1")
            assert d.last_row.startswith("!")
        step = d.step
        await d.press("n", *"ici", "enter")
        assert d.case.notes[-1].text == "ici"
        assert d.step == step
        assert acts(d, 0)[-3:] == ["CaseLeft", "CaseReturned", "NoteAdded"]


async def test_an_agent_chosen_meanwhile_acts_from_the_first_key_after_the_return(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        await second(d)
        await d.press("g", "a", "tab", "n", *"moi", "enter")
        assert (d.case.agent, d.events(1)[-1]["by"]) == ("bo", "bo")
        await d.at_once("tab", "n", *"moi", "enter")
        assert (d.case.agent, d.events(0)[-1]["by"]) == ("bo", "bo")


async def test_going_home_from_a_case_that_closed_meanwhile_is_no_failure(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        await d.mash("g", "g", "tab", "g", "tab", "tab")
        assert d.app._exception is None
        assert len(d.app.live.cases) == 1


async def test_a_case_out_of_view_is_taken_up_again_where_unfinished_cases_are_listed(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        case = d.case.id
        await d.press("g", "d")
        await d.press("enter")
        assert d.case.id == case
        assert acts(d, 0) == ["CaseOpened", "CaseLeft", "CaseReturned"]
        assert isinstance(d.app.live.cases[0].session.do(it.ReturnToCase()), tuple)


@pytest.mark.parametrize(("language", "word"), [("fr", "client suivant"), ("zh", "下一位客户")])
@pytest.mark.parametrize("width", [80, 100, 140])
async def test_the_row_at_the_top_has_three_customers(
    tmp_path: Path, width: int, language: str, word: str
) -> None:
    async with desk(tmp_path, language=language, size=(width, 30)) as d:
        await d.press("1")
        assert d.app.session is not None
        d.app.session.do(it.RecordFact("network", "x"))
        d.app.session.do(it.RecordFact("handle", "@marc_lyon"))
        await second(d, "7")
        d.app.session.do(it.RecordFact("customer_name", "Mme Benali"))
        await second(d, "1")
        await d.seconds(59)
        row = d.rows[1]
        assert "@marc_lyon" in row
        assert "Mme Benali" in row
        assert d.cursor_row.split()[0] == "CASE2", "the one in view is lit, and bold"
        assert (word in row) == (width >= 100)
        assert row.rstrip().removesuffix(word).rstrip().endswith("Tab")
        await d.press("tab")
        assert d.cursor_row.lstrip().startswith("@marc_lyon")
        assert "CASE2 0:00" in d.rows[1]
        await d.seconds(5)
        assert "CASE2 0:05" in d.rows[1]
        for _ in range(2):
            await d.press("p", *"plus tard", "enter", *"+1h", "enter", "tab")
        assert "Tab" not in d.rows[1], "one customer needs no row"


async def test_more_customers_than_fit_are_counted_and_the_one_in_view_is_there(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        for number in range(1, 9):
            await second(d)
            assert d.app.session is not None
            d.app.session.do(it.RecordFact("handle", f"@benali_dupont_{number}"))
        for number in range(9):
            await d.press("tab")
            row = d.rows[1]
            assert d.cursor_row.split()[0].startswith("@benali" if number else "CASE0")
            assert "+" in row
            assert row.endswith("Tab")
            assert len(row) <= 80


async def promised(d: Driver) -> float:
    """Begin a crisis, where noticing it is a promise; return when it is due."""
    await d.press("9")
    assert d.app.session is not None
    assert isinstance(d.app.session.do(it.RecordFact("noticed_at", "now")), Event)
    d.desk.show()
    return min(deadline.due for deadline in d.desk.view.deadlines)


async def test_whose_time_presses_is_said_in_the_row_and_rung_for(tmp_path: Path) -> None:
    async with desk(tmp_path, language="zh", size=(100, 30)) as d:
        due = await promised(d)
        await second(d)
        rung = list[str]()
        d.app.bell = lambda: rung.append(d.screen_text())  # type: ignore[method-assign]
        d.clock.forward(due - d.clock.now().utc - 50)
        await d.seconds(1)
        assert "CASE0" in d.rows[1]
        assert "0:49" in d.rows[1]
        await d.press("n")
        await d.type("写到一半")
        assert not rung
        await d.seconds(60)
        assert len(rung) == 1, "once"
        assert "CASE0" in d.last_row
        assert d.desk.entry.text == "写到一半"
        await d.seconds(20)
        assert len(rung) == 1


@pytest.mark.parametrize("opened", ["question_mark", "slash", "s", "p", "ctrl+l", "g"])
async def test_a_bell_rings_on_whatever_screen_one_is(tmp_path: Path, opened: str) -> None:
    async with desk(tmp_path, language="zh", size=(100, 30)) as d:
        due = await promised(d)
        await second(d)
        await d.press(opened)
        rung = list[int]()
        d.app.bell = lambda: rung.append(1)  # type: ignore[method-assign]
        front = d.app.screen
        d.clock.forward(due - d.clock.now().utc + 1)
        await d.seconds(1)
        assert rung == [1]
        assert d.app.screen is front
        if opened != "ctrl+l":
            assert "CASE0" in d.flowing


async def test_home_lists_the_live_cases_first_and_goes_back_into_one(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", "g", "1", "g")
        text = d.screen_text()
        assert text.index("En cours") < text.index("Nouveau dossier")
        d.hides("interrompu")
        assert d.cursor_row.lstrip().startswith("attend 0:0"), "the one last in view"
        assert "CASE1" in d.cursor_row
        await d.press("up", "enter")
        assert d.case.id.endswith("case0")
        await d.press("g", "down", "down", "down", "up", "up", "enter")
        assert d.case.id.endswith("case1")
        await d.press("x", *"fini", "enter")
        d.shows("En cours")
        await d.press("enter")
        assert d.case.id.endswith("case0")
        await d.press("x", *"fini", "enter")
        d.hides("En cours")


async def test_a_live_case_is_opened_by_a_click_on_home(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", "g", "1", "g")
        await d._pilot.click(offset=(10, 3))
        await d.settle()
        assert d.case.id.endswith("case0")


async def test_no_mock_call_begins_while_customers_wait(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", "g", "m", "enter", "enter")
        assert d.app.session is None
        assert [live.session.case.mode for live in d.app.live.cases] == ["real"]
        d.shows("Des clients sont en cours (1)")


async def test_a_mock_call_has_no_neighbours(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("m", "enter", "enter")
        assert d.case.mode == "mock"
        for key in ("tab", "g", "shift+tab"):
            await d.press(key)
            assert d.case.mode == "mock"
            assert "sans autre client" in d.last_row


@pytest.mark.parametrize(("size", "count"), [((80, 24), 3), ((100, 30), 4), ((140, 45), 4)])
async def test_a_click_on_a_customer_goes_to_that_one(
    tmp_path: Path, size: tuple[int, int], count: int
) -> None:
    async with desk(tmp_path, size=size) as d:
        await d.press("1")
        for _ in range(count - 1):
            await second(d)
        await d.seconds(5)
        for name in ("CASE0", f"CASE{count - 2}", f"CASE{count - 1}", "CASE0"):
            await d._pilot.click(offset=(d.rows[1].index(name) + 2, 1))
            await d.settle()
            assert d.case.id.upper().endswith(name)
            assert d.cursor_row.split()[0] == name
        events = len(d.events())
        for cell in (d.rows[1].index("CASE0"), size[0] - 2, 0):
            await d._pilot.click(offset=(cell, 1))
            await d.settle()
            assert (d.case.id[-5:], len(d.events())) == ("case0", events)
        await d._pilot.click(offset=(20, 0))
        assert d.case.id[-5:] == "case0"


async def test_a_click_on_a_customer_keeps_what_is_being_typed(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1")
        await second(d)
        await d.press("n", *"rappeler")
        await d._pilot.click(offset=(d.rows[1].index("CASE0") + 2, 1))
        await d.settle()
        assert d.case.id[-5:] == "case0"
        await d.press("tab")
        assert d.desk.entry.text == "rappeler"
