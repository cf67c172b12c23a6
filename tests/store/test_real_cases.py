"""Real cases are kept as they were before there were mock calls: byte for byte, but for seals."""

import os
import re
import stat
from pathlib import Path

from lenovo_desk.core.model import intents as it
from lenovo_desk.store.cases.case_store import CaseStore
from tests.hand_clock import HandClock
from tests.store.house import HALFWAY, NAME, Shelf, opening, worked

FROZEN = Path(__file__).with_name("real_cases.txt")
"""Written by the program as it was before mock calls came; never to be written anew for them."""
_SEALS = re.compile(rb'("sealed": ?")[^"]*"')
_ACTOR = re.compile(r',"by":"[a-z]+"')
"""Who acts: every event says it since the agent can change in the middle of a case."""
_SUMS = re.compile(rb'("sum": ?")[^"]*"')


def frozen(root: Path) -> str:
    """Return all that lies below a folder of real cases, seals and sums left out."""
    shown = []
    for path in sorted(root.rglob("*")):
        name, mode = path.relative_to(root).as_posix(), stat.S_IMODE(path.stat().st_mode)
        shown.append(f"# {name}" + (f" {mode:o}" if os.name != "nt" else ""))
        if path.is_file() and path.suffix in (".jsonl", ".json", ".html"):
            data = _SUMS.sub(rb'\1"', _SEALS.sub(rb'\1"', path.read_bytes()))
            lines = data.decode("ascii").splitlines()
            if path.suffix == ".jsonl":
                assert all(_ACTOR.search(line) for line in lines)
            shown += [_ACTOR.sub("", line) for line in lines]
    return "\n".join(shown) + "\n"


def a_days_work(root: Path) -> None:
    """Work real cases in every way: to the end, abandoned, parked, refused, left on a screen."""
    store = CaseStore(root, HandClock())
    worked(store, "c1")
    session = store.open_case(Shelf(), opening("c2"))
    for intent in HALFWAY:
        session.do(intent)
    for intent in (
        it.RecordFact("customer", NAME),
        it.WriteReply(f"Dear {NAME}", "public"),
        it.WriteReply(f"Dear {NAME}", "private"),
        it.MakeChoice("hidden"),
        it.SwitchLanguage("fr"),
        it.MakeChoice("later"),
    ):
        session.do(intent)
    store.release(session)
    session = store.open_case(Shelf(), opening("c3", agent="zhao"))
    session.do(it.AbandonCase("he rang off"))
    store.release(session)
    store.keep_record("c1", "<p>record</p>")
    store.recover()


def test_a_real_case_is_kept_as_before_there_were_mock_calls(tmp_path: Path) -> None:
    a_days_work(tmp_path / "data")
    shown = frozen(tmp_path / "data")
    assert shown.count('"event":') > 45
    expected = FROZEN.read_text("ascii")
    if os.name == "nt":
        expected = re.sub(r"(?m)^(# \S+) \d+$", r"\1", expected)
    assert shown == expected
