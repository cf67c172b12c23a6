"""The end of a flow says what is still to be done, not that the case is to be closed."""

import pytest

from tests.shipped_content import library

CLOSING = {
    "en": ("close.", "wrap up"),
    "fr": ("clore le dossier", "clôturer le dossier"),
    "zh": ("结案。", "，结案", "。结案"),
}
"""The wrap-up opens by itself at an end, and inside another flow nothing is closed there."""


@pytest.mark.parametrize("language", CLOSING)
def test_no_end_asks_for_what_its_screen_does(language: str) -> None:
    asking = [
        f"{card.id}.{step.id}: {text}"
        for card in library().cards()
        for step in library().flow(card.id).steps.values()
        if step.end
        for text in [library().book(card.id, language).steps[step.id].do.lower()]
        if any(words in text for words in CLOSING[language])
    ]
    assert asking == []
    assert any(
        library().book(card.id, language).steps[step.id].do
        for card in library().cards()
        for step in library().flow(card.id).steps.values()
        if step.end
    )
