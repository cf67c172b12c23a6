"""What the desk answers is read whole at 80x24, whichever refusal it is and whatever it names."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lenovo_desk.core.wording.sentences import filled
from tests.shipped_content import library
from tests.tui.driver import Driver, desk
from tests.tui.scenes import DELAYED, ESCALATION

pytestmark = pytest.mark.slow

LANGUAGES = ("en", "fr", "zh")
KINDS = ("reasons.", "desk.", "entry.", "wrap.", "home.")
"""The words among which the last row of a desk finds its messages."""
BLANK = re.compile(r"\{(\w+)\}")


def longest(language: str) -> str:
    """Return the longest name of a fact, an item or a choice."""
    books = [library().book(card.id, language) for card in library().cards()]
    choices = (
        title for book in books for step in book.steps.values() for title in step.choices.values()
    )
    names = (title for book in books for title in (*book.facts.values(), *book.items.values()))
    return max((*names, *choices), key=len)


def notices(language: str) -> Iterator[str]:
    """Yield every message, each blank filled with the longest name there is."""
    words, name = library().words(language), longest(language)
    for key, text in words.items():
        if key.startswith(KINDS):
            yield filled(text, dict.fromkeys(BLANK.findall(text), name))


def whole(d: Driver, notice: str, *others: str) -> None:
    """Hold that a notice is in view from its first to its last letter, and others with it."""
    d.shows(notice, *others)
    assert not d.rows[-1].endswith("…") or notice.endswith("…")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_message_of_the_desk_is_cut(tmp_path: Path, language: str) -> None:
    async with desk(tmp_path, language=language) as d:
        await d.press(*DELAYED)
        choices = [offer.title for offer in d.desk.view.offers]
        for notice in notices(language):
            d.desk.say(notice, alert=True)
            await d.settle()
            whole(d, notice, *choices)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_message_is_cut_while_something_is_typed(tmp_path: Path, language: str) -> None:
    async with desk(tmp_path, language=language) as d:
        await d.press(*ESCALATION, "f")
        await d.type("Zoé")
        for notice in notices(language):
            d.desk.say(notice, alert=True)
            await d.settle()
            whole(d, notice, "Zoé")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_refusal_of_a_locked_choice_is_read_whole(tmp_path: Path, language: str) -> None:
    async with desk(tmp_path, language=language) as d:
        await d.press(*DELAYED)
        keys = d.last_row
        await d.press("2")
        assert d.desk.alert
        whole(d, d.desk.message)
        d.desk.say()
        await d.settle()
        assert d.last_row == keys
