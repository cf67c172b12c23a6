"""Two terminals: a trainer sees a mock call live and plays its customer."""

import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.ports import Library
from lenovo_desk.core.wording.books import Book
from lenovo_desk.disk_files import FileLock
from lenovo_desk.training.customer.conversation import LISTENS
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.tui.kit.pages.form import Form
from lenovo_desk.tui.live_cases import LiveCases
from lenovo_desk.tui.trainer.live_calls import LiveCalls, show_live_calls
from tests.shipped_content import library
from tests.tui.driver import desk
from tests.tui.room import (
    CALL,
    begin,
    call,
    journal,
    listens,
    looks,
    said,
    spoken,
    trainer,
    window,
)

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
async def test_a_call_with_a_line_an_objection_a_typed_line_and_a_hang_up(
    tmp_path: Path, language: str
) -> None:
    async with desk(tmp_path, language=language) as a:
        await begin(a)
        async with trainer(tmp_path, a) as b:
            script = window(b).script
            line = next(one for one in script if one.block == "asked_for")
            objection = next(one for one in script if one.block == "objections")
            window(b).put_cursor(script.index(line))
            await b.press("enter")
            await b.press("o", "1", "t")
            await b.type("Allô ? Vous êtes là ?")
            await b.press("enter", "h")
            await b.type("Au revoir [/x]")
            await b.press("enter")
            assert [one.n for one in said(b)] == [1, 2, 3, 4]
            await listens(a)
            assert spoken(a) == [
                (1, "line", line.text),
                (2, "objection", objection.text),
                (3, "line", "Allô ? Vous êtes là ?"),
                (4, "hang_up", "Au revoir [/x]"),
            ]
            assert a.case.hung_up
            a.shows("Au revoir [/x]")
            await looks(b)
            assert window(b).watched.pending() == ()
            b.shows("Au revoir [/x]")
            assert f"o {b.app.words['trainer.commands.objections']}" not in b.rows[-1]
            await b.press("t")
            b.shows(b.app.words["trainer.has_hung_up"])
            assert len(said(b)) == 4


async def test_the_trainer_sees_what_the_trainee_does_as_he_does_it(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        async with trainer(tmp_path, a, size=(140, 45)) as b:
            b.shows("Mme Morel : en colère", "Prendre la réclamation en charge", "Client Ah, enfin")
            assert f"o {b.app.words['trainer.commands.objections']}" in b.rows[-1]
            await a.press("1")
            await looks(b)
            b.shows("! a essayé «\u00a0Prise en charge\u00a0».", "À renseigner d’abord")
            await a.press("f", "2", "enter", "1")
            await looks(b)
            b.shows("Reçue par : Site", "Prendre la réclamation en charge → Prise en charge")
            await a.press("n")
            await a.type("Elle pleure")
            await a.seconds(1)
            await looks(b)
            b.shows("écrit : Elle pleure")
            await a.press("enter", "h")
            await looks(b)
            b.shows("Note : Elle pleure", "fait patienter le client")
            assert a.step == "listen"
            assert window(b).script[0].block == "now"
            b.shows("Maintenant")


async def test_the_script_follows_the_trainee_and_marks_what_he_has_heard(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        async with trainer(tmp_path, a, size=(140, 45)) as b:
            scenario: Scenario = call(a).scenario
            await a.press("f", "1", "enter", "1")  # by telephone
            await looks(b)
            here = [one.text for one in window(b).script if one.block == "now"]
            assert here == list(scenario.says["listen"])
            b.shows(f"[va dire] {here[0][:20]}")
            assert window(b).panes.cursor.line.text == here[0], "Enter says it now"
            a.clock.forward(LISTENS)
            await looks(b)
            b.shows(f"[dit] {here[0][:20]}")
            cursor = window(b).panes.cursor.line
            assert cursor.text == here[1], "what he has not heard yet is next"


async def test_a_key_meant_for_the_step_before_says_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        async with trainer(tmp_path, a) as b:
            await a.press("f", "2", "enter", "1")
            await looks(b)
            await b.at_once("enter", "1")
            assert said(b) == ()
            await b.press("enter")
            await b.at_once("enter", "enter")  # held down
            assert len(said(b)) == 1


async def test_his_hand_stays_on_the_line_he_chose(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        async with trainer(tmp_path, a) as b:
            await b.press("o", "down")
            chosen = window(b).panes.cursor.line
            await a.press("f", "2", "enter", "1")
            await looks(b)
            assert window(b).panes.cursor.line == chosen
            await b.press("enter")
            assert [one.text for one in said(b)] == [chosen.text]
            assert said(b)[0].kind == "objection"


async def test_finding_a_line_says_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        async with trainer(tmp_path, a) as b:
            last = window(b).script[-1]
            await b.press("slash")
            await b.type(last.text[:25])
            await b.press("enter")
            assert said(b) == ()
            await b.press("enter")
            assert [one.text for one in said(b)] == [last.text]


async def test_no_single_key_hangs_up(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        async with trainer(tmp_path, a) as b:
            await b.press("h")
            assert isinstance(b.app.screen, Form)
            assert said(b) == ()
            await b.press("escape", "h", "h", "escape")
            assert said(b) == ()
            await b.press("h", "ctrl+u", "enter")  # what was typed before stands there again
            assert [(one.kind, one.text) for one in said(b)] == [("hang_up", "")]


async def test_watching_changes_no_byte_and_takes_no_lock(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        files = {path.name for path in journal(a).parent.iterdir()}
        before = journal(a).read_bytes()
        async with trainer(tmp_path, a) as b:
            for _ in range(5):
                await looks(b)
            await b.press("g", "escape", "p", "escape", "m", "escape")
            assert journal(a).read_bytes() == before
            others = {path.name for path in journal(a).parent.iterdir()} - files
            assert all(name.startswith(f"{CALL}.customer") for name in others), others
            crash_mock(a)
            lock = FileLock(journal(a).with_suffix(".lock"))
            assert lock.acquire(), "the trainee can take his call up while a trainer watches"
            lock.release(remove=True)
            torn = before + b'{"n":99,"event":'
            journal(a).write_bytes(torn)
            await looks(b)
            assert journal(a).read_bytes() == torn, "a torn line is for the trainee's desk to cut"


def crash_mock(d: object) -> None:
    """Leave the mock call as a killed program does."""
    app = d.app  # type: ignore[attr-defined]
    session = app.session
    app.live = LiveCases()
    live = app.training.calls._open._locked.pop(session.case.id)
    live.close_journal()
    live.lock.release()


async def test_a_desk_that_stops_is_told_and_its_return_as_well(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        async with trainer(tmp_path, a, size=(100, 30)) as b:
            a.clock.forward(38)
            await looks(b)
            b.hides("aucune nouvelle")
            a.clock.forward(3)
            await looks(b)
            b.shows("en colère", "aucune nouvelle depuis 0:42\u00a0: poste arrêté\u00a0?")
            await b.press("t")
            await b.type("Toujours là ?")
            await b.press("enter")
            b.shows("dit, pas encore entendu : Toujours là ?")
            crash_mock(a)
            async with desk(tmp_path, clock=a.clock) as again:
                await again.press("m", "enter")
                await listens(again)
                assert spoken(again) == [(1, "line", "Toujours là ?")]
                await looks(b)
                b.shows("reprend l’appel après un arrêt", "Client (formateur) Toujours là ?")
                b.hides("aucune nouvelle", "pas encore entendu")


async def test_a_call_that_ends_says_so_and_offers_its_score(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        async with trainer(tmp_path, a) as b:
            await a.press("x")
            await a.type("essai")
            await a.press("enter")
            assert not journal(a).exists()
            await looks(b)
            await looks(b)
            b.shows("L’appel est terminé", "g : note · m : noter")
            await b.press("enter", "1", "t", "h")
            b.shows("l’appel est terminé")
            assert said(b) == ()
            await b.press("g")
            b.shows("Non réussi")
            b.hides("n’est pas terminé")
            await b.press("escape", "m")
            b.shows("Notation")
            await b.press("escape", "escape")
            assert isinstance(b.app.screen, LiveCalls)
            b.shows("Aucun appel d’entraînement n’est en cours")


async def test_a_parked_call_is_told(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        async with trainer(tmp_path, a) as b:
            await a.press("p")
            await a.type("pause")
            await a.press("enter")
            await a.type("+20 min")
            await a.press("enter")
            await looks(b)
            b.shows("l’appel est en attente", "met l’appel en attente : pause")
            seconds = window(b).watched.seconds
            a.clock.forward(60)
            assert window(b).watched.seconds == seconds


async def test_a_damaged_journal_is_one_line_and_watching_goes_on(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        async with trainer(tmp_path, a) as b:
            sound = journal(a).read_bytes()
            journal(a).write_bytes(sound.replace(b"CaseOpened", b"CaseOpenee"))
            await looks(b)
            assert f"{CALL}.jsonl:1" in b.last_row
            b.shows("Prendre la réclamation en charge")
            b.app.screen.show()  # type: ignore[attr-defined]
            await looks(b)
            assert "jsonl" not in b.last_row, "said once"
            journal(a).write_bytes(sound)
            await a.press("1")
            await looks(b)
            b.shows("a essayé")


async def test_a_damaged_file_of_his_own_is_told_once_and_he_plays_on(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        async with trainer(tmp_path, a) as b:
            await b.press("o", "1")
            await listens(a)
        own = journal(a).with_name(f"{CALL}.customer.jsonl")
        own.write_bytes(own.read_bytes().replace(b"objection", b"objectiom"))
        async with trainer(tmp_path, a, size=(140, 45)) as b:
            await looks(b)
            assert f"{CALL}.customer.jsonl" in b.last_row
            await b.press("t")
            await b.type("Je continue")
            await b.press("enter")
            await listens(a)
            assert [one[0] for one in spoken(a)] == [1, 2]
            assert spoken(a)[1] == (2, "line", "Je continue")


async def test_of_two_trainers_one_plays_and_the_other_watches(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        async with trainer(tmp_path, a) as b, trainer(tmp_path, a) as c:
            c.shows("Un autre formateur joue le client ; vous suivez seulement.")
            b.hides("Un autre formateur")
            await c.press("enter", "t", "h")
            assert said(c) == ()
            await b.press("o", "1")
            await looks(c)
            c.shows(f"dit, pas encore entendu : {said(b)[0].text[:20]}")
            await b.press("escape")
            await c.press("t")
            await c.type("Je reprends")
            await c.press("enter")
            assert [(one.n, one.text) for one in said(c)][1:] == [(2, "Je reprends")]


KILLED = """
import sys, time
from pathlib import Path
from lenovo_desk.store.mock.mock_store import MockStore
from lenovo_desk.store.disk.system_clock import SystemClock
line = MockStore(Path(sys.argv[1]), SystemClock()).line(sys.argv[2])
line.say("line", "un")
print("said", flush=True)
time.sleep(60)
"""


async def test_a_trainer_who_is_killed_goes_on_with_the_next_number(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        order = [sys.executable, "-c", KILLED, str(a.data / "mock"), CALL]
        with subprocess.Popen(order, stdout=subprocess.PIPE) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == b"said\n"
            async with trainer(tmp_path, a) as b:
                b.shows("Un autre formateur joue le client")
            other.kill()
            other.wait()
        await listens(a)
        async with trainer(tmp_path, a) as b:
            await b.press("t")
            await b.type("deux")
            await b.press("enter")
            await listens(a)
            assert spoken(a) == [(1, "line", "un"), (2, "line", "deux")]


async def test_what_a_full_disk_refuses_stays_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        async with trainer(tmp_path, a) as b:

            def full(*_: object) -> None:
                raise StoreProblem("disk_full", "x.customer.jsonl")

            await b.press("t")
            await b.type("Écoutez-moi")
            with monkeypatch.context() as patch:
                patch.setattr(window(b).part.line, "say", full)
                await b.press("enter")
            b.shows("x.customer.jsonl")
            assert window(b).entry.text == "Écoutez-moi"
            await b.press("enter")
            assert [one.text for one in said(b)] == ["Écoutez-moi"]


async def test_esc_while_typing_leaves_the_line_and_not_the_call(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        async with trainer(tmp_path, a) as b:
            await b.mash("t", "h", "1", "escape")
            assert b.app.screen is window(b)
            assert said(b) == ()
            await b.press("escape")
            assert isinstance(b.app.screen, LiveCalls)
            assert a.case.status == "open"


async def test_the_list_shows_calls_as_they_come(tmp_path: Path) -> None:
    async with desk(tmp_path) as a, desk(tmp_path, clock=a.clock) as b:
        show_live_calls(b.app)
        await b.settle()
        b.shows("Aucun appel d’entraînement n’est en cours")
        await b.press("enter", "1")
        assert isinstance(b.app.screen, LiveCalls)
        await begin(a)
        await looks(b)
        b.shows("ana", "Réclamation › Prendre la réclamation en charge", "MOCK0")
        journal(a).write_bytes(b"nonsense\n" + journal(a).read_bytes())
        await looks(b)
        await b.press("enter")
        assert isinstance(b.app.screen, LiveCalls)
        assert f"{CALL}.jsonl" in b.last_row


async def test_the_command_side_opens_straight_in_the_window(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        async with desk(tmp_path, clock=a.clock) as b:
            show_live_calls(b.app, CALL)
            await b.settle()
            assert window(b).watched.id == CALL
            await b.press("escape", "escape")
            assert b.app.screen is b.app.home
            show_live_calls(b.app, "20261122-090000-mock9")
            await b.settle()
            assert "20261122-090000-mock9" in b.last_row
            show_live_calls(b.app, "../nonsense")
            await b.settle()
            assert isinstance(b.app.screen, LiveCalls)


@pytest.mark.parametrize("size", [(80, 24), (60, 18), (140, 45)])
@pytest.mark.parametrize("language", ["fr", "zh"])
async def test_every_size_shows_step_phrase_talk_and_a_line_to_say(
    tmp_path: Path, size: tuple[int, int], language: str
) -> None:
    async with desk(tmp_path, language=language) as a:
        await begin(a)
        async with trainer(tmp_path, a, size=size) as b:
            assert "▌" in b.screen_text()
            b.shows(b.app.words["trainer.customer"], call(a).scenario.opens[:12])
            here = window(b).panes.cursor.line
            b.shows(here.text[:16])
            await b.press("question_mark")
            b.shows(b.app.words["trainer.tips.hang_up"][:20])


class Elsewhere:
    """The content of a desk that has never heard of a flow."""

    def __getattr__(self, name: str) -> object:
        return getattr(library(), name)

    def book(self, name: str, language: str) -> Book:
        """Return the wording of any other flow."""
        if name == "complaint":
            raise KeyError(name)
        return library().book(name, language)


async def test_a_call_of_a_flow_that_only_the_trainee_has_is_one_line(tmp_path: Path) -> None:
    content = cast("Library", Elsewhere())
    async with desk(tmp_path) as a:
        await begin(a)
        async with desk(tmp_path, clock=a.clock, content=content) as b:
            show_live_calls(b.app)
            await b.settle()
            await b.press("enter")
            assert isinstance(b.app.screen, LiveCalls)
            assert "complaint" in b.last_row
            await a.press("x")
            await a.type("fini")
            await a.press("enter")
            await b.press("m")
            b.shows("complaint")
            await b.press("enter")
            assert isinstance(b.app.screen, LiveCalls)
            assert "complaint" in b.last_row
