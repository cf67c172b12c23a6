"""Everything that document 003 orders or offers has its place in the field visit."""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.shipped_content import library

TABLE: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("tables").joinpath("003.yaml").read_text(encoding="utf-8")
)
STARS = re.compile(r"(\\\*)+")


@cache
def steps() -> dict[str, Any]:
    found: dict[str, Any] = library().structure("field_visit")["steps"]
    return found


def flat(text: str) -> str:
    """Return text as it is compared: NFKC, without white space."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def expected(quotation: str) -> str:
    """Return the pattern of a quotation: its stars are blanks, its double mark is one."""
    text = flat(quotation).replace("?。", "?").replace("***(先生/女士)", "@")
    pattern = re.escape(text).replace("@", r"\{customer_name\}\{customer_title\}")
    return STARS.sub(r"\\{[a-z_]+(:[a-z]+)?\\}", pattern)


@pytest.mark.parametrize("row", TABLE["quotations"], ids=lambda row: str(row["phrase"]))
def test_a_quotation_is_carried_letter_for_letter(row: dict[str, Any]) -> None:
    phrase = library().book("field_visit", "zh").phrases[row["phrase"]]
    assert re.fullmatch(expected(row["text"]), flat(phrase.text))
    assert phrase.authority == ("standard" if row["marked"].startswith("标准") else "reference")
    assert phrase.source == TABLE["source"]
    for step in row["steps"]:
        lines = [line for line in steps()[step]["say"] if line["phrase"] == row["phrase"]]
        assert any(line["via"] == row["via"] for line in lines)
        for fact, value in row.get("when", {}).items():
            gates = [line.get("when", {}) for line in lines] + [
                choice.get("when", {})
                for other in steps().values()
                for choice in other.get("choices", {}).values()
                if choice["goto"] == step
            ]
            assert any(value in gate.get(fact, ()) for gate in gates), (step, fact)


def test_nothing_else_claims_to_be_the_document() -> None:
    book = library().book("field_visit", "zh")
    claimed = {key for key, phrase in book.phrases.items() if phrase.authority != "proposed"}
    assert claimed == {row["phrase"] for row in TABLE["quotations"]}
    french = library().book("field_visit", "fr")
    assert {phrase.authority for phrase in french.phrases.values()} == {"proposed"}


@pytest.mark.parametrize(
    "row",
    [row for part in ("lines", "key_points", "ideas", "rhyme") for row in TABLE[part]],
    ids=lambda row: str(row["text"])[:12],
)
def test_a_line_of_the_document_has_its_place(row: dict[str, Any]) -> None:
    places = [steps()[step] for step in row.get("steps", ())]
    structure, book = library().structure("field_visit"), library().book("field_visit", "zh")
    assert places or row.get("choices")
    for item in row.get("items", ()):
        assert any(item in place.get("items", {}) for place in places), item
    for fact in row.get("facts", ()):
        assert fact in structure["facts"]
    for phrase in row.get("phrases", ()):
        said = [line["phrase"] for place in places for line in place.get("say", ())]
        assert phrase in said
    for choice in row.get("choices", ()):
        step, name = choice.split(".")
        assert name in steps()[step]["choices"]
    for step in row.get("guidance", ()):
        assert book.steps[step].do
