"""What is pasted is one value out of its link, or is asked back: two are never made one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.values.parse_value import Entry, parse_value
from lenovo_desk.core.wording.sentences import sentence
from tests.core.typed_entries import NOON, read
from tests.shipped_content import library


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("tel://+33612345678", "+33612345678"),
        ("<tel:+33612345678>", "+33612345678"),
        ("Jean Dupont <06 12 34 56 78>", "+33612345678"),
        ("[06 12 34 56 78](tel:+33612345678)", "+33612345678"),
        ("sms:+33612345678", "+33612345678"),
        ("https://wa.me/33612345678", "+33612345678"),
        ("wa.me/33612345678?text=Bonjour", "+33612345678"),
        ("https://api.whatsapp.com/send?phone=33612345678", "+33612345678"),
        ("https://api.whatsapp.com/send/?text=a&phone=%2B8613800138000&x=1", "+8613800138000"),
        ("whatsapp://send?phone=33612345678", "+33612345678"),
        ("https://wa.me/", "!not_phone"),
        ("https://wa.me/message/ABC12", "!not_phone"),
        ("https://wa.me/999123456789", "!not_phone"),
        ("https://exemple.fr/33612345678", "!not_phone"),
    ],
)
def test_a_phone_number_is_read_out_of_its_link(raw: str, value: str) -> None:
    assert read("phone", raw) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("[jean@x.fr](mailto:jean@x.fr)", "jean@x.fr"),
        ("[Jean](mailto:jean@x.fr?subject=a)", "jean@x.fr"),
        ("http://jean@x.fr", "!not_email"),
        ("jean@x.f", "!not_email"),
        ("jean@例子.网址", "jean@例子.网址"),
        ("[a@x.fr](mailto:a@x.fr)[b@x.fr](mailto:b@x.fr)", "!not_email"),
    ],
)
def test_an_address_is_read_out_of_its_link(raw: str, value: str) -> None:
    assert read("email", raw) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("[titre](https://x.fr/a)", "https://x.fr/a"),
        ("![photo](https://x.fr/a.png)", "https://x.fr/a.png"),
        ("【标题】https://x.cn/a", "https://x.cn/a"),
        ("链接https://x.cn/a", "https://x.cn/a"),
        ("12:30 https://x.cn/a", "https://x.cn/a"),
        ("(https://x.fr/a)", "https://x.fr/a"),
        ("（https://x.cn/a）", "https://x.cn/a"),
        ("“https://x.fr/a”", "https://x.fr/a"),
        ("`https://x.fr/a`", "https://x.fr/a"),
        ("https://x.fr/a(b)", "https://x.fr/a(b)"),
        ("https://x.cn/a）", "https://x.cn/a）"),
        ("https://xn--fsq.xn--fiqs8s/a", "https://xn--fsq.xn--fiqs8s/a"),
        (
            "https://web.archive.org/web/2026/https://x.fr/",
            "https://web.archive.org/web/2026/https://x.fr/",
        ),
        ("https://x.fr/?u=https://y.fr", "https://x.fr/?u=https://y.fr"),
        ("https://x.fr/a;https://y.fr/b", "!not_url"),
        ("https://x.fr/a，https://y.fr/b", "!not_url"),
        ("https://x.fr/a https://y.fr/b", "!not_url"),
        ("[a](https://x.fr/a)[b](https://y.fr/b)", "!not_url"),
        ("(https://x.fr/a", "!not_url"),
        ("xhttps://x.fr/a", "!not_url"),
    ],
)
def test_a_link_is_read_out_of_what_stands_around_it(raw: str, value: str) -> None:
    assert read("url", raw) == value


@pytest.mark.parametrize("country", ["CN", "FR", "GB", ""])
@pytest.mark.parametrize(
    "raw",
    [
        "10086/10010",
        "10086-1",
        "3900-12",
        "95105-105",
        "12315 / 12345",
        "13800138000/13900139000",
        "06 12 34 56 78/07 12 34 56 78",
        "06 12 34 56 78, 3900",
        "13800138000, 10086",
        "13800138000,1390013",
    ],
)
def test_two_phone_numbers_are_not_made_one(raw: str, country: str) -> None:
    assert read("phone", raw, country) == read("phone", raw, country, short=True) == "!not_phone"


@given(st.sampled_from(["10086", "10010", "12315", "3900", "118218", "95555"]), st.integers(0, 99))
def test_what_stands_behind_a_service_number_is_not_made_part_of_it(number: str, more: int) -> None:
    for mark in ("-", "/", " / ", "转", " poste "):
        assert read("phone", f"{number}{mark}{more}", "CN", short=True) == "!not_phone"


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("9510-5105", "95105105"),
        ("030/123456,8001", "+4930123456x8001"),
        ("030/123456,,8001#", "+4930123456x8001"),
        ("030/123456", "+4930123456"),
        ("02241/123456", "+492241123456"),
        ("0171/1234567", "+491711234567"),
    ],
)
def test_a_number_in_groups_stays_one(raw: str, value: str) -> None:
    assert read("phone", raw, "DE", short=True) == value


@pytest.mark.parametrize(
    "raw",
    [
        "SN PF0ABC12 PN 20XW",
        "PF0ABC1 IMEI 8612",
        "20XW S/N PF0AB12",
        "inconnu",
        "Je ne sais pas",
        "none",
        "N-A-A-A",
        "ßF0ABC12",
        "ıF0ABC12",
    ],
)
def test_words_and_two_numbers_are_no_serial_number(raw: str) -> None:
    assert read("serial", raw) == "!not_serial"


MONEY: dict[str, Any] = {"matters": "money"}


@pytest.mark.parametrize(
    ("raw", "own"),
    [
        ("50 €", "EUR"),
        ("€50", "EUR"),
        ("12€50", "EUR"),
        ("50 euros", "EUR"),
        ("50欧元", "EUR"),
        ("¥50", "CNY"),
        ("￥５０", "CNY"),
        ("50元", "CNY"),
        ("五千元整", "CNY"),
        ("人民币伍仟元整", "CNY"),
        ("3块5", "CNY"),
        ("RMB 50", "CNY"),
        ("£50", "GBP"),
        ("50 livres", "GBP"),
        ("CHF 50", "CHF"),
        ("50 francs", "CHF"),
    ],
)
def test_an_amount_in_another_currency_is_not_taken_for_one_of_the_case(raw: str, own: str) -> None:
    for currency in ("EUR", "CNY", "GBP", "CHF"):
        entry = Entry(NOON, "UTC", "fr", "FR", currency=currency)
        value = parse_value(FactSpec("fee", "number", **MONEY), raw, entry)
        if currency == own:
            assert isinstance(value, str)
            continue
        assert isinstance(value, Reason)
        assert (value.code, value.detail) == ("other_currency", currency)
        for language in ("fr", "zh", "en"):
            said = sentence(library().words(language), None, value)
            assert "{" not in said
            assert currency not in said or currency == "CHF"


@pytest.mark.parametrize("raw", ["$50", "50 USD", "50 dollars", "500美元", "HK$ 50", "五百港币"])
def test_an_amount_in_a_currency_of_nobody_here_is_said_to_be_one(raw: str) -> None:
    entry = Entry(NOON, "UTC", "fr", "FR", currency="EUR")
    value = parse_value(FactSpec("fee", "number", **MONEY), raw, entry)
    assert isinstance(value, Reason)
    assert value.code == "other_currency"
    assert read("number", raw, **MONEY) == "!not_number"


@pytest.mark.parametrize(
    ("raw", "value"),
    [("1280.-", "1280"), ("1 280,- €", "1280"), ("CHF 1'280.–", "1280"), ("1280,--", "1280")],
)
def test_a_price_without_cents_is_read_as_shops_write_it(raw: str, value: str) -> None:
    assert read("number", raw, **MONEY) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("230 V", "230"),
        ("230v", "230"),
        ("0,5 volts", "0.5"),
        ("1 Volt", "1"),
        ("220伏", "220"),
        ("220 伏特", "220"),
        ("二百二十伏", "220"),
        ("230 W", "!not_number"),
        ("230 VA", "!not_number"),
        ("230-235 V", "!not_number"),
        ("volts", "!not_number"),
    ],
)
def test_a_voltage_takes_its_unit_as_people_write_it(raw: str, value: str) -> None:
    assert read("number", raw, unit="V") == value


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Nom : Petit", "Petit"),
        ("Nom de famille : Le Goff", "Le Goff"),
        ("Nom et prénom: Anne Le Goff", "Anne Le Goff"),
        ("Nom du client : M. Petit", "M. Petit"),
        ("Customer name: Mark Young", "Mark Young"),
        ("姓名：高洁", "高洁"),
        ("客户姓名: 高洁", "高洁"),
        ("Jean-Noël   d'Haussy", "Jean-Noël d'Haussy"),
        ("Nomura", "Nomura"),
        ("Nom", "Nom"),
        ("Nom :", "Nom :"),
        ("O’Brien: Ann", "O’Brien: Ann"),
    ],
)
def test_a_name_is_kept_without_its_label(raw: str, name: str) -> None:
    entry = Entry(NOON, "UTC", "fr", "FR", 2)
    assert parse_value(FactSpec("customer_name", "text"), raw, entry) == name
    assert parse_value(FactSpec("complaint_text", "text"), raw, entry) == raw


@pytest.mark.parametrize(
    "raw",
    [
        "it says MJ0B7C3X on the sticker",
        "PF0ABC12 je crois",
        "le PF0ABC12",
        "PF0ABC12 FR",
        "au dos PF3ABCD1",
    ],
)
def test_a_sentence_is_no_serial_number(raw: str) -> None:
    assert read("serial", raw) == "!not_serial"


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("PF 3X-K7 2B", "PF3X-K72B"),
        ("SN PF0 ABC 12", "PF0ABC12"),
        ("20XW PF0ABC12", "20XWPF0ABC12"),
    ],
)
def test_groups_of_a_serial_number_are_one(raw: str, value: str) -> None:
    assert read("serial", raw) == value


@pytest.mark.parametrize("raw", ["luc_84 @ free.fr", "luc_84@ free.fr", "luc_84 @free.fr"])
def test_blanks_beside_the_sign_are_no_part_of_an_address(raw: str) -> None:
    assert read("email", raw) == "luc_84@free.fr"
    assert read("email", raw.replace("l", "l ", 1)) == "!not_email"
