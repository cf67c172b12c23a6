"""The desk in a real terminal: from the first key to the log, killed on the way."""

import json
import signal
from pathlib import Path

import pytest
import tinydb

from lenovo_desk.core.model import events as ev
from tests.cli.terminal import leave, press, terminal
from tests.store.house import events_of

pytestmark = pytest.mark.slow

SIX = ("Jean Dupont", "jean@example.com", "06 12 34 56 78", "ThinkPad X1", "1", "DOS-12345")


def draft(data: Path) -> str:
    """What is on the disk of a line half typed in the one open case."""
    (journal,) = (data / "open").glob("*.jsonl")
    acts = [event.act for event in events_of(data, journal.stem)]
    drafts = [act.text for act in acts if isinstance(act, ev.FieldDrafted)]
    return str(drafts[-1]) if drafts else ""


WORDS = {
    "fr": ("Lire tout l’échange", "Noter les six informations, puis"),
    "zh": ("看完整个对话", "记录六项信息，录入"),
}


@pytest.mark.parametrize("size", [(80, 24), (140, 45)], ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("language", ["fr", "zh"])
def test_a_triage_killed_on_the_way_is_resumed_and_reaches_the_log(
    tmp_path: Path, size: tuple[int, int], language: str
) -> None:
    first, collect = WORDS[language]
    with terminal(tmp_path, size, language) as at:
        at.type("1")  # typed while the program starts: it counts
        at.wait_for(first)
        at.idle(0.5)
        press(at, "1", "2", "1", "2", "1")
        at.wait_for(collect)
        press(at, "f")
        for fact in SIX[:3]:
            press(at, fact, "enter")
        at.type("Think")  # half typed
        at.wait_until(lambda: draft(tmp_path) == "Think")
        at.kill()

    with terminal(tmp_path, size, language) as at:
        at.wait_for(r"\d\d:\d\d|\d{1,2}\sh\s\d\d")
        press(at, "up", "enter")
        at.wait_for(collect)
        at.wait_for("Jean Dupont")
        press(at, "f")
        at.wait_for("Think")
        press(at, "Pad X1", "enter", SIX[4], "enter", SIX[5], "enter")
        press(at, "0", "enter", "1")
        at.idle(1.2)  # an Enter at once would be taken for one that bounces
        press(at, "enter")
        leave(at)

    (day,) = (tmp_path / "log").glob("*.json")
    with tinydb.TinyDB(day) as database:
        (document,) = database.all()
    assert document["disposition"] == "escalated"
    assert document["facts"]["product_line"] == "think"
    assert "Dupont" not in day.read_text(encoding="utf-8")
    assert "Dupont" not in json.dumps(document)


def test_a_broken_file_laid_over_the_content_is_said_at_the_start(tmp_path: Path) -> None:
    own = tmp_path / "own" / "scripts_zh"
    own.mkdir(parents=True)
    (own / "guard.yaml").write_text("rules: [", "utf-8")
    with terminal(tmp_path / "data", (80, 24), "zh", "--content", str(own.parent)) as at:
        at.wait_for("自定义内容有1个问题")
        leave(at)


def test_a_clash_of_keys_is_said_at_the_start(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (data / "settings.yaml").write_text("keys: {desk.copy: v}\n", "utf-8")
    with terminal(data, (140, 45), "fr") as at:
        at.wait_for("key-clash")
        leave(at)


def test_a_program_that_is_not_told_that_its_terminal_is_gone_ends_and_frees_its_case(
    tmp_path: Path,
) -> None:
    first, _ = WORDS["fr"]
    with terminal(tmp_path, (80, 24), "fr") as at:  # not its own: nobody sends it a signal
        at.type("1")
        at.wait_for(first)
        at.idle(0.5)
        press(at, "f", "x")
        at.wait_until(lambda: draft(tmp_path) == "x")
        assert at.hang_up() == -signal.SIGHUP
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for("À reprendre")
        press(at, "up", "enter")
        at.wait_for(first)
        leave(at)
