"""A pattern is found in a text but for a few edits, and the short way to that loses nothing."""

from random import Random

import pytest

from lenovo_desk.search.nearness import Pattern, grams

LETTERS = "不甲乙丙丁戊己庚abc"
AROUND = "甲乙丙丁戊xyz"


def near(pattern: str, text: str) -> bool:
    """Tell whether a text has a pattern in it, nearly."""
    return Pattern(pattern).near(text, grams(text))


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("甲乙丙丁", "甲乙丙戊", False),
        ("甲乙丙丁戊己庚", "x甲乙天丁戊己庚y", True),
        ("甲乙丙丁戊己庚", "x甲乙天地戊己庚y", False),
        ("甲乙丙丁戊己庚", "天乙丙丁戊己庚", False),
        ("甲乙丙丁戊己庚", "甲乙丁丙戊己庚", True),
        ("甲乙丙丁戊己庚", "甲乙天丙丁地戊己庚", True),
        ("甲乙丙丁戊己庚", "甲乙丁戊己庚", False),
        ("甲乙丙丁戊己庚", "甲乙不丙丁戊己庚", False),
        ("甲乙不丙丁戊己庚", "甲乙丙丁戊己庚", False),
        ("甲乙丙丁戊己庚辛壬", "甲天丙丁戊己庚辛地", True),
        ("甲乙丙丁戊己庚辛壬", "天乙丙丁戊己庚辛壬", True),
        ("甲乙丙丁戊己庚辛壬", "甲乙丙丁己庚辛壬", True),
        ("abcdefghij", "abcdefghij", False),
        ("abcdefghijklmno", "abcdXfghijklmno", True),
        ("abcdefghijklmno", "abcdXXghijklmno", False),
        ("", "abc", False),
        ("甲乙丙丁戊己庚", "", False),
    ],
)
def test_short_patterns_are_let_less_and_a_negation_is_never_an_edit(
    pattern: str, text: str, found: bool
) -> None:
    assert near(pattern, text) == found


def test_passing_over_what_cannot_match_loses_nothing() -> None:
    random, seen = Random(7), set()
    for _ in range(4000):
        pattern = "".join(random.choices(LETTERS, k=random.randint(5, 18)))
        before, after = ("".join(random.choices(AROUND, k=random.randint(0, 60))) for _ in "ab")
        text = before + _edited(random, pattern) + after
        whole = Pattern(pattern)._within(text) if Pattern(pattern)._most else False
        assert near(pattern, text) == whole, (pattern, text)
        seen.add(whole)
    assert seen == {True, False}


def _edited(random: Random, pattern: str) -> str:
    chars = list(pattern)
    for _ in range(random.randint(0, 4)):
        at = random.randrange(len(chars))
        match random.choice(["change", "add", "drop", "swap"]):
            case "change":
                chars[at] = random.choice(LETTERS)
            case "add":
                chars.insert(at, random.choice(LETTERS))
            case "drop" if len(chars) > 1:
                del chars[at]
            case "swap":
                chars[at : at + 2] = chars[at : at + 2][::-1]
    return "".join(chars)
