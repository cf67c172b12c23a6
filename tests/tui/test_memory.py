"""What the desk holds: what only some cases need comes when they need it, and nothing piles up."""

import asyncio
import gc
import subprocess
import sys
import weakref
from pathlib import Path

from lenovo_desk.search.guard import _guardian
from lenovo_desk.tui.desk.case_screen import CaseScreen
from lenovo_desk.tui.desk.wrap_up import WrapUp
from tests.tui.driver import desk
from tests.tui.scenes import ESCALATION, PUBLIC, THANKED


def loaded() -> int:
    """How many sets of rules are ready."""
    return _guardian.cache_info().currsize


def test_breaking_lines_loads_no_reader_of_mail_or_archives() -> None:
    code = (
        "import sys\n"
        "from lenovo_desk.tui.kit.text_layout import units, warm_layout\n"
        "warm_layout()\n"
        "print(units('a (b) c'), units('“你好”。再见'), 'uniseg.linebreak' in sys.modules)\n"
        "print(sorted({'importlib.metadata', 'email', 'zipfile', 'csv'} & sys.modules.keys()))\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == [
        "['a ', '(b) ', 'c'] ['“你', '好”。', '再', '见'] True",
        "[]",
    ]


async def test_the_rules_of_wording_are_loaded_when_a_line_for_free_text_opens(
    tmp_path: Path,
) -> None:
    _guardian.cache_clear()
    async with desk(tmp_path) as d:
        await d.seconds(2)
        await d.press(*ESCALATION, "n")
        assert loaded() == 0, "the key that opens the line waits for them"
        await d.seconds(1)
        assert loaded() == 1


async def test_the_last_notes_have_the_rules_of_wording_loaded(tmp_path: Path) -> None:
    _guardian.cache_clear()
    async with desk(tmp_path) as d:
        await d.press(*THANKED, "escape", "x")
        assert isinstance(d.app.screen, WrapUp)
        assert loaded() == 0, "the key that opens the page waits for them"
        await d.seconds(1)
        assert loaded() == 1


def test_garbage_is_looked_for_again_once_the_start_is_over(tmp_path: Path) -> None:
    async def run() -> tuple[bool, bool, int]:
        gc.disable()  # as the start does
        gc.set_threshold(50_000, 20, 50)
        try:
            async with desk(tmp_path) as d:
                await d.seconds(1)
                return gc.isenabled(), gc.get_freeze_count() > 0, gc.get_threshold()[0]
        finally:
            gc.enable()
            gc.unfreeze()

    threshold = gc.get_threshold()
    try:
        enabled, frozen, between = asyncio.run(run())
    finally:
        gc.set_threshold(*threshold)
    assert (enabled, frozen) == (True, True)
    assert between < 5000


async def test_the_view_of_a_step_goes_with_the_step(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*PUBLIC)
        views = []
        gc.disable()  # nothing but its last user may let it go
        try:
            for key in (*ESCALATION[len(PUBLIC) :], "b", "b"):
                screen = d.app.screen
                assert isinstance(screen, CaseScreen)
                views.append(weakref.ref(screen.view))
                await d.press(key)
            assert [view() for view in views] == [None] * len(views)
        finally:
            gc.enable()
