"""Every reason the program can give is a sentence, with the names its reader knows."""

import re

import pytest

from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.wording.sentences import sentence, span
from tests.cli.program import ROOT
from tests.shipped_content import library

LIBRARY = library()
WORDS, BOOK = LIBRARY.words("en"), LIBRARY.book("social_triage", "en")
ASKED = re.compile(r'words\["([a-z_]+(?:\.[a-z_]+)+)"\]')
GIVEN = re.compile(r'(?:Reason|StoreProblem)\(\s*"([a-z_]+)"(?: if [^\n]* else "([a-z_]+)")?')


def codes() -> set[str]:
    """Return the codes that stand in the source."""
    found = {"not_date", "not_datetime", "disk_full", "disk_refused", "needs_wait_begun", "other"}
    for file in (ROOT / "lenovo_desk").rglob("*.py"):
        for match in GIVEN.finditer(file.read_text("utf-8")):
            found |= {code for code in match.groups() if code}
    return found


def test_every_word_that_the_source_asks_for_is_in_the_interface() -> None:
    files = [file.read_text("utf-8") for file in (ROOT / "lenovo_desk").rglob("*.py")]
    asked = {match[1] for text in files for match in ASKED.finditer(text)}
    assert len(asked) > 100, "they are found"
    assert sorted(asked - set(WORDS)) == []


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_reason_has_its_sentence(code: str) -> None:
    assert f"reasons.{code}" in WORDS


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason("needs_fact", "customer_name"), 'Record "Name" first.'),
        (Reason("needs_wait", "waited", 61.2), '"Waited": 1 min 2 s to go.'),
        (Reason("not_option", "channel", detail="public, private"), "Public thread, Private"),
        (Reason("empty", "park_reason"), "Reason:"),
        (Reason("out_of_range", "line_neutral", detail="{name} V"), "within {name} V"),
        (Reason("nobody_knows"), "(nobody_knows)"),
    ],
)
def test_names_times_and_details_stand_in_it(reason: Reason, said: str) -> None:
    told = sentence(WORDS, BOOK, reason)
    assert said.replace('"', "") in told.replace('"', "")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The file cannot be read: /a: b: no such file or folder."),
        ("fr", "Fichier illisible\u00a0: /a: b\u00a0: fichier ou dossier introuvable."),
        ("zh", "文件无法读取：/a: b：没有这个文件或文件夹。"),
    ],
)
def test_an_error_of_the_system_is_told_in_the_language_of_the_screen(
    language: str, said: str
) -> None:
    words = LIBRARY.words(language)
    assert sentence(words, None, Reason("file_unreadable", detail="/a: b: ENOENT")) == said
    told = sentence(words, None, Reason("disk_refused", detail="/a: ENOTBLK"))
    assert told == words["reasons.disk_refused"].replace(
        "{detail}", words["value.pair"].format(name="/a", value="ENOTBLK")
    )


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 s"),
        (0.2, "1 s"),
        (90, "1 min 30 s"),
        (3600, "1 h"),
        (3601, "1 h 1 min"),
        (90000, "1 d 1 h"),
        (86399, "1 d"),
    ],
)
def test_a_length_of_time_is_told_in_two_units_and_never_too_short(
    seconds: float, said: str
) -> None:
    assert span(WORDS, seconds) == said


def test_working_time_is_told_in_hours() -> None:
    assert span(WORDS, 144_000, days=False) == "40 h"


def test_chinese_tells_a_length_of_time_without_a_blank() -> None:
    assert span(LIBRARY.words("zh"), 90000) == "1天1小时"
