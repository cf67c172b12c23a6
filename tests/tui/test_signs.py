"""Signs of uncertain width have a plain form; signs and texts are counted as the terminal does."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import rich.cells
import rich.segment
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

import lenovo_desk
from lenovo_desk.core.ports import SIGNS
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.terminals.sign_widths import ANSWERS, FORMS, GROUPS, need_plain, question
from lenovo_desk.tui.kit.terminals.signs import PlainSigns, count_cells, half_blocks_stand
from lenovo_desk.tui.kit.text_layout import fit, wrap
from tests.shipped_content import library
from tests.tui.driver import desk
from tests.tui.scenes import DELAYED

UNCERTAIN = re.compile("[\u2190-\u27bf\u2b00-\u2bff›−]")
"""Arrows, mathematical signs, lines, blocks, shapes and ticks."""
WIDE = (2,) * ANSWERS
TEXT = st.text(alphabet="abé’“”·—œ您好，。→…›✓─▌ \u00a0", max_size=80)


@pytest.fixture
def wide_terminal() -> Iterator[None]:
    """Count as a terminal does that gives two cells to every sign."""
    count_cells(True, WIDE)
    yield
    count_cells(False, ())


def painted(text: str) -> str:
    """Return a text as the filter paints it."""
    (segment,) = PlainSigns().apply([Segment(text, Style())], Color(0, 0, 0))
    return segment.text


def test_every_sign_of_the_screens_has_a_plain_form() -> None:
    signs: set[str] = set()
    for path in (Path(lenovo_desk.__file__).parent / "tui").rglob("*.py"):
        signs |= set(UNCERTAIN.findall(path.read_text("utf-8")))
    for language in ("en", "fr", "zh"):
        signs |= set(UNCERTAIN.findall("".join(library().words(language).values())))
    probes = {sign for sign, _, _ in GROUPS}
    assert signs - probes <= set(FORMS)


def test_plain_forms_are_ascii_and_no_wider_than_two_cells() -> None:
    assert all(form.isascii() and form.isprintable() for form in FORMS.values())
    assert {len(form) for form in FORMS.values()} == {1, 2}
    assert (FORMS["→"], FORMS["…"]) == ("->", "..")


@pytest.mark.usefixtures("wide_terminal")
@given(TEXT)
def test_a_sign_is_counted_as_wide_as_it_is_painted(text: str) -> None:
    shown = painted(text)
    assert not set(FORMS) & set(shown)
    assert cell_len(text) == cell_len(shown) == sum(map(cell_len, text))
    assert all(cell_len(char) == 2 for char in shown if char in "é’“”·—œ")


@pytest.mark.usefixtures("wide_terminal")
@given(TEXT, st.integers(2, 50))
def test_lines_fit_as_the_terminal_counts(text: str, width: int) -> None:
    assert all(cell_len(painted(row)) <= width for row in wrap(text, width))
    assert cell_len(painted(fit(text, width))) <= width
    assert cell_len(painted(set_cell_size(text, width))) == width
    strip = line([(text, Style())], width, Style())
    assert cell_len(painted(strip.text)) == width
    left, right = strip.divide([width // 2, width])
    assert cell_len(painted(left.text)) == width // 2
    assert cell_len(painted(right.text)) == width - width // 2


def test_what_was_counted_wide_is_narrow_again_afterwards() -> None:
    text = "L’été → “联想”"
    before = cell_len(text), wrap(text, 12), rich.cells.split_text(text, 3)
    count_cells(True, WIDE)
    assert (cell_len(text), half_blocks_stand()) == (before[0] + 6, False)
    count_cells(False, ())
    assert (cell_len(text), wrap(text, 12), rich.cells.split_text(text, 3)) == before
    assert half_blocks_stand()


@pytest.mark.usefixtures("wide_terminal")
def test_what_takes_no_cell_or_two_anywhere_still_does() -> None:
    assert cell_len("e\u0301") == 1
    assert cell_len("联想\u200d") == 4
    assert cell_len("abc") == 3


def test_signs_are_plain_where_the_terminal_or_somebody_asks_for_it() -> None:
    letters = tuple(2 if first < 0x2100 else 1 for _, first, _ in GROUPS)
    assert need_plain("auto", WIDE)
    assert not need_plain("auto", ())
    assert not need_plain("auto", (1,) * ANSWERS)
    assert not need_plain("auto", letters), "texts alone are wide"
    assert need_plain("plain", ())
    assert not need_plain("full", WIDE)


def test_each_group_is_asked_for_once_and_none_leaves_a_trace() -> None:
    text = question("\r")
    assert text.count("\x1b[6n") == ANSWERS
    assert text.endswith("\r\x1b[K")


@pytest.mark.usefixtures("wide_terminal")
async def test_what_is_copied_does_not_change(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        d.app.filters.append(PlainSigns())
        await d.press(*DELAYED, "c")
        assert "->" in d.screen_text()
        assert "→" not in d.screen_text()
        assert {"’", "é"} <= set(d.clipboard)
        assert d.clipboard.startswith("Bonjour")


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_the_setting_has_a_word_for_each_way(language: str) -> None:
    words = library().words(language)
    assert len({words[f"signs.{way}"] for way in SIGNS}) == len(SIGNS)
