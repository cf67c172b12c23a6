"""A phrase, a number or a link as QR codes: what is painted is what a phone reads, at any size."""

from pathlib import Path

import pytest

from lenovo_desk.tui.desk.qr.code_room import room_in
from lenovo_desk.tui.desk.qr.qr_codes import QUIET, capacity, code_parts, drawn, modules
from lenovo_desk.tui.desk.qr.qr_payloads import Offered, _tel
from lenovo_desk.tui.desk.qr.qr_screen import QrScreen
from tests.shipped_content import library
from tests.tui.driver import SETTINGS, SIZES, Driver, desk
from tests.tui.scanning import scanned
from tests.tui.scenes import DELAYED

pytestmark = pytest.mark.slow

FIELD = SETTINGS.replace("initials: AL, role: social", "initials: AL, role: field") + (
    "station_name: 海淀站\nstation_phone: 010 6234 5678\n"
)
SMS = (
    "尊敬的客户，我是联想服务王工，我按时抵达贵处，"
    "无法和您取得联系，请您看到短信后联系我，感谢您的理解和支持！"
)
HEAD = "SMSTO:+8613812345678:"
LINK = "https://support.example.com/" + "abcdefghij-0123456789/" * 12
SMALL = (60, 18)


def longest(language: str) -> str:
    """Return the longest phrase of the shipped flows in a language, in bytes."""
    books = [library().book(card.id, language) for card in library().cards()]
    texts = [phrase.text for book in books for phrase in book.phrases.values()]
    return max(texts, key=lambda text: len(text.encode()))


def seen(d: Driver) -> str:
    """Return what the only code on the screen says."""
    assert isinstance(d.app.screen, QrScreen)
    return scanned(d.strips)


async def seen_in_turn(d: Driver, number: int) -> list[str]:
    """Return what so many codes say, shown one after the other."""
    texts = [seen(d)]
    for _ in range(number - 1):
        await d.press("v")
        texts.append(seen(d))
    return texts


def count(d: Driver) -> int:
    """Return in how many parts the text is shown."""
    screen = d.app.screen
    assert isinstance(screen, QrScreen)
    return len(screen._parts(screen._at))


# --- codes and parts


@pytest.mark.parametrize("text", ["tel:+8613812345678", SMS, HEAD + SMS, "Bonjour, à très vite !"])
@pytest.mark.parametrize("scale", [1, 2])
def test_what_is_drawn_reads_as_the_text_inside_its_quiet_zone(text: str, scale: int) -> None:
    code = modules(text, scale)
    assert scanned(drawn(code)) == text
    for edge in (code[: QUIET * scale], code[-QUIET * scale :]):
        assert not any(any(row) for row in edge)
    zone = QUIET * scale
    assert not any(any(row[:zone]) or any(row[-zone:]) for row in code)


@pytest.mark.parametrize("side", range(29, 186, 12))
def test_a_code_holds_what_is_said_of_it_and_no_more(side: int) -> None:
    most = capacity(side)
    assert len(modules("x" * most)) <= side
    assert len(modules("x" * (most + 1))) > side or most == capacity(999)


def test_no_code_is_smaller_than_the_smallest_nor_larger_than_the_largest() -> None:
    assert capacity(28) == 0
    assert capacity(999) == capacity(185)
    assert code_parts("oui", "oui", 28) == ()


@pytest.mark.parametrize("language", ["zh", "fr"])
@pytest.mark.parametrize("size", [*SIZES, SMALL, (40, 40), (200, 60)])
def test_every_phrase_is_in_parts_that_fit_and_join_to_it(
    language: str, size: tuple[int, int]
) -> None:
    side = room_in(size[0], size[1] - 1).side
    for card in library().cards():
        for phrase in library().book(card.id, language).phrases.values():
            for payload in (phrase.text, HEAD + phrase.text):
                parts = code_parts(phrase.text, payload, side)
                assert "".join(part.text for part in parts) == phrase.text
                assert all(len(part.payload.encode()) <= capacity(side) for part in parts)
                assert all(part.text.strip() for part in parts)


def test_parts_end_where_a_voice_rests_if_that_makes_no_more_of_them() -> None:
    text = "按照规定，您可以提供购机发票。保修时间从购买日期开始计算。请您找一下发票，看一下日期。"
    assert [part.text for part in code_parts(text, text, 45)] == [
        "按照规定，您可以提供购机发票。保修时间从购买日期开始计算。",
        "请您找一下发票，看一下日期。",
    ]
    crowded = "字" * 70
    assert [len(part.text) for part in code_parts(crowded, crowded, 45)] == [35, 35]
    french = "Merci pour ces précisions. " * 5
    parts = code_parts(french, french, 45)
    assert [part.text[-2:] for part in parts] == [". "] * len(parts)


def test_the_number_goes_with_each_part_where_it_leaves_room() -> None:
    assert {part.payload[:21] for part in code_parts(SMS, HEAD + SMS, 45)} == {HEAD}
    assert "".join(part.payload for part in code_parts(SMS, HEAD + SMS, 33)) == SMS


def test_an_extension_is_dialled_after_a_pause() -> None:
    assert _tel("+33123456789") == "tel:+33123456789"
    assert _tel("01062345678x123") == "tel:01062345678,123"


# --- on the screen


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
@pytest.mark.parametrize("size", [*SIZES, SMALL, (40, 40)])
async def test_the_longest_phrases_are_read_from_the_screen_in_every_theme(
    tmp_path: Path, theme: str, size: tuple[int, int]
) -> None:
    settings = SETTINGS.replace("theme: dark", f"theme: {theme}")
    async with desk(tmp_path, size=size, settings=settings) as d:
        await d.press(*DELAYED)
        for language in ("zh", "fr"):
            text = longest(language)
            d.app.push_screen(QrScreen(d.desk, [Offered("text", "", text, text)]))
            await d.settle()
            assert "".join(await seen_in_turn(d, count(d))) == text
            await d.press("escape")


async def test_the_phrase_in_view_is_read_by_a_phone_and_counts_as_used(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(100, 45)) as d:
        await d.press(*DELAYED)
        text = d.desk.view.phrases[0].text
        await d.press("q")
        assert seen(d) == text
        d.shows(text[:28], text[-30:])
        assert [used.text for used in d.case.used] == [text]
        await d.press("escape")
        assert d.app.screen is d.desk


async def test_a_phrase_in_parts_counts_as_used_after_the_last_and_only_once(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, size=(80, 24)) as d:
        await d.press(*DELAYED, "q")
        text = d.desk.view.phrases[0].text
        parts = count(d)
        assert parts > 2
        d.shows(f"1/{parts}")
        texts = await seen_in_turn(d, parts - 1)
        assert not d.case.used
        texts += await seen_in_turn(await d.press("v"), 1)
        d.shows(f"{parts}/{parts}", "✓")
        assert "".join(texts) == text
        await d.press("v", "v", "left", "left")
        assert [used.text for used in d.case.used] == [text]
        await d.press("c")
        assert d.clipboard == text


async def test_a_larger_window_shows_in_one_what_a_small_one_shows_in_parts(tmp_path: Path) -> None:
    async with desk(tmp_path, size=SMALL) as d:
        await d.press(*DELAYED, "q")
        assert count(d) > 4
        await d.press("v", "v", "v")
        assert not d.case.used
        await d.resize(120, 50)
        assert count(d) == 1
        assert [seen(d)] == [used.text for used in d.case.used]
        await d.resize(*SIZES[0])
        assert count(d) == 3
        assert d.case.used[0].text.startswith(seen(d))


async def test_a_window_too_small_for_any_code_says_what_to_do(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(48, 14)) as d:
        await d.press(*DELAYED, "q")
        d.shows("Fenêtre trop petite", "copiez le texte avec c")
        assert not d.case.used
        await d.press("v", "left", "c")
        assert d.clipboard == d.case.used[-1].text
        await d.resize(*SIZES[0])
        assert d.case.used[-1].text.startswith(seen(d))


async def test_a_link_too_long_for_one_code_is_shown_in_parts(tmp_path: Path) -> None:
    async with desk(tmp_path, size=SIZES[0]) as d:
        await d.press(*DELAYED)
        d.app.push_screen(QrScreen(d.desk, [Offered("link", "Lien", LINK, LINK)]))
        await d.settle()
        assert "".join(await seen_in_turn(d, count(d))) == LINK
        assert not d.case.used


async def test_a_phrase_with_a_gap_is_refused_and_numbers_are_still_at_hand(
    tmp_path: Path,
) -> None:
    async with desk(
        tmp_path, language="zh", size=(100, 45), settings=FIELD, start="field_visit"
    ) as d:
        await d.press("1", "q")
        assert d.desk.view.phrases[0].missing
        assert not isinstance(d.app.screen, QrScreen)
        assert d.last_row.startswith("!")
        d.desk.ask_fact("customer_phone")
        await d.settle()
        await d.type("+86 138 1234 5678")
        await d.press("enter", "escape", "q")
        assert seen(d) == "tel:+8613812345678"
        d.shows("! 请先")
        assert not d.case.used


async def test_a_number_among_the_facts_can_be_called(tmp_path: Path) -> None:
    async with desk(tmp_path, language="zh", size=(80, 30), settings=FIELD,
                    start="field_visit") as d:  # fmt: skip
        assert d.step == "order"
        await d.press("q")
        assert d.last_row == "! 这里没有可显示成二维码的话术、电话或链接。"
        d.desk.ask_fact("customer_phone")
        await d.settle()
        await d.type("+86 138 1234 5678")
        await d.press("enter", "escape", "q")
        assert seen(d) == "tel:+8613812345678"
        d.shows("拨打", "+86 138 1234 5678")
        await d.press("c")
        assert d.clipboard == "+86 138 1234 5678"


@pytest.mark.parametrize("size", [*SIZES, SMALL])
async def test_a_text_message_goes_to_the_customers_number(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, language="zh", size=size, settings=FIELD,
                    start="field_visit") as d:  # fmt: skip
        for name, value in (("customer_phone", "+86 138 1234 5678"), ("phone_kind", "mobile")):
            d.desk.ask_fact(name)
            await d.settle()
            await d.type(value)
            await d.press("enter", "escape")
        await d.press("1")
        choices = [offer.id for offer in d.desk.view.offers]
        await d.press(str(choices.index("not_reached") + 1))
        assert d.step == "not_reached"
        for name, value in (("phone_kind", "mobile"), ("customer_name", "张伟")):
            d.desk.ask_fact(name)
            await d.settle()
            await d.type(value)
            await d.press("enter", "escape")
        phrase = d.desk.view.phrases[0]
        assert phrase.via == "sms"
        await d.press("q")
        parts = count(d)
        messages = await seen_in_turn(d, parts)
        if size != SMALL:
            assert all(message.startswith(HEAD) for message in messages)
        assert "".join(message.removeprefix(HEAD) for message in messages) == phrase.text
        assert len(d.case.used) == 1
        await d.press("v")
        assert seen(d) == "sms:+8613812345678"
        await d.press("3")
        assert seen(d) == "tel:+8613812345678"
        await d.press("1")
        assert phrase.text.startswith(seen(d).removeprefix(HEAD))
        await d.press("9")
        assert phrase.text.startswith(seen(d).removeprefix(HEAD))
