"""`log show` as text and as a page, for closed and unfinished cases, as processes."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.cases import THANKED, put
from tests.cli.program import Program
from tests.printing.html_tree import parsed

pytestmark = pytest.mark.slow


@pytest.fixture
def full(desk: Program) -> Program:
    """A desk with a closed case and an open one."""
    put(desk.data, "first", *THANKED)
    put(desk.data, "second", "private_positive", "customer_name=<b>Zoé</b> [x]", "note:rappeler")
    return desk


def test_a_page_is_written_for_its_reader_only(full: Program) -> None:
    path = full.folder / "record.html"
    path.write_text("old", "utf-8")
    path.chmod(0o644)
    told = full("log", "show", "first", "--html", str(path), "--lang", "fr")
    assert (told.status, told.err) == (0, "")
    assert str(path) in told.out
    tree = parsed(path.read_text("utf-8"))
    assert "=Jeanne" in tree.text
    assert "Fiche du dossier" in tree.text
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("language", ["zh", "fr", "en"])
def test_a_page_goes_to_standard_output(full: Program, language: str) -> None:
    told = full("log", "show", "second", "--html", "-", "--lang", language)
    assert told.status == 0
    assert told.out.startswith("<!DOCTYPE html>\n<html lang=")
    assert told.out.endswith("</html>\n")
    assert "<b>Zoé</b> [x]" in parsed(told.out).text


def test_an_unfinished_case_is_shown_as_text_and_stays_unfinished(full: Program) -> None:
    told = full("log", "show", "second")
    assert told.status == 0
    for part in ("second", "<b>Zoé</b> [x]", "rappeler", "____"):
        assert part in told.out
    assert [one["id"] for one in full("board", "--json").json()] == ["second"]
    refused = full("log", "show", "second", "--json")
    assert refused.status == 1
    assert "not closed yet" in refused.one_line()


def test_a_page_that_cannot_be_written_is_one_line(full: Program) -> None:
    told = full("log", "show", "first", "--html", str(full.folder / "none" / "record.html"))
    assert told.status == 1
    assert "No such file" in told.one_line()


def test_a_case_without_its_journal_is_shown_from_the_log(full: Program) -> None:
    shutil.rmtree(full.data / "evidence")
    told = full("log", "show", "first")
    assert told.status == 0
    assert "=Jeanne" in told.out
    refused = full("log", "show", "first", "--html", "-")
    assert refused.status == 1
    assert "journal" in refused.one_line()


def test_a_forgotten_customer_is_in_no_record(full: Program) -> None:
    (full.data / "keys" / "first").unlink()
    for words in ((), ("--html", "-")):
        told = full("log", "show", "first", *words)
        assert told.status == 0
        assert "Jeanne" not in told.out
        assert "[forgotten]" in told.out


def test_no_page_is_left_half_written_elsewhere(full: Program) -> None:
    full("log", "show", "first", "--html", "-")
    assert not (full.data / "records").exists()
    assert not list(Path(full.folder).glob("*.html"))
