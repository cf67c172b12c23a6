"""Working time: weekends, lunch breaks, holidays, make-up days and both clock changes, by date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenovo_desk.core.time.calendar import (
    Term,
    due_after,
    parse_calendar,
    parse_hours,
    parse_term,
    spans,
    worked,
)
from lenovo_desk.core.time.moments import iso, seconds_of
from tests.core.working_time import CHINA, FRANCE, NIGHT, WEEK

ROUND = "; ".join(f"{day} 0:00-24:00" for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
HOUR = 3600


def due(calendar: str, start: str, term: str, zone: str = "Asia/Shanghai") -> str:
    """Return when a term that begins at a local time is over, in local time."""
    found, base, length = parse_calendar(calendar), seconds_of(start, zone), parse_term(term)
    assert found is not None
    assert base is not None
    assert length is not None
    moment, counted = due_after(found, base, length, zone)
    assert counted == worked(found, base, moment, zone)
    return iso(moment, zone)[:16]


@pytest.mark.parametrize(
    ("start", "term", "wanted"),
    [
        ("2026-11-24T10:00", "1h", "2026-11-24T11:00"),
        ("2026-11-24T11:30", "1h", "2026-11-24T13:30"),  # over lunch
        ("2026-11-24T12:20", "1h", "2026-11-24T14:00"),  # begun at lunch
        ("2026-11-24T17:30", "1h", "2026-11-25T09:30"),  # over the night
        ("2026-11-24T11:00", "1h", "2026-11-24T12:00"),  # to the minute of the break
        ("2026-11-27T17:30", "1h", "2026-11-30T09:30"),  # over the weekend
        ("2026-11-28T11:00", "1h", "2026-11-30T10:00"),  # begun on a Saturday
        ("2026-11-24T06:00", "8h", "2026-11-24T18:00"),  # a whole day
        ("2026-11-26T16:00", "16h", "2026-11-30T16:00"),
    ],
)
def test_hours_run_over_working_time_only(start: str, term: str, wanted: str) -> None:
    assert due(WEEK, start, term) == wanted


@pytest.mark.parametrize(
    ("start", "term", "wanted"),
    [
        ("2026-11-24T10:00", "1d", "2026-11-25T18:00"),  # the day it begins does not count
        ("2026-11-27T10:00", "1d", "2026-11-30T18:00"),
        ("2026-11-28T10:00", "1d", "2026-11-30T18:00"),  # begun on a Saturday: Monday is the first
        ("2026-11-24T19:00", "5d", "2026-12-01T18:00"),
    ],
)
def test_days_end_with_the_last_working_hour(start: str, term: str, wanted: str) -> None:
    assert due(WEEK, start, term) == wanted


def test_a_chinese_make_up_saturday_is_worked_and_the_holiday_before_it_is_not() -> None:
    assert due(CHINA, "2026-09-30T17:00", "2h") == "2026-10-08T10:00"
    assert due(CHINA, "2026-10-09T17:30", "1h") == "2026-10-10T09:30"
    assert due(CHINA, "2026-10-09T10:00", "1d") == "2026-10-10T18:00"
    assert due(WEEK, "2026-10-09T17:30", "1h") == "2026-10-12T09:30"


def test_a_french_holiday_is_not_worked() -> None:
    assert due(FRANCE, "2026-07-13T17:30", "1h", "Europe/Paris") == "2026-07-15T09:30"
    assert due(FRANCE, "2026-12-24T17:30", "1h", "Europe/Paris") == "2026-12-28T09:30"


def test_a_night_in_which_the_clocks_go_forward_is_an_hour_shorter() -> None:
    assert due(NIGHT, "2026-03-28T22:00", "4h", "Europe/Paris") == "2026-03-29T03:00"
    assert due(ROUND, "2026-03-28T12:00", "24h", "Europe/Paris") == "2026-03-29T13:00"


def test_a_night_in_which_the_clocks_go_back_is_an_hour_longer() -> None:
    assert due(NIGHT, "2026-10-24T22:00", "4h", "Europe/Paris") == "2026-10-25T02:00"
    assert due(NIGHT, "2026-10-24T22:00", "6h", "Europe/Paris") == "2026-10-25T03:00"
    assert due(ROUND, "2026-10-24T12:00", "24h", "Europe/Paris") == "2026-10-25T11:00"


def test_a_weekday_morning_after_a_clock_change_begins_at_its_local_hour() -> None:
    assert due(WEEK, "2026-03-27T17:30", "1h", "Europe/Paris") == "2026-03-30T09:30"
    assert due(WEEK, "2026-10-23T17:30", "1h", "Europe/Paris") == "2026-10-26T09:30"


def test_the_spans_counted_are_those_of_the_arithmetic() -> None:
    calendar = parse_calendar(WEEK)
    assert calendar is not None
    start, end = seconds_of("2026-11-27T17:30", "UTC"), seconds_of("2026-11-30T09:30", "UTC")
    assert start is not None
    assert end is not None
    shown = [
        (iso(a, "UTC")[:16], iso(b, "UTC")[:16]) for a, b in spans(calendar, start, end, "UTC")
    ]
    assert shown == [
        ("2026-11-27T17:30", "2026-11-27T18:00"),
        ("2026-11-30T09:00", "2026-11-30T09:30"),
    ]


@pytest.mark.parametrize("text", ["", "off 2026-01-01", "mon", "mon 12:00-9:00", "nonsense"])
def test_a_calendar_without_working_time_is_none(text: str) -> None:
    assert parse_calendar(text) is None


@pytest.mark.parametrize("text", ["", "9-12", "9:00-12:00 11:00-18:00", "9:00-24:30", "9:70-10:00"])
def test_hours_that_are_no_spans_in_order_are_none(text: str) -> None:
    assert parse_hours(text) is None


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("4h", Term(4 * HOUR)),
        ("5d", Term(5 * 24 * HOUR, 5)),
        ("1h work", Term(HOUR, 0, "work")),
        ("24h always", Term(24 * HOUR, 0, "always")),
        ("0h", None),
        ("soon", None),
    ],
)
def test_a_term_is_a_length_and_perhaps_a_clock(text: str, term: Term | None) -> None:
    assert parse_term(text) == term


@given(
    st.floats(-1e18, 1e18),
    st.integers(1, 400_000),
    st.sampled_from([CHINA, FRANCE, NIGHT, ROUND]),
    st.sampled_from(["Europe/Paris", "Asia/Shanghai", "UTC", "nowhere"]),
)
def test_a_due_time_is_never_before_its_beginning(
    start: float, seconds: int, text: str, zone: str
) -> None:
    calendar = parse_calendar(text)
    assert calendar is not None
    moment, _ = due_after(calendar, start, Term(seconds), zone)
    assert moment >= start


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("9h-17h", ((540, 1020),)),
        ("9h30-12h 13h-17h45", ((570, 720), (780, 1065))),
        ("9:00-17h", ((540, 1020),)),
        ("22:00-24:00", ((1320, 1440),)),
        ("22:00-6:00", None),
        ("22h-6h", None),
        ("9-17", None),
        ("9h75-17h", None),
    ],
)
def test_hours_are_read_as_people_write_them(
    text: str, hours: tuple[tuple[int, int], ...] | None
) -> None:
    assert parse_hours(text) == hours
