"""The printed record is one sound page: balanced, escaped, with nothing from outside."""

import re

import pytest

from lenovo_desk.report.record_html import printed_record
from tests.printing.html_tree import NASTY, parsed
from tests.report.visits import Visit


def printed(visit: Visit, language: str) -> str:
    return printed_record(*visit.told(language))


@pytest.mark.parametrize("language", ["zh", "fr", "en"])
@pytest.mark.parametrize("name", ["nobody_landline", "home_mobile_paid_solved", "large_account"])
def test_a_page_is_balanced_and_shows_all_that_is_recorded(name: str, language: str) -> None:
    visit = Visit().through(name)
    record, wording = visit.told(language)
    tree = parsed(printed_record(record, wording))
    for chapter in record.chapters:
        assert chapter.title in tree.text
        for answer in (answer for answer in chapter.answers if answer.recorded):
            assert answer.title in tree.text
            assert answer.at.rpartition(":")[0] in tree.text
            assert all(cell in tree.text for row in answer.rows for cell in row)
            assert answer.rows or answer.value in tree.text
        for tick in chapter.ticks:
            assert tick.title in tree.text
            assert all(at.rpartition(":")[0] in tree.text for at in tick.at)
    for consent in record.signed:
        assert f"{consent.at} {consent.name}" in tree.text
        assert all(value in tree.text for _, value in consent.values)
    for phrase in record.phrases:
        assert phrase.text in tree.text
    assert record.case in tree.text


def test_no_text_of_a_customer_becomes_markup() -> None:
    visit = Visit().take(f"customer_name={NASTY}", f"reported_fault={NASTY}", f"note:{NASTY}")
    text = printed(visit.take("customer_title=mr", "to_make", "copy:ask_for_customer"), "zh")
    tree = parsed(text)
    assert "script" not in tree.tags
    assert tree.text.count(NASTY) >= 3
    assert "<script" not in text.lower()


def test_a_page_needs_nothing_from_outside_and_runs_nothing() -> None:
    text = printed(Visit().through("home_mobile_paid_solved"), "fr")
    tree = parsed(text)
    assert not {"script", "link", "img", "iframe", "object", "base"} & set(tree.tags)
    names = {name for name, _ in tree.attributes}
    assert not {"src", "href", "style"} & names
    assert not any(name.startswith("on") for name in names)
    assert "default-src 'none'" in text
    assert not re.search(r"url\(|@import|https?://", text)


def test_the_language_of_the_page_and_of_its_phrases_is_named() -> None:
    tree = parsed(printed(Visit("zh").through("nobody_landline"), "fr"))
    assert ("lang", "fr") in tree.attributes
    assert ("lang", "zh-Hans") in tree.attributes


def test_boxes_have_a_word_and_empty_facts_a_line() -> None:
    tree = parsed(printed(Visit().through("nobody_landline", "@knock"), "en"))
    labels = [value for name, value in tree.attributes if name == "aria-label"]
    assert {"ticked", "empty"} == set(labels)
    assert ("class", "line") in tree.attributes


def test_two_places_for_signatures_end_a_visit() -> None:
    tree = parsed(printed(Visit().through("home_mobile_paid_solved"), "fr"))
    assert "Signature\u00a0: Client" in tree.text
    assert "Signature\u00a0: Technicien Camille Martin" in tree.text


def test_french_colons_stand_after_a_space_that_does_not_break() -> None:
    tree = parsed(printed(Visit().through("home_mobile_paid_solved"), "fr"))
    french = re.sub(r"[0-9]:[0-9]", "", tree.text)
    assert not re.search(r"[a-zé] ?:\s", french)
