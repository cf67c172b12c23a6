"""A language of the user's own: its files alone add it to the interface, formats included."""

from pathlib import Path

import pytest

from lenovo_desk.content.folders import shipped
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.core.model.country import Place
from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.wording.books import time_text, value_text
from lenovo_desk.core.wording.wording import Wording

pytestmark = pytest.mark.slow

INTERFACE = """\
# yaml-language-server: $schema=../flows/interface.schema.json
language: {de: Deutsch}
value: {"yes": Ja, "no": Nein}
desk: {facts: Angaben}
format:
  decimal: ","
  date: dd.MM.
  time: HH:mm 'Uhr'
  datetime: "{date} um {time}"
  record_date: dd.MM.yyyy
  short_date: d.M.
  values: "{told} / {name}"
  pace: "25"
  tag: "{language}-CH"
"""
FLOW = """\
# yaml-language-server: $schema=../flows/script.schema.json
title: Besuch beim Kunden
"""
MOMENT = 1_795_354_200.0  # 22 November 2026, 14:30 in Zurich
ZONE = "Europe/Zurich"


@pytest.fixture
def library(tmp_path: Path) -> ContentLibrary:
    folder = tmp_path / "scripts_de"
    folder.mkdir()
    (folder / "interface.yaml").write_text(INTERFACE, encoding="utf-8")
    (folder / "field_visit.yaml").write_text(FLOW, encoding="utf-8")
    return ContentLibrary([shipped(), tmp_path])


def test_the_interface_offers_it_and_speaks_it(library: ContentLibrary) -> None:
    assert "de" in library.interface_languages()
    words = library.words("de")
    assert (words["language.de"], words["desk.facts"]) == ("Deutsch", "Angaben")
    assert words["desk.notes"] == library.words("en")["desk.notes"], "English fills gaps"
    assert library.book("field_visit", "de").title == "Besuch beim Kunden"


def test_it_writes_numbers_dates_and_lists_as_its_file_says(library: ContentLibrary) -> None:
    book = library.book("field_visit", "de")
    assert time_text(book.formats, MOMENT, ZONE, now=MOMENT) == "22.11. um 14:30 Uhr"
    assert time_text(book.formats, MOMENT, ZONE, "date", now=MOMENT) == "22.11."
    volts = FactSpec("volts", "number", unit="V", many=True)
    assert value_text(book, volts, ("219.5", "3"), Place(ZONE)) == "219,5 V / 3 V"
    assert value_text(book, FactSpec("late", "yes_no"), "yes", Place(ZONE)) == "yes"
    assert book.options["on_time"] == {"yes": "Ja", "no": "Nein"}
    assert book.formats.characters_a_second == 25.0


def test_its_records_are_dated_as_its_file_says(library: ContentLibrary) -> None:
    wording = Wording(library, "de")
    wording.place = Place(ZONE)
    assert wording.moment(MOMENT) == "22.11.2026 14:30:00"
    assert wording.date(MOMENT, MOMENT) == "22.11."
    assert wording.date(MOMENT, MOMENT + 60 * 86400) == "22.11.2026"
    assert [wording.tag(language) for language in ("de", "zh", "fr")] == ["de-CH", "zh-Hans", "fr"]


def test_what_its_file_lacks_is_written_as_in_english(tmp_path: Path) -> None:
    folder = tmp_path / "scripts_de"
    folder.mkdir()
    (folder / "interface.yaml").write_text("language: {de: Deutsch}\n", encoding="utf-8")
    book = ContentLibrary([shipped(), tmp_path]).book("field_visit", "de")
    assert time_text(book.formats, MOMENT, ZONE) == "2026-11-22 14:30"
    assert Wording(ContentLibrary([shipped(), tmp_path]), "de").tag("de") == "de"
