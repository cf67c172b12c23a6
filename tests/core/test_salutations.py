"""A form of address is said once, whether it was chosen, typed with the name, or both."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenovo_desk.core.model.case import Case, FactEntry
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.wording.book_plain import book_from_plain
from lenovo_desk.core.wording.books import GAP, FilledPhrase, Phrase, fill_phrase
from lenovo_desk.core.wording.language_formats import formats_of
from tests.core.machine import Machine
from tests.shipped_content import library

FLOW = {
    "flow": "hello",
    "facts": {
        "title": {"type": "choice", "options": ["mr", "ms"]},
        "mood": {"type": "choice", "options": ["calm"]},
        "name": {"type": "text"},
    },
    "deadlines": {},
    "steps": {"ask": {"facts": {"title": {}, "name": {}, "mood": {}}}},
}
WORDS = {
    "fr": {"mr": "Monsieur", "ms": "Madame"},
    "zh": {"mr": "先生", "ms": "女士"},
    "en": {"mr": "Mr", "ms": "Ms"},
}
PHRASES = {
    "fr": "Bonjour {title} {name} !",
    "zh": "{name}{title}您好",
    "en": "Hello {title} {name}!",
}


def hello(language: str, name: str, title: str = "", text: str = "") -> FilledPhrase:
    """Return a greeting for a name that was typed and a title that was chosen."""
    machine = Machine({"hello": FLOW}).begin()
    machine.record("name", name)
    machine.record("mood", "calm")
    if title:
        machine.record("title", title)
    assert machine.case.ledger["hello.name"][-1].value == name, "it stays as it was typed"
    words = {"options": {"title": WORDS[language]}}
    book = book_from_plain(words, language, FLOW, library().words(language))
    phrase = Phrase("p", text or PHRASES[language], "proposed")
    return fill_phrase(phrase, book, machine.flows["hello"], machine.case)


@pytest.mark.parametrize(
    ("language", "name", "title", "text"),
    [
        ("zh", "陈", "mr", "陈先生您好"),
        ("zh", "陈先生", "mr", "陈先生您好"),
        ("zh", "王丽女士", "ms", "王丽女士您好"),
        ("zh", "林小姐", "ms", "林小姐您好"),
        ("zh", "王老师", "mr", "王老师您好"),
        ("zh", "陈先生（张伟）", "mr", "陈先生（张伟）您好"),
        ("zh", "Mr Smith", "mr", "Mr Smith您好"),
        ("zh", "陈先", "mr", "陈先先生您好"),
        ("zh", "先生", "mr", "先生您好"),
        ("zh", "陈总", "mr", "陈总您好"),
        ("zh", "王工", "mr", "王工您好"),
        ("zh", "张姐", "ms", "张姐您好"),
        ("zh", "王建工", "mr", "王建工先生您好"),
        ("zh", "总", "mr", "总您好"),
        ("zh", "陈先生。", "mr", "陈先生。您好"),
        ("zh", "李师傅", "mr", "李师傅您好"),
        ("zh", "欧阳老师", "mr", "欧阳老师您好"),
        ("fr", "Dupont", "mr", "Bonjour Monsieur Dupont !"),
        ("fr", "M. Dupont", "mr", "Bonjour M. Dupont !"),
        ("fr", "M Dupont", "mr", "Bonjour M Dupont !"),
        ("fr", "Mme Le Goff", "ms", "Bonjour Mme Le Goff !"),
        ("fr", "MADAME LE GOFF", "ms", "Bonjour MADAME LE GOFF !"),
        ("fr", "Dupont (Mme)", "ms", "Bonjour Dupont (Mme) !"),
        ("fr", "Monsieur et Madame Petit", "mr", "Bonjour Monsieur et Madame Petit !"),
        ("fr", "Mlle Roux", "ms", "Bonjour Mlle Roux !"),
        ("fr", "Maître Roux", "mr", "Bonjour Maître Roux !"),
        ("fr", "Dr Roux", "ms", "Bonjour Dr Roux !"),
        ("fr", "陈先生", "mr", "Bonjour 陈先生 !"),
        ("fr", "Lemaître", "mr", "Bonjour Monsieur Lemaître !"),
        ("fr", "Jean M", "mr", "Bonjour Monsieur Jean M !"),
        ("fr", "Madamet", "ms", "Bonjour Madame Madamet !"),
        ("fr", "M’Bala", "mr", "Bonjour Monsieur M’Bala !"),
        ("fr", "M'Barek", "mr", "Bonjour Monsieur M'Barek !"),
        ("fr", "M. M’Bala", "mr", "Bonjour M. M’Bala !"),
        ("fr", "« M. Dupont »", "mr", "Bonjour « M. Dupont » !"),
        ("fr", "Prof. Roux", "ms", "Bonjour Prof. Roux !"),
        ("en", "Smith", "ms", "Hello Ms Smith!"),
        ("en", "Mr. Smith", "mr", "Hello Mr. Smith!"),
        ("en", "Mrs O'Brien", "ms", "Hello Mrs O'Brien!"),
        ("en", "Dr Who", "mr", "Hello Dr Who!"),
        ("en", "Mme Le Goff", "ms", "Hello Mme Le Goff!"),
        ("en", "Drury", "mr", "Hello Mr Drury!"),
    ],
)
def test_a_title_inside_the_name_is_not_said_twice(
    language: str, name: str, title: str, text: str
) -> None:
    assert hello(language, name, title).text == text


def test_a_title_typed_with_the_name_fills_the_blank_of_one_that_was_not_chosen() -> None:
    assert hello("zh", "陈先生") == FilledPhrase("陈先生您好", (), ("name", "title"))
    assert hello("zh", "陈").missing == ("title",)
    assert hello("fr", "Le Goff").text == f"Bonjour {GAP} Le Goff !"


def test_only_a_form_of_address_beside_the_name_gives_way() -> None:
    assert hello("fr", "M. Dupont", "mr", "{mood} {name}").text == "Calm M. Dupont"
    assert hello("fr", "M. Dupont", "mr", "{title}, {name}").text == "Monsieur, M. Dupont"


@given(st.sampled_from(list(WORDS)), st.sampled_from(["mr", "ms"]), st.data())
def test_whatever_title_a_name_has_it_is_said_as_typed(
    language: str, title: str, data: st.DataObject
) -> None:
    typed = data.draw(st.sampled_from(formats_of(library().words(language)).titles.split()))
    name = f"{typed} Zola" if typed.isascii() or language == "fr" else f"左{typed}"
    bare = PHRASES[language].replace("{title} ", "").replace("{title}", "")
    assert hello(language, name, title).text == bare.replace("{name}", name)


@pytest.mark.parametrize(
    ("language", "names"), [("fr", ("Mme Le Goff", "M. Dupont")), ("zh", ("陈先生", "林小姐"))]
)
def test_no_shipped_phrase_says_a_title_twice(language: str, names: tuple[str, ...]) -> None:
    titled = 0
    for card in library().cards():
        flow, book = library().flow(card.id), library().book(card.id, language)
        for phrase, name in product(book.phrases.values(), names):
            if {"customer_name", "customer_title"} <= set(phrase.blanks()):
                ledger = {
                    fact: (FactEntry(value, Stamp(0.0, "b", 0.0), 1),)
                    for fact, value in (("customer_name", name), ("customer_title", "ms"))
                }
                text = fill_phrase(phrase, book, flow, Case(ledger=ledger)).text
                assert name in text
                assert not re.search(rf"(Monsieur|Madame) {name}|{name}(先生|女士)", text)
                titled += 1
    assert titled > 40
