"""The find box in a real terminal: what is found first, what is said, what is counted on disk."""

from pathlib import Path

import pytest

from lenovo_desk.core.case_rows import FindMisses
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.disk.system_clock import SystemClock
from tests.bench.terminal import Terminal
from tests.cli.terminal import press, terminal

pytestmark = pytest.mark.slow

HOME = "Nouveau dossier"
UNHEARD = "zyxwvuts"
"""A word that nothing fits and no file has."""


def misses(data: Path) -> tuple[FindMisses, ...]:
    return CaseStore(data, SystemClock()).misses.counts()


def written(data: Path) -> bytes:
    """Everything that lies on the disk, but for the compiled content."""
    paths = (path for path in data.rglob("*") if path.is_file() and "cache" not in path.parts)
    return b"".join(path.read_bytes() + path.name.encode() for path in paths)


@pytest.mark.parametrize("keys", [(), ("1",)], ids=["home", "case"])
def test_the_whole_word_is_the_first_row(tmp_path: Path, keys: tuple[str, ...]) -> None:
    with terminal(tmp_path, (100, 30), "fr") as at:
        at.wait_for(HOME)
        press(at, *keys, "/", *"cher")
        at.wait_for("> +choix +C’est trop cher")
        assert at.text.index("trop cher") < (at.text + "Chercher la").index("Chercher la")


@pytest.mark.parametrize(
    ("language", "word", "sentence"),
    [
        ("fr", "colère", "Rien ne correspond à «.colère.»"),
        ("zh", "xqzv", "没有与“xqzv”相符的内容"),
        ("en", UNHEARD, f"Nothing fits “{UNHEARD}”"),
    ],
)
def test_nothing_found_is_a_sentence(
    tmp_path: Path, language: str, word: str, sentence: str
) -> None:
    with terminal(tmp_path, (80, 24), language) as at:
        at.wait_for("Lenovo Desk")
        at.settle()
        press(at, "/", *word)
        at.wait_for(sentence)


def look_in_vain(at: Terminal, word: str) -> None:
    press(at, "/", *word)
    at.wait_for("Rien ne correspond")
    press(at, "escape")
    at.idle(0.5)


def test_a_search_in_vain_is_counted_without_its_words_and_survives_a_kill(tmp_path: Path) -> None:
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for(HOME)
        look_in_vain(at, UNHEARD)
        press(at, "1")
        at.wait_for("expérience positive")
        look_in_vain(at, UNHEARD)
        look_in_vain(at, UNHEARD)
        at.wait_until(lambda: sum(miss.times for miss in misses(tmp_path)) == 3)
        at.kill()
    counts = [(miss.place, miss.flow, miss.times) for miss in misses(tmp_path)]
    assert counts == [("case", "social_triage", 2), ("home", "", 1)]
    assert UNHEARD.encode() not in written(tmp_path)
