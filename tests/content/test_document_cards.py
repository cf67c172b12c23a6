"""What document 004 says of customers and wording stands on cards and in rules, word for word."""

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from lenovo_desk.content.settings_fields import DOCUMENTED
from tests.shipped_content import library

TABLE: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("tables").joinpath("cards.yaml").read_text(encoding="utf-8")
)
SAID = [(card, text) for card, texts in TABLE["cards"].items() for text in texts]


def flat(text: str) -> str:
    """Return text as it is compared: NFKC, without white space and marks."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text))


def cards(language: str) -> dict[str, Any]:
    return {card.id: card for card in library().customer_cards(language)}


@pytest.mark.parametrize(("card", "text"), SAID, ids=lambda one: str(one)[:20])
def test_a_line_of_the_document_stands_on_its_card(card: str, text: str) -> None:
    found = cards("zh")[card]
    assert flat(text) in flat(f"{found.title}{found.signs}{found.advice}")
    assert found.authority == "reference"


def test_what_no_document_advises_is_said_to_be_ours() -> None:
    proposed = [name for name, card in cards("zh").items() if card.authority == "proposed"]
    assert proposed == TABLE["proposed"]
    assert {card.authority for card in cards("fr").values()} == {"proposed"}
    assert {card.authority for card in cards("en").values()} == {"proposed"}


def test_every_card_is_in_every_language() -> None:
    assert cards("zh").keys() == cards("fr").keys() == cards("en").keys()
    for language in ("zh", "fr", "en"):
        for card in cards(language).values():
            assert card.title
            assert card.advice


@pytest.mark.parametrize("kind", ["phrase", "habit"])
def test_the_forbidden_wordings_are_those_of_the_document_and_no_more(kind: str) -> None:
    rules = {
        rule.id: rule
        for rule in library().guard_rules()
        if rule.language == "zh" and rule.kind == kind
    }
    wanted = TABLE[f"{kind}s"]
    assert rules.keys() == wanted.keys()
    for name, text in wanted.items():
        assert flat(rules[name].says) == flat(text)
        assert rules[name].authority == "reference"


def test_french_rules_are_counterparts_of_ours() -> None:
    french = {rule.id: rule for rule in library().guard_rules() if rule.language == "fr"}
    assert french.keys() == TABLE["phrases"].keys() | TABLE["habits"].keys()
    assert {rule.authority for rule in french.values()} == {"proposed"}


def test_the_numbers_of_the_documents_are_settings() -> None:
    assert TABLE["settings"] == DOCUMENTED
