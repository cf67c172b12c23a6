"""The screens look as they did when somebody last looked at them."""

import asyncio

import pytest

from tests.tui.scenes import LANGUAGES, SCENES, taken
from tests.tui.snapshots import FOLDER, path


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCENES)
def test_a_screen_looks_as_in_its_snapshot(name: str, language: str) -> None:
    seen = asyncio.run(taken(name, language))
    assert seen == path(name, language).read_text("utf-8"), (
        "when the new look is right: python -m tests.tui.snapshots"
    )


def test_every_snapshot_has_its_scene() -> None:
    assert {one.name for one in FOLDER.glob("*.txt")} == {
        path(name, language).name for name in SCENES for language in LANGUAGES
    }
