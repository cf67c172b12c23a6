"""What goes wrong in training: a full disk, files taken away, more than one hand at a call."""

from pathlib import Path

import pytest

from lenovo_desk.core.model import events as ev
from lenovo_desk.tui.training.coaching import Coaching
from lenovo_desk.tui.training.score_page import ScorePage
from tests.full_disk import full_disk
from tests.tui.driver import MOCK_CALL, desk
from tests.tui.mock_call import FLOPPY, acts, calls, the_desk
from tests.tui.mock_call import begin as begin_scenario
from tests.tui.room import begin, listens, looks, trainer

pytestmark = pytest.mark.slow


async def test_a_call_that_ends_on_a_full_disk_is_scored_and_kept_when_there_is_room(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        found = await begin_scenario(d, FLOPPY)
        await d.press("x")
        await d.type("fini")
        front = the_desk(d)
        with full_disk():
            await d.press("enter")
            assert d.app.session is not None, "what is not accepted ends nothing"
        plain = front.release_case

        def on_a_full_disk(message: str) -> None:
            with full_disk():
                plain(message)

        front.release_case = on_a_full_disk  # type: ignore[method-assign]
        await d.press("enter")
        assert isinstance(d.app.screen, ScorePage)
        assert list(calls(d).closed()) == []
        await d.press("escape")
        assert len(list(calls(d).closed())) == 1
        await d.type(found.title)
        d.hides(d.app.words["mock.row.new"])


async def test_a_call_that_cannot_begin_leaves_the_score_or_the_coaching_in_view(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await begin_scenario(d, FLOPPY)
        await d.press("x")
        await d.type("fini")
        await d.press("enter")
        with full_disk():
            await d.press("n")
            assert isinstance(d.app.screen, ScorePage)
            assert d.last_row.startswith("!")
            await d.press("r", "enter", "down", "enter")
            assert isinstance(d.app.screen, Coaching)
            assert d.last_row.startswith("!")
        await d.press("enter", "down", "enter")
        assert the_desk(d).session.case.id == MOCK_CALL.format(3)
        assert len(d.app.screen_stack) == 2, "Home and the desk, and nothing between them"


async def test_files_taken_away_in_the_middle_lose_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await begin(d)
        async with trainer(tmp_path, d) as t:
            await t.press("t")
            await t.type("un")
            await t.press("enter")
            await listens(d)
            for path in (d.data / "mock" / "open").glob("*.jsonl"):
                path.unlink()
            await d.press("n")
            await d.type("à garder")
            await d.press("enter")
            await t.press("t")
            await t.type("deux")
            await t.press("enter")
            await listens(d)
            await looks(t)
        said = [act.text for act in acts(d, ev.CustomerSpoke) if isinstance(act, ev.CustomerSpoke)]
        assert said == ["un", "deux"]
        assert len(acts(d, ev.NoteAdded)) == 1
