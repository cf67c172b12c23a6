"""What is found for what is typed: whole words first, accents folded, guesses only at the end."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenovo_desk.search.folding import initials, needles_of, search_form
from lenovo_desk.search.ranking import (
    BELOW,
    INITIALS,
    NEAR,
    PLAIN,
    SOME,
    SearchIndex,
    TextHits,
    marks,
    slipped,
)
from tests.shipped_content import library

LABELS = (
    "Chercher la panne",
    "C’est trop cher",
    "Rechercher un magasin",
    "Logiciel : coller l’étiquette",
    "Sous garantie ou non ?",
    "Œuvre signée Lenovo",
    "联系不上，结束",
    "打了几次都联系不上",
    "ThinkPad T14 屏幕闪烁",
)


def hits(query: str, *labels: str) -> TextHits:
    return SearchIndex([(label, "") for label in labels or LABELS]).search(query)


def labels(query: str) -> list[str]:
    return [LABELS[hit.number] for hit in hits(query).hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("cher", [LABELS[1], LABELS[0], LABELS[2]]),
        ("CHER", [LABELS[1], LABELS[0], LABELS[2]]),
        ("trop c'est", [LABELS[1]]),
        ("cher trop", [LABELS[1]]),
        ("etiquette", [LABELS[3]]),
        ("ÉTIQ", [LABELS[3]]),
        ("œuvre", [LABELS[5]]),
        ("oeuvre", [LABELS[5]]),
        ("联系", [LABELS[6], LABELS[7]]),
        ("不上", [LABELS[6], LABELS[7]]),
        ("联系不上 几次", [LABELS[7]]),
        ("ｔ１４", [LABELS[8]]),
        ("闪烁 thinkpad", [LABELS[8]]),
    ],
)
def test_words_are_found_the_nearest_first(query: str, expected: list[str]) -> None:
    assert labels(query) == expected
    assert hits(query).way == PLAIN


@pytest.mark.parametrize("query", ["vidéo", "colère", "colline", "zzz", "garer", "xqz", "不在"])
def test_another_word_is_no_slip(query: str) -> None:
    assert hits(query) == TextHits()


@pytest.mark.parametrize(
    ("query", "way", "label"),
    [
        ("garanite", NEAR, LABELS[4]),
        ("garatie", NEAR, LABELS[4]),
        ("garanttie", NEAR, LABELS[4]),
        ("sous garentie", NEAR, LABELS[4]),
        ("lxbs", INITIALS, LABELS[6]),
        ("pmss", INITIALS, LABELS[8]),
        ("chercher une panne introuvable", SOME, LABELS[0]),
    ],
)
def test_guesses_come_only_when_nothing_is_found_and_are_named(
    query: str, way: str, label: str
) -> None:
    found = hits(query)
    assert found.way == way
    assert LABELS[found.hits[0].number] == label


def test_the_very_label_comes_before_a_longer_one_and_a_label_before_what_stands_below() -> None:
    index = SearchIndex(
        [("Faire patienter", ""), ("Accueil", "faire patienter"), ("patienter", "")]
    )
    assert [hit.number for hit in index.search("patienter").hits] == [2, 0, 1]
    assert [hit.rank for hit in index.search("patienter").hits] == [-1, 0, BELOW]


def test_equal_matches_keep_their_order_and_no_words_find_all() -> None:
    assert [hit.number for hit in hits("a", "b a", "c a", "d a").hits] == [0, 1, 2]
    assert len(hits(" … ").hits) == len(LABELS)


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("cher", "C’est trop cher", ["cher"]),
        ("cher", "Rechercher, trop cher", ["cher"]),
        ("TROP ch", "C’est trop cher", ["trop", "ch"]),
        ("etiq", "coller l’étiquette", ["étiq"]),
        ("etiq", "coller l’e\u0301tiquette", ["e\u0301tiq"]),
        ("œuvre", "Œuvre signée", ["Œuvre"]),
        ("trop cher", "trop chère", ["trop", "cher"]),
        ("不上", "联系不上，结束", ["不上"]),
        ("ch", "trop cher", ["ch"]),
        ("zz", "trop cher", []),
    ],
)
def test_what_matches_is_marked_as_it_is_written(query: str, text: str, marked: list[str]) -> None:
    parts = [text[start:end] for start, end in marks(query, text)]
    assert [search_form(part) for part in parts] == [
        search_form(part.replace("cher", "chèr") if part not in text else part) for part in marked
    ]


def test_initials_mark_the_characters_they_stand_for() -> None:
    text = "打了几次都联系不上，结束"
    assert [text[start:end] for start, end in marks("lxbs", text, INITIALS)] == ["联系不上"]


@pytest.mark.parametrize(
    ("text", "letters"),
    [("联系不上", "lxbs"), ("保修期", "bxq"), ("阿尔", "ae"), ("座位", "zw"), ("A店B家", "d j")],
)
def test_initials_are_those_of_the_pinyin(text: str, letters: str) -> None:
    assert initials(text) == letters


@given(st.text(max_size=40), st.text(max_size=8))
def test_no_text_is_too_odd(text: str, query: str) -> None:
    found = SearchIndex([(text, text)]).search(query)
    assert set(found.hits) <= {hit for hit in found.hits if hit.number == 0}
    for start, end in marks(query, text, found.way):
        assert 0 <= start < end <= len(text)


@given(st.text(max_size=30))
def test_whatever_is_typed_whole_is_found_and_marked(text: str) -> None:
    assert SearchIndex([(text, "")]).search(text).hits
    assert bool(marks(text, text)) == bool(needles_of(text))


@given(st.text("abcde", min_size=6, max_size=9), st.integers(0, 8), st.sampled_from("xyz"))
def test_one_slip_is_forgiven_anywhere(word: str, at: int, letter: str) -> None:
    at = min(at, len(word) - 1)
    assert slipped(word[:at] + letter + word[at + 1 :], word)
    assert slipped(word[:at] + letter + word[at:], word)
    assert not slipped(letter * 2 + word, word)


@pytest.mark.slow
@pytest.mark.parametrize(
    "query", ["garantie", "de la", "e", "保修", "zzqqzz", "ordinateur cassé xx"]
)
def test_ten_thousand_phrases_take_no_time_that_is_felt(query: str) -> None:
    """The class is 2 ms for a word; a machine that does much else may take ten times that."""
    books = [library().book(card.id, lang) for card in library().cards() for lang in ("fr", "zh")]
    texts = [phrase.text for book in books for phrase in book.phrases.values()]
    index = SearchIndex([(f"{text} {n}", "") for n in range(40) for text in texts][:10_000])
    index.search(query)  # folds and knows its words from here on
    best = min(_seconds(index, query) for _ in range(5))
    assert best < 0.05


def _seconds(index: SearchIndex, query: str) -> float:
    before = time.process_time()
    index.search(query)
    return time.process_time() - before
