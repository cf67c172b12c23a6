"""A message pasted in a real terminal, with the marks that terminals put around a paste."""

import sys
import time
from pathlib import Path

import pytest

from lenovo_desk.core.model import events as ev
from lenovo_desk.core.walking.walker import WalkClock
from lenovo_desk.store.cases.case_store import CaseStore
from tests.bench.terminal import Terminal
from tests.cli.terminal import leave, piped, press, terminal
from tests.store.house import events_of
from tests.tui.pasted_messages import MESSAGE, SIX, UNSAID, WORK_ORDER

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals"),
]
LANGUAGES = ("fr", "zh", "en")
RECORDED = {
    "fr": r"Noté d’après le message\s: 6",
    "zh": "已从消息记录6项",
    "en": "Recorded from the message: 6",
}
AT = 1795312800.0


def paste(at: Terminal, text: str) -> None:
    """Paste a text as a terminal does that marks it as one."""
    at.type(f"\x1b[200~{text}\x1b[201~")


def recorded(data: Path) -> dict[str, object]:
    """What the one open case has recorded by now, in its order."""
    (journal,) = (data / "open").glob("*.jsonl")
    acts = [event.act for event in events_of(data, journal.stem)]
    facts = [act for act in acts if isinstance(act, ev.FactRecorded)]
    return {fact.fact.rpartition(".")[2]: fact.value for fact in facts}


def private_escalation(data: Path, language: str) -> Terminal:
    """The program at the escalation of a case in private, begun by another program."""
    words = ("start", "escalation", "--stdin")
    return piped(data, (100, 30), language, '{"channel": "private"}', *words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_six_facts_of_a_message_cost_two_keys_at_the_desk(tmp_path: Path, language: str) -> None:
    with private_escalation(tmp_path, language) as at:
        at.wait_for("›")
        at.idle(0.5)
        paste(at, MESSAGE[language])
        at.wait_for("4100238871")
        assert set(recorded(tmp_path)) == {"channel"}
        at.type("enter")
        at.wait_for(RECORDED[language])
        leave(at)
    values = recorded(tmp_path)
    assert set(values) == {"channel", *SIX}
    assert values["customer_service_number"] == "4100238871"
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(UNSAID[language].encode() in data for data in files)


def test_six_facts_of_a_message_cost_three_keys_from_home(tmp_path: Path) -> None:
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for("Visite sur site")
        at.idle(0.5)
        paste(at, WORK_ORDER.replace("\n", "\r"))
        at.type("2")
        at.type("enter")
        at.wait_for(RECORDED["fr"])
        leave(at)
    assert recorded(tmp_path) == {
        "work_order": "4000123456",
        "customer_name": "Zoé L’Hermite",
        "customer_phone": "+33612345678",
        "model_number": "21HMCTO1WW",
        "serial_number": "PF0ABC12",
        "reported_fault": "écran noir au démarrage",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_terminal_that_marks_no_paste_has_the_box(tmp_path: Path, language: str) -> None:
    with private_escalation(tmp_path, language) as at:
        at.wait_for("›")
        at.idle(0.5)
        press(at, "y")
        at.type(MESSAGE[language].replace(". ", ".\r"))
        at.idle(1.0)
        press(at, "ctrl+s")
        at.wait_for("1-6")
        at.type("enter")
        at.wait_for(RECORDED[language])
        leave(at)
    assert set(recorded(tmp_path)) == {"channel", *SIX}


def test_a_raw_escape_in_a_message_loses_nothing_and_does_nothing(tmp_path: Path) -> None:
    with private_escalation(tmp_path, "fr") as at:
        at.wait_for("›")
        at.idle(0.5)
        paste(at, f"\x1b[31m{MESSAGE['fr']}\x1b[0m b c p n")
        at.wait_for("1-6")
        at.type("enter")
        at.wait_for(RECORDED["fr"])
        leave(at)
    assert {name: recorded(tmp_path)[name] for name in SIX} == SIX


@pytest.mark.parametrize("moment", [0.0, 0.004, 0.01, 0.02, 0.04, 0.08])
def test_killed_while_it_records_the_case_is_whole_up_to_there(
    tmp_path: Path, moment: float
) -> None:
    with private_escalation(tmp_path, "fr") as at:
        at.wait_for("›")
        at.idle(0.5)
        paste(at, MESSAGE["fr"])
        at.wait_for("1-6")
        at.idle(0.3)
        at.type("enter")
        time.sleep(moment)
        at.kill()
    values = [(name, value) for name, value in recorded(tmp_path).items() if name != "channel"]
    assert values == list(SIX.items())[: len(values)]
    store = CaseStore(tmp_path, WalkClock(AT))
    (waiting,) = store.unfinished()
    assert not waiting.damage
    with terminal(tmp_path, (100, 30), "fr") as at:
        at.wait_for("À reprendre")
        at.idle(0.5)
        press(at, "up", "enter")
        at.wait_for("›")
        paste(at, MESSAGE["fr"])
        at.wait_for("1-6")
        at.type("enter")
        at.idle(0.5)
        leave(at)
    assert {name: recorded(tmp_path)[name] for name in SIX} == SIX
