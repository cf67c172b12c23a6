"""A wait in a real terminal: big digits that count, one bell at its end, whatever is in front."""

import re
import sys
import time
from pathlib import Path

import pytest

from lenovo_desk.tui.kit.theme import TOKENS
from tests.big_digits import big_time
from tests.cli.terminal import leave, press, terminal
from tests.hand_clock import HandClock
from tests.tui.visit_at_the_door import visit_left_at

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals"),
]

QUARTER = 900
HALF, TIME = (TOKENS["dark"]._asdict()[name].removeprefix("#") for name in ("half", "time"))


def waiting(folder: Path, left: int) -> Path:
    """Leave a visit at the door with so many seconds of its wait left; return the data folder."""
    clock = HandClock(time.time() - QUARTER + left, "another-boot", tick=0.0)
    visit_left_at(folder, clock, "waiting")
    return folder / "data"


def test_the_digits_count_down_and_the_bell_rings_once(tmp_path: Path) -> None:
    with terminal(waiting(tmp_path, 25), (100, 30), "zh") as at:
        at.wait_for("上门服务")
        assert at.bells == 0
        press(at, "up", "enter")
        at.wait_for("现场等15分钟")

        counted: dict[str, list[str]] = {HALF: [], TIME: []}

        def over() -> bool:
            cells = at.painted
            for ground, times in counted.items():
                text = big_time([[cell[2] == ground for cell in row[:39]] for row in cells])[0]
                if re.fullmatch(r"\d:\d\d", text) and text not in times:
                    times.append(text)
            return counted[TIME][-1:] == ["0:00"]

        at.wait_until(over, limit=120)
        assert not counted[HALF], "the last minute is amber"
        assert [*counted[TIME]] == sorted(counted[TIME], reverse=True)
        assert len(counted[TIME]) > 10
        at.wait_for("时间到")
        at.idle(2.5)
        assert at.bells == 1
        leave(at)


def test_it_rings_over_the_help_page_and_names_the_customer(tmp_path: Path) -> None:
    with terminal(waiting(tmp_path, 12), (80, 24), "zh") as at:
        at.wait_for("上门服务")
        press(at, "up", "enter")
        at.wait_for("现场等15分钟")
        press(at, "?")
        at.wait_until(lambda: at.bells == 1, limit=30)
        at.wait_for("张伟.*时间到")
        row = next(row for row in at.painted if "张" in {cell[0] for cell in row[:40]})
        assert TIME in {cell[2] for cell in row}
        at.idle(2.5)
        assert at.bells == 1
        press(at, "escape")
        leave(at)


def test_a_wait_that_ended_while_the_program_was_off_says_so(tmp_path: Path) -> None:
    with terminal(waiting(tmp_path, -30), (80, 24), "fr") as at:
        at.wait_for("张伟.: attente terminée")
        assert at.bells == 1
        leave(at)
