"""What is to be signed again, on the desk."""

from pathlib import Path

import pytest

from tests.tui.driver import desk, desk_clock
from tests.tui.left_case import OWED, leave

pytestmark = pytest.mark.slow


async def test_a_consent_that_fell_is_owed_and_given_at_the_next_step(tmp_path: Path) -> None:
    clock = desk_clock()
    assert leave(tmp_path, clock, "case1", "complaint", OWED) == "hand_over"
    async with desk(tmp_path, clock=clock, language="zh", size=(140, 45)) as d:
        await d.press("up", "enter")
        d.shows("李静", "王强", "需重新确认")
        own = [item for item in d.desk.view.items if not item.again]
        await d.press(*["space"] * len(own))
        await d.press("1")
        assert d.step == "hand_over"
        d.shows("– “同事已答应接手”", "李静")
        await d.press("space")
        d.hides("需重新确认")
        await d.press("1")
        assert d.step == "contact"
