"""Two small flows, a library of them, a clock in the hand, and a case worked from end to end."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.card import CustomerCard
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.model.flow import Flow, Plain, closure
from lenovo_desk.core.model.intents import Intent
from lenovo_desk.core.model.structure import flow_from_plain, structure_digest
from lenovo_desk.core.model.wording_rules import Rule
from lenovo_desk.core.ports import FlowCard
from lenovo_desk.core.wording.book_plain import book_from_plain
from lenovo_desk.core.wording.books import Book
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.disk.journal import JournalReading, read_journal
from lenovo_desk.store.disk.layout import Layout
from lenovo_desk.store.disk.sealing import KeyRing
from lenovo_desk.store.mock.mock_store import MockStore

ZONE = "Asia/Shanghai"
NAME, PHONE = "Wang-Xiaoming-王小明", "13812345678"
NOTE, REASON, WORDS = "the dog bites", "waits for his wife", f"Hello {NAME}, I am downstairs"
ANSWER = "we are on our way to the blue house"
CLOSING, DRAFT = "gave him a discount", "half a thou"
PERSONAL = (NAME, "Xiaoming", PHONE, NOTE, REASON, WORDS, ANSWER, CLOSING, DRAFT)

VISIT: Plain = {
    "flow": "visit",
    "source": "test",
    "roles": ["field"],
    "stages": ["door", "work"],
    "facts": {
        "customer": {"type": "text", "personal": True},
        "phone": {"type": "phone", "personal": True},
        "place": {"type": "choice", "options": ["home", "workplace"]},
        "volts": {"type": "number", "many": True},
    },
    "deadlines": {"contact": {"seconds": 7200, "from": "begin", "until": "coming"}},
    "steps": {
        "knock": {
            "stage": "door",
            "say": [{"phrase": "hello", "via": "call"}, {"phrase": "plain", "via": "call"}],
            "facts": {"customer": {}, "phone": {}, "place": {}, "volts": {}},
            "choices": {"begin": {"goto": "phone_them"}},
        },
        "phone_them": {
            "stage": "door",
            "wait": {"id": "waited", "for": 900},
            "items": {"called": {}},
            "choices": {
                "coming": {"goto": "backup", "needs": ["called"]},
                "no_answer": {"goto": "gone", "needs": ["waited"]},
                "later": {"goto": "phone_them", "park": 3600},
            },
        },
        "backup": {"stage": "work", "run": "inner", "choices": {"done": {"goto": "repaired"}}},
        "repaired": {"stage": "work", "items": {"signed": {}}, "end": "repaired"},
        "gone": {"stage": "door", "end": "no_show"},
    },
}
INNER: Plain = {
    "flow": "inner",
    "stages": ["ask"],
    "facts": {"saved": {"type": "yes_no"}},
    "start": False,
    "steps": {
        "ask": {"stage": "ask", "facts": {"saved": {}}, "choices": {"yes": {"goto": "ok"}}},
        "ok": {"stage": "ask", "end": "safe"},
    },
}
ASIDE: Plain = {
    "flow": "aside",
    "stages": ["talk"],
    "steps": {
        "talk": {"stage": "talk", "choices": {"enough": {"goto": "over"}}},
        "over": {"stage": "talk", "items": {"heard": {}}, "end": "heard"},
    },
}


class Shelf:
    """A library of plain structures; content itself is another room."""

    def __init__(self, *structures: Plain) -> None:
        self.plains = {plain["flow"]: plain for plain in structures or (VISIT, INNER, ASIDE)}

    def cards(self) -> tuple[FlowCard, ...]:
        return tuple(FlowCard(name, {}, (), (), 0, 0, True) for name in self.plains)

    def languages(self) -> tuple[str, ...]:
        return ("zh",)

    def interface_languages(self) -> tuple[str, ...]:
        return ("zh", "en")

    def flow(self, name: str) -> Flow:
        return flow_from_plain(self.plains[name], structure_digest(self.plains[name]))

    def structure(self, name: str) -> Plain:
        return self.plains[name]

    def closure(self, name: str) -> dict[str, Flow]:
        return closure({key: self.flow(key) for key in self.plains}, name)

    def book(self, name: str, language: str) -> Book:
        return book_from_plain({}, language, self.plains[name])

    def words(self, language: str) -> Mapping[str, str]:
        return {}

    def customer_cards(self, language: str) -> tuple[CustomerCard, ...]:
        return ()

    def guard_rules(self) -> tuple[Rule, ...]:
        return ()


def opening(case: str, mode: str = "real", agent: str = "li", zone: str = ZONE) -> it.OpenCase:
    return it.OpenCase(case, "visit", agent, "field", "zh", zone, (("engineer", "Li"),), mode=mode)


def copied(text: str = WORDS, blanks: tuple[str, ...] = ("customer",)) -> it.CopyPhrase:
    phrase = "hello" if blanks else "plain"
    return it.CopyPhrase(phrase, "zh", text, "reference", blanks=blanks)


FIRST_HALF: tuple[it.Intent, ...] = (
    it.DraftField("customer", DRAFT),
    it.RecordFact("customer", NAME),
    it.RecordFact("phone", PHONE),
    it.RecordFact("place", "home"),
    it.RecordFact("volts", "220; 230"),
    copied(),
    copied("Good day", ()),
    it.MakeChoice("begin"),
    it.MakeChoice("coming"),
    it.AddNote(NOTE, ("child_could",)),
    it.WriteReply(ANSWER, "private", "", ("not_ours", "child_could")),
    it.EnterFlow("aside"),
    it.MakeChoice("enough"),
    it.ParkCase(REASON, "+2h"),
)
SECOND_HALF: tuple[it.Intent, ...] = (
    it.TickItem("heard"),
    it.LeaveFlow(),
    it.TickItem("called"),
    it.ToggleHold(),
    it.ToggleHold(),
    it.StepBack(),
    it.LeaveFlow(),
    it.MakeChoice("coming"),
    it.RecordFact("saved", "yes"),
    it.MakeChoice("yes"),
    it.MakeChoice("done"),
    it.CloseCase(CLOSING),
)


HALFWAY: tuple[it.Intent, ...] = (
    *FIRST_HALF[:7],
    it.ToggleHold(),
    it.ToggleHold(),
    it.MakeChoice("begin"),
    it.MakeChoice("no_answer"),
    it.TickItem("called"),
    it.AddNote(NOTE),
    it.DraftField("note", DRAFT),
)
"""To the middle of a wait, a tick and a promise running."""
PASSPHRASE = "nine geese fly"
TAKER = it.TakeOver("wu", "hotline", (("engineer", "Wu"),))


def halfway(store: CaseStore, case: str, mode: str = "real", release: bool = True) -> Session:
    """Bring a new case to the middle of a wait, and let go of it unless told otherwise."""
    session = store.open_case(Shelf(), opening(case, mode))
    for intent in HALFWAY:
        session.do(intent)
    if release:
        store.release(session)
    return session


def fingerprint(event: Event) -> str:
    """Return what tells an event from others across programs; 2 and 2.0 are the same there."""

    def text(value: object) -> str:
        if isinstance(value, tuple):
            return f"{type(value).__name__}({','.join(map(text, value))})"
        return repr(float(value)) if type(value) is int else repr(value)

    return hashlib.sha256(text(event).encode()).hexdigest()[:12]


def told(session: Session, intent: it.Intent, tell: Callable[[Event], None]) -> None:
    """Do an intent and tell of the event, a gate that was tried included."""
    answer = session.do(intent)
    event = answer.attempt if isinstance(answer, Refusal) else answer
    if event is not None:
        tell(event)


def worked(store: CaseStore, case: str, tell: Callable[[Event], None] = lambda event: None) -> None:
    """Work a case from its opening through parking and resuming to the log."""
    session = store.open_case(Shelf(), opening(case))
    tell(events_of(store_root(store), case)[-1])
    for intent in FIRST_HALF:
        told(session, intent, tell)
    store.release(session)
    session = store.resume(case, Shelf())
    tell(events_of(store_root(store), case)[-1])
    for intent in SECOND_HALF:
        told(session, intent, tell)
    store.release(session)


def died(store: CaseStore | MockStore, case: str) -> None:
    """Let go of a case as the end of a program does: nothing is written, nothing removed."""
    locked = store._open._locked.pop(case)
    locked.close_journal()
    locked.lock.release()


def store_root(store: CaseStore) -> Path:
    return store._folder("real").layout.root


def journal_of(root: Path, case: str) -> Path | None:
    """Return the journal of a case, wherever it lies."""
    found = [*root.glob(f"open/{case}.jsonl"), *root.glob(f"evidence/*/{case}.jsonl")]
    assert len(found) <= 1, "a journal is in one place"
    return found[0] if found else None


def reading_of(root: Path, case: str) -> JournalReading:
    path = journal_of(root, case)
    assert path is not None
    return read_journal(path)


def events_of(root: Path, case: str) -> tuple[Event, ...]:
    """Return the events of a case as they are read back from the disk."""
    return reading_of(root, case).events(KeyRing(Layout(root)).reader(case).unseal)


def files_below(root: Path) -> Iterator[Path]:
    return (path for path in root.rglob("*") if path.is_file())


def leftovers(root: Path) -> list[str]:
    """Return the names that only a killed program leaves."""
    names = [path.name for path in files_below(root)]
    return [n for n in names if ".part-" in n or (n.endswith(".lock") and n != ".lock")]


def stored(root: Path) -> dict[str, Any]:
    """Return the day log through a stock TinyDB: its documents by case."""
    from tinydb import TinyDB

    found: dict[str, Any] = {}
    for path in sorted(root.glob("log/*.json")):
        with TinyDB(path) as log:
            for row in log.all():
                assert row["case"] not in found, "a case is in the log once"
                found[row["case"]] = dict(row)
    return found


INTENTS: list[Intent] = [
    *FIRST_HALF,
    *SECOND_HALF,
    it.MakeChoice("no_answer"),
    it.MakeChoice("later"),
    it.ResumeCase(),
    it.ResumeCase(),
    it.SwitchLanguage("fr"),
    it.AbandonCase("he rang off"),
    it.TickItem("called", on=False),
    it.DraftField("note", "line one\nline \u2028 two \u0085 三 🙂"),
    it.RecordFact("customer", '{"sealed": "x"}'),
    it.RecordFact("volts", "198.5"),
    copied('a\\b"c\n', ()),
]


def changed(plain: Plain, **parts: object) -> Plain:
    return {**plain, **parts}


def closed(store: CaseStore, case: str, mode: str = "real", agent: str = "li") -> None:
    session = store.open_case(Shelf(), opening(case, mode, agent))
    for intent in (*FIRST_HALF[:-1], *SECOND_HALF):
        session.do(intent)
    assert session.case.status == "closed"
    store.release(session)
