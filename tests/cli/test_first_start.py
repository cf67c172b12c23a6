"""The first start in a real terminal: at most five questions, and a case to copy from."""

import re
import sys
from pathlib import Path

import pytest

from tests.bench.terminal import Terminal
from tests.cli.terminal import leave, press, terminal
from tests.shipped_content import copy_compiled, library

pytestmark = pytest.mark.slow

LOCALES = {"fr": "fr_FR.UTF-8", "zh": "zh_CN.UTF-8", "en": "en_GB.UTF-8"}
NAMES = {"fr": "Camille Martin", "zh": "李强", "en": "Ann Lee"}


def start(data: Path, locale: str, *more: str, **env: str) -> Terminal:
    """Start the program over a folder, in a system that speaks a language."""
    copy_compiled(data)
    command = (sys.executable, "-m", "lenovo_desk", "--data", str(data), *more)
    return Terminal(command, size=(80, 24), env={"TZ": "Europe/Paris", "LC_ALL": locale, **env})


def sees(at: Terminal, text: str) -> None:
    """Wait until the screen shows a text."""
    at.wait_for(re.escape(text))


def answer(at: Terminal, text: str) -> None:
    """Type an answer and enter it."""
    at.type(text)
    press(at, "enter")


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
def test_five_questions_end_in_a_case_one_can_copy_from(tmp_path: Path, language: str) -> None:
    words = library().words(language)
    with start(tmp_path, LOCALES[language]) as at:
        sees(at, words["first.ask_language"])
        assert "1/5" in at.text
        press(at, "enter")
        at.wait_for("2/5")
        answer(at, NAMES[language])
        at.wait_for("3/5")
        answer(at, "2")
        at.wait_for("4/5")
        press(at, "enter")
        at.wait_for("5/5")
        sees(at, words["blanks.hotline_phone"][:12])
        answer(at, "01 99 00 12 34")
        press(at, "enter", "enter")
        sees(at, words["first.ready"])
        assert not (tmp_path / "open").exists(), "no case before it is asked for"
        at.idle(1.5)  # an Enter that bounces begins none
        press(at, "enter")
        at.wait_for("0:0[0-9]")
        press(at, "c")
        leave(at)
    settings = (tmp_path / "settings.yaml").read_text("utf-8")
    assert NAMES[language] in settings
    assert f"language: {language}" in settings
    assert '"01 99 00 12 34"' in settings
    assert "country: FR" in settings.replace('"', "")
    [journal] = (tmp_path / "open").glob("*.jsonl")
    assert "PhraseCopied" in journal.read_text("utf-8")
    with start(tmp_path, LOCALES[language]) as at:
        sees(at, words["home.start"])
        assert "/5" not in at.text
        leave(at)


def test_escape_goes_back_one_question_and_loses_nothing(tmp_path: Path) -> None:
    words = library().words("fr")
    with start(tmp_path, LOCALES["fr"]) as at:
        at.wait_for("1/5")
        press(at, "enter")
        answer(at, "Camille Martin")
        at.wait_for("3/5")
        press(at, "down", "down", "enter")
        at.wait_for("4/5")
        at.type("Belg")
        press(at, "escape")
        at.wait_for("3/5")
        sees(at, words["role.field"])
        press(at, "escape")
        at.wait_for("2/5")
        at.wait_for("Camille Martin")
        press(at, "end")
        answer(at, "-Roy")
        press(at, "enter")
        at.wait_for("4/5")
        at.wait_for("Belg")
        assert "Camille Martin-Roy (CMR)" in at.text
        press(at, "escape", "escape", "escape")
        at.wait_for("1/5")
        press(at, "escape")
        sees(at, words["first.leave"][:20])
        assert not (tmp_path / "settings.yaml").exists()
        press(at, "escape")
        sees(at, words["home.start"])
        leave(at)
    assert "Camille Martin-Roy" in (tmp_path / "settings.yaml").read_text("utf-8")
    with start(tmp_path, LOCALES["fr"]) as at:
        sees(at, words["home.start"])
        leave(at)


@pytest.mark.parametrize("answered", [0, 1, 2, 3, 4])
def test_a_killed_first_start_leaves_nothing_and_begins_again(
    tmp_path: Path, answered: int
) -> None:
    with start(tmp_path, LOCALES["zh"]) as at:
        at.wait_for("1/5")
        for number, text in enumerate(("", "李强", "1", "")[:answered], 2):
            answer(at, text) if text else press(at, "enter")
            at.wait_for(f"{number}/5")
        at.type("x")
        at.idle(0.2)
        at.kill()
    assert not (tmp_path / "settings.yaml").exists()
    assert not list(tmp_path.glob("*settings*"))
    with start(tmp_path, LOCALES["zh"]) as at:
        at.wait_for("1/5")
        sees(at, library().words("zh")["first.ask_language"])


def test_a_desk_that_is_set_up_by_others_is_asked_nothing(tmp_path: Path) -> None:
    words = library().words("zh")
    with start(tmp_path / "env", LOCALES["fr"], LENOVO_DESK_LANG="zh") as at:
        sees(at, words["home.start"])
        leave(at)
    with terminal(tmp_path / "option", (80, 24), "zh") as at:
        sees(at, words["home.start"])
        leave(at)
    with start(tmp_path / "flow", LOCALES["fr"], "start", "social_triage") as at:
        sees(at, library().book("social_triage", "en").steps["read_post"].title)
        assert "/5" not in at.text
        leave(at)
    (tmp_path / "file").mkdir()
    (tmp_path / "file" / "settings.yaml").write_text("language: zh\n", "utf-8")
    with start(tmp_path / "file", LOCALES["fr"]) as at:
        sees(at, words["home.start"])
        leave(at)


@pytest.mark.parametrize(
    ("locale", "language"),
    [("fr_CA.UTF-8", "fr"), ("zh_TW", "zh"), ("de_DE.UTF-8", "en"), ("C", "en"), ("POSIX", "en")],
)
def test_the_system_s_locale_suggests_the_language(
    tmp_path: Path, locale: str, language: str
) -> None:
    with start(tmp_path, locale) as at:
        sees(at, library().words(language)["first.ask_language"])
