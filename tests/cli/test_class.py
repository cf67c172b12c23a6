"""`mock class`: the same class as text, as a table, as objects and as a page."""

import csv
import io
import json
import sys

import pytest

from tests.cli.calls import FLOPPY, SUNDAY, careless, played
from tests.cli.program import Program
from tests.printing.html_tree import loads_nothing, parsed

pytestmark = pytest.mark.slow

DAY = 86400.0


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A desk at which two trainees played in two languages; tests only read it."""
    desk = Program(tmp_path_factory.mktemp("class"))
    mock = desk.data / "mock"
    for number in range(4):
        played(mock, f"ana-{number}", at=SUNDAY + number * DAY, heard=1.0)
    played(mock, "bo-0", agent="=1+1", make=careless(10), language="fr", at=SUNDAY, heard=0.5)
    other = "journalist"
    played(mock, "bo-1", agent="=1+1", name=other, language="fr", at=SUNDAY + 1.5 * DAY)
    return desk


def test_people_read_who_stands_where_and_what_is_weak(taught: Program) -> None:
    told = taught("mock", "class", "--lang", "fr")
    assert (told.status, told.err) == (0, "")
    rows = told.out.splitlines()
    ana = next(row for row in rows if row.startswith("ana"))
    assert "████" in ana
    assert "certifié (4 sur 4)" in ana
    assert "pas certifié (0 sur 1)" in told.out, "nobody listened to the other call: practice"
    assert "par critère" in told.out
    assert "par étape" in told.out


def test_a_table_reads_back_and_is_harmless_to_a_spreadsheet(taught: Program) -> None:
    read = list(csv.DictReader(io.StringIO(taught("mock", "class", "--csv").out)))
    assert [one["case"] for one in read] == ["ana-0", "bo-0", "ana-1", "bo-1", "ana-2", "ana-3"]
    assert {one["trainee"] for one in read} == {"ana", "'=1+1"}
    assert {one["scenario"] for one in read} == {FLOPPY, "journalist"}
    assert next(one for one in read if one["case"] == "bo-0")["passed"] == "no"


def test_the_columns_are_those_that_the_readme_names(taught: Program) -> None:
    (first, *_) = taught("mock", "class", "--csv", "--lang", "zh").out.splitlines()
    assert first.startswith(
        "case,trainee,scenario,language,at,percent,passed,failures,seconds,again,cut_short,"
        "certifies,lost.path,lost.gates,lost.ticks,lost.outcome,"
    )
    (ana, *_) = csv.DictReader(io.StringIO(taught("mock", "class", "--csv").out))
    assert (ana["certifies"], ana["again"], ana["cut_short"]) == ("yes", "no", "no")
    assert (ana["lost.path"], ana["lost.phrases_copied"]) == ("0.0", ""), "none is copied there"
    lines = [json.loads(line) for line in taught("mock", "class", "--jsonl").out.splitlines()]
    assert lines[0]["lost.phrases_copied"] is None
    assert [one["certifies"] for one in lines] == [True, True, True, False, True, True]


def test_objects_read_back_line_by_line_and_agree_with_the_table(taught: Program) -> None:
    lines = [json.loads(line) for line in taught("mock", "class", "--jsonl").out.splitlines()]
    table = list(csv.DictReader(io.StringIO(taught("mock", "class", "--csv").out)))
    assert [one["case"] for one in lines] == [one["case"] for one in table]
    assert [one["percent"] for one in lines] == [float(one["percent"]) for one in table]
    assert lines[0]["passed"] is True
    assert lines[0]["at"].startswith("2026-11-22T08:")


def test_json_tells_certification_and_weak_places(taught: Program) -> None:
    plain = taught("mock", "class", "--json").json()
    assert plain["pass_mark"] == 85
    states = {one["trainee"]: one["certified"] for one in plain["trainees"]}
    assert states == {"ana": True, "=1+1": False}
    assert all(one["lost"] > 0 for one in (*plain["weak_lines"], *plain["weak_steps"]))


def test_one_scenario_can_be_looked_at_alone(taught: Program) -> None:
    plain = taught("mock", "class", "--scenario", "journalist", "--json").json()
    assert [one["trainee"] for one in plain["trainees"]] == ["=1+1"]


@pytest.mark.parametrize("language", ["zh", "fr", "en"])
def test_the_page_is_written_for_its_reader_only(taught: Program, language: str) -> None:
    path = taught.folder / "class.html"
    told = taught("mock", "class", "--html", str(path), "--lang", language)
    assert (told.status, told.err) == (0, "")
    text = path.read_text("utf-8")
    loads_nothing(text)
    tree = parsed(text)
    assert "ana" in tree.text
    assert tree.tags.count("polyline") == 2
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600


def test_without_calls_it_says_so(desk: Program) -> None:
    assert desk("mock", "class", "--lang", "en").out == "No mock call has been closed yet.\n"
    assert desk("mock", "class", "--jsonl").out == ""
    assert desk("mock", "class", "--csv").out.count("\n") == 1
