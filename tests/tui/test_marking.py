"""Marking a mock call: points, failures, remarks; the last one counts and all are kept."""

from pathlib import Path

import pytest

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.training.model.call import TrainerMark
from lenovo_desk.training.model.scorecard import MANUAL, ScoreLine
from lenovo_desk.tui.kit.pages.form import Form
from lenovo_desk.tui.trainer.marking.marking_screen import MarkingScreen
from lenovo_desk.tui.trainer.marking.marking_view import LinePlace
from tests.tui.driver import Driver, desk
from tests.tui.room import CALL, begin, call, looks, marks, trainer, window

pytestmark = pytest.mark.slow


async def closed(a: Driver) -> None:
    """A call that was left right away."""
    await begin(a)
    await a.press("1", "x")
    await a.type("essai")
    await a.press("enter", "escape")
    await a.press("escape")
    a.app.go_home()


async def marking(d: Driver) -> MarkingScreen:
    """Open the first call for marking."""
    from lenovo_desk.tui.trainer.marking.marking_screen import mark_call

    assert mark_call(d.app, CALL) == ""
    await d.settle()
    assert isinstance(d.app.screen, MarkingScreen)
    return d.app.screen


async def to(d: Driver, name: str) -> None:
    """Put the cursor on a line or a failure."""
    screen = d.app.screen
    assert isinstance(screen, MarkingScreen)
    names = [one.name[1] for one in screen.marked.places]
    screen._cursor = names.index(name)
    await d.settle()


def ears(screen: MarkingScreen) -> list[str]:
    """The lines that only ears can judge."""
    found = [one for one in screen.marked.places if isinstance(one, LinePlace)]
    return [one.name[1] for one in found if one.line.line.measure == "ears"]


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
async def test_a_line_for_ears_takes_points_without_a_reason(tmp_path: Path, language: str) -> None:
    async with desk(tmp_path, language=language) as d:
        await closed(d)
        screen = await marking(d)
        assert screen.marked.score.awaits_marking
        await d.press("tab")
        place = screen.at_cursor
        assert isinstance(place, LinePlace)
        before = screen.marked.percent
        await d.press("2", "enter", "enter")
        assert marks(d) == [("line", place.name[1], 2.0, "")]
        assert screen.marked.percent != before
        assert " ".join(screen.marked.percent.split()) in d.message
        await d.press("tab")
        assert screen.at_cursor is not None
        assert screen.at_cursor.name != place.name, "the next one that waits"


async def test_every_ear_marked_the_call_waits_for_none(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await closed(d)
        screen = await marking(d)
        for _ in ears(screen):
            await d.press("tab", "0", "enter", "enter")
        assert not screen.marked.score.awaits_marking
        assert len(call(d).marks) == len(ears(screen))


@pytest.mark.parametrize("typed", ["11", "-1", "beaucoup", "nan", "inf", "1e1", "", "9999999999"])
async def test_points_that_cannot_be_are_said_at_once_and_stay(tmp_path: Path, typed: str) -> None:
    async with desk(tmp_path) as d:
        await closed(d)
        await marking(d)
        await to(d, "gates")
        await d.press("enter")
        await d.type(typed)
        await d.press("enter")
        assert isinstance(d.app.screen, Form)
        d.shows("Indiquez un nombre de 0 à 10.")
        assert d.app.screen.query("Input").first().value == typed  # type: ignore[attr-defined]
        await d.press("tab")
        await d.type("parce que")
        await d.press("enter")
        d.shows("Indiquez un nombre de 0 à 10.", "parce que")
        assert marks(d) == []


def test_points_are_read_as_people_type_them() -> None:
    line = ScoreLine("tone", "Tone", MANUAL, 8.0)
    assert line.read("７．５") == line.read(" 7,5 ") == line.read("7.5") == 7.5
    assert line.read("7 5") is line.read("8.1") is line.read("-1") is line.read("nan") is None


async def test_a_measured_line_is_overruled_with_a_reason_and_the_last_word_counts(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        await closed(d)
        screen = await marking(d)
        await to(d, "gates")
        await d.press("enter")
        await d.type("8")
        await d.press("enter", "enter")
        d.shows("Un motif est nécessaire")
        await d.type("Il l’a vu lui-même [/x]")
        await d.press("enter")
        d.shows("Points enregistrés.", "L’appel est maintenant à")
        await d.press("9")
        await d.press("enter")
        await d.type(" !")
        await d.press("enter")
        assert marks(d) == [
            ("line", "gates", 8.0, "Il l’a vu lui-même [/x]"),
            ("line", "gates", 9.0, "Il l’a vu lui-même [/x] !"),
        ]
        found = screen.at_cursor
        assert isinstance(found, LinePlace)
        assert (found.line.points, found.line.state) == (9.0, "overruled")
        await d.press("z")
        d.shows("9 points par ana", "8 points par ana", "tenté trop tôt")


async def test_a_failure_is_added_pardoned_and_added_again(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        await closed(d)
        screen = await marking(d)
        name = screen.marked.places[-1].name[1]
        await to(d, name)
        await d.press("enter", "enter")
        d.shows("Un motif est nécessaire")
        for text in ("Il a promis", "Non, c’était permis", "Si, finalement"):
            await d.type(text)
            await d.press("enter")
            await d.press("enter")
        await d.press("escape")
        assert [(what, why) for what, _, _, why in marks(d)] == [
            ("failure", "Il a promis"),
            ("pardon", "Non, c’était permis"),
            ("failure", "Si, finalement"),
        ]
        [failed] = screen.marked.score.failures
        assert failed.failure.id == name
        assert failed.pardon is None
        d.shows("[!]", "levée par ana")


async def test_a_remark_is_kept_and_shown(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(140, 45)) as d:
        await closed(d)
        await marking(d)
        await d.press("n", "enter")
        d.shows("Rien n’a été écrit")
        await d.type("Belle voix")
        await d.press("enter")
        assert marks(d) == [("remark", "", 0.0, "Belle voix")]
        d.shows("Belle voix")


async def test_a_disk_that_refuses_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(tmp_path) as d:
        await closed(d)
        await marking(d)

        def full(*_: object) -> None:
            raise StoreProblem("disk_full", "x.marks.jsonl")

        await d.press("n")
        await d.type("Belle voix")
        with monkeypatch.context() as patch:
            patch.setattr(d.app.training.calls, "mark", full)
            await d.press("enter")
        d.shows("x.marks.jsonl", "Belle voix")
        await d.press("enter")
        assert marks(d) == [("remark", "", 0.0, "Belle voix")]


async def test_what_another_trainer_marks_appears(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(140, 45)) as d:
        await closed(d)
        await marking(d)
        mark = TrainerMark("remark", "", 0.0, "D’ailleurs", "li", d.clock.now().utc)
        d.app.training.calls.mark(CALL, mark)
        await looks(d)
        d.shows("D’ailleurs", "li")


async def test_a_live_call_is_marked_without_a_byte_in_its_journal(tmp_path: Path) -> None:
    async with desk(tmp_path) as a:
        await begin(a)
        async with trainer(tmp_path, a) as b:
            journal = a.data / "mock" / "open" / f"{CALL}.jsonl"
            before = journal.read_bytes()
            await b.press("m", "tab", "3", "enter", "enter", "escape")
            assert b.app.screen is window(b)
            assert len(marks(a)) == 1
            assert journal.read_bytes() == before
            await a.press("1", "x")
            await a.type("fini")
            await a.press("enter")
            assert len(marks(a)) == 1, "what was marked while it was live goes with the call"


async def test_the_finished_calls_are_listed_with_how_they_went(tmp_path: Path) -> None:
    from lenovo_desk.tui.trainer.live_calls import show_live_calls

    async with desk(tmp_path) as d:
        show_live_calls(d.app)
        await d.settle()
        await d.press("m")
        d.shows("Aucun appel d’entraînement n’est encore terminé.")
        await d.press("escape")
        await closed(d)
        show_live_calls(d.app)
        await d.settle()
        await d.press("m")
        d.shows("ana", "Le lecteur de disquettes ne lit plus", "Non réussi")
        await d.press("enter")
        d.shows("Notation")
        await d.press("escape")
        d.shows("Appels d’entraînement")
