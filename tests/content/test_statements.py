"""Statements of the scorecard: wrong sentences set them off, right ones and shipped ones do not."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from lenovo_desk.content.training_library import ContentMaterials
from lenovo_desk.core.model.wording_rules import Rule
from lenovo_desk.search.guard import guard
from tests.shipped_content import library

HERE = Path(__file__)
SAMPLES: dict[str, Any] = yaml.safe_load(
    HERE.with_name("statements.yaml").read_text(encoding="utf-8")
)
COURTEOUS: dict[str, Any] = yaml.safe_load(
    (HERE.parents[1] / "search" / "samples.yaml").read_text(encoding="utf-8")
)
WRONG = [
    (language, name, text)
    for language, samples in SAMPLES.items()
    for name, texts in samples["wrong"].items()
    for text in texts
]
RIGHT = [(language, text) for language, samples in SAMPLES.items() for text in samples["right"]]


@cache
def statements(language: str) -> tuple[Rule, ...]:
    return ContentMaterials(library()).scorecard(language).statements


def found(language: str, text: str) -> set[str]:
    """Return the statements of a language that a text makes, without their failure."""
    return {one.rule.partition(".")[2] for one in guard(text, statements(language))}


@pytest.mark.parametrize(("language", "name", "text"), WRONG)
def test_a_wrong_sentence_sets_off_its_statement(language: str, name: str, text: str) -> None:
    assert name in found(language, text)


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_a_right_sentence_sets_off_none(language: str, text: str) -> None:
    assert found(language, text) == set()


@pytest.mark.parametrize("language", SAMPLES)
def test_every_statement_has_samples(language: str) -> None:
    names = {rule.id.partition(".")[2] for rule in statements(language)}
    assert names == SAMPLES[language]["wrong"].keys()
    assert all(len(texts) >= 5 for texts in SAMPLES[language]["wrong"].values())
    assert len(SAMPLES[language]["right"]) >= 45


@pytest.mark.parametrize("language", SAMPLES)
def test_no_statement_is_in_what_the_desk_itself_advises(language: str) -> None:
    rules = (*library().guard_rules(), *statements(language))
    advised = {f"instead of {rule.id}": rule.instead for rule in rules if rule.language == language}
    for card in library().cards():
        for phrase in library().book(card.id, language).phrases.values():
            advised[f"{card.id}.{phrase.id}"] = phrase.text
    assert {
        name: found(language, text) for name, text in advised.items() if found(language, text)
    } == {}


@pytest.mark.parametrize("language", SAMPLES)
def test_courtesy_is_no_statement(language: str) -> None:
    innocent = COURTEOUS[language]["innocent"]
    assert [text for text in innocent if found(language, text)] == []


@pytest.mark.parametrize("language", SAMPLES)
def test_what_is_said_instead_is_not_rude_either(language: str) -> None:
    rude = library().guard_rules()
    assert {rule.id: guard(rule.instead, rude) for rule in statements(language)} == {
        rule.id: () for rule in statements(language)
    }
