"""Text breaks where Chinese, French and English readers expect it, and never runs over."""

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from uniseg.linebreak import line_break_units

from lenovo_desk.tui.kit.text_layout import fit, pad, units, wrap
from tests.shipped_content import library

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
    assert wrap("请您查看（服务）说明书", 10) == ["请您查看", "（服务）", "说明书"]
    assert wrap("客户说他“好”然后挂断", 8) == ["客户说他", "“好”然", "后挂断"]
    for width in range(8, 40):
        lines = wrap("客户说“我的电脑坏了”，他问：“什么时候能修好？”请回答“马上”。" * 3, width)
        assert not any(line.startswith(NEVER_FIRST) for line in lines)
        assert not any(line.endswith(NEVER_LAST) for line in lines)


def phrases(*languages: str) -> list[str]:
    """Return all that the product says and guides with, each text once."""
    texts: set[str] = set()
    for language in languages:
        for card in library().cards():
            book = library().book(card.id, language)
            texts |= {phrase.text for phrase in book.phrases.values()}
            for step in book.steps.values():
                texts |= {step.title, step.do, step.caution, *step.choices.values()}
        texts.update(library().words(language).values())
    return sorted(texts)


def greedily(text: str, width: int) -> int:
    """Return how many lines a text of one paragraph takes when each is as full as it can be."""
    count, used = 1, 0
    for unit in units(text):
        if used + cell_len(unit.rstrip(SPACES)) > width:
            count, used = count + 1, 0
        used += cell_len(unit)
    return count


def words_of(line: str) -> tuple[int, int]:
    """Return how many words and how many of them are Chinese characters."""
    words = [w for w in re.findall("[一-鿿]|[^一-鿿 ]+", line) if any(map(str.isalnum, w))]
    return len(words), sum("一" <= word[0] <= "鿿" for word in words)


SAID = phrases("fr", "zh", "en")
SAID_IN_CHINESE = [text for text in phrases("zh") if "，" in text or "。" in text]


@given(st.sampled_from(SAID), st.integers(20, 100))
def test_nothing_the_product_says_is_lost_too_wide_or_begun_by_a_mark(
    text: str, width: int
) -> None:
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)
    assert not any(line.startswith(NEVER_FIRST) for line in lines)


@given(st.sampled_from(SAID), st.integers(20, 100))
def test_no_line_is_added_for_the_looks(text: str, width: int) -> None:
    for paragraph in text.split("\n"):
        if "://" not in paragraph and all(cell_len(unit) <= width for unit in units(paragraph)):
            assert len(wrap(paragraph, width)) <= greedily(paragraph, width)


@given(st.sampled_from(SAID), st.integers(20, 100))
def test_no_last_line_of_one_word_or_two_characters(text: str, width: int) -> None:
    *before, last = wrap(text.split("\n")[0], width)
    count, ideographs = words_of(last)
    if before and count < (3 if ideographs else 2) and not last.startswith(("^", "http", "{")):
        parts = units(text.split("\n")[0])
        at = max(n for n in range(len(parts)) if words_of("".join(parts[n:]))[0] > count)
        longer = "".join(parts[at:]).strip()
        assert cell_len(longer) > width or words_of(longer)[0] < 3, "a word more has no room"


@given(st.sampled_from(SAID_IN_CHINESE), st.integers(20, 100))
def test_a_line_of_chinese_ends_with_a_breath_where_that_costs_no_line(
    text: str, width: int
) -> None:
    lines = wrap(text, width)
    for at, line in enumerate(lines[:-1]):
        breath = max((line.rfind(mark) for mark in "。！？；，：、"), default=-1) + 1
        bare, rest = line.rstrip("”’」』）》"), line[breath:]
        if bare.endswith(tuple("。！？；，：、")) or not rest or rest[0] in "”’」』）》":
            continue
        if 3 * cell_len(line[:breath]) > 2 * width + 2:
            assert len(wrap(rest + "".join(lines[at + 1 :]), width)) > len(lines) - at - 1


def test_chinese_is_spoken_in_breaths() -> None:
    lead = "您好，很抱歉给您添麻烦了，为了保护您的个人信息"
    assert wrap(f"{lead}。请您私信我们，我们在私信里帮您处理。", 56) == [
        f"{lead}。",
        "请您私信我们，我们在私信里帮您处理。",
    ]
    assert wrap("客户说：“电脑坏了。”他问我们什么时候能修好。", 28) == [
        "客户说：“电脑坏了。”",
        "他问我们什么时候能修好。",
    ]
    full, comma = "我们记下来了。", "您先别着急，"
    assert wrap(f"一二三四五六{full}您好，我们马上帮您处理问题", 34)[0].endswith("。")
    assert wrap(f"一二三四五六{comma}我们马上就帮您处理这个问题", 34)[0].endswith("，")


def test_a_breath_before_the_last_third_or_one_that_costs_a_line_is_not_taken() -> None:
    assert wrap("您好，我是联想的工程师小王今天来修电脑", 20)[0] == "您好，我是联想的工程"
    text = "一二三四五六七八，一二三四五六七八九十一二三四五六七八九"
    assert len(wrap(text, 28)) == greedily(text, 28)


def test_no_word_stands_alone_at_the_end() -> None:
    assert wrap("Merci de votre appel.", 18) == ["Merci de", "votre appel."]
    assert wrap("Ask for the serial number", 20) == ["Ask for the", "serial number"]
    assert wrap("我们马上就帮您处理这个问题", 24) == ["我们马上就帮您处理这", "个问题"]
    assert wrap("Attendez 15\u00a0minutes\u00a0!", 15) == ["Attendez", "15\u00a0minutes\u00a0!"]
    assert wrap("Rappelez le service demain\u00a0!", 24) == ["Rappelez le", "service demain\u00a0!"]


def test_a_signature_and_an_address_may_stand_alone() -> None:
    assert wrap("Vous pouvez nous écrire ici. ^AB", 30)[-1] == "^AB"
    assert wrap("Voici le lien : https://lenovo.com/fr", 24)[-1] == "https://lenovo.com/fr"


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
