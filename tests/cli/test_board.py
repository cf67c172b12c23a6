"""The board is right over weekends, lunch, holidays, make-up days and both clock changes."""

import time

import pytest

from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.time.moments import seconds_of
from lenovo_desk.core.walking.moves import parse_move
from lenovo_desk.core.walking.walker import WalkClock, Walker
from lenovo_desk.store.cases.case_store import CaseStore
from tests.cli.cases import put
from tests.cli.program import Program
from tests.core.working_time import CHINA, FRANCE, NIGHT, WEEK
from tests.shipped_content import library

pytestmark = pytest.mark.slow

KEY = "complaint.closing"


def accepted(desk: Program, moment: str, calendar: str, zone: str, term: str) -> None:
    """Accept a complaint at a local time, its answer promised within a term."""
    utc = seconds_of(moment, zone)
    assert utc is not None
    clock = WalkClock(utc)
    store = CaseStore(desk.data, clock)
    opening = OpenCase("case", "complaint", "li", "complaints", "zh", zone)
    opening = opening._replace(calendar=calendar, times=((KEY, term),))
    session = store.open_case(library(), opening)
    walker = Walker(library(), session, clock)
    for move in ("came_by=phone", "accepted"):
        assert not walker.take(parse_move(move)), move
    store.release(session)


@pytest.mark.parametrize(
    ("moment", "calendar", "zone", "term", "due"),
    [
        ("2026-11-24T11:30", WEEK, "Asia/Shanghai", "1h", "2026-11-24T13:30+08:00"),
        ("2026-11-27T17:30", WEEK, "Asia/Shanghai", "1h", "2026-11-30T09:30+08:00"),
        ("2026-10-09T17:30", CHINA, "Asia/Shanghai", "1h", "2026-10-10T09:30+08:00"),
        ("2026-09-30T10:00", CHINA, "Asia/Shanghai", "3d", "2026-10-10T18:00+08:00"),
        ("2026-07-13T17:30", FRANCE, "Europe/Paris", "1h", "2026-07-15T09:30+02:00"),
        ("2026-03-28T22:00", NIGHT, "Europe/Paris", "4h", "2026-03-29T03:00+02:00"),
        ("2026-10-24T22:00", NIGHT, "Europe/Paris", "6h", "2026-10-25T03:00+01:00"),
        ("2026-03-28T22:00", WEEK, "Europe/Paris", "24h always", "2026-03-29T23:00+02:00"),
        ("2026-10-24T22:00", WEEK, "Europe/Paris", "24h always", "2026-10-25T21:00+01:00"),
    ],
    ids=[
        "a lunch break",
        "a weekend",
        "a Chinese make-up Saturday",
        "a Chinese holiday in working days",
        "a French holiday",
        "the clocks go forward",
        "the clocks go back",
        "day and night, forward",
        "day and night, back",
    ],
)
def test_a_promise_is_due_when_the_calendar_says(
    desk: Program, moment: str, calendar: str, zone: str, term: str, due: str
) -> None:
    accepted(desk, moment, calendar, zone, term)
    [case] = desk("board", "--json").json()
    assert {one["name"]: one["at"] for one in case["dues"]}[KEY] == due
    told = desk("board", "--why", "--lang", "en").out
    assert "set in the settings of the desk" in told
    assert ("day and night" in told.split("set in the settings")[0]) >= ("always" in term)


@pytest.mark.parametrize(
    ("flow", "moves", "rank", "word"),
    [
        (
            "phone_complaint",
            ("hotline", "+accepted_told", "in_scope", "danger"),
            "urgent",
            "Urgent",
        ),
        ("crisis", ("triggers=injury",), "danger", "Danger"),
        ("crisis", ("triggers=lawyer",), "urgent", "Urgent"),
        ("crisis", ("triggers=other",), "first", "Prioritaire"),
    ],
)
def test_a_case_that_its_flow_marks_comes_before_an_older_question_about_a_price(
    desk: Program, flow: str, moves: tuple[str, ...], rank: str, word: str
) -> None:
    question = ("hotline", "+accepted_told", "in_scope", "neither")
    now = time.time()
    put(desk.data, "20261123-090000-older0", *question, at=now - 3600, flow="phone_complaint")
    put(desk.data, "20261124-060000-newer0", *moves, at=now - 60, flow=flow)
    plain = desk("board", "--json").json()
    assert [(one["id"][-6:], one["priority"]) for one in plain] == [
        ("newer0", rank),
        ("older0", ""),
    ]
    lines = desk("board", "--lang", "fr").out.splitlines()
    assert word in lines[0]
    assert word not in lines[-1]
