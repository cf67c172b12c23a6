"""Phrases with their blanks filled, and values as people read them."""

from collections.abc import Mapping
from functools import cache

import pytest

from lenovo_desk.content.folders import shipped
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.country import Place
from lenovo_desk.core.wording.book_plain import book_from_plain
from lenovo_desk.core.wording.books import (
    Book,
    Phrase,
    date_text,
    fill_phrase,
    value_text,
)
from lenovo_desk.core.wording.language_formats import ENGLISH
from tests.core.field_visit import FIELD_VISIT, VISIT
from tests.core.machine import Machine


@cache
def words(language: str) -> Mapping[str, str]:
    """The shipped words of the interface: they have the formats."""
    return ContentLibrary([shipped()]).words(language)


def book(language: str) -> Book:
    wording = {"options": {"place": {"home": "家里"}}}
    return book_from_plain(wording, language, FIELD_VISIT, words(language))


@pytest.fixture
def machine() -> Machine:
    machine = Machine(VISIT, zone="Asia/Shanghai").begin()
    machine.case = machine.case._replace(settings={"engineer_name": "李雷"})
    machine.record("appointment", "2026-11-22 09:05")
    machine.record("place", "home")
    machine.record("line_neutral", "220,5")
    return machine


def filled(machine: Machine, text: str, language: str = "zh") -> tuple[str, tuple[str, ...]]:
    phrase = Phrase("p", text, "standard")
    done = fill_phrase(phrase, book(language), machine.flows["field_visit"], machine.case)
    return done.text, done.missing


def test_blanks_are_filled_from_facts_and_settings(machine: Machine) -> None:
    assert filled(machine, "{engineer_name} {place} {line_neutral}") == ("李雷 家里 220.5 V", ())


def test_a_blank_that_nothing_fills_is_shown_and_named_once(machine: Machine) -> None:
    assert filled(machine, "{customer_name}, {ghost}, {ghost}!") == (
        "____, ____, ____!",
        ("customer_name", "ghost"),
    )


def test_a_moment_is_said_as_the_language_says_it(machine: Machine) -> None:
    assert filled(machine, "{appointment}")[0] == "11月22日 09:05"
    assert filled(machine, "{appointment}", "fr")[0] == "22/11/2026 à 9 h 05"
    assert filled(machine, "{appointment}", "en")[0] == "2026-11-22 09:05"


def test_a_moment_may_be_said_in_parts(machine: Machine) -> None:
    text = "{appointment:month}月{appointment:day}日{appointment:hour}点{appointment:minute}分"
    assert filled(machine, text)[0] == "11月22日9点05分"
    assert filled(machine, "{appointment:date} {appointment:time}")[0] == "11月22日 09:05"


def test_a_moment_is_said_in_the_zone_of_the_case() -> None:
    assert date_text(ENGLISH, "2026-11-22T00:30+01:00", "Asia/Shanghai") == "2026-11-22 07:30"
    assert date_text(ENGLISH, "soon", "UTC") == "soon"


def test_rows_are_read_cell_by_cell(machine: Machine) -> None:
    flow = machine.flows["field_visit"]
    value = (("2026-11-22T09:00+08:00", "0612345678"), ("2026-11-22T09:10+08:00", ""))
    shown = value_text(book("fr"), flow.facts["attempts"], value, Place("Asia/Shanghai", "FR"))
    first = "22/11/2026 à 9\u00a0h\u00a000 | 06 12 34 56 78\u00a0; "
    assert shown == f"{first}22/11/2026 à 9\u00a0h\u00a010 | "
    assert value_text(book("fr"), flow.facts["attempts"], None, Place("UTC")) == ""


def test_a_filled_blank_is_not_read_as_a_blank_again(machine: Machine) -> None:
    machine.record("customer_name", "{place}")
    assert filled(machine, "{customer_name}") == ("{place}", ())


def test_everything_without_a_word_has_its_id_as_a_word() -> None:
    plain = book("en")
    assert plain.title == "Field visit"
    assert plain.steps["knock"].choices["nobody"] == "Nobody"
    assert plain.facts["attempts.number"] == "Number"
    assert plain.ends["no_show"] == "No show"


def test_an_empty_case_fills_nothing() -> None:
    machine = Machine(VISIT)
    assert filled(machine, "{place}") == ("____", ("place",))
    assert machine.case == Case()
