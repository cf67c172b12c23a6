"""`log find` finds a customer again, and lets nobody else read who that is."""

import json
import os
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from lenovo_desk.core.model.intents import CloseCase, MakeChoice
from lenovo_desk.core.walking.walker import WalkClock
from lenovo_desk.store.cases.case_store import CaseStore
from tests.cli.cases import put
from tests.cli.program import Program
from tests.cli.terminal import terminal
from tests.shipped_content import library

pytestmark = pytest.mark.slow

KNOWN = (
    "channel=private",
    "in_private",
    "customer_name=Inès Kovalenko",
    "customer_phone=0639981245",
)


def fill(data: Path) -> None:
    put(data, "20261122-090000-shut", *KNOWN, "no_number", "=no_number", flow="escalation")
    put(data, "20261122-090100-wait", *KNOWN, "park:her mail@+2d", flow="escalation")
    put(data, "20261122-090200-post", "handle=@marc", "private_positive")


def find(desk: Program, line: bytes, *words: str) -> subprocess.CompletedProcess[bytes]:
    command = desk.command(*words[:0], "log", "find", *words)
    return subprocess.run(
        command, input=line, capture_output=True, env=desk.env, check=False, timeout=300
    )


def test_the_first_line_of_standard_input_is_looked_for(desk: Program) -> None:
    fill(desk.data)
    answer = find(desk, b"Mme KOVALENKO\nmarc\n", "--lang", "fr")
    assert (answer.returncode, answer.stderr) == (0, b"")
    waiting, closed = answer.stdout.decode().splitlines()
    assert waiting.startswith("20261122-090100-wait  en attente  24/11")
    assert closed.startswith("20261122-090000-shut  clos        2026-11-22 03:00")
    assert all(line.endswith("Inès Kovalenko") for line in (waiting, closed))
    answer = find(desk, "\ufeff@marc\r\n".encode())
    assert answer.stdout.startswith(b"20261122-090200-post  open")


def test_as_json_for_other_programs(desk: Program) -> None:
    fill(desk.data)
    hits = json.loads(find(desk, b"+33 6 39 98 12 45", "--json").stdout)
    assert [(hit["status"], hit["kinds"]) for hit in hits] == [
        ("parked", ["phone"]),
        ("closed", ["phone"]),
    ]
    assert hits[0]["due"] == "2026-11-24T03:00+01:00"
    assert hits[1] | {"agent": "ana"} == {
        "case": "20261122-090000-shut",
        "status": "closed",
        "when": hits[1]["when"],
        "due": None,
        "flow": "escalation",
        "step": "",
        "disposition": "no_number",
        "agent": "ana",
        "customer": "Inès Kovalenko",
        "problem": "",
        "kinds": ["phone"],
    }
    nobody = find(desk, b"Durand", "--json")
    assert (nobody.returncode, nobody.stdout) == (1, b"[]\n")


@pytest.mark.parametrize(
    ("language", "line", "says"),
    [
        ("en", "Durand", "No case matches. Looked for as: handle, name, id of a case."),
        ("en", "06 39 98 99 99", "phone number, order or serial number."),
        ("fr", "Jean Durand", "Aucun dossier ne correspond. Cherché comme\u00a0: nom."),
        ("zh", "王小明", "没有符合的个案。已按这些类型查找：账号、姓名。"),
        ("en", "?!", "Nothing to look for: it takes a name"),
        ("en", "", "Nothing to look for"),
    ],
)
def test_where_nobody_is_found_it_says_as_what_it_looked(
    desk: Program, language: str, line: str, says: str
) -> None:
    fill(desk.data)
    answer = find(desk, line.encode(), "--lang", language)
    assert (answer.returncode, answer.stdout) == (1, b"")
    sentence = answer.stderr.decode()
    assert says in sentence
    assert not line or line not in sentence
    assert len(sentence.splitlines()) == 1


def test_a_value_as_an_argument_is_refused_and_not_repeated(desk: Program) -> None:
    for words in (("Kovalenko",), ("Inès", "Kovalenko"), ("--", "--json")):
        answer = desk("log", "find", *words)
        assert answer.status == 2
        assert "standard input" in answer.one_line()
        assert "Kovalenko" not in answer.one_line()


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="reads the list of processes in /proc")
def test_no_list_of_processes_and_no_file_has_the_name(desk: Program) -> None:
    fill(desk.data)
    command = desk.command("log", "find", "--json")
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=desk.env
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(b"Kovalenko\n")
        program.stdin.flush()
        seen = b""
        while program.poll() is None:
            for name in ("cmdline", "environ"):
                with suppress(ProcessLookupError, FileNotFoundError):
                    seen += Path(f"/proc/{program.pid}/{name}").read_bytes()
            time.sleep(0.01)
        assert b"20261122-090000-shut" in program.stdout.read()
    assert b"log" in seen
    assert b"Kovalenko" not in seen
    for path in desk.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert not any(word in data for word in (b"Kovalenko", b"39981245", b"kovalenko"))


def test_at_a_terminal_it_asks(tmp_path: Path) -> None:
    fill(tmp_path)
    with terminal(tmp_path, (100, 30), "en", "log", "find") as at:
        at.wait_for("Name, phone, e-mail, order, serial number or post:")
        at.type("marc")
        at.type("enter")
        at.wait_for("20261122-090200-post")
        assert at.wait_for_end() == 0


@pytest.mark.parametrize("line", [b"Kovalenko", b"0639981245", b"kova"])
def test_a_case_closed_on_a_screen_is_found_from_another_program(
    desk: Program, line: bytes
) -> None:
    put(desk.data, "20261122-090000-kova", *KNOWN, flow="escalation")
    store = CaseStore(desk.data, WalkClock(1795313900.0))
    session = store.resume("20261122-090000-kova", library())
    assert session.do(MakeChoice("no_number"))
    before = find(desk, line)
    assert before.stdout.split()[:2] == [b"20261122-090000-kova", b"open"]
    assert session.do(CloseCase())
    for _ in range(2):
        (hit,) = json.loads(find(desk, line, "--json").stdout)
        assert (hit["status"], hit["disposition"]) == ("closed", "no_number")
        assert hit["customer"] == "In\u00e8s Kovalenko"
        assert "Kovalenko" in desk("log", "show", "20261122-090000-kova").out
        store.release(session)
