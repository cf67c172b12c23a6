"""Numbers, names and identities as people type and paste them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lenovo_desk.core.model.flow import KINDS, FactSpec
from lenovo_desk.core.model.values import as_typed
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.values.parse_value import Entry, parse_value
from lenovo_desk.core.values.phone_numbers import phone_text
from tests.core.typed_entries import NOON, read


@pytest.mark.parametrize(
    ("raw", "country", "value"),
    [
        ("06 12 34 56 78", "FR", "+33612345678"),
        ("+33612345678", "CN", "+33612345678"),
        ("0033 6.12.34.56.78", "CN", "+33612345678"),
        ("+33 (0)6 12 34 56 78", "", "+33612345678"),
        ("+33 0 6 12 34 56 78", "", "+33612345678"),
        ("+44 020 7946 0958", "", "+442079460958"),
        ("+49 030 123456", "", "+4930123456"),
        ("+86 010 6234 5678", "", "+861062345678"),
        ("+39 06 6982", "", "+39066982"),
        ("0692 12 34 56", "FR", "+262692123456"),
        ("06 39 98 12 34", "FR", "+33639981234"),
        ("138-1234-5678", "CN", "+8613812345678"),
        ("１３８１２３４５６７８", "CN", "+8613812345678"),
        ("（０５１２）８７６５４３２１", "CN", "+8651287654321"),
        ("400-990-8888", "CN", "+864009908888"),
        ("86 138 0013 8000", "CN", "+8613800138000"),
        ("86 138 0013 8000", "FR", "+8613800138000"),
        ("33 6 12 34 56 78", "FR", "+33612345678"),
        ("138\u200b00138000", "CN", "+8613800138000"),
        ("\u202a+33 6 12 34 56 78\u202c", "CN", "+33612345678"),
        ("06\u00ad12345678", "FR", "+33612345678"),
        ("06—12—34—56—78", "FR", "+33612345678"),
        ("010-62345678转123", "CN", "+861062345678x123"),
        ("010-62345678-123", "CN", "+861062345678x123"),
        ("400-820-8820-5", "CN", "+864008208820x5"),
        ("(010) 6234-5678 分机 123", "CN", "+861062345678x123"),
        ("01 99 00 12 34 poste 12", "FR", "+33199001234x12"),
        ("01 99 00 12 34 p. 12", "FR", "+33199001234x12"),
        ("+33612345678 extension 123", "", "+33612345678x123"),
        ("138 0013 8000 #123", "CN", "+8613800138000x123"),
        ("06 12 34 56 78 (ext. 7)", "FR", "+33612345678x7"),
        ("tel:+33612345678", "CN", "+33612345678"),
        ("tel:+33-6-12-34-56-78;ext=12", "", "+33612345678x12"),
        ("Tél. : 06 12 34 56 78", "FR", "+33612345678"),
        ("电话：13800138000", "CN", "+8613800138000"),
        ("06 12 34 56 7", "FR", "!not_phone"),
        ("+33 6 12 34 56", "", "!not_phone"),
        ("+33 0 12 34 56 78", "", "!not_phone"),
        ("+999 12345678", "", "!not_phone"),
        ("0612345678 9", "FR", "!not_phone"),
        ("0312345678 9", "FR", "!not_phone"),
        ("+86 138 0013 80", "", "!not_phone"),
        ("06 12 34 56 78 / 06 12 34 56 79", "FR", "!not_phone"),
        ("0612345678", "CN", "!not_phone"),
        ("0612345678", "", "+33612345678"),
        ("138 0013 8000", "", "+8613800138000"),
        ("10086", "CN", "!not_phone"),
        ("3900", "FR", "!not_phone"),
    ],
)
def test_a_phone_number_is_that_of_its_country(raw: str, country: str, value: str) -> None:
    assert read("phone", raw, country) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("10086", "10086"),
        ("3900", "3900"),
        ("39 00", "3900"),
        ("118 218", "118218"),
        ("95105105", "95105105"),
        ("06 12 34 56 78", "+33612345678"),
        ("62345678", "!not_phone"),
        ("12", "!not_phone"),
    ],
)
def test_a_fact_may_allow_short_service_numbers(raw: str, value: str) -> None:
    assert read("phone", raw, short=True) == value


@pytest.mark.parametrize(
    ("value", "country", "text"),
    [
        ("+33612345678", "FR", "06 12 34 56 78"),
        ("+33612345678", "CN", "+33 6 12 34 56 78"),
        ("+33639981234", "FR", "06 39 98 12 34"),
        ("+8613800138000", "CN", "138 0013 8000"),
        ("+861062345678x123", "CN", "010 6234 5678 x123"),
        ("+8613800138000", "", "+86 138 0013 8000"),
        ("+262692123456", "FR", "+262 692 12 34 56"),
        ("10086", "CN", "10086"),
        ("0612345678", "FR", "06 12 34 56 78"),
        ("0612345678", "CN", "0612345678"),
        ("+330612345678", "", "+33 6 12 34 56 78"),
        ("about six", "FR", "about six"),
    ],
)
def test_a_number_is_shown_as_people_of_the_country_write_it(
    value: str, country: str, text: str
) -> None:
    assert phone_text(value, country) == text


@given(
    st.sampled_from(["+336", "+331", "+86138", "+8610", "+8640", "+44207", "+1212", "+3906"]),
    st.text("0123456789", min_size=4, max_size=9),
    st.sampled_from(["", "x1", "x1234"]),
    st.sampled_from(["FR", "CN", ""]),
    st.sampled_from(
        ["{number} x{extension}", "{number} poste {extension}", "{number}转{extension}"]
    ),
)
def test_a_number_shown_is_read_as_itself(
    start: str, digits: str, inner: str, country: str, extension: str
) -> None:
    value = read("phone", start + digits + inner, country)
    assert isinstance(value, str)
    if not value.startswith("!"):
        assert read("phone", phone_text(value, country, extension), country) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("50,000", "!ambiguous_number"),
        ("50.000", "!ambiguous_number"),
        ("1,280", "!ambiguous_number"),
        ("-1,234", "!ambiguous_number"),
        ("198.125", "!ambiguous_number"),
        ("198.1250", "198.1250"),
        ("0,125", "0.125"),
        ("1234,567", "1234.567"),
        ("1,234,567", "1234567"),
        ("1.234.567,5", "1234567.5"),
        ("1,234.5", "1234.5"),
        ("50 000", "50000"),
        ("50\u202f000", "50000"),
        ("50\u00a0000,5", "50000.5"),
        ("1'000", "1000"),
        ("1’000.50", "1000.5"),
        ("1\u200b000", "1000"),
        ("12,5", "12.5"),
        ("Montant : 50", "50"),
        ("12 5", "!not_number"),
        ("50 00", "!not_number"),
        ("12,34,567", "!not_number"),
        ("1,234,56", "!not_number"),
        ("¥50", "!not_number"),
        ("5万", "50000"),
    ],
)
def test_a_number_is_what_its_marks_say(raw: str, value: str) -> None:
    assert read("number", raw) == value


def test_a_number_of_two_readings_names_both_and_typing_either_settles_it() -> None:
    for raw, readings in (("50,000", "50000 | 50"), ("1,234", "1234 | 1.2340")):
        reason = parse_value(FactSpec("fact", "number"), raw, Entry(NOON, "UTC"))
        assert isinstance(reason, Reason)
        assert reason.detail == readings
        for reading in readings.split(" | "):
            assert read("number", reading) == reading


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("¥50 000", "50000"),
        ("￥ 12.5", "12.5"),
        ("50000元", "50000"),
        ("5万", "50000"),
        ("1.5万元", "15000"),
        ("3千", "3000"),
        ("€ 1 234,50", "1234.5"),
        ("12,5 €", "12.5"),
        ("50 euros", "50"),
        ("-5 EUR", "-5"),
        ("¥50,000", "!ambiguous_number"),
        ("5万5", "!not_number"),
        ("999999999万", "9999999990000"),
        ("999999999999999亿", "!not_number"),
        ("50 $", "!not_number"),
    ],
)
def test_money_takes_its_signs(raw: str, value: str) -> None:
    assert read("number", raw, matters="money") == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("SN PF0ABC12", "PF0ABC12"),
        ("S/N: PF0ABC12", "PF0ABC12"),
        ("s/n:pf0abc12", "PF0ABC12"),
        ("N° de série : PF0ABC12", "PF0ABC12"),
        ("N° de série PF0ABC12", "PF0ABC12"),
        ("序列号：PF0ABC12", "PF0ABC12"),
        ("序列号PF0ABC12", "PF0ABC12"),
        ("工单号 WJ20261122-01", "WJ20261122-01"),
        ("No. PF0ABC12", "PF0ABC12"),
        ("№ 12345", "12345"),
        ("Commande n° 4001234567", "4001234567"),
        ("PF0\u200bABC12", "PF0ABC12"),
        ("PF 0ABC 12", "PF0ABC12"),
        ("SN12345678", "SN12345678"),
        ("SN-12345", "SN-12345"),
        ("NO1234", "NO1234"),
        ("é-12", "!not_serial"),
    ],
)
def test_a_label_pasted_with_a_serial_number_is_peeled_off(raw: str, value: str) -> None:
    assert read("serial", raw) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("用户@例子.中国", "用户@例子.中国"),
        ("张@例子.cn", "张@例子.cn"),
        ("josé@exemple.fr", "josé@exemple.fr"),
        ("x@भारत.भारत", "x@भारत.भारत"),
        ("<jean@x.fr>", "jean@x.fr"),
        ("Jean Dupont <jean@x.fr>", "jean@x.fr"),
        ("mailto:jean@x.fr", "jean@x.fr"),
        ("E-mail : jean@x.fr", "jean@x.fr"),
        ("courriel jean@x.fr", "jean@x.fr"),
        ("邮箱：a@b.cn", "a@b.cn"),
        ("jean@example。com", "jean@example.com"),
        ("jean@x\u200b.fr", "jean@x.fr"),
        ("jean@x.fr,", "jean@x.fr"),
        ("jean dupont@x.fr", "!not_email"),
        ("jean@x", "!not_email"),
        ("jean@x.1", "!not_email"),
        ("，@x.fr", "!not_email"),
    ],
)
def test_an_address_that_exists_is_taken(raw: str, value: str) -> None:
    assert read("email", raw) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("https://example.com/w/问题（一）？a", "https://example.com/w/问题（一）？a"),
        ("https://example.com/ａ?b=；", "https://example.com/ａ?b=；"),
        ("https://fa.org/می\u200cخواهم", "https://fa.org/می\u200cخواهم"),
        ("https://example.com/a\u200bb", "https://example.com/ab"),
        ("https://example.com/a\u200d", "https://example.com/a"),
        ("https：//example。com/x", "https://example.com/x"),
        ("<https://a.fr/b>", "https://a.fr/b"),
        ("链接：https://a.cn/b", "https://a.cn/b"),
        ("Lien : https://a.fr", "https://a.fr"),
        ("javascript:alert(1)", "!not_url"),
    ],
)
def test_a_link_stays_as_it_was_pasted(raw: str, value: str) -> None:
    assert read("url", raw) == value


BLANKS = ["\u200b", "\u200d", "\u00ad", "\u3164", "\u2800", "\ufe0f", "\u115f", "\u1160", "\u180e"]
BLANKS += [
    "\U000e0041",
    "\u2060",
    "\uffa0",
    "\u034f",
    "\U000e0100",
    " \u200c ",
    "\u00a0",
    "\ufff9",
    "\U0001d159",
]


@pytest.mark.parametrize("kind", KINDS)
def test_what_nobody_sees_is_no_value(kind: str) -> None:
    for blank in BLANKS:
        assert read(kind, blank, options=("a",)) == "!empty"
        assert read(kind, f"{blank};{blank}", options=("a",), many=True) == "!empty"
        assert read("text", f"{blank}|{blank}", rows=(FactSpec("a"), FactSpec("b"))) == "!empty"


@pytest.mark.parametrize("raw", ["-", ".", "…", "–", "?", "/ -", "\u200b.", "'", "、"])
def test_a_mark_alone_is_no_name(raw: str) -> None:
    assert read("text", raw) == "!empty"


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("陈\u200b先生", "陈先生"),
        ("Du\u00adpont", "Dupont"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d🔧", "👩\u200d🔧"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("🌸", "🌸"),
        ("a\u200db", "ab"),
        ("李", "李"),
        ("O'Brien-L’Hermite", "O'Brien-L’Hermite"),
    ],
)
def test_a_name_stays_as_it_was_typed(raw: str, value: str) -> None:
    assert read("text", raw) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("phone", "0612345678"),
        ("phone", "+330612345678"),
        ("phone", "13812345678x12"),
        ("number", "198.125"),
        ("number", "50"),
        ("url", "https://a.fr/\u200bx"),
        ("text", "\u200b"),
        ("text", "-"),
    ],
)
def test_a_value_kept_under_the_first_rules_stays(kind: str, value: str) -> None:
    assert read(kind, value, "", rules=1) == value
    assert read(
        kind, f"{value}|\u200b", "", rules=1, rows=(FactSpec("a", kind), FactSpec("b"))
    ) == ((value, "\u200b"),)


PIECES = "0123456789 .,'-+x@a/:ßİé中。：（\u200b\u200d\ufe0f\u3164\u0301万¥#°転SNhtps"


@given(
    st.sampled_from(KINDS),
    st.text(max_size=30) | st.text(PIECES, max_size=30),
    st.floats(-1e19, 1e19),
    st.sampled_from(["FR", "CN", ""]),
    st.sampled_from([1, 2]),
    st.sampled_from(["", "money"]),
)
@example("url", "https://a.fr／b？", 0.0, "", 2, "")
@example("number", "1.5万", 0.0, "", 2, "money")
@example("email", "é@İ.fr", 0.0, "", 2, "")
def test_nothing_typed_at_any_time_raises_and_a_value_is_read_as_itself(
    kind: str, raw: str, utc: float, country: str, rules: int, matters: str
) -> None:
    spec = FactSpec("fact", kind, options=("a", "b"), matters=matters, short=rules > 1)
    entry = Entry(Stamp(utc, "b", 0.0), "Asia/Shanghai", "zh", country, rules)
    for fact in (spec, spec._replace(many=True), FactSpec("fact", rows=(spec, spec))):
        value = parse_value(fact, raw if not fact.rows else f"{raw}|{raw}", entry)
        if not isinstance(value, Reason):
            assert parse_value(fact, as_typed(value), entry) == value
