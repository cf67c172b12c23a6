"""Time as two clocks tell it."""

import pytest

from lenovo_desk.core.time.clock import Stamp, elapsed, jump

HOUR = 3600.0
BEFORE_SUMMER = 1_774_745_000.0
"""29 March 2026, 01:43 in Paris, 17 minutes before the clock goes forward."""
BEFORE_WINTER = 1_792_889_000.0
"""25 October 2026, 02:43 in Paris in summer time, 17 minutes before the clock goes back."""


def stamp(utc: float, up: float, boot: str = "a") -> Stamp:
    return Stamp(utc, boot, up)


def test_sleep_counts_because_both_clocks_count_it() -> None:
    assert elapsed(stamp(0, 0), stamp(HOUR, HOUR)) == (HOUR, "boot")


@pytest.mark.parametrize("set_by", [HOUR, -HOUR])
def test_a_clock_set_by_an_hour_gives_the_smaller_difference(set_by: float) -> None:
    start, end = stamp(10_000, 50), stamp(10_000 + 600 + set_by, 650)
    assert elapsed(start, end) == (max(0.0, min(600.0, 600 + set_by)), "jumped")
    assert jump(start, end) == set_by


def test_a_restart_leaves_only_the_wall_clock() -> None:
    assert elapsed(stamp(0, 9000), stamp(600, 20, "b")) == (600.0, "utc")
    assert elapsed(stamp(600, 9000), stamp(0, 20, "b")) == (0.0, "utc")
    assert jump(stamp(0, 9000), stamp(99_999, 20, "b")) == 0.0


def test_a_small_drift_is_no_jump() -> None:
    assert elapsed(stamp(0, 0), stamp(604, 600)) == (600.0, "boot")
    assert jump(stamp(0, 0), stamp(604.9, 600)) == 0.0
    assert jump(stamp(0, 0), stamp(605, 600)) == 5.0


@pytest.mark.parametrize("before", [BEFORE_SUMMER, BEFORE_WINTER])
def test_a_change_of_the_clocks_for_summer_or_winter_changes_nothing(before: float) -> None:
    assert elapsed(stamp(before, 0), stamp(before + 1800, 1800)) == (1800.0, "boot")


def test_time_is_never_negative() -> None:
    assert elapsed(stamp(100, 100), stamp(50, 50)).seconds == 0.0
