"""A key costs one look at the step and one paint of the panes."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from lenovo_desk.tui.desk.case_panes import CasePanes
from tests.tui.driver import desk
from tests.tui.scenes import DELAYED

KEYS = ("c", "1", "space", "h", "l", "v", "b")


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[], tuple[int, int]]:
    """Return what tells how many looks and paints there were since it was asked last."""
    calls = {"read": 0, "paint": 0}

    def count(name: str) -> None:
        method = getattr(CasePanes, name)

        def counting(panes: CasePanes, *names: str, **beside: object) -> object:
            calls[name] += 1
            return method(panes, *names, **beside)

        monkeypatch.setattr(CasePanes, name, counting)

    count("read")
    count("paint")

    def since() -> tuple[int, int]:
        looks_and_paints = calls["read"], calls["paint"]
        calls.update(read=0, paint=0)
        return looks_and_paints

    return since


async def test_copying_costs_no_more_than_choosing(
    tmp_path: Path, counted: Callable[[], tuple[int, int]]
) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED)
        counted()
        await d.press("c")
        assert d.clipboard
        assert counted() == (1, 1)
        step = d.step
        await d.press("1")
        assert d.step != step
        assert counted() == (1, 1)


@pytest.mark.parametrize("start", [DELAYED, ("m", "enter", "enter")])
async def test_no_key_looks_or_paints_twice(
    tmp_path: Path, counted: Callable[[], tuple[int, int]], start: Sequence[str]
) -> None:
    async with desk(tmp_path) as d:
        await d.press(*start)
        for key in KEYS:
            counted()
            await d.press(key)
            looks, paints = counted()
            assert looks <= 1, key
            assert paints <= 1, key
