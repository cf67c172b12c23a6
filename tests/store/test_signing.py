"""A fee that changes behind its signature: on a full disk, in two windows, from desk to desk."""

from pathlib import Path

import pytest

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.store.cases.case_store import CaseStore
from tests.full_disk import files_no_longer_than
from tests.hand_clock import START, HandClock
from tests.store.house import PASSPHRASE, TAKER, journal_of
from tests.store.signing import SHELF, signed, told_apart

CASE = "20261122-a"
AGAIN = it.TickItem("fee_signed")


def owing(store: CaseStore) -> it.Intent:
    """Leave a case that owes a signature; return the way on that is locked."""
    session = signed(store, CASE)
    session.do(it.RecordFact("fee", "900"))
    store.release(session)
    return it.MakeChoice("repaired")


@pytest.mark.parametrize("intent", [it.RecordFact("fee", "100"), AGAIN], ids=["value", "tick"])
def test_on_a_full_disk_a_signature_is_given_whole_or_not(
    tmp_path: Path, intent: it.Intent
) -> None:
    store = CaseStore(tmp_path / "data", HandClock())
    owing(store)
    session = store.resume(CASE, SHELF)
    path = journal_of(tmp_path / "data", CASE)
    assert path is not None
    size, before = path.stat().st_size, session.case
    for room in range(0, 130, 9):
        with files_no_longer_than(size + room), pytest.raises(StoreProblem, match="disk_full"):
            session.do(intent)
        assert session.case == before
        assert path.stat().st_size == size, "no half of a line is left"
        assert told_apart(*store.history(CASE)) == (True, True)
    answer = session.do(intent)
    assert isinstance(answer, Event)
    assert answer.consents[0].what == "stands"
    assert told_apart(*store.history(CASE)) == (False, False)
    assert isinstance(session.do(it.MakeChoice("repaired")), Event)


def test_while_one_window_signs_the_other_can_do_nothing_with_the_case(tmp_path: Path) -> None:
    one, other = (CaseStore(tmp_path / "data", HandClock()) for _ in range(2))
    way_on = owing(one)
    session = one.resume(CASE, SHELF)
    _, before = other.history(CASE)
    for attempt in (
        lambda: other.resume(CASE, SHELF),
        lambda: other.reach(CASE, SHELF),
        lambda: other.forget(CASE),
    ):
        with pytest.raises(StoreProblem, match="open_elsewhere"):
            attempt()
    assert other.recover() == ()
    assert other.history(CASE)[1] == before
    assert isinstance(session.do(way_on), Refusal)
    one.release(session)
    there = other.resume(CASE, SHELF)
    assert isinstance(there.do(AGAIN), Event)
    assert isinstance(there.do(way_on), Event)
    with pytest.raises(StoreProblem, match="open_elsewhere"):
        one.resume(CASE, SHELF)


def test_what_is_owed_goes_with_the_case_to_the_other_desk(tmp_path: Path) -> None:
    here = CaseStore(tmp_path / "here", HandClock())
    there = CaseStore(tmp_path / "there", HandClock(START + 60, boot="boot-b"))
    way_on, file = owing(here), str(tmp_path / "a.handover")
    session = here.resume(CASE, SHELF)
    assert isinstance(here.hand_over(session, "my shift ends", file, PASSPHRASE), Event)
    here.release(session)
    case = there.take_over(file, PASSPHRASE, TAKER)
    with pytest.raises(StoreProblem, match="already_taken_over"):
        CaseStore(tmp_path / "there", HandClock()).take_over(file, PASSPHRASE, TAKER)
    taken = there.resume(case, SHELF)
    assert isinstance(taken.do(way_on), Refusal)
    assert isinstance(taken.do(AGAIN), Event)
    for intent in (way_on, it.CloseCase()):
        assert isinstance(taken.do(intent), Event)
    there.release(taken)
    flows, events = there.history(case)
    assert first_unlawful(flows, events) is None
    assert told_apart(flows, events) == (False, False)
    document = there.document(case)
    assert document is not None
    assert [turn["what"] for turn in document["consents"]] == ["fell", "stands"]
    assert document["agents"] == ["li", "wu"]
    assert next(event.by for event in reversed(events) if event.consents) == "wu"
