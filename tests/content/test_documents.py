"""Every rule that a source document gives has its place: a step, a phrase, a card, a setting.

The tables quote the documents; each row leads from the document's words to what carries them.
"""

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.shipped_content import library

FOLDER = Path(__file__).with_name("tables")
STARS = re.compile(r"(\\\*)+")
Row = dict[str, Any]


def tables() -> dict[str, Row]:
    """Return the tables of flows; the one of document 003 has a test of its own."""
    found = {}
    for file in sorted(FOLDER.glob("*.yaml")):
        table = yaml.safe_load(file.read_text(encoding="utf-8"))
        if file.stem != "003" and "flow" in table:
            found[file.stem] = table
    return found


TABLES = tables()
QUOTED = [(name, row) for name, table in TABLES.items() for row in table.get("quotations") or ()]
LINES = [(name, row) for name, table in TABLES.items() for row in table.get("lines") or ()]


def structure(name: str) -> Row:
    return library().structure(TABLES[name]["flow"])


def flat(text: str) -> str:
    """Return text as it is compared: NFKC, without white space."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def pattern(quotation: str) -> str:
    """Return what a phrase must be to carry a quotation: its stars and brackets are blanks."""
    # A star between two words of a sum is a sign of multiplication, no blank.
    text = re.escape(flat(quotation).replace("?。", "?").replace("天*信号", "天×信号"))
    text = text.replace(r"\*\*\*\(先生/女士\)", r"\{customer_name\}\{customer_title\}")
    text = re.sub(r"\\\(具体原因\\\)", r"(\\(具体原因\\)|\\(?\\{[a-z_]+\\}\\)?)", text)
    return STARS.sub(r"\\{[a-z_]+(:[a-z]+)?\\}", text)


def test_every_flow_with_a_document_has_its_table() -> None:
    with_table = {table["flow"] for table in TABLES.values()}
    older = {"social_triage", "escalation", "field_visit"}
    assert {card.id for card in library().cards()} - older <= with_table


@pytest.mark.parametrize(("name", "row"), QUOTED, ids=lambda one: str(one)[:40])
def test_a_quotation_is_carried_letter_for_letter(name: str, row: Row) -> None:
    phrase = library().book(TABLES[name]["flow"], "zh").phrases[row["phrase"]]
    said = flat(phrase.text).replace("天*信号", "天×信号")
    assert re.fullmatch(pattern(row["text"]), said), phrase.text
    assert phrase.authority == row["authority"] in ("standard", "reference")
    assert phrase.source == row.get("source", TABLES[name]["source"])
    for step in row["steps"]:
        said = structure(name)["steps"][step]["say"]
        assert (row["phrase"], row["via"]) in [(one["phrase"], one["via"]) for one in said]


@pytest.mark.parametrize("name", TABLES)
def test_nothing_else_claims_to_be_a_document(name: str) -> None:
    flow, quoted = TABLES[name]["flow"], TABLES[name].get("quotations") or ()
    phrases = library().book(flow, "zh").phrases
    claimed = {key for key, phrase in phrases.items() if phrase.authority != "proposed"}
    assert claimed == {row["phrase"] for row in quoted}
    french = library().book(flow, "fr").phrases.values()
    assert {phrase.authority for phrase in french} <= {"proposed"}
    assert not [phrase.id for phrase in french if phrase.source]


@pytest.mark.parametrize(("name", "row"), LINES, ids=lambda one: str(one)[:40])
def test_a_line_of_a_document_has_its_place(name: str, row: Row) -> None:
    plain, book = structure(name), library().book(TABLES[name]["flow"], "zh")
    steps = plain["steps"]
    places = [steps[step] for step in row.get("steps") or ()]
    carried = {key for key, value in row.items() if value and key not in ("text", "where", "why")}
    assert carried, "a row leads somewhere"
    for item in row.get("items") or ():
        assert any(item in step.get("items", {}) for step in (places or steps.values())), item
    for phrase in row.get("phrases") or ():
        said = [line["phrase"] for step in places or steps.values() for line in step.get("say", ())]
        assert phrase in said
    for choice in row.get("choices") or ():
        step, name_of_choice = choice.split(".")
        assert name_of_choice in steps[step]["choices"]
    for step in row.get("guidance") or ():
        assert book.steps[step].do
    for kind in ("facts", "deadlines", "forms"):
        assert set(row.get(kind) or ()) <= set(plain.get(kind, ())), kind
    ends = {step["end"] for step in steps.values() if "end" in step}
    assert set(row.get("ends") or ()) <= ends
