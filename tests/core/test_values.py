"""What people type, and what it becomes."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenovo_desk.core.model.country import COUNTRY_BY_ZONE
from lenovo_desk.core.model.derivations import DERIVATIONS
from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import clean, clean_line
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.time.moments import local, seconds_of
from lenovo_desk.core.values.parse_value import Entry, parse_value

NOON = Stamp(1_795_604_400.0, "boot", 0.0)
"""Wednesday 25 November 2026, 11:00 UTC: noon in Paris, 19:00 in Shanghai."""


def read(kind: str, raw: str, zone: str = "Europe/Paris", **more: Any) -> Value | str:
    """Return the value of what was typed, or `!` and the code of the reason why it is none."""
    entry = Entry(NOON, zone, country=COUNTRY_BY_ZONE.get(zone, ""))
    value = parse_value(FactSpec("fact", kind, **more), raw, entry)
    return f"!{value.code}" if isinstance(value, Reason) else value


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        ("text", "  Zoé\n\nÉlan \x1b[2J ", "Zoé Élan [2J"),
        ("text", "a\u202eb", "ab"),
        ("text", "Ａ", "Ａ"),
        ("text", " \x00 ", "!empty"),
        ("text", "x" * 501, "!too_long"),
        ("yes_no", "Oui", "yes"),
        ("yes_no", "是", "yes"),
        ("yes_no", "没有", "no"),
        ("yes_no", "peut-être", "!not_yes_no"),
        ("phone", "12345", "!not_phone"),
        ("phone", "٠٦١٢٣٤٥٦٧٨", "!not_phone"),
        ("email", "Zoe.B+x@Example.FR", "Zoe.B+x@example.fr"),
        ("email", "ａ＠ｂ.cn", "a@b.cn"),
        ("email", "zoe@localhost", "!not_email"),
        ("email", "a@b@c.fr", "!not_email"),
        ("email", "a..b@c.fr", "!not_email"),
        ("serial", "pf3 abcd1", "PF3ABCD1"),
        ("serial", "ＰＦ３ＡＢＣＤ１", "PF3ABCD1"),
        ("serial", "é-12", "!not_serial"),
        ("url", "https://www.lenovo.com/fr/?a=1#b", "https://www.lenovo.com/fr/?a=1#b"),
        ("url", "javascript:alert(1)", "!not_url"),
        ("url", "https://a b.fr", "!not_url"),
        ("number", "198,5", "198.5"),
        ("number", "-0", "0"),
        ("number", "1 000", "1000"),
        ("number", "１２", "12"),
        ("number", "٣", "!not_number"),
        ("number", "1e9", "!not_number"),
        ("number", "NaN", "!not_number"),
        ("number", "9" * 400, "!not_number"),
        ("date", "2026-02-29", "!not_date"),
        ("date", "29/02/2028", "2028-02-29"),
        ("datetime", "n'importe quand", "!not_datetime"),
    ],
)
def test_a_value_becomes_canonical_or_names_why_not(kind: str, raw: str, value: str) -> None:
    assert read(kind, raw) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("220 V", "220"),
        ("220v", "220"),
        ("198.50V", "198.5"),
        ("0", "0"),
        ("-1", "!out_of_range"),
        ("500.1", "!out_of_range"),
        ("220 W", "!not_number"),
    ],
)
def test_a_number_knows_its_unit_and_range(raw: str, value: str) -> None:
    assert read("number", raw, unit="V", min="0", max="500") == value


def test_a_unit_may_be_written_in_one_sign() -> None:
    assert read("number", "21 ℃", unit="℃") == "21"


@pytest.mark.parametrize(
    ("raw", "value"),
    [("Web Store", "web_store"), ("2", "web_store"), ("7", "7"), ("9", "!not_option")],
)
def test_an_option_is_named_or_numbered(raw: str, value: str) -> None:
    assert read("choice", raw, options=("7", "web_store")) == value


def test_several_values_are_separated_and_each_is_kept_once() -> None:
    assert read("choice", "p；q;p\r", options=("p", "q"), many=True) == ("p", "q")
    assert read("choice", "p; z", options=("p", "q"), many=True) == "!not_option"
    assert read("choice", " ; ", options=("p",), many=True) == "!empty"
    assert read("text", "a;" * 60, many=True) == "!too_many"


def test_rows_have_a_cell_for_each_column() -> None:
    rows = (FactSpec("at", "datetime"), FactSpec("number", "phone"))
    assert read("text", "now | 0612345678\n9h30｜", rows=rows) == (
        ("2026-11-25T12:00+01:00", "+33612345678"),
        ("2026-11-25T09:30+01:00", ""),
    )
    assert read("text", "now", rows=rows) == "!cells"
    assert read("text", " | ", rows=rows) == "!empty"
    assert read("text", "now | x", rows=rows) == "!not_phone"


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        ("hier ou | 0612345678", "not_datetime", "calls.at"),
        ("now | x", "not_phone", "calls.number"),
        ("now | 0612345678; now | 12", "not_phone", "calls.number"),
        ("now | " + "1" * 501, "too_long", "calls.number"),
        ("now | \u200b0612345678 | 1", "cells", "calls"),
        (" | ", "empty", "calls"),
    ],
)
def test_the_reason_against_a_cell_names_fact_and_column(raw: str, code: str, place: str) -> None:
    rows = (FactSpec("at", "datetime"), FactSpec("number", "phone"))
    reason = parse_value(FactSpec("calls", "text", rows=rows), raw, Entry(NOON, "Europe/Paris"))
    assert isinstance(reason, Reason)
    assert (reason.code, reason.id) == (code, place)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("aujourd'hui", "2026-11-25"),
        ("Demain", "2026-11-26"),
        ("昨天", "2026-11-24"),
        ("3/12", "2026-12-03"),
        ("2/1", "2027-01-02"),
        ("11月30日", "2026-11-30"),
        ("2026年1月2日", "2026-01-02"),
        ("31/12/1999", "1999-12-31"),
        ("2026-13-01", "!not_date"),
        ("31/11", "!not_date"),
        ("29/02", "!not_date"),
        ("0000-01-01", "!not_date"),
        ("", "!empty"),
    ],
)
def test_a_date_is_read_as_people_write_it(raw: str, value: str) -> None:
    assert read("date", raw) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("现在", "2026-11-25T12:00+01:00"),
        ("+15m", "2026-11-25T12:15+01:00"),
        ("+ 2 h", "2026-11-25T14:00+01:00"),
        ("+1j", "2026-11-26T12:00+01:00"),
        ("+30分钟", "2026-11-25T12:30+01:00"),
        ("14h", "2026-11-25T14:00+01:00"),
        ("à 14 h 30", "2026-11-25T14:30+01:00"),
        ("demain 8h05", "2026-11-26T08:05+01:00"),
        ("22/11 à 14h30", "2026-11-22T14:30+01:00"),
        ("11月22日14:30", "2026-11-22T14:30+01:00"),
        ("明天14点", "2026-11-26T14:00+01:00"),
        ("2026-07-14 09:00", "2026-07-14T09:00+02:00"),
        ("2026-11-22T14:00", "2026-11-22T14:00+01:00"),
        ("2026-11-22T14:00Z", "2026-11-22T14:00+00:00"),
        ("2027-03-28 02:30", "!hour_skipped"),
        ("2027-03-28 03:00", "2027-03-28T03:00+02:00"),
        ("2026-10-25 02:30", "!hour_twice"),
        ("2026-10-25T02:30+01:00", "2026-10-25T02:30+01:00"),
        ("24:00", "!not_datetime"),
        ("12:60", "!not_datetime"),
        ("14", "!not_datetime"),
        ("29/02/2027 10:00", "!not_datetime"),
        ("0001-01-01 00:00", "!not_datetime"),
    ],
)
def test_a_moment_is_read_in_the_zone_of_the_case(raw: str, value: str) -> None:
    zone = "Asia/Shanghai" if raw.startswith("0001") else "Europe/Paris"
    assert read("datetime", raw, zone) == value


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28), st.integers(0, 23))
def test_no_moment_a_calendar_has_raises(year: int, month: int, day: int, hour: int) -> None:
    for zone in ("Asia/Shanghai", "America/New_York"):
        value = read("datetime", f"{year:04d}-{month}-{day} {hour}:00", zone)
        assert isinstance(value, str)
        assert value.startswith("!") or seconds_of(value, zone) is not None


def test_an_absurd_clock_still_has_a_calendar() -> None:
    assert local(1e18, "UTC").year == 9892
    assert local(-1e18, "UTC").year == 68


def test_an_unknown_zone_is_utc() -> None:
    for zone in ("", "Europe", "No/Where", "\x00", "x" * 5000, "../../etc/passwd"):
        assert local(0.0, zone).utcoffset() is not None


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\x1b]52;c;x\x07", "]52;c;x"),
        ("\x9b31m", "31m"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("e\u0301", "é"),
        ("a\tb", "a b"),
        ("\ufeffa\ud800", "a"),
        ("👩‍🔧", "👩‍🔧"),
    ],
)
def test_text_enters_clean(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(st.text())
def test_clean_text_stays_as_it_is(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)
    assert clean_line(clean_line(raw)) == clean_line(raw)
    assert "\n" not in clean_line(raw)


def test_a_run_of_newlines_is_one_space() -> None:
    assert clean_line("\na\n\n\nb\n") == "a b"


def derived(name: str, *values: Any) -> str | None:
    """Return what a closed-list function makes of values."""
    return DERIVATIONS[name].compute(*values)


def test_punctual_is_no_later_than_the_appointment_in_any_zone() -> None:
    assert derived("not_after", "2026-11-25T09:00+08:00", "2026-11-25T02:00+01:00") == "yes"
    assert derived("not_after", "2026-11-25T09:01+08:00", "2026-11-25T02:00+01:00") == "no"
    assert derived("not_after", "soon", "2026-11-25T02:00+01:00") is None


@pytest.mark.parametrize(
    ("volts", "verdict"),
    [
        (("197.9", "220", "0"), "low"),
        (("198", "220", "0"), "ok"),
        (("235.4", "235", "2"), "ok"),
        (("235.5", "235", "0"), "high"),
        (("220", "0", "0"), "no_earth"),
        (("220", "220", "2.1"), "neutral_note"),
        (("220", "220", "5.1"), "neutral_stop"),
    ],
)
def test_mains_are_judged_at_their_limits(volts: tuple[str, ...], verdict: str) -> None:
    assert derived("mains_verdict", *volts, "198", "235.4") == verdict


def test_the_worst_trigger_gives_the_level_of_a_crisis() -> None:
    assert derived("crisis_level", ("vip", "lawsuit")) == "l1"
    assert derived("crisis_level", "injury") == "l1"
    assert derived("crisis_level", ("vip",)) == "l2"
    assert derived("crisis_level", ("rude",)) == "l3"


def test_an_amount_may_reach_its_limit_and_not_pass_it() -> None:
    assert derived("not_above", "3000", "3000.00") == "yes"
    assert derived("not_above", "3000.01", "3000") == "no"


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        (["approved"], "yes"),
        (["approved", "refused"], "no"),
        (["refused", "approved"], "no"),
        (["returned"], "no"),
        (["yes", "no"], "no"),
        (["yes", "yes"], "yes"),
        ([""], "no"),
        (["approved", ""], "no"),
        (["later"], "no"),
    ],
)
def test_one_no_among_those_who_had_to_agree_is_enough(answers: list[str], verdict: str) -> None:
    rows = tuple(("王总", answer, "2026-11-25T09:00+08:00") for answer in answers)
    assert derived("none_refused", rows) == verdict


def test_compensation_is_rent_by_the_day_to_the_cent() -> None:
    assert derived("compensation", "100", "1") == "3.33"
    assert derived("compensation", "3000", "10") == "1000.00"
    assert derived("compensation", "999999999999999", "999999999999999") is not None


@pytest.mark.parametrize(
    ("days", "first", "last", "verdict"),
    [
        ("3", "2026-11-20", "2026-11-22T09:50+08:00", "yes"),
        ("4", "2026-11-20", "2026-11-22T09:50+08:00", "no"),
        ("1", "2026-11-22", "2026-11-22T00:10+08:00", "yes"),
        ("2", "2026-12-31", "2027-01-01T10:00+01:00", "yes"),
        ("1", "2026-11-23", "2026-11-22T23:59+08:00", "no"),
        ("2.5", "2028-02-28", "2028-03-01T10:00+01:00", "yes"),
    ],
)
def test_days_are_counted_with_the_first_and_the_last(
    days: str, first: str, last: str, verdict: str
) -> None:
    assert derived("days_between", days, first, last) == verdict
