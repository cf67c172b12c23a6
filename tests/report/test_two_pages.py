"""The record of a visit fits two pages, whatever happened in it; each form has one of its own."""

from pathlib import Path

import pytest

from lenovo_desk.core.model.events import Event
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.report.case_record import CaseRecord, case_record
from lenovo_desk.report.record_html import printed_record
from tests.memory_journal import MemoryJournal
from tests.report.paper import PAGE, browser, height, printed_pages, without_forms
from tests.report.transcript_records import told, walked
from tests.shipped_content import library
from tests.walks.stored_walks import names_of

LANGUAGES = ("zh", "fr", "en")
LONGEST = "field_visit/depot_repaired_while_the_customer_waited.walk"
PACE = 15.0
"""Seconds between the events of a visit that is worked at a human pace."""


def paced(name: str, spoken: str, language: str) -> tuple[CaseRecord, Wording]:
    """Return the record of a transcript whose events are spread over an hour or more."""
    journal, wording = MemoryJournal(), Wording(library(), language)
    session, _ = walked(name, spoken, journal=journal)
    return case_record(session.flows, map(_later, journal.events), wording), wording


def _later(event: Event) -> Event:
    at, more = event.at, PACE * event.n
    return event._replace(at=at._replace(utc=at.utc + more, up=at.up + more))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_visit_fits_two_pages(language: str) -> None:
    spoken = "zh" if language == "en" else language
    heights = {}
    for name in names_of("field_visit"):
        record, wording = paced(name, spoken, language)
        heights[name] = height(printed_record(record, wording))
    assert max(heights.values()) == heights[LONGEST]
    assert {name: tall for name, tall in heights.items() if tall > 2 * PAGE} == {}


@pytest.mark.slow
@pytest.mark.skipif(browser() is None, reason="no browser to print with")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_visit_is_printed_on_two_pages_and_each_form_on_one(
    tmp_path: Path, language: str
) -> None:
    spoken = "zh" if language == "en" else language
    record, wording = paced(LONGEST, spoken, language)
    page = printed_record(record, wording)
    pages = printed_pages(without_forms(page), tmp_path)
    assert pages == 2
    assert 1.3 < height(page) / PAGE < 2
    assert printed_pages(page, tmp_path) == pages + len(record.forms)


def test_an_ordinary_visit_takes_a_page_and_its_service_sheet_another() -> None:
    record, wording = told("field_visit/home_mobile_paid_solved.walk", "zh")
    assert height(printed_record(record, wording)) < PAGE
    assert len(record.forms) == 1
