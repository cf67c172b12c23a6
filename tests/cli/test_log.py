"""`log`, `log show`, `log export` and `board`, as processes."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.cli.cases import ANSWERED, NOTED, THANKED, put, put_shared
from tests.cli.program import Program

pytestmark = pytest.mark.slow

DAY = 86400.0


@pytest.fixture
def full(desk: Program) -> Program:
    """A desk with two closed cases."""
    put(desk.data, "first", *THANKED)
    put(desk.data, "second", *NOTED, at=1795312800.0 + DAY, agent="=bob")
    return desk


def test_the_log_lists_closed_cases_latest_first(full: Program) -> None:
    told = full("log")
    assert told.status == 0
    first, second = told.out.splitlines()
    assert first.startswith("second")
    assert second.startswith("first")
    cases = full("log", "--json").json()
    assert [one["case"] for one in cases] == ["second", "first"]
    assert cases[1]["disposition"] == "thanked"
    assert "Jeanne" not in full("log", "--json").out


def test_the_log_is_filtered(full: Program) -> None:
    def listed(*words: str) -> list[str]:
        return [one["case"] for one in full("log", "--json", *words).json()]

    assert listed("--day", "2026-11-22") == ["first"]
    assert listed("--agent", "=bob") == ["second"]
    assert listed("--flow", "escalation") == []
    assert full("log", "--flow", "escalation").out.strip() == "No closed cases."


def test_a_case_is_shown_whole(full: Program) -> None:
    told = full("log", "show", "first")
    assert told.status == 0
    for part in ("first", "ana", "=Jeanne", "Private message", "Thanked"):
        assert part in told.out
    document = full("log", "show", "first", "--json").json()
    assert document["facts"]["customer_name"] == "=Jeanne"
    assert document["phrases"][0]["id"] == "thanks"


def test_an_unknown_case_is_one_line_with_a_guess(full: Program) -> None:
    told = full("log", "show", "frist")
    assert told.status == 1
    assert 'Did you mean "first"?' in told.one_line()
    assert full("log", "show").status == 2


def test_export_has_no_personal_data_unless_asked(full: Program) -> None:
    for form in ("csv", "jsonl"):
        plain = full("log", "export", "--format", form)
        assert plain.status == 0
        assert "Jeanne" not in plain.out
        assert "SUM" not in plain.out
        assert "Jeanne" in full("log", "export", "--format", form, "--with-personal").out


def test_csv_cells_are_harmless_to_a_spreadsheet(full: Program) -> None:
    told = full("log", "export", "--with-personal")
    rows = list(csv.DictReader(io.StringIO(told.out)))
    assert [row["case"] for row in rows] == ["second", "first"]
    assert rows[0]["agent"] == "'=bob"
    assert rows[0]["notes"] == "'@SUM(1)"
    assert not any(
        cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row.values()
    )
    assert rows[1]["completed"] == "yes"


def test_json_lines_hold_figures(full: Program) -> None:
    lines = full("log", "export", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["phrases"] for line in lines] == [0, 1]


def test_replies_of_ones_own_are_shown_and_counted(desk: Program) -> None:
    put(desk.data, "answered", *ANSWERED)
    assert "Vous pouvez compter sur nous" in desk("log", "show", "answered").out
    document = desk("log", "show", "answered", "--json").json()
    assert document["replies"][0]["via"] == "private"
    row = json.loads(desk("log", "export", "--format", "jsonl").out)
    assert (row["replies"], row["flagged"], row["phrases"]) == (1, 0, 1)
    assert "compter" not in desk("log", "export").out


def test_documents_older_than_replies_are_still_read(full: Program) -> None:
    put(full.data, "answered", *ANSWERED)
    shutil.rmtree(full.data / "evidence")
    for path in (full.data / "log").glob("*.json"):
        tables = json.loads(path.read_text("utf-8"))
        for row in tables["_default"].values():
            row["schema"] = 1
            del row["replies"], row["figures"]["replies"], row["figures"]["flagged"]
            row["hidden"] = [place for place in row["hidden"] if "/replies/" not in place]
            for note in row["notes"]:
                del note["flags"]
        path.write_text(json.dumps(tables), "utf-8")
    assert {one["case"] for one in full("log", "--json").json()} == {"first", "second", "answered"}
    shown = full("log", "show", "second")
    assert shown.status == 0
    assert "@SUM(1)" in shown.out
    exported = full("log", "export", "--format", "jsonl").out
    rows = [json.loads(line) for line in exported.splitlines()]
    assert {(row["replies"], row["flagged"]) for row in rows} == {(0, 0)}


def test_a_supervisor_sees_who_acted_beside_who_closed(desk: Program) -> None:
    put_shared(desk.data, "shared")
    assert "ana · bo" in desk("log").out
    case = desk("log", "--json").json()[0]
    assert (case["agent"], case["agents"]) == ("bo", ["ana", "bo"])
    rows = list(csv.DictReader(io.StringIO(desk("log", "export").out)))
    assert [(row["agent"], row["agents"]) for row in rows] == [("bo", "ana bo")]
    assert json.loads(desk("log", "export", "--format", "jsonl").out)["agents"] == "ana bo"
    assert "ana · Bo Li (bo)" in desk("log", "show", "shared").out
    for path in (desk.data / "evidence").rglob("*.jsonl"):
        path.unlink()
    assert "ana · bo" in desk("log", "show", "shared").out
    for path in (desk.data / "log").glob("*.json"):
        tables = json.loads(path.read_text("utf-8"))
        for row in tables["_default"].values():
            row["schema"] = 2
            del row["agents"]
        path.write_text(json.dumps(tables), "utf-8")
    older = list(csv.DictReader(io.StringIO(desk("log", "export").out)))
    assert [(row["agent"], row["agents"]) for row in older] == [("bo", "bo")]


def test_a_reply_is_shown_from_the_log_when_its_journal_is_gone(desk: Program) -> None:
    put(desk.data, "answered", *ANSWERED)
    shutil.rmtree(desk.data / "evidence")
    told = desk("log", "show", "answered").out
    assert "Own replies" in told
    assert "private message · fr · Vous pouvez compter sur nous" in told


def test_the_board_shows_the_overdue_first_and_damage(desk: Program) -> None:
    put(desk.data, "open", "public_positive")
    put(desk.data, "later", "public_positive", "park:he calls back@+900h", at=4000000000.0)
    put(desk.data, "overdue", "public_positive", "park:he calls back@+1h", at=1600000000.0)
    put(desk.data, "torn", "public_complaint", "web_store")
    journal = desk.data / "open" / "torn.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([lines[0], b"rubbish\n", *lines[2:]]))
    told = desk("board")
    assert told.status == 0
    lines_out = told.out.splitlines()
    assert lines_out[0].startswith("overdue")
    assert "overdue since" in lines_out[0]
    assert lines_out[1].startswith("later")
    assert "damaged" in next(line for line in lines_out if line.startswith("torn"))
    cases = {one["id"]: one for one in desk("board", "--json").json()}
    assert cases["overdue"]["overdue"]
    assert not cases["later"]["overdue"]
    assert cases["torn"]["damage"] == "damaged torn.jsonl:2"
    assert cases["open"]["due"] is None


ORDERED = ("to_make", "dispatched_at=2026-11-22 3:00")


def test_the_board_lists_every_promise_of_a_case_and_why(desk: Program) -> None:
    put(desk.data, "visit", *ORDERED, "not_reached", "later", flow="field_visit")
    told = desk("board", "--why", "--lang", "en")
    assert told.status == 0
    parked, promised, why = told.out.splitlines()
    assert promised.startswith("visit  overdue since 2026-11-22 07:00")
    assert "Customer reached" in promised
    assert why.strip() == ("4 h from 2026-11-22 03:00:00, day and night: due 2026-11-22 07:00:00.")
    assert "Parked case" in parked
    [case] = desk("board", "--json").json()
    assert [(due["name"], due["state"]) for due in case["dues"]] == [
        ("field_visit.contact", "running"),
        ("park", "parked"),
    ]


def test_an_empty_board_and_log_say_so(desk: Program) -> None:
    assert desk("board").out == "No open or parked cases.\n"
    assert desk("log").out == "No closed cases.\n"
    assert desk("board", "--json").json() == []
    assert desk("log", "--json").json() == []


def test_a_broken_day_file_is_told_and_hides_nothing_else(full: Program) -> None:
    broken = next((full.data / "log").glob("2026-11-22*.json"))
    Path(broken).write_text("{", "utf-8")
    told = full("log")
    assert told.status == 0
    assert "second" in told.out
    assert broken.name in told.one_line()
