"""`calendar fill`: public holidays of a year, put into the settings in place."""

import os

import pytest

from tests.cli.program import Program

SHIPPED_DAYS_2026 = {"2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"}


def settings(desk: Program) -> str:
    return (desk.data / "settings.yaml").read_text("utf-8")


def test_chinese_days_off_and_the_weekend_days_worked_for_them_are_filled_in(desk: Program) -> None:
    answer = desk("calendar", "fill", "CN", "2026", "--json").json()
    assert set(answer["holidays"]) >= SHIPPED_DAYS_2026
    assert set(answer["workdays"]) >= {"2026-02-14", "2026-10-10"}
    assert not set(answer["holidays"]) & set(answer["workdays"])
    assert answer["provisional"] is False
    text = settings(desk)
    assert "# Who works at this desk." in text
    again = desk("calendar", "fill", "CN", "2026")
    assert again.status == 0
    assert "already" in again.out
    assert settings(desk) == text
    assert desk("check").status == 0


def test_a_year_that_was_not_announced_is_provisional(desk: Program) -> None:
    told = desk("calendar", "fill", "cn", "2031", "--lang", "fr")
    assert told.status == 0
    assert "Provisoire" in told.out
    assert "2031-10-01" in settings(desk)


def test_french_holidays_are_never_provisional_and_what_is_there_stays(desk: Program) -> None:
    desk.data.mkdir(parents=True, exist_ok=True)
    days = "  holidays: [2027-12-24]  # ours\n  workdays: [2027-05-06]\n"
    ours = f"calendar:\n  mon: '9:00-12:00'  # mornings\n{days}"
    (desk.data / "settings.yaml").write_text(ours, "utf-8")
    answer = desk("calendar", "fill", "FR", "2027", "--json").json()
    assert answer["provisional"] is False
    assert {"2027-01-01", "2027-03-29", "2027-07-14"} <= set(answer["holidays"])
    assert "2027-05-06" not in answer["holidays"], "the desk works that day"
    text = settings(desk)
    assert "  mon: '9:00-12:00'  # mornings\n" in text
    assert "[2027-12-24, 2027-01-01" in text
    assert "# ours" in text


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("XX", "2027"), 'there is no country "XX"; known are CN, FR'),
        (("CN", "soon"), '"soon" is no year'),
        (("CN", "1850"), '"1850" is no year'),
        (("CN",), "YEAR"),
    ],
)
def test_misuse_is_told_in_one_line(desk: Program, words: tuple[str, ...], part: str) -> None:
    told = desk("calendar", "fill", *words)
    assert told.status == 2
    assert part in told.one_line()


def test_without_the_package_one_line_says_what_to_install(desk: Program) -> None:
    (desk.folder / "holidays.py").write_text("raise ImportError('not here')\n", "utf-8")
    path = os.pathsep.join((str(desk.folder), desk.env["PYTHONPATH"]))
    told = desk("calendar", "fill", "CN", "2027", PYTHONPATH=path)
    assert told.status == 1
    assert "pip install 'lenovo-desk[calendar]'" in told.one_line()


def test_a_broken_settings_file_is_left_as_it_is(desk: Program) -> None:
    desk.data.mkdir(parents=True, exist_ok=True)
    (desk.data / "settings.yaml").write_text("calendar: {holidays: soon}\n", "utf-8")
    told = desk("calendar", "fill", "FR", "2027")
    assert told.status == 1
    assert settings(desk) == "calendar: {holidays: soon}\n"


def test_a_list_that_has_run_out_is_warned_of(desk: Program) -> None:
    desk.data.mkdir(parents=True, exist_ok=True)
    text = "calendar: {mon: '9:00-12:00', holidays: [2024-10-01]}\n"
    (desk.data / "settings.yaml").write_text(text, "utf-8")
    told = desk("check")
    assert told.status == 0
    assert "holidays-end The holidays end with 2024" in told.out


@pytest.mark.parametrize(
    "text", ["calendar:\ntheme: dark\n", "theme: dark\ncalendar:", "", "calendar: # x\n"]
)
def test_a_calendar_without_a_line_gets_hours_with_its_holidays(desk: Program, text: str) -> None:
    desk.data.mkdir(parents=True, exist_ok=True)
    (desk.data / "settings.yaml").write_text(text, "utf-8")
    assert desk("calendar", "fill", "FR", "2027").status == 0
    assert 'mon: "9:00-12:00 13:00-18:00"' in settings(desk)
    assert ("theme: dark" in settings(desk)) == ("theme" in text)
    assert "2027-07-14" in settings(desk)
    assert desk("calendar", "fill", "FR", "2027").status == 0


def test_a_file_with_the_line_ends_of_windows_keeps_them(desk: Program) -> None:
    desk.data.mkdir(parents=True, exist_ok=True)
    file = desk.data / "settings.yaml"
    file.write_bytes(b'calendar:\r\n  mon: "9:00-12:00"\r\n  holidays: [2026-12-25]\r\n')
    assert desk("calendar", "fill", "FR", "2027").status == 0
    assert file.read_bytes().replace(b"\r\n", b"").count(b"\n") == 0
    assert b"2027-07-14" in file.read_bytes()


def test_a_file_that_is_no_yaml_is_named_by_its_line(desk: Program) -> None:
    desk.data.mkdir(parents=True, exist_ok=True)
    (desk.data / "settings.yaml").write_text("calendar: [\n", "utf-8")
    told = desk("calendar", "fill", "FR", "2027")
    assert told.status == 1
    assert "line 2" in told.one_line()
    assert ".." not in told.one_line()
