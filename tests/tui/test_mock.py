"""The mock desk: the real desk with a scripted customer on the line, and what comes after it."""

import subprocess
import sys
from pathlib import Path

import pytest

from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.phrase_views import copy_intent
from lenovo_desk.core.walking.moves import move_intent, parse_move
from lenovo_desk.training.customer.customer import mood_name
from lenovo_desk.training.mock_session import MockSession
from lenovo_desk.training.model.scenario import Scenario
from tests.tui.driver import MOCK_CALL, SIZES, Driver, Size_, desk
from tests.tui.mock_call import CALL, FLOPPY, acts, begin, calls, customer_of, scenario, the_desk

pytestmark = pytest.mark.slow

NOBODY = "nobody_home"
LANGUAGES = ("fr", "zh")


async def work(d: Driver, *moves: str) -> None:
    """Make moves of a walk on the desk, as the keys for them would."""
    front = the_desk(d)
    session = front.session
    for text in moves:
        move = parse_move(text)
        if move.kind == "wait":
            d.clock.forward(float(move.value))
        elif move.kind != "end":
            d.clock.forward(2.0)
            intent = (
                copy_intent(d.app.library, session, move.name)
                if move.kind == "copy"
                else move_intent(move, session.flows, session.case)
            )
            if isinstance(intent, it.RecordFact):
                front.ask_fact(intent.fact)
                front.line.leave()
            assert front.do(intent), f"{text}: {front.message}"
    await d.settle()


async def play(d: Driver, found: Scenario) -> None:
    """Make the good call of a scenario, and close it."""
    await work(d, *found.good)
    if d.app.session is not None and d.case.status == "open":
        await d.press("x", "enter")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_menu_tells_what_can_be_played_and_not_who_is_on_the_line(
    tmp_path: Path, language: str
) -> None:
    async with desk(tmp_path, language=language) as d:
        await d.press("m")
        found = scenario(FLOPPY, language)
        d.shows(found.title, d.app.words["mock.row.new"], found.about[:20])
        d.hides(found.persona.name, found.persona.about[:20], found.goal)


@pytest.mark.parametrize("size", [(20, 5), (40, 10)])
async def test_a_narrow_status_row_says_whose_turn_it_is_and_where_it_is_cut(
    tmp_path: Path, size: Size_
) -> None:
    async with desk(tmp_path, size=size) as d:
        await d.press("m")
        await d.type(scenario("phone_defect", "fr").title)
        await d.press("enter", "enter", "2")
        assert customer_of(d).next
        status = d.screen_text().split("\n")[1]
        assert d.app.words["mock.your_turn"] in status
        assert status.strip().startswith("Ph" if size[0] == 40 else "en colère")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_customer_phrase_and_choices_are_in_view_at_every_size(
    tmp_path: Path, language: str, size: Size_
) -> None:
    async with desk(tmp_path, language=language, size=size) as d:
        found = await begin(d, FLOPPY, language)
        front = the_desk(d)
        d.shows(d.app.words["desk.mock"], d.app.words[f"mock.mood.{mood_name(found.start)}"])
        d.shows(found.opens[:12], d.app.words["mock.your_turn"] if d.step in found.says else "")
        d.shows(front.view.phrases[0].text[:20], front.view.offers[0].title)
        await d.press("f")
        assert front.entry.active
        d.shows(front.view.phrases[0].text[:20], front.view.offers[0].title)


async def test_everything_of_a_call_lies_under_mock_and_home_does_not_list_it(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await begin(d, FLOPPY)
        assert (d.data / "mock" / "open" / f"{CALL}.jsonl").exists()
        assert not list((d.data / "open").glob("*.jsonl"))
        await d.press("p")
        await d.type("pause")
        await d.press("enter")
        await d.type("demain 9h")
        await d.press("enter")
        assert d.app.screen is d.app.home
        d.shows(d.app.words["home.nothing_waits"], d.app.words["mock.parked_now"])


async def test_a_call_that_was_left_is_taken_up_at_the_very_step(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        found = await begin(d, FLOPPY)
        await work(d, *found.good[:2])
        step = d.step
        await d.press("ctrl+q")
    async with desk(tmp_path, clock=d.clock) as d:
        await d.press("m", "enter")
        assert the_desk(d).session.case.id == CALL
        assert d.step == step
        assert customer_of(d).utterances


async def test_what_makes_no_sense_in_a_mock_call_says_so(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(140, 45)) as d:
        await begin(d, FLOPPY)
        for key in ("o", "e"):
            await d.press(key)
            assert d.app.words["mock.not_here"][:40] in d.last_row
        await d.press("question_mark")
        d.shows(d.app.words["mock.tips.ask"], d.app.words["help.mockdesk"].format(fill="f"))


async def test_a_summary_that_is_pasted_elsewhere_says_that_it_was_a_mock_call(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, size=(140, 45)) as d:
        found = await begin(d, FLOPPY)
        await d.press("s", "c")
        assert d.app.clipboard.splitlines()[0] == "ENTRAÎNEMENT"
        await d.press("l", "c")
        assert d.app.clipboard.splitlines()[0] in ("模拟通话", "MOCK CALL")
        await d.press("escape")
        await work(d, *found.good)
        await d.press("x")
        d.shows("ENTRAÎNEMENT")
        await d.press("f2")
        assert d.app.clipboard.splitlines()[0] == "ENTRAÎNEMENT"


# --- asking


async def test_opening_a_field_asks_the_customer_once(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        found = await begin(d, FLOPPY)
        await work(d, *found.good[:2])
        fact = next(one for one in found.reveals if one.fact == "customer_name")
        d.hides(fact.says)
        the_desk(d).ask_fact("customer_name")
        await d.settle()
        d.shows(fact.says)
        assert the_desk(d).entry.active
        await d.type("Odile")
        await d.press("escape")
        the_desk(d).ask_fact("customer_name")
        assert acts(d, ev.CustomerAsked) == [ev.CustomerAsked("customer_name")]


async def test_k_asks_again_and_he_does_not_like_it(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        found = await begin(d, FLOPPY)
        title = d.app.library.book("complaint", "fr").facts["customer_name"]
        for _ in range(2):
            await d.press("k")
            await d.type(title)
            await d.press("enter")
        assert len(acts(d, ev.CustomerAsked)) == 2
        assert customer_of(d).mood == found.start + 1
        d.shows(found.snaps["repeat"][0])


async def test_what_he_does_not_know_is_not_asked_for_by_opening_its_field(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await begin(d, FLOPPY)
        await d.press("f")
        assert the_desk(d).entry.field == "came_by"
        assert acts(d, ev.CustomerAsked) == []


async def test_what_stands_in_the_briefing_is_recorded_before_anybody_is_on_the_line(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        found = await begin(d, "short_callback")
        said = next(one for one in found.reveals if one.fact == "customer_name")
        assert found.briefs(said.value)
        the_desk(d).ask_fact("customer_name")
        await d.settle()
        assert the_desk(d).entry.active
        assert acts(d, ev.CustomerAsked) == []
        d.hides(said.says)


# --- the customer speaks


async def test_interruptions_come_by_themselves_and_leave_the_typing_alone(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        found = await begin(d, FLOPPY)
        said = next(one for one in found.interrupts if not one.at)
        await d.press("n")
        await d.type("je note")
        await d.seconds(said.after)
        d.shows(said.says, "je note")
        await d.type(" encore")
        await d.press("enter")
        assert d.case.notes[-1].text == "je note encore"


async def test_what_a_trainer_says_is_heard_while_the_trainee_types(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await begin(d, FLOPPY)
        line = calls(d).line(CALL)
        await d.press("n")
        await d.type("moitié")
        line.say("line", "Vous êtes toujours là [/x] ?")
        await d.seconds(1)
        d.shows("Vous êtes toujours là [/x] ?", "moitié")
        assert the_desk(d).entry.active
        await d.type(" et fin")
        await d.press("enter")
        assert d.case.notes[-1].text == "moitié et fin"
        assert d.case.heard == 1
        line.close()


async def test_a_hang_up_is_said_with_what_can_be_done_and_x_ends_the_call(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await begin(d, FLOPPY)
        line = calls(d).line(CALL)
        line.say("hang_up", "")
        line.close()
        await d.seconds(1)
        d.shows(d.app.words["mock.hung_up_now"].format(wrap_up="x"))
        await d.press("f", "escape")
        d.shows(d.app.words["mock.hung_up_now"].format(wrap_up="x"))
        await d.press("x")
        d.shows(d.app.words["mock.hung_up_reason"])
        await d.press("enter")
        d.shows(d.app.words["mock.score_title"], scenario(FLOPPY, "fr").title)
        assert d.app.session is None


async def test_a_broken_file_of_the_trainer_is_one_line_and_the_call_goes_on(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await begin(d, FLOPPY)
        path = d.data / "mock" / "open" / f"{CALL}.customer.jsonl"
        path.write_text("[/x] nonsense\n{}\n", "utf-8")
        await d.seconds(1)
        assert d.last_row.startswith("!")
        assert d.app.words["reasons.customer_broken"][:30] in d.last_row
        await d.press("f", "1", "enter")
        assert d.fact("complaint.came_by") == "phone"
        assert not d.last_row.startswith("!")
        await d.seconds(2)
        assert not d.last_row.startswith("!"), "it is said once"


async def test_a_reply_that_fails_the_call_says_so_while_it_is_typed(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await begin(d, FLOPPY)
        rule = next(one for one in the_desk(d).session.scorecard.statements if one.language == "fr")
        await d.press("r")
        await d.type(rule.says)
        await d.seconds(1)
        d.shows(d.app.words["guard.statement"][:20])
        await d.press("enter")
        (reply,) = acts(d, ev.ReplyWritten)
        assert isinstance(reply, ev.ReplyWritten)
        assert rule.id in reply.flags
        await d.press("n")
        await d.type(f"client : {rule.says}")
        d.hides(d.app.words["guard.statement"][:20])
        await d.press("enter")
        assert rule.id not in d.case.notes[-1].flags, "only a reply fails a call"


# --- the clock


async def test_the_clock_runs_fast_through_a_wait_says_so_and_stops_by_itself(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        found = await begin(d, NOBODY)
        await d.press("w")
        assert d.app.words["mock.no_wait"] in d.last_row
        until = next(n for n, text in enumerate(found.good) if text.startswith("wait:"))
        await work(d, *found.good[:until])
        left = the_desk(d).view.wait
        assert left is not None
        await d.press("w")
        d.shows("×15")
        assert acts(d, ev.ClockSet) == [ev.ClockSet(15.0)]
        await d.seconds(10)
        now = the_desk(d).view.wait
        assert now is not None
        assert left.left - now.left >= 150
        await d.seconds(int(now.left / 15) + 2)
        d.hides("×15")
        assert d.case.rate == 1.0
        assert acts(d, ev.ClockSet) == [ev.ClockSet(15.0), ev.ClockSet(1.0)]


# --- afterwards


async def test_a_good_call_is_scored_at_once_kept_as_a_page_and_remembered(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        found = await begin(d, NOBODY)
        await play(d, found)
        d.shows(d.app.words["mock.score_title"], found.title, "%")
        await d.press("e")
        pages = list((d.data / "mock").rglob("*.html"))
        assert len(pages) == 1
        assert found.title in pages[0].read_text("utf-8")
        d.shows(str(pages[0]))
        await d.press("escape")
        d.shows(d.app.words["mock.title"], found.title)
        row = next(row for row in d.rows if found.title in row)
        assert d.app.words["mock.row.new"] not in row
        assert d.app.words["mock.row.passed"] in row
        await d.type(d.app.words["mock.row.calls"])
        await d.press("enter")
        d.shows(d.app.words["mock.calls_title"], found.title)
        await d.press("enter")
        d.shows(d.app.words["mock.score_title"])
        assert not list((d.data / "log").glob("*")), "no real case was closed"


async def test_n_plays_the_same_scenario_again(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await begin(d, FLOPPY)
        await d.press("x")
        await d.type("fin")
        await d.press("enter", "n")
        assert the_desk(d).session.case.id == MOCK_CALL.format(1)
        assert isinstance(the_desk(d).session, MockSession)


async def test_coaching_stands_where_the_calls_part_and_begins_again_from_there(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        found = await begin(d, NOBODY)
        await work(d, *found.good[:2])
        here = d.step
        await d.press("x")
        await d.type("fin")
        await d.press("enter", "r")
        words = d.app.words
        d.shows(words["mock.mine"], words["mock.theirs"], words["mock.parted"])
        d.shows(found.good_call[0][:20], words["mock.stopped_here"])
        await d.press("down")
        d.shows(words["mock.not_here_yet"])
        await d.press("down", "enter")
        d.shows(words["mock.from_title"])
        await d.press("enter")
        assert d.app.session is None, "Enter alone begins nothing"
        await d.press("end", "enter", "down", "enter")
        assert d.app.session is not None
        assert the_desk(d).session.case.id == MOCK_CALL.format(1)
        begun = acts(d, ev.MockCallBegun, MOCK_CALL.format(1))[0]
        assert isinstance(begun, ev.MockCallBegun)
        assert begun.again.startswith(CALL)
        assert d.step in (here, *(one.step for one in d.case.path))


def test_home_and_a_real_case_import_nothing_of_training() -> None:
    code = (
        "import sys\n"
        "from lenovo_desk.cli import open_screen\n"
        "from lenovo_desk.tui import app\n"
        "from lenovo_desk.tui.desk import real_case_screen, wording_guard\n"
        "from lenovo_desk.tui.desk.typing import reply\n"
        "from lenovo_desk.tui.kit.base_screen import load_commands\n"
        "load_commands('desk')\n"
        "print([name for name in sys.modules if 'lenovo_desk.training' in name])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
