"""A phrase, a number or a link as a QR code: what is drawn is what a phone reads."""

from pathlib import Path

import pytest
import zxingcpp
from textual.strip import Strip

from lenovo_desk.tui.desk.qr.qr_payloads import _tel
from lenovo_desk.tui.desk.qr.qr_screen import PAPER, QUIET, Modules, QrScreen, drawn, modules
from tests.tui.driver import SETTINGS, Driver, desk
from tests.tui.scenes import DELAYED

pytestmark = pytest.mark.slow

TOP, BOTTOM = "▀█", "▄█"
SCALE = 4
FIELD = SETTINGS.replace("initials: AL, role: social", "initials: AL, role: field") + (
    "station_name: 海淀站\nstation_phone: 010 6234 5678\n"
)
SMS = (
    "尊敬的客户，我是联想服务王工，我按时抵达贵处，"
    "无法和您取得联系，请您看到短信后联系我，感谢您的理解和支持！"
)


def reread(strips: list[Strip]) -> Modules:
    """Return the modules that half blocks on a screen show, 1 for dark."""
    rows: list[tuple[int, ...]] = []
    for strip in strips:
        paper = "".join(
            segment.text for segment in strip if segment.style and segment.style.bgcolor
            and segment.style.bgcolor == PAPER.bgcolor
        )  # fmt: skip
        if paper:
            rows.append(tuple(int(char in TOP) for char in paper))
            rows.append(tuple(int(char in BOTTOM) for char in paper))
    return tuple(rows)


def scanned(code: Modules) -> str:
    """Return what a reader makes of the modules, as a camera would see them."""
    pixels = bytearray()
    for row in code:
        line = bytearray()
        for module in row:
            line += (b"\x00" if module else b"\xff") * SCALE
        pixels += line * SCALE
    shape = [len(code) * SCALE, len(code[0]) * SCALE]
    (found,) = zxingcpp.read_barcodes(memoryview(bytes(pixels)).cast("B", shape=shape))
    return str(found.text)


def seen(d: Driver) -> str:
    """Return what the code on the screen says."""
    assert isinstance(d.app.screen, QrScreen)
    return scanned(reread(d.strips))


@pytest.mark.parametrize(
    "text", ["tel:+8613812345678", SMS, f"SMSTO:13812345678:{SMS}", "Bonjour, à très vite !"]
)
def test_what_is_drawn_is_the_code_and_reads_as_the_text(text: str) -> None:
    code = modules(text)
    again = reread(drawn(code))
    assert again[: len(code)] == code
    assert not any(any(row) for row in again[len(code) :])
    assert scanned(again) == text
    for edge in (code[:QUIET], code[-QUIET:]):
        assert not any(any(row) for row in edge)
    assert not any(any(row[:QUIET]) or any(row[-QUIET:]) for row in code)


def test_a_text_without_end_has_no_code() -> None:
    assert modules("字" * 2000) == ()


def test_an_extension_is_dialled_after_a_pause() -> None:
    assert _tel("+33123456789") == "tel:+33123456789"
    assert _tel("01062345678x123") == "tel:01062345678,123"


async def test_the_phrase_in_view_is_read_by_a_phone_and_counts_as_used(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(100, 45)) as d:
        await d.press(*DELAYED)
        text = d.desk.view.phrases[0].text
        await d.press("q")
        assert seen(d) == text
        d.shows(text)
        assert [used.text for used in d.case.used] == [text]
        await d.press("escape")
        assert d.app.screen is d.desk


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
async def test_a_code_is_dark_on_light_in_every_theme(tmp_path: Path, theme: str) -> None:
    settings = SETTINGS.replace("theme: dark", f"theme: {theme}")
    async with desk(tmp_path, size=(100, 45), settings=settings) as d:
        await d.press(*DELAYED, "q")
        assert seen(d)


async def test_a_window_too_small_says_what_to_do_and_a_larger_one_shows(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(80, 24)) as d:
        await d.press(*DELAYED, "q")
        d.shows("Fenêtre trop petite", "colonnes", "copiez le texte avec c")
        assert not d.case.used
        await d.resize(120, 50)
        d.hides("Fenêtre trop petite")
        assert [seen(d)] == [used.text for used in d.case.used]
        await d.press("c")
        assert d.clipboard == d.case.used[-1].text


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
        assert "请先" in d.last_row
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


async def test_a_text_message_goes_to_the_customers_number(tmp_path: Path) -> None:
    async with desk(tmp_path, language="zh", size=(100, 45), settings=FIELD,
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
        said = d.desk.view.phrases
        assert said[0].via == "sms"
        await d.press("q")
        assert seen(d) == f"SMSTO:+8613812345678:{said[0].text}"
        await d.press("v")
        assert seen(d) == "tel:+8613812345678"
