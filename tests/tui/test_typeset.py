"""Text breaks where Chinese, French and English readers expect it, and never runs over."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from uniseg.linebreak import line_break_units

from lenovo_desk.tui.kit.text_layout import fit, pad, units, wrap

LETTERS = "abcXYZéàçŒœ0123456789一您好联想服务"
MARKS = "，。！？；：、（）《》「」“”‘’…—,.!?;:()[]\"'«»/-%$€￥+&@#_*~ \u00a0\u202f\u3000"
TEXT = st.text(alphabet=LETTERS + MARKS + "\n👍🏽\u200d\ufe0f\u0301", max_size=120)
SPOKEN = [
    "您好，",
    "“马上”",
    "（服务）",
    "《说明：一》",
    "Lenovo ",
    "请按“Start”键。",
    "好吗？",
    "谢谢！",
    "好",
    "《“联想”服务（保修）》",
    "电话：400-990-8888；",
    "和、",
    "‘是’",
    "https://lenovo.com.cn/a?b=c。",
]
NEVER_FIRST = tuple("，。！？；：、）》」』”")
NEVER_LAST = tuple("（《「『“")
SPACES = " \t\u3000\n"


@given(TEXT, st.integers(2, 60))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in wrap(text, width))


@given(TEXT, st.integers(2, 60))
def test_nothing_but_break_spaces_is_dropped(text: str, width: int) -> None:
    joined = "".join(wrap(text, width))
    for space in SPACES:
        joined, text = joined.replace(space, ""), text.replace(space, "")
    assert joined == text


@given(TEXT)
def test_a_text_wide_enough_keeps_its_hard_lines(text: str) -> None:
    assert wrap(text, 500) == [line.rstrip(" \u3000") for line in text.split("\n")]


@given(st.text(alphabet=LETTERS + MARKS, max_size=80))
def test_lines_may_end_exactly_where_uax_14_says(text: str) -> None:
    assert units(text) == list(line_break_units(text))


@given(st.lists(st.sampled_from(SPOKEN), max_size=30).map("".join), st.integers(16, 60))
def test_marks_stay_with_their_words(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert not any(line.startswith(NEVER_FIRST) for line in lines)
    assert not any(line.endswith(NEVER_LAST) for line in lines)


def test_every_letter_taken_for_a_letter_breaks_like_one() -> None:
    for letter in map(chr, (*range(0x41, 0x7B), *range(0xC0, 0x100), *range(0x4E00, 0xA000, 97))):
        for text in (f"{letter}“{letter}", f"{letter}-{letter} {letter}/{letter}，{letter}"):
            assert units(text) == list(line_break_units(text))


def test_chinese_wraps_at_any_ideograph_but_not_before_a_comma() -> None:
    assert wrap("您好，我是联想工程师，很高兴为您服务。", 10) == [
        "您好，我是",
        "联想工程",
        "师，很高兴",
        "为您服务。",
    ]


def test_chinese_brackets_and_quotes_keep_their_words() -> None:
    assert wrap("请您查看（服务）说明", 10) == ["请您查看", "（服务）说", "明"]
    assert wrap("客户说他“好”然后挂断", 8) == ["客户说他", "“好”然后", "挂断"]
    for width in range(8, 40):
        lines = wrap("客户说“我的电脑坏了”，他问：“什么时候能修好？”请回答“马上”。" * 3, width)
        assert not any(line.startswith(NEVER_FIRST) for line in lines)
        assert not any(line.endswith(NEVER_LAST) for line in lines)


def test_french_spaces_before_double_marks_do_not_break() -> None:
    assert wrap("Ah Bonjour\u00a0!", 10) == ["Ah", "Bonjour\u00a0!"]
    assert wrap("Il dit «\u202foui\u202f» hier", 9) == ["Il dit", "«\u202foui\u202f»", "hier"]
    assert wrap("Aujourd’hui l’ordinateur", 14) == ["Aujourd’hui", "l’ordinateur"]


def test_a_word_longer_than_the_line_is_cut_between_graphemes() -> None:
    assert wrap("abcdefgh", 3) == ["abc", "def", "gh"]
    assert wrap("e\u0301" * 4, 2) == ["e\u0301e\u0301"] * 2
    assert wrap("numéro：PF3ABCD1。", 8) == ["numéro：", "PF3ABCD", "1。"]


def test_hard_lines_and_indents_are_kept() -> None:
    assert wrap("", 10) == [""]
    assert wrap("un\n\n  deux\r\ntrois ", 10) == ["un", "", "  deux", "trois"]


@given(TEXT, st.integers(0, 40))
def test_a_fitted_text_is_one_line_that_fits(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width
    assert "\n" not in fit(text, width)
    assert cell_len(pad(text, width)) == width


def test_a_cut_text_ends_in_an_ellipsis() -> None:
    assert fit("联想服务中心", 6) == "联想…"
    assert fit("Bonjour", 7) == "Bonjour"
    assert pad("好", 4) == "好  "
