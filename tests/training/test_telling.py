"""Evidence in words."""

import re

import pytest

from lenovo_desk.training.reports.evidence_text import (
    DETAIL_PARTS,
    MOST,
    WHOLE,
    call_time,
    evidence_place,
    evidence_text,
)
from lenovo_desk.training.scoring.evidence import Evidence, detail
from tests.shipped_content import library

LANGUAGES = ("en", "zh", "fr")


def evidence(code: str, *parts: object) -> Evidence:
    return Evidence(3, 65.0, "complaint", "listen", code, detail(*parts))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_words_and_every_word_a_code(language: str) -> None:
    words = library().words(language)
    codes = {key.removeprefix("score.") for key in words if key.startswith("score.")}
    assert codes - {"at", "free", "back", "into", "out"} == set(DETAIL_PARTS)
    for code in DETAIL_PARTS:
        numbers = ("time", "limit", "target", "left")
        parts = ["7" if name in numbers else "customer_name" for name in DETAIL_PARTS[code]]
        assert not re.search(r"[{}]", evidence_text(evidence(code, *parts), library(), language))


def test_steps_left_without_a_choice_have_words() -> None:
    assert "“open: Complaint crisis”" in evidence_text(
        evidence("detour", "(crisis"), library(), "en"
    )
    assert "“open: No such flow”" in evidence_text(
        evidence("detour", "(no_such_flow"), library(), "en"
    )
    assert "“退出”" in evidence_text(evidence("missed", ")"), library(), "zh")


def test_an_evidence_from_no_step_has_no_place() -> None:
    assert evidence_place(Evidence(0, 0.0, "", "", "trainer", "…"), library(), "fr") == ""
    assert (
        evidence_place(evidence("fact", "customer_name"), library(), "zh")
        == "1:05 · 倾听、安抚、记录"
    )


def test_values_are_told_as_people_read_them() -> None:
    told = evidence_text(
        evidence("fact_wrong", "complaint.came_by", "web", "phone"), library(), "fr"
    )
    assert "«\u00a0Téléphone\u00a0» attendu" in told
    assert told.startswith("Reçue par")


def test_of_an_altered_phrase_the_words_are_told_that_differ() -> None:
    same = "mot " * 40
    told = evidence_text(
        evidence("altered", "x", f"{same}juste, et fin", f"{same}faux"), library(), "fr"
    )
    assert "…" in told
    assert "juste" in told
    assert "faux" in told
    assert len(told) < 2 * MOST


def test_texts_are_quoted_as_one_line_of_bounded_length() -> None:
    told = evidence_text(evidence("clean_reply", "a\nb" + "c" * 500), library(), "en")
    assert "a b" in told
    assert "…" in told
    assert len(told) < 2 * MOST


@pytest.mark.parametrize("code", ["wording", "stated", "barred", "posted"])
def test_a_text_that_was_wrong_is_quoted_to_its_wrong_words(code: str) -> None:
    post = "Bonjour, " + "mot " * 60 + "appelez le 06 39 98 41 27"
    told = evidence_text(evidence(code, "complaint.customer_phone", post), library(), "fr")
    assert "06 39 98 41 27" in told
    told = evidence_text(evidence(code, "complaint.customer_phone", "c" * 5000), library(), "fr")
    assert len(told) < 2 * WHOLE


def test_a_tab_in_a_text_parts_nothing() -> None:
    assert detail("a\tb", "c").split("\t") == ["a b", "c"]


def test_seconds_are_told_as_a_clock_that_started_with_the_call() -> None:
    assert [call_time(one) for one in (0, 59.9, 60, 3599, 3725)] == [
        "0:00", "0:59", "1:00", "59:59", "1:02:05",
    ]  # fmt: skip


def test_seconds_are_written_as_the_language_does() -> None:
    given = evidence("not_said", "x", "Bonjour", "1.5", "2.0")
    assert "1,5\u00a0s" in evidence_text(given, library(), "fr")
    assert "1.5" in evidence_text(given, library(), "zh")
