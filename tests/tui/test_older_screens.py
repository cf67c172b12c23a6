"""Cases of the version before consents held fast, gone on with on the real screen."""

from pathlib import Path

import pytest

from tests.store.frozen.older_folder import LEFT_ON_A_SCREEN, readings, unpacked
from tests.tui.driver import Driver, desk, desk_clock

pytestmark = pytest.mark.slow


async def opened(d: Driver, case: str) -> None:
    """Open a waiting case from Home by keys; the list is walked from its end."""
    waiting = [summary.id for summary in d.app.home._cases]
    await d.press(*["up"] * (len(waiting) - waiting.index(case)), "enter")
    assert d.case.id == case


async def test_what_was_half_typed_goes_on_to_an_end(tmp_path: Path) -> None:
    unpacked(tmp_path)
    async with desk(tmp_path) as d:
        await opened(d, LEFT_ON_A_SCREEN)
        await d.press("f")
        d.shows("Yoga 7 écran noi")
        await d.type("r")
        await d.press("enter", "escape", "1", "c", "1", "x", "enter")
        [row] = [row for row in d.log() if row["case"] == LEFT_ON_A_SCREEN]
        assert row["disposition"] == "referred_cs"
        assert row["facts"]["social_triage.problem"] == "Yoga 7 écran noir"
        assert row["notes"][0]["text"] == "il rappelle demain"


async def test_a_fee_changed_after_its_signature_locks_nothing(tmp_path: Path) -> None:
    unpacked(tmp_path)
    before = readings()["visit-signed"]
    async with desk(tmp_path, clock=desk_clock(before.left + 60)) as d:
        await opened(d, "visit-signed")
        await d.press("/")
        await d.type("prix")
        await d.press("enter", "ctrl+u")
        await d.type("900")
        await d.press("enter", "escape")
        assert (d.fact("field_visit.fee"), d.step) == ("900", "replace")
        d.hides(d.app.words["consent.signed"])
        await d.press("2")
        assert d.step == "test", "the way on is open, as it was"
