"""What people paste around a value is peeled off; what they could have meant otherwise is asked."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenovo_desk.core.model.country import Place
from lenovo_desk.core.model.flow import KINDS, FactSpec
from lenovo_desk.core.model.values import Value, as_typed
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.moments import iso
from lenovo_desk.core.values.chinese_numerals import chinese_number
from lenovo_desk.core.values.parse_value import Entry, parse_value
from lenovo_desk.core.wording.books import Book, value_text
from lenovo_desk.core.wording.sentences import sentence
from tests.core.typed_entries import NOON, read
from tests.shipped_content import library

MONEY = FactSpec("fee", "number", matters="money")


@pytest.mark.parametrize(
    "raw",
    [
        "РF0ABC12",
        "ΡF0ABC12",
        "PF0ABС12",
        "PFС0ABC12",
        "序列号Р PF0ABC12",
        "ЅN PF0ABC12",
        "ñF0ABC12",
        "PF0ABC12²",
        "①F0ABC12",
        "PF#123456",
        "PF: 1234567",
        "PF0ABC12 / PF0ABC13",
        "PF0ABC12（备用机）",
        "SN 123",
        "Lenovo PF0ABC12",
        "ThinkPad T14 PF0ABC12",
        "PF0ABC12 PF0ABC13",
    ],
)
def test_nothing_that_is_seen_is_dropped_from_a_serial_number(raw: str) -> None:
    assert read("serial", raw) == "!not_serial"


@given(st.sampled_from("РСНАВЕКМОТХΡΑΒΕΖΗΙΚΜΝΟΤΥΧ²①éñ한あ"), st.integers(0, 8), st.booleans())
def test_a_letter_of_another_script_is_never_left_out(sign: str, place: int, spaced: bool) -> None:
    raw = "PF0ABC12"[:place] + sign + " " * spaced + "PF0ABC12"[place:]
    assert read("serial", raw) == "!not_serial"


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("Numéro de série PF0ABC12", "PF0ABC12"),
        ("NUMÉRO DE SÉRIE PF0ABC12", "PF0ABC12"),
        ("numéro de série de l’ordinateur : PF0ABC12", "PF0ABC12"),
        ("N° de l'appareil PF0ABC12", "PF0ABC12"),
        ("My serial number is PF0ABC12", "PF0ABC12"),
        ("Dossier n°4001234567", "4001234567"),
        ("Numéro de série du PC PF0ABC12", "PF0ABC12"),
        ("N de série PF0ABC12", "PF0ABC12"),
        ("S.N. PF0ABC12", "PF0ABC12"),
        ("861234 567890 123", "861234567890123"),
        ("№12345", "12345"),
        ("nº 12345", "12345"),
        ("SN=PF0ABC12", "PF0ABC12"),
        ("机器SN PF0ABC12", "PF0ABC12"),
        ("主机编号（SN）：PF0ABC12", "PF0ABC12"),
        ("“PF0ABC12”", "PF0ABC12"),
        ("（PF0ABC12）", "PF0ABC12"),
        ("PF0ABC12。", "PF0ABC12"),
        ("PF0ABC12.", "PF0ABC12"),
        ("PF0ABC12，", "PF0ABC12"),
        ("WJ–2026–01;", "WJ-2026-01"),
        ("DE 1234567", "DE1234567"),
    ],
)
def test_the_label_and_the_full_stop_of_a_serial_number_are_peeled_off(
    raw: str, value: str
) -> None:
    assert read("serial", raw) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("(+33) 6 12 34 56 78", "+33612345678"),
        ("(+33)612345678", "+33612345678"),
        ("+(33) 6 12 34 56 78", "+33612345678"),
        ("(0033) 6 12 34 56 78", "+33612345678"),
        ("（+86）138 0013 8000", "+8613800138000"),
        ("06 12 34 56 78.", "+33612345678"),
        ("13800138000。", "+8613800138000"),
        ("13800138000，", "+8613800138000"),
        ("06 12 34 56 78 !", "+33612345678"),
        ("06 12 34 56 78？", "+33612345678"),
        ("13800138000（微信同号）", "+8613800138000"),
        ("06 12 34 56 78 (bureau)", "+33612345678"),
        ("06 12 34 56 78 [2e étage]", "+33612345678"),
        ("01 99 00 12 34 poste 12 (matin)", "+33199001234x12"),
        ("(bureau) 06 12 34 56 78", "+33612345678"),
        ("我的电话是13800138000", "+8613800138000"),
        ("☎️ 06 12 34 56 78", "+33612345678"),
        ("Tél. portable : 06 12 34 56 78", "+33612345678"),
        ("06 12 34 56 78 (ou 06 99 99 99 99)", "!not_phone"),
        ("06 12 34 56 78 (12)", "!not_phone"),
        ("06 12 34 56 78 bureau", "!not_phone"),
        ("Р06 12 34 56 78", "!not_phone"),
        ("06 12 34 56 7⁸", "!not_phone"),
    ],
)
def test_a_phone_number_is_read_among_what_people_write_beside_it(raw: str, value: str) -> None:
    assert read("phone", raw, "") == value


@given(st.sampled_from("РОоlIOО²①é하"), st.integers(0, 10))
def test_a_letter_among_the_digits_of_a_phone_number_is_never_left_out(sign: str, at: int) -> None:
    raw = "0612345678"[:at] + sign + "0612345678"[at:]
    assert read("phone", raw) == "!not_phone"


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("mailto:a@b.fr?subject=x", "a@b.fr"),
        ("mailto:jean@x.fr?subject=Bonjour : tout", "jean@x.fr"),
        ("<mailto:a@b.fr?subject=x>", "a@b.fr"),
        ("mailto:jean%2Bfr@x.fr", "jean+fr@x.fr"),
        ("mél. jean@x.fr", "jean@x.fr"),
        ("Adresse e-mail jean@x.fr", "jean@x.fr"),
        ("我的邮箱是a@b.cn", "a@b.cn"),
        ("jean@x.fr.", "jean@x.fr"),
        ("jean@x.fr。", "jean@x.fr"),
        ("Jean <jean@x.fr>.", "jean@x.fr"),
        ("mel@x.fr", "mel@x.fr"),
        ("e-mail@x.fr", "e-mail@x.fr"),
        ("邮箱@x.cn", "邮箱@x.cn"),
        ("a?b@x.fr", "a?b@x.fr"),
    ],
)
def test_an_address_is_read_out_of_its_link_its_label_and_its_sentence(
    raw: str, value: str
) -> None:
    assert read("email", raw) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("十二", "12"),
        ("五千九百九十九", "5999"),
        ("一百零五", "105"),
        ("二〇二六", "2026"),
        ("三万五", "35000"),
        ("一亿三千万", "130000000"),
        ("零点五", "0.5"),
        ("负三", "-3"),
        ("1.5万", "15000"),
        ("5千", "5000"),
        ("5千5百", "5500"),
        ("3百5", "!not_number"),
        ("5万5", "!not_number"),
        ("一二十", "!not_number"),
        ("万", "!not_number"),
        ("5²", "!not_number"),
        ("½", "!not_number"),
        ("5,0000", "!ambiguous_number"),
        ("1234,5678", "!ambiguous_number"),
        ("1,0000,0000", "100000000"),
        ("5,0000.50", "50000.5"),
        ("0,1234", "0.1234"),
        ("50。", "50"),
    ],
)
def test_a_number_in_words_or_myriads_is_read_or_asked_back(raw: str, value: str) -> None:
    assert read("number", raw) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("五千九百九十九元", "5999"),
        ("两千元", "2000"),
        ("人民币伍仟元整", "5000"),
        ("人民币 5000.00 元整", "5000"),
        ("RMB 5000", "5000"),
        ("5000RMB", "5000"),
        ("CNY 1,299.00", "1299"),
        ("EUR 12,50", "12.5"),
        ("1299€99", "1299.99"),
        ("1 299 € 99", "1299.99"),
        ("12 euros 50 TTC", "12.5"),
        ("1 299,00 € TTC", "1299"),
        ("1 299 € HT", "1299"),
        ("1 299 € (TTC)", "1299"),
        ("12元5角3分", "12.53"),
        ("十二元五角", "12.5"),
        ("3块5", "3.5"),
        ("1,5 k€", "1500"),
        ("5w元", "50000"),
        ("五千块钱", "5000"),
        ("¥1.5万", "15000"),
        ("共计1299元。", "1299"),
        ("£50", "50"),
        ("¥5,0000", "!ambiguous_number"),
        ("5,0000元", "!ambiguous_number"),
        ("12€5", "!not_number"),
        ("50 $", "!not_number"),
    ],
)
def test_an_amount_is_read_as_bills_and_people_write_it(raw: str, value: str) -> None:
    assert read("number", raw, matters="money") == value


@given(st.integers(0, 10**12 - 1))
def test_a_number_in_chinese_words_is_read_as_itself(number: int) -> None:
    digits, words = "零一二三四五六七八九", ""
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section = number // size % 10**4
        if not section:
            continue
        if words and (section < 1000 or number // size % 10**5 < 10**4):
            words += "零"
        text, gap = "", False
        for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = section // unit % 10
            text += ("零" if gap and text and digit else "") + (
                digits[digit] + sign if digit else ""
            )
            gap = not digit
        words += text + name
    assert chinese_number(words or "零") == str(number)


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
@given(data=st.data())
def test_what_is_shown_of_a_number_is_read_as_itself(language: str, data: st.DataObject) -> None:
    digits = data.draw(st.integers(-(10**9), 10**9))
    raw = f"{digits / 10 ** data.draw(st.integers(0, 5)):.6f}"
    spec = FactSpec("volts", "number", unit=data.draw(st.sampled_from(["", "V"])))
    value = parse_value(spec, raw, Entry(NOON, "UTC", language))
    assert isinstance(value, str)
    shown = value_text(shipped_book(language), spec, value, Place("UTC"))
    assert parse_value(spec, shown, Entry(NOON, "UTC", language)) == value
    fee = shipped_book(language)
    for currency in fee.currencies:
        amount = value_text(fee, MONEY, value, Place("UTC", currency=currency))
        assert parse_value(MONEY, amount, Entry(NOON, "UTC", language)) == value


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
@given(minutes=st.integers(0, 60 * 24 * 366 * 60), zone=st.sampled_from(["UTC", "Asia/Shanghai"]))
def test_what_is_shown_of_a_moment_is_read_as_itself(
    language: str, minutes: int, zone: str
) -> None:
    value = iso(700_000_000.0 + 60 * minutes, zone)
    for kind, moment in (("datetime", value[:16] + value[-6:]), ("date", value[:10])):
        spec, entry = FactSpec("at", kind), Entry(NOON, zone, language)
        canonical = parse_value(spec, moment, entry)
        assert isinstance(canonical, str)
        shown = value_text(shipped_book(language), spec, canonical, Place(zone))
        assert parse_value(spec, shown, entry) == canonical


@given(st.sampled_from(KINDS), st.text(max_size=40), st.sampled_from(["fr", "zh", "en"]))
def test_any_text_that_is_a_value_is_read_from_it_again(kind: str, raw: str, language: str) -> None:
    spec, entry = FactSpec("it", kind, options=("a", "b")), Entry(NOON, "UTC", language, "CN")
    value: Value | Reason = parse_value(spec, raw, entry)
    if not isinstance(value, Reason):
        assert parse_value(spec, as_typed(value), entry) == value


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
@pytest.mark.parametrize(
    "more",
    [
        {},
        {"min": "0", "max": "10"},
        {"min": "180", "max": "260", "unit": "V"},
        {"min": "1300", "unit": "h"},
        {"max": "0.3"},
        {"matters": "money"},
    ],
)
def test_the_example_in_a_refusal_could_be_typed(language: str, more: dict[str, Any]) -> None:
    spec = FactSpec("it", "number", **more)
    for country in ("CN", "FR"):
        entry = Entry(NOON, "UTC", language, country)
        refusal = parse_value(spec, "beaucoup", entry)
        assert isinstance(refusal, Reason)
        said = sentence(library().words(language), None, refusal)
        example = said.rpartition("(" if language != "zh" else "例：")[2].rstrip(".)。）")
        assert isinstance(parse_value(spec, example, entry), str), said


def shipped_book(language: str) -> Book:
    """Return the shipped wording of the visit, to whose amounts `fee` belongs."""
    return library().book("field_visit", language)
