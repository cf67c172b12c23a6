"""The content that ships is whole: every flow, and every word in Chinese and French."""

import json
import re
from typing import Any

import jsonschema
import pytest
import yaml

from lenovo_desk.content.all_problems import check
from lenovo_desk.content.folders import FLOWS, Source, drills, load, shipped, sources
from lenovo_desk.content.formats.documents import INTERFACE
from lenovo_desk.content.formats.json_schema import NAMES, schema_text
from tests.shipped_content import library

FILES = (*sources([shipped()]), *drills([shipped()]))


@pytest.mark.slow
def test_nothing_is_wrong_with_the_shipped_content() -> None:
    assert [str(problem) for problem in check([], [shipped()])] == []


def test_every_flow_speaks_chinese_and_french() -> None:
    assert {"social_triage", "escalation"} <= {card.id for card in library().cards()}
    for card in library().cards():
        assert card.problems == 0
        assert {"fr", "zh"} <= set(card.languages)


@pytest.mark.parametrize("name", NAMES)
def test_the_checked_in_schema_is_current(name: str) -> None:
    with open(f"{shipped()}/{FLOWS}/{name}", encoding="utf-8") as file:
        assert file.read() == schema_text(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text(name)))


@pytest.mark.slow
@pytest.mark.parametrize("source", FILES, ids=lambda one: f"{one.folder}/{one.name}")
def test_the_shipped_files_fit_the_schema_they_name(source: Source) -> None:
    data = load(source)
    assert isinstance(data, bytes)
    text = data.decode()
    name = text.partition("\n")[0].rpartition("/")[2].strip()
    plain = as_editors_read(yaml.load(text, Loader=yaml.BaseLoader))
    validator = jsonschema.Draft202012Validator(json.loads(schema_text(name)))
    assert [error.message for error in validator.iter_errors(plain)] == []
    assert source.name != INTERFACE or name == "interface.schema.json"


def as_editors_read(value: Any) -> Any:
    """Return text values as YAML 1.2 types them, which editors follow."""
    if isinstance(value, dict):
        return {key: as_editors_read(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_editors_read(inner) for inner in value]
    if value in ("true", "false"):
        return value == "true"
    return float(value) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value) else value


@pytest.mark.parametrize("language", ["zh", "fr"])
def test_every_translated_word_has_the_blanks_of_the_english_one(language: str) -> None:
    english, words = library().words("en"), library().words(language)
    blanks = re.compile(r"\{(\w+)\}")
    assert {
        key: (text, words[key])
        for key, text in english.items()
        if set(blanks.findall(text)) != set(blanks.findall(words[key]))
    } == {}
