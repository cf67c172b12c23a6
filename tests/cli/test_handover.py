"""A visit goes from one engineer's laptop to another's, by the commands, as processes."""

import json
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import tinydb

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.intents import OpenCase, ParkCase
from lenovo_desk.core.walking.moves import parse_move
from lenovo_desk.core.walking.walker import Walker
from lenovo_desk.store.cases.case_store import CaseStore
from tests.bench.terminal import Terminal
from tests.cli.program import Program
from tests.hand_clock import HandClock
from tests.shipped_content import library
from tests.walks.stored_walks import FOLDER, VALUES

pytestmark = pytest.mark.slow

CASE = "20261122-010000-visit1"
ZONE = "Asia/Shanghai"
SECRET = {"LENOVO_DESK_PASSPHRASE": "nine geese fly"}
CUSTOMER, NUMBER = "张伟", "13911112222"
BEFORE = 86400 + 55 * 60
"""Seconds that the transcript takes up to the door at which nobody opens."""
DESK = """\
agents:
  - {id: wu, name: 吴敏, initials: WM, role: field, phone: 13700001111}
agent: wu
phrases: zh
station_name: 浦东站
"""


def moves() -> tuple[list[str], list[str]]:
    """Return the moves of a visit up to the middle of its wait, and those after it."""
    text = (FOLDER / "field_visit" / "nobody_workplace_mobile.walk").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    waits = lines.index("wait:15m")
    # The visit is at whatever time of day the test runs.
    changed = {"dispatched_at=8:30": "dispatched_at=now", "appointment=10:00": "appointment=+60m"}
    return [changed.get(line, line) for line in lines[:waits]], lines[waits + 1 :]


def walked(session: Session, clock: HandClock, some: list[str]) -> None:
    # The walker only ever moves its clock forward, which this one can too.
    walker = Walker(library(), session, clock)  # type: ignore[arg-type]
    for move in some:
        assert not walker.take(parse_move(move)), move


def begun(data: Path, waited: float, case: str = CASE) -> None:
    """Put a case into a data folder that has waited so long at the door by now."""
    clock = HandClock(time.time() - BEFORE - waited, tick=0.0)
    clock.restart()
    store = CaseStore(data, clock)
    opening = OpenCase(case, "field_visit", "li", "field", "zh", ZONE, VALUES)
    session = store.open_case(library(), opening)
    walked(session, clock, moves()[0])
    assert session.case.here.top.step == "waiting"
    session.do(ParkCase("班次结束", "+1h"))
    store.release(session)


def logged(data: Path) -> dict[str, Any]:
    """Return the one closed case, as a stock TinyDB reads it."""
    (day,) = data.glob("log/*.json")
    with tinydb.TinyDB(day) as log:
        (row,) = log.all()
    return dict(row)


@pytest.fixture
def here(tmp_path: Path) -> Program:
    (tmp_path / "a").mkdir()
    return Program(tmp_path / "a")


@pytest.fixture
def there(tmp_path: Path) -> Program:
    (tmp_path / "b" / "data").mkdir(parents=True)
    (tmp_path / "b" / "data" / "settings.yaml").write_text(DESK, "utf-8")
    return Program(tmp_path / "b")


def test_a_visit_goes_on_at_another_laptop(here: Program, there: Program, tmp_path: Path) -> None:
    start = time.time()
    begun(here.data, waited=600)
    file = tmp_path / "visit.handover"
    told = here("hand-over", CASE, str(file), "--reason", "班次结束", "--lang", "zh", **SECRET)
    assert (told.status, told.err) == (0, "")
    assert str(file) in told.out
    for word in (CUSTOMER, NUMBER, "班次"):
        assert ascii(word)[1:-1].encode() not in file.read_bytes()
    assert here("board").out == "No open or parked cases.\n"

    new = there("take-over", str(file), "--json", **SECRET).json()["case"]
    (waiting,) = there("board", "--json").json()
    assert (waiting["id"], waiting["agent"], waiting["step"]) == (new, "wu", "waiting")
    assert {"park", "wait.waited"} <= {due["name"] for due in waiting["dues"]}

    now = time.time()
    clock = HandClock(now + 240, tick=0.0)
    store = CaseStore(there.data, clock)
    session = store.resume(new, library())
    walked(session, clock, ["!over_mobile", "wait:60s", *moves()[1]])
    assert session.case.status == "closed"
    store.release(session)

    before, after = logged(here.data), logged(there.data)
    assert (before["case"], before["disposition"], before["completed"]) == (
        CASE,
        "handed_over",
        False,
    )
    assert (after["case"], after["disposition"], after["completed"]) == (new, "no_show", True)
    assert (after["follows"], after["agent"]) == (CASE, "wu")
    assert after["opened"] == before["opened"]
    assert any("浦东站" in used["text"] for used in after["phrases"])
    (wait,) = after["waits"]
    assert 900 <= wait["seconds"] < 901 + now - start, "and what the commands took"
    assert wait["proof"] == "utc"
    assert before["figures"]["handled"] > 86400 > after["figures"]["handled"]

    assert "Handed over" in here("log").out
    shown = there("log", "show", new, "--json").json()
    assert shown["facts"]["customer_phone"] == f"+86{NUMBER}"
    page = there("log", "show", new, "--lang", "zh").out
    for word in (CASE, "接续个案", "吴敏"):
        assert word in page
    assert "已转交" in here("log", "show", CASE, "--lang", "zh").out
    again = there("take-over", str(file), **SECRET)
    assert (again.status, new in again.one_line()) == (1, True)


def test_what_is_wrong_is_one_line_and_changes_nothing(here: Program, tmp_path: Path) -> None:
    begun(here.data, waited=60)
    file = str(tmp_path / "visit.handover")
    reason = ("--reason", "late")
    for words, env, status, said in (
        (("hand-over", CASE, file, *reason), {}, 2, "LENOVO_DESK_PASSPHRASE"),
        (("hand-over", CASE, file), SECRET, 2, "--reason"),
        (("hand-over", CASE, file, "--reason", " "), SECRET, 2, "--reason"),
        (("hand-over", "20261122-010000-visit2", file, *reason), SECRET, 1, f'mean "{CASE}"'),
        (("hand-over", "../x", file, *reason), SECRET, 1, "there is no case"),
        (
            ("hand-over", CASE, file, *reason),
            {"LENOVO_DESK_PASSPHRASE": "short"},
            1,
            "at least 8 characters",
        ),
        (("hand-over", CASE, str(tmp_path), *reason), SECRET, 1, "is a folder; name"),
        (("hand-over", CASE), SECRET, 2, "required"),
        (("take-over", file), SECRET, 1, "cannot be read"),
        (("take-over",), SECRET, 2, "required"),
    ):
        told = here(*words, **env)
        assert (told.status, said in told.one_line()) == (status, True), (words, told.err)
    (waiting,) = here("board", "--json").json()
    assert (waiting["status"], waiting["reason"]) == ("parked", "班次结束")


def test_a_wrong_passphrase_or_a_damaged_file_is_told_in_every_language(
    here: Program, there: Program, tmp_path: Path
) -> None:
    begun(here.data, waited=60)
    file = tmp_path / "visit.handover"
    assert here("hand-over", CASE, str(file), "--reason", "late", "--json", **SECRET).json() == {
        "case": CASE,
        "file": str(file),
    }
    wrong = {"LENOVO_DESK_PASSPHRASE": "ten geese fly"}
    for language, said in (
        ("en", "The passphrase does not open visit.handover."),
        ("fr", "La phrase secrète n’ouvre pas visit.handover."),
        ("zh", "口令打不开visit.handover。"),
    ):
        told = there("take-over", str(file), "--lang", language, **wrong)
        assert (told.status, said in told.one_line()) == (1, True)
    file.write_bytes(file.read_bytes()[:-9])
    assert "incomplete" in there("take-over", str(file), **SECRET).one_line()
    assert there("board").out == "No open or parked cases.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
def test_on_a_terminal_reason_and_passphrase_are_asked_for_and_the_latter_not_shown(
    here: Program, there: Program, tmp_path: Path
) -> None:
    begun(here.data, waited=60)
    file = tmp_path / "visit.handover"
    secret = "nine geese fly"
    command = here.command("--lang", "en", "hand-over", CASE, str(file))
    with Terminal(command, env=here.env) as at:
        at.wait_for("Why:")
        at.type("my shift ends\n")
        at.wait_for("Passphrase:")
        at.type(f"{secret}\n")
        at.wait_for("The same passphrase again:")
        assert secret not in at.text
        at.type(f"{secret}!\n")
        at.wait_for("are not the same")
    assert not file.exists()
    with Terminal(command, env=here.env) as at:
        at.wait_for("Why:")
        at.type("my shift ends\n")
        at.wait_for("Passphrase:")
        at.type(f"{secret}\n")
        at.wait_for("again:")
        at.type(f"{secret}\n")
        at.wait_for("Send this file")
    with Terminal(there.command("--lang", "en", "take-over", str(file)), env=there.env) as at:
        at.wait_for("Passphrase:")
        at.type(f"{secret}\n")
        at.wait_for("Taken over as 20261122-010000-")
        assert secret not in at.text
    assert len(json.loads(there("board", "--json").out)) == 1
