"""Everyday words as times: read by what a fact allows; what names no hour is asked back."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time import words_of_time
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.time.moments import iso, local, seconds_of
from lenovo_desk.core.time.typed_days import date_order
from lenovo_desk.core.time.typed_moments import Sense, typed_date, typed_datetime
from lenovo_desk.core.values.parse_value import Entry, parse_value

ZONE = "Europe/Paris"


def stamp(moment: str) -> Stamp:
    """Return a local moment of Paris as a stamp."""
    seconds = seconds_of(moment, ZONE)
    assert seconds is not None
    return Stamp(seconds, "boot", 0.0)


MONDAY = stamp("2026-11-30T13:05")


def typed(text: str, kind: str = "datetime", language: str = "fr", **more: bool) -> str:
    """Return what is read for a fact, without its offset, or `!` and why nothing is."""
    value = parse_value(
        FactSpec("fact", kind, **more),  # type: ignore[arg-type]
        text,
        Entry(MONDAY, ZONE, language),
    )
    if isinstance(value, Reason):
        return f"!{value.code}"
    assert isinstance(value, str)
    return value.removesuffix("+01:00").removesuffix("+02:00").replace("T", " ")


EVERYDAY = [
    ("fr", "demain 9h", "2026-12-01 09:00"),
    ("fr", "demain à 9h du matin", "2026-12-01 09:00"),
    ("fr", "lundi 9h", "2026-12-07 09:00"),
    ("fr", "lundi 14h", "2026-11-30 14:00"),
    ("fr", "lundi prochain 10h", "2026-12-07 10:00"),
    ("fr", "vendredi dernier 17h", "2026-11-27 17:00"),
    ("fr", "dans 2 heures", "2026-11-30 15:05"),
    ("fr", "dans 1h30", "2026-11-30 14:35"),
    ("fr", "dans une demi-heure", "2026-11-30 13:35"),
    ("fr", "dans trois quarts d’heure", "2026-11-30 13:50"),
    ("fr", "dans 3 jours à 14h", "2026-12-03 14:00"),
    ("fr", "il y a 20 minutes", "2026-11-30 12:45"),
    ("fr", "midi", "2026-11-30 12:00"),
    ("fr", "midi et demi", "2026-11-30 12:30"),
    ("fr", "demain midi", "2026-12-01 12:00"),
    ("fr", "hier 17h", "2026-11-29 17:00"),
    ("fr", "ce soir 8h", "2026-11-30 20:00"),
    ("fr", "3h de l'après-midi", "2026-11-30 15:00"),
    ("fr", "le 3 mars à 14h", "2027-03-03 14:00"),
    ("fr", "3 mars 2026 14h05", "2026-03-03 14:05"),
    ("fr", "Mardi 1er décembre 9h30", "2026-12-01 09:30"),
    ("fr", "le 5 à 14h", "2026-12-05 14:00"),
    ("fr", "03/04/26 9h", "2026-04-03 09:00"),
    ("fr", "28-03-2026 14:00", "2026-03-28 14:00"),
    ("en", "tomorrow 3pm", "2026-12-01 15:00"),
    ("en", "3 pm tomorrow", "2026-12-01 15:00"),
    ("en", "next monday 10:00", "2026-12-07 10:00"),
    ("en", "in 2 hours", "2026-11-30 15:05"),
    ("en", "in half an hour", "2026-11-30 13:35"),
    ("en", "20 minutes ago", "2026-11-30 12:45"),
    ("en", "noon", "2026-11-30 12:00"),
    ("en", "12 am", "2026-11-30 00:00"),
    ("en", "2 pm", "2026-11-30 14:00"),
    ("en", "this morning at 9:15", "2026-11-30 09:15"),
    ("en", "March 3rd, 2027 at 2:15 p.m.", "2027-03-03 14:15"),
    ("en", "2026-03-28 14:00:00", "2026-03-28 14:00"),
    ("en", "20260305 8:00", "2026-03-05 08:00"),
    ("zh", "下午3点", "2026-11-30 15:00"),
    ("zh", "明天上午10点半", "2026-12-01 10:30"),
    ("zh", "明天上午十点", "2026-12-01 10:00"),
    ("zh", "后天9点", "2026-12-02 09:00"),
    ("zh", "大后天 9:00", "2026-12-03 09:00"),
    ("zh", "下周二10点", "2026-12-08 10:00"),
    ("zh", "这周五下午3点", "2026-12-04 15:00"),
    ("zh", "周二十点", "2026-12-01 10:00"),
    ("zh", "半小时后", "2026-11-30 13:35"),
    ("zh", "两小时后", "2026-11-30 15:05"),
    ("zh", "一个半小时后", "2026-11-30 14:35"),
    ("zh", "20分钟前", "2026-11-30 12:45"),
    ("zh", "3月2日下午三点", "2027-03-02 15:00"),
    ("zh", "2026年3月5号 10点", "2026-03-05 10:00"),
    ("zh", "十点一刻", "2026-11-30 10:15"),
    ("zh", "十点零五分", "2026-11-30 10:05"),
    ("zh", "晚上12点", "2026-12-01 00:00"),
    ("zh", "今晚8点", "2026-11-30 20:00"),
    ("zh", "中午", "2026-11-30 12:00"),
    ("zh", "昨晚11点", "2026-11-29 23:00"),
    ("zh", "２０２６年３月５日１４：３０", "2026-03-05 14:30"),
    ("zh", "3/4 10点", "2027-03-04 10:00"),
    ("zh", "26/03/14 10点", "2026-03-14 10:00"),
    ("zh", "22/11 10点", "2026-11-22 10:00"),
]


@pytest.mark.parametrize(("language", "text", "moment"), EVERYDAY)
def test_everyday_words_are_times(language: str, text: str, moment: str) -> None:
    assert typed(text, language=language) == moment


@pytest.mark.parametrize(
    "text",
    [
        "demain",
        "cet après-midi",
        "ce soir",
        "demain soir",
        "下午",
        "明天下午",
        "下周二",
        "3 mars",
        "tomorrow",
        "tonight",
        "next tuesday",
        "après-midi",
        "this evening",
        "今晚",
    ],
)
def test_a_day_or_a_part_of_it_is_no_hour_and_is_asked_back(text: str) -> None:
    assert typed(text) == "!hour_missing"


@pytest.mark.parametrize("text", ["29/03/2026 2h30", "29 mars 2026 à 2h", "2026-03-29 02:59"])
def test_an_hour_that_the_clocks_skip_does_not_exist(text: str) -> None:
    assert typed(text) == "!hour_skipped"


@pytest.mark.parametrize(
    "text", ["lundi 1er décembre 9h", "周一 12月1日 9点", "friday 31/12/2026 9:00"]
)
def test_a_day_of_the_week_must_be_that_of_the_date(text: str) -> None:
    assert typed(text) == "!other_weekday"


@pytest.mark.parametrize(
    "text",
    ["", "a", "9", "12:3", "25h", "24:00", "9h75", "31/02 9h", "13 pm 9", "vers le soir", "何时"],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert typed(text)[:5] in ("!not_", "!empt", "!hour")


@pytest.mark.parametrize(
    ("text", "past", "future", "open_"),
    [
        ("02/03", "2026-03-02", "2027-03-02", "2027-03-02"),
        ("3月2日", "2026-03-02", "2027-03-02", "2027-03-02"),
        ("3 mars", "2026-03-03", "2027-03-03", "2027-03-03"),
        ("1/12", "2025-12-01", "2026-12-01", "2026-12-01"),
        ("30/11", "2026-11-30", "2026-11-30", "2026-11-30"),
        ("29/02", "2024-02-29", "2028-02-29", "!not_date"),
        ("dimanche", "2026-11-29", "2026-12-06", "2026-12-06"),
        ("lundi", "2026-11-30", "2026-11-30", "2026-11-30"),
        ("le 15", "2026-11-15", "2026-12-15", "2026-11-15"),
        ("il y a 2 mois", "2026-09-30", "2026-09-30", "2026-09-30"),
    ],
)
def test_a_date_without_a_year_is_the_latest_or_the_next_possible(
    text: str, past: str, future: str, open_: str
) -> None:
    assert typed(text, "date", past=True) == past
    assert typed(text, "date", future=True) == future
    assert typed(text, "date") == open_


def test_a_time_of_today_is_not_taken_for_one_of_last_year() -> None:
    assert typed("30/11 18:00", past=True) == "2026-11-30 18:00"
    assert typed("lundi 18h", past=True) == "2026-11-23 18:00"


def test_the_order_of_a_date_is_that_of_the_language_and_the_country() -> None:
    assert [date_order("zh", "FR"), date_order("en", "US")] == ["ymd", "mdy"]
    assert {date_order("fr", "US"), date_order("en", "CN"), date_order("", "")} == {"dmy"}


def test_a_date_shown_in_one_language_is_read_back_in_another() -> None:
    """The line opens with the value as the screen's language writes it, whatever the customer's."""
    for language in ("zh", "fr", "en"):
        assert typed("03/04/2026 à 9 h 05", language=language) == "2026-04-03 09:05"
        assert typed("2026年4月3日 09:05", language=language) == "2026-04-03 09:05"


@pytest.mark.parametrize("zone", ["Europe/Paris", "Asia/Shanghai", "America/New_York"])
def test_a_moment_with_its_offset_stays_as_it_is(zone: str) -> None:
    for text in ("2026-03-28T14:00:00Z", "2026-03-28 14:00+00:00", "2026-03-28T14:00:00.123+0000"):
        assert typed_datetime(text, Sense(MONDAY, zone)) == "2026-03-28T14:00+00:00"


_ASKING = r"fromtimestamp|time\.(gmtime|localtime|ctime|mktime)\(\w"
_PIECES = st.lists(
    st.sampled_from(
        [
            *words_of_time.DAYS,
            *words_of_time.WEEKDAYS,
            *words_of_time.PARTS,
            *words_of_time.CLOCKS,
            *words_of_time.MONTHS,
            *words_of_time.UNITS,
            *[
                "dans",
                "à",
                "后",
                "前",
                "ago",
                "il",
                "y",
                "a",
                "9h",
                "10点",
                "半",
                "31",
                "2",
                "9999",
                ":",
                "/",
                "-",
                "2026",
                "0",
                "24h",
                "le",
            ],
        ]
    ),
    max_size=6,
)


@given(
    _PIECES,
    st.floats(-1e12, 1e12),
    st.integers(-1, 1),
    st.sampled_from(("dmy", "ymd", "mdy")),
    st.booleans(),
)
def test_no_words_at_any_moment_raise_and_what_is_read_reads_the_same(
    pieces: list[str], utc: float, lean: int, order: str, spaced: bool
) -> None:
    text = (" " if spaced else "").join(pieces)
    sense = Sense(Stamp(utc, "b", 0.0), "Asia/Shanghai", lean, order)
    for read in (typed_date, typed_datetime):
        value = read(text, sense)
        if isinstance(value, str):
            assert read(value, sense) == value


@given(st.floats(-1e19, 1e19))
def test_every_moment_has_a_local_time_that_counts_back(utc: float) -> None:
    for zone in ("UTC", "Asia/Shanghai", "America/New_York"):
        seconds = seconds_of(iso(utc, zone), zone)
        assert seconds is not None
        assert abs(seconds - local(utc, zone).timestamp()) < 60


def test_nothing_asks_the_system_for_the_local_time_of_a_moment() -> None:
    """Windows raises for years before 1970 and after 3000."""
    package = Path(__file__).parents[2] / "lenovo_desk"
    for path in package.rglob("*.py"):
        code = "\n".join(
            line for line in path.read_text("utf-8").split("\n") if "`fromtimestamp`" not in line
        )
        assert not re.search(_ASKING, code), path


SPOKEN_AT = "2026-11-30T10:00"
SPOKEN = [
    ("pour demain matin 9h", "12-01T09:00"),
    ("d'ici vendredi midi", "12-04T12:00"),
    ("demain huit heures", "12-01T08:00"),
    ("demain à quatorze heures trente", "12-01T14:30"),
    ("s’il vous plaît demain 9h30", "12-01T09:30"),
    ("rdv demain 9h, merci", "12-01T09:00"),
    ("jusqu’à demain 18h", "12-01T18:00"),
    ("jeudi 3 à 14h", "12-03T14:00"),
    ("au 4/12 10h", "12-04T10:00"),
    ("dans une heure et demie", "11-30T11:30"),
    ("demain 9h05", "12-01T09:05"),
    ("half past nine tomorrow", "12-01T09:30"),
    ("quarter to three pm", "11-30T14:45"),
    ("quarter past 3 pm tomorrow", "12-01T15:15"),
    ("half an hour from now", "11-30T10:30"),
    ("in a fortnight", "12-14T10:00"),
    ("tomorrow afternoon at 3", "12-01T15:00"),
    ("tonight at 8", "11-30T20:00"),
    ("by friday noon, please", "12-04T12:00"),
    ("9.30am tomorrow", "12-01T09:30"),
    ("约明天下午3点", "12-01T15:00"),
    ("明天下午3点左右", "12-01T15:00"),
    ("过半小时", "11-30T10:30"),
    ("本周五下午两点半", "12-04T14:30"),
    ("礼拜三上午九点", "12-02T09:00"),
    ("今晚八点半", "11-30T20:30"),
    ("中午12点", "11-30T12:00"),
    ("jeudi 4 à 14h", "other_weekday"),
    ("le mardi 2 décembre à 14 h 30", "other_weekday"),
    ("demain dans l’après-midi", "hour_missing"),
    ("demain entre 9h et 11h", "not_datetime"),
    ("tomorrow 2-4pm", "not_datetime"),
    ("明天上午9点到11点", "not_datetime"),
    ("过两天", "not_datetime"),
    ("月底", "not_datetime"),
    ("fin du mois", "not_datetime"),
    ("half to nine", "not_datetime"),
    ("tuesday at 9", "not_datetime"),
    ("21:5", "not_datetime"),
]


@pytest.mark.parametrize(("text", "meant"), SPOKEN)
def test_a_time_is_read_as_it_is_said(text: str, meant: str) -> None:
    now = seconds_of(SPOKEN_AT, "Europe/Paris")
    assert now is not None
    value = typed_datetime(text, Sense(Stamp(now, "boot", 1.0), "Europe/Paris", 1))
    assert (value.code if isinstance(value, Reason) else value[5:16]) == meant
