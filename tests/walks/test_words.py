"""A path of each flow shows the words that were read and kept, in every language."""

import pytest

from tests.shipped_content import library
from tests.walks.stored_walks import DESKS, LANGUAGES
from tests.walks.worded import FOLDER, SAYS, WordedWalk, lines_of, path_of


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("flow", DESKS)
def test_every_step_of_a_path_shows_its_words(flow: str, language: str) -> None:
    walk = WordedWalk(flow, language)
    lines = lines_of(path_of(flow, language).read_text("utf-8"))
    for number, line in enumerate(lines):
        walk.take(line)
        if line.startswith("@"):
            assert lines[number + 1].startswith(SAYS), f"{line} lacks its words"
    assert walk.session.case.status == "closed"


def test_a_word_that_is_not_shown_is_caught() -> None:
    walk = WordedWalk("social_triage", "fr")
    walk.take(SAYS + walk.shown()[0])
    with pytest.raises(AssertionError, match=walk.step):
        walk.take(SAYS + "Bonjour")


def test_every_flow_has_its_words_in_every_language() -> None:
    expected = {path_of(flow, language) for flow in DESKS for language in library().languages()}
    assert set(FOLDER.glob("*.walk")) == expected
