"""A space before a French mark never breaks: no line on a screen begins with the mark alone."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from lenovo_desk.content.folders import shipped

FOLDER = Path(shipped()) / "scripts_fr"
FILES = sorted(FOLDER.rglob("*.yaml"))
BREAKS = re.compile(r"[ \t\n](?=[:;?!%»€](?:\W|$))|«[ \t\n]|\w(?=[;?!»](?:\s|$))")
"""A space that breaks, or none, beside a mark that has one; an address goes on after its colon."""


def texts(value: Any) -> Iterator[str]:
    """Yield the texts of a file, however deep."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, str):
        yield value


def broken(text: str) -> list[str]:
    """Return the places of a text where a mark may come to stand alone."""
    return [text[max(0, hit.start() - 20) : hit.end() + 10] for hit in BREAKS.finditer(text)]


@pytest.mark.parametrize(
    "text", ["Un appel : 3", "Prêt ?", "Oui !", "80 % ici", "« oui\u00a0»", "«\u00a0oui »", "Prêt?"]
)
def test_a_plain_space_beside_a_mark_is_seen(text: str) -> None:
    assert broken(text)


@pytest.mark.parametrize(
    "text",
    ["Un appel\u00a0: 3", "Prêt\u202f?", "80\u00a0%", "https://a.fr/?b", "à 9:30", "{a}:{b}"],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert not broken(text)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(FOLDER).as_posix())
def test_no_french_text_has_a_space_that_breaks_before_a_mark(file: Path) -> None:
    content = yaml.safe_load(file.read_text("utf-8"))
    assert [place for text in texts(content) for place in broken(text)] == []


def test_every_kind_of_french_text_is_read() -> None:
    assert {"interface.yaml", "cards.yaml", "field_visit.yaml"} <= {file.name for file in FILES}
    assert {"mock_calls", "quiz"} <= {file.parent.name for file in FILES}
