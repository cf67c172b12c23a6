"""Several customers in a real terminal: a key to the next one, and a kill that loses nothing."""

import json
import sys
from pathlib import Path

import pytest

from lenovo_desk.core.case_rows import CaseSummary
from lenovo_desk.core.model import intents as it
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.disk.system_clock import SystemClock
from tests.cli.terminal import leave, press, terminal
from tests.shipped_content import library

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals"),
]


def acts(data: Path) -> list[list[str]]:
    """The acts in the journals of the open cases, the earliest case first."""
    paths = (data / "open").glob("*.jsonl")
    journals = [[json.loads(line) for line in path.read_bytes().splitlines()] for path in paths]
    journals.sort(key=lambda lines: lines[0]["utc"])
    return [[line["event"] for line in lines] for lines in journals]


def test_the_next_waiting_customer_is_one_key_away(tmp_path: Path) -> None:
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for("Nouveau dossier")
        press(at, "1")
        at.wait_for("Lire tout l’échange")
        press(at, "1")
        at.wait_for("Quel type de réclamation")
        press(at, "g")
        at.wait_for("En cours")
        press(at, "1")
        at.wait_for("Lire tout l’échange")
        at.type("tab")
        at.wait_for("Quel type de réclamation", limit=5)
        at.type("tab")
        at.wait_for("Lire tout l’échange", limit=5)
        leave(at)
    left, stayed = acts(tmp_path)
    assert left[-3:] == ["CaseLeft", "CaseReturned", "CaseLeft"]
    assert stayed == ["CaseOpened", "CaseLeft", "CaseReturned"]


def test_what_is_typed_ahead_at_any_speed_goes_where_it_was_meant(tmp_path: Path) -> None:
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for("Nouveau dossier")
        for key in ("1", "g", "1", "g"):
            press(at, key)
        at.wait_for("En cours")
        at.type("\tnun\x1b")
        at.idle(1.0)
        at.type("\tndeux\x1b")
        at.idle(1.0)
        at.type("\tn")
        at.wait_for("un", limit=5)
        at.idle(0.3)
        assert "deux" not in at.text
        leave(at)
    data = CaseStore(tmp_path, SystemClock())
    drafts = [data.resume(case.id, library()).case.drafts for case in _by_age(data)]
    assert drafts == [{"note": "deux"}, {"note": "un"}]


def _by_age(data: CaseStore) -> list[CaseSummary]:
    return sorted(data.unfinished(), key=lambda case: case.opened)


def test_a_kill_with_three_live_cases_leaves_all_three_with_what_was_typed(tmp_path: Path) -> None:
    with terminal(tmp_path, (100, 30), "fr") as at:
        at.wait_for("Nouveau dossier")
        for key in ("1", "g", "1", "g", "1"):
            press(at, key)
        at.wait_for("[0-9] +[A-Z0-9]{5,6} 0:0[0-9] +[A-Z0-9]{5,6} 0:0")
        for text in ("tab", "n", "premier", "escape", "tab", "n", "presque fini"):
            press(at, text)
        at.wait_for("presque fini")
        at.idle(2.5)
        at.kill()
    locks = [*(tmp_path / "open").glob("*.lock")]
    assert len(locks) == 3, "as a killed program leaves them"
    store = CaseStore(tmp_path, SystemClock())
    waiting = _by_age(store)
    assert [case.elsewhere for case in waiting] == [False] * 3
    sessions = [store.resume(case.id, library()) for case in waiting]
    assert [session.case.drafts.get("note", "") for session in sessions] == [
        "premier",
        "presque fini",
        "",
    ]
    for session in sessions:
        assert session.case.away_since is None
        handled = session.case.handled
        assert handled < 30
        session.do(it.AbandonCase("killed"))
        store.release(session)
    documents = [document["figures"] for document in store.documents()]
    assert all(figures["handled"] < 30 for figures in documents)
    assert [figures["crashed"] for figures in documents] == [1, 1, 1]
