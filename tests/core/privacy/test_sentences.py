"""Sentences that give somebody away are marked where they do; those that name nobody go out."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from lenovo_desk.core.privacy.hits import KINDS
from lenovo_desk.core.privacy.places import without
from lenovo_desk.core.privacy.public_text import breaches

SENTENCES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("sentences.yaml").read_text(encoding="utf-8")
)
ANY = "mixed"
"""Where the sentences stand whose kind does not matter."""
NAMED = [(kind, text) for kind, texts in SENTENCES["named"].items() for text in texts]


def test_every_kind_has_its_sentences() -> None:
    assert SENTENCES["named"].keys() == {*KINDS, ANY}


@pytest.mark.parametrize(("kind", "text"), NAMED)
def test_what_names_somebody_is_marked_and_the_rest_goes_out(kind: str, text: str) -> None:
    places = breaches(text)
    assert {kind, ANY} & {place.kind for place in places} or (kind == ANY and places)
    assert breaches(without(text, places, "")) == ()
    assert breaches(without(text, places, "[en message privé]")) == ()


@pytest.mark.parametrize("text", SENTENCES["innocent"])
def test_what_names_nobody_goes_out(text: str) -> None:
    assert breaches(text) == ()
