"""Rude sentences set off the shipped rule that is about them, and courteous ones set off none."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from lenovo_desk.core.model.wording_rules import Rule
from lenovo_desk.search.guard import guard
from tests.shipped_content import library

SAMPLES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("samples.yaml").read_text(encoding="utf-8")
)
FIRE = [
    (language, rule, text)
    for language, samples in SAMPLES.items()
    for rule, texts in samples["fire"].items()
    for text in texts
]
INNOCENT = [text for samples in SAMPLES.values() for text in samples["innocent"]]


@cache
def rules() -> tuple[Rule, ...]:
    return library().guard_rules()


def found(text: str) -> set[str]:
    """Return the rules that a text breaks; those of all languages are listened for."""
    return {one.rule for one in guard(text, rules())}


@pytest.mark.parametrize(("language", "rule", "text"), FIRE)
def test_a_rude_sentence_sets_off_the_rule_of_its_language(
    language: str, rule: str, text: str
) -> None:
    own = tuple(one for one in rules() if one.language == language)
    assert rule in {one.rule for one in guard(text, own)}
    assert rule in found(text)


@pytest.mark.parametrize("text", INNOCENT)
def test_a_courteous_sentence_sets_off_none(text: str) -> None:
    assert found(text) == set()


def test_there_are_samples_of_every_shipped_rule() -> None:
    for language, samples in SAMPLES.items():
        shipped = {one.id: one for one in rules() if one.language == language}
        assert shipped.keys() == samples["fire"].keys()
        assert all(len(texts) >= 8 for texts in samples["fire"].values())
        assert len(samples["innocent"]) >= 190
    assert {one.language for one in rules()} == SAMPLES.keys()


def test_no_fragment_is_written_twice() -> None:
    for rule in rules():
        assert len(set(rule.near)) == len(rule.near), f"{rule.language} {rule.id}"
