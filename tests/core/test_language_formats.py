"""The formats of a language: what a customer would read wrong is none."""

import pytest

from lenovo_desk.core.wording.language_formats import is_format


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("date", "dd/MM/yyyy"),
        ("date", "M月d日"),
        ("date", "d 'de' MM 'de' yyyy"),
        ("time", "H\xa0'h'\xa0mm"),
        ("short_date", "MM-dd"),
        ("decimal", ","),
        ("decimal", "٫"),
        ("pace", "10"),
        ("pace", "12.5"),
        ("datetime", "{date} à {time}"),
    ],
)
def test_what_a_language_writes_is_a_format(name: str, text: str) -> None:
    assert is_format(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("date", "JJ/MM/AAAA"),
        ("date", "TT.MM.JJJJ"),
        ("date", "dd/MM/yy"),
        ("date", "yyyy"),
        ("date", "'dd/MM'"),
        ("date", "d de MM"),
        ("time", "HH"),
        ("time", "hh:mm"),
        ("time", "HH:MM"),
        ("decimal", ",,"),
        ("decimal", "5"),
        ("pace", "0"),
        ("pace", "fast"),
        ("pace", "-3"),
    ],
)
def test_a_slip_is_none(name: str, text: str) -> None:
    assert not is_format(name, text)
