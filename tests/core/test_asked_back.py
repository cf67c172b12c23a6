"""What usage leaves open is asked back with every reading; what it settles is read as said."""

import re

import pytest

from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.time.moments import seconds_of
from lenovo_desk.core.time.typed_moments import Sense, typed_date, typed_datetime
from lenovo_desk.core.wording.sentences import sentence
from tests.shipped_content import library

ZONE = "Europe/Paris"
LEANS = {"past": -1, "": 0, "future": 1}


def read(
    text: str,
    lean: str = "",
    kind: str = "datetime",
    now: str = "2026-11-30T13:05",
    order: str = "",
) -> str:
    """Return the value of a typed text without its offset, or the code and every reading."""
    seconds = seconds_of(now, ZONE)
    assert seconds is not None
    chinese = any(ord(letter) > 0x2E80 for letter in text)
    sense = Sense(
        Stamp(seconds, "boot", 0.0), ZONE, LEANS[lean], order or ("ymd" if chinese else "dmy")
    )
    value = (typed_date if kind == "date" else typed_datetime)(text, sense)
    if isinstance(value, Reason):
        return f"{value.code} {value.detail}".strip()
    return re.sub(r"\+0[12]:00$", "", value)


TODAYS_END, TOMORROWS_END = "2026-12-01T00:00", "2026-12-02T00:00"
OF_TOMORROW = f"moment_either {TODAYS_END} {TOMORROWS_END}"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ce soir à minuit", TODAYS_END),
        ("minuit ce soir", TODAYS_END),
        ("midnight tonight", TODAYS_END),
        ("tonight at midnight", TODAYS_END),
        ("tonight 12am", TODAYS_END),
        ("今晚零点", TODAYS_END),
        ("今晚12点", TODAYS_END),
        ("今晚0点", TODAYS_END),
        ("今夜零点", TODAYS_END),
        ("晚上12点", TODAYS_END),
        ("昨晚零点", "2026-11-30T00:00"),
        ("昨晚12点", "2026-11-30T00:00"),
        ("last night at midnight", "2026-11-30T00:00"),
        ("hier soir à minuit", "2026-11-30T00:00"),
        ("明晚零点", TOMORROWS_END),
        ("demain soir minuit", TOMORROWS_END),
        ("今晚1点", "2026-12-01T01:00"),
        ("今晚12点半", "2026-12-01T00:30"),
        ("ce soir à minuit et demi", "2026-12-01T00:30"),
        ("ce soir à minuit moins le quart", "2026-11-30T23:45"),
        ("last night at 2am", "2026-11-30T02:00"),
        ("昨晚两点", "2026-11-30T02:00"),
        ("hier soir 23h", "2026-11-29T23:00"),
        ("明天0点", TODAYS_END),
        ("明天零点", TODAYS_END),
        ("demain 0h", TODAYS_END),
        ("明天凌晨12点", TODAYS_END),
        ("12 am tomorrow", TODAYS_END),
        ("demain à minuit", OF_TOMORROW),
        ("demain minuit", OF_TOMORROW),
        ("tomorrow midnight", OF_TOMORROW),
        ("midnight tomorrow", OF_TOMORROW),
        ("明天午夜", OF_TOMORROW),
        ("明天午夜12点", OF_TOMORROW),
        ("dimanche à minuit", "moment_either 2026-12-06T00:00 2026-12-07T00:00"),
        ("minuit", "moment_either 2026-11-30T00:00 2026-12-01T00:00"),
        ("cette nuit à 2h", "moment_either 2026-11-30T02:00 2026-12-01T02:00"),
        ("今天半夜两点", "moment_either 2026-11-30T02:00 2026-12-01T02:00"),
    ],
)
def test_midnight_belongs_to_the_evening_and_else_to_two_days(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("minuit", "2026-11-30T00:00", TODAYS_END),
        ("midnight", "2026-11-30T00:00", TODAYS_END),
        ("午夜", "2026-11-30T00:00", TODAYS_END),
        ("aujourd'hui à minuit", "2026-11-30T00:00", TODAYS_END),
        ("今天午夜", "2026-11-30T00:00", TODAYS_END),
        ("cette nuit à 2h", "2026-11-30T02:00", "2026-12-01T02:00"),
        ("半夜3点", "2026-11-30T03:00", "2026-12-01T03:00"),
        ("minuit et demi", "2026-11-30T00:30", "2026-12-01T00:30"),
        ("hier à minuit", "moment_either 2026-11-29T00:00 2026-11-30T00:00", "2026-11-30T00:00"),
    ],
)
def test_what_a_fact_allows_decides_between_two_nights(text: str, past: str, future: str) -> None:
    assert read(text, "past") == past
    if text != "hier à minuit":
        assert read(text, "future") == future


BY_THREE = "moment_either 2026-12-01T03:00 2026-12-01T15:00"


@pytest.mark.parametrize(
    ("text", "lean", "meant"),
    [
        ("三点半", "future", "2026-11-30T15:30"),
        ("两点", "future", "2026-11-30T14:00"),
        ("差一刻三点", "future", "2026-11-30T14:45"),
        ("三点差五分", "future", "2026-11-30T14:55"),
        ("下午差十分三点", "", "2026-11-30T14:50"),
        ("half past three", "future", "2026-11-30T15:30"),
        ("quarter to one", "future", "moment_behind"),
        ("两点", "past", "moment_either 2026-11-30T02:00 2026-11-30T14:00"),
        ("明天三点", "future", BY_THREE),
        ("tomorrow 3 o'clock", "future", BY_THREE),
        ("demain à trois heures", "future", BY_THREE),
        ("明天七点", "future", "moment_either 2026-12-01T07:00 2026-12-01T19:00"),
        ("quarter to three tomorrow", "", "moment_either 2026-12-01T02:45 2026-12-01T14:45"),
        ("明天八点", "future", "2026-12-01T08:00"),
        ("demain 3h", "future", "2026-12-01T03:00"),
        ("明天03点", "future", "2026-12-01T03:00"),
        ("明天凌晨三点", "future", "2026-12-01T03:00"),
        ("3 heures du matin", "past", "2026-11-30T03:00"),
        ("demain 3h de l'après-midi", "future", "2026-12-01T15:00"),
        ("quarter past 3 pm", "", "2026-11-30T15:15"),
        ("twenty-five to four tomorrow afternoon", "", "2026-12-01T15:35"),
    ],
)
def test_an_hour_as_it_is_said_is_of_the_morning_or_of_the_afternoon(
    text: str, lean: str, meant: str
) -> None:
    assert read(text, lean) == ("2026-11-30T12:45" if meant == "moment_behind" else meant)


@pytest.mark.parametrize(
    ("text", "now", "meant"),
    [
        ("vendredi prochain", "2026-11-30T13:05", "moment_either 2026-12-04 2026-12-11"),
        ("next tuesday", "2026-11-30T13:05", "moment_either 2026-12-01 2026-12-08"),
        ("vendredi de la semaine prochaine", "2026-11-30T13:05", "2026-12-11"),
        ("friday next week", "2026-11-30T13:05", "2026-12-11"),
        ("lundi prochain", "2026-11-30T13:05", "2026-12-07"),
        ("lundi prochain", "2026-12-03T13:05", "2026-12-07"),
        ("下周五", "2026-11-30T13:05", "2026-12-11"),
        ("vendredi dernier", "2026-11-30T13:05", "2026-11-27"),
        ("lundi dernier", "2026-12-03T13:05", "moment_either 2026-11-23 2026-11-30"),
        ("last friday", "2026-12-05T13:05", "moment_either 2026-11-27 2026-12-04"),
        ("上周五", "2026-12-05T13:05", "2026-11-27"),
        ("jeudi en huit", "2026-11-30T13:05", "2026-12-10"),
        ("lundi en huit", "2026-11-30T13:05", "2026-12-07"),
        ("lundi en quinze", "2026-11-30T13:05", "2026-12-14"),
        ("demain en huit", "2026-11-30T13:05", "2026-12-08"),
        ("friday week", "2026-11-30T13:05", "2026-12-11"),
        ("a week tomorrow", "2026-11-30T13:05", "2026-12-08"),
        ("下下周一", "2026-11-30T13:05", "2026-12-14"),
        ("大后天", "2026-11-30T13:05", "2026-12-03"),
        ("dans huit jours", "2026-11-30T13:05", "moment_either 2026-12-07 2026-12-08"),
        ("dans 15 jours", "2026-11-30T13:05", "moment_either 2026-12-14 2026-12-15"),
        ("il y a 15 jours", "2026-11-30T13:05", "moment_either 2026-11-15 2026-11-16"),
        ("dans 2 semaines", "2026-11-30T13:05", "2026-12-14"),
        ("in 15 days", "2026-11-30T13:05", "2026-12-15"),
        ("15天后", "2026-11-30T13:05", "2026-12-15"),
        ("3日前", "2026-11-30T13:05", "not_date"),
        ("mar 1", "2026-11-30T13:05", "not_date"),
        ("mar 4", "2026-11-30T13:05", "2027-03-04"),
        ("03/04/26", "2026-11-30T13:05", "2026-04-03"),
        ("March the 3rd", "2026-11-30T13:05", "2027-03-03"),
        ("fin de semaine", "2026-11-30T13:05", "not_date"),
        ("début janvier", "2026-11-30T13:05", "not_date"),
        ("月底", "2026-11-30T13:05", "not_date"),
        ("下午3点", "2026-11-30T13:05", "not_date"),
        ("15h", "2026-11-30T13:05", "not_date"),
        ("12月1日周二", "2026-11-30T13:05", "2026-12-01"),
        ("1/12 (mardi)", "2026-11-30T13:05", "2026-12-01"),
        ("12月2日周二", "2026-11-30T13:05", "other_weekday"),
    ],
)
def test_a_day_is_read_only_where_people_agree_on_it(text: str, now: str, meant: str) -> None:
    assert read(text, kind="date", now=now) == meant


def test_a_date_in_figures_without_order_is_asked_back() -> None:
    both = "moment_either 2026-03-04 2026-04-03"
    assert read("03/04/26", kind="date", order="ymd") == both
    years = "moment_either 2014-03-26 2026-03-14"
    assert read("14/03/26", kind="date", order="ymd") == years
    assert read("26/03/04", kind="date", order="ymd") == "2026-03-04"
    assert read("04/04/26", kind="date", order="ymd") == "2026-04-04"
    assert read("03/04/2026", kind="date", order="ymd") == "2026-04-03"
    assert read("03/04/26", kind="date", order="mdy") == "2026-03-04"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("hier soir", "2026-11-29"),
        ("昨晚", "2026-11-29"),
        ("last night", "2026-11-29"),
        ("demain matin", "2026-12-01"),
        ("前天下午", "2026-11-28"),
        ("ce soir", "2026-11-30"),
        ("maintenant", "2026-11-30"),
        ("现在", "2026-11-30"),
        ("今儿", "2026-11-30"),
        ("前晚", "2026-11-28"),
        ("tonight", "2026-11-30"),
        ("今早", "2026-11-30"),
        ("lundi dernier à 9h", "2026-11-23"),
        ("3月2日下午三点", "2027-03-02"),
        ("2026-03-05 14:00:00", "2026-03-05"),
        ("2026-03-05T23:30:00Z", "2026-03-06"),
        ("20260305T100000", "2026-03-05"),
        ("ce soir à minuit", "2026-12-01"),
        ("demain à minuit", "moment_either 2026-12-01 2026-12-02"),
        ("dans la nuit de demain", "not_date"),
        ("demain dans la nuit", "moment_either 2026-12-01 2026-12-02"),
    ],
)
def test_a_time_beside_a_date_is_passed_over_where_the_day_is_clear(text: str, day: str) -> None:
    assert read(text, kind="date") == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("aujourdhui 14h", "2026-11-30T14:00"),
        ("aujourd hui 14h", "2026-11-30T14:00"),
        ("aujourd`hui 14h", "2026-11-30T14:00"),
        ("apresdemain 9h", "2026-12-02T09:00"),
        ("après‑demain 9h", "2026-12-02T09:00"),
        ("demain aprèm 3h", "2026-12-01T15:00"),
        ("cet aprem 15h", "2026-11-30T15:00"),
        ("tmrw 3pm", "2026-12-01T15:00"),
        ("tommorow 9am", "2026-12-01T09:00"),
        ("明儿下午3点", "2026-12-01T15:00"),
        ("前晚8点", "2026-11-28T20:00"),
        ("2moro 9am", "2026-12-01T09:00"),
        ("dans 3/4 d’heure", "2026-11-30T13:50"),
        ("dans une demi heure", "2026-11-30T13:35"),
        ("10h moins dix", "2026-11-30T09:50"),
        ("neuf heures moins vingt", "2026-11-30T08:40"),
        ("midi moins le quart", "2026-11-30T11:45"),
        ("14 h 5", "2026-11-30T14:05"),
        ("14:05h", "2026-11-30T14:05"),
        ("demain 14h30.", "2026-12-01T14:30"),
        ("20260305 1000", "2026-03-05T10:00"),
        ("20260305100000", "2026-03-05T10:00"),
    ],
)
def test_what_is_typed_in_haste_is_read(text: str, moment: str) -> None:
    assert read(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        *("2026-12-05 14:00-16:00", "2026-12-05 14:00 -16:00", "2026-12-05 09:00-11"),
        *("14h-16h", "9h ou 10h", "tomorrow 2 to 4 pm", "tomorrow five to six", "avant 15h"),
        *("下午三点前", "3点后", "14h5", "9点5", "上午十点前后", "下午三点多", "early tomorrow"),
        *(
            "下午0点",
            "ce soir à 4h",
            "今晚11am",
            "中午5点",
            "demain après-midi à midi",
            "8h de la nuit",
        ),
    ],
)
def test_a_stretch_of_time_or_half_a_time_is_no_time(text: str) -> None:
    assert read(text) == "not_datetime"


@pytest.mark.parametrize(
    ("text", "now", "lean", "meant"),
    [
        (
            *("25/10/2026 2h30", "2026-10-01T12:00", "future"),
            "hour_twice 2026-10-25T02:30+02:00 2026-10-25T02:30+01:00",
        ),
        ("25/10/2026 2h30", "2026-10-25T02:45+02:00", "future", "2026-10-25T02:30"),
        ("25/10/2026 3h", "2026-10-01T12:00", "future", "2026-10-25T03:00"),
        ("29/03/2026 2h30", "2026-03-01T12:00", "future", "hour_skipped"),
        ("+1d", "2026-03-28T02:30", "future", "2026-03-29T03:30"),
        ("+1d", "2026-10-24T02:30", "future", "2026-10-25T02:30"),
    ],
)
def test_an_hour_that_comes_twice_is_asked_back(text: str, now: str, lean: str, meant: str) -> None:
    assert read(text, lean, now=now) == meant


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "is this Tuesday 2026-12-01 00:00 or Wednesday 2026-12-02 00:00?"),
        ("fr", "mardi 01/12/2026 à 0 h 00 ou mercredi 02/12/2026 à 0 h 00"),
        ("zh", "2026年12月1日 00:00（星期二）还是2026年12月2日 00:00（星期三）"),
    ],
)
def test_the_question_has_both_readings_in_full_and_each_can_be_typed(
    language: str, question: str
) -> None:
    reason = Reason("moment_either", "park_until", detail=f"{TODAYS_END} {TOMORROWS_END}")
    text = sentence(library().words(language), None, reason)
    assert question in text.replace("\u00a0", " ").replace("\u202f", " ")
    answers = re.split(r" or | ou |还是", re.sub(r"^.*?(?:is this|est-ce|：是)", "", text))
    meant = [read(re.split(r"\??。|\s*\?|？", answer.strip())[0]) for answer in answers]
    assert meant == [TODAYS_END, TOMORROWS_END]


@pytest.mark.parametrize(
    "text",
    [
        *("两三点", "明天三四点", "一二点", "两三天后", "三五分钟后", "明天七八点", "2027年以后"),
        *("de huit heures à dix heures", "9h 3", "yesterday week", "hier en huit"),
        *(
            "十点过",
            "今天星期日周一 9点",
            "中午零点",
            "明早12点",
            "凌晨十点",
            "12 in the morning",
            "demain 12h du matin",
        ),
    ],
)
def test_two_numbers_or_two_parts_of_a_day_are_no_time(text: str) -> None:
    assert read(text) == "not_datetime"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("二〇二六年三月五日十点", "2026-03-05T10:00"),
        ("十点零五分", "2026-11-30T10:05"),
        ("上午12点", "2026-11-30T12:00"),
        ("凌晨零点", "2026-11-30T00:00"),
        ("十点过五分", "2026-11-30T10:05"),
        ("三年前", "2023-11-30T13:05"),
        ("neuf heures cinq", "2026-11-30T09:05"),
        ("14 h 5", "2026-11-30T14:05"),
    ],
)
def test_their_kin_that_say_one_time_are_read(text: str, moment: str) -> None:
    assert read(text) == moment
